import type { Duplex } from "node:stream";
import { setImmediate } from "node:timers/promises";
import type { WebSocket } from "ws";
import type { Config } from "../../platform/config.js";
import { CloseCode, closeReason } from "./close-code.js";
import { openSockets } from "./metrics.js";
import { writeTextFrame } from "./text-frame.js";

/** Bytes that may wait to be sent before the hub stops reading what the client sends. */
const mostWaiting = 1_048_576;

/** Frames that one socket may be sent before others have their turn. */
const longestBurst = 32;

/** How long a client has to answer a close frame before its connection is cut. */
const farewellMs = 1000;

/** The longest delay of a timer; a later time is reached in several. */
const longestDelayMs = 2_147_483_647;

/**
 * A WebSocket with the hub's timeouts: it is closed when its client takes nothing of what is sent,
 * no longer answers pings, runs nothing for long, or when its credential's time is over.
 */
export class LiveSocket {
  /** Whether the hub is stopping; what runs may finish, nothing new starts. */
  leaving = false;
  /** Resolves when the connection is gone. */
  readonly closed: Promise<void>;
  private readonly timers = new Map<"stall" | "idle" | "ping" | "expiry" | "cut", NodeJS.Timeout>();
  private unsent = 0;
  private burst = 0;
  private operations = 0;
  private answered = true;

  constructor(
    private readonly socket: WebSocket,
    private readonly connection: Duplex,
    private readonly live: Config["live"],
  ) {
    openSockets.inc();
    this.closed = new Promise((resolve) => {
      socket.once("close", () => {
        for (const timer of this.timers.values()) clearTimeout(timer);
        openSockets.dec();
        resolve();
      });
    });
    socket.on("pong", () => this.heard());
    socket.on("ping", (data) => this.answerPing(data));
    this.timers.set(
      "ping",
      setInterval(() => this.ping(), live.pingSeconds * 1000),
    );
    this.watchIdle();
  }

  get isOpen(): boolean {
    return this.socket.readyState === this.socket.OPEN;
  }

  /** Resolves when the frame has left the process, or the connection is gone. */
  send(data: string): Promise<void> {
    return this.inTurn((sent) => this.socket.send(data, sent));
  }

  /** The same for a text in parts, which are sent as they are: others may be sent them too. */
  sendParts(parts: readonly [Buffer, ...Buffer[]]): Promise<void> {
    return this.inTurn((sent) => writeTextFrame(this.connection, parts, sent));
  }

  /** Closes with a code of `CloseCode`; cuts the connection when the client does not answer. */
  close(code: number, reason: string): void {
    this.socket.close(code, closeReason(reason));
    this.schedule("cut", farewellMs, () => this.socket.terminate());
  }

  /** Tells that the client showed life. */
  heard(): void {
    this.answered = true;
  }

  /** Tells that an operation starts; call what is returned when it has ended. */
  operationStarted(): () => void {
    this.operations += 1;
    clearTimeout(this.timers.get("idle"));
    return () => {
      this.operations -= 1;
      if (this.operations === 0 && this.isOpen) this.watchIdle();
    };
  }

  /** Closes the connection when the credential's time is over. */
  expireAt(time: Date | undefined): void {
    if (time === undefined || !this.isOpen) return;
    const left = time.getTime() - Date.now();
    this.schedule("expiry", Math.min(Math.max(left, 0), longestDelayMs), () => {
      if (Date.now() < time.getTime()) this.expireAt(time);
      else this.close(CloseCode.credentialExpired, "The credential has expired");
    });
  }

  private watchIdle(): void {
    this.schedule("idle", this.live.idleSeconds * 1000, () =>
      this.close(CloseCode.idle, "No operation was running"),
    );
  }

  private ping(): void {
    // Behind frames that are not taken a ping would not arrive: the stall timer judges those.
    if (this.unsent > 0) return;
    if (!this.answered) this.socket.terminate();
    else if (this.isOpen) this.socket.ping();
    this.answered = false;
  }

  private answerPing(data: Buffer): void {
    this.heard();
    void this.write((sent) => this.socket.pong(data, false, sent));
  }

  private async inTurn(give: (sent: () => void) => void): Promise<void> {
    await this.write(give);
    this.burst += 1;
    // While a fast client takes everything at once, nobody else would have a turn.
    if (this.burst % longestBurst === 0) await setImmediate();
  }

  private write(give: (sent: () => void) => void): Promise<void> {
    // Until it is gone: a stream that never waits would keep the end from being noticed.
    if (!this.isOpen) return this.closed;
    this.unsent += 1;
    if (this.unsent === 1) this.watchStall();
    return new Promise((resolve) => {
      give(() => {
        this.unsent -= 1;
        this.taken();
        resolve();
      });
      // Whoever does not take answers may not ask more either.
      if (this.socket.bufferedAmount > mostWaiting) this.socket.pause();
    });
  }

  private taken(): void {
    if (!this.isOpen) return;
    if (this.unsent > 0) {
      this.timers.get("stall")?.refresh();
      return;
    }
    clearTimeout(this.timers.get("stall"));
    if (this.socket.isPaused) this.socket.resume();
  }

  private watchStall(): void {
    this.schedule("stall", this.live.stallSeconds * 1000, () =>
      this.close(CloseCode.tooSlow, "The client takes nothing of what is sent"),
    );
  }

  private schedule(name: "stall" | "idle" | "expiry" | "cut", ms: number, act: () => void): void {
    clearTimeout(this.timers.get(name));
    this.timers.set(name, setTimeout(act, ms));
  }
}
