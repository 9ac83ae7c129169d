import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { applyPatch, type Operation } from "rfc6902";
import { difference } from "../../src/app/live-queries/difference.js";
import { testSeed as seed } from "../testkit/random/test-seed.js";

describe(`The difference of two answers (TEST_SEED=${seed})`, () => {
  it("is a patch that makes the one of the other, and names every place that it touches", () => {
    const answer = fc.jsonValue({ maxDepth: 4 });
    fc.assert(
      fc.property(fc.record({ a: answer, b: answer }), fc.record({ a: answer }), (one, other) => {
        const [before, after] = [JSON.stringify(one), JSON.stringify(other)];
        const { paths, patch } = difference(before, after);
        const known = JSON.parse(before);
        applyPatch(known, patch as Operation[]);
        expect(known).toEqual(JSON.parse(after));
        expect(paths).toEqual([...new Set(patch?.map(({ path }) => path))]);
        expect(paths.length > 0).toBe(JSON.stringify(known) !== before);
      }),
      { seed, numRuns: 300 },
    );
  });

  it("is the whole for long answers, for long lists, and for more places than are named", () => {
    const none = { paths: [""], patch: undefined };
    const long = JSON.stringify({ text: "x".repeat(70_000) });
    expect(difference(long, "{}")).toEqual(none);
    const list = (value: number) => JSON.stringify({ a: Array.from({ length: 400 }, () => value) });
    expect(difference(list(1), list(2))).toEqual(none);
    const wide = (value: number) =>
      JSON.stringify(Object.fromEntries(Array.from({ length: 1001 }, (_, at) => [at, value])));
    const { paths, patch } = difference(wide(1), wide(2));
    expect([paths, patch?.length]).toEqual([[""], 1001]);
  });
});
