import { type Bounds, type Place, thisSystem } from "../../../src/app/doctor/check.js";
import { databaseChecks, placeChecks } from "../../../src/app/doctor/checks.js";
import { openDatabase } from "../../../src/app/doctor/database.js";
import { parseConfig } from "../../../src/platform/config.js";
import { makeLogger } from "../../../src/platform/logger.js";

type Env = Record<string, string>;

/** What of a place differs from this machine, on which no hub runs. */
export interface Unlike {
  hub?: Place["hub"];
  system?: Partial<Place["system"]>;
  bounds?: Partial<Bounds>;
}

const silent = makeLogger({ logLevel: "silent", environment: "test" });

export const placeOf = (env: Env, { hub, system }: Unlike = {}): Place => ({
  config: parseConfig(env),
  hub,
  system: { ...thisSystem, ...system },
});

/** How it stands by one check that needs no database: `level`, and what is to be done about it. */
export async function levelOf(id: string, env: Env, unlike: Unlike = {}): Promise<string> {
  const check = placeChecks.find((one) => one.id === id);
  if (!check) throw new Error(`There is no check ${id}`);
  const { level, todo } = await check.run(placeOf(env, unlike));
  // A warning or a fault without a word of what to do would help nobody.
  if ((level === "ok") === Boolean(todo)) throw new Error(`${id}: ${level}, to do: ${todo}`);
  return level;
}

/** The same by a check that needs a database. */
export async function levelAt(
  id: string,
  url: string,
  env: Env = {},
  unlike: Unlike = {},
): Promise<string> {
  const check = databaseChecks.find((one) => one.id === id);
  if (!check) throw new Error(`There is no check ${id}`);
  const place = placeOf({ NODE_ENV: "test", DATABASE_URL: url, ...env }, unlike);
  const opened = await openDatabase(place, silent);
  if ("absent" in opened) throw new Error(opened.absent);
  try {
    const bounds = { ...opened.place.bounds, ...unlike.bounds };
    const { level, todo } = await check.run({ ...opened.place, bounds });
    if ((level === "ok") === Boolean(todo)) throw new Error(`${id}: ${level}, to do: ${todo}`);
    return level;
  } finally {
    await opened.close();
  }
}
