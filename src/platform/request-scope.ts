import { AsyncLocalStorage } from "node:async_hooks";
import type { Language } from "./errors.js";

/** What every part of the hub may know about the request that it works for. */
export interface Scope {
  /** Names the request in the log, and in what its requester is told when the hub fails. */
  requestId: string;
  /** The language that the requester reads. */
  language: Language;
}

const storage = new AsyncLocalStorage<Scope>();

/** Runs `work`, and everything that it starts, inside `scope`; gives what `work` gives. */
export const runInRequest = <T>(scope: Scope, work: () => T): T => storage.run(scope, work);

/** The scope of the request that is being worked for; undefined outside of any. */
export const currentRequest = (): Scope | undefined => storage.getStore();
