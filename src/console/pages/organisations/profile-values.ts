import type {
  OrganisationPagePartsFragment,
  UpdateOrganisationInput,
} from "../../generated/graphql.js";

/** The profile as texts by the paths of its input; `stateOwned` is `yes` or empty. */
export type Profile = Record<
  "name" | "sector" | "stateOwned" | "regionCode" | "contact" | "note" | "parentId",
  string
>;

/** The profile that the page shows. */
export const profileOf = (organisation: OrganisationPagePartsFragment): Profile => ({
  name: organisation.name,
  sector: organisation.sector,
  stateOwned: organisation.stateOwned ? "yes" : "",
  regionCode: organisation.region?.code ?? "",
  contact: organisation.contact ?? "",
  note: organisation.note ?? "",
  parentId: organisation.parent?.id ?? "",
});

/** The profile in the state that the hub sends with a CONFLICT, where references are ids and codes. */
export const profileIn = (current: Readonly<Record<string, unknown>>): Profile => ({
  name: String(current.name ?? ""),
  sector: String(current.sector ?? ""),
  stateOwned: current.stateOwned === true ? "yes" : "",
  regionCode: String(current.region ?? ""),
  contact: String(current.contact ?? ""),
  note: String(current.note ?? ""),
  parentId: String(current.parent ?? ""),
});

/** What was changed, as the hub takes it: an emptied text is null. */
export const profileInput = ({
  stateOwned,
  ...texts
}: Partial<Profile>): Partial<UpdateOrganisationInput> => ({
  ...Object.fromEntries(Object.entries(texts).map(([path, text]) => [path, text || null])),
  ...(stateOwned === undefined ? {} : { stateOwned: stateOwned === "yes" }),
});
