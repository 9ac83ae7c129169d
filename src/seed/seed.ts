import type { EntityManager } from "@mikro-orm/postgresql";
import type { Ledger } from "../ledger/index.js";
import { HubError } from "../platform/errors.js";
import { sql } from "../reading/index.js";
import { AssessmentRecords } from "./assessment-records.js";
import { readCases } from "./cases.js";
import { DeliberationRecords } from "./deliberation-records.js";
import { EnterpriseRecords } from "./enterprise-records.js";
import { IndicatorRecords } from "./indicator-records.js";
import { type SampleRecord, SampleRecords } from "./records.js";

/** What a run did. */
export interface Seeding {
  /** How many records are new; 0 when the ledger held them all. */
  made: number;
  /** Those that the hub's rules refused, with the reason: people use their key, or changed what they rest on. */
  leftOut: string[];
}

/** What the ledger knows of a record. */
interface History {
  id: string;
  changes: number;
  /** Whether nobody but the platform's operator, as whom the sample is made, has touched it. */
  untouched: boolean;
}

/** The histories of the records that the ledger has heard of, deleted ones too, in one statement. */
async function historiesOf(em: EntityManager, records: readonly SampleRecord[]) {
  const ids = records.map(({ id }) => id);
  const statement = sql<History>`
    select entity_id as id, count(*)::int as changes, bool_and(actor = 'operator') as untouched
    from change where entity_id = any(${ids}::uuid[]) group by entity_id`;
  const { rows } = await statement.execute(em.getKysely());
  return new Map(rows.map((row) => [row.id, row]));
}

/**
 * What is still to be done for a record: all, the rest after a start that was killed, or nothing.
 * `before` is how many steps earlier records of the same id have, whose changes come first.
 */
function remaining(
  { steps }: SampleRecord,
  history: History | undefined,
  before: number,
): SampleRecord["steps"] {
  if (!history) return steps;
  return history.untouched ? steps.slice(Math.max(0, history.changes - before)) : [];
}

/** One after the other, so that the ledger tells the same story on every hub. */
async function complete(em: EntityManager, records: readonly SampleRecord[]): Promise<Seeding> {
  const histories = await historiesOf(em, records);
  const seeding: Seeding = { made: 0, leftOut: [] };
  const passed = new Map<string, number>();
  for (const record of records) {
    const { id, steps } = record;
    const history = histories.get(id);
    const before = passed.get(id) ?? 0;
    passed.set(id, before + steps.length);
    try {
      for (const step of remaining(record, history, before)) await step();
      if (!history && before === 0) seeding.made += 1;
    } catch (error) {
      // What people did since wins; the hub must not refuse to start over its sample.
      if (!(error instanceof HubError)) throw error;
      seeding.leftOut.push(`${record.name}: ${error.message}`);
    }
  }
  return seeding;
}

/**
 * Makes what is missing of the sample data, through the domain's own services: the records of the
 * cases, all of them public, and a user for every role in every organisation. It needs the regions,
 * and that no other node does the same meanwhile.
 *
 * A run after a run makes nothing, a run after a killed one makes the rest, and a record that people
 * have changed or removed since stays as they left it.
 */
export function seedSample(ledger: Ledger): Promise<Seeding> {
  const cases = readCases();
  const records = [
    ...new SampleRecords(ledger, cases).inOrder(),
    ...new DeliberationRecords(ledger, cases).inOrder(),
    ...new IndicatorRecords(ledger, cases).inOrder(),
    ...new EnterpriseRecords(ledger, cases).inOrder(),
    ...new AssessmentRecords(ledger, cases).inOrder(),
  ];
  return ledger.read((em) => complete(em, records));
}
