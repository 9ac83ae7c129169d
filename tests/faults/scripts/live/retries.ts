import type { GraphqlClient } from "../../../testkit/hub/client.js";
import { documents, organisationInput, type Written } from "../../../testkit/ledger/mutations.js";
import { LastingHubs } from "../../../testkit/live-faults/lasting-hubs.js";
import { liveFault } from "../../../testkit/live-faults/live-fault.js";
import { LiveRun } from "../../../testkit/live-faults/live-run.js";

const watchers = 10;
const atOnce = 16;

/** Sends the same creation so many times; gives the answers that are not one and the same. */
async function retried(client: GraphqlClient, input: object, times: number): Promise<string[]> {
  const answers: string[] = [];
  let left = times;
  const retry = async () => {
    while (left > 0) {
      left -= 1;
      const { data, errors } = await client.ask<{ written: Written }>(
        documents.createOrganisation,
        { input },
      );
      answers.push(JSON.stringify(data?.written ?? errors?.[0]?.extensions.code));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, retry));
  const different = [...new Set(answers)];
  const isOne = different.length === 1 && different[0]?.includes(`"position"`);
  return isOne ? [] : [`${times} retries were answered with ${different}`];
}

/** The hub is killed between the commit of a creation and its answer; the client sends it again, very often. */
export const retries = liveFault<{ retries: number }>({
  name: "live-retries",
  holds: "answers every retry as the first call that it could not answer, and shows it once",
  full: { retries: 1_000 },
  short: { retries: 50 },
  mutant: "a creation that was committed before is not recognised",
  async play(play) {
    const { random, say, sizes } = play;
    const hubs = await LastingHubs.of(play);
    const input = organisationInput();
    const dying = await hubs.take();
    await dying.killAfter(input.id);
    const run = await LiveRun.start(play, { writers: 2, watchers }, dying, hubs.databaseUrl);
    await run.streaming();
    await run.writers.more(1 + Math.floor(random() * 20));
    const acknowledged = run.writers.one(input);
    await dying.process.exit;
    await run.ask(await hubs.take());
    const began = performance.now();
    const different = await retried(await run.now.process.as(), input, sizes.retries);
    const ms = Math.round(performance.now() - began);
    await acknowledged;
    const complaints = [...different, ...(await run.end())];
    say(`${sizes.retries} retries in ${ms} ms; ${run.figures}`);
    hubs.leave(run.now);
    return complaints;
  },
});
