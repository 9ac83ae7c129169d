import { createHash, createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import type { S3Config } from "../../src/platform/config.js";

const hmac = (key: string | Buffer, text: string) =>
  createHmac("sha256", key).update(text).digest();
const sha256 = (content: string | Buffer) => createHash("sha256").update(content).digest("hex");

/** The signature that a request must have, computed from the received request (AWS SigV4). */
function signatureOf(req: IncomingMessage, config: S3Config, signed: string): string {
  const time = String(req.headers["x-amz-date"]);
  const scope = `${time.slice(0, 8)}/${config.region}/s3/aws4_request`;
  const headers = signed.split(";").map((name) => `${name}:${req.headers[name]}\n`);
  const hash = String(req.headers["x-amz-content-sha256"]);
  const canonical = [req.method, req.url, "", headers.join(""), signed, hash].join("\n");
  const text = ["AWS4-HMAC-SHA256", time, scope, sha256(canonical)].join("\n");
  const parts = [time.slice(0, 8), config.region, "s3", "aws4_request"];
  const key = parts.reduce<string | Buffer>(hmac, `AWS4${config.secretAccessKey}`);
  return hmac(key, text).toString("hex");
}

/** A store with the S3 protocol that is as strict as a real one: it checks signatures and hashes. */
export class S3Fake {
  readonly objects = new Map<string, Buffer>();
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
      const { status, body } = await fake.answer(req);
      res.writeHead(status).end(body);
    });
    return fake;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, "close");
  }

  private async answer(req: IncomingMessage): Promise<{ status: number; body?: Buffer }> {
    const body = await buffer(req);
    this.asked += 1;
    const failure = this.failures.shift();
    if (failure) return { status: failure };
    if (!this.isSigned(req, body)) return { status: 403 };
    const [, bucket, key = ""] = req.url?.split("/") ?? [];
    if (bucket !== this.config.bucket) return { status: 404 };
    return this.act(String(req.method), key, body);
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

  private act(method: string, key: string, body: Buffer): { status: number; body?: Buffer } {
    const object = this.objects.get(key);
    if (method === "GET") return object ? { status: 200, body: object } : { status: 404 };
    if (method === "HEAD") return { status: object ? 200 : 404 };
    if (method === "DELETE") this.objects.delete(key);
    else this.objects.set(key, body);
    return { status: method === "DELETE" ? 204 : 200 };
  }
}
