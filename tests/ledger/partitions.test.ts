import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { EntityManager } from "@mikro-orm/postgresql";
import {
  type ChangeLine,
  makePartitions,
  partitionsOf,
  verifyLedger,
} from "../../src/ledger/index.js";
import type { Database } from "../../src/reading/index.js";
import { TestHub } from "../testkit/hub/index.js";
import { memberInput, organisationInput, write } from "../testkit/ledger/mutations.js";
import { endPartition } from "../testkit/ledger/partitions.js";
import { type OpenLedger, openLedger } from "../testkit/postgres/sessions.js";

/** The number of positions of the partitions that the tests have made. */
const size = 10;

/** A line about a subject of no table. */
const note = (entityId: string): ChangeLine => ({
  at: new Date().toISOString(),
  actor: "hub",
  operation: "note",
  entity: "Note",
  entityId,
  kind: "UPDATED",
  diff: {},
});

describe("the ledger's partitions", () => {
  let hub: TestHub;
  let open: OpenLedger;

  beforeAll(async () => {
    hub = await TestHub.start("sample", { LEDGER_PARTITION_CHANGES: String(size) });
    open = await openLedger(hub.database.url);
  });
  afterAll(async () => {
    await open.close();
    await hub.stop();
  });

  const database = () => open.orm.em.getKysely() as Database;
  const partitions = () => partitionsOf(database());
  const head = async (): Promise<number> =>
    (await hub.sql.query("select position::int from ledger_head")).rows[0].position;
  const names = async () => (await partitions()).map(({ name }) => name);

  /** Expects partitions that follow one another without a gap, up to beyond the ledger's end. */
  async function expectGapless(): Promise<void> {
    const [before, ...all] = await partitions();
    expect(before).toMatchObject({ name: "change_before", first: null });
    let next = (before?.last ?? 0) + 1;
    for (const { name, first, last } of all) {
      expect([name, first]).toEqual([`change_from_${next}`, next]);
      next = last + 1;
    }
    expect(next).toBeGreaterThan(await head());
  }

  it("take the lines of writers that cross their ends at the same time, without a gap", async () => {
    await endPartition(hub.database.url, size);
    const begun = await head();
    const operator = await hub.operator;
    // A member is two changes in one transaction: some of them lie in two partitions.
    await Promise.all(
      Array.from({ length: 48 }, (_, at) =>
        at % 2 === 0
          ? write(operator, "createOrganisation", organisationInput())
          : write(operator, "addMember", memberInput()),
      ),
    );
    await expectGapless();
    expect(await head()).toBe(begun + 24 + 48);
    expect(await verifyLedger(open.orm.em.fork())).toMatchObject({ whole: true });
    const { rows } = await hub.sql.query(
      "select tableoid::regclass::text as name, count(*)::int as lines from change where position > $1 group by 1 order by min(position)",
      [begun],
    );
    expect(rows.length).toBeGreaterThanOrEqual(7);
    for (const { lines } of rows.slice(1, -1)) expect(lines).toBe(size);
  });

  it("take a write whose session did not know the newest of them, at its second run", async () => {
    const { rows } = await hub.sql.query<{ append: string }>(
      "select pg_get_functiondef('ledger_append(text[])'::regprocedure) as append",
    );
    const append = rows[0]?.append ?? "";
    // What Postgres says of a line for which it finds no partition.
    const missing = `create or replace function ledger_append(bodies text[]) returns bigint
      language plpgsql as $$ begin
        if nextval('append_run') = 1 then raise check_violation using table = 'change'; end if;
        return ledger_append_known(bodies);
      end $$`;
    await hub.sql.query("create sequence append_run");
    await hub.sql.query("grant usage on sequence append_run to rembuk_user");
    await hub.sql.query(append.replace("ledger_append(", "ledger_append_known("));
    await hub.sql.query(missing);
    try {
      const begun = await head();
      const operator = await hub.operator;
      const { position } = await write(operator, "createOrganisation", organisationInput());
      expect(position).toBe(begun + 1);
      expect(await head()).toBe(position);
      const runs = await hub.sql.query("select last_value::int as last from append_run");
      expect(runs.rows).toEqual([{ last: 2 }]);
    } finally {
      await hub.sql.query(append);
      await hub.sql.query("drop function ledger_append_known");
      await hub.sql.query("drop sequence append_run");
    }
  });

  it("are made by a writer where none is there, also several at once", async () => {
    const { rows } = await hub.sql.query("select made_to::int as last from ledger_partitioning");
    const count = rows[0].last - (await head()) + 3 * size;
    const lines = Array.from({ length: count }, () => note(randomUUID()));
    const appended = await open.orm.em
      .fork()
      .transactional((em) => open.ledger.append(em as EntityManager, lines));
    expect(appended).toBe(await head());
    expect((await partitions()).at(-1)?.last).toBeGreaterThanOrEqual(rows[0].last + 3 * size);
    await expectGapless();
  });

  it("stand empty ahead of the ledger's end, made by one node at a time", async () => {
    await Promise.all(Array.from({ length: 4 }, () => makePartitions(database(), size)));
    const last = (await partitions()).at(-1);
    expect(last?.last).toBeGreaterThanOrEqual((await head()) + size);
    const known = await names();
    await makePartitions(database(), size);
    expect(await names()).toEqual(known);
    await expectGapless();
  });

  it("go with the transaction that made them, where it is rolled back", async () => {
    const known = await names();
    const client = await hub.sql.connect();
    await client.query("begin");
    await client.query("select ledger_make_partitions(position + 100) from ledger_head");
    await client.query("rollback");
    client.release();
    expect(await names()).toEqual(known);
    await write(await hub.operator, "createOrganisation", organisationInput());
    await expectGapless();
  });

  it("have every index of the ledger, each of them valid, and its guard", async () => {
    const { rows } = await hub.sql.query(`
      select p.name, array(select regexp_replace(pg_get_indexdef(i.indexrelid), '.* USING ', '') from pg_index i
          where i.indrelid = to_regclass(p.name) and i.indisvalid order by 1) as indexes,
        array(select tgname::text from pg_trigger where tgrelid = to_regclass(p.name) and tgenabled = 'O') as guards
      from (select name from ledger_partitions() union all select 'change') as p`);
    const whole = rows.find(({ name }) => name === "change");
    expect(whole.indexes.length).toBeGreaterThan(8);
    for (const { indexes, guards } of rows) {
      expect(indexes).toEqual(whole.indexes);
      expect(guards).toEqual(["change_is_append_only"]);
    }
  });

  it("refuse to change, remove or truncate their lines, by the names of their own", async () => {
    for (const name of await names()) {
      for (const statement of [
        `update ${name} set actor = 'nobody'`,
        `delete from ${name}`,
        `truncate ${name}`,
      ]) {
        await expect(hub.sql.query(statement)).rejects.toMatchObject({ code: "RB001" });
      }
    }
  });
});
