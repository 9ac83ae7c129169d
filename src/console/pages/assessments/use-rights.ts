import { ConsoleViewerDocument, type Role } from "../../generated/graphql.js";
import { useAnswer } from "../../graph/hooks.js";
import type { Assessment, Rights } from "./at-work.js";

const none: Rights = { answers: false, reviews: false, coordinates: false, assesses: false };

/** What the viewer may do, by docs/universities.md; nothing until the hub has said who the viewer is. */
export function useRights(assessment: Assessment): Rights {
  const { data } = useAnswer(ConsoleViewerDocument, {});
  if (!data) return none;
  const { university, reviewer, programme, status } = assessment;
  const has = (organisation: { id: string } | null, ...roles: Role[]): boolean =>
    data.viewer.memberships.some(
      (membership) =>
        membership.organisation.id === organisation?.id &&
        membership.roles.some((role) => roles.includes(role)),
    );
  const assesses = has(university, "ASSESSOR");
  const isOpen = status === "DRAFT" || status === "RETURNED";
  return {
    assesses,
    answers: assesses && isOpen,
    reviews: status === "IN_REVIEW" && has(reviewer, "ASSESSOR", "COORDINATOR", "ADMIN"),
    coordinates: has(programme.owner, "COORDINATOR", "ADMIN"),
  };
}
