import { randomBytes } from "node:crypto";
import { connect, type Socket } from "node:net";

/** The opcode of a text frame that is whole. */
const text = 0x81;
/** That of a close frame. */
const closing = 0x88;
/** The answer to a close frame: with its code, and the mask of zeros. */
const closed = (code: Buffer): Buffer => Buffer.from([closing, 0x82, 0, 0, 0, 0, ...code]);
/** The opcode of a ping, and the answer to one: empty, with the mask of zeros. */
const ping = 0x89;
const pong = Buffer.from([0x8a, 0x80, 0, 0, 0, 0]);

/** The pause before a refused subscription is sent again, in milliseconds. */
const retryMs = 200;

/** A client's text frame with the mask of zeros, which leaves the text as it is. */
function masked(message: object): Buffer {
  const payload = Buffer.from(JSON.stringify(message));
  const isLong = payload.length > 125;
  const header = Buffer.alloc(isLong ? 8 : 6);
  header[0] = text;
  header[1] = 0x80 | (isLong ? 126 : payload.length);
  if (isLong) header.writeUInt16BE(payload.length, 2);
  return Buffer.concat([header, payload]);
}

/** What a light socket subscribes to. */
export interface LightSubscription {
  /** The address of the server, as `http://127.0.0.1:4000`. */
  origin: string;
  query: string;
  /** Read again before each time that it is sent. */
  readonly variables: object;
  /** What it says of itself when it connects, as a credential. */
  connectionParams?: object;
}

/** Called when the server has ended a connection, with the code and reason of its close frame; 1006 without one. */
type Ended = (code: number, reason: string) => void;

const unexpected: Ended = (code) => {
  throw new Error(`The server has ended a watcher: ${code}`);
};

/**
 * A client of graphql-transport-ws that costs next to nothing: it knows frames by their lengths, and reads
 * no JSON, so that the watchers leave the machine to the server.
 */
export class LightSocket {
  private isClosed = false;
  private closing = { code: 1006, reason: "" };
  private rest: Buffer = Buffer.alloc(0);
  private state: "upgrade" | "init" | "open" = "upgrade";
  private readonly socket: Socket;
  private readonly opened = Promise.withResolvers<void>();

  constructor(
    private readonly subscription: LightSubscription,
    private readonly onFrame: (frame: Buffer) => void,
    private readonly onEnd = unexpected,
  ) {
    const { hostname, port } = new URL(subscription.origin);
    this.socket = connect(Number(port), hostname, () => this.upgrade(hostname));
    this.socket.setNoDelay(true);
    this.socket.on("data", (chunk) => this.read(chunk));
    this.socket.on("error", (error) => this.opened.reject(error));
    this.socket.on("close", () => {
      if (!this.isClosed) this.onEnd(this.closing.code, this.closing.reason);
    });
  }

  /** Resolves when the subscription has been sent. */
  get ready(): Promise<void> {
    return this.opened.promise;
  }

  close(): void {
    this.isClosed = true;
    this.socket.destroy();
  }

  /** Reads nothing more, until it is told to resume. */
  pause(): void {
    this.socket.pause();
  }

  resume(): void {
    this.socket.resume();
  }

  private upgrade(host: string): void {
    const key = randomBytes(16).toString("base64");
    this.socket.write(
      `GET /graphql HTTP/1.1\r\nHost: ${host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
        `Sec-WebSocket-Key: ${key}\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n`,
    );
  }

  private read(chunk: Buffer): void {
    let bytes = this.rest.length > 0 ? Buffer.concat([this.rest, chunk]) : chunk;
    if (this.state === "upgrade") {
      const end = bytes.indexOf("\r\n\r\n");
      if (end >= 0) {
        bytes = bytes.subarray(end + 4);
        this.state = "init";
        const { connectionParams: payload } = this.subscription;
        this.socket.write(masked({ type: "connection_init", payload }));
      }
    }
    this.rest = this.state === "upgrade" ? bytes : this.frames(bytes);
  }

  /** Takes the whole frames; gives the bytes that are left. */
  private frames(bytes: Buffer): Buffer {
    let at = 0;
    while (bytes.length >= at + 2) {
      const short = bytes[at + 1] ?? 0;
      const header = short < 126 ? 2 : short === 126 ? 4 : 10;
      if (bytes.length < at + header) break;
      const length =
        short < 126
          ? short
          : short === 126
            ? bytes.readUInt16BE(at + 2)
            : Number(bytes.readBigUInt64BE(at + 2));
      if (bytes.length < at + header + length) break;
      const payload = bytes.subarray(at + header, at + header + length);
      if (bytes[at] === text) this.frame(payload);
      else if (bytes[at] === closing) this.answerClose(payload);
      else if (bytes[at] === ping) this.socket.write(pong);
      at += header + length;
    }
    return bytes.subarray(at);
  }

  private answerClose(payload: Buffer): void {
    const code = payload.subarray(0, 2);
    if (code.length === 2) {
      this.closing = { code: code.readUInt16BE(0), reason: payload.toString("utf8", 2) };
    }
    this.socket.end(closed(code));
  }

  private frame(frame: Buffer): void {
    if (this.state === "open" && !frame.includes('"type":"error"')) {
      this.onFrame(frame);
      return;
    }
    // The first message is the server's `connection_ack`; an error says that it is busy.
    setTimeout(() => this.subscribe(), this.state === "open" ? retryMs : 0);
    this.state = "open";
  }

  private subscribe(): void {
    const { query, variables } = this.subscription;
    this.socket.write(masked({ id: "1", type: "subscribe", payload: { query, variables } }));
    this.opened.resolve();
  }
}
