import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type Basis, ChangedTables, ExactCache } from "../../src/reading/index.js";
import { testSeed as seed } from "../testkit/random/test-seed.js";
import { Race } from "./race.js";

// TEST_SEED=<seed> repeats the draws, TEST_RUNS races longer: 100000 is some minutes.
const answers = Number(process.env.TEST_RUNS ?? 1500);

/** A mutant must be found within so many stretches of so many answers. One of them is met in every tenth stretch. */
const stretches = 400;
const stretch = 200;

/** Works with something of a class replaced, and puts it back. */
async function replaced<R>(
  prototype: object,
  name: string,
  by: (original: PropertyDescriptor) => PropertyDescriptor,
  work: () => Promise<R>,
): Promise<R> {
  const original = Object.getOwnPropertyDescriptor(prototype, name);
  if (!original) throw new Error(`There is no ${name} to replace`);
  Object.defineProperty(prototype, name, by(original));
  try {
    return await work();
  } finally {
    Object.defineProperty(prototype, name, original);
  }
}

type Mutant = [prototype: object, name: string, by: Parameters<typeof replaced>[2]];

interface Covering {
  covered: number;
}

/** Faults that the cache could have, each of which the race must see. */
const mutants: Record<string, Mutant> = {
  "what has changed is not let go": [
    ChangedTables.prototype,
    "stillHolds",
    (original) => ({ ...original, value: () => true }),
  ],
  "what was read before a change is kept as if it were read after it": [
    ExactCache.prototype,
    "store",
    (original) => ({
      ...original,
      value(
        this: { changed: Covering },
        key: string,
        value: unknown,
        bytes: number,
        basis: Basis,
      ): void {
        const position = Math.max(basis.position, this.changed.covered);
        original.value.call(this, key, value, bytes, { ...basis, position });
      },
    }),
  ],
  "what a client has seen elsewhere is not asked for": [
    ExactCache.prototype,
    "find",
    (original) => ({
      ...original,
      value(this: unknown, key: string) {
        return original.value.call(this, key, 0);
      },
    }),
  ],
  "answers are given again before a commit of the hub itself is known": [
    ChangedTables.prototype,
    "position",
    (original) => ({
      ...original,
      get(this: Covering) {
        return this.covered;
      },
    }),
  ],
};

describe(`Hubs that keep answers (TEST_SEED=${seed} TEST_RUNS=${answers})`, () => {
  let race: Race;
  beforeAll(async () => {
    race = await Race.start(seed);
  });
  afterAll(() => race.stop());

  it(
    "show what the ledger says at the position they name, and nothing older than was seen",
    async () => {
      const before = await race.cachedAnswers();
      expect(await race.play(answers)).toEqual([]);
      const again = (await race.cachedAnswers()) - before;
      // Without both, nothing was raced.
      expect(again).toBeGreaterThan(answers * 0.2);
      expect(again).toBeLessThan(answers * 0.95);
    },
    600_000 + answers * 10,
  );

  it.each(Object.entries(mutants))("are found out when %s", async (_, [prototype, name, by]) => {
    const faults = await replaced(prototype, name, by, async () => {
      let found: string[] = [];
      for (let at = 0; at < stretches && found.length === 0; at += 1) {
        found = await race.play(stretch);
      }
      return found;
    });
    expect(faults).not.toEqual([]);
  });
});
