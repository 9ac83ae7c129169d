import { ActionHistoryDocument } from "../../generated/graphql.js";
import { History } from "../../parts/history.js";

/** What happened to an action, the newest first. */
export function ActionHistory({ id }: { id: string }) {
  return (
    <History document={ActionHistoryDocument} id={id} changes={({ action }) => action?.history} />
  );
}
