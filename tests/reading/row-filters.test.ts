import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type CompiledQuery, Kysely, PostgresDialect } from "kysely";
import type pg from "pg";
import { type AccessScope, Role, scopeOf, type Viewer, visitor } from "../../src/access/index.js";
import "../../src/app/entities.js";
import {
  allNouns,
  exists,
  type NounDefinition,
  type RowFilter,
  type RowRef,
  rowOf,
  type Sql,
  sql,
} from "../../src/reading/index.js";
import { type TestDatabase, testDatabase } from "../testkit/hub/index.js";
import { testPool } from "../testkit/postgres/sessions.js";
import { parsedStatement } from "../testkit/reading/parsed-statement.js";

let database: TestDatabase;
let pool: pg.Pool;
let kysely: Kysely<Record<string, never>>;
let viewers: [name: string, scope: AccessScope][];

beforeAll(async () => {
  database = await testDatabase("sample");
  pool = testPool(database.url, { max: 1 });
  kysely = new Kysely({ dialect: new PostgresDialect({ pool }) });
  const { rows } = await pool.query<{ id: string }>(
    "select lead_id as id from action_plan union select owner_id from programme order by 1 limit 3",
  );
  const member: Viewer = {
    ...visitor,
    kind: "user",
    memberships: new Map(rows.map(({ id }) => [id, new Set([Role.COORDINATOR])])),
  };
  viewers = [
    ["a visitor", scopeOf(visitor)],
    ["a member", scopeOf(member)],
    ["the operator", scopeOf({ ...visitor, operator: true })],
  ];
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

/** Every filter of a noun on rows of its own table, by name. */
function filtersOf(noun: NounDefinition): [name: string, filter: RowFilter][] {
  const below = Object.entries(noun.visibleBelow);
  return [["visible", noun.visible], ...below];
}

const filters = (): [name: string, noun: NounDefinition, filter: RowFilter][] =>
  allNouns().flatMap((noun) =>
    filtersOf(noun).map(([name, filter]): [string, NounDefinition, RowFilter] => [
      `${noun.name}.${name}`,
      noun,
      filter,
    ]),
  );

/** The filter inside itself, some levels deep: each level asks it of the same row, found by its id. */
function nested(
  { target, idColumn }: NounDefinition,
  filter: (row: RowRef) => Sql,
  row: RowRef,
  levels: number,
): Sql {
  if (levels === 0) return filter(row);
  const again = exists(
    target,
    row,
    (inner) => sql`${inner.column(idColumn)} = ${row.column(idColumn)}
      and ${nested({ target, idColumn } as NounDefinition, filter, inner, levels - 1)}`,
  );
  return sql`(${filter(row)} and ${again})`;
}

function statementOf(noun: NounDefinition, filter: (row: RowRef) => Sql, levels: number) {
  const row = rowOf(noun.target);
  const where = nested(noun, filter, row, levels);
  return sql<{ id: string }>`select ${row.column(noun.idColumn)}::text as id from ${row.source}
    where ${where} order by 1 limit 300`.compile(kysely);
}

const idsOf = async (query: CompiledQuery): Promise<string[]> => {
  const { rows } = await pool.query<{ id: string }>(query.sql, [...query.parameters]);
  return rows.map(({ id }) => id);
};

describe("A row filter inside itself", () => {
  it.each(filters())("never refers to another's row: %s", async (_, noun, filter) => {
    for (const [, scope] of viewers) {
      const { sql: text } = statementOf(noun, (row) => filter(scope, row), 3);
      const { aliases, selfComparisons } = await parsedStatement(text);
      expect(aliases.length).toBeGreaterThanOrEqual(4);
      expect(new Set(aliases).size).toBe(aliases.length);
      expect(selfComparisons).toEqual([]);
    }
  });

  it.each(filters())("shows what it shows alone: %s", async (_, noun, filter) => {
    for (const [viewer, scope] of viewers) {
      const alone = await idsOf(statementOf(noun, (row) => filter(scope, row), 0));
      const inside = await idsOf(statementOf(noun, (row) => filter(scope, row), 2));
      expect([viewer, inside]).toEqual([viewer, alone]);
    }
  });
});

describe("The test of aliases", () => {
  it("finds a filter that names its table by hand", async () => {
    const byHand = (row: RowRef): Sql =>
      sql`exists (select 1 from action_plan ap where ap.id = ${row.column("id")} and true)`;
    const plan = allNouns().find(({ name }) => name === "ActionPlan") as NounDefinition;
    const { aliases } = await parsedStatement(statementOf(plan, byHand, 1).sql);
    expect(new Set(aliases).size).toBeLessThan(aliases.length);
  });

  it("finds a column that is compared with itself", async () => {
    const { selfComparisons } = await parsedStatement(
      "select 1 from action_plan ap where ap.id = ap.id",
    );
    expect(selfComparisons).toHaveLength(1);
  });
});
