import type { ExecutionResult } from "graphql";
import { overAnswer } from "../platform/answer-size.js";
import { type ReadSession, sql } from "../reading/index.js";

/**
 * The payload of a stream: its JSON, the same bytes for every subscriber; or a result with errors,
 * which each subscriber gets in their own language.
 */
export type Payload = Buffer | ExecutionResult;

/** The payload of an executed document; an error where its data has more than `answerBytes`. */
export function payloadOf(executed: ExecutionResult, answerBytes: number): Payload {
  const over = overAnswer(executed.data, answerBytes);
  const result: ExecutionResult = over ? { errors: [over] } : executed;
  const { errors, data = null } = result;
  return errors ? { ...result, data } : Buffer.from(JSON.stringify(result));
}

const errorsOf = (payload: Payload) => (Buffer.isBuffer(payload) ? [] : (payload.errors ?? []));

/** Throws the error of a payload that ended its snapshot: one of the database, not of the document. */
export async function checkUsable(
  session: ReadSession,
  payloads: readonly Payload[],
): Promise<void> {
  const [error] = payloads.flatMap(errorsOf);
  if (error && !(await isUsable(session))) throw error;
}

/** True if a snapshot can still be read. An error of the database ends it; one of a resolver does not. */
function isUsable(session: ReadSession): Promise<boolean> {
  return session.rows(sql`select 1`).then(
    () => true,
    () => false,
  );
}

/** The bytes of a payload as JSON. */
export const lengthOf = (payload: Payload): number =>
  Buffer.isBuffer(payload) ? payload.length : JSON.stringify(payload.data).length;
