import type { Readable } from "node:stream";
import { notFound } from "../errors.js";

/** A file as a store holds it. */
export interface StoredFile {
  /** By which the store finds it again: its SHA-256, so that the same content is kept once. */
  key: string;
  /** In bytes. */
  size: number;
  /** SHA-256 of the content, hex. */
  sha256: string;
}

/** How large a file may be. */
export interface FileLimits {
  /** In bytes. */
  bytes: number;
}

/**
 * Where uploaded files are kept, named by their content. It knows nothing of who may see a file:
 * the record that names the key does. Whoever removes a key knows that no record names it any more.
 */
export interface FileStore {
  /** Keeps what the stream brings; BAD_USER_INPUT with the reason TOO_LARGE above the limit. */
  put(source: Readable, limits: FileLimits): Promise<StoredFile>;
  /** The content; NOT_FOUND when there is no such file, UNAVAILABLE when it cannot be had now. */
  read(key: string): Promise<Readable>;
  /** Forgets the file; one that is not there is no error. */
  remove(key: string): Promise<void>;
}

/** The key as it is, when it can be one; else NOT_FOUND, so that no key becomes another path. */
export function checkedKey(key: string): string {
  if (/^[0-9a-f]{64}$/.test(key)) return key;
  throw notFound("File");
}
