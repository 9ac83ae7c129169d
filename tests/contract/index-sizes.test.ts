import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { getMetadataStorage } from "class-validator";
import { hubSchema } from "../../src/app/schema.js";
import { allNouns, isColumn } from "../../src/reading/index.js";
import { TestHub } from "../testkit/hub/index.js";

/** A row of a btree index has at most 2,704 bytes, a character up to 4: so it holds 600 and an id. */
const longestIndexed = 600;

let hub: TestHub;
beforeAll(async () => {
  hub = await TestHub.start("sample");
  await hubSchema();
});
afterAll(() => hub.stop());

interface Input {
  name: string;
  property: string;
  max: number;
}

/** The texts of all inputs, with the most characters that each takes. */
function inputTexts(): Input[] {
  const { TypeGraphQLMetadataStorage: storage } = globalThis as unknown as {
    TypeGraphQLMetadataStorage: { inputTypes: { target: new () => object; name: string }[] };
  };
  return storage.inputTypes.flatMap(({ target, name }) =>
    getMetadataStorage()
      .getTargetValidationMetadatas(target, "", true, false)
      .filter((rule) => rule.name === "maxLength")
      .map((rule) => ({ name, property: rule.propertyName, max: rule.constraints[0] })),
  );
}

/** The names of columns of text that stand in a btree index, by table. */
async function indexedTexts(): Promise<Map<string, Set<string>>> {
  const { rows } = await hub.sql.query<{ table: string; column: string }>(
    `select t.relname as "table", a.attname as "column"
     from pg_index x
       join pg_class i on i.oid = x.indexrelid
       join pg_am m on m.oid = i.relam and m.amname = 'btree'
       join pg_class t on t.oid = x.indrelid
       join pg_namespace n on n.oid = t.relnamespace and n.nspname = 'public'
       join pg_attribute a on a.attrelid = t.oid and a.attnum = any (x.indkey)
     where a.atttypid = 'text'::regtype`,
  );
  return new Map(
    [...Map.groupBy(rows, ({ table }) => table)].map(([table, found]) => [
      table,
      new Set(found.map(({ column }) => column)),
    ]),
  );
}

describe("A text in a btree index", () => {
  it("is set by no input that takes more characters than a row of the index holds", async () => {
    const indexed = await indexedTexts();
    const names = allNouns().flatMap((noun) => {
      const columns = indexed.get(noun.table);
      const fields = [...noun.fields.values()].filter(isColumn);
      return fields.filter(({ column }) => columns?.has(column)).map(({ name }) => name);
    });
    expect(names).toContain("name");
    const inputs = inputTexts();
    expect(inputs.filter(({ max }) => max > longestIndexed).length).toBeGreaterThan(10);
    const tooLong = inputs.filter(
      ({ property, max }) => names.includes(property) && max > longestIndexed,
    );
    expect(tooLong).toEqual([]);
  });

  it("fits in four bytes a character, which Postgres cannot compress", async () => {
    const insert = (characters: number) => {
      const letters = Array.from({ length: characters }, (_, at) => 0x20000 + at * 7);
      return hub.sql.query("insert into longest values ($1)", [String.fromCodePoint(...letters)]);
    };
    await hub.sql.query("create table longest (title text, id uuid default gen_random_uuid())");
    await hub.sql.query("create index on longest (title, id)");
    await insert(longestIndexed);
    await expect(insert(2 * longestIndexed)).rejects.toThrow("index row");
  });
});
