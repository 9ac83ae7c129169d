import { Archiver, type ArchiverServices, type RowsOf } from "../../ledger/index.js";
import { RoleFault, sqlOn, standingOf } from "../../platform/database/index.js";
import type { FileStore } from "../../platform/files/index.js";
import type { Store } from "../store.js";
import { keptLines } from "./kept-lines.js";

const needsOwner =
  "An archive of the ledger drops its lines from the database, which only its owner may: set DATABASE_OWNER_URL.";

/** How long an archiver waits, what it reports to, and what ends it. */
interface ArchivingOptions extends Pick<ArchiverServices, "waitMs" | "note"> {
  signal?: AbortSignal;
}

/**
 * Works with an archiver on a session of its own, which ends with the work or with the signal. It is the
 * database's owner's: what is archived is dropped.
 */
export async function archiving<T>(
  { store, files }: { store: Pick<Store, "connections" | "owner" | "orm">; files: FileStore },
  { signal, ...options }: ArchivingOptions,
  work: (archiver: Archiver) => Promise<T>,
): Promise<T> {
  const { connections, owner = connections } = store;
  const client = await owner.session("rembuk-archive");
  const compiler = store.orm.em.getKysely();
  const run = sqlOn(client);
  const rows: RowsOf = (statement) => {
    const { sql: text, parameters } = statement.compile(compiler);
    return run(text, parameters);
  };
  const drop = () => client.drop("the hub stops");
  signal?.addEventListener("abort", drop);
  try {
    if (!(await standingOf(run)).mayAlter) throw new RoleFault(needsOwner);
    return await work(new Archiver({ rows, files, kept: keptLines(), ...options }));
  } finally {
    signal?.removeEventListener("abort", drop);
    await client.end();
  }
}
