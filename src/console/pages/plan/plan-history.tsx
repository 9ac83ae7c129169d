import { PlanHistoryDocument } from "../../generated/graphql.js";
import { History } from "../../parts/history.js";

/** What happened in a plan and in everything that belongs to it, the newest first. */
export function PlanHistory({ id }: { id: string }) {
  return <History document={PlanHistoryDocument} id={id} changes={({ changes }) => changes} />;
}
