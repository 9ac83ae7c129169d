import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { write } from "../testkit/mutations/documents.js";
import { EveryMutation } from "../testkit/mutations/every-mutation.js";
import { tripsOf } from "../testkit/postgres/trips.js";
import { World } from "../testkit/world/world.js";

// What a mutation costs, counted: its trips to Postgres, and the statements in them.

let world: World;
let every: EveryMutation;
beforeAll(async () => {
  world = await World.start();
  every = await EveryMutation.make(world);
});
afterAll(() => world.stop());

/** The trips of a mutation by somebody who has sent one before. */
async function tripsOfMutation(mutation: string) {
  const client = await every.clientFor(mutation);
  await write(client, mutation, await every.of(mutation));
  const input = await every.of(mutation);
  return tripsOf(() => write(client, mutation, input));
}

describe("A mutation makes as many trips to Postgres as", () => {
  it.each([
    ["reportProgress", { trips: 6, statements: 11 }],
    ["addAction", { trips: 5, statements: 9 }],
    ["completeMilestone", { trips: 6, statements: 8 }],
    ["takePosition", { trips: 8, statements: 12 }],
    ["recordMeasurement", { trips: 6, statements: 9 }],
  ])("%s: %j", async (mutation, counted) => {
    const trips = await tripsOfMutation(mutation);
    expect({ trips: trips.length, statements: trips.flat().length }).toEqual(counted);
    // The first is sent with the look at who asks, the append with the commit, and the last reads the payload.
    expect(trips.at(0)?.[0]).toMatch(/^begin;/);
    // A new row goes with the append, unless the row of another waits for the number of rows that it has met.
    const last = trips
      .at(-2)
      ?.map((text) => text.slice(0, 20))
      .slice(-2);
    expect(last).toEqual(["select ledger_append", "commit"]);
    expect(trips.at(-1)).toHaveLength(1);
  });
});
