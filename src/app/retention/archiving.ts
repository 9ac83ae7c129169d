import { Archiver, type ArchiverServices, type RowsOf } from "../../ledger/index.js";
import type { FileStore } from "../../platform/files/index.js";
import type { Store } from "../store.js";
import { keptLines } from "./kept-lines.js";

/** How long an archiver waits, what it reports to, and what ends it. */
interface ArchivingOptions extends Pick<ArchiverServices, "waitMs" | "note"> {
  signal?: AbortSignal;
}

/** Works with an archiver on a session of its own, which ends with the work or with the signal. */
export async function archiving<T>(
  { store, files }: { store: Pick<Store, "connections" | "orm">; files: FileStore },
  { signal, ...options }: ArchivingOptions,
  work: (archiver: Archiver) => Promise<T>,
): Promise<T> {
  const client = await store.connections.session("rembuk-archive");
  const compiler = store.orm.em.getKysely();
  const rows: RowsOf = async (statement) => {
    const { sql: text, parameters } = statement.compile(compiler);
    return (await client.query(text, [...parameters])).rows;
  };
  const drop = () => client.drop("the hub stops");
  signal?.addEventListener("abort", drop);
  try {
    return await work(new Archiver({ rows, files, kept: keptLines(), ...options }));
  } finally {
    signal?.removeEventListener("abort", drop);
    await client.end();
  }
}
