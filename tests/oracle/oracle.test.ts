import { describe, expect, it } from "@jest/globals";
import { print } from "graphql";
import { testSeed as seed } from "../testkit/random/test-seed.js";
import { faultsOf, shown } from "./figures.js";
import { mutants } from "./mutants.js";
import { reportOf } from "./oracle.js";
import { useOracle } from "./use-oracle.js";

// TEST_SEED=<seed> repeats a run, TEST_RUNS asks more; `npm run oracle` asks 100,000 documents.
const documents = Number(process.env.TEST_RUNS ?? 500);

/** So many documents every mutant must fall among, whatever the seed. */
const mutantDocuments = 400;

describe(`The planned path and the resolver path (TEST_SEED=${seed} TEST_RUNS=${documents})`, () => {
  const oracle = useOracle();

  it(
    "answer random documents alike, for every viewer",
    async () => {
      const round = await oracle().play({ seed, documents });
      expect(reportOf(round)).toBe("No difference.");
      expect([shown(round.figures), ...faultsOf(round.figures)]).toHaveLength(1);
    },
    240_000 + documents * 400,
  );

  it.each(Object.entries(mutants))(
    "are distinguished when %s, by a short document",
    async (_, mutant) => {
      const round = await oracle().play({ seed, documents: mutantDocuments, mutant });
      expect(reportOf(round)).toMatch(/^DIFFERENCE/);
      const lines = print(round.found?.question.document as never).split("\n");
      expect(lines.length).toBeLessThanOrEqual(20);
    },
    240_000,
  );
});
