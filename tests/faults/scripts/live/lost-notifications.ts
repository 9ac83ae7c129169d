import { setTimeout as delay } from "node:timers/promises";
import {
  emptyDatabase,
  followedChanges,
  liveFault,
  type Play,
  positionOf,
  positionsAfter,
  tooLate,
} from "../../../testkit/live-faults/live-fault.js";
import { LiveHub } from "../../../testkit/live-faults/live-hub.js";
import { Watchers } from "../../../testkit/live-faults/watchers.js";
import { Writers } from "../../../testkit/live-faults/writers.js";
import { DatabaseProxy } from "../../../testkit/postgres/database-proxy.js";

const seenMs = 2_000;
/** The statement by which a hub asks every second whether Postgres answers, if it has asked nothing else. */
const beat = "select 1";
/** So many of them without a change show that a faulty hub does not look for it. */
const beats = 4;

interface Sizes {
  changes: number;
  watchers: number;
  /** The longest pause between two changes, in milliseconds. */
  pauseMs: number;
}

/** Resolves when the hub behind a proxy has asked so many times whether Postgres answers. */
function untilBeaten(proxy: DatabaseProxy): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  let left = beats;
  const stop = proxy.onSent((text) => {
    if (text.includes(beat)) left -= 1;
    if (left === 0) resolve(true);
  });
  return promise.finally(stop);
}

/** Two nodes on one database: `near` gets no notification, and is watched; `far` writes. */
async function nodes(play: Play<Sizes>) {
  const { url } = await emptyDatabase(play);
  const proxy = await DatabaseProxy.to(url);
  proxy.isUnnotified = true;
  play.cleanup.defer(() => proxy.close());
  const near = await LiveHub.start(play, { databaseUrl: proxy.url });
  const far = await LiveHub.start(play, { databaseUrl: url });
  return { url, proxy, near, client: await far.process.as() };
}

/** Every notification of the ledger is lost on its way: the poll must bring all changes. */
export const lostNotifications = liveFault<Sizes>({
  name: "live-notify",
  holds: "brings every change by its poll when every notification is lost",
  full: { changes: 300, watchers: 50, pauseMs: 400 },
  short: { changes: 3, watchers: 5, pauseMs: 0 },
  mutant: "the ledger's head is read only after a notification",
  async play(play) {
    const { random, say, sizes, mutant } = play;
    const { url, proxy, near, client } = await nodes(play);
    const start = await positionOf(client);
    const delays: number[] = [];
    const writtenAt = new Map<number, number>();
    const followed = { url: () => near.url, document: followedChanges, variables: {} };
    const watchers = new Watchers(followed, start, sizes.watchers, ({ position }) => {
      delays.push(performance.now() - (writtenAt.get(position) ?? performance.now()));
    });
    play.cleanup.defer(() => watchers.stop());
    const writer = new Writers(() => client, 0);
    await watchers.connected(near);
    let last = start;
    for (let change = 0; change < sizes.changes; change += 1) {
      last = await writer.one();
      writtenAt.set(last, performance.now());
      await delay(random() * sizes.pauseMs);
    }
    // A hub that does not look for them never brings them.
    const missed = mutant ? untilBeaten(proxy) : undefined;
    const isMissed = await Promise.race([watchers.reached(last), ...(missed ? [missed] : [])]);
    const longest = Math.max(0, ...delays);
    say(
      `${proxy.droppedNotifications} notifications dropped; ${delays.length} deliveries, the slowest after ${Math.round(longest)} ms`,
    );
    return [
      ...(isMissed ? [`position ${last} did not come`] : []),
      ...(proxy.droppedNotifications > 0 ? [] : ["no notification was dropped"]),
      ...watchers.complaints(await positionsAfter(url, start)),
      ...tooLate(play, "a change", longest, seenMs),
    ];
  },
});
