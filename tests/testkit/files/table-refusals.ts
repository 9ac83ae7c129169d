import { expect } from "@jest/globals";
import { HubError } from "../../../src/platform/errors.js";

/** The English message and the extensions of a refusal. */
export async function refusalOf(work: Promise<unknown>): Promise<Record<string, unknown>> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof HubError)) throw error ?? new Error("nothing was refused");
  expect(error.code).toBe("BAD_USER_INPUT");
  expect(error.text.id).not.toBe(error.text.en);
  return { message: error.text.en, ...error.extensions };
}
