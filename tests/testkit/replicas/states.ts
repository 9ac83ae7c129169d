import { setTimeout as delay } from "node:timers/promises";

/** A replica as a hub's health shows it. */
export interface ShownReplica {
  replica: number;
  state: string;
  reason?: string;
  position: number;
}

/** The replicas of a hub, as its health shows them. */
export async function replicasOf(url: string): Promise<ShownReplica[]> {
  const answer = await fetch(new URL("/health/ready", url));
  return ((await answer.json()) as { replicas: ShownReplica[] }).replicas;
}

/** Resolves when the replicas of a hub are as they should be. */
export async function untilReplicas(
  url: string,
  isRight: (replicas: readonly ShownReplica[]) => boolean,
): Promise<void> {
  while (!isRight(await replicasOf(url))) await delay(20);
}

/** Resolves when these replicas of a hub are ready and known to have a position. */
export const untilReady = (url: string, numbers: readonly number[], position = 0): Promise<void> =>
  untilReplicas(url, (replicas) =>
    numbers.every((number) => {
      const { state, position: has } = replicas[number - 1] as ShownReplica;
      return state === "ready" && has >= position;
    }),
  );

/** Resolves when a replica of a hub is in a state. */
export const untilState = (url: string, number: number, state: string): Promise<void> =>
  untilReplicas(url, (replicas) => replicas[number - 1]?.state === state);

/** How many reads each target answered, and how many went to the primary for each reason. */
export interface ReadTally {
  ran: Record<string, number>;
  fell: Record<string, number>;
}

const samples = (text: string, name: string, label: string): Record<string, number> =>
  Object.fromEntries(
    [...text.matchAll(new RegExp(`^${name}\\{${label}="(\\w+)"\\} (\\d+)$`, "gm"))].map(
      ([, key, count]) => [key, Number(count)],
    ),
  );

/** The counts of a hub's metrics. */
export async function tallyOf({ metricsUrl }: { metricsUrl: string }): Promise<ReadTally> {
  const text = await (await fetch(metricsUrl)).text();
  return {
    ran: samples(text, "rembuk_replica_reads_total", "target"),
    fell: samples(text, "rembuk_replica_fallbacks_total", "reason"),
  };
}

/** What was added to the counts while `work` ran. */
export async function tallied(
  hub: { metricsUrl: string },
  work: () => Promise<unknown>,
): Promise<ReadTally> {
  const before = await tallyOf(hub);
  await work();
  const after = await tallyOf(hub);
  const added = (of: keyof ReadTally) =>
    Object.fromEntries(
      Object.entries(after[of])
        .map(([key, count]) => [key, count - (before[of][key] ?? 0)] as const)
        .filter(([, count]) => count > 0),
    );
  return { ran: added("ran"), fell: added("fell") };
}

/**
 * The same, of work that is done again where a check of a replica was late, as on a busy machine: what it asks
 * then goes to the primary.
 */
export async function steadily(
  hub: { url: string; metricsUrl: string },
  numbers: readonly number[],
  work: () => Promise<unknown>,
): Promise<ReadTally> {
  for (;;) {
    await untilReady(hub.url, numbers);
    const tally = await tallied(hub, work);
    if (!tally.fell.none && !tally.fell.failed) return tally;
  }
}
