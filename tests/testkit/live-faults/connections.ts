import { EventSource } from "eventsource";
import { createClient } from "graphql-ws";
import { WebSocket } from "ws";
import { LightSocket } from "../../../bench/live/light-socket.js";

/** The change of a frame. */
export interface Seen {
  position: number;
  entityId: string;
}

/** What a watcher follows. */
export interface Followed {
  /** The address of GraphQL now: another after a restart, or of another node. */
  url(): string;
  document: string;
  variables: Readonly<Record<string, unknown>>;
  /** The credential; without it, a visitor's connection. */
  token?: string;
}

/** One life of a watcher's connection. */
export interface Life {
  followed: Followed;
  /** The position after which it goes on. */
  after(): number;
  note(change: Seen): void;
  signal: AbortSignal;
}

/** How a connection ended: the code of its close frame, if it has one. */
export interface Ending {
  code?: number;
}

/** Follows by one connection; resolves when the server has ended it, or `signal` aborts. */
export type Connection = (life: Life) => Promise<Ending>;

const variablesOf = ({ followed, after }: Life) => ({ ...followed.variables, after: after() });

/** The change of a `next` message or event with one payload; undefined where it has errors. */
function changeOf(result: { data?: Record<string, Seen> | null; errors?: unknown }) {
  if (result.errors || !result.data) return undefined;
  return Object.values(result.data)[0];
}

/** The light client of the benchmark; its text is searched, not parsed. */
export const light: Connection = (life) => {
  const { promise, resolve } = Promise.withResolvers<Ending>();
  const { url, document } = life.followed;
  const subscription = {
    origin: url(),
    query: document,
    get variables() {
      return variablesOf(life);
    },
  };
  const take = (frame: Buffer) => {
    const text = frame.toString("latin1", 0, 300);
    const [, position] = /"position":(\d+)/.exec(text) ?? [];
    const [, entityId = ""] = /"entityId":"([^"]+)"/.exec(text) ?? [];
    if (position === undefined) end();
    else life.note({ position: Number(position), entityId });
  };
  const socket = new LightSocket(subscription, take, (code) => resolve({ code }));
  socket.ready.catch(() => undefined);
  const end = () => {
    socket.close();
    resolve({});
  };
  life.signal.addEventListener("abort", end);
  return promise.finally(() => life.signal.removeEventListener("abort", end));
};

/** A client of graphql-ws. */
export const graphqlWs: Connection = async (life) => {
  const { url, document, token } = life.followed;
  const client = createClient({
    url: url().replace(/^http/, "ws"),
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionParams: token ? { authorization: `Bearer ${token}` } : {},
  });
  const ending: Ending = {};
  client.on("closed", (event) => {
    ending.code = (event as { code: number }).code;
  });
  const stream = client.iterate<Record<string, Seen>>({
    query: document,
    variables: variablesOf(life),
  });
  const end = () => void client.dispose();
  life.signal.addEventListener("abort", end);
  try {
    for await (const result of stream) {
      const change = changeOf(result as never);
      if (!change) break;
      life.note(change);
    }
  } catch {
    // The socket was closed or the stream refused: `ending` says how.
  } finally {
    life.signal.removeEventListener("abort", end);
    await client.dispose();
  }
  return ending;
};

/** An EventSource, which connects again by itself with the id of its last event; also to another node. */
export const eventSource: Connection = (life) => {
  const { promise, resolve } = Promise.withResolvers<Ending>();
  const { url, document } = life.followed;
  const variables = JSON.stringify(variablesOf(life));
  const search = String(new URLSearchParams({ query: document, variables }));
  const source = new EventSource(`${url()}?${search}`, {
    fetch: (_, init) => fetch(`${url()}?${search}`, init as RequestInit),
  });
  const end = () => {
    source.close();
    resolve({});
  };
  source.addEventListener("next", ({ data }) => {
    const change = changeOf(JSON.parse(data));
    if (change) life.note(change);
    else end();
  });
  source.addEventListener("complete", end);
  // A status that is none of a stream ends it for good.
  source.addEventListener("error", () => source.readyState === source.CLOSED && end());
  life.signal.addEventListener("abort", end);
  return promise.finally(() => life.signal.removeEventListener("abort", end));
};
