import { NothingHere } from "../../app/page-fault.js";

/** Not built yet. */
export function ViewsPage() {
  return <NothingHere />;
}
