import { examine, type Report } from "../../../src/app/doctor/doctor.js";
import { parseConfig } from "../../../src/platform/config.js";
import { makeLogger } from "../../../src/platform/logger.js";
import {
  type DatabaseFault,
  databaseFaults,
  production,
  settingFaults,
} from "../../testkit/doctor/faults.js";
import { testDatabase } from "../../testkit/hub/index.js";
import { behindTheGuards } from "../../testkit/postgres/sessions.js";
import { shuffled } from "../../testkit/random/random.js";
import type { Fault } from "./fault.js";

type Env = Record<string, string>;

const logger = makeLogger({ logLevel: "silent", environment: "test" });

/** The faults that a database has at once in the last part. */
const atOnce = 4;

const examined = (env: Env): Promise<Report> =>
  examine({
    load: () => parseConfig(env),
    choose: (config) => ({ config, hub: undefined }),
    logger,
  });

/** What a report says that one of a place where all was well did not, by check. */
function differences(before: Report, after: Report): Map<string, string> {
  const known = new Map(before.checks.map(({ id, level }) => [id, level]));
  const found = after.checks.filter(({ id, level }) => level !== "ok" && known.get(id) !== level);
  return new Map(
    found.map(({ id, level, says, todo }) => [id, todo ? level : `${level}: ${says}`]),
  );
}

/** What is wrong with the findings about these faults: one that is not named with what to do, and others. */
function complaintsOf(
  wanted: readonly { id: string; level: string; what: string; also?: readonly string[] }[],
  found: Map<string, string>,
): string[] {
  const ids = new Set(wanted.flatMap(({ id, also = [] }) => [id, ...also]));
  return [
    ...wanted
      .filter(({ id, level }) => found.get(id) !== level)
      .map(({ id, level, what }) => `${what}: ${id} says ${found.get(id)}, not ${level}`),
    ...[...found.keys()]
      .filter((id) => !ids.has(id))
      .map((id) => `${wanted.map(({ what }) => what).join(", ")}: ${id} warns too`),
  ];
}

/** Causes faults of a database at once, has them looked for, and takes them back. */
async function inDatabase(
  url: string,
  env: Env,
  faults: readonly DatabaseFault[],
): Promise<string[]> {
  const at = Object.assign({ ...env }, ...faults.map((fault) => fault.env ?? {})) as Env;
  for (const { before } of faults) if (before) await behindTheGuards(url, before);
  const well = await examined(at);
  for (const { cause } of faults) await behindTheGuards(url, cause);
  const complaints = complaintsOf(faults, differences(well, await examined(at)));
  for (const { repair } of faults) await behindTheGuards(url, repair);
  for (const { before } of faults) if (before) await behindTheGuards(url, before);
  const left = differences(well, await examined(at));
  return [...complaints, ...[...left.keys()].map((id) => `${id} warns after the repair`)];
}

/** Each check of settings and of a database is made to fail in turn, in an order by chance, and then some at once. */
export const doctor: Fault = {
  name: "doctor",
  needsServer: true,
  async run({ folder, random, say }) {
    const complaints: string[] = [];
    const data = { REMBUK_DATA: folder };
    const well = await examined({ ...production, ...data });
    for (const { env, ...fault } of shuffled(settingFaults, random)) {
      const found = differences(well, await examined({ ...production, ...data, ...env }));
      const what = Object.keys(env).join(", ");
      complaints.push(...complaintsOf([{ ...fault, what }], found));
    }
    say(`${settingFaults.length} faults of settings, ${complaints.length} complaints`);
    const database = await testDatabase("sample");
    const env = { ...data, NODE_ENV: "test", PORT: "0", DATABASE_URL: database.url };
    const order = shuffled(databaseFaults, random);
    for (const fault of order) complaints.push(...(await inDatabase(database.url, env, [fault])));
    // Of each check one, or they would hide each other.
    const several = shuffled(order, random)
      .filter((fault, at, all) => all.findIndex(({ id }) => id === fault.id) === at)
      .slice(0, atOnce);
    complaints.push(...(await inDatabase(database.url, env, several)));
    say(
      `${order.length} faults of a database; at once: ${several.map(({ what }) => what).join(", ")}`,
    );
    // A fault that nobody has caused must be missed, or the comparison finds nothing out.
    const nothing = { id: "ledger.chain", level: "fault", what: "nothing" } as const;
    const missed = { ...nothing, cause: "select 1", repair: "select 1" };
    if ((await inDatabase(database.url, env, [missed])).length === 0)
      complaints.push("a finding that is missing is not missed");
    await database.drop();
    return complaints;
  },
};
