import { pipeline, type Readable } from "node:stream";
import { promisify } from "node:util";
import { brotliCompress, constants, createGzip, gzip } from "node:zlib";
import type { FastifyReply, FastifyRequest } from "fastify";
import { LRUCache } from "lru-cache";
import { acceptedEncodings, type Encoding, isCompressible } from "./content-encoding.js";
import { addVary } from "./vary.js";

/** The bytes below which an answer is sent as it is: it fits into a packet with its headers. */
const leastBytes = 1024;

/** The bytes of all bodies that are compressed at once. */
const defaultBytesAtOnce = 67_108_864;

/** The memory of one stream of gzip, in bytes; it counts as a body of that size. */
const streamBytes = 1_048_576;

/** The memory of the kept bodies, in bytes. */
const mostKeptBytes = 33_554_432;

/** Measured on answers of 1.5 to 300 kB: higher levels take twice the time for some percent. */
const [brotliQuality, gzipLevel] = [3, 4];
const chunkSize = 65_536;

const compress: Record<Encoding, (body: Buffer) => Promise<Buffer>> = {
  br: (body) => {
    const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;
    const params = { [BROTLI_PARAM_QUALITY]: brotliQuality, [BROTLI_PARAM_SIZE_HINT]: body.length };
    return promisify(brotliCompress)(body, { chunkSize, params });
  },
  gzip: (body) => promisify(gzip)(body, { chunkSize, level: gzipLevel }),
};

/** The content of an answer, as Fastify has it when it is sent; HEAD may have none. */
type Payload = string | Buffer | Readable | null | undefined;

const isBody = (payload: Payload): payload is string | Buffer =>
  typeof payload === "string" || Buffer.isBuffer(payload);

/** The bytes of an answer; 0 where they are not known. */
const sizeOf = (payload: Payload, reply: FastifyReply): number =>
  isBody(payload) ? Buffer.byteLength(payload) : Number(reply.getHeader("content-length") ?? 0);

const isWorthIt = (payload: Payload, reply: FastifyReply): boolean =>
  sizeOf(payload, reply) >= leastBytes &&
  isCompressible(reply.getHeader("content-type")) &&
  !reply.hasHeader("content-encoding");

/** Says in the answer's headers that it is encoded. */
function markEncoded(reply: FastifyReply, encoding: Encoding): void {
  reply.removeHeader("content-length");
  reply.header("content-encoding", encoding);
  if (!/\baccept-encoding\b/i.test(String(reply.getHeader("vary")))) {
    addVary(reply, "Accept-Encoding");
  }
}

/**
 * The compression of answers for clients that accept it. It runs on the threads of libuv, beside the
 * event loop, for a limited number of bytes at once. A body that comes as a Buffer is one that is sent
 * again, as one of the response cache or the schema's text: its compressed bytes are kept.
 */
export class Compression {
  private bytesAtOnce = 0;
  private readonly kept = new LRUCache<Buffer, Map<Encoding, Promise<Buffer>>>({
    maxSize: mostKeptBytes,
    // The body itself, and at most as much again for its encodings.
    sizeCalculation: (_, body) => 2 * body.length,
  });

  /** Above `mostBytesAtOnce` of bodies in work, answers are sent as they are. */
  constructor(private readonly mostBytesAtOnce = defaultBytesAtOnce) {}

  /** The hook that compresses an answer before it is sent. */
  readonly onSend = (
    { headers }: FastifyRequest,
    reply: FastifyReply,
    // The cast below: objects are never sent, and Fastify has refused all else.
    payload: unknown,
    done: (error: null, payload: unknown) => void,
  ): void => {
    const header = headers["accept-encoding"];
    const content = payload as Payload;
    if (header === undefined || !isWorthIt(content, reply)) {
      done(null, payload);
      return;
    }
    const { body, stream } = acceptedEncodings(String(header));
    if (!isBody(content)) done(null, stream ? this.stream(reply, content) : content);
    else if (body === undefined) done(null, content);
    else {
      this.compressed(content, body).then(
        (bytes) => {
          if (bytes) markEncoded(reply, body);
          done(null, bytes ?? content);
        },
        () => done(null, content),
      );
    }
  };

  private hasRoomFor(bytes: number): boolean {
    return this.bytesAtOnce + bytes <= this.mostBytesAtOnce;
  }

  /** The compressed bytes of a body; undefined where too much is being compressed. */
  private async compressed(body: string | Buffer, encoding: Encoding): Promise<Buffer | undefined> {
    const known = typeof body === "string" ? undefined : this.kept.get(body)?.get(encoding);
    if (known) return known;
    if (!this.hasRoomFor(body.length)) return undefined;
    if (typeof body === "string") return this.run(Buffer.from(body), encoding);
    const running = this.run(body, encoding);
    this.keep(body, encoding, running);
    return running;
  }

  private async run(body: Buffer, encoding: Encoding): Promise<Buffer> {
    this.bytesAtOnce += body.length;
    try {
      return await compress[encoding](body);
    } finally {
      this.bytesAtOnce -= body.length;
    }
  }

  private keep(body: Buffer, encoding: Encoding, running: Promise<Buffer>): void {
    const others = this.kept.get(body) ?? new Map<Encoding, Promise<Buffer>>();
    this.kept.set(body, others.set(encoding, running));
    running.catch(() => others.delete(encoding));
  }

  /** The compressed stream of a file. A request by HEAD has none, and gets the same headers. */
  private stream(reply: FastifyReply, content: Readable | null | undefined): Payload {
    if (!this.hasRoomFor(streamBytes)) return content;
    markEncoded(reply, "gzip");
    if (!content) return content;
    this.bytesAtOnce += streamBytes;
    return pipeline(content, createGzip({ chunkSize, level: gzipLevel }), () => {
      this.bytesAtOnce -= streamBytes;
    });
  }
}
