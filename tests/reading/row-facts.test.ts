import { beforeAll, describe, expect, it } from "@jest/globals";
import "../../src/app/entities.js";
import { loadStatementParser } from "../../src/reading/index.js";
import { boundReads, tagsOf } from "../../src/reading/planned/bound-reads.js";

const id = "00000000-0000-4000-8000-00000000000a";
const other = "00000000-0000-4000-8000-00000000000b";

beforeAll(loadStatementParser);

/** The tags of a statement with one parameter, an id. */
const tags = (text: string, tables: string[], values: unknown[] = [id]): string[] =>
  tagsOf(boundReads(text, tables), values).sort();

const ofPlan = [`action plan ${id}`];

describe("A statement reads a part of a table", () => {
  it.each<[string, string, string[], string[]]>([
    [
      "by a condition that must hold",
      "select 1 from action a where a.plan_id = $1::uuid and (a.stage = 1 or true)",
      ["action"],
      ofPlan,
    ],
    [
      "through rows that are bound themselves",
      `select (select count(*) from milestone m where m.action_id = a.id) from action a where a.plan_id = $1`,
      ["action", "milestone"],
      [...ofPlan, `milestone plan ${id}`],
    ],
    [
      "through a row that must exist",
      "select 1 from action a where exists (select 1 from action_plan p where p.id = a.plan_id and p.id = $1)",
      ["action", "action_plan"],
      [...ofPlan, `action_plan id ${id}`],
    ],
    [
      "through a subquery and a WITH",
      `with w as (select a.* from action a where a.plan_id = $1 limit 5)
       select 1 from (select w.id from w) s join milestone m on m.action_id = s.id`,
      ["action", "milestone"],
      [...ofPlan, `milestone plan ${id}`],
    ],
    [
      "on the side of an outer join that its condition decides",
      "select 1 from area r left join action a on a.plan_id = $1",
      ["area", "action"],
      [...ofPlan, "area"],
    ],
    [
      "of each of several ids",
      "select 1 from action a where a.plan_id = any($1::uuid[])",
      ["action"],
      ofPlan,
    ],
  ])("%s", (_, text, tables, expected) => {
    expect(tags(text, tables)).toEqual(expected.sort());
  });

  it("for each id of a list, and the whole table for a long one, a null, or what is no plain id", () => {
    const text = "select 1 from action a where a.plan_id = any($1::uuid[])";
    expect(tags(text, ["action"], [[id, other]])).toEqual([...ofPlan, `action plan ${other}`]);
    const many = Array.from({ length: 21 }, () => id);
    for (const value of [many, null, id.toUpperCase(), [null]]) {
      expect(tags(text, ["action"], [value])).toEqual(["action"]);
    }
  });
});

describe("A statement may read any row of a table", () => {
  it.each<[string, string]>([
    ["by one of two conditions", "select 1 from action a where a.plan_id = $1 or a.stage = 1"],
    ["by the opposite", "select 1 from action a where not a.plan_id = $1"],
    ["by another comparison", "select 1 from action a where a.plan_id <> $1"],
    ["by what is computed", "select 1 from action a where coalesce(a.plan_id, $1) = $1"],
    [
      "on the side that an outer join keeps",
      "select 1 from action a left join area r on a.plan_id = $1",
    ],
    [
      "where a condition filters what was cut off before",
      "select 1 from (select a.* from action a limit 5) a where a.plan_id = $1",
    ],
    [
      "where an aggregate gives a row in any case",
      `select 1 from action a
       where exists (select max(p.id::text) from action_plan p where p.id = a.plan_id and p.id = $1)`,
    ],
    [
      "where columns have other names",
      "select 1 from (select a.id, a.plan_id from action a) s (plan_id, id), action b where b.plan_id = s.id",
    ],
    [
      "by an organisation, which no change is filed under",
      "select 1 from action a where a.lead_id = $1",
    ],
    [
      "by one of two reads of it",
      "select 1 from action a, action b where a.plan_id = $1 and b.stage = 1",
    ],
    ["in a filter of an aggregate", "select count(*) filter (where a.plan_id = $1) from action a"],
    [
      "in one part of a union",
      "select 1 from action a where a.plan_id = $1 union select 1 from action b",
    ],
    ["where rows must not exist", "select 1 where not exists (select 1 from action a)"],
  ])("%s", (_, text) => {
    expect(tags(text, ["action"])).toEqual(["action"]);
  });

  it("of a noun that is filed apart, and of one that is loaded in bulk", () => {
    expect(tags("select 1 from saved_view v where v.plan_id = $1", ["saved_view"])).toEqual([
      "saved_view",
    ]);
    expect(tags("select 1 from region r where r.id = $1", ["region"])).toEqual(["region"]);
  });

  it("of the ledger, unless by the plan of its lines", () => {
    const lines = (by: string) => tags(`select 1 from change c where c.${by} = $1`, ["change"]);
    expect([lines("entity_id"), lines("position")]).toEqual([["change"], ["change"]]);
    expect(lines("plan_id")).toEqual([`change plan ${id}`]);
  });

  it("of a table that is read beside the statement's own, and of one that is only recorded", () => {
    const text = "select 1 from action_search s, action a where a.plan_id = $1";
    expect(tags(text, ["action", "milestone"])).toEqual(["action", "milestone"]);
  });

  it("where its text is too long to be looked at", () => {
    const text = `select 1 from action a where a.plan_id = $1 and '' = '${"x".repeat(60_000)}'`;
    expect(tags(text, ["action"])).toEqual(["action"]);
  });
});
