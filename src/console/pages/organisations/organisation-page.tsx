import { NothingHere } from "../../app/page-fault.js";

/** Not built yet. */
export function OrganisationPage() {
  return <NothingHere />;
}
