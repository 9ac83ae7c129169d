import { randomBytes } from "node:crypto";
import { accessSync, constants, existsSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import pg from "pg";
import { originSql } from "../../platform/database/index.js";
import { openFileStore } from "../../platform/files/index.js";
import { speaks } from "../../platform/nats/probe.js";
import { reasonOf } from "../../platform/secrets.js";
import {
  type Check,
  type DatabasePlace,
  type Finding,
  fault,
  ok,
  oneOf,
  type Place,
  warning,
} from "./check.js";

/** The time that one service may take to answer, in milliseconds. */
const answerMs = 4_000;

async function nats({
  config: {
    nats: { place },
  },
}: Place): Promise<Finding> {
  if (!place) return ok("not configured");
  const signal = AbortSignal.timeout(answerMs);
  const answers = await Promise.all(
    place.servers.map(async (one) => [one, await speaks(one, signal)] as const),
  );
  const silent = answers.filter(([, speaking]) => !speaking).map(([server]) => server);
  if (silent.length === 0) return ok(place.servers.join(", "));
  const says = `no NATS answers at ${silent.join(", ")}`;
  const todo = "Start it, or correct NATS_URL; nodes read the ledger for themselves meanwhile.";
  return warning(says, todo);
}

/** Writes a few bytes to the bucket that are there for a moment, reads and removes them. */
async function bucket({ config }: Place): Promise<Finding> {
  const files = await openFileStore(config);
  try {
    const probe = randomBytes(64);
    const { key } = await files.put(Readable.from([probe]), { bytes: 1024 });
    const read = await buffer(await files.read(key));
    await files.remove(key);
    return read.equals(probe)
      ? ok(`${config.s3?.bucket} is written and read`)
      : fault("the store gives back other bytes", "Look for a proxy between that changes answers.");
  } catch (error) {
    const cause = (error as { cause?: unknown }).cause ?? error;
    return fault(
      `the store of files fails: ${reasonOf(cause)}`,
      "Check S3_ENDPOINT, the bucket, its key and its rights (put, get, delete).",
    );
  }
}

function folder({ config: { dataFolder } }: Place): Finding {
  const place = join(dataFolder, "files");
  if (!existsSync(place)) return ok("there is none yet; the first file makes it");
  try {
    accessSync(place, constants.R_OK | constants.W_OK | constants.X_OK);
    return ok(place);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return fault(
      `this user cannot write in ${place} (${code})`,
      "Give it to the hub's user, or run this command as the hub's user.",
    );
  }
}

/** What a replica says of itself. */
interface Standby {
  isStandby: boolean;
  origin: string;
  position: number;
}

async function replica(url: string, origin: string, head: number): Promise<string | undefined> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: answerMs,
    query_timeout: answerMs,
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const text = `select pg_is_in_recovery() as "isStandby", ${originSql} as origin, position::float8 as position from ledger_head`;
    const { rows } = await client.query<Standby>(text);
    const [found] = rows;
    if (found?.origin !== origin) return "is none of this database";
    if (!found.isStandby) return "is no standby any more";
    return head - found.position > 1000 ? `lacks ${head - found.position} changes` : undefined;
  } catch (error) {
    return `does not answer (${reasonOf(error)})`;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** What the hub works with beside its database. */
export const serviceChecks: readonly Check<Place>[] = [
  {
    id: "services.files",
    title:
      "the store of files: in S3 a few bytes are written, read and removed; a folder can be written",
    run: (place) => (place.config.s3 ? bucket(place) : folder(place)),
  },
  { id: "services.nats", title: "NATS answers, where it is configured", run: nats },
  {
    id: "services.hub",
    title: "the running hub is ready",
    run: async ({ hub }) => {
      if (!hub) return ok("no hub of these data runs here");
      const address = new URL("/health/ready", hub.url);
      try {
        const response = await fetch(address, { signal: AbortSignal.timeout(answerMs * 2) });
        return response.ok
          ? ok(`${hub.url} is ready`)
          : fault(
              `${hub.url} is not ready: ${await response.text()}`,
              "The reasons are in docs/reference/operators/monitoring.md.",
            );
      } catch (error) {
        return fault(
          `${address.href} gives no answer: ${reasonOf(error)}`,
          "Look into its log; restart it if its process hangs.",
        );
      }
    },
  },
];

/** The replicas, which are compared with the database. */
export const replicaChecks: readonly Check<DatabasePlace>[] = [
  {
    id: "services.replicas",
    title: "each replica answers, is a standby of this database, and keeps up",
    run: async ({ config, rows }) => {
      const urls = config.replicas.urls ?? [];
      if (urls.length === 0) return ok("none are configured");
      const { origin, head } = await oneOf<{ origin: string; head: number }>(
        rows,
        `select ${originSql} as origin, (select position::float8 from ledger_head) as head`,
      );
      const found = await Promise.all(urls.map((url) => replica(url, origin, head)));
      const bad = found.flatMap((says, at) => (says ? [`replica ${at + 1} ${says}`] : []));
      return bad.length === 0
        ? ok(`${urls.length} answer`)
        : warning(
            bad.join("; "),
            "Reads go elsewhere meanwhile: repair the replica, or correct DATABASE_READ_URLS.",
          );
    },
  },
];
