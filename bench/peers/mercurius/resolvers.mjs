import { assessmentLoaders, assessmentResolvers } from "./assessments.mjs";
import { batching, byKind, connections } from "./batches.mjs";
import { meetingLoaders, meetingResolvers } from "./meetings.mjs";
import * as statements from "./statements.mjs";

/** The default length of a page. */
const usual = 50;

const encodeCursor = (...place) => Buffer.from(JSON.stringify(place)).toString("base64url");

/** The place after which a page of plans starts; empty for the first page. */
function placeAfter(cursor) {
  if (cursor == null) return [null, null];
  const [, startsOn, id] = JSON.parse(Buffer.from(cursor, "base64url").toString());
  return [startsOn, id];
}

/** The requested direction, or the default of the list. */
const directionOf = (orderBy, own) => orderBy?.[0]?.direction ?? own;

/** The ends of a page of plans. */
function endsOfPlans(shown, direction) {
  const sign = direction === "ASC" ? "+" : "-";
  const cursor = (row) => row && encodeCursor(`startsOn${sign}id${sign}`, row.startsOn, row.id);
  return { startCursor: cursor(shown[0]), endCursor: cursor(shown.at(-1)) };
}

/** The ends of a page of changes. */
function endsOfChanges(shown) {
  const cursor = (row) => row && encodeCursor("position+", String(row.position));
  return { startCursor: cursor(shown[0]), endCursor: cursor(shown.at(-1)) };
}

/** The ILIKE pattern for a text at any place, with its own wildcards escaped. */
const pattern = (text) => (text === undefined ? null : `%${text.replace(/[\\%_]/g, "\\$&")}%`);

/** The fields whose values a change does not show; of the last, not even that it changed. */
const untold = new Set(["user", "corrects", "fundedBy"]);
const unmentioned = "fundingChain";

const fieldsOf = ({ diff }) =>
  Object.keys(diff)
    .filter((name) => name !== unmentioned)
    .sort()
    .map((name) => (untold.has(name) ? { name } : { ...diff[name], name }));

const makeQuery = (rowsOf) => ({
  async actionPlans(_, { where, orderBy, first, after }) {
    const region = where?.area?.region?.within ?? null;
    const direction = directionOf(orderBy, "DESC");
    const length = first ?? usual;
    const place = placeAfter(after);
    const rows = await rowsOf(statements.plans[direction], region, length + 1, ...place);
    const nodes = rows.slice(0, length);
    const pageInfo = {
      hasNextPage: rows.length > length,
      hasPreviousPage: after != null,
      ...endsOfPlans(nodes, direction),
    };
    return { region, nodes, pageInfo };
  },
  actionPlan: async (_, { id }) => (await rowsOf(statements.plan, id))[0],
  region: async (_, { code }) => (await rowsOf(statements.region, code))[0],
  async changes(_, { where, last }) {
    const length = last ?? usual;
    const rows = await rowsOf(statements.changes, where.plan.eq, length + 1);
    const nodes = rows.slice(0, length).reverse();
    const pageInfo = {
      hasNextPage: false,
      hasPreviousPage: rows.length > length,
      ...endsOfChanges(nodes),
    };
    return { nodes, pageInfo };
  },
});

/** Fields without a statement of their own, and the one total that is not batched. */
const makeResolvers = (rowsOf) => ({
  Query: makeQuery(rowsOf),
  ActionPlanConnection: {
    totalCount: async ({ region }) => (await rowsOf(statements.planCount, region))[0].total,
  },
  ActionPlan: {
    actions: ({ id }, { orderBy, first }) => ({
      plan: id,
      rows: first ?? usual,
      direction: directionOf(orderBy, "ASC"),
    }),
  },
  ProgressUpdate: { reportedBy: ({ organisationId }) => ({ organisationId }) },
  Translated: {
    indonesian: ({ indonesian, english }) => indonesian ?? english,
    english: ({ indonesian, english }) => english ?? indonesian,
  },
  Region: {
    children: ({ code }, { first }) => ({ list: "children", code, rows: first ?? usual }),
    descendants: ({ code }, { where, first }) => ({
      list: "descendants",
      code,
      rows: first ?? usual,
      level: where?.level?.eq ?? null,
      pattern: pattern(where?.name?.contains),
    }),
  },
  Change: { fields: fieldsOf },
});

/** Every relation, to one row or to many, and the totals that are batched by level. */
function makeLoaders(rowsOf) {
  const { held, toOne, toMany, count, pages, totals } = batching(rowsOf);
  const organisation = toOne(statements.organisations, "organisationId");
  const lead = toOne(statements.organisations, "leadId");
  const ofAction = ({ obj, params }) => [obj.id, params.first ?? usual];
  const ofPlan = ({ obj }) => [obj.plan, obj.rows];
  return {
    ActionPlan: {
      programme: toOne(statements.programmes, "programmeId"),
      area: toOne(statements.areas, "areaId"),
      lead,
      participants: toMany(statements.participants, "id"),
    },
    Participant: { organisation },
    ActionConnection: {
      totalCount: count(statements.actionCounts, "plan"),
      nodes: byKind("direction", {
        ASC: pages(statements.actions.ASC, ofPlan),
        DESC: pages(statements.actions.DESC, ofPlan),
      }),
    },
    Action: {
      lead,
      milestones: toMany(statements.milestones, "id"),
      contributions: connections(pages(statements.contributions, ofAction)),
      progressUpdates: connections(pages(statements.progressUpdates, ofAction)),
    },
    Contribution: { organisation },
    Reporter: { organisation },
    Area: { regions: held(statements.regions, ({ regionIds }) => regionIds, "code") },
    Region: {
      parent: toOne(statements.regions, "parentCode", "code"),
      areas: connections(
        pages(statements.areasOfRegions, ({ obj, params }) => [obj.code, params.first ?? usual]),
      ),
    },
    RegionConnection: {
      totalCount: byKind("list", {
        children: count(statements.childCounts, "code"),
        descendants: totals(statements.descendantCounts, ({ obj }) => [
          obj.code,
          obj.level,
          obj.pattern,
        ]),
      }),
      nodes: byKind("list", {
        children: pages(statements.children, ({ obj }) => [obj.code, obj.rows]),
        descendants: pages(statements.descendants, ({ obj }) => [
          obj.code,
          obj.rows,
          obj.level,
          obj.pattern,
        ]),
      }),
    },
    Change: { organisation },
  };
}

/** The fields of every type, from the parts of the schema. */
function together(...parts) {
  const types = {};
  for (const [type, fields] of parts.flatMap(Object.entries)) {
    types[type] = { ...types[type], ...fields };
  }
  return types;
}

/** The resolvers and the loaders, over a pool. */
export function makeSchema(pool) {
  const rowsOf = async (statement, ...values) => (await pool.query({ ...statement, values })).rows;
  const loaders = together(makeLoaders(rowsOf), meetingLoaders(rowsOf), assessmentLoaders(rowsOf));
  // Without the cache per request: its keys are whole rows as text, and hardly any row is read twice. The
  // documentation leaves the choice open (it saves reads, and costs the text of each key). Measured on
  // every shape, the cache gains nothing: the same rate, and up to 5 % more CPU time of the server.
  const opts = { cache: false };
  for (const fields of Object.values(loaders)) {
    for (const [name, loader] of Object.entries(fields)) fields[name] = { loader, opts };
  }
  const resolvers = together(
    makeResolvers(rowsOf),
    meetingResolvers(rowsOf),
    assessmentResolvers(rowsOf),
  );
  return { resolvers, loaders };
}
