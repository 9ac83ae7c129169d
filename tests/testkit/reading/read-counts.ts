/** The queries that a hub has answered, by path and cause, from its metrics. */
export async function readCounts({
  metricsUrl,
}: {
  metricsUrl: string;
}): Promise<Record<string, number>> {
  const text = await (await fetch(metricsUrl)).text();
  const lines = [...text.matchAll(/^rembuk_reads_total\{path="(\w+)",cause="([^"]*)"\} (\d+)/gm)];
  return Object.fromEntries(
    lines.map(([, path, cause, count]) => [`${path} ${cause}`.trim(), Number(count)]),
  );
}

/** The path, and the cause of it, by which a hub answers what is asked meanwhile. */
export async function readPaths(
  hub: { metricsUrl: string },
  ask: () => Promise<unknown>,
): Promise<string[]> {
  const before = await readCounts(hub);
  await ask();
  const after = await readCounts(hub);
  return Object.keys(after).filter((name) => after[name] !== (before[name] ?? 0));
}

/**
 * Asks until the answer comes from the cache alone. A hub finds nothing there while it reads the ledger's last
 * changes, so the first asks after a write may each be read again.
 */
export async function untilCached(
  hub: { metricsUrl: string },
  ask: () => Promise<unknown>,
): Promise<void> {
  for (;;) {
    const paths = await readPaths(hub, ask);
    if (paths.length === 1 && paths[0] === "cached") return;
  }
}
