import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** What becomes of messages on their way to a client: each is lost, doubled or overtaken with this chance. */
export interface Mangling {
  lost: number;
  doubled: number;
  overtaken: number;
}

const none: Mangling = { lost: 0, doubled: 0, overtaken: 0 };

/** The frames of what a server of NATS sends: messages, and lines of the protocol. */
class Frames {
  private rest = Buffer.alloc(0);

  /** The whole frames up to the end of these bytes. */
  take(bytes: Buffer): { isMessage: boolean; bytes: Buffer }[] {
    this.rest = Buffer.concat([this.rest, bytes]);
    const frames: { isMessage: boolean; bytes: Buffer }[] = [];
    for (;;) {
      const line = this.rest.indexOf("\r\n");
      if (line < 0) return frames;
      const text = this.rest.toString("latin1", 0, line);
      const isMessage = text.startsWith("MSG ");
      const payload = isMessage ? Number(text.slice(text.lastIndexOf(" "))) + 2 : 0;
      const end = line + 2 + payload;
      if (this.rest.length < end) return frames;
      frames.push({ isMessage, bytes: this.rest.subarray(0, end) });
      this.rest = this.rest.subarray(end);
    }
  }
}

/** A proxy to a server of NATS that can be slow or silent, and that can mangle what the server sends. */
export class NatsProxy {
  mangling = none;
  private readonly sockets = new Set<Socket>();
  private readonly server = createServer((near) => this.join(near));
  private delayMs = 0;
  private isSilent = false;

  private constructor(
    private readonly to: number,
    private readonly random: () => number,
  ) {}

  static async to(port: number, random: () => number): Promise<NatsProxy> {
    const proxy = new NatsProxy(port, random);
    proxy.server.listen(0, "127.0.0.1");
    await once(proxy.server, "listening");
    return proxy;
  }

  get url(): string {
    return `nats://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Delays all bytes by so many milliseconds, each way. */
  slow(delayMs: number): void {
    this.delayMs = delayMs;
  }

  /** Drops everything, on connections that are open and on new ones, which stay dead. */
  silence(): void {
    this.isSilent = true;
    for (const socket of this.sockets) socket.removeAllListeners("data").resume();
  }

  /** Serves new connections as if nothing had been. */
  restore(): void {
    this.isSilent = false;
    this.delayMs = 0;
    this.mangling = none;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
    await once(this.server, "close");
  }

  private join(near: Socket): void {
    const far = connect(this.to, "127.0.0.1");
    this.bind(near, far, (bytes) => [bytes]);
    const frames = new Frames();
    let overtaken: Buffer | undefined;
    this.bind(far, near, (received) =>
      frames.take(received).flatMap(({ isMessage, bytes }) => {
        if (!isMessage) return [bytes];
        const { lost, doubled, overtaken: later } = this.mangling;
        const draw = this.random();
        if (draw < lost) return [];
        const late = overtaken ? [overtaken] : [];
        overtaken = undefined;
        if (draw < lost + doubled) return [bytes, ...late, bytes];
        if (draw >= lost + doubled + later) return [bytes, ...late];
        overtaken = bytes;
        return late;
      }),
    );
  }

  private bind(from: Socket, into: Socket, partsOf: (bytes: Buffer) => Buffer[]): void {
    this.sockets.add(from);
    from.on("error", () => undefined);
    from.on("close", () => {
      this.sockets.delete(from);
      // A network that drops packets drops the news of a close too.
      if (!this.isSilent) into.destroy();
    });
    let due = 0;
    const pass = (bytes: Buffer) => {
      // In the order of their arrival, also while the delay is changed.
      due = Math.max(due, performance.now() + this.delayMs);
      const waitMs = due - performance.now();
      if (waitMs <= 0) into.write(bytes);
      else setTimeout(() => into.write(bytes), waitMs);
    };
    if (this.isSilent) from.resume();
    else from.on("data", (bytes: Buffer) => partsOf(bytes).forEach(pass));
  }
}
