import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { LinkedActionFragment, LinkedNodeFragment } from "../generated/graphql.js";

/** An address of the console: a route, its parameters and its search. */
interface Place {
  to: string;
  params?: Record<string, string>;
  search?: Record<string, string>;
}

const actionPlace = ({ id, plan }: LinkedActionFragment, tab?: string): Place => ({
  ...{ to: "/plan/$id/action/$action", params: { id: plan.id, action: id } },
  ...(tab ? { search: { tab } } : {}),
});

/** The places of what has a page of its own, or belongs to something that has one. */
function ownPlace(node: LinkedNodeFragment): Place | undefined {
  switch (node.__typename) {
    case "ActionPlan":
      return { to: "/plan/$id", params: { id: node.id } };
    case "Action":
      return actionPlace(node);
    case "Milestone":
      return actionPlace(node.action);
    case "ActionFinding":
      return actionPlace(node.action);
    case "Contribution":
      return actionPlace(node.action, "contributions");
    case "ProgressUpdate":
      return actionPlace(node.action, "reports");
    case "Comment":
      return node.about ? actionPlace(node.about, "comments") : undefined;
    default:
      return otherPlace(node);
  }
}

function otherPlace(node: LinkedNodeFragment): Place | undefined {
  switch (node.__typename) {
    case "Deliberation":
      return { to: "/rembuk/$key", params: { key: node.key } };
    case "Outcome":
      return { to: "/rembuk/$key", params: { key: node.deliberation.key } };
    case "Assessment":
      return { to: "/assessment/$id", params: { id: node.id } };
    case "Finding":
      return { to: "/assessment/$id", params: { id: node.assessment.id } };
    case "Indicator":
      return { to: "/indicator/$key", params: { key: node.key } };
    case "EnterpriseGroup":
      return { to: "/group/$id", params: { id: node.id } };
    case "Organisation":
      return { to: "/organisation/$key", params: { key: node.key } };
    case "View":
      return { to: "/view/$key", params: { key: node.key } };
    case "Region":
      return { to: "/plans", search: { region: node.code } };
    default:
      return undefined;
  }
}

/** Whether a node has a page of its own, or belongs to something that has one. */
export const hasPlace = (node: LinkedNodeFragment): boolean => ownPlace(node) !== undefined;

/** A link to the page of a node: its own where the console has one, else the page of any node. */
export function NodeLink({ node, children }: { node: LinkedNodeFragment; children: ReactNode }) {
  const place = ownPlace(node) ?? { to: "/node/$id", params: { id: node.id } };
  return <Link {...(place as { to: "/" })}>{children}</Link>;
}
