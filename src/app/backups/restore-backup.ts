import type { EntityManager, MikroORM } from "@mikro-orm/postgresql";
import type pg from "pg";
import { verifyMinutes } from "../../domain/deliberations/index.js";
import { newEpoch, rowsBy, verifyLedgerWithin } from "../../ledger/index.js";
import {
  BackupError,
  type PackedEntry,
  type PlacedBackup,
  unpacked,
  type WholeBackup,
} from "../../platform/backup-files/index.js";
import { clientOf, type RunSql, sqlOn } from "../../platform/database/index.js";
import type { FileStore } from "../../platform/files/index.js";
import { verifyFiles } from "../stored-files.js";
import { type CheckedBackup, keyOfEntry } from "./check-backup.js";
import { DatabaseLoad } from "./load-database.js";
import { RestoredFiles } from "./restored-files.js";
import { tableOfPart } from "./table-parts.js";

/** Where a backup is restored to. */
export interface RestoreTarget {
  /** Of the tables' owner. */
  orm: MikroORM;
  files: FileStore;
  note(line: string): void;
  /** Ends the transaction of the restore, as with the rights of the hub's user. */
  finish?(run: RunSql): Promise<void> | undefined;
}

/** What came of a restore. */
export interface Restored {
  /** The migrations that the backup lacked. */
  migrations: string[];
  rows: number;
  files: number;
  /** The position with which the ledger goes on. */
  position: number;
}

/** Restoring may take long, and waits for the backup meanwhile. */
const unhurried = `set local statement_timeout = 0; set local lock_timeout = 0; set local jit = off;
  set local idle_in_transaction_session_timeout = 0; set local maintenance_work_mem = '128MB'`;

// What is there beside extensions: a database that anybody uses has something. The list of migrations is made
// outside of their transaction; where it is alone, a restore was killed.
const strangeSql = `
  select relname::text as name from pg_class
  where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p', 'v', 'm', 'S', 'f')
    and relname !~ '^schema_migration(_id_seq)?$'
    and not exists (select from pg_depend
      where classid = 'pg_class'::regclass and objid = pg_class.oid and deptype = 'e')
  union all
  select proname from pg_proc
  where pronamespace = current_schema()::regnamespace and not exists (select from pg_depend
    where classid = 'pg_proc'::regclass and objid = pg_proc.oid and deptype = 'e')
  order by name limit 1`;

/** One restore, within one transaction. */
class Restoring {
  private readonly run;
  readonly files: RestoredFiles;
  /** True once the database is known to be empty. */
  isBegun = false;
  private rows = 0;

  constructor(
    private readonly target: RestoreTarget,
    private readonly em: EntityManager,
    private readonly client: pg.ClientBase,
    private readonly backup: CheckedBackup,
  ) {
    this.run = sqlOn(client);
    this.files = new RestoredFiles(target.files);
  }

  async restore(entries: AsyncIterable<PackedEntry>): Promise<Restored> {
    const { em, run, target, backup } = this;
    await run(unhurried);
    await this.refuseUsed();
    this.isBegun = true;
    const transaction = em.getTransactionContext();
    await target.orm.migrator.up({ transaction, migrations: backup.manifest.migrations });
    const load = new DatabaseLoad(this.client, run, backup.manifest);
    await load.begin();
    await this.load(entries, load);
    target.note("indexes and references");
    await load.end();
    const applied = await target.orm.migrator.up({ transaction });
    await run("analyze");
    // What came after the backup is lost, and clients that have seen it are told so.
    const position = await newEpoch(em.getKysely(), "RESTORED");
    target.note("verification");
    await this.verify();
    await target.finish?.(run);
    const migrations = applied.map(({ name }) => name);
    return { migrations, rows: this.rows, files: this.files.count, position };
  }

  private async refuseUsed(): Promise<void> {
    const [strange] = await this.run<{ name: string }>(strangeSql);
    if (!strange) return;
    throw new BackupError(
      `The database is not empty: ${strange.name} is there. Restore into an empty database.`,
    );
  }

  /** Loads tables and files as they come. */
  private async load(entries: AsyncIterable<PackedEntry>, load: DatabaseLoad): Promise<void> {
    const sequence = entries[Symbol.asyncIterator]();
    let next = await sequence.next();
    while (!next.done) {
      const { name, content } = next.value;
      const [table, key] = [tableOfPart(name), keyOfEntry(name)];
      if (table === undefined) {
        await this.take(key, content);
        next = await sequence.next();
        continue;
      }
      // The parts of a table follow each other.
      const parts = async function* () {
        while (!next.done && tableOfPart(next.value.name) === table) {
          yield* next.value.content;
          next = await sequence.next();
        }
      };
      await this.loadTable(table, parts(), load);
    }
  }

  private async loadTable(
    table: string,
    parts: AsyncIterable<Buffer>,
    load: DatabaseLoad,
  ): Promise<void> {
    const rows = this.backup.summary.rows[table];
    const isLoaded = await load.load(table, parts, rows);
    if (isLoaded) this.rows += rows ?? 0;
    else this.target.note(`left out: the table ${table}, which is not the hub's`);
    if (isLoaded && (rows ?? 0) >= notedRows) this.target.note(`${table}: ${rows} rows`);
  }

  /** Takes an entry that is of no table: a file, or what was read before. */
  private async take(key: string | undefined, content: AsyncIterable<Buffer>): Promise<void> {
    const isWhole = key !== undefined && !this.backup.summary.altered.includes(key);
    if (isWhole) await this.files.put(key, content);
    else for await (const _ of content);
  }

  /** Checks the ledger, the minutes and the files; what the backup lacks already is no fault of the restore. */
  private async verify(): Promise<void> {
    const { em, backup } = this;
    const { whole, ...ledger } = await verifyLedgerWithin(rowsBy(em.getKysely()));
    if (!whole) throw failed(`the ledger is ${JSON.stringify(ledger)}`);
    const minutes = await verifyMinutes(em);
    if (minutes.fault) throw failed(`the minutes ${minutes.fault.id}: ${minutes.fault.reason}`);
    const { faults } = await verifyFiles(this.run, this.target.files);
    const known = new Set([...backup.summary.missing, ...backup.summary.altered]);
    const fault = [...faults].find(([key]) => !known.has(key));
    if (fault) throw failed(`the file ${fault[0]} is ${fault[1]}`);
  }
}

/** The number of rows from which on a table is worth a line. */
const notedRows = 10_000;

const failed = (what: string): BackupError =>
  new BackupError(`What was restored does not verify, and was taken back: ${what}.`);

/**
 * Restores a backup that was checked into an empty database and a store of files, verifies it, and commits all of
 * it at the end. Where that fails, both are as they were.
 */
export async function restoreBackup(
  target: RestoreTarget,
  { place, name }: PlacedBackup,
  backup: CheckedBackup,
): Promise<Restored> {
  let restoring: Restoring | undefined;
  try {
    return await target.orm.em.fork().transactional(async (em) => {
      const transaction = em.getTransactionContext();
      if (!transaction) throw new Error("A restore runs in a transaction");
      const client = await clientOf(transaction);
      restoring = new Restoring(target, em, client, backup);
      let whole: WholeBackup | undefined;
      const entries = unpacked(place.read(name), (told) => {
        whole = told;
      });
      const restored = await restoring.restore(entries);
      // It may have been replaced since it was checked.
      if (whole?.sha256 !== backup.whole.sha256)
        throw new BackupError("The backup changed while it was restored.");
      return restored;
    });
  } catch (error) {
    await restoring?.files.undo();
    if (restoring?.isBegun) await forgetMigrations(target.orm);
    throw error;
  }
}

/** Removes the empty list of migrations. */
async function forgetMigrations({ em }: MikroORM): Promise<void> {
  const drop = em.getConnection().execute("drop table if exists schema_migration");
  // The error to report is the first one.
  await drop.catch(() => undefined);
}
