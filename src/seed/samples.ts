import type { EntityManager } from "@mikro-orm/postgresql";
import type { Ledger } from "../ledger/index.js";
import { HubError } from "../platform/errors.js";
import type { FileStore } from "../platform/files/index.js";
import { dateOf, today } from "../platform/jakarta.js";
import { sql } from "../reading/index.js";
import { readCases } from "./cases.js";
import { sampleId } from "./records.js";
import { type Seeding, seedSample } from "./seed.js";
import { batchesOf } from "./synthetic/country.js";
import { makePart } from "./synthetic/making.js";
import { provincesOf } from "./synthetic/places.js";
import { national } from "./synthetic/scene.js";
import { firstOf } from "./synthetic/steps.js";
import { organisationId } from "./synthetic/terms.js";

/** The samples: the real cases, and two sizes of the synthetic country. Facts and inventions never mix. */
export type Sample = "on" | "province" | "country";

/** The error of a start with a synthetic sample on the database of real cases. */
export class MixedSamples extends Error {}

/** The instants at which these nouns were created, also those that were removed later, by their ids. */
async function creations(em: EntityManager, ids: readonly string[]): Promise<Map<string, Date>> {
  const { rows } = await sql<{ id: string; at: string }>`
    select entity_id as id, min(at)::text as at from change_known
    where entity_id = any(${ids}::uuid[]) group by entity_id`.execute(em.getKysely());
  return new Map(rows.map(({ id, at }) => [id, new Date(at)]));
}

/**
 * Makes the missing parts of the synthetic country, each in one transaction, so that an interrupted making
 * goes on with the next one. Their dates count from the day of the first part.
 */
async function makeCountry(
  ledger: Ledger,
  files: FileStore,
  scale: "province" | "country",
  report: (parts: readonly string[]) => void,
): Promise<Seeding> {
  const begun = organisationId(national.ministry);
  const seeding: Seeding = { made: 0, leftOut: [] };
  const { provinces, since } = await ledger.read(async (em) => ({
    provinces: await provincesOf(em, scale),
    since: (await creations(em, [begun])).get(begun),
  }));
  for (const batch of batchesOf(provinces, since ? dateOf(since) : today())) {
    const known = await ledger.read((em) => creations(em, batch.map(firstOf)));
    const missing = batch.filter((part) => !known.has(firstOf(part)));
    const makings = await Promise.allSettled(missing.map((part) => makePart(ledger, files, part)));
    for (const making of makings) {
      if (making.status === "fulfilled") seeding.made += making.value;
      else seeding.leftOut.push(refusalIn(making.reason));
    }
    if (missing.length > 0) report(missing.map(({ name }) => name));
  }
  return seeding;
}

/**
 * The message of a rule that refused a part: what people have changed has priority, and the sample must not
 * prevent a start. Throws every other error.
 */
function refusalIn(error: Error): string {
  if (error.cause instanceof HubError) return error.message;
  throw error;
}

/** Whether the database has records of the cases, or of the synthetic country. */
async function existing(em: EntityManager): Promise<{ cases: boolean; country: boolean }> {
  const [first] = readCases().organisations;
  const cases = sampleId("organisation", first?.key ?? "");
  const country = organisationId(national.ministry);
  const known = await creations(em, [cases, country]);
  return { cases: known.has(cases), country: known.has(country) };
}

/**
 * Makes what is missing of a sample. The regions must exist, and no other node may run it at the same time.
 * Refuses to mix a synthetic country into the real cases; leaves the cases out of a synthetic country,
 * because they are the default of a development hub. `report` gets the parts of the country as they are made.
 */
export async function makeSample(
  ledger: Ledger,
  files: FileStore,
  sample: Sample,
  report: (parts: readonly string[]) => void = () => undefined,
): Promise<Seeding> {
  const { cases, country } = await ledger.read(existing);
  if (sample === "on") {
    if (!country) return seedSample(ledger);
    return { made: 0, leftOut: ["the real cases: the database has the synthetic sample"] };
  }
  if (!cases) return makeCountry(ledger, files, sample, report);
  throw new MixedSamples(
    `REMBUK_SAMPLE=${sample}: the database has the sample of real cases, into which no synthetic data are mixed. Start with an empty data folder, as REMBUK_DATA=.rembuk-${sample}, or with an empty database (DATABASE_URL).`,
  );
}
