import type { CheckedClient } from "../../testkit/hub/checked-client.js";
import type { Seen, SeenContribution } from "../../testkit/plans/slow-sums.js";
import { listed } from "../../testkit/reading/listed.js";
import type { Scene } from "./scene.js";

interface ContributionNode {
  id: string;
  amount: string;
  status: string;
  organisation: { id: string; sector: string };
  action: { id: string; status: string };
  plan: { id: string; status: string; programme: { id: string }; area: { id: string } | null };
}

const contributionNode =
  "id amount status organisation { id sector } action { id status } plan { id status programme { id } area { id } }";

function contributionOf(scene: Scene, node: ContributionNode): SeenContribution {
  const { id, amount, status, organisation, action, plan } = node;
  const area = plan.area?.id ?? null;
  return {
    ...{ id, amount: BigInt(amount), status, area },
    ...{ organisation: organisation.id, sector: organisation.sector, action: action.id },
    ...{ plan: plan.id, programme: plan.programme.id },
    codes: area === null ? null : (scene.codes.get(area) as readonly string[]),
    isCancelled: action.status === "CANCELLED" || plan.status === "CANCELLED",
  };
}

/** What a viewer can list: contributions, links and payments. */
export async function seenBy(viewer: CheckedClient, scene: Scene): Promise<Seen> {
  const contributions = await listed<ContributionNode>(viewer, "contributions", contributionNode);
  type Id = { id: string };
  type LinkNode = Id & { amount: string; status: string; contribution: Id; source: Id };
  const links = await listed<LinkNode>(
    viewer,
    "fundings",
    "id amount status contribution { id } source { id }",
  );
  type PaymentNode = { amount: string; contribution: Id; reverses: Id | null };
  const payments = await listed<PaymentNode>(
    viewer,
    "payments",
    "amount contribution { id } reverses { id }",
  );
  return {
    contributions: new Map(contributions.map((node) => [node.id, contributionOf(scene, node)])),
    links: links.map(({ id, amount, status, contribution, source }) => ({
      ...{ id, amount: BigInt(amount), status },
      ...{ contribution: contribution.id, source: source.id },
    })),
    payments: payments.map(({ amount, contribution, reverses }) => ({
      ...{ amount: BigInt(amount), contribution: contribution.id, isReversal: reverses !== null },
    })),
  };
}
