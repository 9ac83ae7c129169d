import type { Duplex } from "node:stream";
import { setImmediate } from "node:timers/promises";
import type { WebSocket } from "ws";
import { atTime } from "../../platform/at-time.js";
import type { Config } from "../../platform/config.js";
import { reset } from "../../platform/connection-end.js";
import type { Metrics } from "../metrics.js";
import { CloseCode, closeReason } from "./close-code.js";
import { FrameQueue } from "./frame-queue.js";
import { frameOf } from "./page-frames.js";

/** The number of unsent bytes above which the hub stops reading from the client. */
const maxUnsentBytes = 1_048_576;

/** The number of frames that one socket is sent before others have their turn. */
const longestBurst = 32;

/**
 * The time that a client has to read what is before a close frame and to answer that, before its connection is
 * reset: what the system holds for it can be some megabytes.
 */
const closeAnswerMs = 5000;
/** The same while the hub stops. */
const lastAnswerMs = 1000;

/**
 * A WebSocket with the hub's timeouts: it is closed when its client does not read, no longer answers
 * pings, runs no operation for long, or when its credential expires.
 */
export class LiveSocket {
  /** True while the hub stops: running operations may finish, and none starts. */
  isStopping = false;
  /** The number of streams that have begun and not ended. */
  streams = 0;
  /** Resolves when the connection is gone. */
  readonly closed: Promise<void>;
  private readonly timers = new Map<"stall" | "idle" | "ping" | "cut", NodeJS.Timeout>();
  private unsent = 0;
  private burst = 0;
  private readonly queue: FrameQueue;
  private cancelExpiry: (() => void) | undefined;
  private operations = 0;
  private answered = true;

  constructor(
    private readonly socket: WebSocket,
    private readonly connection: Duplex,
    private readonly live: Config["live"],
    openSockets: Metrics["openSockets"],
  ) {
    this.queue = new FrameQueue(connection);
    openSockets.inc();
    this.closed = new Promise((resolve) => {
      socket.once("close", () => {
        for (const timer of this.timers.values()) clearTimeout(timer);
        this.cancelExpiry?.();
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
    return this.inTurn((sent) => this.queue.write(frameOf(data), sent));
  }

  /**
   * Writes whole frames, whose buffers other sockets may share; false where the connection takes no more
   * for now. `ws` accepts a frame's text in one piece only: each socket would need a copy of a large one.
   */
  write(frames: readonly Buffer[]): boolean {
    this.unsent += 1;
    const takesMore = this.queue.write(frames, this.onWritten);
    if (!takesMore) this.watchUnread();
    return takesMore;
  }

  /** Resolves when the connection takes more again, or is gone. */
  drained(): Promise<void> {
    return this.queue.drained();
  }

  /**
   * Closes with a code of `CloseCode`, and the seconds after which the client is to reconnect; resets the
   * connection when the client does not answer. A client that reads too slowly is not sent what waits for it:
   * the code comes as soon as it reads again.
   */
  close(code: number, reason: string, retryAfter?: number): void {
    if (this.isOpen && code !== CloseCode.tooSlow) this.queue.passAll();
    this.socket.close(code, closeReason(reason, retryAfter));
    this.queue.drop();
    // The answer must be read, also of a client that was not listened to.
    if (this.socket.isPaused) this.socket.resume();
    this.cutLate(code === CloseCode.goingAway);
  }

  /** Records a sign of life from the client. */
  heard(): void {
    this.answered = true;
  }

  /** Records the start of an operation; call the returned function when it has ended. */
  operationStarted(): () => void {
    this.operations += 1;
    clearTimeout(this.timers.get("idle"));
    return () => {
      this.operations -= 1;
      if (this.operations === 0 && this.isOpen) this.watchIdle();
    };
  }

  /** Closes the connection when the credential expires. */
  expireAt(time: Date | undefined): void {
    if (time === undefined || !this.isOpen) return;
    this.cancelExpiry = atTime(time, () =>
      this.close(CloseCode.credentialExpired, "The credential has expired"),
    );
  }

  private watchIdle(): void {
    this.schedule("idle", this.live.idleSeconds * 1000, () =>
      this.close(CloseCode.idle, "No operation was running"),
    );
  }

  private ping(): void {
    // A ping behind unread frames would not arrive: the stall timer covers that case.
    if (!this.isOpen) {
      this.cutLate();
      return;
    }
    if (this.unsent > 0) {
      this.watchUnread();
      return;
    }
    if (!this.answered) reset(this.connection);
    else this.socket.ping();
    this.answered = false;
  }

  private answerPing(data: Buffer): void {
    this.heard();
    void this.give((sent) => this.socket.pong(data, false, sent));
  }

  private async inTurn(give: (sent: () => void) => void): Promise<void> {
    await this.give(give);
    this.burst += 1;
    // A fast client that reads everything at once would leave no turn to others.
    if (this.burst % longestBurst === 0) await setImmediate();
  }

  private give(give: (sent: () => void) => void): Promise<void> {
    // Wait for the close: a stream that never waits would hide the end of the connection.
    if (!this.isOpen) return this.closed;
    this.unsent += 1;
    return new Promise((resolve) => {
      give(() => {
        this.onWritten();
        resolve();
      });
      if (this.unsent > 0) this.watchUnread();
    });
  }

  private readonly onWritten = (): void => {
    this.unsent -= 1;
    const stall = this.timers.get("stall");
    if (!stall || !this.isOpen) return;
    if (this.unsent > 0) {
      stall.refresh();
      return;
    }
    clearTimeout(stall);
    this.timers.delete("stall");
    if (this.socket.isPaused) this.socket.resume();
  };

  /** Closes the connection if its client reads nothing of what is unsent for long. */
  private watchUnread(): void {
    // A client that does not read answers may not send more requests either.
    if (this.socket.bufferedAmount + this.queue.bytes > maxUnsentBytes) this.socket.pause();
    if (this.timers.has("stall")) return;
    this.schedule("stall", this.live.stallSeconds * 1000, () =>
      this.close(CloseCode.tooSlow, "The client does not read what is sent"),
    );
  }

  /** Resets the connection if its client does not end it in time. */
  private cutLate(isStop = false): void {
    if (this.timers.has("cut")) return;
    this.schedule("cut", isStop ? lastAnswerMs : closeAnswerMs, () => {
      // What the system holds already is whole: a hub that stops leaves it to the system, for slow readers.
      if (isStop && this.connection.writableLength === 0) this.socket.terminate();
      else reset(this.connection);
    });
  }

  private schedule(name: "stall" | "idle" | "cut", ms: number, act: () => void): void {
    clearTimeout(this.timers.get(name));
    this.timers.set(name, setTimeout(act, ms));
  }
}
