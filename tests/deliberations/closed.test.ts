import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { getNamedType, isObjectType } from "graphql";
import type pg from "pg";
import { shown, TestDeliberation } from "../testkit/deliberations/test-deliberation.js";
import { schema } from "../testkit/hub/index.js";
import { mutationNames, refused, type Written, write } from "../testkit/mutations/documents.js";
import { type Party, World } from "../testkit/world/world.js";

// The rules of a closed deliberation, each once and named after it: nothing of it changes any more, and
// its minutes are acknowledged.

let world: World;
let convener: Party;
let ngo: Party;
let campus: Party;
let firm: Party;

beforeAll(async () => {
  world = await World.start();
  convener = await world.organisation("REGIONAL_GOVERNMENT");
  ngo = await world.organisation("NGO");
  campus = await world.organisation("UNIVERSITY");
  firm = await world.organisation("PRIVATE_SECTOR");
});
afterAll(() => world.stop());

type Input = Record<string, unknown>;

interface MinutesShown {
  id: string;
  sha256: string;
  document: string;
  closedAt: string;
  version: number;
}

const minutesOf = async (deliberation: { id: string }): Promise<MinutesShown> => {
  const fields = "minutes { id sha256 document closedAt version }";
  return (
    await shown<{ minutes: MinutesShown }>(world.visitor(), "Deliberation", deliberation, fields)
  ).minutes;
};

/** A closed deliberation: one came and left, one stayed, one never came. */
async function closed() {
  const deliberation = await TestDeliberation.inSession(world, convener, [ngo, campus, firm], {
    present: [ngo, campus],
    quorumRule: { everySector: false },
  });
  const outcome = await deliberation.propose(ngo);
  const position = await deliberation.position(campus, outcome);
  await deliberation.decide("agreeOutcome", outcome);
  await deliberation.leave(ngo);
  await deliberation.step("closeDeliberation");
  return { deliberation, outcome, position };
}

/** The nouns that are the record of a meeting. */
const parts = ["Deliberation", "Invitation", "Outcome", "OutcomePosition"];

/** The mutations that change a meeting: whose answer is a part of it, or that remove one. */
const changing = mutationNames.filter((mutation) => {
  if (["conveneDeliberation", "adoptOutcome"].includes(mutation)) return false;
  const payload = getNamedType(schema.getMutationType()?.getFields()[mutation]?.type);
  const types = isObjectType(payload) ? Object.values(payload.getFields()) : [];
  const answered = types.some(({ type }) => parts.includes(getNamedType(type).name));
  return answered || mutation === "withdrawInvitation";
});

describe("After the close", () => {
  let deliberation: TestDeliberation;
  let outcome: Written;
  let position: Written;
  let before: MinutesShown;
  const reason = "x";

  beforeAll(async () => {
    ({ deliberation, outcome, position } = await closed());
    before = await minutesOf(deliberation);
  });

  const onOutcome =
    (more: Input = {}) =>
    async () => ({
      ...(await deliberation.seen("outcome", outcome.id)),
      ...more,
    });
  const onDeliberation =
    (more: Input = {}) =>
    async () => ({
      ...(await deliberation.seen("deliberation", deliberation.id)),
      ...more,
    });
  const onInvitation =
    (more: Input = {}) =>
    async () => ({ ...(await deliberation.invitation(campus)), ...more });

  const attempts: Record<string, () => Promise<Input>> = {
    updateDeliberation: onDeliberation({ summary: reason }),
    scheduleDeliberation: onDeliberation(),
    openDeliberation: onDeliberation(),
    cancelDeliberation: onDeliberation(),
    closeDeliberation: onDeliberation(),
    inviteOrganisation: async () => {
      const { id: organisationId } = await world.organisation();
      return { deliberationId: deliberation.id, organisationId };
    },
    withdrawInvitation: onInvitation(),
    nameDelegates: onInvitation({ delegates: [] }),
    recordArrival: onInvitation(),
    recordDeparture: onInvitation(),
    proposeOutcome: async () => ({
      ...{ deliberationId: deliberation.id, organisationId: convener.id, text: reason },
    }),
    recordOutcome: async () => ({
      ...{ deliberationId: deliberation.id, text: reason, sources: [{ publisher: reason }] },
    }),
    amendOutcome: onOutcome({ text: reason, reason }),
    agreeOutcome: onOutcome(),
    openVote: onOutcome(),
    closeVote: onOutcome(),
    deferOutcome: onOutcome({ reason }),
    rejectOutcome: onOutcome({ reason }),
    takePosition: () => deliberation.stance(campus, outcome, "OBJECT"),
    changePosition: async () => ({
      ...(await deliberation.seen("outcome_position", position.id)),
      ...{ stance: "OBJECT", reason },
    }),
  };

  it("every mutation that could change a meeting is among those tried here", () => {
    expect(Object.keys(attempts).sort()).toEqual(changing.toSorted());
  });

  it.each(Object.keys(attempts))("%s is refused", async (mutation) => {
    const party = ["takePosition", "changePosition"].includes(mutation) ? campus : convener;
    const client = await world.member(party, "COORDINATOR");
    const input = (await attempts[mutation]?.()) ?? {};
    const found = await world.unchangedBy(() => refused(client, mutation, input));
    expect(found.error.extensions).toMatchObject({ code: "INVALID_TRANSITION", from: "CLOSED" });
    expect(await minutesOf(deliberation)).toEqual(before);
  });

  /** What Postgres answers to statements that go past the hub; all is put back. */
  async function codeOf(...statements: string[]): Promise<string> {
    const client: pg.PoolClient = await world.hub.sql.connect();
    try {
      await client.query("begin");
      for (const statement of statements) await client.query(statement);
      return "done";
    } catch (error) {
      return (error as pg.DatabaseError).code ?? "";
    } finally {
      await client.query("rollback");
      client.release();
    }
  }

  const tables = ["invitation", "outcome", "outcome_version", "outcome_position"];
  const copied = (table: string, from: string, into: string) =>
    `insert into ${table} select (jsonb_populate_record(t,
       '{"id": "${crypto.randomUUID()}", "deliberation_id": "${into}"}')).*
     from ${table} t where deliberation_id = '${from}' limit 1`;

  it.each(tables)(
    "the rows of %s stay as they are, against every write to the database",
    async (table) => {
      const here = `where deliberation_id = '${deliberation.id}'`;
      const open = await TestDeliberation.inSession(world, convener, [ngo]);
      const other = await open.propose(ngo);
      await open.position(ngo, other);
      const there = `where deliberation_id = '${open.id}'`;
      const ways = {
        insert: copied(table, deliberation.id, deliberation.id),
        update: `update ${table} set version = version ${here}`,
        delete: `delete from ${table} ${here}`,
        "move away": `update ${table} set deliberation_id = '${open.id}' ${here}`,
        "move in": `update ${table} set deliberation_id = '${deliberation.id}' ${there}`,
      };
      const onClosed = `set outcome_id = '${outcome.id}'`;
      const slip = { "slip in": `update ${table} ${onClosed} ${there}` };
      Object.assign(ways, table === "invitation" || table === "outcome" ? {} : slip);
      const codes: Record<string, string> = {};
      for (const [way, statement] of Object.entries(ways)) codes[way] = await codeOf(statement);
      const all = Object.keys(ways).map((way) => [way, "RB002"]);
      expect(codes).toEqual(Object.fromEntries(all));
      // That the statements themselves are good: on an open deliberation only the ledger refuses them.
      expect(await codeOf(`update ${table} set version = version ${there}`)).toBe("done");
      expect(await codeOf(`truncate ${table} cascade`)).toBe("RB001");
    },
  );

  it("the deliberation stays as it is, and its minutes for good", async () => {
    const here = `where id = '${deliberation.id}'`;
    for (const statement of [
      `update deliberation set status = 'IN_SESSION' ${here}`,
      `update deliberation set title_text = '{}' ${here}`,
      `delete from deliberation ${here}`,
    ]) {
      expect(await codeOf(statement)).toBe("RB002");
    }
    for (const statement of [
      "update minutes set document = '{}'",
      "delete from minutes",
      "truncate minutes cascade",
    ]) {
      expect(await codeOf(statement)).toBe("RB001");
    }
    expect(await minutesOf(deliberation)).toEqual(before);
  });
});

describe("Minutes are acknowledged", () => {
  let minutes: MinutesShown;

  beforeAll(async () => {
    minutes = await minutesOf((await closed()).deliberation);
  });

  const input = ({ id: organisationId }: Party, sha256 = minutes.sha256) => ({
    ...{ minutesId: minutes.id, organisationId, sha256 },
  });
  const cannot = async (party: Party, speaker = party, sha256 = minutes.sha256) => {
    const client = await world.member(speaker, "COORDINATOR");
    return world.unchangedBy(() => refused(client, "acknowledgeMinutes", input(party, sha256)));
  };

  it("by an organisation that attended, though it left, each once and for itself", async () => {
    for (const party of [ngo, campus]) {
      const client = await world.member(party, "COORDINATOR");
      await write(client, "acknowledgeMinutes", input(party));
      const again = await cannot(party);
      expect([again.code, again.paths]).toEqual(["BAD_USER_INPUT", ["input.organisationId"]]);
      expect((await cannot(party, convener)).code).toBe("FORBIDDEN");
    }
    const fields = "acknowledgements { organisation { id } user { email } } version sha256";
    const organisation = (party: Party) => ({ organisation: { id: party.id }, user: null });
    expect(await shown(world.visitor(), "Minutes", minutes, fields)).toEqual({
      acknowledgements: [organisation(ngo), organisation(campus)],
      ...{ version: 1, sha256: minutes.sha256 },
    });
  });

  it("by none that was invited and did not come, or was not invited", async () => {
    for (const party of [firm, convener, await world.organisation()]) {
      const found = await cannot(party);
      expect([found.code, found.paths]).toEqual(["BAD_USER_INPUT", ["input.organisationId"]]);
      expect(found.error.message).toContain("did not attend");
    }
  });

  it("with the hash that was seen, in whatever case it is written", async () => {
    const { deliberation } = await closed();
    minutes = await minutesOf(deliberation);
    const other = createHash("sha256").update("lain").digest("hex");
    for (const sha256 of [other, minutes.sha256.slice(1), "x"]) {
      const found = await cannot(campus, campus, sha256);
      expect([found.code, found.paths]).toEqual(["BAD_USER_INPUT", ["input.sha256"]]);
    }
    const client = await world.member(campus, "COORDINATOR");
    await write(client, "acknowledgeMinutes", input(campus, minutes.sha256.toUpperCase()));
  });
});
