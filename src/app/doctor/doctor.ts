import { setTimeout as delay } from "node:timers/promises";
import { type Config, ConfigError } from "../../platform/config.js";
import type { Logger } from "../../platform/logger.js";
import type { RunningHub } from "../../platform/running-hubs.js";
import { reasonOf } from "../../platform/secrets.js";
import {
  type Check,
  type Finding,
  fault,
  type Level,
  ok,
  type Place,
  thisSystem,
} from "./check.js";
import { databaseChecks, firstChecks, placeChecks } from "./checks.js";
import { type OpenedDatabase, openDatabase } from "./database.js";

/** The time that one check may take, in milliseconds. */
const checkMs = 10_000;

/** The checks that run at once. */
const atOnce = 4;

/** A finding with the name of its check. */
export interface Checked extends Finding {
  id: string;
}

/** What all checks have found. */
export interface Report {
  /** The worst of them. */
  level: Level;
  checks: Checked[];
  /** The checks that could not be made, and why. */
  unchecked: { ids: string[]; reason: string } | undefined;
}

/** What a doctor looks at. */
export interface DoctorOptions {
  /** Gives the configuration; throws ConfigError. */
  load(): Config;
  /** Chooses the data that a configuration means, and the hub that runs on them. */
  choose(config: Config): { config: Config; hub: RunningHub | undefined };
  logger: Logger;
  system?: Place["system"];
  /** The time that one check may take, where it is not the usual one. */
  checkMs?: number;
}

const levels: readonly Level[] = ["ok", "warning", "fault"];

const worst = (checks: readonly Finding[]): Level =>
  levels[Math.max(0, ...checks.map(({ level }) => levels.indexOf(level)))] ?? "ok";

/** What a check finds, within its time. Its own failure is a fault: what it looks at cannot be seen. */
async function found<W>(check: Check<W>, world: W, mostMs: number): Promise<Checked> {
  const { id } = check;
  const ending = new AbortController();
  const late = delay(mostMs, undefined, { signal: ending.signal }).then(
    () =>
      fault(
        `no answer within ${mostMs / 1000} s`,
        "See the other findings; repeat it when the machine has less to do.",
      ),
    () => ok(""),
  );
  const run = async () => check.run(world);
  const failed = (error: unknown) =>
    fault(`it cannot be seen: ${reasonOf(error)}`, "Repair what it names, and repeat the command.");
  const finding = await Promise.race([run().catch(failed), late]);
  ending.abort();
  return { id, ...finding };
}

/** The findings of all checks, in their order; a few run at once. */
async function allOf<W>(checks: readonly Check<W>[], world: W, mostMs: number): Promise<Checked[]> {
  const findings: Checked[] = [];
  const queue = [...checks.entries()];
  const work = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [at, check] = next;
      findings[at] = await found(check, world, mostMs);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return findings;
}

/** The findings about a database. Where it does not answer, that is the only one. */
async function ofDatabase(opened: OpenedDatabase, mostMs: number): Promise<Omit<Report, "level">> {
  const { place } = opened;
  const answers = async () => {
    await place.rows("select 1");
    return ok("it answers");
  };
  const first = await found({ ...firstChecks.database, run: answers }, place, mostMs);
  if (first.level !== "ok") {
    const todo = "Start Postgres, or correct DATABASE_URL, the network and pg_hba.conf.";
    const reason = "the database does not answer";
    return { checks: [{ ...first, todo }], unchecked: { ids: idsOf(databaseChecks), reason } };
  }
  const checks = await allOf(databaseChecks, place, mostMs);
  return { checks: [first, ...checks], unchecked: undefined };
}

const idsOf = (checks: readonly { id: string }[]): string[] => checks.map(({ id }) => id);

/** Looks at everything that a hub needs. Changes nothing. */
export async function examine(options: DoctorOptions): Promise<Report> {
  const { load, choose, logger, checkMs: mostMs = checkMs } = options;
  const { id } = firstChecks.configuration;
  let place: Place;
  try {
    place = { ...choose(load()), system: options.system ?? thisSystem };
  } catch (error) {
    const faults = error instanceof ConfigError ? error.faults.join("; ") : reasonOf(error);
    const checks = [
      { id, ...fault(faults, "Correct these settings: a hub does not start with them.") },
    ];
    const ids = idsOf([...placeChecks, firstChecks.database, ...databaseChecks]);
    return {
      level: "fault",
      checks,
      unchecked: { ids, reason: "the configuration cannot be used" },
    };
  }
  const own = await allOf(placeChecks, place, mostMs);
  const opened = await openDatabase(place, logger).catch((error: Error) => error);
  const checks = [{ id, ...ok("all settings are valid") }, ...own];
  const rest = await restOf(opened, mostMs);
  const all = [...checks, ...rest.checks];
  return { level: worst(all), checks: all, unchecked: rest.unchecked };
}

async function restOf(
  opened: OpenedDatabase | { absent: string } | Error,
  mostMs: number,
): Promise<Omit<Report, "level">> {
  const { id } = firstChecks.database;
  const ids = idsOf(databaseChecks);
  if (opened instanceof Error) {
    const finding = fault(
      `the database cannot be started: ${reasonOf(opened)}`,
      "Look into postgres.log in the data folder.",
    );
    return { checks: [{ id, ...finding }], unchecked: { ids, reason: "there is no database" } };
  }
  if ("absent" in opened) {
    return { checks: [{ id, ...ok(opened.absent) }], unchecked: { ids, reason: opened.absent } };
  }
  try {
    return await ofDatabase(opened, mostMs);
  } finally {
    await opened.close();
  }
}
