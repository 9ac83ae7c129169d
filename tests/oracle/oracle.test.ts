import { describe, expect, it } from "@jest/globals";
import { testSeed as seed } from "../testkit/random/test-seed.js";
import { faultsOf, shown } from "./figures.js";
import { mutants } from "./mutants.js";
import { linesOf, reportOf } from "./oracle.js";
import { useOracle } from "./use-oracle.js";

// TEST_SEED=<seed> repeats a run, TEST_RUNS asks more; `npm run oracle` asks 100,000 documents.
const documents = Number(process.env.TEST_RUNS ?? 150);

/** So many documents every mutant must fall among, whatever the seed. */
const mutantDocuments = 400;

/** The length of a document in which a difference is easy to see. */
const shortLines = 20;

describe(`The planned path and the resolver path (TEST_SEED=${seed} TEST_RUNS=${documents})`, () => {
  const oracle = useOracle();

  it(
    "answer random documents alike, for every viewer",
    async () => {
      const round = await oracle().play({ seed, documents });
      expect(reportOf(round)).toBe("No difference.");
      expect([shown(round.figures), ...faultsOf(round.figures)]).toHaveLength(1);
    },
    600_000 + documents * 400,
  );

  it.each(Object.entries(mutants))(
    "are distinguished when %s, by a short document",
    async (_, mutant) => {
      const round = await oracle().play({ seed, documents: mutantDocuments, mutant, shortLines });
      expect(reportOf(round)).toMatch(/^DIFFERENCE/);
      expect(linesOf(round.found?.question.document as never)).toBeLessThanOrEqual(shortLines);
    },
  );
});
