import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { GraphQLObjectType } from "graphql";
import { headingOf, headingOfPath } from "../../src/domain/views/index.js";
import { defaultColumns, selectionOf } from "../../src/reading/index.js";
import { rowsInHucre, rowsInPython } from "../testkit/files/other-readers.js";
import { Spreadsheet } from "../testkit/files/spreadsheet.js";
import { downloadFile } from "../testkit/files/transfers.js";
import { CheckedClient } from "../testkit/hub/checked-client.js";
import { TestHub, tokenFor } from "../testkit/hub/index.js";
import { schema } from "../testkit/hub/schema.js";
import { hold, untilBlocked } from "../testkit/postgres/sessions.js";

// The lists of the hub as files: the rows, values and places that GraphQL gives to the same viewer.

let hub: TestHub;
let clients: Record<string, CheckedClient>;
beforeAll(async () => {
  hub = await TestHub.start("sample", { LIMIT_EXPORTS: "4" });
  const as = async (email: string) =>
    new CheckedClient(hub.url, { authorization: `Bearer ${await tokenFor(email)}` });
  clients = {
    visitor: new CheckedClient(hub.url),
    coordinator: await as("coordinator@pemkab-lebak.example"),
    operator: await as("operator@rembuk.example"),
  };
});
afterAll(() => hub.stop());

const query = schema.getQueryType() as GraphQLObjectType;
const rowsOf = (type: unknown) =>
  schema.getType(String(type).replace(/Connection!$/, "")) as GraphQLObjectType;
/** The lists of nouns: a search gives rows of many. */
const lists = Object.values(query.getFields()).filter(
  ({ name, args, type }) =>
    name !== "search" && args.some((one) => one.name === "where") && /Connection!$/.test(`${type}`),
);

const kebab = (name: string) => name.replaceAll(/[A-Z]/g, (one) => `-${one.toLowerCase()}`);

/** The rows of a list that a client finds by its pages. */
async function paged(client: CheckedClient, list: string, selection: string, where = "{}") {
  const found: unknown[] = [];
  for (let after: string | null = null; ; ) {
    const { [list]: page }: Record<string, Page> = await client.data<Record<string, Page>>(
      `query ($after: String) { ${list}(first: 200, after: $after, where: ${where}) {
        nodes { ${selection} } pageInfo { hasNextPage endCursor } } }`,
      { after },
    );
    if (!page) throw new Error(`There is no list ${list}`);
    found.push(...page.nodes);
    if (!page.pageInfo.hasNextPage) return found;
    after = page.pageInfo.endCursor;
  }
}
interface Page {
  nodes: unknown[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
}

const file = async (path: string, client = clients.visitor as CheckedClient) => {
  const { status, content, headers } = await downloadFile(client, `/lists/${path}`);
  return { status, headers, content, text: content.toString() };
};

/** The fields that a refusal names, and its code. */
async function refusal(path: string, language = "en") {
  const client = (clients.visitor as CheckedClient).with({ "accept-language": language });
  const { status, text } = await file(path, client);
  const [error] = JSON.parse(text).errors;
  const { code, fields = [] } = error.extensions;
  return { status, code, fields };
}

const small = lists.filter(({ name }) => name !== "regions");

describe("The file of a list", () => {
  it.each(small.map(({ name, type }) => [name, type] as const))(
    "of %s has the rows and values that each viewer finds by its pages",
    async (list, type) => {
      const selection = selectionOf(defaultColumns(rowsOf(type)));
      for (const client of Object.values(clients)) {
        const { text, headers } = await file(`${kebab(list)}.json`, client);
        expect(JSON.parse(text)).toEqual(await paged(client, list, selection));
        expect(headers.get("rembuk-position")).toMatch(/^\d+$/);
      }
    },
  );

  it("takes a filter, an order and columns along single references", async () => {
    const where =
      '{ status: { in: [PLANNED, IN_PROGRESS] }, plan: { programme: { key: { contains: "k" } } } }';
    const asked = new URLSearchParams({
      where: JSON.stringify({
        status: { in: ["PLANNED", "IN_PROGRESS"] },
        plan: { programme: { key: { contains: "k" } } },
      }),
      columns: "title, plan.programme.key,plan.area.name",
    });
    const { text } = await file(`actions.ndjson?${asked}`);
    const rows = text
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    const selection = "title plan { programme { key } area { name } }";
    expect(rows).toEqual(
      await paged(clients.visitor as CheckedClient, "actions", selection, where),
    );
    expect(rows.length).toBeGreaterThan(3);
    const orderBy = JSON.stringify([{ field: "KEY", direction: "DESC" }]);
    const ordered = await file(`organisations.ndjson?orderBy=${orderBy}&columns=key`);
    const keys = ordered.text
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line).key);
    expect(keys).toEqual(keys.toSorted().toReversed());
  });

  it("is a CSV that other programs read, in the form of its locale", async () => {
    const columns = "value,indicator.key,isBaseline,endsOn,createdAt,note,region.name";
    const { text } = await file(`measurements.json?columns=${columns}`);
    const rows: Measured[] = JSON.parse(text);
    for (const [locale, separator, decimal] of [
      ["en", ",", "."],
      ["id-ID", ";", ","],
    ] as const) {
      const path = `measurements.csv?columns=${columns}&locale=${locale}`;
      const { content, headers } = await file(path);
      expect(content.subarray(0, 3).toString("hex")).toBe("efbbbf");
      expect(Object.fromEntries(headers)).toMatchObject({
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": "attachment; filename=measurements.csv",
        vary: expect.stringContaining("Accept-Language"),
      });
      const [, ...read] = rowsInHucre(content, separator);
      expect(read.map(([value = ""]) => Number(value.replace(decimal, ".")))).toEqual(
        rows.map(({ value }) => value),
      );
      expect(read.map((row) => row.slice(1))).toEqual(
        rows.map(({ indicator, isBaseline, endsOn, createdAt, note, region }) =>
          [indicator.key, isBaseline, endsOn, createdAt, note ?? "", region?.name ?? ""].map(
            String,
          ),
        ),
      );
      const others = rowsInPython(content, separator);
      if (others) expect(others.slice(1)).toEqual(read);
    }
  });

  it("has headings in the language of the request, or of its locale", async () => {
    const indonesian = (clients.visitor as CheckedClient).with({ "accept-language": "id" });
    const header = async (path: string, client?: CheckedClient) =>
      (await file(path, client)).text.slice(1).split("\r\n")[0];
    const path = "action-plans.csv?columns=title,programme.key,startsOn";
    expect(await header(path)).toBe("Title,Programme · Key,Starts on");
    expect(await header(path, indonesian)).toBe("Judul;Program · Kunci;Mulai pada");
    expect(await header(`${path}&locale=en`, indonesian)).toBe("Title,Programme · Key,Starts on");
  });

  it("has titles in the language of the request, or of its locale", async () => {
    const indonesian = (clients.visitor as CheckedClient).with({ "accept-language": "id" });
    const asked = new URLSearchParams({
      where: JSON.stringify({ key: { eq: "kasepuhan-plan" } }),
      columns: "title",
    });
    const titles = async (more: string, client?: CheckedClient) =>
      (await file(`action-plans.ndjson?${asked}${more}`, client)).text.trimEnd();
    expect(await titles("")).toBe('{"title":"Area plan Kasepuhan Lebak"}');
    expect(await titles("", indonesian)).toBe('{"title":"Rencana kawasan Kasepuhan Lebak"}');
    expect(await titles("&locale=en", indonesian)).toBe('{"title":"Area plan Kasepuhan Lebak"}');
  });

  it("has a heading in Indonesian for every column that it has by itself", () => {
    const missing = lists
      .flatMap(({ type }) => defaultColumns(rowsOf(type)))
      .flatMap(({ names }) => names.filter((name) => headingOf(name) === undefined));
    expect([...new Set(missing)]).toEqual([]);
    expect(headingOfPath("plan.leadStatus")).toMatchObject({
      ...{ english: "Plan · Lead status", indonesian: "Rencana aksi · Jawaban penanggung jawab" },
    });
  });

  it("is a workbook with types, a header that stays, and widths", async () => {
    const columns = "title,startsOn,progress,isOverdue,amountPledged,createdAt";
    const { content, headers } = await file(`action-plans.xlsx?columns=${columns}`);
    expect(headers.get("content-type")).toContain("spreadsheetml.sheet");
    const rows: Record<string, unknown>[] = JSON.parse(
      (await file(`action-plans.json?columns=${columns}`)).text,
    );
    const sheet = (await Spreadsheet.open(content)).sheet("action-plans");
    expect(sheet.freezePane).toMatchObject({ rows: 1 });
    expect(sheet.rows[0]).toEqual([
      ...["Title", "Starts on", "Progress", "Is overdue", "Amount pledged", "Created at"],
    ]);
    const dated = (value: unknown, later = 0) =>
      value === null ? null : new Date(Date.parse(String(value)) + later);
    const jakarta = 7 * 3_600_000;
    const shown = sheet.rows.slice(1).map((row) => row.map((value) => rounded(value)));
    expect(shown).toEqual(
      rows.map((row) => [
        row.title,
        rounded(dated(row.startsOn)),
        row.progress,
        row.isOverdue,
        Number(row.amountPledged),
        rounded(dated(row.createdAt, jakarta)),
      ]),
    );
  });

  it("answers HEAD without making it", async () => {
    const response = await fetch(hub.url.replace("/graphql", "/lists/actions.csv"), {
      method: "HEAD",
    });
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(await response.text()).toBe("");
  });

  it("is refused by its address with what is wrong there", async () => {
    const wrong = (path: string) => refusal(`actions.csv?${path}`);
    const fieldsOf = async (path: string) => {
      const { status, code, fields } = await wrong(path);
      expect([status, code]).toEqual([400, "BAD_USER_INPUT"]);
      return fields.map(({ path }: { path: string }) => path);
    };
    expect(await fieldsOf("columns=title,nope,title")).toEqual(["columns.1", "columns.2"]);
    expect(await fieldsOf("columns=plan")).toEqual(["columns.0"]);
    expect(await fieldsOf("columns=contributions.amount,__typename")).toEqual([
      ...["columns.0", "columns.1"],
    ]);
    expect(await fieldsOf(`columns=${"plan.lead.parent.".repeat(4)}key`)).toEqual(["columns.0"]);
    expect(await fieldsOf("where={")).toEqual(["where"]);
    expect(await fieldsOf("where=3")).toEqual(["where"]);
    expect(await fieldsOf('where={"titel":{}}')).toEqual(["where.titel"]);
    expect(await fieldsOf('where={"title":{"eq":3}}')).toEqual(["where.title.eq"]);
    expect(await fieldsOf('orderBy=[{"field":"NOPE"}]')).toEqual(["orderBy.0.field"]);
    expect(await fieldsOf("locale=fr")).toEqual(["locale"]);
    expect(await fieldsOf("first=3")).toEqual(["first"]);
    expect(await fieldsOf("locale=id&locale=en")).toEqual(["locale"]);
    expect(await fieldsOf("columns=")).toEqual(["columns"]);
    const parents = (levels: number): object =>
      levels === 0 ? { key: { eq: "a" } } : { parent: parents(levels - 1) };
    const deep = JSON.stringify({ plan: { programme: parents(6) } });
    expect(await wrong(`where=${deep}`)).toMatchObject({ status: 400, code: "QUERY_TOO_COMPLEX" });
    expect(await wrong(`where="${"a".repeat(20_000)}"`)).toMatchObject({ status: 431 });
    for (const path of ["nope.csv", "actions.pdf", "actions", "__type.csv"]) {
      expect(await refusal(path)).toMatchObject({ status: 404, code: "NOT_FOUND" });
    }
    const { fields } = await refusal("actions.csv?columns=nope", "id");
    expect(fields[0].message).toMatch(/bukan kolom Action/);
  });

  it("ends in Postgres when its client leaves", async () => {
    const lock = "lock table organisation in access exclusive mode";
    const held = await hold(hub.database.url, lock);
    const leaving = new AbortController();
    const address = hub.url.replace("/graphql", "/lists/organisations.csv");
    const left = expect(fetch(address, { signal: leaving.signal })).rejects.toThrow();
    await untilBlocked(hub.database.url, 1);
    leaving.abort();
    await left;
    await untilBlocked(hub.database.url, 0);
    await held.release();
    expect((await file("organisations.csv")).status).toBe(200);
  });

  it("is refused to a credential that does not hold", async () => {
    const { status } = await file(
      "actions.csv",
      new CheckedClient(hub.url, { authorization: "Bearer x" }),
    );
    expect(status).toBe(401);
  });
});

interface Measured {
  value: number;
  indicator: { key: string };
  isBaseline: boolean;
  endsOn: string;
  createdAt: string;
  note: string | null;
  region: { name: string } | null;
}

/** A date to the second, as a spreadsheet holds it. */
const rounded = (value: unknown) =>
  value instanceof Date ? Math.round(value.getTime() / 1000) : value;
