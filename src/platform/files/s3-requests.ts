import { createHash } from "node:crypto";
import { request as httpRequest, type IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setTimeout as pause } from "node:timers/promises";
import { AwsV4Signer } from "aws4fetch";
import type { S3Config } from "../config.js";
import { HubError, unavailable } from "../errors.js";

/** Timeout without any data between the hub and the store, in milliseconds. */
const silenceMs = 30_000;
const attempts = 3;
/** Pause before the second attempt, in milliseconds; it doubles before the third. */
const pauseMs = 200;

const emptyHash = createHash("sha256").digest("hex");

/** The methods whose answer has content that the caller reads. */
const giving: ReadonlySet<string> = new Set(["GET", "POST"]);

const unreachable = (cause: unknown) =>
  Object.assign(
    unavailable({
      en: "The hub cannot reach its store of files; try again.",
      id: "Hub tidak dapat menjangkau penyimpanan berkasnya; coba lagi.",
    }),
    { cause },
  );

/** True if a retry may succeed: the store has a fault of its own, or too many requests. */
const isTransient = (status: number): boolean => status >= 500 || status === 429;

/** The content of a request, whose length and hash are signed with it. */
export interface S3Body {
  /** In bytes. */
  size: number;
  /** SHA-256, hex. */
  sha256: string;
  /** Opens it at its start; called once for each attempt. */
  open(): Readable;
}

/** A request to a bucket. */
export interface S3Request {
  method: "GET" | "HEAD" | "PUT" | "POST" | "DELETE";
  /** The key of the object; the bucket itself where it is empty. */
  key: string;
  query?: Readonly<Record<string, string>>;
  headers?: Readonly<Record<string, string>>;
  /** The statuses that are an answer; others are failures. */
  expected: readonly number[];
  body?: S3Body;
}

/** The bytes as the content of a request. */
export const bodyOf = (bytes: Buffer): S3Body => ({
  size: bytes.length,
  sha256: createHash("sha256").update(bytes).digest("hex"),
  open: () => Readable.from([bytes]),
});

/** Requests to a bucket of an S3-compatible service, addressed by path. */
export class S3Requests {
  constructor(private readonly config: S3Config) {}

  /**
   * Requests with retries until the answer has an `expected` status; UNAVAILABLE after the last one. Discards
   * contents other than those of GET and POST.
   */
  async request(asked: S3Request): Promise<IncomingMessage> {
    const { method, expected } = asked;
    for (let attempt = 1; ; attempt += 1) {
      let failure: unknown;
      try {
        const answer = await this.send(asked);
        const { statusCode = 0 } = answer;
        if (expected.includes(statusCode)) return giving.has(method) ? answer : answer.resume();
        answer.resume();
        failure = new Error(`the store answered ${method} with ${statusCode}`);
        if (!isTransient(statusCode)) throw unreachable(failure);
      } catch (error) {
        if (error instanceof HubError) throw error;
        failure = error;
      }
      if (attempt === attempts) throw unreachable(failure);
      await pause(pauseMs * attempt);
    }
  }

  private async send({ method, key, query = {}, headers = {}, body }: S3Request) {
    const { endpoint, bucket, region, accessKeyId, secretAccessKey } = this.config;
    const address = new URL(`${endpoint.replace(/\/$/, "")}/${bucket}${key ? `/${key}` : ""}`);
    address.search = new URLSearchParams(query).toString();
    const signer = new AwsV4Signer({
      method,
      url: address.href,
      headers: { ...headers, "x-amz-content-sha256": body?.sha256 ?? emptyHash },
      ...{ accessKeyId, secretAccessKey, region, service: "s3" },
    });
    const signed = await signer.sign();
    const start = signed.url.protocol === "https:" ? httpsRequest : httpRequest;
    const length = { "content-length": String(body?.size ?? 0) };
    const all = { ...Object.fromEntries(signed.headers), ...length };
    const outgoing = start(signed.url, { method, headers: all });
    outgoing.setTimeout(silenceMs, () => outgoing.destroy(new Error("the store was silent")));
    const answered = new Promise<IncomingMessage>((resolve, reject) => {
      outgoing.once("response", resolve).once("error", reject);
    });
    // The store may answer with a refusal before it has read everything.
    if (body) pipeline(body.open(), outgoing).catch(() => undefined);
    else outgoing.end();
    return answered;
  }
}
