import type { ServerResponse } from "node:http";
import { atTime } from "../../platform/at-time.js";
import type { Config } from "../../platform/config.js";
import { cutResponse } from "../../platform/connection-end.js";
import { Drain } from "../../platform/drain.js";
import { heartbeat } from "./event-bytes.js";

/**
 * The response of a stream of events, with the hub's timeouts: comments keep it open, and it is cut when
 * its client does not read, or when its credential expires.
 */
export class EventConnection {
  /** Resolves when the connection is gone. */
  readonly closed: Promise<void>;
  private readonly ping: NodeJS.Timeout;
  private stall: NodeJS.Timeout | undefined;
  private cancelExpiry: (() => void) | undefined;
  private readonly drain: Drain;

  constructor(
    private readonly response: ServerResponse,
    private readonly live: Pick<Config["live"], "pingSeconds" | "stallSeconds">,
  ) {
    this.drain = new Drain(response);
    this.ping = setInterval(() => this.beat(), live.pingSeconds * 1000);
    this.closed = new Promise((resolve) => {
      response.once("close", () => {
        clearInterval(this.ping);
        clearTimeout(this.stall);
        this.cancelExpiry?.();
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
    if (!takesMore) this.watchUnread();
    return takesMore;
  }

  /** Resolves when the connection takes more again, or is gone. */
  async drained(): Promise<void> {
    await this.drain.awaited();
    clearTimeout(this.stall);
    this.stall = undefined;
  }

  /** Ends it at a time: its client connects again with a new credential, and resumes. */
  expireAt(time: Date | undefined): void {
    if (time && this.isOpen) this.cancelExpiry = atTime(time, () => this.end());
  }

  /** Ends the response. A client reconnects unless `last` is the `complete` event. */
  end(last?: Buffer): void {
    if (!this.isOpen) return;
    this.response.end(last);
    if (this.response.writableLength > 0) this.watchUnread();
  }

  /** Cuts the connection if its client does not read for long. */
  private watchUnread(): void {
    this.stall ??= setTimeout(() => cutResponse(this.response), this.live.stallSeconds * 1000);
  }

  private beat(): void {
    // What is unsent keeps the connection open; its client is seen to read, or is cut.
    if (this.isOpen && this.response.writableLength === 0) this.response.write(heartbeat);
  }
}
