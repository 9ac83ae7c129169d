import { chmod, mkdtemp } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "@jest/globals";
import { testFolder } from "../hub/index.js";
import { randomFrom } from "../random/random.js";
import { testSeed as seed } from "../random/test-seed.js";
import type { LiveFault, Surroundings } from "./live-fault.js";

async function surroundingsOf(name: string, lasting: AsyncDisposableStack): Promise<Surroundings> {
  const folder = await mkdtemp(join(testFolder(), `${name}-`));
  // As root Postgres runs as another user, who must be able to pass through.
  await chmod(folder, 0o755);
  return { folder, random: randomFrom(seed), say: () => undefined, lasting };
}

/** Declares the short forms of scripts of `npm run faults` as tests. TEST_SEED=<seed> repeats their draws. */
export function testLiveFaults(faults: readonly LiveFault[]): void {
  const lasting = new AsyncDisposableStack();
  afterAll(() => lasting.disposeAsync());
  describe.each(faults)("a hub with live streams ($name)", ({ name, holds, mutant, ...forms }) => {
    it(`${holds} (TEST_SEED=${seed})`, async () => {
      expect(await forms.short(await surroundingsOf(name, lasting))).toEqual([]);
    });

    it(`would be found out if ${mutant}`, async () => {
      expect(await forms.mutated(await surroundingsOf(name, lasting))).not.toEqual([]);
    });
  });
}
