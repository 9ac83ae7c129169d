import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type pg from "pg";
import { ChangeKind, canonicalBody } from "../../src/ledger/index.js";
import { type GraphqlClient, TestHub } from "../testkit/hub/index.js";
import {
  actionInput,
  kasepuhan,
  memberInput,
  type Operation,
  organisationInput,
  pledgeInput,
  type Written,
  write,
} from "../testkit/ledger/mutations.js";
import { inSession, testPool, untilBlocked } from "../testkit/postgres/sessions.js";
import { Follower } from "./follower.js";

const writers = 16;
const writesEach = 20;

/** A table for notes with ascending numbers. */
interface Journal {
  table: string;
  /** Adds a note in the session's open transaction. */
  note(client: pg.ClientBase): Promise<unknown>;
}

const ledgerJournal: Journal = {
  table: "change",
  note: (client) => {
    const body = canonicalBody({
      at: new Date().toISOString(),
      actor: "hub",
      operation: "note",
      entity: "Note",
      entityId: randomUUID(),
      kind: ChangeKind.CREATED,
      diff: {},
    });
    return client.query("select ledger_append($1::text[])", [[body]]);
  },
};

/** The mutant: its numbers come from a sequence, which assigns them before the commit. */
const naiveJournal: Journal = {
  table: "naive_change",
  note: (client) => client.query("insert into naive_change default values"),
};

/**
 * Runs 16 concurrent writers. The first one holds its transaction open until the others have committed or
 * wait for it. Gives the errors of a follower that reads at that moment and at the end.
 */
async function faultsWithOneSlowWriter(databaseUrl: string, journal: Journal): Promise<string[]> {
  const pool = testPool(databaseUrl, { max: writers + 1 });
  const note = async (client: pg.ClientBase) => {
    await client.query("begin");
    await journal.note(client);
  };
  try {
    const { rows } = await pool.query(`select coalesce(max(position), 0) m from ${journal.table}`);
    const slow = await pool.connect();
    await note(slow);
    let committed = 0;
    const others = Array.from({ length: writers - 1 }, async () => {
      const client = await pool.connect();
      await note(client);
      await client.query("commit");
      committed += 1;
      client.release();
    });
    return await inSession(databaseUrl, async (reading) => {
      const follower = new Follower(reading, journal.table, Number(rows[0]?.m));
      await Promise.race([Promise.all(others), untilBlocked(databaseUrl, writers - 1)]);
      await follower.read();
      await slow.query("commit");
      slow.release();
      await Promise.all(others);
      expect(committed).toBe(writers - 1);
      await follower.read();
      return follower.faults();
    });
  } finally {
    await pool.end();
  }
}

describe("positions of the ledger", () => {
  let hub: TestHub;
  let operator: GraphqlClient;
  let coordinator: GraphqlClient;
  let url: string;

  beforeAll(async () => {
    hub = await TestHub.start("sample", { DATABASE_POOL_SIZE: String(writers) });
    operator = await hub.operator;
    coordinator = await hub.as(kasepuhan.coordinator);
    url = hub.database.url;
  });
  afterAll(() => hub.stop());

  /** One writer: four kinds of writes in turn, one after the other. */
  async function writeOn(writer: number, actionId: string): Promise<Written[]> {
    const turns: readonly [GraphqlClient, Operation, () => Record<string, unknown>][] = [
      [operator, "createOrganisation", organisationInput],
      [operator, "addMember", memberInput],
      [coordinator, "addAction", actionInput],
      [coordinator, "pledgeContribution", () => pledgeInput(actionId)],
    ];
    const written: Written[] = [];
    for (let n = 0; n < writesEach; n += 1) {
      const turn = turns[(writer + n) % turns.length];
      if (turn) written.push(await write(turn[0], turn[1], turn[2]()));
    }
    return written;
  }

  it("show every change once and in order to a reader while 16 people write", async () => {
    const action = await write(coordinator, "addAction", actionInput());
    const follow = async (reading: pg.Client) => {
      const follower = new Follower(reading, "change", action.position);
      let writing = true;
      const work = Promise.all(
        Array.from({ length: writers }, (_, at) => writeOn(at, action.noun?.id ?? "")),
      ).finally(() => {
        writing = false;
      });
      while (writing) await follower.read();
      const written = (await work).flat();
      await follower.read();
      return { written, seen: follower.seen, faults: await follower.faults() };
    };
    const { written, seen, faults } = await inSession(url, follow);
    expect(faults).toEqual([]);
    expect(written).toHaveLength(writers * writesEach);
    // A quarter of the writes made two changes: the member and the person.
    expect(seen).toHaveLength(writers * writesEach * 1.25);
    await expectAnswersToTellTheLedger(written);
  });

  /** Checks that each answered position is that of the noun's own change, and that all differ. */
  async function expectAnswersToTellTheLedger(written: readonly Written[]): Promise<void> {
    const ids = written.map(({ noun }) => noun?.id);
    const { rows } = await hub.sql.query(
      `select entity_id as id, position::int from change
       where entity_id = any($1) order by position`,
      [ids],
    );
    const answered = written
      .map(({ noun, position }) => ({ id: noun?.id, position }))
      .toSorted((one, other) => one.position - other.position);
    expect(rows).toEqual(answered);
  }

  it("keep the changes of one transaction together", async () => {
    const { rows } = await hub.sql.query(
      `select c.position from change c join change u on u.position = c.position - 1
       where c.operation = 'addMember' and c.entity = 'Membership' and c.actor = 'operator'
         and c.diff->'user'->>'after' = u.entity_id::text and u.entity = 'User'`,
    );
    expect(rows.length).toBeGreaterThanOrEqual((writers * writesEach) / 4);
  });

  it("wait for the first writer, so that a reader in between misses nothing", async () => {
    await expect(faultsWithOneSlowWriter(url, ledgerJournal)).resolves.toEqual([]);
  });

  it("from a sequence lose changes, and this test detects it", async () => {
    await hub.sql.query("create table naive_change (position bigserial primary key)");
    await expect(faultsWithOneSlowWriter(url, naiveJournal)).resolves.toEqual([
      "1 was seen 0 times",
    ]);
  });
});
