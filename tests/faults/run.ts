import "reflect-metadata";
import { randomInt } from "node:crypto";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import globalSetup from "../testkit/postgres/global-setup.js";
import globalTeardown from "../testkit/postgres/global-teardown.js";
import { randomFrom } from "../testkit/random/random.js";
import { backupFault } from "./scripts/backup.js";
import { clockBack } from "./scripts/clock-back.js";
import { deadTail } from "./scripts/dead-tail.js";
import { doctor } from "./scripts/doctor.js";
import type { Fault } from "./scripts/fault.js";
import { fullDisk } from "./scripts/full-disk.js";
import { killHub } from "./scripts/kill-hub.js";
import { killPostgres } from "./scripts/kill-postgres.js";
import { liveFaults } from "./scripts/live/index.js";
import { manyGroups } from "./scripts/many-groups.js";
import { newerDatabase } from "./scripts/newer-database.js";
import { outageLog } from "./scripts/outage-log.js";
import { pointInTime } from "./scripts/point-in-time.js";
import { restoredLedger } from "./scripts/restored-ledger.js";
import { roles } from "./scripts/roles.js";
import { rollingUpgrade } from "./scripts/rolling-upgrade.js";
import { silence } from "./scripts/silence.js";

// Troubles with the database and with clients, made on purpose: npm run faults -- [names] [seed=<number>], where
// `live` names all of live delivery. It prints figures, and ends with 1 where a bound does not hold.
const given = process.argv.slice(2);
const seed = Number(given.find((word) => word.startsWith("seed="))?.slice(5) ?? randomInt(2 ** 31));
const names = given.filter((word) => !word.includes("="));
const databaseFaults = [
  killPostgres,
  deadTail,
  silence,
  fullDisk,
  killHub,
  restoredLedger,
  rollingUpgrade,
  roles,
  newerDatabase,
];
const ownFaults = [
  ...databaseFaults,
  backupFault,
  pointInTime,
  manyGroups,
  outageLog,
  clockBack,
  doctor,
];
const faults = [...ownFaults, ...liveFaults];
const isNamed = ({ name }: Fault) =>
  names.some((word) => word === name || (word === "live" && name.startsWith("live-")));
const chosen = faults.filter((fault) => names.length === 0 || isNamed(fault));
const needsServer = chosen.some((fault) => fault.needsServer || liveFaults.includes(fault));
if (needsServer) await globalSetup();

console.log(`seed ${seed}`);
let wrong = 0;
for (const { name, run } of chosen) {
  const folder = await mkdtemp(join(tmpdir(), `rembuk-${name}-`));
  // As root Postgres runs as another user, who must be able to pass through.
  await chmod(folder, 0o755);
  const say = (figures: string) => console.log(`${name}: ${figures}`);
  const complaints = await run({ folder, random: randomFrom(seed), say });
  for (const complaint of complaints) console.log(`${name}: WRONG ${complaint}`);
  wrong += complaints.length;
  await rm(folder, { recursive: true, force: true });
}
if (needsServer) await globalTeardown();
console.log(wrong === 0 ? "all bounds hold" : `${wrong} bounds do not hold`);
process.exit(wrong === 0 ? 0 : 1);
