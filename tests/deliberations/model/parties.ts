// The organisations of the model and the people who ask, as numbers and roles.

/** An organisation: its sector, and the organisation that it is part of. */
interface ModelParty {
  sector: string;
  partOf?: number;
}

/**
 * The organisations that there are: a ministry with a directorate, of which a company is part; a regency with
 * an agency; a village and a company, for which one person speaks too; two offices of one body, the last
 * one, which never takes part.
 */
const parties: readonly ModelParty[] = [
  { sector: "CENTRAL_GOVERNMENT" },
  { sector: "CENTRAL_GOVERNMENT", partOf: 0 },
  { sector: "REGIONAL_GOVERNMENT" },
  { sector: "REGIONAL_GOVERNMENT", partOf: 2 },
  { sector: "VILLAGE_GOVERNMENT" },
  { sector: "PRIVATE_SECTOR" },
  { sector: "PRIVATE_SECTOR", partOf: 1 },
  { sector: "VILLAGE_GOVERNMENT", partOf: 9 },
  { sector: "VILLAGE_GOVERNMENT", partOf: 9 },
  { sector: "VILLAGE_GOVERNMENT" },
];
/** How many organisations take part, and how many there are. */
export const partyCount = 9;
export const bodyCount = parties.length;
export const sectorOf = (party: number): string => parties[party]?.sector ?? "";
export const partOf = (party: number): number | undefined => parties[party]?.partOf;
/** The organisations that one is part of, the nearest first. */
export function aboveOf(party: number): number[] {
  const next = partOf(party);
  return next === undefined ? [] : [next, ...aboveOf(next)];
}
/** The two organisations that one person coordinates. */
export const shared: readonly number[] = [4, 5];

/** Who asks: nobody known, or somebody of an organisation. */
export interface Actor {
  /** `shared` is the one person who coordinates two organisations. */
  role: "visitor" | "viewer" | "coordinator" | "shared";
  party: number;
}

/** Whether somebody coordinates an organisation. */
export const coordinates = ({ role, party }: Actor, organisation: number): boolean =>
  role === "coordinator"
    ? party === organisation
    : role === "shared" && shared.includes(organisation);

/** The person who asks. */
export const personOf = ({ role, party }: Actor): string =>
  role === "shared" ? role : `${role} ${party}`;
