import { createHash } from "node:crypto";
import { request as httpRequest, type IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setTimeout as pause } from "node:timers/promises";
import { AwsV4Signer } from "aws4fetch";
import type { S3Config } from "../config.js";
import { HubError, notFound, unavailable } from "../errors.js";
import { checkedKey, type FileLimits, type FileStore, type StoredFile } from "./file-store.js";
import type { Spool, SpooledFile } from "./spool.js";

/** Timeout without any data between the hub and the store, in milliseconds. */
const silenceMs = 30_000;
const attempts = 3;
/** Pause before the second attempt, in milliseconds; it doubles before the third. */
const pauseMs = 200;

const emptyHash = createHash("sha256").digest("hex");

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

/**
 * A store in a bucket of an S3-compatible service, addressed by path. The content is spooled first,
 * because its length and hash are needed before it is sent: the hash is its key, and is signed with the
 * request, so that the service refuses content that was altered on the way.
 */
export class S3FileStore implements FileStore {
  constructor(
    private readonly config: S3Config,
    private readonly spool: Spool,
  ) {}

  put(source: Readable, limits: FileLimits): Promise<StoredFile> {
    return this.spool.holding(source, limits, async (file) => {
      const { size, sha256 } = file;
      await this.request("PUT", sha256, [200], file);
      return { key: sha256, size, sha256 };
    });
  }

  async read(key: string): Promise<Readable> {
    const answer = await this.request("GET", checkedKey(key), [200, 404]);
    if (answer.statusCode === 200) return answer;
    answer.resume();
    throw notFound("File");
  }

  async has(key: string): Promise<boolean> {
    const { statusCode } = await this.request("HEAD", checkedKey(key), [200, 404]);
    return statusCode === 200;
  }

  async remove(key: string): Promise<void> {
    await this.request("DELETE", checkedKey(key), [200, 204, 404]);
  }

  /** Requests with retries until the answer has an `expected` status. Discards bodies other than files. */
  private async request(
    method: string,
    key: string,
    expected: readonly number[],
    body?: SpooledFile,
  ): Promise<IncomingMessage> {
    for (let attempt = 1; ; attempt += 1) {
      let failure: unknown;
      try {
        const answer = await this.send(method, key, body);
        const { statusCode = 0 } = answer;
        if (expected.includes(statusCode)) return method === "GET" ? answer : answer.resume();
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

  private async send(method: string, key: string, body?: SpooledFile): Promise<IncomingMessage> {
    const { endpoint, bucket, region, accessKeyId, secretAccessKey } = this.config;
    const signer = new AwsV4Signer({
      method,
      url: `${endpoint.replace(/\/$/, "")}/${bucket}/${key}`,
      headers: { "x-amz-content-sha256": body?.sha256 ?? emptyHash },
      ...{ accessKeyId, secretAccessKey, region, service: "s3" },
    });
    const { url, headers } = await signer.sign();
    const start = url.protocol === "https:" ? httpsRequest : httpRequest;
    const length = { "content-length": String(body?.size ?? 0) };
    const outgoing = start(url, { method, headers: { ...Object.fromEntries(headers), ...length } });
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
