import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { EntityManager } from "@mikro-orm/postgresql";
import { openStore, type Store } from "../../src/app/store.js";
import { verifyMinutes } from "../../src/domain/deliberations/index.js";
import { parseConfig } from "../../src/platform/config.js";
import { makeLogger } from "../../src/platform/logger.js";
import { type TestDatabase, testDatabase, testFolder } from "../testkit/hub/index.js";
import { asSuperuser } from "../testkit/postgres/sessions.js";

const hashOf = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");

const reasons = {
  gone: "they are missing from the table",
  hash: "their hash is not that of their document",
  canonical: "their document is not canonical JSON",
  ledger: "they differ from the ledger",
  unknown: "they are not in the ledger",
};

const stranger = "00000000-0000-4000-8000-000000000000";

/** The id of the n-th of many minutes. */
const numbered = "('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid";

describe("checking all minutes", () => {
  let database: TestDatabase;
  let store: Store;
  let minutes: { id: string; document: string }[];

  beforeAll(async () => {
    database = await testDatabase("sample");
    const env = {
      NODE_ENV: "test",
      DATABASE_URL: asSuperuser(database.url),
      REMBUK_DATA: testFolder(),
    };
    const logger = makeLogger({ logLevel: "silent", environment: "test" });
    store = await openStore(parseConfig(env), logger);
    minutes = await store.orm.em.getConnection().execute(`
      select m.id, document from minutes m
      join change c on c.entity_id = m.id order by position`);
  });
  afterAll(async () => {
    await store.close();
    await database.drop();
  });

  /** What is found after somebody did this who owns the tables, whom no guard holds. */
  const foundAfter = async (...statements: [sql: string, values?: unknown[]][]) => {
    const em = store.orm.em.fork() as EntityManager;
    await em.begin();
    try {
      await em.execute("set local session_replication_role = replica");
      for (const [sql, values] of statements) await em.execute(sql, values);
      return await verifyMinutes(em);
    } finally {
      await em.rollback();
    }
  };

  /** As somebody would who puts another document in the place of the one that was frozen. */
  const rewritten = (id: string, document: string, sha256 = hashOf(document)) =>
    foundAfter([
      "update minutes set document = ?, sha256 = ? where id = ?",
      [document, sha256, id],
    ]);

  it("finds that they hold while nobody has touched them", async () => {
    expect(await foundAfter()).toEqual({ count: minutes.length, holding: minutes.length });
  });

  it("finds a document that was reworded, with its hash or without", async () => {
    const { id, document } = minutes[1] as (typeof minutes)[number];
    const reworded = document.replace("Layanan pelatihan", "Tanpa layanan pelatihan");
    expect(reworded).not.toBe(document);
    const one = { count: minutes.length, holding: minutes.length - 1 };
    expect(await rewritten(id, reworded, hashOf(document))).toEqual({
      ...one,
      fault: { id, reason: reasons.hash },
    });
    expect(await rewritten(id, document, hashOf(reworded))).toEqual({
      ...one,
      fault: { id, reason: reasons.hash },
    });
    expect(await rewritten(id, reworded)).toEqual({
      ...one,
      fault: { id, reason: reasons.ledger },
    });
  });

  it.each([
    ["has a space more", (document: string) => `${document} `],
    [
      "has its fields in another order",
      (document: string) => document.replace(/^\{("\w+":.*?),(.*)\}$/s, "{$2,$1}"),
    ],
    ["says a thing twice", (document: string) => document.replace(/\}$/, ',"quorum":null}')],
    ["is no JSON at all", () => "berita acara"],
  ])("finds a document that %s", async (_, changed) => {
    const { id, document } = minutes[0] as (typeof minutes)[number];
    const { fault } = await rewritten(id, changed(document));
    expect(fault).toEqual({ id, reason: reasons.canonical });
  });

  it("finds minutes that were given to another deliberation, or to another day", async () => {
    const { id } = minutes[0] as { id: string };
    const elsewhere = "update minutes set deliberation_id = ? where id = ?";
    const fault = { id, reason: reasons.ledger };
    const holding = minutes.length - 1;
    expect(await foundAfter([elsewhere, [stranger, id]])).toMatchObject({ holding, fault });
    const earlier = await foundAfter([
      "update minutes set closed_at = closed_at - interval '1 day'",
    ]);
    expect(earlier).toMatchObject({ holding: 0, fault });
  });

  it("finds minutes that are gone, and some that no use case made", async () => {
    const { id } = minutes.at(-1) as { id: string };
    const gone = { id, reason: reasons.gone };
    expect(await foundAfter(["delete from minutes where id = ?", [id]])).toEqual({
      ...{ count: minutes.length, holding: minutes.length - 1, fault: gone },
    });
    const renamed = await foundAfter(["update minutes set id = ? where id = ?", [stranger, id]]);
    expect(renamed).toEqual({
      count: minutes.length + 1,
      holding: minutes.length - 1,
      fault: gone,
    });
    const unknown = await foundAfter([
      `insert into minutes select r.* from minutes m, jsonb_populate_record(m,
        jsonb_build_object('id', ?::text, 'deliberation_id', ?::text)) r where m.id = ?`,
      [stranger, stranger, id],
    ]);
    const fault = { id: stranger, reason: reasons.unknown };
    expect(unknown).toEqual({ count: minutes.length + 1, holding: minutes.length, fault });
  });

  it("reads all of many, and names the first in the order of closing", async () => {
    const { id } = minutes.at(-1) as { id: string };
    const many = `from generate_series(1, 95) n, lateral (select ${numbered} as number) i`;
    const copies: [string, unknown[]][] = [
      [
        `insert into change select r.* ${many}, change c, jsonb_populate_record(c, jsonb_build_object(
          'position', c.position + 1000 - n, 'entity_id', number,
          'diff', jsonb_set(c.diff, '{deliberation,after}', to_jsonb(number)))) r where c.entity_id = ?`,
        [id],
      ],
      [
        `insert into minutes select r.* ${many}, minutes m, jsonb_populate_record(m,
          jsonb_build_object('id', number, 'deliberation_id', number)) r where m.id = ?`,
        [id],
      ],
    ];
    const count = minutes.length + 95;
    expect(await foundAfter(...copies)).toEqual({ count, holding: count });
    const altered = `update minutes set document = '{}'
      where id in (select ${numbered} from generate_series(20, 40) n)`;
    const first = { id: "00000000-0000-4000-8000-000000000040", reason: reasons.hash };
    const found = await foundAfter(...copies, [altered]);
    expect(found).toEqual({ count, holding: count - 21, fault: first });
  });
});
