import { chmod, mkdtemp } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { testFolder } from "../hub/index.js";
import { randomFrom } from "../random/random.js";
import { testSeed as seed } from "../random/test-seed.js";
import type { LiveFault, Surroundings } from "./live-fault.js";

async function folderFor(name: string): Promise<string> {
  const folder = await mkdtemp(join(testFolder(), `${name}-`));
  // As root Postgres runs as another user, who must be able to pass through.
  await chmod(folder, 0o755);
  return folder;
}

/** Declares the short forms of scripts of `npm run faults` as tests. TEST_SEED=<seed> repeats their draws. */
export function testLiveFaults(faults: readonly LiveFault[]): void {
  const lasting = new AsyncDisposableStack();
  afterAll(() => lasting.disposeAsync());
  describe.each(faults)("a hub with live streams ($name)", ({ name, holds, mutant, ...forms }) => {
    // Both forms have one: a hub with a Postgres of its own makes its data once.
    let folder: string;
    beforeAll(async () => {
      folder = await folderFor(name);
    });
    const surroundings = (): Surroundings => {
      return { folder, random: randomFrom(seed), say: () => undefined, lasting };
    };

    it(`${holds} (TEST_SEED=${seed})`, async () => {
      expect(await forms.short(surroundings())).toEqual([]);
    });

    it(`would be found out if ${mutant}`, async () => {
      expect(await forms.mutated(surroundings())).not.toEqual([]);
    });
  });
}
