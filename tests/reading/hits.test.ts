import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { projectFolder } from "../../src/app/store.js";
import { write } from "../testkit/mutations/documents.js";
import { randomFrom } from "../testkit/random/random.js";
import { testSeed as seed } from "../testkit/random/test-seed.js";
import { readCounts, untilCached } from "../testkit/reading/read-counts.js";
import { World } from "../testkit/world/world.js";

// A short form of `npm run bench:hits`, by counts: many pages are read for each write to one of them.
const plans = 12;
const writes = 20;
const readsForEach = 25;

const page = readFileSync(join(projectFolder(), "bench/documents/plan-page.graphql"), "utf8");

/** A plan, and an action of it that is written to. */
interface Subject {
  plan: string;
  action: string;
  version: number;
}

let world: World;
beforeAll(async () => {
  world = await World.start({ RATE_LIMIT_VISITOR: "0", RATE_LIMIT_CREDENTIAL: "0" });
});
afterAll(() => world.stop());

it("a write to one plan costs the pages of other plans no read: at most one of many is not cached", async () => {
  const random = randomFrom(seed);
  const draw = <T>(of: readonly T[]) => of[Math.floor(random() * of.length)] as T;
  const lead = await world.organisation();
  const programme = await world.programme(lead);
  const subjects: Subject[] = [];
  for (let at = 0; at < plans; at += 1) {
    const plan = await world.plan(programme, lead);
    const { id } = await world.action(lead, plan);
    subjects.push({ plan: plan.id, action: id, version: 1 });
  }
  const visitor = world.visitor();
  const read = ({ plan }: { plan: string }) => visitor.data(page, { id: plan } as never);
  // A plan is cached from its second run on.
  for (const subject of [...subjects, ...subjects]) await read(subject);
  const found = { planned: 0, cached: 0 };
  const coordinator = await world.member(lead, "COORDINATOR");
  for (let at = 0; at < writes; at += 1) {
    const subject = draw(subjects);
    const input = { id: subject.action, expectedVersion: subject.version, title: `Judul ${at}` };
    await write(coordinator, "updateAction", input);
    subject.version += 1;
    // Nothing is found while the hub reads the change.
    await untilCached(world.hub, () => read(subjects.find((one) => one !== subject) as Subject));
    const before = await readCounts(world.hub);
    for (let turn = 0; turn < readsForEach; turn += 1) await read(draw(subjects));
    const after = await readCounts(world.hub);
    found.planned += (after.planned ?? 0) - (before.planned ?? 0);
    found.cached += (after.cached ?? 0) - (before.cached ?? 0);
  }
  const { planned: misses, cached } = found;
  expect(misses).toBeGreaterThan(0);
  expect(misses).toBeLessThanOrEqual(writes);
  expect(cached).toBe(writes * readsForEach - misses);
});
