import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { StreamStatements } from "../testkit/live/measures.js";
import { testSeed as seed } from "../testkit/random/test-seed.js";
import { type Got, PayloadOracle } from "./payload-oracle.js";

// TEST_SEED=<seed> repeats a run, TEST_RUNS draws more subscriptions.
const subscriptions = Number(process.env.TEST_RUNS ?? 12);

/** Wrong payloads, each as a fault of a shared statement would give them: the judge must see every one. */
const mutants: Record<string, (got: readonly Got[]) => readonly Got[]> = {
  "viewers get each other's payloads": (got) =>
    got.map((one, at) => ({ ...one, planning: got[(at + 1) % got.length]?.planning ?? [] })),
  "everybody gets what the first may see": (got) =>
    got.map((one) => ({ ...one, planning: got[0]?.planning ?? [] })),
  "a payload is lost": (got) => got.map((one) => ({ ...one, planning: one.planning.slice(1) })),
  "a payload comes twice": (got) =>
    got.map((one) => ({ ...one, planning: [...one.planning, ...one.planning.slice(-1)] })),
  "changes come in another order": (got) =>
    got.map((one) => ({ ...one, planning: one.planning.toReversed() })),
};

const differs = ({ resolving, planning }: Got): boolean =>
  JSON.stringify(resolving) !== JSON.stringify(planning);

describe(`Payloads that one statement reads for many viewers (TEST_SEED=${seed} TEST_RUNS=${subscriptions})`, () => {
  let oracle: PayloadOracle;
  let statements: StreamStatements;
  const rounds: { query: string; got: Got[] }[] = [];
  beforeAll(
    async () => {
      oracle = await PayloadOracle.start(seed);
      statements = new StreamStatements();
      for (let at = 0; at < subscriptions; at += 1) rounds.push(await oracle.round(at));
    },
    600_000 + subscriptions * 5000,
  );
  afterAll(async () => {
    statements.stop();
    await oracle.stop();
  });

  it("are to the byte those that resolvers make for each viewer", () => {
    for (const { query, got } of rounds) {
      for (const one of got)
        expect({ query, got: one.planning }).toEqual({ query, got: one.resolving });
    }
    const payloads = rounds.flatMap(({ got }) => got).flatMap(({ resolving }) => resolving);
    expect(payloads.length).toBeGreaterThan(2 * subscriptions);
    expect(payloads.filter((text) => !text.includes('"errors"')).length).toBeGreaterThan(
      subscriptions,
    );
  });

  it("come from shared statements", () => {
    expect(statements.shared.length).toBeGreaterThan(subscriptions / 4);
  });

  it.each(Object.entries(mutants))("are distinguished when %s", (_, mutant) => {
    expect(rounds.some(({ got }) => mutant(got).some(differs))).toBe(true);
  });
});
