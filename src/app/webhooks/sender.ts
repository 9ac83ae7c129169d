import dns from "node:dns";
import http, { type ClientRequest, type IncomingMessage } from "node:http";
import https from "node:https";
import type { LookupFunction } from "node:net";
import { reset } from "../../platform/connection-end.js";
import { bareHost, isAddress, isPublicAddress } from "../../platform/public-host.js";
import { NotPublicError } from "./webhook-failures.js";

/** Bytes of an answer that are read, so that the connection can be used again; nobody sees them. */
const mostAnswerBytes = 65_536;

/** The answer of a receiver. */
export interface Answer {
  statusCode: number;
  /** The milliseconds that it asks to wait before another attempt. */
  retryAfterMs: number | undefined;
}

/** Resolves a name to all of its addresses. */
export type Resolve = (host: string) => Promise<readonly dns.LookupAddress[]>;

interface SenderOptions {
  /** Hosts that may be private, and called by http. */
  privateHosts: readonly string[];
  timeoutMs: number;
  resolve?: Resolve;
  /** The certificates that are trusted; those of the system without. */
  ca?: string;
}

/**
 * Sends deliveries. It connects to none but public addresses: a name is resolved once for a connection, and
 * the connection goes to the very addresses that were checked, whatever DNS says a moment later. It follows
 * no redirect, and uses no proxy.
 */
export class Sender {
  private readonly agents: { "http:": http.Agent; "https:": https.Agent };

  constructor(private readonly options: SenderOptions) {
    const kept = { keepAlive: true, timeout: 30_000, lookup: this.lookup };
    const { ca } = options;
    this.agents = {
      "http:": new http.Agent(kept),
      "https:": new https.Agent({ ...kept, ...(ca ? { ca } : {}) }),
    };
  }

  /**
   * Posts a body; gives the answer, or throws why there is none. A connection that was kept may be closed by
   * the receiver at the same moment: then it tries once more.
   */
  async post(
    address: string,
    body: string,
    headers: Record<string, string>,
    signal: AbortSignal,
  ): Promise<Answer> {
    try {
      return await this.postOnce(address, body, headers, signal);
    } catch (error) {
      if (!(error instanceof ReusedError)) throw error;
      return await this.postOnce(address, body, headers, signal);
    }
  }

  private async postOnce(
    address: string,
    body: string,
    headers: Record<string, string>,
    signal: AbortSignal,
  ): Promise<Answer> {
    const url = new URL(address);
    const { protocol } = url;
    this.check(url);
    const ending = AbortSignal.any([signal, AbortSignal.timeout(this.options.timeoutMs)]);
    const { request } = protocol === "https:" ? https : http;
    const sent = request(url, {
      method: "POST",
      agent: this.agents[protocol as "http:" | "https:"],
      headers: {
        ...headers,
        "content-type": "application/json; charset=utf-8",
        "content-length": Buffer.byteLength(body),
        "user-agent": "Rembuk-Webhooks/1",
        accept: "application/json, text/plain, */*",
      },
    });
    return answerOf(sent, body, ending);
  }

  /** Ends the connections that wait for another delivery. */
  close(): void {
    for (const agent of Object.values(this.agents)) agent.destroy();
  }

  /** Checks what is known without DNS: the resolver is not asked about an address. */
  private check({ hostname, protocol }: URL): void {
    const host = bareHost(hostname);
    if (this.options.privateHosts.includes(host)) return;
    if (protocol !== "https:") throw new NotPublicError(host);
    if (isAddress(host) && !isPublicAddress(host)) throw new NotPublicError(host);
  }

  /** Resolves a name for one connection; fails if any of its addresses is not public. */
  private readonly lookup: LookupFunction = (hostname, { all, family }, callback) => {
    const { resolve = resolveAll } = this.options;
    resolve(hostname).then(
      (found) => {
        const isListed = this.options.privateHosts.includes(bareHost(hostname));
        const refused = isListed
          ? undefined
          : found.find(({ address }) => !isPublicAddress(address));
        if (refused) return callback(new NotPublicError(refused.address), "");
        const [first] = found.filter((one) => !family || one.family === family);
        if (!first)
          return callback(Object.assign(new Error("no address"), { code: "ENOTFOUND" }), "");
        return all ? callback(null, [...found]) : callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, ""),
    );
  };
}

/** The loss of a connection that had been used before. */
class ReusedError extends Error {
  readonly code = "ECONNRESET";
}

const resolveAll: Resolve = (host) => dns.promises.lookup(host, { all: true });

function answerOf(sent: ClientRequest, body: string, signal: AbortSignal): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const end = () => {
    reset(sent.socket);
    sent.destroy(signal.reason as Error);
  };
  const leave = () => signal.removeEventListener("abort", end);
  signal.addEventListener("abort", end, { once: true });
  if (signal.aborted) end();
  sent.once("error", (error) => {
    leave();
    const isLost = sent.reusedSocket && (error as NodeJS.ErrnoException).code === "ECONNRESET";
    reject(signal.aborted ? signal.reason : isLost ? new ReusedError(error.message) : error);
  });
  sent.once("response", (response) => {
    resolve({ statusCode: response.statusCode ?? 0, retryAfterMs: retryAfter(response) });
    let bytes = 0;
    response.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > mostAnswerBytes) sent.destroy();
    });
    response.once("error", leave);
    response.once("close", leave);
  });
  sent.on("error", () => undefined);
  sent.end(body);
  return promise;
}

/** The wait that an answer asks for: seconds or a date (RFC 9110). */
function retryAfter({ headers }: IncomingMessage): number | undefined {
  const given = headers["retry-after"];
  if (!given) return undefined;
  const ms = /^\d+$/.test(given) ? Number(given) * 1000 : Date.parse(given) - Date.now();
  return Number.isFinite(ms) && ms > 0 ? ms : undefined;
}
