import type { ServerResponse } from "node:http";
import type { Config } from "../../platform/config.js";
import { heartbeat } from "./event-bytes.js";

/** The longest delay of a timer; a later time needs several timers. */
const longestDelayMs = 2_147_483_647;

/**
 * The response of a stream of events, with the hub's timeouts: comments keep it open, and it is cut when
 * its client does not read, or when its credential expires.
 */
export class EventConnection {
  /** Resolves when the connection is gone. */
  readonly closed: Promise<void>;
  private readonly ping: NodeJS.Timeout;
  private stall: NodeJS.Timeout | undefined;
  private expiry: NodeJS.Timeout | undefined;
  private draining: Promise<void> | undefined;

  constructor(
    private readonly response: ServerResponse,
    private readonly live: Pick<Config["live"], "pingSeconds" | "stallSeconds">,
  ) {
    this.ping = setInterval(() => this.beat(), live.pingSeconds * 1000);
    this.closed = new Promise((resolve) => {
      response.once("close", () => {
        clearInterval(this.ping);
        clearTimeout(this.stall);
        clearTimeout(this.expiry);
        resolve();
      });
    });
  }

  get isOpen(): boolean {
    return !this.response.destroyed && !this.response.writableEnded;
  }

  /** Writes whole events; false where the connection takes no more for now. */
  write(events: Buffer): boolean {
    const takesMore = this.response.write(events);
    if (!takesMore) this.stall ??= setTimeout(() => this.cut(), this.live.stallSeconds * 1000);
    return takesMore;
  }

  /** Resolves when the connection takes more again, or is gone. */
  drained(): Promise<void> {
    this.draining ??= new Promise((resolve) => {
      const { response } = this;
      const done = () => {
        response.off("drain", done).off("close", done);
        clearTimeout(this.stall);
        this.stall = undefined;
        this.draining = undefined;
        resolve();
      };
      response.once("drain", done).once("close", done);
    });
    return this.draining;
  }

  /** Ends it at a time: its client connects again with a new credential, and resumes. */
  expireAt(time: Date | undefined): void {
    if (time === undefined || !this.isOpen) return;
    const left = Math.max(time.getTime() - Date.now(), 0);
    this.expiry = setTimeout(
      () => (Date.now() < time.getTime() ? this.expireAt(time) : this.end()),
      Math.min(left, longestDelayMs),
    );
  }

  /** Ends the response in order. A client that was not told of the operation's end connects again. */
  end(last?: Buffer): void {
    if (this.isOpen) this.response.end(last);
  }

  /** Cuts the connection of a client that does not read. */
  private cut(): void {
    this.response.destroy();
  }

  private beat(): void {
    // What is unsent keeps the connection open; its client is seen to read, or is cut.
    if (this.isOpen && this.response.writableLength === 0) this.response.write(heartbeat);
  }
}
