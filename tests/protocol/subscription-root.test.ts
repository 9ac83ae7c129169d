import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { RawSocket, startTinyHub, type TinyHub } from "../testkit/protocol/tiny-hub.js";

const invalid = "GRAPHQL_VALIDATION_FAILED";

let hub: TinyHub;
beforeAll(async () => {
  hub = await startTinyHub();
});
afterAll(() => hub.close());

/** The codes of an operation's errors over a socket; none where it has an event. */
async function codesOverSocket(query: string, operationName?: string) {
  const socket = await RawSocket.ready(hub);
  socket.say({ id: "1", type: "subscribe", payload: { query, operationName } });
  const { type, payload } = await socket.next();
  socket.socket.terminate();
  if (type !== "error") return [];
  return (payload as { extensions: { code: string } }[]).map(({ extensions }) => extensions.code);
}

describe("The root of a subscription (GraphQL specification, 5.2.4.1)", () => {
  it.each([
    ["with a variable", "subscription ($v: Boolean!) { ticks @include(if: $v) }", 1],
    ["with a constant", "subscription { ticks @skip(if: false) }", 1],
    ["twice", "subscription { ticks @skip(if: false) @include(if: true) }", 2],
    ["on an inline fragment", "subscription { ... @skip(if: true) { ticks } }", 1],
    ["in an inline fragment", "subscription { ... on Subscription { ticks @skip(if: true) } }", 1],
    [
      "on a spread",
      "subscription { ...F @include(if: true) } fragment F on Subscription { ticks }",
      1,
    ],
    [
      "in a fragment of a fragment",
      "subscription ($v: Boolean!) { ...F } fragment F on Subscription { ...G } fragment G on Subscription { ticks @skip(if: $v) }",
      1,
    ],
  ])("takes no condition %s", async (_, query, count) => {
    const codes = Array(count).fill(invalid);
    expect(await codesOverSocket(query)).toEqual(codes);
    // By POST it is invalid before it is at the wrong place, also beside the operation that runs.
    for (const [text, operationName] of [[query], [`${query} query Q { hello }`, "Q"]] as const) {
      const named = text.replace(
        /^subscription/,
        operationName ? "subscription S" : "subscription",
      );
      const { status, errors } = await hub.ask(named, { operationName });
      expect([status, errors?.map(({ extensions }) => extensions.code)]).toEqual([400, codes]);
    }
  });

  it.each([
    ["without its argument", "subscription { ticks @skip }"],
    ["of a wrong argument", 'subscription { ticks @include(if: "x") }'],
    ["of an unknown variable", "subscription { ticks @include(if: $v) }"],
    [
      "in a cycle",
      "subscription { ...F } fragment F on Subscription { ...F ticks @skip(if: true) }",
    ],
  ])("with a condition %s is invalid, and no fault of the hub", async (_, query) => {
    const { status, errors } = await hub.ask(query);
    expect([status, errors?.[0]?.extensions.code]).not.toContain("INTERNAL_SERVER_ERROR");
    expect(status).toBe(400);
    expect((await codesOverSocket(query)).length).toBeGreaterThan(0);
  });

  it("has one field, which is none of introspection", async () => {
    for (const query of ["subscription { ticks silent }", "subscription { __typename }"])
      expect(await codesOverSocket(query)).toEqual([invalid]);
    expect(await codesOverSocket("subscription { ticks(from: 5) }")).toEqual([]);
  });
});
