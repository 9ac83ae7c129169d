import { describe, expect, it } from "@jest/globals";
import type { EntityManager } from "@mikro-orm/postgresql";
import { sql } from "kysely";
import { StagedLines } from "../../src/ledger/index.js";
import { noting, ownLedger } from "../testkit/ledger/own-ledger.js";

// How often Postgres plans what a write sends: planning costs more than most of its statements.

/** How a statement of a transaction was planned in ten runs, of values for which its plans may differ. */
async function plansOf(em: EntityManager) {
  const kysely = em.getKysely();
  for (let at = 0; at < 10; at += 1) {
    const ids = Array.from({ length: at }, () => crypto.randomUUID());
    await sql`select 1 as planned from region where code = any(${ids}::text[])`.execute(kysely);
  }
  const { rows } = await sql<{ generic: number; custom: number }>`
    select generic_plans::int as generic, custom_plans::int as custom from pg_prepared_statements
    where statement like 'select 1 as planned%'`.execute(kysely);
  return rows[0];
}

describe("Postgres plans a statement of a write", () => {
  const own = ownLedger();

  it("once, for all values", async () => {
    const { result } = await own.open.ledger.transact(noting, plansOf);
    // The first run is not prepared.
    expect(result).toEqual({ generic: 9, custom: 0 });
  });

  it("for its values in a transaction of many lines", async () => {
    const { result } = await own.open.ledger.transact(noting, async (em) => {
      await StagedLines.open(em);
      const { rows } = await sql`show plan_cache_mode`.execute(em.getKysely());
      return rows;
    });
    expect(result).toEqual([{ plan_cache_mode: "auto" }]);
  });
});
