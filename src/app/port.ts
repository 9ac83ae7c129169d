import type { FastifyInstance } from "fastify";
import type {
  DocumentNode,
  ExecutionArgs,
  ExecutionResult,
  GraphQLSchema,
  OperationDefinitionNode,
} from "graphql";
import type { LiveStream } from "../live/index.js";
import type { Config } from "../platform/config.js";
import type { CostMeter } from "../platform/cost-meter.js";
import type { Language } from "../platform/errors.js";
import type { Logger } from "../platform/logger.js";
import type { FileRoutes } from "./file-port.js";
import type { Metrics } from "./metrics.js";

// The port between the transports (http/, graphql/, sockets/, files/) and the hub behind them: what
// a transport asks for, and what it is given. It imports no room, so that every room may import it. Files have the rest of it in `file-port.ts`.

/** The sender of a request, as the wire describes it; nothing here is verified yet. */
export interface Requester {
  /** The network address that limits count it for (`networkOf`); behind trusted proxies the client's. */
  address: string;
  /**
   * The bearer tokens and API keys that were sent, without their scheme; none for a visitor. All must
   * hold, and the first decides who the viewer is.
   */
  credentials: readonly string[];
  /** The language in which errors are shown (rule 9 of the domain). */
  language: Language;
  /** Names the request in answers and logs. */
  requestId: string;
  /** The `Rembuk-Position` header: the answer must not be read before this position. */
  atLeast: number | undefined;
}

/**
 * The client that limits are counted for. It follows from verified facts only: a credential that is
 * refused gives no new identity, and its failure counts for the address.
 */
export interface Client {
  /** The holder of its verified credential, else its address. */
  key: string;
  /** The network address, as the requester's. */
  address: string;
  /** True without a credential; all visitors together have limits too. */
  isVisitor: boolean;
}

/** What is left of a client's rate. */
export interface RateStanding {
  /** The name of the rate, as `visitor`. */
  policy: string;
  /** The cost a minute. */
  limit: number;
  remaining: number;
  /** The seconds until the whole rate is there again. */
  resetSeconds: number;
  /** True when the cost was refused. */
  isOver: boolean;
}

/** Counts what clients use of their rates. */
export interface RateCounter {
  /** Counts a cost for a client; undefined where its rate has no limit. */
  count(client: Client, cost: number): Promise<RateStanding | undefined>;
  /** Counts a request of cost 1, most often at once. */
  countOne(client: Client): RateStanding | undefined | Promise<RateStanding | undefined>;
}

/** The lifetime of a requester's credentials. */
export interface LiveSession {
  /** When the first of them expires; absent for visitors and for credentials that never expire. */
  readonly expiresAt?: Date | undefined;
}

/**
 * The context of one operation. A subscription holds its context until its stream ends, so a
 * context opens no snapshot before something is read from it.
 */
export interface HubContext extends LiveSession {
  requestId: string;
  language: Language;
  /** The client that limits are counted for. */
  readonly client: Client;
  /** Its cost; the transport sets how further costs are counted. */
  readonly meter: CostMeter;
  /** The name by which metrics show its operation; the transport sets it. */
  operationName?: string | undefined;
  /**
   * Resolves when the ledger has reached the position that the requester has seen, which every transport
   * awaits once before it answers; rejects with UNAVAILABLE after a time.
   */
  reached(): Promise<void>;
  /** The ledger position of this operation's snapshot. */
  position(): Promise<number>;
  /** Releases the snapshot; a second call does nothing. */
  close(): Promise<void>;
}

/** The arguments of one execution, with the hub's context in them. */
export type HubExecution<C> = ExecutionArgs & { contextValue: C };

/** A valid query, which the hub may answer without its resolvers. */
export interface ValidQuery {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  variables: Readonly<Record<string, unknown>>;
}

/** A started subscription: its stream or its events, or the errors that kept it from starting. */
export type Subscribed = LiveStream | AsyncIterable<ExecutionResult> | ExecutionResult;

/** An HTTP answer as it goes over the wire. */
export interface CompleteResponse {
  headers: readonly (readonly [name: string, value: string])[];
  body: string;
}

/** An HTTP answer from the cache. */
export interface CachedResponse {
  /** The client that is given it. */
  client: Client;
  headers: CompleteResponse["headers"];
  body: Buffer;
  /** The name by which metrics show the operation that it answers. */
  operationName: string;
}

/** A store of answers. `request` is the text of every part of a request that its answer depends on. */
export interface ResponseStore<C> {
  /** The stored answer to this request, where one holds for this requester now. */
  find(request: string, requester: Requester): CachedResponse | undefined;
  /** Stores an answer with the status 200, where it may be sent again. */
  store(request: string, context: C, response: CompleteResponse): void;
}

/** A request for a page: its name in the address, and the language to show it in. */
export interface PageRequest {
  name: string;
  language: Language;
}

/**
 * Makes a readable page as one complete HTML document; undefined where there is none of that name,
 * or none that the requester may see.
 */
export type PageMaker<C> = (context: C, request: PageRequest) => Promise<string | undefined>;

/** Trusted documents by the SHA-256 of their text, hex, and the file that each came from. */
export type Manifest = ReadonlyMap<string, ManifestEntry>;

/** A document of a manifest. */
export interface ManifestEntry {
  text: string;
  file: string;
  /** True for a document that comes with the hub: its tests have found it valid. */
  isShipped: boolean;
}

/**
 * The reason of a hub that is not ready: its database does not answer, its live updates do not follow
 * the ledger, or its writes fail.
 */
export type UnreadyReason = "database" | "ledger" | "writes";

/** Details in the answer of `/health/ready`, whatever its status. */
export interface HealthDetails {
  /** How changes come to this node; undefined where it is by Postgres alone. */
  feed?: object | undefined;
  /** The states of the replicas; undefined where there are none. */
  replicas?: readonly object[] | undefined;
}

/** Everything that the transports need from the composition root. */
export interface TransportOptions<C extends HubContext> {
  config: Config;
  logger: Logger;
  metrics: Metrics;
  schema: GraphQLSchema;
  rates: RateCounter;
  /** Verifies the requester; throws UNAUTHENTICATED or UNAVAILABLE. */
  openContext(requester: Requester): Promise<C>;
  /** Why the hub cannot answer now, for `/health/ready`; undefined where it can. */
  whyNotReady(): Promise<UnreadyReason | undefined>;
  /** Further details of `/health/ready`. */
  healthDetails?: () => HealthDetails;
  /**
   * The `data` of a query as JSON text, where the hub can read it without executing the query;
   * undefined where graphql-js must execute. Throws where neither path could answer.
   */
  readAsText?: (context: C, query: ValidQuery) => Promise<string | undefined>;
  /**
   * Performs the only mutation of an operation, and gives the operation's `data` as JSON text; undefined
   * where graphql-js must execute, which then does not perform it again. Throws what the mutation throws.
   */
  performAsText?: (context: C, mutation: ValidQuery) => Promise<string | undefined>;
  /** The `data` of a query as of an earlier position, as JSON text; throws where it cannot be read so. */
  readAsOf?: (context: C, query: ValidQuery, position: number) => Promise<string>;
  /** The response cache; absent: every answer is made anew. */
  responses?: ResponseStore<C>;
  /**
   * Starts a subscription, after a position where its client says one beside the document; graphql-js's own
   * when absent. Must not throw after its first event.
   */
  subscribe?: (args: HubExecution<C>, resumeAfter?: number) => Promise<Subscribed>;
  /** The trusted documents; none when absent. */
  manifest?: Manifest;
  /** Readable pages, by the path before their names, as `/minutes/`; GET and HEAD answer them. */
  pages?: Record<string, PageMaker<C>>;
  /** Addresses of files, by their patterns as `/imports/:kind/:id`. */
  files?: FileRoutes<C>;
  /** The boundaries of regions that the operator loaded. */
  boundaries?: BoundaryFiles;
  /** Adds the console and its sign-in; absent where it is switched off. */
  addConsole?: (app: FastifyInstance) => void;
  /** Timeouts that differ from `defaultTimeouts`. */
  timeouts?: Partial<Timeouts>;
}

/** The boundaries of regions, by levels as `PROVINCE`. */
export interface BoundaryFiles {
  /** The tag of a level's file; undefined where none is loaded, null for a level that has none. */
  tag(level: string): Promise<string | undefined | null>;
  /** The file's bytes, compressed by brotli or as they are. */
  content(level: string, isBrotli: boolean): Promise<Buffer | undefined>;
}

/** The timeouts of the HTTP side, in milliseconds. */
export interface Timeouts {
  /** For a request's head to be complete. */
  headersMs: number;
  /** For a whole request, its body too. */
  requestMs: number;
  /** For a whole upload. */
  uploadMs: number;
  /** For `uploadWindowBytes` more of an upload. */
  uploadWindowMs: number;
  uploadWindowBytes: number;
  /** For a slot for work on a received upload. */
  slotMs: number;
  /** For the next request on a connection that is kept open. */
  keepAliveMs: number;
  /** For a connection on which nothing moves while a request is open. */
  silenceMs: number;
  /** For a client to read the last answer of a connection and to end that. */
  lastReadMs: number;
  /** For running requests and operations to finish when the hub stops. */
  drainMs: number;
}

/**
 * Load balancers keep connections for 60 s: the hub keeps them longer, so that it is never the one
 * that closes a connection which is being used. Silence is longer than any statement's timeout. An
 * upload of 20 MB over a line of 100 kbit/s takes 27 minutes; a line below 2 kB/s is cut.
 */
export const defaultTimeouts: Timeouts = {
  headersMs: 10_000,
  requestMs: 30_000,
  uploadMs: 1_800_000,
  uploadWindowMs: 30_000,
  uploadWindowBytes: 65_536,
  slotMs: 30_000,
  keepAliveMs: 65_000,
  silenceMs: 60_000,
  lastReadMs: 30_000,
  drainMs: 10_000,
};

/** A hub that listens. */
export interface Transport {
  /** The address of GraphQL, as `http://127.0.0.1:4000/graphql`. */
  url: string;
  port: number;
  /**
   * Stops accepting, lets running requests and operations finish, closes WebSockets with 1001, and
   * breaks what is left after `drainMs`. A second call waits for the first.
   */
  close(): Promise<void>;
}
