import { once } from "node:events";
import {
  buildSchema,
  GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
} from "graphql";
import { type Client, type ClientOptions, createClient } from "graphql-ws";
import { pino } from "pino";
import { WebSocket } from "ws";
import { visitor } from "../../../src/access/index.js";
import { clientOf, Rates } from "../../../src/app/limits/index.js";
import { Metrics } from "../../../src/app/metrics.js";
import type { HubContext, Requester, Transport, TransportOptions } from "../../../src/app/port.js";
import { startTransport } from "../../../src/app/server.js";
import { type Config, parseConfig } from "../../../src/platform/config.js";
import { forbidden, unauthenticated, unavailable } from "../../../src/platform/errors.js";
import { MoneyScalar } from "../../../src/platform/scalars.js";

/** A schema with every kind of thing that the transports treat in a way of its own. */
export const sdl = /* GraphQL */ `
  scalar Money
  enum Status { PLANNED IN_PROGRESS }
  input StatusFilter { eq: Status, in: [Status!] }
  input PlanFilter { status: StatusFilter, title: String, and: [PlanFilter!] }
  input MilestoneInput { title: String!, dueOn: String }
  input ReportInput {
    id: ID!, progress: Int!, amount: Money, status: Status, note: String
    milestones: [MilestoneInput!]
  }
  type PageInfo { hasNextPage: Boolean! }
  type PlanEdge { node: Plan! }
  type PlanConnection { totalCount: Int!, nodes: [Plan!]!, edges: [PlanEdge!]!, pageInfo: PageInfo! }
  type Plan {
    id: ID!, title: String!, tags: [String!]!, lead: Plan, parts: [Plan!]!
    children(first: Int, last: Int): PlanConnection!
  }
  type Query {
    hello(name: String! = "you"): String!
    language: String!
    plans(where: PlanFilter, first: Int, last: Int): PlanConnection!
    nodes(ids: [ID!]!): [Plan]!
    money(amount: Money): String
    fail(kind: String!): String
    slow: String
    big(characters: Int!): String!
  }
  type Mutation { report(input: ReportInput!): String! }
  type Subscription {
    ticks(from: Int! = 1): Int!
    silent: Int!
    big(characters: Int!): String!
    failing: Int!
  }
`;

type Resolvers = Record<string, Record<string, GraphQLFieldResolver<unknown, TinyContext>>>;
type Streams = Record<string, GraphQLFieldResolver<unknown, TinyContext>>;

export interface TinyContext extends HubContext {
  requester: Requester;
  // Private fields break when a library copies the context; resolvers read one of them.
  secret(): string;
}

/** What a tiny hub saw, and the handles by which a test holds it still. */
export class Seen {
  readonly requesters: Requester[] = [];
  readonly logged: Record<string, unknown>[] = [];
  opened = 0;
  closed = 0;
  reported = 0;
  ready = true;
  streamsEnded = 0;
  /** Resolves what waits in the field `slow`. */
  release: () => void = () => {};
  /** Resolves when the field `slow` has been reached. */
  slowReached: Promise<void>;
  private reachSlow: () => void = () => {};
  private onEvent: () => void = () => {};

  constructor() {
    this.slowReached = this.renewSlow();
  }

  log(line: string): void {
    this.logged.push(JSON.parse(line));
    this.onEvent();
  }

  /** Resolves when `isTrue` after something that the hub did. */
  async until(isTrue: () => boolean): Promise<void> {
    while (!isTrue()) {
      await new Promise<void>((resolve) => {
        this.onEvent = resolve;
      });
    }
  }

  count(what: "closed" | "streamsEnded"): void {
    this[what] += 1;
    this.onEvent();
  }

  renewSlow(): Promise<void> {
    this.slowReached = new Promise((resolve) => {
      this.reachSlow = resolve;
    });
    return this.slowReached;
  }

  waitInSlow(): Promise<string> {
    return new Promise((resolve) => {
      this.release = () => resolve("late");
      this.reachSlow();
    });
  }
}

class Context implements TinyContext {
  readonly #secret = "kept";
  private isOpen = true;

  constructor(
    readonly requester: Requester,
    private readonly seen: Seen,
  ) {}

  readonly requestId = this.requester.requestId;
  readonly language = this.requester.language;
  readonly client = clientOf(this.requester.address, {
    ...visitor,
    ...(this.requester.credentials[0] ? { holder: this.requester.credentials[0] } : {}),
  });
  readonly meter = { cost: 0, count: async () => {} };
  readonly expiresAt =
    this.requester.credentials[0] === "short" ? new Date(Date.now() + 300) : undefined;

  secret(): string {
    return this.#secret;
  }

  async reached(): Promise<void> {}

  async position(): Promise<number> {
    if (this.requester.credentials[0] === "no-position") throw new Error("secret of the position");
    return 42;
  }

  async close(): Promise<void> {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.seen.count("closed");
  }
}

const failures: Record<string, () => Error> = {
  forbidden: () => forbidden(),
  bug: () => new Error("select * from secret_table at /srv/hub/secret.js"),
  graphql: () => new GraphQLError("secret detail"),
  statementTimeout: () =>
    Object.assign(new Error("canceling statement due to statement timeout"), { code: "57014" }),
  refused: () =>
    Object.assign(new Error("wrapped"), {
      cause: Object.assign(new Error("connect"), { code: "ECONNREFUSED" }),
    }),
  constraint: () =>
    new GraphQLError("Argument Validation Error", {
      extensions: {
        code: "BAD_USER_INPUT",
        validationErrors: [
          {
            property: "note",
            constraints: { maxLength: "note must be shorter than or equal to 500 characters" },
            children: [],
          },
          {
            property: "milestones",
            children: [
              {
                property: "0",
                children: [
                  { property: "title", constraints: { isNotEmpty: "title should not be empty" } },
                ],
              },
            ],
          },
        ],
      },
    }),
};

const plan = { id: "1", title: "Kasepuhan", tags: ["a"], lead: null, parts: [] };

const resolversFor = (seen: Seen): Resolvers => ({
  Query: {
    hello: (_, { name }: { name: string }, context) => `hello ${name} ${context.secret()}`,
    language: (_, __, context) => context.language,
    plans: () => ({ totalCount: 1, nodes: [plan], edges: [], pageInfo: { hasNextPage: false } }),
    nodes: () => [],
    money: (_, { amount }: { amount?: string }) => amount ?? null,
    fail: (_, { kind }: { kind: string }) => {
      throw failures[kind]?.() ?? new Error("no such failure");
    },
    slow: () => seen.waitInSlow(),
    big: (_, { characters }: { characters: number }) => "x".repeat(characters),
  },
  Mutation: {
    report: (_, { input }: { input: { id: string; note?: string } }) => {
      seen.reported += 1;
      if (input.note === "too long") throw failures.constraint?.();
      return input.id;
    },
  },
});

const streamsFor = (seen: Seen): Streams => ({
  async *ticks(_, { from }: { from: number }) {
    for (let tick = from; tick < from + 3; tick += 1) yield { ticks: tick };
  },
  silent: () => {
    const ended = Promise.withResolvers<IteratorResult<unknown>>();
    const first = Promise.resolve({ done: false, value: { silent: 0 } });
    const results = [first, ended.promise];
    return {
      next: () => results.shift() ?? ended.promise,
      return: () => {
        seen.count("streamsEnded");
        ended.resolve({ done: true, value: undefined });
        return ended.promise;
      },
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  },
  async *big(_, { characters }: { characters: number }) {
    try {
      const text = "x".repeat(characters);
      for (;;) yield { big: text };
    } finally {
      seen.count("streamsEnded");
    }
  },
  async *failing() {
    yield { failing: 1 };
    throw forbidden();
  },
});

function fieldsOf(schema: GraphQLSchema, type: string) {
  return (schema.getType(type) as GraphQLObjectType).getFields();
}

export function tinySchema(seen: Seen): GraphQLSchema {
  const schema = buildSchema(sdl);
  const { parseValue, parseLiteral } = MoneyScalar;
  Object.assign(schema.getType("Money") ?? {}, { parseValue, parseLiteral });
  for (const [type, resolvers] of Object.entries(resolversFor(seen))) {
    for (const [name, resolve] of Object.entries(resolvers)) {
      Object.assign(fieldsOf(schema, type)[name] ?? {}, { resolve });
    }
  }
  for (const [name, subscribe] of Object.entries(streamsFor(seen))) {
    Object.assign(fieldsOf(schema, "Subscription")[name] ?? {}, { subscribe });
  }
  return schema;
}

/** The configuration of a test: as in an empty environment, on any port, with `settings`. */
export function configOf(settings: Record<string, string> = {}): Config {
  return parseConfig({ NODE_ENV: "test", PORT: "0", ...settings });
}

export interface TinyHub extends Transport {
  seen: Seen;
  metrics: Metrics;
  /** The answer to a document sent by POST. */
  ask(query: string, more?: Asked): Promise<Answered>;
}

export interface Asked {
  variables?: Record<string, unknown>;
  operationName?: string;
  documentId?: string;
  headers?: Record<string, string>;
}

export interface ShownError {
  message: string;
  path?: (string | number)[];
  locations?: unknown[];
  extensions: Record<string, unknown> & {
    code: string;
    fields?: { path: string; message: string }[];
  };
}

export interface Answered {
  status: number;
  headers: Headers;
  data?: Record<string, unknown> | null;
  errors?: ShownError[];
  extensions?: Record<string, unknown>;
}

/** A hub of nothing but the transports, over a tiny schema. */
export async function startTinyHub(
  settings: Record<string, string> = {},
  options: Partial<TransportOptions<TinyContext>> = {},
): Promise<TinyHub> {
  const seen = new Seen();
  const config = configOf(settings);
  const logger = pino({ level: "trace" }, { write: (line: string) => seen.log(line) });
  const metrics = new Metrics();
  const transport = await startTransport<TinyContext>({
    config,
    logger,
    metrics,
    rates: new Rates(config.rates, metrics.rateRefusals),
    schema: tinySchema(seen),
    openContext: async (requester) => {
      seen.requesters.push(requester);
      if (requester.credentials[0] === "wrong") throw unauthenticated();
      if (requester.credentials[0] === "away") throw unavailable({ en: "Away.", id: "Pergi." });
      if (requester.credentials[0] === "bug") throw new Error("secret of the context");
      seen.opened += 1;
      return new Context(requester, seen);
    },
    whyNotReady: async () => (seen.ready ? undefined : "database"),
    ...options,
  });
  return {
    ...transport,
    seen,
    metrics,
    ask: (query, more = {}) => ask(transport.url, query, more),
  };
}

async function ask(url: string, query: string, { headers, ...rest }: Asked): Promise<Answered> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ query, ...rest }),
  });
  const body = (await response.json()) as Omit<Answered, "status" | "headers">;
  return { status: response.status, headers: response.headers, ...body };
}

export const socketUrl = ({ url }: Pick<Transport, "url">): string => url.replace("http:", "ws:");

/** A graphql-ws client that does not connect again, so that a test sees each close. */
export function liveClient(hub: Transport, options: Partial<ClientOptions> = {}): Client {
  return createClient({
    url: socketUrl(hub),
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    lazyCloseTimeout: 0,
    ...options,
  });
}

/** A bare socket that speaks the protocol by hand; `next` gives its messages one by one. */
export class RawSocket {
  readonly socket: WebSocket;
  /** The code and the reason of the close, once it came. */
  readonly closed: Promise<{ code: number; reason: string }>;
  private readonly messages: Record<string, unknown>[] = [];
  private wake: () => void = () => {};

  constructor(
    hub: Pick<Transport, "url">,
    options: { headers?: Record<string, string>; autoPong?: boolean } = {},
  ) {
    this.socket = new WebSocket(socketUrl(hub), "graphql-transport-ws", options);
    this.socket.on("error", () => {});
    this.socket.on("message", (data) => {
      this.messages.push(JSON.parse(String(data)));
      this.wake();
    });
    this.closed = new Promise((resolve) => {
      this.socket.once("close", (code, reason) => resolve({ code, reason: String(reason) }));
    });
  }

  /** Opens and initialises the connection. */
  static async ready(
    hub: Pick<Transport, "url">,
    payload?: Record<string, unknown>,
    options: { headers?: Record<string, string>; autoPong?: boolean } = {},
  ): Promise<RawSocket> {
    const raw = new RawSocket(hub, options);
    await once(raw.socket, "open");
    raw.say({ type: "connection_init", payload });
    const { type } = await raw.next();
    if (type !== "connection_ack") throw new Error(`unexpected ${type}`);
    return raw;
  }

  say(message: unknown): void {
    this.socket.send(JSON.stringify(message));
  }

  run(id: string, query: string, variables?: Record<string, unknown>): void {
    this.say({ id, type: "subscribe", payload: { query, variables } });
  }

  async next(): Promise<Record<string, unknown>> {
    for (;;) {
      const message = this.messages.shift();
      if (message) return message;
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
  }
}
