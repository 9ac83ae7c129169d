import { type Fault, offline } from "../graph/faults.js";
import type { Language } from "../language/language.js";

/** A file on its way to one of the hub's addresses for files. */
export interface Sending {
  method: "PUT" | "POST";
  path: string;
  file: Blob;
  mediaType: string;
  token: string | null;
  language: Language;
  /** The share that the hub has received, 0 to 100. */
  onProgress?: (share: number) => void;
  /** Each line of an answer in NDJSON, as it comes. */
  onLine?: (line: unknown) => void;
  signal?: AbortSignal;
}

/** What the hub answered to a file; `extensions` has what a fault says beyond its message. */
export type Sent =
  | { data: Record<string, unknown>; fault: undefined }
  | { data: undefined; fault: Fault; extensions: Record<string, unknown> };

interface RefusalBody {
  message?: string;
  extensions?: { code?: string; fields?: { path: string; message: string }[] };
}

const unreached: Sent = { data: undefined, fault: offline, extensions: {} };

function refusal({ message = "", extensions = {} }: RefusalBody, retryAfter: number | null): Sent {
  const { code = "INTERNAL_SERVER_ERROR", fields = [] } = extensions;
  return { data: undefined, fault: { code, message, fields, retryAfter }, extensions };
}

const linesOf = (text: string): string[] => text.split("\n").filter((line) => line.trim() !== "");

/** The last word of the hub in an answer of one object, or of one object a line. */
function sentOf(request: XMLHttpRequest): Sent {
  const retryAfter = Number(request.getResponseHeader("retry-after")) || null;
  const isLines = request.getResponseHeader("content-type")?.includes("ndjson");
  const text = isLines ? (linesOf(request.responseText).at(-1) ?? "") : request.responseText;
  try {
    const body = JSON.parse(text) as Record<string, unknown> & {
      errors?: RefusalBody[];
      error?: RefusalBody;
      result?: Record<string, unknown>;
    };
    const fault = body.errors?.[0] ?? body.error;
    if (fault) return refusal(fault, retryAfter);
    return { data: body.result ?? body, fault: undefined };
  } catch {
    return unreached;
  }
}

/** The function that hands over each complete line of an answer once. */
function lineReader(request: XMLHttpRequest, onLine: (line: unknown) => void): () => void {
  let read = 0;
  return () => {
    const complete = request.responseText.slice(0, request.responseText.lastIndexOf("\n") + 1);
    for (const line of linesOf(complete.slice(read))) onLine(JSON.parse(line));
    read = complete.length;
  };
}

/** Sends a file with its progress, which `fetch` does not tell. */
export function sendFile(sending: Sending): Promise<Sent> {
  const { method, path, file, mediaType, token, language, onProgress, onLine, signal } = sending;
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open(method, path);
    request.setRequestHeader("content-type", mediaType);
    request.setRequestHeader("accept-language", language);
    if (token) request.setRequestHeader("authorization", `Bearer ${token}`);
    if (onLine) {
      request.setRequestHeader("accept", "application/x-ndjson");
      request.onprogress = lineReader(request, onLine);
    }
    request.upload.onprogress = ({ loaded, total }) => onProgress?.((100 * loaded) / total);
    request.onload = () => resolve(sentOf(request));
    request.onerror = () => resolve(unreached);
    request.onabort = () => resolve(unreached);
    signal?.addEventListener("abort", () => request.abort());
    request.send(file);
  });
}
