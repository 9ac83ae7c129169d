import type {
  DocumentNode,
  ExecutionArgs,
  ExecutionResult,
  GraphQLSchema,
  OperationDefinitionNode,
} from "graphql";
import type { Config } from "../../platform/config.js";
import type { Language } from "../../platform/errors.js";
import type { Logger } from "../../platform/logger.js";
import type { FileRoutes } from "./file-routes.js";

/** Who asks, as the wire tells it; nothing here is verified yet. */
export interface Requester {
  /** The bearer token or API key, without its scheme; absent for a visitor. */
  credential: string | undefined;
  /** The language in which errors are shown (rule 9 of the domain). */
  language: Language;
  /** Names the request in answers and logs. */
  requestId: string;
  /** The `Rembuk-Position` header: the answer must not be read before this position. */
  atLeast: number | undefined;
}

/** How long the requester's credential holds. */
export interface LiveSession {
  /** When the credential expires; absent for visitors and for what never does. */
  readonly expiresAt?: Date | undefined;
}

/**
 * What one operation works with. A subscription keeps its context until its stream ends, so a
 * context must not hold a snapshot before it is asked to read.
 */
export interface HubContext extends LiveSession {
  requestId: string;
  language: Language;
  /** The ledger position of this operation's snapshot. */
  position(): Promise<number>;
  /** Releases the snapshot; a second call does nothing. */
  close(): Promise<void>;
}

/** The arguments of one execution, with the hub's context in them. */
export type HubExecution<C> = ExecutionArgs & { contextValue: C };

/** What a subscription brings: a result, or the JSON of one that others are sent too. */
export type LiveEvent = ExecutionResult | Buffer;

/** A query that was admitted, and may be answered without its resolvers. */
export interface AdmittedQuery {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  variables: Readonly<Record<string, unknown>>;
}

/** What a subscription gives: its events, or the errors that kept it from starting. */
export type Subscribed = AsyncIterable<LiveEvent> | ExecutionResult;

/** An answer as it goes over the wire. */
export interface WholeAnswer {
  headers: readonly (readonly [name: string, value: string])[];
  body: string;
}

/** An answer that is given again. */
export interface FoundAnswer {
  headers: WholeAnswer["headers"];
  /** The body's bytes, in pieces. */
  body: readonly [Buffer, Buffer];
}

/** Keeps answers, for those who ask the same. `question` is all of a request that its answer depends on. */
export interface AnswerKeeper<C> {
  /** The answer to this question that holds for this requester now, if one was kept. */
  find(question: string, requester: Requester): FoundAnswer | undefined;
  /** Keeps an answer with the status 200, where it may be given again. */
  keep(question: string, context: C, answer: WholeAnswer): void;
}

/** What is asked of a page: its name, as the address has it, and the language to show it in. */
export interface PageRequest {
  name: string;
  language: Language;
}

/**
 * Makes a readable page, whole in itself, as HTML; undefined where there is none of that name, or
 * none that the requester may see.
 */
export type PageMaker<C> = (context: C, asked: PageRequest) => Promise<string | undefined>;

/** What the transports need from the composition root. */
export interface TransportOptions<C extends HubContext> {
  config: Config;
  logger: Logger;
  schema: GraphQLSchema;
  /** Verifies the requester; throws UNAUTHENTICATED or UNAVAILABLE. */
  openContext(requester: Requester): Promise<C>;
  /** Whether the hub can answer now, for `/health/ready`. */
  ready(): Promise<boolean>;
  /**
   * The `data` of a query as JSON text, where it can be had without executing it; undefined where
   * graphql-js must. Throws what keeps any path from answering.
   */
  readAsText?: (context: C, query: AdmittedQuery) => Promise<string | undefined>;
  /** Where answers are kept; absent: nowhere. */
  kept?: AnswerKeeper<C>;
  /** Starts a subscription; graphql-js's own when absent. Must not throw after its first event. */
  subscribe?: (args: HubExecution<C>) => Promise<Subscribed>;
  /** Readable pages, by the path before their names, as `/minutes/`; GET and HEAD answer them. */
  pages?: Record<string, PageMaker<C>>;
  /** Addresses of files, by their patterns as `/imports/:kind/:id`. */
  files?: FileRoutes<C>;
  /** Other timeouts than `defaultTimeouts`. */
  timeouts?: Partial<Timeouts>;
}

/** How long the HTTP side waits, in milliseconds. */
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
  /** For the next request on a connection that is kept open. */
  keepAliveMs: number;
  /** For a connection on which nothing moves while a request is open. */
  silenceMs: number;
  /** For running requests and operations to finish when the hub stops. */
  drainMs: number;
}

/**
 * Load balancers keep connections for 60 s: the hub keeps them longer, so that it is never the one
 * that closes a connection which is being used. Silence is longer than any statement's time-out. An
 * upload of 20 MB over a line of 100 kbit/s takes 27 minutes; what brings less than 2 kB/s, none.
 */
export const defaultTimeouts: Timeouts = {
  headersMs: 10_000,
  requestMs: 30_000,
  uploadMs: 1_800_000,
  uploadWindowMs: 30_000,
  uploadWindowBytes: 65_536,
  keepAliveMs: 65_000,
  silenceMs: 60_000,
  drainMs: 10_000,
};

/** A hub that listens. */
export interface Transport {
  /** Where GraphQL is served, as `http://127.0.0.1:4000/graphql`. */
  url: string;
  port: number;
  /**
   * Stops accepting, lets running requests and operations finish, closes WebSockets with 1001, and
   * breaks what is left after `drainMs`. A second call waits for the first.
   */
  close(): Promise<void>;
}
