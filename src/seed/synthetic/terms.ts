import { type SourceInput } from "../../domain/common/index.js";
import { namedId } from "../../platform/ids.js";

// The label of the synthetic country: every name, title, text and source of it says that it is made up.

/** A name or text with the label. */
export const labelled = (text: string): string => `${text} (sintetis)`;

/** A title in both languages, each with its label. */
export const bothLabelled = (indonesian: string, english: string) => ({
  indonesian: labelled(indonesian),
  english: `${english} (synthetic)`,
});

/** The remark of a record that has one. */
export const remark =
  "Data sintetis untuk mencoba dasbor; tidak ada di dunia nyata. Synthetic: made for trying dashboards; no such thing exists.";

/** The source of every record that takes sources. */
export const syntheticSources: SourceInput[] = [
  { key: "sintetis", publisher: "Rembuk, negara sintetis (synthetic country)", note: remark },
];

/** The namespace of the synthetic ids: a record has the same id on every hub. */
const namespace = "3b1d3f0e-6a3c-4c62-9a57-0c7d2f4b8e11";

/** The id of a synthetic record, from its noun and its key. */
export const idOf = (noun: string, key: string): string =>
  namedId(`synthetic:${noun}:${key}`, namespace);

/** A whole number from 0 up to, but without, `below`: always the same for a key. */
export function drawn(key: string, below: number): number {
  return Number.parseInt(namedId(`draw:${key}`, namespace).slice(0, 8), 16) % below;
}

/** A region's code as it stands in keys: `36-01`. */
export const slug = (code: string): string => code.replaceAll(".", "-");

/** The address of a synthetic person: a role at an organisation. */
export const personOf = (role: string, organisation: string): string =>
  `${role.toLowerCase()}@${organisation}.example`;

export const coordinatorOf = (organisation: string): string =>
  personOf("coordinator", organisation);

export const organisationId = (key: string): string => idOf("organisation", key);

/** The day that lies `days` after another, as `2023-07-03`. */
export function dayAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

export const yearOf = (day: string): number => Number(day.slice(0, 4));
