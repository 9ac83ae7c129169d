import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type ChangeLine, recordedTables } from "../../../src/ledger/index.js";
import { type CheckedClient, positionOf, refusalOf } from "../../testkit/hub/checked-client.js";
import { TestHub } from "../../testkit/hub/index.js";
import { IndicatorInputs, indicatorCast } from "../../testkit/indicators/indicator-inputs.js";
import { type Written, write } from "../../testkit/mutations/documents.js";
import { openLedger } from "../../testkit/postgres/sessions.js";
import { readPools } from "../../testkit/random-documents/pools.js";
import { World } from "../../testkit/world/world.js";
import { roomy } from "../hidden/two-hubs.js";
import { unreadAsOf } from "./everything.js";

// What a query as of an earlier position shows and refuses. That it gives what was given then is tested by
// random histories in `replay.test.ts`.

/** `npm run as-of` asks for every field, dimension, order and condition. */
const isLong = Number(process.env.TEST_ROUNDS ?? 1) > 1;

let world: World;
let inputs: IndicatorInputs;

beforeAll(async () => {
  world = new World(await TestHub.start("sample", roomy));
  inputs = await IndicatorInputs.make(world, await indicatorCast(world));
});
afterAll(() => world.stop());

const asOf = (question: string, position: number): string =>
  `query @asOf(position: ${position}) ${question}`;

const dataAsOf = <T = Record<string, unknown>>(
  viewer: CheckedClient,
  question: string,
  position: number,
) => viewer.data<T>(asOf(question, position));

const people = { women: 30, men: 41, members: 71 };

describe("What is hidden since, asked as of before that, is absent", () => {
  /** Every list, sum and measure to which a plan and its rows belong. */
  const questions = [
    "{ actionPlans(first: 200) { totalCount nodes { id title progress comparison { baseline } } groups(by: [PROGRAMME], first: 200) { nodes { key { programme { id } } measures { count overdue meanProgress given max { createdAt } } } total { count overdue meanProgress money { given { total } } } } } }",
    "{ actions(first: 200) { totalCount nodes { id progress isOverdue hasContribution divergence } groups(by: [STATUS, PLAN], first: 200) { totalCount nodes { measures { count overdue meanProgress withoutContribution paid reached average { progress weight } } } total { given } } } }",
    "{ contributions(first: 200) { totalCount nodes { amount } groups(by: [KIND]) { nodes { measures { count quantity money { given { total } } } } } } }",
    "{ programmes(first: 200) { nodes { id money { given { total } paid } } groups(by: [PROVINCE, REGENCY], first: 200) { nodes { measures { count given } } } } }",
    "{ organisations { groups(by: [SECTOR]) { nodes { measures { given reached paid } } } } }",
    "{ areas { groups(by: [PROVINCE]) { nodes { measures { given } } } } }",
    "{ money(part: ALL) { given { total } reached { total } } }",
    '{ indicators(first: 200) { nodes { id achievements(period: "2023") { actual share } } } }',
    "{ measurements(first: 200) { totalCount groups(by: [INDICATOR, STARTS_ON_YEAR], first: 200) { nodes { measures { count average { value } achievement { actual share measured suppressed } } } } } }",
    "{ enterpriseGroups(first: 200) { totalCount groups(by: [VISIBILITY, PROVINCE], first: 200) { nodes { measures { count people { members women men suppressed } lastResults { groups revenue jobs suppressed } } } } } }",
    '{ changes(last: 200, where: { entity: { in: ["ActionPlan", "Action", "Contribution", "EnterpriseGroup", "Measurement"] } }) { totalCount nodes { entityId } } }',
  ];

  const seenBy = async (viewer: CheckedClient, position: number): Promise<unknown[]> => {
    const seen: unknown[] = [];
    for (const question of questions) seen.push(await dataAsOf(viewer, question, position));
    return seen;
  };

  const hide = async (party: { id: string; key: string }, mutation: string, thing: Written) => {
    const table = mutation === "updateActionPlan" ? "action_plan" : "enterprise_group";
    const { version } = await world.seen(table, thing.id);
    const input = { id: thing.id, expectedVersion: version, visibility: "ORGANISATION" };
    await write(await world.member(party, "COORDINATOR"), mutation, input);
  };

  it("from sums and measures of groups too, for a visitor and for another's member", async () => {
    const { cast, programme, indicator, area } = inputs;
    const target = { indicatorId: indicator.id, period: "2023", value: 1000, regionCode: "36.02" };
    await write(await world.member(cast.owner, "COORDINATOR"), "setTarget", target);
    const viewers = [world.visitor(), await world.member(cast.programmeOwner, "VIEWER")];
    const before = await positionOf(world.visitor());
    const plan = await world.activePlan(programme, cast.lead, {
      areaId: area.id,
      participants: [{ organisationId: cast.partner.id, role: "IMPLEMENTING" }],
    });
    const late = { endsOn: "2024-02-01", startsOn: "2024-01-01" };
    const action = await world.action(cast.lead, plan, late);
    await world.pledge(cast.partner, action, { amount: "987654321" });
    await world.report(cast.lead, action, { progress: 40 });
    await inputs.measure(indicator, "36.02", 77, { actionId: action.id }, cast.partner);
    const group = await inputs.do("registerEnterpriseGroup", people);
    const keeper = await world.member(cast.partner, "COORDINATOR");
    const results = { groupId: group.id, period: "2023", jobs: 50, revenue: "7654321" };
    await write(keeper, "recordGroupMeasurement", results);
    const shown = await positionOf(world.visitor());
    const was = await Promise.all(viewers.map((viewer) => seenBy(viewer, before)));
    const then = await Promise.all(viewers.map((viewer) => seenBy(viewer, shown)));
    for (const [at, seen] of then.entries()) expect(seen).not.toEqual(was[at]);
    await hide(cast.lead, "updateActionPlan", plan);
    await hide(cast.partner, "updateEnterpriseGroup", group);
    for (const [at, viewer] of viewers.entries()) {
      expect(await seenBy(viewer, shown)).toEqual(was[at]);
    }
    const own = JSON.stringify(await seenBy(await world.member(cast.lead, "VIEWER"), shown));
    expect(own).toContain("987654321");
    expect(
      JSON.stringify(await seenBy(await world.member(cast.partner, "VIEWER"), shown)),
    ).toContain("7654321");
  });

  it("also where it was removed: its own organisation sees it as of then", async () => {
    const group = await inputs.do("registerEnterpriseGroup", people);
    const question = `{ enterpriseGroups(where: { eq: "${group.id}" }) {
      nodes { measurements { totalCount } } groups { total { lastResults { groups revenue } } } } }`;
    const ask = (viewer: CheckedClient, position: number) => dataAsOf(viewer, question, position);
    const before = await positionOf(world.visitor());
    const results = { groupId: group.id, period: "2022", jobs: 50, revenue: "4321" };
    const own = await world.member(inputs.cast.partner, "COORDINATOR");
    const made = await write(own, "recordGroupMeasurement", results);
    const shown = await positionOf(world.visitor());
    const removal = { id: made.id, expectedVersion: made.version };
    await write(own, "removeGroupMeasurement", removal);
    expect(await ask(world.visitor(), shown)).toEqual(await ask(world.visitor(), before));
    expect(JSON.stringify(await ask(own, shown))).toContain("4321");
  });
});

describe("As of an earlier position", () => {
  it("every measure, and fields, dimensions, orders and conditions that are drawn, are read", async () => {
    const viewer = await world.operator;
    const pools = await readPools(world.hub.database.url);
    const position = (await positionOf(viewer)) - 1;
    const unread = await unreadAsOf(pools, isLong, (question) =>
      viewer.ask(asOf(question, position)),
    );
    // What code makes of a view is made of what stands now.
    const byCode = ["View.document", "View.faults", "View.result", "View.variables"];
    expect(unread.filter((name) => !byCode.includes(name))).toEqual([]);
  }, 600_000);

  it("a title has the words of then, also of lines from before it was in two languages", async () => {
    const { cast, programme } = inputs;
    const plan = await world.activePlan(programme, cast.lead, { title: "Rencana baru" });
    const before = await positionOf(world.visitor());
    const line: ChangeLine = {
      ...{ at: new Date().toISOString(), actor: "operator", operation: "updateActionPlan" },
      ...{ entity: "ActionPlan", entityId: plan.id, kind: "UPDATED", plan: plan.id },
      diff: { title: { before: "Rencana lama", after: "Rencana baru" } },
    };
    const { ledger, orm, close } = await openLedger(world.hub.database.url);
    await orm.em.fork().transactional((em) => ledger.append(em as never, [line]));
    await close();
    const question = `{ actionPlan(id: "${plan.id}") { title titleText { indonesian } }
      actionPlans(where: { title: { contains: "Rencana lama" } }) { totalCount } }`;
    const words = { title: "Rencana lama", titleText: { indonesian: "Rencana lama" } };
    expect(await dataAsOf(world.visitor(), question, before)).toEqual({
      ...{ actionPlan: words, actionPlans: { totalCount: 1 } },
    });
  });

  it("a cursor leads on through the list as it was", async () => {
    const { cast, programme } = inputs;
    const where = `where: { programme: { id: { eq: "${programme.id}" } } }, first: 2`;
    const page = (after: string) => `{ actionPlans(${where}${after}) { totalCount nodes { id }
      groups(by: [LEAD], first: 1) { totalCount pageInfo { endCursor } } pageInfo { hasNextPage endCursor } } }`;
    for (let at = 0; at < 3; at += 1) await world.plan(programme, cast.lead);
    const lead = await world.member(cast.lead, "VIEWER");
    const position = await positionOf(lead);
    const wholeList = (await lead.data<Listed>(page("").replace("first: 2", "first: 200")))
      .actionPlans;
    await world.plan(programme, cast.lead);
    const found: string[] = [];
    for (let after = "", more = true; more; ) {
      const { actionPlans } = await dataAsOf<Listed>(lead, page(after), position);
      expect(actionPlans.totalCount).toBe(wholeList.totalCount);
      found.push(...actionPlans.nodes.map(({ id }) => id));
      more = actionPlans.pageInfo.hasNextPage;
      after = `, after: "${actionPlans.pageInfo.endCursor}"`;
    }
    expect(found).toEqual(wholeList.nodes.map(({ id }) => id));
  });

  it("a query is read so over a WebSocket", async () => {
    const count = "{ organisations { totalCount } }";
    const position = await positionOf(world.visitor());
    const then = await world.visitor().data(count);
    await world.organisation();
    const answers: unknown[] = [];
    const query = asOf(count, position);
    for await (const answer of world.hub.socket().iterate({ query })) answers.push(answer);
    expect(answers).toMatchObject([{ data: then, extensions: { position } }]);
    const missing = world.hub.socket().iterate({ query: asOf(count, 9_000_000) });
    expect((await missing.next()).value).toMatchObject({
      errors: [{ extensions: { code: "BAD_USER_INPUT" } }],
    });
  });

  it("reads every table as it stood, or is known to read it as it is", async () => {
    const { orm, close } = await openLedger(world.hub.database.url);
    const recordedNames = [...recordedTables(orm).keys()];
    await close();
    const { rows } = await world.hub.sql.query(
      `select relname as name from pg_class where relkind in ('r', 'p') and not relispartition
       and relnamespace = 'public'::regnamespace`,
    );
    const names = [...recordedNames, ...Object.keys(timeless)];
    // The words of a search: it is refused as of an earlier position.
    const read = rows.map(({ name }) => name).filter((name) => !name.endsWith("_search"));
    expect(names.toSorted()).toEqual(read.toSorted());
  });

  it.each([
    ["a position that is not there yet", 9_000_000, "BAD_USER_INPUT"],
    ["a position whose changes are no longer retained", 3, "CURSOR_EXPIRED"],
  ])("refuses %s", async (_, position, code) => {
    await world.hub.sql.query("update ledger_head set retained_from = 5");
    const { error } = refusalOf(
      await world.visitor().error(asOf("{ organisations { totalCount } }", position)),
    );
    await world.hub.sql.query("update ledger_head set retained_from = 0");
    expect(error.extensions.code).toBe(code);
  });

  it("names what cannot be read so, and is refused on a mutation", async () => {
    const error = async (document: string) =>
      refusalOf(await world.visitor().error(document)).error.message;
    expect(await error("query @asOf(position: 9) { __schema { types { name } } }")).toMatch(
      /Query.__schema: cannot be read as of an earlier position/,
    );
    expect(await error("mutation @asOf(position: 9) { __typename }")).toMatch(
      /"@asOf" may not be used on MUTATION/,
    );
  });

  it("reads what stands now without a position", async () => {
    const document = "query ($at: Position) @asOf(position: $at) { organisations { totalCount } }";
    const { data, extensions } = await world.visitor().ask(document, { at: null });
    expect(data).toEqual(await world.visitor().data("{ organisations { totalCount } }"));
    expect(extensions?.position).toBe(await positionOf(world.visitor()));
  });
});

interface Listed {
  actionPlans: {
    totalCount: number;
    nodes: { id: string }[];
    pageInfo: { hasNextPage: boolean; endCursor: string };
  };
}

/** Tables whose rows no line describes one by one: they are read as they are now. */
const timeless = {
  change: "read up to the position",
  export_lease: "not in the graph",
  change_kept: "what rules ask of archived lines, as the ledger itself",
  ledger_archive: "the ledger's own",
  ledger_head: "the ledger's own",
  ledger_partitioning: "the ledger's own",
  rate_limit: "not in the graph",
  schema_migration: "not in the graph",
  schema_support: "not in the graph",
  region: "reference data, loaded whole",
  region_code: "reference data, loaded whole",
  region_boundary: "not in the graph",
  webhook_delivery: "the record of attempts, whose age is bounded",
  webhook_secret: "not in the graph",
  webhook_state: "the state of deliveries, as it is now",
  backup_state: "not in the graph",
  ledger_feed: "which node reads for the others now",
};
