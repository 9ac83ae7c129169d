import { EventEmitter, once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** The length of what a link remembers of the client's bytes. */
const rememberedLength = 4096;

/** The type of a notification among the server's messages, and the bytes before a message's content. */
const notification = "A".charCodeAt(0);
const headLength = 5;

/** The server's messages of one connection, from its start, without the notifications. */
class Unnotified {
  private rest: Buffer = Buffer.alloc(0);

  constructor(private readonly onDropped: () => void) {}

  /** The bytes of the messages that are whole by now. */
  of(bytes: Buffer): Buffer {
    const all = Buffer.concat([this.rest, bytes]);
    const kept: Buffer[] = [];
    let at = 0;
    while (all.length >= at + headLength) {
      const end = at + 1 + all.readUInt32BE(at + 1);
      if (all.length < end) break;
      if (all[at] === notification) this.onDropped();
      else kept.push(all.subarray(at, end));
      at = end;
    }
    this.rest = all.subarray(at);
    return Buffer.concat(kept);
  }
}

/** One connection through the proxy. */
class Link {
  isSilent = false;
  /** The last bytes that the client sent, as text: its statements among them. */
  sent = "";

  constructor(
    readonly near: Socket,
    readonly far: Socket,
    seen: (event: "sent" | "drop", text: string) => void,
    unnotified: Unnotified | undefined,
  ) {
    near.on("data", (bytes) => {
      const text = bytes.toString("latin1");
      this.sent = (this.sent + text).slice(-rememberedLength);
      seen("sent", text);
      if (this.isSilent) seen("drop", text);
      else far.write(bytes);
    });
    far.on("data", (bytes) => {
      if (!this.isSilent) near.write(unnotified?.of(bytes) ?? bytes);
    });
    this.bind(near, far);
    this.bind(far, near);
  }

  destroy(): void {
    this.near.destroy();
    this.far.destroy();
  }

  private bind(from: Socket, to: Socket): void {
    from.on("error", () => undefined);
    // A network that drops packets drops the news of a close too.
    from.on("close", () => this.isSilent || to.destroy());
  }
}

/** A proxy to a Postgres database that a test can cut, silence and restore. */
export class DatabaseProxy {
  private readonly links = new Set<Link>();
  private readonly seen = new EventEmitter();
  private readonly server = createServer((socket) => this.join(socket));
  private isCut = false;
  private isSilent = false;
  /** True where connections that are opened from now on are to get no notification. */
  isUnnotified = false;
  /** The notifications that they did not get. */
  droppedNotifications = 0;

  private constructor(private readonly to: URL) {}

  static async to(databaseUrl: string): Promise<DatabaseProxy> {
    const proxy = new DatabaseProxy(new URL(databaseUrl));
    proxy.server.listen(0, "127.0.0.1");
    await once(proxy.server, "listening");
    return proxy;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  get url(): string {
    return `postgres://${this.to.username}@127.0.0.1:${this.port}${this.to.pathname}`;
  }

  /** Ends every connection and closes new ones at once, like a balancer whose server is gone. */
  cut(): void {
    this.isCut = true;
    for (const link of this.links) link.destroy();
  }

  /** Drops all that is sent, without a word, like a network that has lost its way; new connections too. */
  silence(): void {
    this.isSilent = true;
    this.silenceWhere(() => true);
  }

  /** Drops all that is sent on the connections whose client has sent such a text; gives their number. */
  silenceWhere(isChosen: (sent: string) => boolean): number {
    const chosen = [...this.links].filter(({ sent }) => isChosen(sent));
    for (const link of chosen) link.isSilent = true;
    return chosen.length;
  }

  /** Resolves when a text is sent and dropped. */
  untilDropped(part: string): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.seen.on("drop", (text: string) => text.includes(part) && resolve());
    return promise;
  }

  /** Calls `listener` with all that clients send, as text, until the result is called. */
  onSent(listener: (text: string) => void): () => void {
    this.seen.on("sent", listener);
    return () => this.seen.off("sent", listener);
  }

  /** Serves new connections again. Those that were silenced stay dead. */
  restore(): void {
    this.isCut = false;
    this.isSilent = false;
  }

  async close(): Promise<void> {
    this.cut();
    this.server.close();
    await once(this.server, "close");
  }

  private unnotified(): Unnotified {
    return new Unnotified(() => {
      this.droppedNotifications += 1;
    });
  }

  private join(near: Socket): void {
    if (this.isCut) {
      near.resume().end();
      return;
    }
    // The run's Postgres listens on a Unix socket, whose folder is the host of the address.
    const folder = decodeURIComponent(this.to.hostname);
    const far = connect(`${folder}/.s.PGSQL.${this.to.port}`);
    const unnotified = this.isUnnotified ? this.unnotified() : undefined;
    const seen = (event: "sent" | "drop", text: string) => this.seen.emit(event, text);
    const link = new Link(near, far, seen, unnotified);
    link.isSilent = this.isSilent;
    this.links.add(link);
    const forget = () => near.destroyed && far.destroyed && this.links.delete(link);
    near.on("close", forget);
    far.on("close", forget);
  }
}
