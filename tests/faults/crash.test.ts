import { randomInt, randomUUID } from "node:crypto";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { behindTheGuards, inSession } from "../ledger/sessions.js";
import { smuggle } from "../ledger/tables.js";
import { testFolder } from "../testkit/index.js";
import { CrashRounds, type Round } from "./crash-rounds.js";

// A failure shows the seed: CRASH_SEED=<seed> repeats the numbers of writes and the pauses.
const seed = Number(process.env.CRASH_SEED ?? randomInt(2 ** 31));

describe("a hub that is killed while people write", () => {
  let rounds: CrashRounds;

  beforeAll(async () => {
    rounds = await CrashRounds.start(join(testFolder(), `crash-${seed}`), seed);
  });
  afterAll(async () => {
    expect(await rounds.stop()).toBe(0);
  });

  it("has every acknowledged write exactly once when it starts again, three times over", async () => {
    const done: Round[] = [];
    for (let n = 0; n < 3; n += 1) done.push(await rounds.round());
    const wrong = { seed, faults: done.flatMap(({ faults }) => faults) };
    expect(wrong).toEqual({ seed, faults: [] });
    for (const { acknowledged, inDoubt } of done) {
      expect(acknowledged).toBeGreaterThanOrEqual(20);
      expect(inDoubt).toBeGreaterThan(0);
    }
  });

  it("would be found out if it lost a write, half of one, or its place in the ledger", async () => {
    const url = rounds.databaseUrl;
    const lost = { id: randomUUID(), position: 7 };
    expect(await rounds.faults([lost])).toEqual([
      `${lost.id} was promised at 7 and is at undefined`,
    ]);

    const { id } = await inSession(url, (client) => smuggle(client, "organisation"));
    expect(await rounds.faults()).toEqual([`organisation ${id} has no change`]);
    await behindTheGuards(url, "delete from organisation where id = $1", [id]);

    const { rows } = await behindTheGuards(
      url,
      `delete from membership where id = (select entity_id from change
         where entity = 'Membership' order by position limit 1) returning id`,
    );
    expect(await rounds.faults()).toEqual([`Membership ${rows[0].id} is told of and not there`]);

    await behindTheGuards(url, "delete from change where position = 3");
    expect(await rounds.faults()).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^\d+ changes from 1 to \d+, and the head at \d+$/),
        "position 3 position 3 is missing",
      ]),
    );
  });
});
