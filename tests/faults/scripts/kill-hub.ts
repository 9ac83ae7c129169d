import { join } from "node:path";
import { CrashRounds } from "../../testkit/faults/crash-rounds.js";
import type { Fault } from "./fault.js";

const rounds = 5;

/** Kills the hub while it is written to: nothing that it has acknowledged may be lost. */
export const killHub: Fault = {
  name: "kill-hub",
  async run({ folder, random, say }) {
    const crashes = await CrashRounds.start(join(folder, "hub"), Math.floor(random() * 2 ** 31));
    const complaints: string[] = [];
    for (let n = 1; n <= rounds; n += 1) {
      const { acknowledged, inDoubt, perSecond, faults } = await crashes.round();
      say(`${n}: ${acknowledged} acknowledged (${perSecond}/s), ${inDoubt} in doubt`);
      complaints.push(...faults);
    }
    await crashes.stop();
    return complaints;
  },
};
