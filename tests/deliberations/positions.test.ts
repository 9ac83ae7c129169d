import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  type Stance,
  shown,
  TestDeliberation,
} from "../testkit/deliberations/test-deliberation.js";
import { refused, type Written, write } from "../testkit/mutations/documents.js";
import { type Party, World } from "../testkit/world/world.js";

// The rules of positions, each once and named after it.

let world: World;
let convener: Party;
let ngo: Party;
let campus: Party;
let firm: Party;
let village: Party;
let guests: Party[];
/** A deliberation to which all came, for the tests in which nobody leaves. */
let deliberation: TestDeliberation;

beforeAll(async () => {
  world = await World.start();
  convener = await world.organisation("REGIONAL_GOVERNMENT");
  ngo = await world.organisation("NGO");
  campus = await world.organisation("UNIVERSITY");
  firm = await world.organisation("PRIVATE_SECTOR");
  village = await world.organisation("VILLAGE_GOVERNMENT");
  guests = [ngo, campus, firm, village];
  deliberation = await TestDeliberation.inSession(world, convener, guests);
});
afterAll(() => world.stop());

const coordinator = (party: Party) => world.member(party, "COORDINATOR");

/** What a visitor sees of an outcome. */
const see = <T extends object>(outcome: { id: string }, fields: string) =>
  shown<T>(world.visitor(), "Outcome", outcome, fields);

/** A new outcome on which each of the guests takes the stance that is named, if one is. */
const outcomeWith = (stances: readonly (Stance | undefined)[] = [], on = deliberation) =>
  on.outcomeWith(stances, ngo);

const [A, R, O, N] = ["AGREE", "AGREE_WITH_RESERVATION", "OBJECT", "ABSTAIN"] as const;

describe("A position", () => {
  it.each([A, R, O, N])("%s has a reason where it reserves or objects", async (stance) => {
    const outcome = await outcomeWith();
    const client = await coordinator(ngo);
    const { reason, ...input } = await deliberation.stance(ngo, outcome, stance);
    if (reason === undefined) {
      await write(client, "takePosition", input);
    } else {
      const found = await world.unchangedBy(() => refused(client, "takePosition", input));
      expect([found.code, found.paths]).toEqual(["BAD_USER_INPUT", ["input.reason"]]);
      await write(client, "takePosition", { ...input, reason });
    }
    const { positions } = await see<{ positions: object[] }>(
      outcome,
      "positions { stance reason counts textVersion organisation { id } }",
    );
    const organisation = { id: ngo.id };
    expect(positions).toEqual([
      { stance, reason: reason ?? null, counts: true, textVersion: 1, organisation },
    ]);
  });

  it("is taken by an organisation that attends, for itself", async () => {
    const own = await TestDeliberation.inSession(world, convener, [ngo, campus, firm], {
      present: [ngo],
    });
    const outcome = await own.propose(ngo);
    await own.arrive(campus);
    await own.leave(campus);
    for (const party of [campus, firm, village, convener]) {
      const client = await coordinator(party);
      const input = await own.stance(party, outcome, A);
      const found = await world.unchangedBy(() => refused(client, "takePosition", input));
      expect([found.code, found.paths]).toEqual(["BAD_USER_INPUT", ["input.organisationId"]]);
    }
    const forAnother = await refused(await own.chair, "takePosition", {
      ...(await own.stance(ngo, outcome, A)),
    });
    expect(forAnother.code).toBe("FORBIDDEN");
  });

  it("is on the text that stands: one on another gets CONFLICT with that text", async () => {
    const outcome = await outcomeWith();
    const client = await coordinator(campus);
    const old = await deliberation.stance(campus, outcome, A);
    await deliberation.decide("amendOutcome", outcome, { text: "Baru", reason: "x" });
    for (const textVersion of [1, 3]) {
      const found = await world.unchangedBy(() =>
        refused(client, "takePosition", { ...old, textVersion }),
      );
      expect([found.code, found.paths]).toEqual(["CONFLICT", ["input.textVersion"]]);
      expect(found.error.extensions.current).toEqual({ textVersion: 2, text: "Baru", version: 2 });
    }
    await write(client, "takePosition", { ...old, textVersion: 2 });
  });

  it("is taken once: a second gets CONFLICT with the first", async () => {
    const outcome = await outcomeWith();
    const { id } = await deliberation.position(campus, outcome, R);
    const input = await deliberation.stance(campus, outcome, O);
    const found = await world.unchangedBy(async () =>
      refused(await coordinator(campus), "takePosition", input),
    );
    expect([found.code, found.paths]).toEqual(["CONFLICT", ["input.organisationId"]]);
    const reason = `Alasan ${campus.key}`;
    expect(found.error.extensions.current).toEqual({ id, version: 1, stance: R, reason });
  });

  it("is changed by its own organisation, and its reason with it", async () => {
    const outcome = await outcomeWith();
    const { id } = await deliberation.position(campus, outcome, O);
    const client = await coordinator(campus);
    const unsaid = await refused(client, "changePosition", { id, expectedVersion: 1, stance: R });
    expect([unsaid.code, unsaid.paths]).toEqual(["BAD_USER_INPUT", ["input.reason"]]);
    const input = { id, expectedVersion: 1, stance: A };
    expect((await refused(await deliberation.chair, "changePosition", input)).code).toBe(
      "FORBIDDEN",
    );
    await write(client, "changePosition", input);
    const { positions } = await see<{ positions: object[] }>(
      outcome,
      "positions { id stance reason history { nodes { operation } } }",
    );
    const nodes = [{ operation: "takePosition" }, { operation: "changePosition" }];
    expect(positions).toEqual([{ id, stance: A, reason: null, history: { nodes } }]);
  });

  it("on a text that was replaced, of one who left, or on what is decided stays as it was", async () => {
    const own = await TestDeliberation.inSession(world, convener, guests);
    const outcome = await own.propose(ngo);
    const client = await coordinator(campus);
    const change = async ({ id }: Written, stance: Stance = N) => {
      const input = { ...(await own.seen("outcome_position", id)), stance };
      return world.unchangedBy(() => refused(client, "changePosition", input));
    };
    const first = await own.position(campus, outcome);
    await own.decide("amendOutcome", outcome, { text: "Baru", reason: "x" });
    const replaced = await change(first);
    expect([replaced.code, replaced.paths]).toEqual(["CONFLICT", ["input.id"]]);
    expect(replaced.error.extensions.current).toMatchObject({ text: "Baru", textVersion: 2 });
    const second = await own.position(campus, outcome);
    await own.leave(campus);
    const away = await change(second);
    expect([away.code, away.paths]).toEqual(["BAD_USER_INPUT", ["input.id"]]);
    await own.arrive(campus);
    await own.decide("rejectOutcome", outcome, { reason: "x" });
    const decided = { code: "INVALID_TRANSITION", from: "REJECTED", reason: "DECIDED" };
    expect((await change(second)).error.extensions).toMatchObject(decided);
    const late = await own.stance(village, outcome, A);
    const found = await refused(await coordinator(village), "takePosition", late);
    expect(found.error.extensions).toMatchObject(decided);
  });
});

describe("A meeting", () => {
  /** Behind the hub's back, as the way there is long. */
  const pretend = async (statement: string, id: string) => {
    const client = await world.hub.sql.connect();
    await client.query("set session_replication_role = replica");
    await client.query(statement, [id]);
    await client.query("reset session_replication_role");
    client.release();
  };

  it("has at most 500 outcomes, each with at most 100 texts, so that people can read its record", async () => {
    const own = await TestDeliberation.inSession(world, convener, guests);
    const outcome = await own.propose(ngo);
    await pretend("update outcome set number = 500, text_version = 100 where id = $1", outcome.id);
    const input = { deliberationId: own.id, organisationId: ngo.id, text: "Usul" };
    const proposed = await refused(await coordinator(ngo), "proposeOutcome", input);
    expect([proposed.code, proposed.paths]).toEqual(["BAD_USER_INPUT", ["input.deliberationId"]]);
    const amended = await own.cannot("amendOutcome", outcome, { text: "Lain", reason: "Jelas" });
    expect([amended.code, amended.paths]).toEqual(["BAD_USER_INPUT", ["input.id"]]);
  });

  it("invites at most 1,000 organisations, as many as are shown", async () => {
    const own = await TestDeliberation.convened(world, convener, [ngo]);
    await pretend(
      `with made as (insert into organisation (id, key, name, sector, state_owned)
        select gen_random_uuid(), 'banyak-' || n, 'Lembaga ' || n, 'NGO', false
        from generate_series(1, 999) n returning id)
      insert into invitation (id, deliberation_id, organisation_id, sector)
        select gen_random_uuid(), $1, id, 'NGO' from made`,
      own.id,
    );
    const input = { deliberationId: own.id, organisationId: firm.id };
    const found = await refused(await own.chair, "inviteOrganisation", input);
    expect([found.code, found.paths]).toEqual(["BAD_USER_INPUT", ["input.deliberationId"]]);
  });
});
