import * as statements from "./assessment-statements.mjs";
import { batching, connections } from "./batches.mjs";
import { organisations } from "./statements.mjs";

// The resolvers and loaders of assessments, indicators and groups, as those of the other types (resolvers.mjs).

const usual = 50;

export const assessmentResolvers = (rowsOf) => ({
  Query: { area: async (_, { key }) => (await rowsOf(statements.area, key))[0] },
  Area: { enterpriseGroups: ({ id }, { first }) => ({ id, rows: first ?? usual }) },
});

/** A field of both voices: the statement is run once for all fields of the same actions in a request. */
function voicesOf(rowsOf) {
  const running = new WeakMap();
  const voicesOfActions = (ids, context) => {
    const known = running.get(context) ?? new Map();
    running.set(context, known);
    const name = ids.join();
    if (!known.has(name)) known.set(name, rowsOf(statements.voicesOfActions, ids));
    return known.get(name);
  };
  return (field) => async (queries, context) => {
    const ids = queries.map(({ obj }) => obj.id);
    const rows = await voicesOfActions(ids, context);
    const found = new Map(rows.map(({ id, voices }) => [id, voices]));
    return ids.map((id) => found.get(id)?.[field] ?? null);
  };
}

export function assessmentLoaders(rowsOf) {
  const { held, toOne, toMany, count, pages } = batching(rowsOf);
  const ofParent = ({ obj, params }) => [obj.id, params.first ?? usual];
  const voice = voicesOf(rowsOf);
  return {
    Area: {
      assessments: connections(pages(statements.assessmentsOfAreas, ofParent)),
      indicators: connections(pages(statements.indicatorsOfAreas, ofParent)),
    },
    Assessment: {
      university: toOne(organisations, "universityId"),
      instrument: toOne(statements.instruments, "instrumentId"),
      findings: toMany(statements.findings, "id"),
    },
    Finding: { actions: held(statements.actionsOfIds, ({ actionIds }) => actionIds, "id") },
    Indicator: {
      targets: toMany(statements.targets, "id"),
      measurements: connections(pages(statements.measurements, ofParent)),
    },
    EnterpriseGroupConnection: {
      totalCount: count(statements.groupCounts, "id"),
      nodes: pages(statements.groupsOfAreas, ({ obj }) => [obj.id, obj.rows]),
    },
    EnterpriseGroup: { measurements: connections(pages(statements.resultsOfGroups, ofParent)) },
    Action: {
      reported: voice("reported"),
      assessed: voice("assessed"),
      divergence: voice("divergence"),
      reply: voice("reply"),
    },
  };
}
