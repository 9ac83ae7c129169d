import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  getNullableType,
  isListType,
  isObjectType,
  isRequiredArgument,
  print,
} from "graphql";
import { verifyMinutes } from "../../src/domain/deliberations/index.js";
import { verifyLedger } from "../../src/ledger/index.js";
import { makeSample } from "../../src/seed/samples.js";
import { type GraphqlClient, schema, TestHub } from "../testkit/hub/index.js";
import { nounTables } from "../testkit/postgres/noun-tables.js";
import { queries } from "../testkit/reading/portal-documents.js";
import { openDatabase } from "../testkit/seed/opened-database.js";

type Row = Record<string, string>;
type Field = GraphQLField<unknown, unknown>;

/** Values that no row has, with the reason. */
const unusedValues: Record<string, string> = {
  "action.lead_status LEFT": "no mutation gives up a lead",
  "action_plan.lead_status LEFT": "no mutation gives up a lead",
  "outcome.status FOLLOWED_UP": "derived: tried below",
  "outcome.status FULFILLED": "derived: tried below",
};

/** Lists that are empty in every row, with the reason. */
const emptyLists: Record<string, string> = {
  "Comment.sources": "a comment is its author's own word",
  "Contribution.inconsistencies": "what was made by today's rules does not contradict them",
  "Import.sources": "a table that was sent is its own source",
  "Organisation.webhooks": "a webhook would call an address",
  "ProgressUpdate.sources": "a report is its organisation's own word",
  "View.faults": "a view that fits the schema has none",
  "View.sources": "a view is its author's own question",
};

/** Nouns that no sample has: a file is made on request, and kept for a day; a webhook would call an address. */
const madeOnRequest = { tables: ["export_job", "webhook", "webhook_delivery"], list: "exports" };

/** Texts that are no names: codes, words that group things, hashes, what the hub itself writes. */
const unlabelled = [
  "contribution.unit",
  "saved_view.key",
  ...["api_key.prefix", "api_key.hash", "minutes.sha256", "table_import.sha256"],
  ...["table_import.rejected_key", "evidence.file_hash", "evidence.file_type"],
  ...["evidence.question", "answer.question", "answer.choice"],
  ...["measurement.period", "target.period", "group_measurement.period"],
];

/** The questionnaire and the views that the hub itself provides are real. */
const provided: Record<string, string> = {
  instrument: "and key <> 'asset-pentagon'",
  saved_view: "and organisation_id is not null",
};

const isConnection = (field: Field): boolean =>
  getNamedType(field.type).name.endsWith("Connection");

const isPlain = (field: Field): boolean => !field.args.some(isRequiredArgument);

/** The selection of a list, which counts it. */
function countOf(field: Field): string {
  if (isConnection(field)) return `${field.name}(first: 1) { totalCount }`;
  return isObjectType(getNamedType(field.type)) ? `${field.name} { __typename }` : field.name;
}

const roots = Object.values((schema.getQueryType() as GraphQLObjectType).getFields()).filter(
  (field) => isConnection(field) && isPlain(field) && field.name !== madeOnRequest.list,
);

/** The noun whose rows a connection has. */
function nounOf(field: Field): GraphQLObjectType {
  const connection = getNamedType(field.type) as GraphQLObjectType;
  return getNamedType(connection.getFields().nodes?.type) as unknown as GraphQLObjectType;
}

/** The lists of a noun that need no argument. */
const listsOf = (noun: GraphQLObjectType): Field[] =>
  Object.values(noun.getFields()).filter(
    (field) => isPlain(field) && (isConnection(field) || isListType(getNullableType(field.type))),
  );

const isFilled = (list: unknown): boolean =>
  Array.isArray(list) ? list.length > 0 : Number((list as Row | null)?.totalCount ?? 0) > 0;

/** The lists of an answer that are empty wherever they occur, by their paths without positions. */
function emptyIn(data: unknown): string[] {
  const filled = new Map<string, boolean>();
  const visit = (value: unknown, path: string): void => {
    if (Array.isArray(value)) {
      filled.set(path, value.length > 0 || filled.get(path) === true);
      for (const one of value) visit(one, path);
    } else if (typeof value === "object" && value !== null) {
      for (const [name, inner] of Object.entries(value)) visit(inner, `${path}.${name}`);
    }
  };
  visit(data, "");
  return [...filled].filter(([, isFull]) => !isFull).map(([path]) => path.slice(1));
}

describe("the synthetic province", () => {
  let hub: TestHub;
  let ministry: GraphqlClient;
  let province: GraphqlClient;

  beforeAll(async () => {
    hub = await TestHub.start("regions", { REMBUK_SAMPLE: "province" });
    ministry = await hub.as("coordinator@sintetis-kementerian-a.example");
    province = await hub.as("coordinator@sintetis-pemprov-36.example");
  });
  afterAll(() => hub.stop());

  const rows = async <T = Row>(statement: string): Promise<T[]> =>
    (await hub.sql.query(statement)).rows;

  it("is whole in the ledger, with its minutes, and is made once", async () => {
    const { orm, ledger, files, close } = await openDatabase(hub.database);
    try {
      const position = await ledger.position();
      const nothing = { made: 0, leftOut: [] };
      expect(await makeSample(ledger, files, "province")).toEqual(nothing);
      // The real cases are the default of a development hub: they are left out, and nothing fails.
      const reason = "the real cases: the database has the synthetic sample";
      expect(await makeSample(ledger, files, "on")).toEqual({ made: 0, leftOut: [reason] });
      expect(await verifyLedger(orm.em.fork())).toMatchObject({ whole: true, position });
      expect(await verifyMinutes(orm.em.fork())).toMatchObject({ count: 2, holding: 2 });
    } finally {
      await close();
    }
  });

  it("has a row of every noun", async () => {
    const nouns = (await nounTables(hub.sql)).filter(
      (name) => !madeOnRequest.tables.includes(name),
    );
    const empty = nouns.map(
      (name) => `select '${name}' as name where not exists (select 1 from ${name})`,
    );
    expect(await rows(empty.join(" union all "))).toEqual([]);
  });

  it("has every value of every enumeration", async () => {
    // Nothing of the ledger is archived, so no line is kept beside it.
    const apart = [...madeOnRequest.tables, "region_boundary", "change_kept"]
      .map((name) => `'${name}'`)
      .join();
    const columns = await rows(`
      select c.relname as of, a.attname as name, t.typname as type from pg_attribute a
      join pg_class c on c.oid = a.attrelid join pg_type t on t.oid = a.atttypid
      where c.relkind in ('r', 'p') and not c.relispartition and t.typtype = 'e' and c.relname not in (${apart}) order by 1, 2`);
    const missing = columns.map(
      ({ of, name, type }) => `select '${of}.${name} ' || value as value
        from unnest(enum_range(null::${type})) value where value::text not in (select ${name}::text from ${of} where ${name} is not null)`,
    );
    const found = await rows(missing.join(" union all "));
    expect(found.map(({ value }) => value)).toEqual(Object.keys(unusedValues));
  });

  it("says of every name and text that it is synthetic", async () => {
    const columns = await rows(`
      select table_name as of, column_name as name from information_schema.columns
      where table_schema = 'public' and data_type in ('text', 'character varying')`);
    const nouns = await nounTables(hub.sql);
    const texts = columns.filter(
      ({ of, name }) =>
        nouns.includes(String(of)) &&
        !/_id$/.test(String(name)) &&
        !["region", "region_catalogue"].includes(String(of)) &&
        !unlabelled.includes(`${of}.${name}`),
    );
    const made = texts.map(
      ({ of, name }) => `select '${of}.${name}' as column, ${name}::text as text from ${of}
        where ${name} !~ '(sintetis|synthetic)' ${provided[String(of)] ?? ""}`,
    );
    expect(texts.length).toBeGreaterThan(40);
    expect(await rows(made.join(" union all "))).toEqual([]);
  });

  it("has the label in both languages of a title, and in every source", async () => {
    const titles = await rows(`
      select name as title from programme union all select title_text from indicator
      union all select title_text from instrument where key <> 'asset-pentagon'`);
    for (const { title } of titles) {
      expect(title).toEqual({
        indonesian: expect.stringMatching(/\(sintetis\)$/),
        english: expect.stringMatching(/\(synthetic\)$/),
      });
    }
    const sources = await rows(
      `select distinct publisher from action, jsonb_to_recordset(sources) as s(publisher text)`,
    );
    expect(sources).toEqual([{ publisher: expect.stringContaining("synthetic") }]);
  });

  it("fills every list at the root of the schema for a visitor or a member", async () => {
    const empty: string[] = [];
    for (const root of roots) {
      const document = `{ list: ${countOf(root)} }`;
      const [open, own] = [await hub.visitor.data(document), await province.data(document)];
      if (!isFilled(open.list) && !isFilled(own.list)) empty.push(root.name);
    }
    expect(empty).toEqual([]);
  });

  it("fills every list of every noun that has one", async () => {
    const people = [ministry, province, await hub.as("admin@sintetis-kementerian-a.example")];
    const isFilledIn = async (root: Field, field: Field): Promise<boolean> => {
      // Of the regions, those of the province.
      const where = root.name === "regions" ? ', where: { within: "36" }' : "";
      const document = `{ list: ${root.name}(first: 100${where}) { nodes { inner: ${countOf(field)} } } }`;
      for (const person of people) {
        const { list } = await person.data<{ list: { nodes: { inner: unknown }[] } }>(document);
        if (list.nodes.some(({ inner }) => isFilled(inner))) return true;
      }
      return false;
    };
    const empty: string[] = [];
    for (const root of roots) {
      for (const field of listsOf(nounOf(root))) {
        if (!(await isFilledIn(root, field))) empty.push(`${nounOf(root).name}.${field.name}`);
      }
    }
    expect(empty).toEqual(Object.keys(emptyLists));
  });

  it("shows what is overdue, due and done, and money at each step", async () => {
    const count = (list: string, where: string) => `${list}(where: ${where}) { totalCount }`;
    const shown = await hub.visitor.data<Record<string, Row>>(`{
      lateActions: ${count("actions", "{ isOverdue: { eq: true } }")}
      actionsInTime: ${count("actions", "{ status: { eq: IN_PROGRESS }, isOverdue: { eq: false } }")}
      unfunded: ${count("actions", "{ hasContribution: { eq: false } }")}
      pledged: ${count("contributions", "{ status: { eq: PLEDGED } }")}
      committed: ${count("contributions", "{ status: { eq: COMMITTED } }")}
      delivered: ${count("contributions", "{ status: { eq: DELIVERED } }")}
      followedUp: ${count("outcomes", "{ status: { eq: FOLLOWED_UP } }")}
      fulfilled: ${count("outcomes", "{ status: { eq: FULFILLED } }")}
    }`);
    for (const [name, list] of Object.entries(shown))
      expect([name, isFilled(list)]).toEqual([name, true]);
    expect(
      await rows(`select count(*) filter (where completed_on is null and due_on < current_date) > 0 as late,
      count(*) filter (where completed_on is null and due_on > current_date) > 0 as due,
      count(*) filter (where completed_on > due_on) > 0 as "doneLate",
      count(*) filter (where completed_on <= due_on) > 0 as done from milestone`),
    ).toEqual([{ late: true, due: true, done: true, doneLate: true }]);
    const { plan } = await hub.visitor.data<{ plan: { nodes: Row[] } }>(`{ plan: actionPlans(
      where: { title: { contains: "Rencana kerja kawasan pertama" } }) {
      nodes { amountPledged amountCommitted amountDelivered progress } } }`);
    for (const value of Object.values(plan.nodes[0] ?? {}))
      expect(Number(value)).toBeGreaterThan(0);
  });

  it("fills the lists of the ready documents", async () => {
    const [known = {}] = await rows(`select
      (select id from action_plan where key like 'sintetis-rencana-utama-36%') as plan,
      (select key from deliberation where key like 'sintetis-rembuk-daerah-36%') as closed,
      (select key from deliberation where key like 'sintetis-rembuk-lokal-36%') as live,
      (select min(id::text) from assessment where status = 'DRAFT' and corrects_id is null) as draft,
      (select assessment_id from action_finding limit 1) as judged`);
    const given: Record<string, object[]> = {
      PlansOfRegion: [{ region: "36" }],
      MoneyOfRegions: [{ level: "PROVINCE" }, { level: "REGENCY", within: "36" }],
      PlanPage: [{ id: known.plan }],
      Search: [{ text: "rencana dan kegiatan" }, { text: "kawasan" }],
      OrganisationsOfSector: [{ sector: "UNIVERSITY" }],
      RembukPage: [{ key: known.closed }, { key: known.live }],
      AgreedWithoutAction: [{ programme: "sintetis-kawasan" }],
      MinutesOf: [{ key: known.closed }],
      OpenAssessments: [{ university: "sintetis-universitas-36" }],
      Questionnaire: [{ key: "sintetis-survei-kawasan" }],
      AssessmentAtWork: [{ id: known.draft }, { id: known.judged }],
      AreaAssessed: [{ area: "sintetis-kawasan-36-1" }],
      TwoVoicesOfPlan: [{ plan: known.plan }],
    };
    const assessor = await hub.as("assessor@sintetis-universitas-36.example");
    const empty: string[] = [];
    for (const { name: whole, document, operation } of queries) {
      if (!whole.startsWith("schema/operations")) continue;
      const name = String(operation.name?.value);
      const answers: object[] = [];
      for (const variables of given[name] ?? [{}]) {
        answers.push(await assessor.data(print(document), variables, name));
      }
      empty.push(...emptyIn(answers).map((path) => `${name} ${path}`));
    }
    expect(empty).toEqual([]);
  });
});
