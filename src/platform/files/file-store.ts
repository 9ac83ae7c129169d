import type { Readable } from "node:stream";
import { notFound } from "../errors.js";

/** A stored file. */
export interface StoredFile {
  /** Its key in the store: the SHA-256, so that equal contents are stored once. */
  key: string;
  /** In bytes. */
  size: number;
  /** SHA-256 of the content, hex. */
  sha256: string;
}

/** The limits of a file. */
export interface FileLimits {
  /** In bytes. */
  bytes: number;
  /** Counts each part of the file before it is written; throws where there is no space for it. */
  grow?(bytes: number): void;
}

/**
 * A store of uploaded files, named by their content. It does not know who may see a file: the record
 * that has the key decides that. The caller of `remove` ensures that no record has the key any more.
 */
export interface FileStore {
  /** Stores the content of a stream; BAD_USER_INPUT with the reason TOO_LARGE above the limit. */
  put(source: Readable, limits: FileLimits): Promise<StoredFile>;
  /** The content of a file; NOT_FOUND when it is absent, UNAVAILABLE when the store does not answer. */
  read(key: string): Promise<Readable>;
  /** The size of a file in bytes; undefined where it is absent. */
  sizeOf(key: string): Promise<number | undefined>;
  /** Tells whether a file is there. */
  has(key: string): Promise<boolean>;
  /** Removes a file; an absent one is not an error. */
  remove(key: string): Promise<void>;
}

/** The key if it has the form of one; NOT_FOUND otherwise, so that no key becomes another path. */
export function checkedKey(key: string): string {
  if (/^[0-9a-f]{64}$/.test(key)) return key;
  throw notFound("File");
}
