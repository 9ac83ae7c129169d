import { once } from "node:events";
import { WebSocket } from "ws";
import { socketUrl } from "./tiny-hub.js";

/** What a client asks for. */
export interface SocketPayload {
  query: string;
  variables?: object | undefined;
  operationName?: string | undefined;
  extensions?: object | undefined;
}

/** What came of one operation: the texts of its payloads, and of what ended it. */
export class TextStream {
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

/** The beginning of a payload's text. */
const payloadStart = ',"payload":';

/** A socket of one viewer, whose payloads are kept as the texts that came. */
export class TextSocket {
  private readonly streams = new Map<string, TextStream>();
  private subscriptions = 0;

  private constructor(private readonly socket: WebSocket) {
    socket.on("message", (data) => this.take(String(data)));
    socket.on("close", () => {
      for (const stream of this.streams.values()) stream.take("the socket was closed", true);
    });
  }

  static async open(hub: { url: string }, connectionParams: object): Promise<TextSocket> {
    const socket = new WebSocket(socketUrl(hub), "graphql-transport-ws");
    await once(socket, "open");
    socket.send(JSON.stringify({ type: "connection_init", payload: connectionParams }));
    await once(socket, "message");
    return new TextSocket(socket);
  }

  /** The answer to a query or a mutation, as the body of one over HTTP has it. */
  async answer(payload: SocketPayload): Promise<string> {
    const { stream, end } = this.run(payload);
    await stream.reached(Number.POSITIVE_INFINITY);
    end();
    const [text = ""] = stream.texts;
    if (!text.startsWith(payloadStart)) throw new Error(`No answer came, but ${text}`);
    const json = text.slice(payloadStart.length, -1);
    return json.startsWith("[") ? `{"errors":${json}}` : json;
  }

  /** Starts an operation; `end` completes it. */
  run(payload: SocketPayload): { stream: TextStream; end(): void } {
    this.subscriptions += 1;
    const id = `s${this.subscriptions}`;
    const stream = new TextStream();
    this.streams.set(id, stream);
    this.say({ id, type: "subscribe", payload });
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
