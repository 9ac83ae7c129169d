import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { Organisation, Sector } from "../../src/domain/stakeholders/index.js";
import { verifyLedger } from "../../src/ledger/index.js";
import { type GraphqlClient, subscribe, TestHub } from "../testkit/hub/index.js";
import {
  documents,
  memberInput,
  organisationInput,
  type Written,
} from "../testkit/ledger/mutations.js";
import {
  holdHead,
  inSession,
  type OpenLedger,
  openLedger,
  untilBlocked,
} from "../testkit/postgres/sessions.js";

const act = { actor: "hub", organisation: undefined, operation: "test" };

describe("a write that fails half-way", () => {
  let hub: TestHub;
  let operator: GraphqlClient;
  let open: OpenLedger;
  let url: string;

  beforeAll(async () => {
    // Few connections, so that one that is not given back is missed at once.
    hub = await TestHub.start("sample", { DATABASE_POOL_SIZE: "2", STATEMENT_TIMEOUT_MS: "400" });
    operator = await hub.operator;
    url = hub.database.url;
    open = await openLedger(url);
  });
  afterAll(async () => {
    await open.close();
    await hub.stop();
  });

  const head = async (): Promise<number> =>
    (await hub.sql.query("select position::int from ledger_head")).rows[0].position;

  const rowsWith = async (id: string): Promise<number> => {
    const { rows } = await hub.sql.query(
      `select (select count(*) from organisation where id = $1)
         + (select count(*) from membership where id = $1)
         + (select count(*) from user_account where email like $1 || '%')
         + (select count(*) from change where entity_id = $1::uuid) as n`,
      [id],
    );
    return Number(rows[0].n);
  };

  const create = (input: { id: string }) =>
    operator.ask<{ written: Written }>(documents.createOrganisation, { input });

  /** Sends a creation again while the hub says that it is unavailable, as any client may. */
  async function createdAtLast(input: { id: string }): Promise<void> {
    let answer = await create(input);
    for (let tries = 1; answer.errors && tries < 50; tries += 1) {
      expect(answer.errors[0]?.extensions.code).toBe("UNAVAILABLE");
      answer = await create(input);
    }
    expect(answer.errors).toBeUndefined();
  }

  it("leaves neither row nor change when the use case throws after its flush", async () => {
    const before = await head();
    const id = randomUUID();
    const failing = open.ledger.transact(act, async (em) => {
      const values = { id, key: id, name: "Setengah jalan", sector: Sector.NGO, sources: [] };
      em.create(Organisation, values as unknown as Organisation, { partial: true });
      await em.flush();
      throw new Error("after the flush");
    });
    await expect(failing).rejects.toThrow("after the flush");
    expect(await rowsWith(id)).toBe(0);
    expect(await head()).toBe(before);
  });

  it("leaves neither row nor change when the ledger refuses one of its changes", async () => {
    await hub.sql.query(`
      create function refuse_members() returns trigger language plpgsql as $$
      begin raise exception 'the ledger is ill'; end $$;
      create trigger refuse_members before insert on change
        for each row when (new.entity = 'Membership') execute function refuse_members()`);
    try {
      const before = await head();
      const input = memberInput();
      // The person's own change is appended before the member's, which fails.
      const error = await operator.error(documents.addMember, { input });
      expect(error.extensions).toEqual({
        code: "INTERNAL_SERVER_ERROR",
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      });
      expect(error.message).not.toContain("ill");
      expect(await rowsWith(input.id)).toBe(0);
      expect(await head()).toBe(before);
    } finally {
      await hub.sql.query("drop trigger refuse_members on change");
    }
  });

  it("is reported as UNAVAILABLE when its connection is cut, leaves nothing, and can be sent again", async () => {
    const before = await head();
    // More often than there are connections.
    for (let round = 1; round <= 3; round += 1) {
      const input = organisationInput();
      const held = await holdHead(url);
      const answer = create(input);
      const [backend] = await untilBlocked(url, 1);
      await hub.sql.query("select pg_terminate_backend($1)", [backend]);
      const { errors } = await answer;
      await held.release();
      expect(errors?.map(({ extensions }) => extensions)).toEqual([{ code: "UNAVAILABLE" }]);
      expect(await rowsWith(input.id)).toBe(0);
      const again = await create(input);
      expect(again.data?.written.position).toBe(before + round);
    }
  });

  it("is reported as UNAVAILABLE when the ledger's head is held for too long", async () => {
    const before = await head();
    const input = organisationInput();
    const held = await holdHead(url);
    const { errors } = await create(input);
    expect(errors?.map(({ extensions }) => extensions)).toEqual([{ code: "UNAVAILABLE" }]);
    await held.release();
    expect(await rowsWith(input.id)).toBe(0);
    expect(await head()).toBe(before);
    expect((await create(input)).errors).toBeUndefined();
  });

  it("does not end the hub or its streams when every connection to the database is cut", async () => {
    const stream = subscribe<{ changes: { entityId: string } }>(
      hub.socket(),
      "subscription($after: Position) { changes(after: $after) { entityId } }",
      { after: await head() },
    );
    const first = organisationInput();
    await create(first);
    expect((await stream.next()).data?.changes.entityId).toBe(first.id);
    await inSession(url, (client) =>
      client.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid()`,
      ),
    );
    const second = organisationInput();
    await createdAtLast(second);
    expect((await stream.next()).data?.changes.entityId).toBe(second.id);
    await stream.stop();
  });

  it("does not let writers wait for one another's connections when there are few", async () => {
    const mutation = `mutation($one: CreateOrganisationInput!, $two: CreateOrganisationInput!) {
      one: createOrganisation(input: $one) { organisation { id memberships { totalCount } } }
      two: createOrganisation(input: $two) { organisation { id memberships { totalCount } } }
    }`;
    const answers = Array.from({ length: 8 }, () =>
      operator.ask(mutation, { one: organisationInput(), two: organisationInput() }),
    );
    const errors = (await Promise.all(answers)).flatMap((answer) => answer.errors ?? []);
    expect(errors).toEqual([]);
  });

  it("leaves a ledger that is whole, however it failed", async () => {
    const verdict = await verifyLedger(open.orm.em.fork());
    expect(verdict).toMatchObject({ whole: true, position: await head() });
  });
});
