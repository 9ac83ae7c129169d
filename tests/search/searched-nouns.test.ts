import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { Kysely, PostgresDialect } from "kysely";
import "../../src/app/entities.js";
import { searchedNouns } from "../../src/domain/search/searched-nouns.js";
import { nounOf, rowOf, type Sql, sql } from "../../src/reading/index.js";
import { type TestDatabase, testDatabase } from "../testkit/hub/index.js";
import { testPool } from "../testkit/postgres/sessions.js";

let database: TestDatabase;
let kysely: Kysely<never>;

beforeAll(async () => {
  database = await testDatabase("sample");
  const pool = testPool(database.url, { max: 1 });
  kysely = new Kysely({ dialect: new PostgresDialect({ pool }) });
});
afterAll(async () => {
  await kysely.destroy();
  await database.drop();
});

const rowsOf = async <T>(statement: Sql): Promise<T[]> =>
  (await statement.execute(kysely)).rows as T[];

const configurations = { ID: ["indonesian"], EN: ["english"] };

/** The columns whose changes make a noun's words again. */
async function followedColumns(table: string): Promise<string[]> {
  const rows = await rowsOf<{ name: string }>(sql`
    select a.attname as name from pg_trigger t
    join pg_attribute a on a.attrelid = t.tgrelid and a.attnum = any(t.tgattr)
    where t.tgname = ${`${table}_search_kept`}`);
  return rows.map(({ name }) => name);
}

describe.each(searchedNouns.map((noun) => [nounOf(noun.target()).name, noun] as const))(
  "The words of %s",
  (_, { target, texts }) => {
    const { table } = nounOf(target());

    it("have every stem of every text that search shows", async () => {
      const row = rowOf(target());
      for (const { field, language, value } of texts) {
        const names =
          field === "key"
            ? ["simple"]
            : language
              ? configurations[language]
              : ["indonesian", "english"];
        for (const name of names) {
          const stems = sql`tsvector_to_array(to_tsvector(${name}::regconfig, coalesce(${value(row)}, '')))`;
          const missing = await rowsOf(sql`select ${row.column("id")} from ${row.source}
            left join ${sql.table(`${table}_search`)} as s on s.id = ${row.column("id")}
            where not ${stems} <@ coalesce(tsvector_to_array(s.words), '{}')`);
          expect([field, missing]).toEqual([field, []]);
        }
      }
    });

    it("follow the columns of these texts", async () => {
      const followed = await followedColumns(table);
      for (const { value } of texts) {
        const { sql: text } = value(rowOf(target())).compile(kysely);
        const [, column] = /"t1"\."(\w+)"/.exec(text) ?? [];
        expect(followed).toContain(column);
      }
    });
  },
);
