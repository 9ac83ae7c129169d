import type { EntityManager } from "@mikro-orm/postgresql";
import type { Ledger } from "../ledger/index.js";
import { HubError } from "../platform/errors.js";
import { sql } from "../reading/index.js";
import { AssessmentRecords } from "./assessment-records.js";
import { readCases } from "./cases.js";
import { DeliberationRecords } from "./deliberation-records.js";
import { EnterpriseRecords } from "./enterprise-records.js";
import { IndicatorRecords } from "./indicator-records.js";
import { type Created, type SampleRecord, SampleRecords } from "./records.js";

/** The result of a run. */
export interface Seeding {
  /** Number of new records; 0 when all existed. */
  made: number;
  /** The records that the hub's rules refused, with the reason: people use their key or changed what they need. */
  leftOut: string[];
}

/** A record's changes in the ledger. */
interface History {
  id: string;
  changes: number;
  /** True if all changes are by the platform's operator, who makes the sample, and none is archived. */
  untouched: boolean;
  /** The values that it was created with. */
  created: Created;
}

/** The histories of the existing and the deleted records, in one statement. */
async function historiesOf(em: EntityManager, records: readonly SampleRecord[]) {
  const ids = records.map(({ id }) => id);
  const statement = sql<History>`
    select entity_id as id, count(*)::int as changes,
      bool_and(actor = 'operator') and min(position) > (select retained_from from ledger_head) as untouched,
      (array_agg(diff order by position))[1] as created
    from change_known where entity_id = any(${ids}::uuid[]) group by entity_id`;
  const { rows } = await statement.execute(em.getKysely());
  return new Map(rows.map((row) => [row.id, row]));
}

/**
 * The missing steps of a record: all of them, the rest after a killed start, or none. `before` is the
 * number of steps of earlier records with the same id, whose changes come first.
 */
function remaining(
  { steps, completions = [] }: SampleRecord,
  history: History | undefined,
  before: number,
): SampleRecord["steps"] {
  if (!history) return steps;
  if (!history.untouched) return [];
  const done = history.changes - before;
  if (done < steps.length) return steps.slice(Math.max(0, done));
  // Each is one change, and those of earlier upgrades came first.
  const missing = completions.filter(({ isShort }) => isShort(history.created));
  return missing.slice(done - steps.length).map(
    ({ step }, at) =>
      () =>
        step(history.changes + at),
  );
}

/** Makes the records one after the other, so that the ledger has the same order on every hub. */
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
      // The changes of people have priority, and the sample must not prevent a start.
      if (!(error instanceof HubError)) throw error;
      seeding.leftOut.push(`${record.name}: ${error.message}`);
    }
  }
  return seeding;
}

/**
 * Makes the missing sample data by the domain's own services: the records of the cases, all public, and
 * a user for every role in every organisation. The regions must exist, and no other node may run it at
 * the same time.
 *
 * A second run makes nothing, and a run after a killed one makes the rest. A record that people have
 * changed or removed stays as it is.
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
