import { NothingHere } from "../../app/page-fault.js";

/** Not built yet. */
export function OrganisationsPage() {
  return <NothingHere />;
}
