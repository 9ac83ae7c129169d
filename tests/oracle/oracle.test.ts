import { describe, expect, it } from "@jest/globals";
import { testSeed as seed } from "../testkit/random/test-seed.js";
import type { Reply } from "./answers.js";
import { differences, questionOf } from "./differences.js";
import { faultsOf, shown } from "./figures.js";
import { mutants } from "./mutants.js";
import { linesOf, reportOf } from "./oracle.js";
import { useOracle } from "./use-oracle.js";

// TEST_SEED=<seed> repeats a run, TEST_RUNS asks more; `npm run oracle` asks 100,000 documents.
const documents = Number(process.env.TEST_RUNS ?? 100);

/** So many documents every mutant must fall among, whatever the seed. */
const mutantDocuments = 400;

/** The length of a document in which a difference is easy to see. */
const shortLines = 20;

describe(`The planned path and the resolver path (TEST_SEED=${seed} TEST_RUNS=${documents})`, () => {
  const oracle = useOracle();
  /** The mutants are wrong answers to the same questions: each is asked once. */
  const known = new Map<string, Reply>();

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
      const options = { seed, documents: mutantDocuments, mutant, shortLines, known };
      const round = await oracle().play(options);
      expect(reportOf(round)).toMatch(/^DIFFERENCE/);
      expect(linesOf(round.found?.question.document as never)).toBeLessThanOrEqual(shortLines);
    },
  );

  it.each(Object.entries(differences))("answer alike once more: %s", async (_, asked) => {
    const { replies, difference } = await oracle().judge(questionOf(asked));
    expect(difference).toBeUndefined();
    for (const { text } of replies)
      expect(text.includes('"errors"')).toBe(asked.isRefused ?? false);
  });
});
