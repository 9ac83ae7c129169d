import "reflect-metadata";
import { randomInt } from "node:crypto";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CrashRounds } from "../testkit/faults/crash-rounds.js";

// The long form of the crash test, by hand: node dist/tests/faults/soak.js [rounds] [seed]
const [rounds = "50", seed = String(randomInt(2 ** 31))] = process.argv.slice(2);

const folder = await mkdtemp(join(tmpdir(), "rembuk-soak-"));
// As root Postgres runs as another user, who must be able to pass through.
await chmod(folder, 0o755);
console.log(`seed ${seed}, data in ${folder}`);

const crashes = await CrashRounds.start(join(folder, "hub"), Number(seed));
let faults = 0;
for (let n = 1; n <= Number(rounds); n += 1) {
  const round = await crashes.round();
  faults += round.faults.length;
  const { acknowledged, inDoubt, perSecond } = round;
  console.log(`${n}: ${acknowledged} acknowledged (${perSecond}/s), ${inDoubt} in doubt`);
  for (const fault of round.faults) console.log(`  FAULT ${fault}`);
}
await crashes.stop();

console.log(faults === 0 ? "nothing was lost" : `${faults} faults; the data is kept`);
if (faults === 0) await rm(folder, { recursive: true });
process.exitCode = faults === 0 ? 0 : 1;
