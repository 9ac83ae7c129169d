import { join } from "node:path";
import type { Config } from "../config.js";
import type { FileStore } from "./file-store.js";
import { LocalFileStore } from "./local-store.js";
import { S3FileStore } from "./s3-store.js";
import { Spool } from "./spool.js";

export type { FileStore, StoredFile } from "./file-store.js";
export { Spool, type SpooledFile } from "./spool.js";

/** Where files lie while they come in, in the data folder. */
export const openSpool = ({ dataFolder }: Pick<Config, "dataFolder">): Promise<Spool> =>
  Spool.open(join(dataFolder, "uploads"));

/** The store that the configuration asks for: S3 where its address is given, else the data folder. */
export async function openFileStore(config: Pick<Config, "dataFolder" | "s3">): Promise<FileStore> {
  if (config.s3) return new S3FileStore(config.s3, await openSpool(config));
  return LocalFileStore.open(join(config.dataFolder, "files"));
}
