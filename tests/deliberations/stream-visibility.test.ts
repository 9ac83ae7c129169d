import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { TestDeliberation } from "../testkit/deliberations/test-deliberation.js";
import { RembukScene } from "../testkit/deliberations/visibility-scene.js";
import { documents, type Watch, watch } from "../testkit/live/live-world.js";
import { type Written, write } from "../testkit/mutations/documents.js";
import { type Party } from "../testkit/world/world.js";

let scene: RembukScene;

beforeAll(async () => {
  scene = await RembukScene.make();
});
afterAll(() => scene.world.stop());

const followed = `subscription ($id: ID!, $after: Position) {
  deliberationChanged(id: $id, after: $after) {
    position change { entity operation }
    deliberation { status outcomes { nodes { status actions { id } } } }
  }
}`;

interface Followed {
  position: number;
  change: { entity: string; operation: string };
  deliberation: { status: string; outcomes: { nodes: { status: string; actions: object[] }[] } };
}

/** The positions of what comes before the sentinel, which all see. */
async function before(stream: Watch<{ position: number }>, sentinel: number) {
  const positions = (await stream.upTo(sentinel)).map(({ position }) => position);
  expect(positions.pop()).toBe(sentinel);
  return positions;
}

describe("The streams", () => {
  const all = async (party: Party | undefined, after: number, role?: string) =>
    watch<{ position: number }>(await scene.socket(party, role), { after }, documents.changes);
  const one = async (party: Party | undefined, id: string, after: number) =>
    watch<Followed>(await scene.socket(party), { id, after }, followed);

  it("show nothing of a rembuk among participants to who is none of them", async () => {
    const after = await scene.sentinel();
    const { stranger, invited } = scene;
    const streams = [
      await all(undefined, after),
      await all(stranger, after, "admin"),
      await all(invited, after),
    ];
    const deliberation = await scene.open({ visibility: "PARTICIPANTS" });
    const outcome = await scene.agreed(deliberation);
    const adoption = await scene.adopt(outcome, { id: scene.id("action") });
    await deliberation.step("closeDeliberation");
    const last = await scene.sentinel();
    const [seen, outside, inside] = await Promise.all(
      streams.map((stream) => before(stream, last)),
    );
    expect([seen, outside]).toEqual([[], []]);
    expect(inside).toEqual(Array.from({ length: last - after - 1 }, (_, at) => after + 1 + at));
    expect(adoption).toBeDefined();
    for (const client of [undefined, stranger]) {
      const refusal = await (await one(client, deliberation.id, after)).refusal();
      expect(refusal).toMatchObject({ code: "NOT_FOUND", fields: [{ path: "id" }] });
    }
    for (const stream of streams) await stream.stop();
  });

  it("show an organisation no more when its invitation is withdrawn, until it is invited again", async () => {
    const { world, convener, stranger } = scene;
    const parties = [convener, scene.invited, stranger];
    await world.member(stranger, "VIEWER");
    const deliberation = await TestDeliberation.convened(world, convener, parties, {
      visibility: "PARTICIPANTS",
    });
    const after = await scene.sentinel();
    const [everything, its] = [
      await all(stranger, after),
      await one(stranger, deliberation.id, after),
    ];
    const inside = await one(convener, deliberation.id, after);
    const scheduled = await deliberation.step("scheduleDeliberation");
    expect((await its.next()).position).toBe(scheduled.position);
    const chair = await deliberation.chair;
    const invited = await deliberation.invitation(stranger);
    const withdrawn = await write(chair, "withdrawInvitation", invited);
    expect((await inside.upTo(withdrawn.position)).at(-1)?.change).toEqual({
      entity: "Invitation",
      operation: "withdrawInvitation",
    });
    await deliberation.step("openDeliberation");
    expect(await before(everything, await scene.sentinel())).toEqual([scheduled.position]);
    const refusal = await (await one(stranger, deliberation.id, after)).refusal();
    expect(refusal).toMatchObject({ code: "NOT_FOUND" });
    const invitation = { deliberationId: deliberation.id, organisationId: stranger.id };
    const again = await write(chair, "inviteOrganisation", invitation);
    expect((await its.next()).position).toBe(again.position);
    await Promise.all([everything.stop(), its.stop(), inside.stop()]);
  });

  it("stop showing a visitor when a rembuk is closed to participants, until it is open again", async () => {
    const deliberation = await scene.open({});
    const after = await scene.sentinel();
    const [everything, its] = [
      await all(undefined, after),
      await one(undefined, deliberation.id, after),
    ];
    const show = async (visibility: string) => {
      const input = { ...(await deliberation.seen("deliberation", deliberation.id)), visibility };
      return write(await deliberation.chair, "updateDeliberation", input);
    };
    const proposed = await deliberation.propose(scene.convener);
    expect((await its.upTo(proposed.position)).at(-1)?.deliberation.outcomes.nodes).toHaveLength(1);
    await show("PARTICIPANTS");
    await deliberation.position(scene.invited, proposed);
    const last = await scene.sentinel();
    expect(await before(everything, last)).toEqual([proposed.position - 1, proposed.position]);
    const refusal = await (await one(undefined, deliberation.id, after)).refusal();
    expect(refusal).toMatchObject({ code: "NOT_FOUND" });
    const open = await show("PUBLIC");
    expect((await its.next()).position).toBe(open.position);
    await Promise.all([everything.stop(), its.stop()]);
  });

  it("show a visitor nothing of what an open rembuk's outcome became in a hidden plan", async () => {
    const { world, convener } = scene;
    const deliberation = await scene.open({});
    const outcome = await scene.agreed(deliberation);
    const after = await scene.sentinel();
    const [outside, inside] = [
      await one(undefined, deliberation.id, after),
      await one(convener, deliberation.id, after),
    ];
    const action = { id: scene.id("own action") };
    await scene.adopt(outcome, action);
    const chair = await deliberation.chair;
    const steps: Written[] = [];
    for (const status of ["IN_PROGRESS", "COMPLETED"]) {
      const { version } = await world.seen("action", action.id);
      const input = { ...action, expectedVersion: version, status };
      steps.push(await write(chair, "changeActionStatus", input));
    }
    const left = await deliberation.leave(scene.invited);
    const seen = await outside.upTo(left.position);
    expect(seen.map(({ position }) => position)).toEqual([left.position]);
    const plain = { status: "AGREED", actions: [] };
    expect(seen[0]?.deliberation.outcomes.nodes).toEqual([plain]);
    const reported = await inside.upTo(left.position);
    expect(reported.map(({ change }) => change)).toEqual([
      { entity: "Adoption", operation: "adoptOutcome" },
      { entity: "Action", operation: "changeActionStatus" },
      { entity: "Action", operation: "changeActionStatus" },
      { entity: "Invitation", operation: "recordDeparture" },
    ]);
    expect(reported.slice(1, 3).map(({ position }) => position)).toEqual(
      steps.map(({ position }) => position),
    );
    const fulfilled = { status: "FULFILLED", actions: [action] };
    expect(reported.at(-1)?.deliberation.outcomes.nodes).toEqual([fulfilled]);
    await Promise.all([outside.stop(), inside.stop()]);
  });
});
