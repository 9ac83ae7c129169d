import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { getNamedType, getNullableType, isEnumType, isListType, isObjectType } from "graphql";
import { datasetSchema } from "../../src/domain/views/document/dataset.js";
import { relativeDates } from "../../src/domain/views/document/dates.js";
import { ViewDataset } from "../../src/domain/views/index.js";
import { headingOf, memberName } from "../../src/domain/views/words/headings.js";
import type { CheckedClient } from "../testkit/hub/checked-client.js";
import { schema } from "../testkit/hub/index.js";
import { type Input, refused, write } from "../testkit/mutations/documents.js";
import { parameter, table, ViewWorld } from "./view-world.js";

let scene: ViewWorld;
let author: CheckedClient;

/** What the tests read of a matrix that is cut. */
interface MatrixShape {
  rows: unknown[];
  columns: unknown[];
  rowCount: number;
  columnCount: number;
  isCut: boolean;
}

beforeAll(async () => {
  scene = await ViewWorld.start();
  const { world, lead } = scene;
  author = await world.member(lead, "COORDINATOR");
  await world.action(lead, scene.open, { title: "Satu", stage: "MARKETING", weight: 2 });
  await world.action(lead, scene.open, { title: "Dua", stage: "PLACEMENT", weight: 3 });
  await world.action(lead, scene.shared, { title: "Tiga", stage: "MARKETING", weight: 5 });
});
afterAll(() => scene.stop());

const faultsOf = async (more: Input) => {
  const { code, paths } = await refused(author, "saveView", { ...table, ...more });
  return [code, ...paths];
};

describe("A view is checked when it is saved: its faults are named by their paths", () => {
  const groups = { kind: "GROUPS", columns: [], groupBy: ["STATUS"], measures: ["count"] };
  const deep = (levels: number): Input => (levels === 0 ? {} : { not: deep(levels - 1) });
  const times = (count: number, name: string) => Array.from({ length: count }, () => name);
  const named = (...names: string[]): Input => ({
    where: { title: { contains: { $parameter: names[0] } } },
    parameters: names.map((name) => parameter(name, "TEXT")),
  });
  const cases: [string, Input, ...string[]][] = [
    ["an unknown field of the filter", { where: { plan: { xyz: {} } } }, "input.where.plan.xyz"],
    ["a column through a list", { columns: ["plan.actions.title"] }, "input.columns.0"],
    ["an unknown column", { columns: ["title", "xyz"] }, "input.columns.1"],
    [
      "the result of a view as a column of it",
      { dataset: "COMMENTS", columns: ["body", "view.result.totalCount"] },
      "input.columns.1",
    ],
    ["a column given twice", { columns: ["title", "title"] }, "input.columns.1"],
    ["an unknown dimension", { ...groups, groupBy: ["XYZ"] }, "input.groupBy.0"],
    ["an unknown measure", { ...groups, measures: ["sum.title"] }, "input.measures.0"],
    ["a table with measures", { measures: ["count"] }, "input.measures"],
    [
      "six dimensions",
      { ...groups, groupBy: ["STATUS", "STAGE", "LEAD", "PLAN", "STARTS_ON_YEAR", "ENDS_ON_YEAR"] },
      "input.groupBy.5",
    ],
    ["a parameter that is not declared", { where: { eq: { $parameter: "x" } } }, "input.where.eq"],
    [
      "a parameter that is not used",
      { parameters: [parameter("x", "TEXT")] },
      "input.parameters.0.name",
    ],
    [
      "a parameter of the wrong type",
      {
        where: { startsOn: { gte: { $parameter: "x" } } },
        parameters: [parameter("x", "BOOLEAN")],
      },
      "input.where.startsOn.gte",
    ],
    [
      "a default of the wrong type",
      {
        where: { eq: { $parameter: "x" } },
        parameters: [parameter("x", "YEAR", { default: "y" })],
      },
      "input.parameters.0.default",
      "input.where.eq",
    ],
    [
      "an unknown date",
      { where: { startsOn: { gte: { $date: "SOON" } } } },
      "input.where.startsOn.gte",
    ],
    ["a filter that is too long", { where: { title: { eq: "a".repeat(30_000) } } }, "input.where"],
    ["a filter that is too deep", { where: deep(20) }, "input.where"],
    ["a parameter with the address's own name", named("locale"), "input.parameters.0.name"],
    ["more parameters than there may be", named(...times(21, "x")), "input.parameters"],
    ["an unknown order", { orderBy: [{ field: "XYZ" }] }, "input.orderBy.0.field"],
    ["a chart of no column", { chart: { kind: "BAR", x: "xyz", y: [] } }, "input.chart.x"],
  ];
  it.each(cases)("%s", async (_, more, ...paths) => {
    const [code, ...found] = await faultsOf(more);
    expect(code).toBe("BAD_USER_INPUT");
    expect(paths).toEqual(expect.arrayContaining(found));
  });

  it("a stored view of a removed field stays, says which part, and gives a clear error", async () => {
    const { id } = await scene.publish();
    const { sql } = scene.world.hub;
    await sql.query(
      'begin; set local session_replication_role = replica; update saved_view set columns = \'["title", "gone"]\' where id = \'' +
        id +
        "'; commit",
    );
    const { view } = await author.data<{ view: { faults: { path: string }[] } }>(
      "query ($id: ID!) { view(id: $id) { faults { path message { indonesian english } } } }",
      { id } as never,
    );
    expect(view.faults.map(({ path }) => path)).toEqual(["columns.1"]);
    const { extensions } = await scene.refusedResult(author, id);
    expect(extensions).toMatchObject({ code: "BAD_USER_INPUT", fields: [{ path: "columns.1" }] });
  });
});

describe("A view of groups", () => {
  it("counts what its viewer may see, with totals", async () => {
    const { id } = await scene.publish({
      ...{ kind: "GROUPS", columns: [], groupBy: ["STAGE"], measures: ["count", "sum.weight"] },
    });
    const shown = async (client: CheckedClient) => {
      const { rows, totals } = await scene.result(client, id);
      const cells = rows.map((row) => [
        row.cells[0]?.codes[0],
        ...row.cells.slice(1).map((c) => c.number),
      ]);
      return [cells.sort(), totals?.map(({ number }) => number)];
    };
    expect(await shown(author)).toEqual([
      [
        ["MARKETING", 2, 7],
        ["PLACEMENT", 1, 3],
      ],
      [3, 10],
    ]);
    expect(await shown(scene.world.visitor())).toEqual([
      [
        ["MARKETING", 1, 2],
        ["PLACEMENT", 1, 3],
      ],
      [2, 5],
    ]);
  });

  it("of the kind MATRIX has rows, columns and the cells that are not empty", async () => {
    const { id } = await scene.publish({
      ...{ kind: "MATRIX", columns: [], matrixRows: ["PLAN"], matrixColumns: ["STAGE"] },
      measures: ["count"],
    });
    const result = (await scene.result(author, id)) as unknown as {
      matrix: MatrixShape & { cells: { cells: { number: number }[] }[] };
      totals: { number: number }[];
    };
    const { matrix, totals } = result;
    expect([matrix.rows.length, matrix.columns.length, matrix.cells.length]).toEqual([2, 2, 3]);
    expect([matrix.rowCount, matrix.columnCount, matrix.isCut]).toEqual([2, 2, false]);
    expect(matrix.cells.map(({ cells }) => cells[0]?.number)).toEqual([1, 1, 1]);
    expect(totals.map(({ number }) => number)).toEqual([3]);
  });
});

describe("A matrix of more than 200 rows or columns", () => {
  const regencies = { where: { level: { eq: "DISTRICT" } }, dataset: "REGIONS" };
  const matrixOf = async (matrixRows: string[], matrixColumns: string[]) => {
    const { id } = await scene.publish({
      ...{ kind: "MATRIX", columns: [], matrixRows, matrixColumns, measures: ["count"] },
      ...regencies,
    });
    const { view } = await author.data<{ view: { result: { matrix: MatrixShape } } }>(
      `query ($id: ID!) { view(id: $id) { result(first: 200) { matrix {
        rows { totals { number } } columns { totals { number } } rowCount columnCount isCut } } } }`,
      { id } as never,
    );
    const { rows, columns, ...said } = view.result.matrix;
    return { rows: rows.length, columns: columns.length, ...said };
  };

  it("says that it is cut, and how many there are", async () => {
    const { regions } = await author.data<{ regions: { groups: { totalCount: number } } }>(
      "{ regions(where: { level: { eq: DISTRICT } }) { groups(by: [PARENT]) { totalCount } } }",
    );
    const all = regions.groups.totalCount;
    expect(all).toBeGreaterThan(200);
    expect(await matrixOf(["PARENT"], ["LEVEL"])).toEqual({
      ...{ rows: 200, rowCount: all, columns: 1, columnCount: 1, isCut: true },
    });
    expect(await matrixOf(["LEVEL"], ["PARENT"])).toEqual({
      ...{ rows: 1, rowCount: 1, columns: 200, columnCount: all, isCut: true },
    });
  });
});

it("The cost of a result is that of the view's document, and the request's", async () => {
  const cost = async (pageSize: number) => {
    const { id } = await scene.publish({ pageSize });
    const text = "query ($id: ID!) { view(id: $id) { result { totalCount } } }";
    return Number((await author.ask(text, { id } as never)).extensions?.cost);
  };
  expect((await cost(100)) - (await cost(1))).toBeGreaterThan(99);
});

describe("A private view", () => {
  it("is its author's alone: absent for others by id, in lists and in the history, until it is shared", async () => {
    const { world, lead } = scene;
    const { id } = await scene.save(author);
    const other = await world.member(lead, "ADMIN");
    const key = await world.key(lead, "COORDINATE");
    const seen = async (client: CheckedClient) => {
      const text = `query ($id: ID!) { view(id: $id) { id } node(id: $id) { id }
        views(where: { id: { eq: $id } }) { totalCount } changes(where: { entityId: { eq: $id } }) { totalCount } }`;
      const found = await client.data<Record<string, unknown>>(text, { id } as never);
      const { view, node, views, changes } = found as never as Record<
        string,
        { totalCount: number } | null
      >;
      return [view !== null, node !== null, views?.totalCount, Number(changes?.totalCount) > 0];
    };
    expect(await seen(author)).toEqual([true, true, 1, true]);
    for (const client of [other, key, world.visitor()]) {
      expect(await seen(client)).toEqual([false, false, 0, false]);
    }
    expect((await refused(other, "starView", { viewId: id })).code).toBe("NOT_FOUND");
    expect((await refused(other, "addComment", { viewId: id, body: "x" })).code).toBe("NOT_FOUND");
    await write(author, "shareView", { id, expectedVersion: 1, audience: "ORGANISATION" });
    expect(await seen(other)).toEqual([true, true, 1, true]);
    expect(await seen(world.visitor())).toEqual([false, false, 0, false]);
  });

  it("stands in its viewer's own lists, and with a star in the starred ones", async () => {
    const { id } = await scene.publish();
    const other = await scene.world.member(scene.stranger, "VIEWER");
    await write(other, "starView", { viewId: id });
    const { viewer } = await other.data<{ viewer: Record<string, { nodes: { id: string }[] }> }>(
      "{ viewer { views { nodes { id } } starred { nodes { id } } } }",
    );
    expect([viewer.views?.nodes, viewer.starred?.nodes]).toEqual([[], [{ id }]]);
  });
});

it("A view for a plan's participants is absent to a coordinator of the programme from whom the plan is hidden", async () => {
  const { world, lead, owner, programme, shared } = scene;
  const hidden = await world.plan(programme, lead, { visibility: "ORGANISATION" });
  const coordinator = await world.member(owner, "COORDINATOR");
  const isSeen = async (planId: string) => {
    const { id } = await scene.save(author, { organisationId: lead.id });
    const audience = { audience: "PARTICIPANTS", planId };
    await write(author, "shareView", { id, expectedVersion: 1, ...audience });
    const text = "query ($id: ID!) { view(id: $id) { id } }";
    return (await coordinator.data<{ view: unknown }>(text, { id } as never)).view !== null;
  };
  expect([await isSeen(shared.id), await isSeen(hidden.id)]).toEqual([true, false]);
});

it("A relative date is a range of days", () => {
  const on = (name: string) => Object.values(relativeDates(name, "2024-02-29") ?? {});
  expect(on("THIS_QUARTER")).toEqual(["2024-01-01", "2024-03-31"]);
  expect(on("LAST_YEAR_END")).toEqual(["2023-12-31", "2023-12-31"]);
  expect(on("THIS_WEEK")).toEqual(["2024-02-26", "2024-03-03"]);
  expect(on("LAST_30_DAYS")).toEqual(["2024-01-31", "2024-02-29"]);
  expect(on("SOMETIME")).toEqual([]);
});

/** The root lists that no view is of, each with the reason. */
const leftOut: Record<string, string> = {
  changes:
    "Lines of the ledger: no groups, their content is JSON, and they are followed by position.",
  exports: "Files in the making of one organisation, which expire after a day.",
  search: "Its rows are of many nouns; it has no columns, groups or orders.",
  views: "A view of views would have to execute views to show their results.",
};

it("Every root list is a dataset of views, or is left out for a reason", () => {
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {});
  const lists = fields.filter(({ type }) => getNamedType(type).name.endsWith("Connection"));
  const datasets = Object.values(ViewDataset).map((member) => datasetSchema(schema, member)?.list);
  expect([...datasets, ...Object.keys(leftOut)].sort()).toEqual(
    lists.map(({ name }) => name).sort(),
  );
});

it("Every column, dimension, measure and member has a name in Indonesian", () => {
  const missing = new Set<string>();
  const seen = new Set<string>();
  const walk = (type: unknown): void => {
    if (!isObjectType(type) || seen.has(type.name)) return;
    seen.add(type.name);
    for (const field of Object.values(type.getFields())) {
      const named = getNamedType(field.type);
      const several = isListType(getNullableType(field.type)) || named.name.endsWith("Connection");
      if ((isObjectType(named) && several) || /^(JSON|ViewResult)$/.test(named.name)) continue;
      if (!headingOf(field.name)) missing.add(field.name);
      if (isEnumType(named)) {
        for (const { name } of named.getValues()) {
          if (!memberName(named.name, name)) missing.add(`${named.name}.${name}`);
        }
      } else if (named.name !== "TranslatedText") walk(named);
    }
  };
  for (const dataset of Object.values(ViewDataset)) {
    const found = datasetSchema(schema, dataset);
    for (const type of [found?.row, found?.groups?.key, found?.groups?.measures]) walk(type);
  }
  expect([...missing].sort()).toEqual([]);
});
