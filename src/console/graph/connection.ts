import { createClient, type Client as SocketClient } from "graphql-ws";
import type { Language } from "../language/language.js";
import type { Session } from "../session/session.js";

/** Whether live updates arrive. */
export interface ConnectionState {
  /** True from the first subscription until the last ends. */
  wanted: boolean;
  connected: boolean;
  /** When the connection was lost, in milliseconds of the epoch; null while it stands. */
  lostAt: number | null;
}

/** The end of a close reason that says when to reconnect. */
const retryAfter = /; retry-after=(\d+)$/;

/** The one WebSocket of the tab, and its state for the banner. */
export class Connection {
  private state: ConnectionState = { wanted: false, connected: false, lostAt: null };
  private readonly listeners = new Set<() => void>();
  readonly socket: SocketClient;
  /** The time for which the hub has asked to stay away, in milliseconds; 0 where it has not. */
  private awayMs = 0;

  constructor(session: Session, language: Language) {
    const { protocol, host } = window.location;
    this.socket = createClient({
      url: `${protocol === "https:" ? "wss" : "ws"}://${host}/graphql`,
      lazy: true,
      retryAttempts: Number.POSITIVE_INFINITY,
      shouldRetry: () => true,
      // Spread over time, so that many tabs do not come back at the same moment.
      retryWait: (retries) => pause(retries, this.awayMs),
      connectionParams: () => {
        const { token } = session.current();
        return { language, ...(token ? { authorization: `Bearer ${token}` } : {}) };
      },
      on: {
        connecting: () => this.set({ wanted: true }),
        connected: () => this.set({ connected: true, lostAt: null }),
        closed: (event) => {
          const { code, reason } = event as CloseEvent;
          const isOver = code === 1000;
          this.awayMs = 1000 * Number(retryAfter.exec(reason)?.[1] ?? 0);
          this.set({
            connected: false,
            wanted: !isOver,
            lostAt: isOver ? null : (this.state.lostAt ?? Date.now()),
          });
        },
      },
    });
  }

  readonly current = (): ConnectionState => this.state;

  readonly listen = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private set(change: Partial<ConnectionState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}

/**
 * Waits for as long as the hub has asked for; otherwise for a second at first and half a minute at most, or until
 * the browser says that it is online.
 */
function pause(retries: number, awayMs: number): Promise<void> {
  if (awayMs > 0) return new Promise((resolve) => setTimeout(resolve, awayMs));
  const ms = Math.min(30_000, 1000 * 2 ** Math.min(retries, 5)) * (0.5 + Math.random() / 2);
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      window.removeEventListener("online", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    window.addEventListener("online", done);
  });
}
