import { text } from "node:stream/consumers";
import type { S3Config } from "../config.js";
import { bodyOf, S3Requests } from "../files/index.js";
import { BackupError, type BackupPlace } from "./backup-place.js";
import { inParts } from "./parts.js";

/** The size of a part of an upload: one is in memory at a time, and S3 takes 10,000 of them. */
const partBytes = 32 * 2 ** 20;

/** The age after which an upload is one that was broken off, in milliseconds. */
const leftoverMs = 2 * 24 * 60 * 60 * 1000;

/** How often a download that breaks is gone on with, from where it broke. */
const resumptions = 5;

/** The content of each element of a name, in the little XML that S3 answers with. */
function elementsOf(xml: string, name: string): string[] {
  const form = new RegExp(`<${name}>([^<]*)</${name}>`, "g");
  const unescaped: Readonly<Record<string, string>> = {
    "&amp;": "&",
    "&lt;": "<",
    "&gt;": ">",
    "&quot;": '"',
    "&apos;": "'",
  };
  return [...xml.matchAll(form)].map(([, content = ""]) =>
    content.replaceAll(/&\w+;/g, (word) => unescaped[word] ?? word),
  );
}

/**
 * A bucket's prefix that holds backups. They are uploaded in parts: a backup is there once the last request
 * has named all its parts, and an upload that was broken off is removed.
 */
export class S3Place implements BackupPlace {
  private readonly requests: S3Requests;

  /** `prefix`: what stands before a backup's name in its key, as `hub/`. */
  constructor(
    private readonly config: S3Config,
    private readonly prefix: string,
  ) {
    this.requests = new S3Requests(config);
  }

  addressOf(name: string): string {
    return `s3://${this.config.bucket}/${this.prefix}${name}`;
  }

  async has(name: string): Promise<boolean> {
    const asked = { method: "HEAD", key: this.keyOf(name), expected: [200, 404] } as const;
    return (await this.requests.request(asked)).statusCode === 200;
  }

  async write(name: string, content: AsyncIterable<Buffer>): Promise<void> {
    const key = this.keyOf(name);
    const begun = { method: "POST", key, query: { uploads: "" }, expected: [200] } as const;
    const [uploadId = ""] = elementsOf(await this.textOf(begun), "UploadId");
    try {
      const tags: string[] = [];
      for await (const part of inParts(content, partBytes)) {
        const query = { partNumber: String(tags.length + 1), uploadId };
        const sent = { method: "PUT", key, query, expected: [200], body: bodyOf(part) } as const;
        const { headers } = await this.requests.request(sent);
        tags.push(String(headers.etag));
      }
      await this.complete(key, uploadId, tags);
    } catch (error) {
      await this.abort(key, uploadId).catch(() => undefined);
      throw error;
    }
  }

  async *read(name: string): AsyncGenerator<Buffer> {
    let offset = 0;
    for (let broken = 0; ; broken += 1) {
      try {
        for await (const chunk of await this.opened(name, offset)) {
          offset += chunk.length;
          yield chunk;
        }
        return;
      } catch (error) {
        if (error instanceof BackupError || broken === resumptions) throw error;
      }
    }
  }

  async names(): Promise<string[]> {
    const names: string[] = [];
    for (let after: string | undefined = ""; after !== undefined; ) {
      const token: Record<string, string> = after ? { "continuation-token": after } : {};
      const query = { "list-type": "2", prefix: this.prefix, ...token };
      const xml = await this.textOf({ method: "GET", key: "", query, expected: [200] });
      names.push(...elementsOf(xml, "Key").map((key) => key.slice(this.prefix.length)));
      [after] = elementsOf(xml, "NextContinuationToken");
    }
    return names;
  }

  async remove(name: string): Promise<void> {
    const key = this.keyOf(name);
    await this.requests.request({ method: "DELETE", key, expected: [200, 204, 404] });
  }

  async removeUnfinished(): Promise<void> {
    const query = { uploads: "", prefix: this.prefix };
    const xml = await this.textOf({ method: "GET", key: "", query, expected: [200] });
    const ids = elementsOf(xml, "UploadId");
    const begun = elementsOf(xml, "Initiated").map((instant) => Date.parse(instant));
    for (const [at, key] of elementsOf(xml, "Key").entries()) {
      // Nobody can tell from the outside whether an upload goes on.
      if (Date.now() - (begun[at] ?? Date.now()) > leftoverMs) await this.abort(key, ids[at] ?? "");
    }
  }

  private keyOf(name: string): string {
    return `${this.prefix}${name}`;
  }

  private async opened(name: string, offset: number): Promise<AsyncIterable<Buffer>> {
    const headers: Record<string, string> = offset > 0 ? { range: `bytes=${offset}-` } : {};
    const expected = offset > 0 ? [206] : [200, 404];
    const asked = { method: "GET", key: this.keyOf(name), headers, expected } as const;
    const answer = await this.requests.request(asked);
    if (answer.statusCode !== 404) return answer;
    answer.resume();
    throw new BackupError(`There is no ${this.addressOf(name)}.`);
  }

  private async complete(key: string, uploadId: string, tags: readonly string[]): Promise<void> {
    const parts = tags.map(
      (tag, at) => `<Part><PartNumber>${at + 1}</PartNumber><ETag>${tag}</ETag></Part>`,
    );
    const xml = `<CompleteMultipartUpload>${parts.join("")}</CompleteMultipartUpload>`;
    const body = bodyOf(Buffer.from(xml));
    const answer = await this.textOf({
      method: "POST",
      key,
      query: { uploadId },
      expected: [200],
      body,
    });
    // S3 may find a fault after it has begun to answer.
    const [fault] = elementsOf(answer, "Code");
    if (fault !== undefined) throw new BackupError(`The store of backups refuses it: ${fault}.`);
  }

  private async abort(key: string, uploadId: string): Promise<void> {
    const query = { uploadId };
    await this.requests.request({ method: "DELETE", key, query, expected: [200, 204, 404] });
  }

  private async textOf(asked: Parameters<S3Requests["request"]>[0]): Promise<string> {
    return text(await this.requests.request(asked));
  }
}
