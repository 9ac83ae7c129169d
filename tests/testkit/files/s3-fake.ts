import { createHash, createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import type { S3Config } from "../../../src/platform/config.js";

const hmac = (key: string | Buffer, text: string) =>
  createHmac("sha256", key).update(text).digest();
const sha256 = (content: string | Buffer) => createHash("sha256").update(content).digest("hex");

/** The signature that a request must have, computed from the received request (AWS SigV4). */
function signatureOf(req: IncomingMessage, config: S3Config, signed: string): string {
  const time = String(req.headers["x-amz-date"]);
  const scope = `${time.slice(0, 8)}/${config.region}/s3/aws4_request`;
  const headers = signed.split(";").map((name) => `${name}:${req.headers[name]}\n`);
  const hash = String(req.headers["x-amz-content-sha256"]);
  const { pathname, searchParams } = new URL(String(req.url), "http://store");
  searchParams.sort();
  const query = [...searchParams].map((pair) => pair.map(encodeURIComponent).join("=")).join("&");
  const canonical = [req.method, pathname, query, headers.join(""), signed, hash].join("\n");
  const text = ["AWS4-HMAC-SHA256", time, scope, sha256(canonical)].join("\n");
  const parts = [time.slice(0, 8), config.region, "s3", "aws4_request"];
  const key = parts.reduce<string | Buffer>(hmac, `AWS4${config.secretAccessKey}`);
  return hmac(key, text).toString("hex");
}

interface Answer {
  status: number;
  body?: Buffer;
  headers?: Record<string, string>;
}

/** A store with the S3 protocol that is as strict as a real one: it checks signatures and hashes. */
export class S3Fake {
  readonly objects = new Map<string, Buffer>();
  /** The uploads in parts that are under way, by their ids. */
  readonly uploads = new Map<string, { key: string; parts: Buffer[]; begun: Date }>();
  /** Breaks the connection after so many bytes of each object that is read. */
  cutAfter: number | undefined;
  /** Answers the next requests with these statuses and does nothing else. */
  readonly failures: number[] = [];
  asked = 0;

  private constructor(
    private readonly server: Server,
    readonly config: S3Config,
  ) {}

  static async start(): Promise<S3Fake> {
    const server = createServer();
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const fake = new S3Fake(server, {
      endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      bucket: "rembuk-files",
      region: "ap-southeast-3",
      accessKeyId: "hub",
      secretAccessKey: "s3cret/+=",
    });
    server.on("request", async (req, res) => {
      const { status, body = Buffer.alloc(0), headers = {} } = await fake.answer(req);
      const length = req.method === "GET" ? { "content-length": body.length } : {};
      res.writeHead(status, { ...length, ...headers });
      const isCut = req.method === "GET" && body.length > (fake.cutAfter ?? Infinity);
      if (isCut) res.write(body.subarray(0, fake.cutAfter), () => res.destroy());
      else Readable.from([body]).pipe(res);
    });
    return fake;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, "close");
  }

  private async answer(req: IncomingMessage): Promise<Answer> {
    const body = await buffer(req);
    this.asked += 1;
    const failure = this.failures.shift();
    if (failure) return { status: failure };
    if (!this.isSigned(req, body)) return { status: 403 };
    const { pathname, searchParams } = new URL(String(req.url), "http://store");
    const [, bucket, ...path] = pathname.split("/");
    if (bucket !== this.config.bucket) return { status: 404 };
    const [key, method] = [path.join("/"), String(req.method)];
    if (key === "") return this.list(searchParams);
    if (method === "POST" || searchParams.has("uploadId")) {
      return this.upload(method, key, searchParams, body);
    }
    return this.act(method, key, body, req.headers.range);
  }

  private isSigned(req: IncomingMessage, body: Buffer): boolean {
    const form = /^AWS4-HMAC-SHA256 Credential=hub\/.*, SignedHeaders=(.*), Signature=(.*)$/;
    const [, signed = "", signature] = form.exec(String(req.headers.authorization)) ?? [];
    const covers = ["host", "x-amz-content-sha256", "x-amz-date"].every((name) =>
      signed.split(";").includes(name),
    );
    const isWhole = req.headers["x-amz-content-sha256"] === sha256(body);
    return covers && isWhole && signature === signatureOf(req, this.config, signed);
  }

  private act(method: string, key: string, body: Buffer, range?: string): Answer {
    const object = this.objects.get(key);
    const from = Number(/^bytes=(\d+)-$/.exec(range ?? "")?.[1] ?? 0);
    if (method === "GET" && object)
      return { status: range ? 206 : 200, body: object.subarray(from) };
    if (method === "HEAD" && object)
      return { status: 200, headers: { "content-length": String(object.length) } };
    if (method === "GET" || method === "HEAD") return { status: 404 };
    if (method === "DELETE") this.objects.delete(key);
    else this.objects.set(key, body);
    return { status: method === "DELETE" ? 204 : 200 };
  }

  /** The objects, or the uploads, of a prefix, as XML; two to an answer. */
  private list(query: URLSearchParams): Answer {
    const prefix = query.get("prefix") ?? "";
    if (query.has("uploads")) {
      const uploads = [...this.uploads].map(
        ([id, { key, begun }]) =>
          `<Upload><Key>${key}</Key><UploadId>${id}</UploadId><Initiated>${begun.toISOString()}</Initiated></Upload>`,
      );
      return { status: 200, body: Buffer.from(`<Result>${uploads.join("")}</Result>`) };
    }
    const keys = [...this.objects.keys()].filter((key) => key.startsWith(prefix)).sort();
    const after = query.get("continuation-token") ?? "";
    const page = keys.filter((key) => key > after).slice(0, 2);
    const more =
      page.at(-1) === keys.at(-1)
        ? ""
        : `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>`;
    const xml = page.map((key) => `<Contents><Key>${key}</Key></Contents>`).join("");
    return { status: 200, body: Buffer.from(`<Result>${xml}${more}</Result>`) };
  }

  /** A step of an upload in parts: every part but the last has five mebibytes or more, as S3 wants it. */
  private upload(method: string, key: string, query: URLSearchParams, body: Buffer): Answer {
    if (query.has("uploads")) {
      const id = `upload-${this.asked}`;
      this.uploads.set(id, { key, parts: [], begun: new Date() });
      return { status: 200, body: Buffer.from(`<Result><UploadId>${id}</UploadId></Result>`) };
    }
    const id = query.get("uploadId") ?? "";
    const upload = this.uploads.get(id);
    if (!upload || upload.key !== key) return { status: 404 };
    if (method === "PUT") {
      upload.parts[Number(query.get("partNumber")) - 1] = body;
      return { status: 200, headers: { etag: `"${sha256(body)}"` } };
    }
    this.uploads.delete(id);
    if (method === "DELETE") return { status: 204 };
    const tags = [...body.toString().matchAll(/<ETag>"(\w+)"<\/ETag>/g)].map(([, tag]) => tag);
    const isWhole =
      upload.parts.slice(0, -1).every((part) => part.length >= 5 * 2 ** 20) &&
      tags.join() === upload.parts.map(sha256).join();
    if (!isWhole)
      return { status: 200, body: Buffer.from("<Error><Code>InvalidPart</Code></Error>") };
    this.objects.set(key, Buffer.concat(upload.parts));
    return { status: 200, body: Buffer.from("<Result/>") };
  }
}
