import type { IncomingHttpHeaders } from "node:http";
import type { Readable } from "node:stream";
import type { Language } from "../../platform/errors.js";
import type { SpooledFile } from "../../platform/files/index.js";

/** What is asked of a file's address. */
export interface FileRequest {
  /** The parts of the path that the route names, as `id` of `/imports/:id`. */
  parameters: Readonly<Record<string, string>>;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  language: Language;
}

/** A file to be saved by whoever asked. */
export interface Download {
  /** The name under which it is to be saved; any letters. */
  name: string;
  mediaType: string;
  /** In bytes, where it is known before. */
  size?: number;
  /**
   * Whether it is read from the context's snapshot. Then it lies whole on disk before it is sent:
   * a slow line holds no snapshot, and what fails midway does not look like an end.
   */
  isMade?: boolean;
  open(): Readable | Promise<Readable>;
}

/** An upload that has come in whole. */
export interface UploadRequest extends FileRequest {
  /** Gone once the answer has been given. */
  file: SpooledFile;
  /** As declared, without its parameters. */
  mediaType: string;
  /** Tells a client that asked for it how far the work is; never waits for the client. */
  progress(line: Readonly<Record<string, unknown>>): void;
}

/** Finds a file; undefined where there is none, or none that the requester may see. */
export type Downloading<C> = (context: C, asked: FileRequest) => Promise<Download | undefined>;

/** How uploads to an address are taken. */
export interface Uploading<C> {
  /** Which of the limits on bytes holds: that of tables or that of other files. */
  limit: "tableBytes" | "fileBytes";
  /** The media types that are taken. */
  mediaTypes: readonly string[];
  /** Throws for an requester or an address that is refused, before a byte of the body is read. */
  check(context: C, asked: FileRequest): Promise<void>;
  /** Does the work; its result is told as JSON. */
  take(context: C, asked: UploadRequest): Promise<unknown>;
}

/** What an address answers; HEAD is answered as GET is, without the body. */
export interface FileMethods<C> {
  GET?: Downloading<C>;
  PUT?: Uploading<C>;
  POST?: Uploading<C>;
}

/** Addresses of files, as `/imports/:kind/:id`: each `:name` stands for one part of a path. */
export type FileRoutes<C> = Readonly<Record<string, FileMethods<C>>>;

/** A route that a path took. */
export interface Routed<C> {
  methods: FileMethods<C>;
  parameters: Record<string, string>;
}

/** A part of a path as it was meant; undefined where it spells nothing. */
export function partOf(text: string): string | undefined {
  try {
    return decodeURIComponent(text) || undefined;
  } catch {
    return undefined;
  }
}

function parametersOf(pattern: string, path: string): Record<string, string> | undefined {
  const [wanted, given] = [pattern.split("/"), path.split("/")];
  if (wanted.length !== given.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [at, part] of wanted.entries()) {
    const text = given[at] ?? "";
    const meant = part.startsWith(":") ? partOf(text) : undefined;
    if (meant !== undefined) parameters[part.slice(1)] = meant;
    else if (part !== text) return undefined;
  }
  return parameters;
}

/** The route of a path, if it is that of a file. */
export function routeOf<C>(routes: FileRoutes<C>, path: string): Routed<C> | undefined {
  for (const [pattern, methods] of Object.entries(routes)) {
    const parameters = parametersOf(pattern, path);
    if (parameters) return { methods, parameters };
  }
  return undefined;
}
