import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { hasNats, noNats } from "../../../testkit/faults/nats-server.js";
import type { LiveFault } from "../../../testkit/live-faults/live-fault.js";
import type { Fault } from "../fault.js";
import { burstOfChanges } from "./burst.js";
import { kills } from "./kills.js";
import { lostNotifications } from "./lost-notifications.js";
import { natsCut, natsKilled, natsLossy } from "./nats.js";
import { pausedSockets } from "./paused-sockets.js";
import { postgresStops } from "./postgres-stops.js";
import { removedMember } from "./removed-member.js";
import { retries } from "./retries.js";
import { sigterm } from "./sigterm.js";
import { stalledSockets } from "./stalled-sockets.js";
import { resumingStorm } from "./storm.js";
import { subscribeCycles } from "./subscribe-cycles.js";

/** The scripts that need a server of NATS. */
const natsFaults = [natsKilled, natsCut, natsLossy];

/** The script of a fault: in full, then in short with the mutant, which must be found. */
const scriptOf = ({ name, mutant, full, mutated }: LiveFault): Fault => ({
  name,
  async run(surroundings) {
    const complaints = await full(surroundings);
    const folder = join(surroundings.folder, "mutant");
    await mkdir(folder, { mode: 0o755 });
    const found = await mutated({ ...surroundings, folder, say: () => undefined });
    surroundings.say(`where ${mutant}: ${found[0] ?? "NOT found"}`);
    return found.length > 0 ? complaints : [...complaints, `not found: ${mutant}`];
  },
});

/** The scripts of faults of live delivery. */
const played = [
  ...[kills, retries, postgresStops, lostNotifications],
  ...[pausedSockets, stalledSockets, removedMember, subscribeCycles, sigterm],
  ...(hasNats ? natsFaults : []),
];
export const liveFaults: readonly Fault[] = [
  ...played.map(scriptOf),
  resumingStorm,
  burstOfChanges,
];
if (!hasNats) process.stderr.write(`${noNats}\n`);
