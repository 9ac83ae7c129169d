import * as statements from "./statements.mjs";

const encodeCursor = (...place) => Buffer.from(JSON.stringify(place)).toString("base64url");

/** The place after which a page of plans begins; nothing at the first page. */
function placeAfter(cursor) {
  if (cursor == null) return [null, null];
  const [, startsOn, id] = JSON.parse(Buffer.from(cursor, "base64url").toString());
  return [startsOn, id];
}

const organisation = ({ key, name, sector }) => ({ key, name, sector });

const area = ({ key, name, theme, characters, region_ids: regionIds }) => ({
  key,
  name,
  theme,
  characters,
  regionIds,
});

const plan = (row) => ({
  id: row.id,
  key: row.key,
  title: row.title,
  summary: row.summary,
  status: row.status,
  startsOn: row.starts_on,
  endsOn: row.ends_on,
  version: row.version,
  sources: row.sources,
  programme: {
    key: row.programme_key,
    name: {
      id: row.programme_name.id ?? row.programme_name.en,
      en: row.programme_name.en ?? row.programme_name.id,
    },
    legalBasis: row.legal_basis,
  },
  area:
    row.area_key === null
      ? null
      : {
          key: row.area_key,
          name: row.area_name,
          theme: row.theme,
          characters: row.characters,
          regionIds: row.region_ids,
        },
  lead: { key: row.lead_key, name: row.lead_name, sector: row.lead_sector },
});

const action = (row) => ({
  id: row.id,
  title: row.title,
  stage: row.stage,
  status: row.status,
  progress: row.progress,
  isOverdue: row.overdue,
  lead:
    row.lead_key === null
      ? null
      : { key: row.lead_key, name: row.lead_name, sector: row.lead_sector },
});

const region = ({ code, name, level, parent_id: parentCode }) => ({
  code,
  name,
  level,
  parentCode,
});

/** As ILIKE takes it: the text anywhere in it, its own wildcards meant as they stand. */
const pattern = (text) => (text == null ? null : `%${text.replace(/[\\%_]/g, "\\$&")}%`);

/** The rows of each asked one, in its place. */
function byPlace(queries, rows, made) {
  const lists = queries.map(() => []);
  for (const row of rows) lists[row.at - 1].push(made(row));
  return lists;
}

/** As `byPlace`, for statements that give a row with the total and nothing else where nothing is. */
function counted(queries, rows, key, made) {
  const connections = queries.map(() => ({ totalCount: 0, nodes: [] }));
  for (const row of rows) {
    const connection = connections[row.at - 1];
    connection.totalCount = row.total;
    if (row[key] !== null) connection.nodes.push(made(row));
  }
  return connections;
}

const nodes = (lists) => lists.map((list) => ({ nodes: list }));
const ids = (queries) => queries.map(({ obj }) => obj.id);
const codes = (queries) => queries.map(({ obj }) => obj.code);
const firsts = (queries) => queries.map(({ params }) => params.first);

/** The roots and the loaders, over a pool. */
export function makeResolvers(pool) {
  const rowsOf = async (statement, ...values) => (await pool.query({ ...statement, values })).rows;

  const resolvers = {
    Query: {
      async actionPlans(_, { where, first, after }) {
        const within = where?.area?.region?.within;
        const rows = await rowsOf(
          statements.plansOfRegion,
          within,
          first + 1,
          ...placeAfter(after),
        );
        const shown = rows.filter(({ id }) => id !== null).slice(0, first);
        const last = shown.at(-1);
        return {
          totalCount: rows[0].total,
          pageInfo: {
            hasNextPage: rows.length > first,
            endCursor: last ? encodeCursor("startsOn-id-", last.starts_on, last.id) : null,
          },
          nodes: shown.map(plan),
        };
      },
      async actionPlan(_, { id }) {
        const [row] = await rowsOf(statements.plan, id);
        return row ? plan(row) : null;
      },
      async region(_, { code }) {
        const [row] = await rowsOf(statements.region, code);
        return row ? region(row) : null;
      },
      async changes(_, { where, last }) {
        const rows = await rowsOf(statements.changes, where.plan.eq, last + 1);
        const shown = rows.slice(0, last).reverse();
        return {
          nodes: shown.map((row) => ({ ...row, organisation: row.key && organisation(row) })),
          pageInfo: {
            hasPreviousPage: rows.length > last,
            startCursor: shown[0] ? encodeCursor("position+", String(shown[0].position)) : null,
          },
        };
      },
    },
  };

  const loaders = {
    ActionPlan: {
      participants: async (queries) =>
        byPlace(queries, await rowsOf(statements.participants, ids(queries)), (row) => ({
          role: row.role,
          organisation: organisation(row),
        })),
      actions: async (queries) =>
        counted(
          queries,
          await rowsOf(statements.actions, ids(queries), firsts(queries)),
          "id",
          action,
        ),
    },
    Action: {
      milestones: async (queries) =>
        byPlace(queries, await rowsOf(statements.milestones, ids(queries)), (row) => row),
      contributions: async (queries) =>
        nodes(
          byPlace(
            queries,
            await rowsOf(statements.contributions, ids(queries), firsts(queries)),
            (row) => ({ ...row, organisation: organisation(row) }),
          ),
        ),
      progressUpdates: async (queries) =>
        nodes(
          byPlace(
            queries,
            await rowsOf(statements.progressUpdates, ids(queries), firsts(queries)),
            (row) => ({ ...row, reportedBy: { organisation: organisation(row) } }),
          ),
        ),
    },
    Area: {
      regions: async (queries) => {
        const parts = queries.flatMap(({ obj }, at) => obj.regionIds.map((code) => [code, at + 1]));
        const rows = await rowsOf(
          statements.regionsOfAreas,
          parts.map(([code]) => code),
          parts.map(([, at]) => at),
        );
        return byPlace(queries, rows, region);
      },
    },
    Region: {
      parent: async (queries) => {
        const wanted = queries.map(({ obj }) => obj.parentCode);
        const rows = await rowsOf(statements.parents, wanted);
        return byPlace(queries, rows, region).map(([parent]) => parent ?? null);
      },
      children: async (queries) =>
        counted(
          queries,
          await rowsOf(statements.children, codes(queries), firsts(queries)),
          "code",
          region,
        ),
      descendants: async (queries) => {
        const rows = await rowsOf(
          statements.descendants,
          codes(queries),
          firsts(queries),
          queries.map(({ params }) => params.where?.level?.eq ?? null),
          queries.map(({ params }) => pattern(params.where?.name?.contains)),
        );
        return nodes(byPlace(queries, rows, region));
      },
      areas: async (queries) =>
        nodes(
          byPlace(
            queries,
            await rowsOf(statements.areasOfRegions, codes(queries), firsts(queries)),
            area,
          ),
        ),
    },
  };

  // Keys of these loaders are whole rows: to make text of each to look it up in the request's cache
  // costs more than it spares, as no row is met twice. The documentation's own advice.
  const uncached = (loader) => ({ loader, opts: { cache: false } });
  for (const fields of Object.values(loaders)) {
    for (const [name, loader] of Object.entries(fields)) fields[name] = uncached(loader);
  }
  return { resolvers, loaders };
}
