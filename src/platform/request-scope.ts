import { AsyncLocalStorage } from "node:async_hooks";
import type { Language } from "./errors.js";

/** The request that the current code works for. */
export interface Scope {
  /** The id in the log, and in the message to the requester when the hub fails. */
  requestId: string;
  /** The requester's language. */
  language: Language;
}

const storage = new AsyncLocalStorage<Scope>();

/** Runs `work`, with everything that it starts, in a scope. */
export const runInRequest = <T>(scope: Scope, work: () => T): T => storage.run(scope, work);

/** The current scope; undefined outside of a request. */
export const currentRequest = (): Scope | undefined => storage.getStore();
