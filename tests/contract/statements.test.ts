import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isObjectType,
} from "graphql";
import pg from "pg";
import { publishedInstrument, TestAssessment } from "../testkit/assessments/test-assessment.js";
import { TestDeliberation } from "../testkit/deliberations/test-deliberation.js";
import { CheckedClient } from "../testkit/hub/checked-client.js";
import { schema, TestHub, tokenFor } from "../testkit/hub/index.js";
import { type Written, write } from "../testkit/mutations/documents.js";
import { type Party, World } from "../testkit/world/world.js";
import { resultsOf } from "./indicator-branch.js";

// A list costs the same number of statements for one parent and for many: where resolvers answer, as
// many as it has steps, and where a plan does, one. Both hubs run in this process, so what their Postgres
// client sends is seen here: every statement of a snapshot counts, and every planned one.

type Sent = (this: pg.Client, ...args: unknown[]) => unknown;

const client = pg.Client.prototype as unknown as { query: Sent };
const send = client.query;
const reading = new WeakSet<pg.Client>();
let statements: string[] = [];
let plans: string[] = [];

const textOf = (config: unknown): string =>
  typeof config === "string" ? config : String((config as { text?: unknown } | null)?.text ?? "");

function counted(this: pg.Client, ...args: unknown[]): unknown {
  const text = textOf(args[0]);
  if (/isolation level repeatable read/i.test(text)) reading.add(this);
  else if (/^\s*(commit|rollback)/i.test(text)) reading.delete(this);
  else if (reading.has(this)) statements.push(text);
  else if (text.startsWith("select (select position from ledger_head)")) plans.push(text);
  return send.apply(this, args);
}

let world: World;
let requester: CheckedClient;
/** A node that plans, on the same database. */
let planning: TestHub;
let planned: CheckedClient;

beforeAll(async () => {
  client.query = counted;
  world = await World.start({ PLANNED_READS: "off" });
  await fill();
  planning = await TestHub.start("regions", { RESPONSE_CACHE_BYTES: "0" }, world.hub.database);
  const authorization = `Bearer ${await tokenFor(email)}`;
  planned = new CheckedClient(planning.url, { authorization });
});
afterAll(async () => {
  await planning.stop();
  await world.stop();
  client.query = send;
});

const many = 3;
const times = Array.from({ length: many }, (_, at) => at);

/** Somebody who administers every organisation, and so sees members and keys. */
const email = "semua@a.example";

/** What each root list is narrowed to: rows that have something behind each of their fields. */
const full: Record<string, string[]> = {};

/** Regencies, and a district of each: nothing behind one row is behind another, so all must be read. */
const places = [
  ["36.02", "36.02.27"],
  ["33.25", "33.25.01"],
  ["35.01", "35.01.01"],
] as const;

async function organisation(regionCode: string, parent?: Party): Promise<Party> {
  const more = parent ? { parentId: parent.id } : {};
  const made = await world.organisation("UNIVERSITY", { regionCode, ...more });
  const operator = await world.operator;
  await write(operator, "addMember", { organisationId: made.id, email, role: "ADMIN" });
  await world.key(made, "READ");
  return made;
}

async function fill(): Promise<void> {
  const branches = [];
  for (const [regency, district] of places) branches.push(await branch(regency, district));
  for (const { lead, plan } of branches) {
    for (const one of branches) {
      const part = { planId: plan.id, organisationId: one.lead.id, role: "FUNDING" };
      await write(await world.member(lead, "COORDINATOR"), "addParticipant", part);
    }
  }
  requester = new CheckedClient(world.hub.url, {
    authorization: `Bearer ${await tokenFor(email)}`,
  });
  full.organisations = branches.map(({ lead }) => lead.key);
  full.programmes = await keysOf(
    "programme",
    branches.map(({ programme }) => programme),
  );
  full.areas = await keysOf(
    "area",
    branches.map(({ area }) => area),
  );
  full.actionPlans = branches.map(({ plan }) => plan.id);
  full.actions = branches.map(({ actions }) => actions[0]?.action.id ?? "");
  full.contributions = branches.map(({ actions }) => actions[0]?.middle.id ?? "");
  full.regions = places.map(([regency]) => regency);
  full.deliberations = await keysOf(
    "deliberation",
    branches.map(({ meeting }) => meeting.deliberation),
  );
  full.outcomes = branches.map(({ meeting }) => meeting.outcome.id);
  full.assessments = branches.map(({ survey }) => survey.id);
  full.instruments = branches.map(({ survey }) => survey.instrument);
  full.indicators = await keysOf(
    "indicator",
    branches.map(({ results }) => results.indicator),
  );
  full.measurements = branches.map(({ results }) => results.measurement.id);
  full.imports = branches.map(({ results }) => results.table);
  full.enterpriseGroups = branches.map(({ results }) => results.group.id);
}

async function keysOf(table: string, things: readonly { id: string }[]): Promise<string[]> {
  const ids = things.map(({ id }) => id);
  const { rows } = await world.hub.sql.query<{ key: string }>(
    `select key from ${table} where id = any($1::uuid[])`,
    [ids],
  );
  return rows.map(({ key }) => key);
}

/** An organisation between others, a programme between others, and a plan with all that hangs on it. */
async function branch(regency: string, district: string) {
  const top = await organisation(regency);
  const lead = await organisation(regency, top);
  const children: Party[] = [];
  for (const _ of times) children.push(await organisation(regency, lead));
  const ends = { reportToIds: [top.id], reportCopyToIds: [top.id] };
  const parentId = (await world.programme(top, ends)).id;
  const programme = await world.programme(lead, { parentId, ...ends });
  for (const _ of times) await world.programme(lead, { parentId: programme.id, ...ends });
  const place = { name: regency, regions: [district, regency], programmeId: programme.id };
  const area = await write(await world.operator, "createArea", place);
  const plan = await world.plan(programme, lead, { areaId: area.id });
  const actions = [];
  for (const _ of times) {
    const action = await world.action(lead, plan, { leadId: lead.id });
    actions.push({ action, middle: await fillAction(lead, action) });
  }
  const setting = { programmeId: programme.id, areaId: area.id, regionCode: regency };
  const [first] = actions;
  if (!first) throw new Error("no action");
  const meeting = await deliberations(lead, children, setting, first.action);
  const survey = await assessments(lead, { id: area.id, programme }, first.action);
  const results = await resultsOf(world, { lead, programme, area, regency, ...first });
  return { lead, programme, area, plan, actions, meeting, survey, results };
}

/** Three deliberations whose outcomes supersede each other; gives the middle one, with all that it can have. */
async function deliberations(
  lead: Party,
  guests: readonly Party[],
  setting: Record<string, unknown>,
  action: Written,
) {
  const [first, second] = guests as [Party, Party];
  const open = (heldFrom: string) =>
    TestDeliberation.inSession(world, lead, guests, { ...setting, heldFrom });
  const agree = async (on: TestDeliberation, more: Record<string, unknown> = {}) => {
    const outcome = await on.propose(first, more);
    await on.position(second, outcome, "AGREE_WITH_RESERVATION");
    const amendment = { text: "Rumusan kedua", reason: "x", responsibleIds: [second.id] };
    await on.decide("amendOutcome", outcome, amendment);
    await on.positions(guests, outcome);
    await on.decide("agreeOutcome", outcome);
    return outcome;
  };
  const earlier = await open("2026-01-01");
  const old = await agree(earlier);
  await earlier.step("closeDeliberation");
  const deliberation = await open("2026-02-01");
  const outcome = await agree(deliberation, { supersedesId: old.id, responsibleIds: [first.id] });
  await agree(deliberation);
  const adoption = { outcomeId: outcome.id, actionId: action.id };
  await write(await world.member(lead, "COORDINATOR"), "adoptOutcome", adoption);
  const { id: minutesId } = (await deliberation.step("closeDeliberation")).payload
    .minutes as Written;
  const { rows } = await world.hub.sql.query("select sha256 from minutes where id = $1", [
    minutesId,
  ]);
  for (const guest of [first, second]) {
    const client = await world.member(guest, "COORDINATOR");
    const seen = { minutesId, organisationId: guest.id, sha256: rows[0].sha256 };
    await write(client, "acknowledgeMinutes", seen);
  }
  await agree(await open("2026-03-01"), { supersedesId: outcome.id });
  return { deliberation, outcome };
}

/** Three assessments that correct each other, of which the middle one has all that it can have. */
async function assessments(
  owner: Party,
  area: { id: string; programme: Written },
  action: Written,
): Promise<{ id: string; instrument: string }> {
  const university = await world.organisation();
  const instrument = await publishedInstrument(world, university);
  const subject = { areaId: area.id, programmeId: area.programme.id };
  const first = await TestAssessment.offered(world, { university, owner, instrument, subject });
  const middle = await (await (await first.submitted()).publish()).correct();
  for (const at of times) {
    await middle.add("addFinding", { text: `temuan ${at}`, actionIds: [action.id] });
    await middle.add("addEvidence", { title: `foto ${at}`, address: "https://a.example/1" });
  }
  const { id: findingId } = await middle.add("assessAction", {
    actionId: action.id,
    completion: "LIMITED",
  });
  await middle.scales({ "a-2": 4 });
  await middle.submit();
  await (await middle.returned()).step("submitAssessment");
  await middle.publish();
  const coordinator = await world.member(owner, "COORDINATOR");
  for (const text of ["satu", "dua"])
    await write(coordinator, "replyToFinding", { findingId, text });
  await middle.correct();
  return { id: middle.id, instrument: instrument.key };
}

/** Three contributions along a chain, two reports, two milestones; gives the middle of the chain. */
async function fillAction(lead: Party, action: Written): Promise<Written> {
  const coordinator = await world.member(lead, "COORDINATOR");
  const first = await world.pledge(lead, action);
  const second = await world.pledge(lead, action, { fundedById: first.id });
  await world.pledge(lead, action, { fundedById: second.id });
  const reported = await world.report(lead, action);
  await world.report(lead, action, { correctsId: reported.id });
  for (const title of ["a", "b"]) {
    const milestone = { actionId: action.id, title, dueOn: "2024-05-05" };
    await write(coordinator, "addMilestone", milestone);
  }
  return second;
}

type Field = GraphQLField<unknown, unknown>;

const query = schema.getQueryType();
const isConnection = (field: Field): boolean => field.args.some(({ name }) => name === "first");
const typeBehind = (field: Field): GraphQLObjectType | undefined => {
  const type = getNamedType(field.type);
  if (!isObjectType(type)) return undefined;
  const nodes = isConnection(field) ? type.getFields().nodes : undefined;
  const behind = nodes ? getNamedType(nodes.type) : type;
  return isObjectType(behind) ? behind : undefined;
};

const roots = Object.values(query?.getFields() ?? {}).filter(isConnection);

/** Fields that read rows of another noun: connections, lists and edges. */
function edgesOf(type: GraphQLObjectType): Field[] {
  return Object.values(type.getFields()).filter((field) => {
    const behind = getNamedType(field.type);
    if (isInterfaceType(behind)) return true;
    const noun = typeBehind(field);
    return noun?.getInterfaces().some(({ name }) => name === "Node") || noun?.name === "Change";
  });
}

/** How deep a walk goes: the cheapest way to each type is tried, and each of its fields from there. */
interface Way {
  root: string;
  path: Field[];
}

/** For each type that a root list reaches, the shortest way there. */
function waysFrom(root: Field): Map<GraphQLObjectType, Way> {
  const first = typeBehind(root);
  const ways = new Map<GraphQLObjectType, Way>();
  if (!first) return ways;
  const queue: [GraphQLObjectType, Way][] = [[first, { root: root.name, path: [] }]];
  for (const [type, way] of queue) {
    if (ways.has(type)) continue;
    ways.set(type, way);
    if (way.path.length === 2) continue;
    for (const field of edgesOf(type)) {
      const behind = typeBehind(field);
      if (behind) queue.push([behind, { ...way, path: [...way.path, field] }]);
    }
  }
  return ways;
}

const asked = (field: Field, inner: string, nameOfPage: "nodes" | "edges" = "nodes"): string => {
  if (!isConnection(field)) return `${field.name} { ${inner} }`;
  const page = nameOfPage === "nodes" ? `nodes { ${inner} }` : `edges { cursor node { ${inner} } }`;
  return `${field.name}(first: 3) { totalCount ${page} pageInfo { hasNextPage } }`;
};

const leafOf = (field: Field): string => {
  const type = typeBehind(field);
  return type && !type.getFields().id ? "position" : "id";
};

interface Case {
  /** The type and the field that is tried. */
  name: string;
  root: Field;
  trail: Field[];
}

/** Each field that reads rows, by the shortest of all ways to it. */
function casesOf(): Case[] {
  const shortest = new Map<string, Case>();
  for (const root of roots) {
    for (const [type, way] of waysFrom(root)) {
      for (const field of edgesOf(type)) {
        const name = `${type.name}.${field.name}`;
        const trail = [...way.path, field];
        const known = shortest.get(name);
        if (!known || known.trail.length > trail.length) shortest.set(name, { name, root, trail });
      }
    }
  }
  return [...shortest.values()];
}

const cases = casesOf();

/** What resolvers answer; a plan answers the same, in one statement. */
async function bothAnswer<T>(text: string, variables: object = {}): Promise<T> {
  statements = [];
  const data = await requester.data<T>(text, variables as never);
  plans = [];
  expect(await planned.data<T>(text, variables as never)).toEqual(data);
  expect(plans).toHaveLength(1);
  return data;
}

/** How many statements the document costs for so many of the root list's rows. */
async function costOf(root: Field, trail: readonly Field[], rows: number): Promise<number> {
  const last = trail.at(-1);
  const nested = trail
    .toReversed()
    .reduce((inner, field) => asked(field, inner), leafOf(last ?? root));
  const where =
    root.name === "changes"
      ? `entityId: { in: ${JSON.stringify(full.actions)} }, kind: { eq: CREATED }`
      : `in: ${JSON.stringify((full[root.name] ?? []).slice(0, rows))}`;
  const text = `{ ${root.name}(first: ${rows}, where: { ${where} }) { nodes { ${nested} } } }`;
  const found = await bothAnswer<Record<string, { nodes: unknown[] }>>(text);
  expect(found[root.name]?.nodes.length).toBe(rows);
  return statements.length;
}

describe("A list costs as many statements for many rows as for one", () => {
  it("is counted where the hub reads, and counts what is read row by row", async () => {
    statements = [];
    await requester.data("{ actions { nodes { id } } }");
    const one = statements.length;
    statements = [];
    await requester.data(
      "{ a: actions { nodes { id } } b: actions(first: 1) { nodes { title } } }",
    );
    expect(statements.length).toBe(one + 1);
  });

  it.each(cases)("$name", async ({ root, trail }) => {
    const one = await costOf(root, trail, 1);
    const more = await costOf(root, trail, many);
    expect(more).toBe(one);
    // The head of the ledger, the list, and at most a page and a total for each step.
    expect(one).toBeLessThanOrEqual(2 + 2 * trail.length);
  });

  it("nodes(ids), whatever their number", async () => {
    const costs = [];
    for (const count of [1, many]) {
      const ids = full.actions?.slice(0, count);
      const text = "query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Action { plan { id } } } }";
      await bothAnswer(text, { ids });
      costs.push(statements.length);
    }
    expect(costs[1]).toBe(costs[0]);
  });

  it("who is missing from a quorum, and the pages of minutes, whatever their number", async () => {
    const convener = await world.organisation();
    const empty: TestDeliberation[] = [];
    for (const _ of times) {
      const guests = [await world.organisation()];
      const more = { present: [], visibility: "PUBLIC" };
      const deliberation = await TestDeliberation.inSession(world, convener, guests, more);
      await deliberation.propose(convener);
      empty.push(deliberation);
    }
    const missing = "quorum { organisationsMissing { key } }";
    const open = await keysOf("deliberation", empty);
    for (const [keys, fields, holds] of [
      [open, `${missing} outcomes { nodes { ${missing} } }`, '"organisationsMissing":[{'],
      [full.deliberations ?? [], "minutes { html }", '"html":"<'],
    ] as const) {
      const costs = [];
      for (const count of [1, many]) {
        const { deliberations: found } = await bothAnswer<{ deliberations: { nodes: object[] } }>(
          `query ($keys: [String!]!) { deliberations(where: { in: $keys }) { nodes { ${fields} } } }`,
          { keys: keys.slice(0, count) },
        );
        expect(found.nodes.map((node) => JSON.stringify(node).includes(holds))).toEqual(
          times.slice(0, count).map(() => true),
        );
        costs.push(statements.length);
      }
      expect(costs[1]).toBe(costs[0]);
    }
  });

  it("an indicator's baseline and its figures by region and area, whatever their number", async () => {
    const fields = `baseline { region { code } area { key } measurement { id } }
      byRegion(level: REGENCY, period: "2024") { region { code } } byArea(period: "2024") { area { key } }`;
    const costs = [];
    for (const count of [1, many]) {
      const found = await bothAnswer<{ indicators: { nodes: { byRegion: object[] }[] } }>(
        `query ($keys: [String!]!) { indicators(where: { in: $keys }) { nodes { ${fields} } } }`,
        { keys: full.indicators?.slice(0, count) },
      );
      for (const { byRegion } of found.indicators.nodes) expect(byRegion).toHaveLength(1);
      costs.push(statements.length);
    }
    // The head, the list, both kinds of figures, and regions, areas and measurements by their ids.
    expect(costs[1]).toBe(costs[0]);
    expect(costs[0]).toBeLessThanOrEqual(8);
  });

  it("the viewer's memberships, whatever their number", async () => {
    await bothAnswer("{ viewer { memberships { organisation { key } } user { email } } }");
    // The head, the organisations, the person.
    expect(statements.length).toBe(3);
  });
});

describe("Every list of the schema", () => {
  it("was among them", () => {
    const lists = Object.values(schema.getTypeMap())
      .filter(isObjectType)
      .filter((type) => type !== query && type.getInterfaces().length > 0)
      .flatMap((type) =>
        Object.values(type.getFields())
          .filter((field) => isConnection(field) || isListType(getNullableType(field.type)))
          .filter((field) => edgesOf(type).includes(field))
          .map((field) => `${type.name}.${field.name}`),
      );
    const tried = new Set(cases.map(({ name }) => name));
    expect(lists.length).toBeGreaterThan(15);
    expect(lists.filter((list) => !tried.has(list))).toEqual([]);
  });
});
