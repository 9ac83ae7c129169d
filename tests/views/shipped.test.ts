import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { projectFolder } from "../../src/app/store.js";
import { shippedViews } from "../../src/seed/views/shipped-views.js";
import { viewsPage } from "../../src/seed/views/views-page.js";
import { TestHub } from "../testkit/hub/index.js";
import { type ResultShape, resultFields } from "./view-world.js";

interface Shown {
  view: {
    titleText: { missing: string[] };
    descriptionText: { missing: string[] };
    audience: string;
    organisation: null;
    faults: object[];
    result: ResultShape;
  } | null;
}

const document = `query ($key: String!, $parameters: JSON) { view(key: $key) {
  titleText { missing } descriptionText { missing } audience organisation { key }
  result(parameters: $parameters) { ${resultFields} } } }`;

/** The shipped views of which the sample has rows for a visitor. */
const answered: Readonly<Record<string, number>> = {
  "who-does-what-where": 1,
  "progress-of-plans-by-province": 1,
  "actions-without-contribution": 20,
  "outcomes-agreed-without-action": 1,
  "target-and-actual-by-regency": 1,
  "tkm-journey": 1,
};

describe("A view that the hub ships", () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await TestHub.start("sample");
  });
  afterAll(() => hub.stop());

  it.each(shippedViews)("answers on the sample, in both languages: $key", async ({ key }) => {
    const { view } = await hub.visitor.data<Shown>(document, { key });
    expect(view).toMatchObject({
      ...{ titleText: { missing: [] }, descriptionText: { missing: [] } },
      ...{ audience: "PUBLIC", organisation: null },
    });
    const { columns = [], rows = [] } = view?.result ?? {};
    for (const { heading } of columns) {
      expect([heading.english, heading.indonesian]).toEqual([
        expect.stringMatching(/\S/),
        expect.stringMatching(/\S/),
      ]);
    }
    expect(rows.length).toBeGreaterThanOrEqual(answered[key] ?? 0);
    for (const { cells } of rows) expect(cells).toHaveLength(columns.length);
  });

  it.each(shippedViews)("takes its parameters: $key", async ({ key, parameters }) => {
    const values: Record<string, string> = {
      ...{ region: "36.02", programme: "pkk-kawasan", indicator: "poverty-rate" },
    };
    const given = (parameters ?? []).map(({ name }) => [name, values[name]]);
    const { view } = await hub.visitor.data<Shown>(document, {
      key,
      parameters: Object.fromEntries(given),
    });
    expect(view?.result.rows).toBeInstanceOf(Array);
  });

  it("is made once, and not again by a second start", async () => {
    const { rows } = await hub.sql.query(
      "select count(*)::int as views from saved_view where organisation_id is null",
    );
    expect(rows).toEqual([{ views: shippedViews.length }]);
  });

  it("is listed in the page of shipped views", async () => {
    const path = join(projectFolder(), "docs", "reference", "portals", "shipped-views.md");
    expect(await readFile(path, "utf8")).toBe(viewsPage());
  });
});
