import type pg from "pg";
import { assessmentSteps } from "./assessments.js";
import { withoutIndexes } from "./bulk-table.js";
import type { DataStep } from "./data-step.js";
import { figureSteps } from "./figures.js";
import { functions } from "./functions.js";
import { groupSteps } from "./groups.js";
import { appendMinutes, appendReports } from "./ledger-lines.js";
import { meetingSteps } from "./meetings.js";
import { organisationSteps } from "./organisations.js";
import { planSteps } from "./plans.js";
import { rembukSteps } from "./rembuks.js";
import { reportSteps } from "./reports.js";
import type { Scale } from "./scale.js";

/** The statements but for the reports, in the order of their foreign keys. */
const steps = (scale: Scale): readonly DataStep[] =>
  [
    organisationSteps,
    planSteps,
    figureSteps,
    meetingSteps,
    rembukSteps,
    assessmentSteps,
    groupSteps,
  ].flatMap((made) => made(scale));

/** The triggers that refuse a row without a change in the ledger. */
async function ledgerGuards(client: pg.Client): Promise<{ name: string; table: string }[]> {
  const { rows } = await client.query(`
    select tgname as name, tgrelid::regclass::text as table from pg_trigger
    where tgfoid = 'ledger_guard'::regproc and not tgisinternal`);
  return rows;
}

async function setGuards(client: pg.Client, state: "disable" | "enable"): Promise<void> {
  for (const { name, table } of await ledgerGuards(client)) {
    await client.query(`alter table ${table} ${state} trigger ${name}`);
  }
}

/** The number of rows of each title. */
export type Made = ReadonlyMap<string, number>;

/**
 * Makes all rows in one transaction. Foreign keys are checked. The ledger's guards are disabled in this
 * transaction only, because the ledger gets changes for a part of the rows.
 *
 * Of a larger country all triggers are: the same statements are checked at the usual size. So its rows have no
 * words for the search, which no measured read asks for and which would take half as much again.
 */
export async function makeRows(client: pg.Client, scale: Scale): Promise<Made> {
  const made = new Map<string, number>();
  const run = async ({ title, sql }: DataStep) => {
    const began = performance.now();
    const { rowCount } = await client.query(sql);
    console.error(`${title}: ${rowCount} rows in ${Math.round(performance.now() - began)} ms`);
    made.set(title, (made.get(title) ?? 0) + (rowCount ?? 0));
  };
  await client.query("begin");
  await client.query("set local maintenance_work_mem = '256MB'");
  await client.query(functions);
  await setGuards(client, "disable");
  if (scale.factor > 1) await client.query("set local session_replication_role = replica");
  for (const step of steps(scale)) await run(step);
  // The checks of keys that still wait end first: a table with waiting checks cannot be altered.
  await client.query("set constraints all immediate");
  await withoutIndexes(client, "progress_update", async () => {
    for (const step of reportSteps(scale)) await run(step);
  });
  await client.query("set constraints all immediate");
  await client.query("set local session_replication_role = origin");
  await setGuards(client, "enable");
  await appendMinutes(client);
  await appendReports(client, scale);
  await client.query("commit");
  return made;
}
