import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Client } from "graphql-ws";
import { CloseCode } from "../../src/app/sockets/close-code.js";
import { tokenFor } from "../testkit/hub/index.js";
import {
  type Change,
  documents,
  LiveWorld,
  type PlanChange,
  type Watch,
  watch,
} from "../testkit/live/live-world.js";
import { StreamStatements } from "../testkit/live/measures.js";
import { write } from "../testkit/mutations/documents.js";

const positionsOf = (changes: readonly { position: number }[]) => changes.map((c) => c.position);

/** The changes before the sentinel, which every stream shows. */
async function before<T extends { position: number }>(stream: Watch<T>, sentinel: number) {
  const seen = await stream.upTo(sentinel);
  expect(seen.at(-1)?.position).toBe(sentinel);
  return positionsOf(seen.slice(0, -1));
}

describe("Access to a stream", () => {
  let world: LiveWorld;
  let visitor: Client;
  let insider: Client;
  /** A public plan, the sentinel: when its change comes, every earlier visible change has come. */
  let open: Awaited<ReturnType<LiveWorld["plan"]>>;
  beforeAll(async () => {
    world = await LiveWorld.start();
    visitor = await world.socket();
    insider = await world.socket("viewer@disnaker-lebak.example");
    open = await world.plan();
  });
  afterAll(() => world.stop());

  const sentinel = async () => {
    open = await world.retitle(open);
    return open.position;
  };

  it("shows nothing of a plan for participants to anybody else", async () => {
    const outsider = await world.socket("viewer@pemkot-jambi.example");
    const after = await world.position();
    const streams = [visitor, outsider, insider].map((client) => watch(client, { after }));
    const plan = await world.plan({ visibility: "PARTICIPANTS" });
    const action = await world.action(plan);
    const last = await sentinel();
    const [seen, outside, inside] = await Promise.all(
      streams.map((stream) => before(stream, last)),
    );
    expect(seen).toEqual([]);
    expect(outside).toEqual([]);
    expect(inside).toEqual([plan.position, action.position]);
    for (const client of [visitor, outsider]) {
      const refusal = await watch(client, { id: plan.id }, documents.plan).refusal();
      expect(refusal).toMatchObject({ code: "NOT_FOUND", fields: [{ path: "id" }] });
    }
    for (const stream of streams) await stream.stop();
  });

  it("hides a narrower report of a public action with all that follows from it", async () => {
    const action = await world.action(open);
    const streams = [visitor, insider].map((client) => watch(client, { after: action.position }));
    const input = { actionId: action.id, expectedVersion: 1, progress: 9 };
    const narrow = { ...input, visibility: "PARTICIPANTS" };
    const { position } = await write(world.coordinator, "reportProgress", narrow);
    const end = await sentinel();
    const [seen, inside] = await Promise.all(streams.map((stream) => before(stream, end)));
    expect([seen, inside]).toEqual([[], [position]]);
    for (const stream of streams) await stream.stop();
  });

  it.each([
    ["unknown", { id: "0196b3e4-0000-7000-8000-000000000000" }, { code: "NOT_FOUND" }],
    ["malformed", { id: "kasepuhan-plan" }, { code: "BAD_USER_INPUT" }],
  ])("refuses a plan's stream for an %s id", async (_, variables, refusal) => {
    expect(await watch(visitor, variables, documents.plan).refusal()).toMatchObject(refusal);
  });

  it("stops showing a plan to a visitor when it is hidden, until it is public again", async () => {
    const plan = await world.plan();
    const all = watch(visitor, { after: plan.position });
    const shown = await world.retitle(plan);
    expect(await before(all, await sentinel())).toEqual([shown.position]);
    const hidden = await world.retitle(shown, { visibility: "PARTICIPANTS" });
    const secret = await world.retitle(hidden);
    expect(await before(all, await sentinel())).toEqual([]);
    const back = await world.retitle(secret, { visibility: "PUBLIC" });
    const again = await world.retitle(back);
    expect(await before(all, await sentinel())).toEqual([back.position, again.position]);
    await all.stop();
  });

  it("sends nothing on the stream of a plan while it is hidden", async () => {
    const plan = await world.plan();
    const one = watch<PlanChange>(
      visitor,
      { id: plan.id, after: plan.position - 1 },
      documents.plan,
    );
    await one.next();
    const statements = new StreamStatements();
    const looked = statements.looked();
    const hidden = await world.retitle(plan, { visibility: "PARTICIPANTS" });
    await looked;
    statements.stop();
    const back = await world.retitle(hidden, { visibility: "PUBLIC" });
    expect((await one.next()).position).toBe(back.position);
    await one.stop();
  });

  it("does not send a change that was hidden before the stream read it", async () => {
    const plan = await world.plan();
    const all = watch(visitor, { after: plan.position });
    const one = watch<PlanChange>(visitor, { id: plan.id, after: plan.position }, documents.plan);
    const shown = await world.retitle(plan);
    await Promise.all([all.upTo(shown.position), one.upTo(shown.position)]);
    const hold = await world.hold("progress_update");
    const looked = await world.retitle(shown);
    await hold.awaited(2);
    const written = await world.retitle(looked);
    const hidden = await world.retitle(written, { visibility: "ORGANISATION" });
    await world.retitle(hidden);
    const last = await sentinel();
    await hold.release();
    // The waiting read is as of `looked`; the next one is as of all later changes.
    expect(await before(all, last)).toEqual([looked.position]);
    expect((await one.next()).position).toBe(looked.position);
    await Promise.all([all.stop(), one.stop()]);
  });

  it("does not send a change from memory that was hidden before the subscriber came", async () => {
    const plan = await world.plan();
    const early = watch(visitor, { after: plan.position - 1 });
    const shown = await world.retitle(plan);
    await early.upTo(shown.position);
    await world.retitle(shown, { visibility: "PARTICIPANTS" });
    const late = watch(await world.socket(), { after: plan.position - 1 });
    expect(await before(late, await sentinel())).toEqual([]);
    await Promise.all([early.stop(), late.stop()]);
  });

  it("follows an organisation that leaves a plan and joins it again", async () => {
    const role = { organisationId: world.id("ipb"), role: "EXTENDING" };
    const plan = await world.plan({ visibility: "PARTICIPANTS", participants: [role] });
    const university = await world.socket("assessor@ipb.example");
    const stream = watch(university, { after: plan.position });
    const one = await world.retitle(plan);
    expect(await before(stream, await sentinel())).toEqual([one.position]);
    const { rows } = await world.hub.sql.query("select id from participant where plan_id = $1", [
      plan.id,
    ]);
    const part = { id: rows[0].id, expectedVersion: 1 };
    await write(world.coordinator, "removeParticipant", part);
    const two = await world.retitle(one);
    expect(await before(stream, await sentinel())).toEqual([]);
    const input = { planId: plan.id, ...role };
    const added = await write(world.maker, "addParticipant", input);
    const three = await world.retitle(two);
    expect(await before(stream, await sentinel())).toEqual([added.position, three.position]);
    await stream.stop();
  });

  describe("of a person whose roles change", () => {
    const email = (client: { email: string }) => world.socket(client.email);

    async function expectEnd(stream: Watch<Change>, position: number) {
      expect(await stream.refusal()).toEqual({ code: "FORBIDDEN", position });
      await stream.ended();
    }

    it("ends when a role is removed, and shows less when it is opened again", async () => {
      const member = await world.member("disnaker-lebak");
      const client = await email(member);
      const hidden = await world.plan({ visibility: "PARTICIPANTS" });
      const stream = watch(client, { after: hidden.position - 1 });
      expect((await stream.next()).position).toBe(hidden.position);
      const still = watch(client, { id: open.id, after: open.position - 1 }, documents.plan);
      await still.next();
      await world.leave(member);
      await expectEnd(stream, hidden.position);
      // The stream of a plan that does not change ends too.
      expect(await still.refusal()).toMatchObject({ code: "FORBIDDEN" });
      const resumed = watch(client, { after: hidden.position });
      await world.retitle(hidden);
      expect(await before(resumed, await sentinel())).toEqual([]);
      await resumed.stop();
    });

    it("sends nothing after the removal, even if all changes came in one burst", async () => {
      const member = await world.member("disnaker-lebak");
      const stream = watch(await email(member), { after: member.position });
      const hidden = await world.plan({ visibility: "PARTICIPANTS" });
      expect((await stream.next()).position).toBe(hidden.position);
      const hold = await world.hold("progress_update");
      const looked = await world.retitle(hidden);
      await hold.awaited();
      await world.leave(member);
      await world.retitle(await world.retitle(looked));
      await sentinel();
      await hold.release();
      // It may or may not show the changes just before the removal: it says where it ended.
      const seen: number[] = [];
      const end = await stream.refusal((shown) => seen.push(shown.position));
      expect([[], [looked.position]]).toContainEqual(seen);
      expect(end).toEqual({ code: "FORBIDDEN", position: seen.at(-1) ?? hidden.position });
      await stream.ended();
    });

    it("ends when a role is given, and shows more when it is opened again", async () => {
      const member = await world.member("kemendagri");
      const client = await email(member);
      const stream = watch(client, { after: member.position });
      const hidden = await world.plan({ visibility: "PARTICIPANTS" });
      const last = await sentinel();
      expect(await before(stream, last)).toEqual([]);
      await world.join(member.email, "disnaker-lebak", "VIEWER");
      await expectEnd(stream, last);
      const resumed = watch(client, { after: hidden.position - 1 });
      expect((await resumed.next()).position).toBe(hidden.position);
      await resumed.stop();
    });

    it("continues when their access stays the same, and when others' roles change", async () => {
      const member = await world.member("disnaker-lebak");
      const further = await world.join(member.email, "disnaker-lebak", "CONTRIBUTOR");
      const stream = watch(await email(member), { after: further.position - 1 });
      expect((await stream.next()).position).toBe(further.position);
      await world.leave(further);
      await world.member("disnaker-lebak");
      const last = await sentinel();
      expect((await stream.upTo(last)).at(-1)?.position).toBe(last);
      await stream.stop();
    });

    it("has the access of its start, not of the moment of its request", async () => {
      const member = await world.member("disnaker-lebak");
      const document = documents.plan.replace("operation", "user { email } operation");
      const variables = { id: open.id, after: open.position };
      type UserChange = { position: number; change: { user: { email: string } | null } };
      const hold = await world.hold("programme");
      const asked = watch<UserChange>(await email(member), variables, document);
      await hold.awaited();
      await world.leave(member);
      await hold.release();
      const stranger = watch<UserChange>(visitor, variables, document);
      const colleague = watch<UserChange>(insider, variables, document);
      const last = await sentinel();
      expect((await colleague.upTo(last)).at(-1)?.change.user?.email).toMatch(/^coordinator@/);
      expect((await asked.upTo(last)).at(-1)?.change.user).toBeNull();
      expect((await stranger.upTo(last)).at(-1)?.change.user).toBeNull();
      for (const stream of [asked, stranger, colleague]) await stream.stop();
    });
  });

  it("ends a revoked key's stream, and refuses the key afterwards", async () => {
    const admin = await world.hub.as("admin@disnaker-lebak.example");
    const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
    const input = { organisationId: world.id("disnaker-lebak"), name: "sistem", expiresAt };
    const key = await write(admin, "issueApiKey", { ...input, scopes: ["READ"] });
    const client = world.socketWith(String(key.payload.secret));
    const stream = watch(client, { after: key.position });
    const hidden = await world.plan({ visibility: "PARTICIPANTS" });
    expect((await stream.next()).position).toBe(hidden.position);
    await write(admin, "revokeApiKey", { id: key.id, expectedVersion: key.version });
    await world.retitle(hidden);
    expect(await stream.refusal()).toEqual({ code: "FORBIDDEN", position: hidden.position });
    await stream.ended();
    const again = watch(client, { after: hidden.position });
    expect(await again.refusal()).toMatchObject({ code: "UNAUTHENTICATED" });
    const fresh = watch(world.socketWith(String(key.payload.secret))).next();
    await expect(fresh).rejects.toMatchObject({ code: CloseCode.credentialRefused });
  });

  it("closes the socket of an expired token, and a new token resumes", async () => {
    const email = "viewer@disnaker-lebak.example";
    const token = await tokenFor(email, 2);
    const stream = watch(world.socketWith(token), { after: open.position });
    const { position } = await world.plan({ visibility: "PARTICIPANTS" });
    expect((await stream.upTo(position)).at(-1)?.position).toBe(position);
    await expect(stream.next()).rejects.toMatchObject({ code: CloseCode.credentialExpired });
    const resumed = watch(insider, { after: position });
    expect(await before(resumed, await sentinel())).toEqual([]);
    await resumed.stop();
  });
});
