import { batching, connections } from "./batches.mjs";
import * as statements from "./meeting-statements.mjs";
import { areas, organisations } from "./statements.mjs";

// The resolvers and loaders of meetings, as those of the other types (resolvers.mjs).

const usual = 50;

export const meetingResolvers = (rowsOf) => {
  /** A page of a list, with what its total is asked by. */
  const list = async (statement, programme, first) => ({
    statement,
    programme,
    nodes: await rowsOf(statement.page, programme, first ?? usual),
  });
  const total = async ({ statement, programme }) =>
    (await rowsOf(statement.total, programme))[0].total;
  return {
    Query: {
      deliberation: async (_, { key }) => (await rowsOf(statements.meeting, key))[0],
      outcomes: (_, { where, first }) =>
        list(statements.outcomesWithoutAction, where.programme.eq, first),
      actions: (_, { where, first }) =>
        list(
          where.isOverdue ? statements.overdueActions : statements.actionsWithoutContribution,
          where.programme.eq,
          first,
        ),
    },
    OutcomeList: { totalCount: total },
    ActionList: { totalCount: total },
  };
};

export function meetingLoaders(rowsOf) {
  const { held, toOne, toMany, pages } = batching(rowsOf);
  const organisation = toOne(organisations, "organisationId");
  const ofParent = ({ obj, params }) => [obj.id, params.first ?? usual];
  return {
    Deliberation: {
      convener: toOne(organisations, "convenerId"),
      area: toOne(areas, "areaId"),
      invitations: toMany(statements.invitations, "id"),
      outcomes: connections(pages(statements.outcomesOfMeetings, ofParent)),
      minutes: toOne(statements.minutes, "minutesId"),
    },
    Invitation: { organisation },
    Outcome: {
      positions: toMany(statements.positions, "id"),
      responsible: held(organisations, ({ responsibleIds }) => responsibleIds, "id"),
      actions: toMany(statements.actionsOfOutcomes, "id"),
      supersedes: toOne(statements.outcomes, "supersedesId"),
      deliberation: toOne(statements.meetings, "deliberationId"),
    },
    OutcomePosition: { organisation },
    Action: { plan: toOne(statements.plansOfIds, "planId") },
  };
}
