import { Agent, request } from "node:http";
import type { HostileRequest } from "./requests.js";

/** An answer as it came over the wire; without a status where none came. */
export interface HostileAnswer {
  status: number | undefined;
  headers: Record<string, string | string[] | undefined>;
  text: string;
  /** Why there is no answer. */
  lost?: string;
}

/** What betrays the hub's inside: stacks, files, SQL, and the words of Postgres and of the ORM. */
const inside =
  /node_modules|\/dist\/src\/|\.[jt]s:\d+:\d+|violates \w+ constraint|duplicate key value|invalid input syntax|invalid byte sequence|out of range for type|current transaction is aborted|kysely|mikro-?orm|TypeError|RangeError/i;

/** An answer larger than this to a faulty request is larger than its question has a right to. */
const mostErrorBytes = 100_000;

/** Sends a request; the agent bounds how many go at once. */
export function send(agent: Agent, base: string, sent: HostileRequest): Promise<HostileAnswer> {
  return new Promise((resolve) => {
    const lost = (reason: unknown) =>
      resolve({ status: undefined, headers: {}, text: "", lost: String(reason) });
    try {
      const { method, path, headers, body } = sent;
      const length = body === undefined ? {} : { "content-length": Buffer.byteLength(body) };
      const url = new URL(base);
      const options = { agent, method, path, headers: { ...headers, ...length } };
      const out = request({ ...options, host: url.hostname, port: url.port }, (response) => {
        const parts: Buffer[] = [];
        response.on("data", (part: Buffer) => parts.push(part));
        response.on("error", lost);
        response.on("end", () => {
          const text = Buffer.concat(parts).toString("utf8");
          resolve({ status: response.statusCode, headers: response.headers, text });
        });
      });
      out.on("error", (error: NodeJS.ErrnoException) => {
        // The server may have closed a kept connection at that moment: clients then send once more.
        if (out.reusedSocket && error.code === "ECONNRESET") resolve(send(agent, base, sent));
        else lost(`${error.code ?? "no code"}: ${error.message}`);
      });
      out.end(body);
    } catch (error) {
      lost(`not sent: ${error}`);
    }
  });
}

interface ShownError {
  message?: string;
  extensions?: { code?: string };
}

function errorsOf(text: string): ShownError[] {
  try {
    const { errors } = JSON.parse(text) as { errors?: ShownError[] };
    return Array.isArray(errors) ? errors : [];
  } catch {
    return [];
  }
}

/** True for a request that a server may refuse unread: it closes the connection while the rest comes. */
const isLarge = ({ path, headers, body = "" }: HostileRequest): boolean =>
  body.length > 10_000 || path.length + JSON.stringify(headers).length > 8000;

/** What is wrong with an answer; empty where nothing is. */
export function faultsOf(
  sent: HostileRequest,
  { status, headers, text, lost }: HostileAnswer,
): string[] {
  const faults: string[] = [];
  if (lost?.startsWith("not sent")) return [];
  // A head that is too long is refused before its method is known: the refusal has a body, HEAD or not.
  if (sent.method === "HEAD" && lost?.includes("Parse Error")) return [];
  if (lost && !(isLarge(sent) && /^(EPIPE|ECONNRESET)/.test(lost))) {
    faults.push(`no answer: ${lost}`);
  }
  if (status !== undefined && status >= 500 && status !== 503) faults.push(`status ${status}`);
  if (status === 503 && headers["retry-after"] === undefined)
    faults.push("503 without Retry-After");
  const errors = errorsOf(text);
  for (const { extensions } of errors) {
    const code = extensions?.code;
    if (!code || code === "INTERNAL_SERVER_ERROR") faults.push(`error with the code ${code}`);
  }
  const messages = JSON.stringify(errors);
  const said = inside.exec(messages)?.[0];
  // A client's own words may come back to it.
  if (said && !(sent.body ?? sent.path).includes(said)) faults.push(`an error shows "${said}"`);
  if (errors.length > 0 && messages.length > mostErrorBytes) {
    faults.push(`${messages.length} bytes of errors`);
  }
  return [...new Set(faults)];
}
