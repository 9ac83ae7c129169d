import { setTimeout as delay } from "node:timers/promises";
import type { Ledger, Tail } from "../ledger/index.js";
import { type DatabaseWatch, longestSilenceMs } from "../platform/database/index.js";
import type { UnreadyReason } from "./port.js";
import type { WriteHealth } from "./write-health.js";

/** The time for all questions of one check, in milliseconds. */
const checkMs = 5_000;

/** The time for the tail to come to a position that the ledger has, also where its feed is late, in milliseconds. */
const tailMs = 4_000;

/** The parts of a hub on which its readiness depends. */
export interface ReadinessParts {
  watch: Pick<DatabaseWatch, "silentMs">;
  tail: Pick<Tail, "ageMs" | "beyond" | "position">;
  ledger: Pick<Ledger, "position">;
  writes: Pick<WriteHealth, "areWorking">;
}

/**
 * Why the hub cannot answer now: the database does not answer, or live updates do not follow the ledger,
 * or writes fail; undefined where it can.
 */
export async function whyNotReady(parts: ReadinessParts): Promise<UnreadyReason | undefined> {
  const { watch, tail, ledger, writes } = parts;
  if (watch.silentMs > longestSilenceMs) return "database";
  if (tail.ageMs > longestSilenceMs) return "ledger";
  const within = new AbortController();
  const late = delay(checkMs, "database" as const, within).catch(() => undefined);
  const check = async (): Promise<UnreadyReason | undefined> => {
    const position = await ledger.position();
    await tail.beyond(position - 1, AbortSignal.timeout(tailMs));
    if (tail.position < position) return "ledger";
    return (await writes.areWorking()) ? undefined : "writes";
  };
  const found = await Promise.race([check().catch(() => "database" as const), late]);
  within.abort();
  return found;
}
