import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { verifyLedger } from "../../src/ledger/index.js";
import { allNouns, type NounDefinition, nounNamed } from "../../src/reading/index.js";
import { TestHub } from "../testkit/hub/index.js";
import { openLedger } from "../testkit/postgres/sessions.js";
import { defaultOrderCases, filterCases, type ListCase, orderCases } from "./list-cases.js";
import {
  fillEmptyTables,
  findsByIndex,
  type Planner,
  readsWhole,
  type Statement,
  StatementLog,
  sorts,
  sortsWhole,
  usesIndex,
  withPlans,
} from "./query-plans.js";

const ear = new StatementLog();
let hub: TestHub;

beforeAll(async () => {
  // What is answered from a cache sends no statement.
  hub = await TestHub.start("sample", { RESPONSE_CACHE_BYTES: "0" });
  await fillEmptyTables(hub.sql);
  ear.begin();
});
afterAll(async () => {
  ear.end();
  await hub.stop();
});

const lists = (): NounDefinition[] => allNouns().filter(({ queries }) => queries.many);

/** What the hub sends to read the list. */
const statementsOf = (
  { noun, document, language }: ListCase,
  email?: string,
): Promise<Statement[]> =>
  ear.during(noun.table, async () => {
    const requester = email ? await hub.as(email) : hub.visitor;
    return requester.with({ "accept-language": language }).data(document);
  });

interface Heard extends ListCase {
  statements: Statement[];
}

async function heard(cases: readonly ListCase[], email?: string): Promise<Heard[]> {
  const all: Heard[] = [];
  for (const one of cases) all.push({ ...one, statements: await statementsOf(one, email) });
  expect(all.filter(({ statements }) => statements.length === 0)).toEqual([]);
  return all;
}

/** The cases of which a statement sorts a whole table. */
async function sorted(planner: Planner, cases: readonly Heard[]): Promise<string[]> {
  const found: string[] = [];
  for (const { what, noun, statements } of cases) {
    for (const statement of statements) {
      if (sortsWhole(await planner.plan(statement), noun.table)) found.push(what);
    }
  }
  return found;
}

/** The cases of which no index finds the rows. */
async function unfound(planner: Planner, cases: readonly Heard[]): Promise<string[]> {
  const found: string[] = [];
  for (const { what, noun, column, statements } of cases) {
    for (const statement of statements) {
      const plan = await planner.plan(statement);
      if (!findsByIndex(plan, noun.table, column as string)) found.push(what);
    }
  }
  return found;
}

const plans = (): NounDefinition => nounNamed("ActionPlan") as NounDefinition;

describe("in a database of a country's size", () => {
  it("no order that a list offers sorts a whole table", async () => {
    const cases = await heard(lists().flatMap(orderCases));
    const member = await heard(
      lists().flatMap(defaultOrderCases),
      "coordinator@disnaker-lebak.example",
    );
    await withPlans(hub.sql, "sample", async (planner) => {
      expect(await sorted(planner, [...cases, ...member])).toEqual([]);
    });
  });

  it("no filter that promises an index reads a whole table", async () => {
    const cases = await heard(lists().flatMap(filterCases));
    await withPlans(hub.sql, "nothing", async (planner) => {
      expect(await unfound(planner, cases)).toEqual([]);
    });
  });

  it("the regions without a figure of a target are found by an index, whatever its place", async () => {
    const fields =
      "{ indicators(first: 3) { nodes { targets { achievement { missingPlaces { code } } } } } }";
    const statements = await ear.during("target", () => hub.visitor.data(fields));
    expect(statements).not.toEqual([]);
    await withPlans(hub.sql, "sample", async (planner) => {
      for (const statement of statements) {
        expect(readsWhole(await planner.plan(statement), "region")).toBe(false);
      }
    });
  });

  it("whatever asks for the areas with a part in a region looks them up", async () => {
    const within = '{ region: { within: "36.02" } }';
    const documents = {
      "Region.areas": `{ region(code: "36.02") { areas { nodes { key } } } }`,
      areas: `{ areas(where: ${within}) { totalCount nodes { key } } }`,
      "areas, and more of their regions": `{ areas(where: { region: { within: "36.02", level: { eq: VILLAGE } } }) { nodes { key } } }`,
      "Region.money": `{ region(code: "36.02") { money { given { total } } } }`,
    };
    const statements = new Map<string, Statement[]>();
    for (const [what, document] of Object.entries(documents)) {
      statements.set(what, await ear.during("area", () => hub.visitor.data(document)));
    }
    await withPlans(hub.sql, "nothing", async (planner) => {
      const scanning = async () => {
        const found: string[] = [];
        for (const [what, sent] of statements) {
          const read = await Promise.all(sent.map((one) => planner.plan(one)));
          if (read.length === 0 || !read.every((plan) => usesIndex(plan, "area_places")))
            found.push(what);
        }
        return found;
      };
      expect(await scanning()).toEqual([]);
      expect(await planner.without("area_places", scanning)).toEqual(Object.keys(documents));
    });
  });

  it("the report that counts for an action is found at its place in an index", async () => {
    const index = "progress_update_action_id_organisation_id_counts_from_index";
    const member = await hub.as("coordinator@disnaker-lebak.example");
    const statements = await ear.during("progress_update", () =>
      member.data("{ actions(first: 3) { nodes { progress } } }"),
    );
    expect(statements).not.toEqual([]);
    await withPlans(hub.sql, "nothing", async (planner) => {
      const uses = async () =>
        (await Promise.all(statements.map((one) => planner.plan(one)))).every((plan) =>
          usesIndex(plan, index),
        );
      expect(await uses()).toBe(true);
      expect(await planner.without(index, uses)).toBe(false);
    });
  });

  it("the chain of the ledger is read page by page in the order of an index, without a sort", async () => {
    const { orm, close } = await openLedger(hub.database.url);
    const statements = await ear.during("change", () => verifyLedger(orm.em.fork()));
    await close();
    const pages = statements.filter(({ text }) => text.includes("order by change.position"));
    expect(pages).not.toEqual([]);
    await withPlans(hub.sql, "sample", async (planner) => {
      for (const page of pages) {
        expect(sorts(await planner.plan(page))).toBe(false);
        // The column of the list has the same name: Postgres would order by it, and sort.
        const text = page.text.replace("by change.position", "by position");
        expect(sorts(await planner.plan({ ...page, text }))).toBe(true);
      }
    });
  });

  it("an index that is gone is missed, by the order and by the filter that it served", async () => {
    const orders = await heard(orderCases(plans()));
    await withPlans(hub.sql, "sample", async (planner) => {
      const missed = () => sorted(planner, orders);
      expect(await planner.without("action_plan_title_text_id_order", missed)).toEqual([
        "ActionPlan by title (id)",
        "ActionPlan by title (id) downwards",
        "ActionPlan by title (id) after a row",
      ]);
    });
    const filters = await heard(filterCases(plans()));
    await withPlans(hub.sql, "nothing", async (planner) => {
      const missed = () => unfound(planner, filters);
      expect(await planner.without("action_plan_summary_search", missed)).toEqual([
        'ActionPlan where summary: { contains: "zaman" }',
        'ActionPlan where summary: { eq: "zaman" }',
      ]);
    });
  });
});
