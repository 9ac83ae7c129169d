import type { IncomingHttpHeaders } from "node:http";
import type { Readable } from "node:stream";
import type { Language } from "../platform/errors.js";
import type { SpooledFile } from "../platform/files/index.js";

// What the transport of files needs from the composition root.

/** A request to the address of a file. */
export interface FileRequest {
  /** The parts of the path that the route names, as `id` of `/imports/:id`. */
  parameters: Readonly<Record<string, string>>;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  language: Language;
}

/** A file that the client is to save. */
export interface Download {
  /** The suggested file name; any letters. */
  name: string;
  mediaType: string;
  /** In bytes, where it is known before. */
  size?: number;
  /**
   * Set when the content is read from the context's snapshot. It is then written to disk completely
   * before it is sent: a slow line holds no snapshot, and a failure midway does not look like an end.
   */
  isMade?: boolean;
  /** The cost of making it, where it is more than that of any table. */
  cost?: number;
  /** Opens its content; the signal of a made one ends when its client has left. */
  open(signal?: AbortSignal): Readable | Promise<Readable>;
  /** Headers that are known once it has been opened. */
  headers?(): Readonly<Record<string, string>>;
}

/** An upload that has been received completely. */
export interface UploadRequest extends FileRequest {
  /** Removed once the answer has been given. */
  file: SpooledFile;
  /** As declared, without its parameters. */
  mediaType: string;
  /** Reports progress to a client that asked for it; never waits for the client. */
  progress(line: Readonly<Record<string, unknown>>): void;
}

/** Finds a file; undefined where there is none, or none that the requester may see. */
export type DownloadHandler<C> = (
  context: C,
  request: FileRequest,
) => Promise<Download | undefined>;

/** The handling of uploads to an address. */
export interface UploadHandler<C> {
  /** The limit on bytes that applies: that of tables or that of other files. */
  limit: "tableBytes" | "fileBytes";
  /** The accepted media types. */
  mediaTypes: readonly string[];
  /**
   * Throws for a requester or an address that is refused, before a byte of the body is read. Gives the
   * organisation for which the requester sends, whose uploads share slots and disk space.
   */
  check(context: C, request: FileRequest): Promise<string>;
  /** Reads the body while it arrives; throws as soon as its form is wrong, before the rest is received. */
  inspect?(request: FileRequest, content: AsyncIterable<Buffer>): Promise<void>;
  /** Does the work; its result is sent as JSON. */
  take(context: C, request: UploadRequest): Promise<unknown>;
}

/** The methods of an address; HEAD is answered as GET is, without the body. */
export interface FileMethods<C> {
  GET?: DownloadHandler<C>;
  PUT?: UploadHandler<C>;
  POST?: UploadHandler<C>;
}

/** Addresses of files, as `/imports/:kind/:id`: each `:name` stands for one part of a path. */
export type FileRoutes<C> = Readonly<Record<string, FileMethods<C>>>;
