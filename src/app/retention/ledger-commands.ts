import { type Command, InvalidArgumentError } from "commander";
import {
  type ArchiveLimit,
  archivesOf,
  headOf,
  newEpoch,
  type Partition,
  partitionsOf,
  rowsBy,
} from "../../ledger/index.js";
import { preparing } from "../../platform/database/index.js";
import { type FileStore, openFileStore } from "../../platform/files/index.js";
import type { Logger } from "../../platform/logger.js";
import type { Database } from "../../reading/index.js";
import type { OnStore, Store } from "../store.js";
import { bringToVersion } from "../version.js";
import { archiving } from "./archiving.js";

/** How long the command waits for earlier reads, in milliseconds. */
const waitMs = 900_000;

/** The limit of an archive as an operator writes it: a position, or a date or instant. */
function archiveLimit(text: string): ArchiveLimit {
  if (/^\d{1,15}$/.test(text)) return { position: Number(text) };
  const instant = new Date(text);
  if (/^\d{4}-\d{2}-\d{2}(T.*)?$/.test(text) && !Number.isNaN(instant.valueOf()))
    return { instant };
  throw new InvalidArgumentError(
    "It is a position, or a date such as 2026-01-31 (from 00:00 UTC).",
  );
}

const columns = ["first", "last", "lines", "bytes", "state"];

/** The ledger's partitions and archives, as lines of a table. */
async function partitionLines({ orm }: Store): Promise<string[]> {
  const database = orm.em.getKysely() as Database;
  const { position } = await headOf(database);
  const archives = await archivesOf(rowsBy(database));
  const archived = archives
    .filter(({ isDropped }) => isDropped)
    .map(({ first, last, bytes }) => [first, last, last - first + 1, bytes, "archived"]);
  const isArchiving = ({ name }: Partition) => archives.some((one) => one.partition === name);
  const living = (await partitionsOf(database))
    .filter(({ last }) => last > 0)
    .map((partition) => {
      const first = partition.first ?? 1;
      const lines = Math.max(0, Math.min(position, partition.last) - first + 1);
      const state = isArchiving(partition)
        ? "archiving"
        : stateOf({ ...partition, first }, position);
      return [first, partition.last, lines, partition.bytes, state];
    });
  return [columns, ...archived, ...living].map((cells) => cells.join("\t"));
}

function stateOf({ first, last }: { first: number; last: number }, position: number): string {
  if (first > position) return "empty";
  return last < position ? "finished" : "open";
}

/** Archives what stands before a limit, and drops it; reports each step. */
async function archiveLedger(
  store: Store,
  files: FileStore,
  limit: ArchiveLimit,
  say: (line: string) => void,
): Promise<void> {
  const done = await archiving({ store, files }, { waitMs, note: say }, (archiver) =>
    archiver.archive(limit),
  );
  if (!done) throw new Error("Another process archives the ledger now. Repeat the command later.");
  if (done.length === 0) say("nothing to archive");
}

/** Begins a new epoch of a ledger that was restored, at this version's schema; tells what has become of it. */
async function beginEpoch(store: Store, logger: Logger): Promise<string> {
  return preparing(store.connections, async () => {
    await bringToVersion(store, logger);
    const database = store.orm.em.getKysely() as Database;
    const { position } = await headOf(database);
    const resumed = await newEpoch(database, "OPERATOR");
    return `restored at position ${position}, resumed at ${resumed}`;
  });
}

/** Adds the commands of the ledger's partitions and archives. */
export function addLedgerCommands(
  program: Command,
  onStore: OnStore,
  say: (line: string) => void,
): void {
  const ledger = program.command("ledger").description("the ledger's partitions and archives");
  ledger
    .command("partitions")
    .description("list them: first and last position, lines, bytes, state")
    .action(() =>
      onStore(async (store) => {
        for (const line of await partitionLines(store)) say(line);
      }),
    );
  ledger
    .command("new-epoch")
    .description(
      "after a restore by other means than `rembuk restore`: positions go on beyond all that were given before",
    )
    .action(() =>
      onStore(
        async (store, logger) => {
          say(await beginEpoch(store, logger));
        },
        { migrates: true },
      ),
    );
  ledger
    .command("archive")
    .description(
      "write finished partitions to the file store, read them back, and drop them; repeat it after an interruption",
    )
    .requiredOption(
      "--before <position or date>",
      "only partitions whose changes all stand before it",
      archiveLimit,
    )
    .action(({ before }: { before: ArchiveLimit }) =>
      onStore(async (store, _, config) => {
        await archiveLedger(store, await openFileStore(config), before, say);
      }),
    );
}
