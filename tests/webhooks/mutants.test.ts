import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { testSeed as seed } from "../testkit/random/test-seed.js";
import { mutants, mutate } from "../testkit/webhooks/mutants.js";
import { Trial } from "../testkit/webhooks/trial.js";

describe(`Deliveries to a receiver that fails at random, over the end of a node (TEST_SEED=${seed})`, () => {
  let trial: Trial;
  beforeAll(async () => {
    trial = await Trial.start(seed);
  });
  afterAll(() => trial.stop());

  it("lose nothing, double nothing, keep the order, are signed, and call no forbidden host", async () => {
    expect(await trial.play(() => () => undefined)).toEqual([]);
  });

  it.each(Object.entries(mutants))("are found to be wrong where %s", async (_, mutant) => {
    const faults = await trial.play(() => mutate(mutant));
    expect(faults).toContainEqual(expect.stringMatching(mutant.fault));
  });
});
