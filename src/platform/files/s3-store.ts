import type { Readable } from "node:stream";
import type { S3Config } from "../config.js";
import { notFound } from "../errors.js";
import { checkedKey, type FileLimits, type FileStore, type StoredFile } from "./file-store.js";
import { S3Requests } from "./s3-requests.js";
import type { Spool } from "./spool.js";

/**
 * A store in a bucket of an S3-compatible service. The content is spooled first, because its length and
 * hash are needed before it is sent: the hash is its key, and is signed with the request, so that the
 * service refuses content that was altered on the way.
 */
export class S3FileStore implements FileStore {
  private readonly requests: S3Requests;

  constructor(
    config: S3Config,
    private readonly spool: Spool,
  ) {
    this.requests = new S3Requests(config);
  }

  put(source: Readable, limits: FileLimits): Promise<StoredFile> {
    return this.spool.holding(source, limits, async (file) => {
      const { size, sha256 } = file;
      await this.requests.request({ method: "PUT", key: sha256, expected: [200], body: file });
      return { key: sha256, size, sha256 };
    });
  }

  async read(key: string): Promise<Readable> {
    const answer = await this.requests.request({
      method: "GET",
      key: checkedKey(key),
      expected: [200, 404],
    });
    if (answer.statusCode === 200) return answer;
    answer.resume();
    throw notFound("File");
  }

  async sizeOf(key: string): Promise<number | undefined> {
    const { statusCode, headers } = await this.requests.request({
      method: "HEAD",
      key: checkedKey(key),
      expected: [200, 404],
    });
    return statusCode === 200 ? Number(headers["content-length"]) : undefined;
  }

  async has(key: string): Promise<boolean> {
    return (await this.sizeOf(key)) !== undefined;
  }

  async remove(key: string): Promise<void> {
    await this.requests.request({
      method: "DELETE",
      key: checkedKey(key),
      expected: [200, 204, 404],
    });
  }
}
