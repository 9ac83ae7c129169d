import { existsSync, statSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import type { BackupConfig } from "../config.js";
import { BackupError, type BackupPlace, type PlacedBackup } from "./backup-place.js";
import { FolderPlace } from "./folder-place.js";
import { S3Place } from "./s3-place.js";

/** The store of backups in S3, without the bucket, which their address names. */
export type BackupS3 = NonNullable<BackupConfig["s3"]>;

/** `s3://bucket/key`, where the key may be empty. */
const s3Form = /^s3:\/\/(?<bucket>[a-z0-9][a-z0-9-]{1,61}[a-z0-9])(?:\/(?<key>.*))?$/;

/** The name of a backup of this instant; names sort by their instants. */
export const backupName = (at: Date): string =>
  `rembuk-${at.toISOString().replaceAll(/[-:]|\.\d+/g, "")}.tar`;

/** True for a name that `backupName` gives. */
export const isBackupName = (name: string): boolean => /^rembuk-\d{8}T\d{6}Z\.tar$/.test(name);

function s3Place(bucket: string, prefix: string, s3: BackupS3 | undefined): S3Place {
  if (s3) return new S3Place({ ...s3, bucket }, prefix);
  throw new BackupError(
    "An address s3://… needs BACKUP_S3_ENDPOINT, or S3_ENDPOINT, with its keys.",
  );
}

const partsOfS3 = (address: string): { bucket: string; key: string } => {
  const { bucket, key = "" } = s3Form.exec(address)?.groups ?? {};
  if (bucket === undefined) throw new BackupError(`${address} is not of the form s3://bucket/key.`);
  return { bucket, key };
};

const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory();

/** The place of backups with this address: a folder, or `s3://bucket/prefix`. */
export function placeAt(address: string, s3: BackupS3 | undefined): BackupPlace {
  if (!address.startsWith("s3:")) return new FolderPlace(resolve(address));
  const { bucket, key } = partsOfS3(address);
  return s3Place(bucket, key === "" || key.endsWith("/") ? key : `${key}/`, s3);
}

/**
 * One backup by its address. That of a folder, or one that ends with `/`, gets a name of this instant, where
 * `at` is given.
 */
export function backupAt(address: string, s3: BackupS3 | undefined, at?: Date): PlacedBackup {
  const isS3 = address.startsWith("s3:");
  const isPlace = isS3
    ? /^s3:\/\/[^/]*$|\/$/.test(address)
    : isFolder(address) || address.endsWith("/");
  if (isPlace && at) return { place: placeAt(address, s3), name: backupName(at) };
  if (isPlace) throw new BackupError(`${address} is a place of backups: name one of them.`);
  if (!isS3) {
    const path = resolve(address);
    return { place: new FolderPlace(dirname(path)), name: basename(path) };
  }
  const { bucket, key } = partsOfS3(address);
  const end = key.lastIndexOf("/") + 1;
  return { place: s3Place(bucket, key.slice(0, end), s3), name: key.slice(end) };
}
