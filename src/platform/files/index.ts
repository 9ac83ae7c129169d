import { join } from "node:path";
import type { Config } from "../config.js";
import type { FileStore } from "./file-store.js";
import { LocalFileStore } from "./local-store.js";
import { S3FileStore } from "./s3-store.js";
import { Spool } from "./spool.js";

export type { FileStore, StoredFile } from "./file-store.js";
export { isOfType, knownFileTypes, nameOfType } from "./file-type.js";
export { syncFolder } from "./local-store.js";
export { bodyOf, S3Requests } from "./s3-requests.js";
export { Spool, type SpooledFile } from "./spool.js";

/** Opens the folder for incoming files, in the data folder. */
export const openSpool = ({ dataFolder }: Pick<Config, "dataFolder">): Promise<Spool> =>
  Spool.open(join(dataFolder, "uploads"));

/** Opens the configured store: S3 if it has an address, else the data folder. */
export async function openFileStore(config: Pick<Config, "dataFolder" | "s3">): Promise<FileStore> {
  if (config.s3) return new S3FileStore(config.s3, await openSpool(config));
  return LocalFileStore.open(join(config.dataFolder, "files"));
}
