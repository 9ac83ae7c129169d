import { once } from "node:events";
import { WebSocket } from "ws";
import type { TestHub } from "../testkit/hub/index.js";
import { socketUrl } from "../testkit/protocol/tiny-hub.js";

/** What came of one subscription: the texts of its payloads, and of what ended it. */
export class PayloadStream {
  readonly texts: string[] = [];
  hasEnded = false;
  private wake: () => void = () => undefined;

  take(text: string, isEnd: boolean): void {
    this.texts.push(text);
    this.hasEnded ||= isEnd;
    this.wake();
  }

  /** Resolves when so many payloads have come, or the subscription has ended. */
  async reached(count: number): Promise<void> {
    while (this.texts.length < count && !this.hasEnded) {
      const { promise, resolve } = Promise.withResolvers<void>();
      this.wake = resolve;
      await promise;
    }
  }
}

/** A socket of one viewer, whose payloads are kept as the texts that came. */
export class PayloadSocket {
  private readonly streams = new Map<string, PayloadStream>();
  private subscriptions = 0;

  private constructor(private readonly socket: WebSocket) {
    socket.on("message", (data) => this.take(String(data)));
  }

  static async open(hub: TestHub, connectionParams: object): Promise<PayloadSocket> {
    const socket = new WebSocket(socketUrl(hub), "graphql-transport-ws");
    await once(socket, "open");
    socket.send(JSON.stringify({ type: "connection_init", payload: connectionParams }));
    await once(socket, "message");
    return new PayloadSocket(socket);
  }

  /** Subscribes; `end` completes the subscription. */
  run(query: string, variables: object): { stream: PayloadStream; end(): void } {
    this.subscriptions += 1;
    const id = `s${this.subscriptions}`;
    const stream = new PayloadStream();
    this.streams.set(id, stream);
    this.say({ id, type: "subscribe", payload: { query, variables } });
    const end = () => {
      this.streams.delete(id);
      if (!stream.hasEnded) this.say({ id, type: "complete" });
    };
    return { stream, end };
  }

  close(): void {
    this.socket.terminate();
  }

  private say(message: object): void {
    this.socket.send(JSON.stringify(message));
  }

  private take(text: string): void {
    const found = /^\{"id":"(s\d+)","type":"(next|error|complete)"/.exec(text);
    const [start = "", id = "", type] = found ?? [];
    this.streams.get(id)?.take(text.slice(start.length), type !== "next");
  }
}
