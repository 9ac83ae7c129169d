import { AsyncLocalStorage } from "node:async_hooks";
import type { Span } from "@opentelemetry/api";
import { defaultLanguage, type Language } from "./errors.js";
import type { RequestFacts } from "./request-facts.js";

/** The request that the current code works for. */
export interface Scope {
  /** The id in the log, and in the message to the requester when the hub fails. */
  requestId: string;
  /** The language of the answer. */
  language: Language;
  /** The language that the requester stated; undefined where the request names none. */
  statedLanguage?: Language | undefined;
  /** What the log and traces tell of the request; absent for work that is nobody's request. */
  facts?: RequestFacts | undefined;
  /** The span that spans of the current code stand below; absent where nothing is traced. */
  span?: Span | undefined;
}

const storage = new AsyncLocalStorage<Scope>();

/** Runs `work`, with everything that it starts, in a scope. */
export const runInRequest = <T>(scope: Scope, work: () => T): T => storage.run(scope, work);

/** The current scope; undefined outside of a request. */
export const currentRequest = (): Scope | undefined => storage.getStore();

/** What is known of the current request; undefined outside of one. */
export const currentFacts = (): RequestFacts | undefined => storage.getStore()?.facts;

/** The language of the answer to the current request. */
export const answerLanguage = (): Language => currentRequest()?.language ?? defaultLanguage;

/**
 * The language of a text that a request brings without naming its language: the stated one, else Indonesian,
 * in which people of this job write.
 */
export const writtenLanguage = (): Language => currentRequest()?.statedLanguage ?? "id";
