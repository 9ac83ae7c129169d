import { AsyncLocalStorage } from "node:async_hooks";
import { defaultLanguage, type Language } from "./errors.js";

/** The request that the current code works for. */
export interface Scope {
  /** The id in the log, and in the message to the requester when the hub fails. */
  requestId: string;
  /** The language of the answer. */
  language: Language;
  /** The language that the requester stated; undefined where the request names none. */
  statedLanguage?: Language | undefined;
}

const storage = new AsyncLocalStorage<Scope>();

/** Runs `work`, with everything that it starts, in a scope. */
export const runInRequest = <T>(scope: Scope, work: () => T): T => storage.run(scope, work);

/** The current scope; undefined outside of a request. */
export const currentRequest = (): Scope | undefined => storage.getStore();

/** The language of the answer to the current request. */
export const answerLanguage = (): Language => currentRequest()?.language ?? defaultLanguage;

/**
 * The language of a text that a request brings without naming its language: the stated one, else Indonesian,
 * in which people of this job write.
 */
export const writtenLanguage = (): Language => currentRequest()?.statedLanguage ?? "id";
