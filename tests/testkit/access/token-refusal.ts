import { expect } from "@jest/globals";
import { type ErrorCode, HubError } from "../../../src/platform/errors.js";

/** Expects that the token is refused with this code and reason, said in both languages. */
export async function expectRefusal(verifying: Promise<unknown>, code: ErrorCode, reason: RegExp) {
  const outcome = await verifying.then(
    () => "accepted",
    (error: unknown) => error,
  );
  if (!(outcome instanceof HubError)) throw new Error(`no refusal: ${String(outcome)}`);
  expect({ code: outcome.code, reason: outcome.text.en }).toEqual({
    code,
    reason: expect.stringMatching(reason),
  });
  expect(outcome.text.id).not.toBe(outcome.text.en);
  expect(Object.keys(outcome.toJSON()).sort()).toEqual(["extensions", "message"]);
  expect(outcome.extensions).toEqual({ code });
  return outcome;
}
