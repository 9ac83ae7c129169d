import { readFile } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";
import {
  type ConnectionOptions,
  connect,
  credsAuthenticator,
  type NatsConnection,
} from "@nats-io/transport-node";
import type { NatsPlace } from "../setting-types.js";
import { speaks } from "./probe.js";

/** Deadline for opening a connection, in milliseconds. */
const connectMs = 2_000;

/** The wait before another attempt to connect, in milliseconds; up to half as long again by chance. */
const againMs = 500;

/** The silence after which a connection counts as not answering, in milliseconds. */
const silentMs = 1_500;

/** The silence after which a connection is replaced, in milliseconds: on some networks it never ends. */
const deadMs = 4_000;

/** Where NATS is, how the hub signs in, and what it listens to. */
export interface NatsLinkOptions {
  place: NatsPlace;
  credentialsFile: string | undefined;
  /** What takes each message, also those of this process, by their subject. */
  takers: Readonly<Record<string, (bytes: Uint8Array) => void>>;
}

/** What is known of the connection: open and answering, open but silent, or not open. */
export type LinkState = "answering" | "silent" | "disconnected";

/**
 * A connection to NATS that replaces itself when it ends or gives no answer. It keeps no message for
 * later: what cannot be sent now is not sent. The client's own reconnection keeps them all, and ends for
 * good at the second refusal of a credential.
 */
export class NatsLink {
  private connection: NatsConnection | undefined;
  private answeredAt = Number.NEGATIVE_INFINITY;
  /** The connection that has been asked for an answer. */
  private asked: NatsConnection | undefined;
  private lose: () => void = () => undefined;
  private failure: unknown;
  private readonly stopping = new AbortController();
  private running: Promise<void> | undefined;

  constructor(private readonly options: NatsLinkOptions) {}

  get state(): LinkState {
    if (!this.connection) return "disconnected";
    return this.silenceMs < silentMs ? "answering" : "silent";
  }

  /** Why the last attempt to connect failed; undefined after one that succeeded. */
  get lastFailure(): unknown {
    return this.failure;
  }

  /** Connects, and keeps connected until `stop`. Returns at once. */
  open(): void {
    this.running = this.run();
  }

  /** Ends the connection; resolves once none is opened any more. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.lose();
    await this.running;
  }

  /** Asks NATS whether it answers; call it several times a second. */
  check(): void {
    const { connection } = this;
    if (!connection) return;
    if (this.silenceMs > deadMs) this.lose();
    else if (this.asked !== connection) void this.ask(connection);
  }

  /** Sends bytes to a subject, where NATS is connected and takes as many. */
  publish(subject: string, bytes: Uint8Array): void {
    try {
      this.connection?.publish(subject, bytes);
    } catch (error) {
      // It has just ended, or the server takes smaller messages only: who needs it misses it, and notices.
      this.failure = error;
    }
  }

  private get silenceMs(): number {
    return performance.now() - this.answeredAt;
  }

  private async ask(connection: NatsConnection): Promise<void> {
    this.asked = connection;
    try {
      await connection.flush();
      if (this.connection === connection) this.answeredAt = performance.now();
    } catch {
      // It has ended, and is replaced.
    } finally {
      if (this.asked === connection) this.asked = undefined;
    }
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      try {
        await this.hold(await this.dial());
      } catch (error) {
        this.failure = error;
      }
      const waitMs = againMs * (1 + Math.random() / 2);
      await delay(waitMs, undefined, { signal }).catch(() => undefined);
    }
  }

  private async dial(): Promise<NatsConnection> {
    const { place, credentialsFile } = this.options;
    const { servers, tls, user, password, token } = place;
    const late = AbortSignal.any([this.stopping.signal, AbortSignal.timeout(connectMs)]);
    const speaking = await Promise.all(servers.map((server) => speaks(server, late)));
    const options: ConnectionOptions = {
      servers: servers.filter((_, at) => speaking[at]),
      name: "rembuk",
      reconnect: false,
      timeout: connectMs,
      ignoreClusterUpdates: true,
      ...(tls ? { tls: {} } : {}),
      ...(user ? { user, pass: password ?? "" } : {}),
      ...(token ? { token } : {}),
    };
    if (options.servers?.length === 0) throw new Error("No server of NATS answers");
    if (credentialsFile)
      options.authenticator = credsAuthenticator(await readFile(credentialsFile));
    return connect(options);
  }

  /** Uses a connection until it ends, or is to be replaced. */
  private async hold(connection: NatsConnection): Promise<void> {
    const lost = Promise.withResolvers<void>();
    this.lose = lost.resolve;
    if (this.stopping.signal.aborted) lost.resolve();
    for (const [subject, take] of Object.entries(this.options.takers)) {
      const callback = (error: Error | null, message: { data: Uint8Array }) => {
        if (!error && this.connection === connection) take(message.data);
      };
      connection.subscribe(subject, { callback });
    }
    this.failure = undefined;
    this.answeredAt = performance.now();
    this.connection = connection;
    const ended = await Promise.race([connection.closed(), lost.promise]);
    this.connection = undefined;
    if (ended) this.failure = ended;
    // A silent connection takes no goodbye, and nobody waits for it.
    void connection.close().catch(() => undefined);
  }
}
