import type { StatsFs } from "node:fs";
import { statfs } from "node:fs/promises";
import type { RowsOf } from "../../ledger/index.js";
import type { Config } from "../../platform/config.js";
import type { RunningHub } from "../../platform/running-hubs.js";

/** How it stands with what a check looks at. */
export type Level = "ok" | "warning" | "fault";

/** What a check has found. */
export interface Finding {
  level: Level;
  /** What is so. */
  says: string;
  /** What to do; absent where nothing is. */
  todo?: string;
}

/** One check. It changes nothing, and needs no other check. */
export interface Check<World> {
  /** Its name, unique, beginning with that of its group. */
  id: string;
  /** What it looks at, for the reference. */
  title: string;
  run(world: World): Promise<Finding> | Finding;
}

/** What checks of settings and of the machine look at. */
export interface Place {
  config: Config;
  /** The running hub of the data, where one is known. */
  hub: RunningHub | undefined;
  system: System;
}

/** The machine as checks see it. */
export interface System {
  /** Where the kernel shows processes, and limits of memory. */
  proc: string;
  cgroup: string;
  /** The version of Node. */
  node: string;
  /** Milliseconds since 1970. */
  now(): number;
  /** The space of the disk that a folder lies on. */
  space(folder: string): Promise<Pick<StatsFs, "bavail" | "bsize" | "blocks">>;
}

/** This machine. */
export const thisSystem: System = {
  ...{ proc: "/proc", cgroup: "/sys/fs/cgroup" },
  ...{ node: process.version, now: Date.now, space: (folder) => statfs(folder) },
};

/** From where on a check warns. */
export interface Bounds {
  /** Intervals: idle in a transaction, in one at all, waiting for a node, belonging to a silent one. */
  idle: string;
  long: string;
  waiting: string;
  silent: string;
  /** The age of the oldest transaction id, in transactions. */
  xids: number;
  /** The log that a standby lacks, in bytes. */
  walBytes: number;
  /** The oldest Postgres, as its `server_version_num`. */
  postgres: number;
}

export const usualBounds: Bounds = {
  ...{ idle: "30 seconds", long: "1 hour", waiting: "1 hour", silent: "10 minutes" },
  ...{ xids: 1e9, walBytes: 256 * 1024 * 1024, postgres: 180_000 },
};

/** Rows of a statement that only reads. */
export type ReadRows = <T extends object>(text: string, values?: unknown[]) => Promise<T[]>;

/** What checks of the database look at. */
export interface DatabasePlace extends Place {
  /** True for the hub's own Postgres. */
  isEmbedded: boolean;
  rows: ReadRows;
  /** The rows of statements that the ledger writes. */
  statements: RowsOf;
  bounds: Bounds;
}

export const ok = (says: string): Finding => ({ level: "ok", says });
export const warning = (says: string, todo: string): Finding => ({ level: "warning", says, todo });
export const fault = (says: string, todo: string): Finding => ({ level: "fault", says, todo });

/** The only row of a statement. */
export async function oneOf<T extends object>(rows: ReadRows, text: string): Promise<T> {
  const [row] = await rows<T>(text);
  if (!row) throw new Error("The database gave no row");
  return row;
}
