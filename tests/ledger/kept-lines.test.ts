import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { EntityManager } from "@mikro-orm/postgresql";
import { archiving } from "../../src/app/retention/archiving.js";
import { keptLines } from "../../src/app/retention/kept-lines.js";
import { openStore, type Store } from "../../src/app/store.js";
import { type ChangeLine, type Creation, Ledger, linesOfRequest } from "../../src/ledger/index.js";
import { parseConfig } from "../../src/platform/config.js";
import { openFileStore } from "../../src/platform/files/index.js";
import { makeLogger } from "../../src/platform/logger.js";
import { sql } from "../../src/reading/index.js";
import { TestHub, testFolder } from "../testkit/hub/index.js";
import { actionInput, kasepuhan, organisationInput, write } from "../testkit/ledger/mutations.js";
import { endPartition } from "../testkit/ledger/partitions.js";
import { ownerSettings } from "../testkit/postgres/sessions.js";

/** What a rule asks of lines: the lines, and the fields of their diffs that it reads. */
type Asked = Record<string, unknown>[];

/** Lines by a person, of which the sample has none: a voice, work on an assessment, a move. */
function personal(): ChangeLine[] {
  const line = { at: new Date().toISOString(), actor: `user:${randomUUID()}`, operation: "test" };
  const change = (after: unknown) => ({ before: null, after });
  const lines: Pick<ChangeLine, "entity" | "kind" | "diff">[] = [
    { entity: "OutcomePosition", kind: "UPDATED", diff: { stance: change("OBJECT") } },
    { entity: "Answer", kind: "DELETED", diff: { assessment: change(randomUUID()) } },
    { entity: "Organisation", kind: "UPDATED", diff: { parent: change(randomUUID()) } },
  ];
  const of = () => ({ entityId: randomUUID(), deliberation: randomUUID(), plan: undefined });
  return lines.map((one) => ({ ...line, ...of(), ...one }));
}

describe("what rules ask of archived lines", () => {
  let hub: TestHub;
  let store: Store;
  let before: { asked: Asked[]; creations: Map<string, Creation | undefined> };

  beforeAll(async () => {
    hub = await TestHub.start("sample");
    const env = { NODE_ENV: "test", ...ownerSettings(hub.database.url), REMBUK_DATA: testFolder() };
    const config = parseConfig(env);
    store = await openStore(config, makeLogger({ logLevel: "silent", environment: "test" }));
    const coordinator = await hub.as(kasepuhan.coordinator);
    const action = await write(coordinator, "addAction", actionInput());
    const cancel = { status: "CANCELLED", expectedVersion: 1 };
    await write(coordinator, "changeActionStatus", { ...cancel, id: action.noun?.id });
    await store.orm.em
      .fork()
      .transactional((em) => new Ledger(store.orm).append(em as EntityManager, personal()));
    await endPartition(hub.database.url, 10);
    for (let n = 0; n < 15; n += 1) {
      await write(await hub.operator, "createOrganisation", organisationInput());
    }
    before = { asked: await allAsked("change"), creations: await creations() };
    const files = await openFileStore(config);
    const options = { waitMs: 60_000, note: () => undefined };
    const done = await archiving({ store, files }, options, (archiver) =>
      archiver.archive({ position: 900_000 }),
    );
    expect(done?.length).toBeGreaterThan(1);
  });
  afterAll(async () => {
    await store.close();
    await hub.stop();
  });

  /** What each rule finds in a table, with the fields of a diff that it reads. */
  const allAsked = (table: string): Promise<Asked[]> =>
    Promise.all(
      keptLines().map(async ({ lines, fields }) => {
        const { rows } = await sql<Record<string, unknown>>`
          select position, at, actor, user_id, organisation_id, operation, entity, entity_id, kind,
            deliberation_id, request, (select jsonb_object_agg(key, value) from jsonb_each(diff)
              where key = any(${fields}::text[])) as diff
          from ${sql.table(table)} as line where ${lines} order by position`.execute(
          store.orm.em.getKysely(),
        );
        return rows;
      }),
    );

  /** The creation of every subject of the ledger, as a retry is compared with it. */
  async function creations(): Promise<Map<string, Creation | undefined>> {
    const ledger = new Ledger(store.orm);
    const { rows } = await hub.sql.query("select distinct entity_id as id from change_known");
    const found = new Map<string, Creation | undefined>();
    for (const { id } of rows) found.set(id, await ledger.read((em) => ledger.creationOf(em, id)));
    return found;
  }

  it("is found as before, with every field that they read", async () => {
    const after = await allAsked("change_known");
    expect(after).toEqual(before.asked);
    for (const lines of after) expect(lines.length).toBeGreaterThan(0);
  });

  it("tells a retry of each creation the same position, whatever else was done since", async () => {
    const after = await creations();
    expect(after.size).toBe(before.creations.size);
    // A line without a request is of no creation that can be repeated.
    const repeatable = [...before.creations].filter(([, creation]) => creation?.request);
    expect(repeatable.length).toBeGreaterThan(100);
    for (const [id, creation] of repeatable) {
      const { diff: _, ...same } = creation ?? { diff: {} };
      expect([id, after.get(id)]).toMatchObject([id, same]);
    }
  });

  it("counts the lines of each subject, from which its version as of a position follows", async () => {
    const { rows } = await hub.sql.query(`
      select entity_id as id from change_known group by 1 having sum(lines) < 1 and bool_or(kind = 'CREATED')`);
    expect(rows).toEqual([]);
    const versions = await hub.sql.query(`
      select a.id from action a where a.version <> (select sum(lines) from change_known where entity_id = a.id)`);
    expect(versions.rows).toEqual([]);
  });

  it("is not enough to take back what a request did: its archived lines are refused", async () => {
    const linesOf = async (id: string) => {
      const lines = [];
      for await (const batch of linesOfRequest(store.orm.em.fork() as EntityManager, id)) {
        lines.push(...batch);
      }
      return lines;
    };
    await expect(linesOf(kasepuhan.planId)).rejects.toMatchObject({ code: "CURSOR_EXPIRED" });
    const { rows } = await hub.sql.query(
      "select entity_id as id from change where kind = 'CREATED' order by position desc limit 1",
    );
    // A creation of one line has none before its own.
    expect(await linesOf(rows[0].id)).toEqual([]);
  });

  it("is never removed", async () => {
    for (const statement of [
      "delete from change_kept",
      "truncate change_kept",
      "delete from ledger_archive",
      "update ledger_archive set last_hash = ''",
    ]) {
      await expect(hub.sql.query(statement)).rejects.toMatchObject({ code: "RB001" });
    }
  });
});
