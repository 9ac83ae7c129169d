import { TYPES } from "postgraphile/@dataplan/pg";
import { addPgTableCondition, extendSchema, gql, jsonPgSmartTags } from "postgraphile/utils";
import {
  agenda,
  agreedWithoutAction,
  decision,
  isAttended,
  isOverdue,
  quorum,
  supersedes,
  withoutContribution,
} from "../../../dist/bench/hand-written-meetings.js";
import { shown } from "../../../dist/bench/sql-parts.js";
import { shownStatus } from "../mercurius/meeting-statements.mjs";
import { aboutRow, ofPublicPlan, rowsOfIds, written } from "./written.mjs";

const publicTable = (tableName) => ({ schemaName: "public", tableName });

const without = { tags: { behavior: "-attribute:select" } };
const ordered = { tags: { behavior: "+attribute:orderBy" } };

/** Columns that the fields below replace, and orders of the documents. */
const tags = jsonPgSmartTags({
  version: 1,
  config: {
    class: {
      deliberation: { attribute: { agenda: without } },
      outcome: { attribute: { decision: without, status: without, number: ordered } },
      invitation: { attribute: { sector: ordered } },
      outcome_position: { attribute: { created_at: ordered } },
    },
  },
});

/** A condition of a table written by hand, whose columns it names by the letter. */
const condition = (table, name, letter, expression) =>
  addPgTableCondition(
    publicTable(table),
    name,
    ({ graphql }) => ({ type: graphql.GraphQLBoolean }),
    (_, { sql, sqlTableAlias }) => aboutRow(sql, sqlTableAlias, letter, expression),
  );

/** The rows of the programme with a key. */
const ofProgramme = (table) =>
  addPgTableCondition(
    publicTable(table),
    "ofProgramme",
    ({ graphql }) => ({ type: graphql.GraphQLString }),
    (key, { sql, sqlTableAlias, sqlValueWithCodec }) =>
      sql`${sqlTableAlias}.programme_id = (select id from programme where key = ${sqlValueWithCodec(key, TYPES.text)})`,
  );

const fields = extendSchema((build) => {
  const { sql } = build;
  const { deliberation: meetings, organisation: organisations } =
    build.input.pgRegistry.pgResources;
  const { action: actions, outcome_position: positions } = build.input.pgRegistry.pgResources;
  const title = written(sql, "d", shown("d.title_text"), TYPES.text);
  return {
    typeDefs: gql`
      type AgendaPoint { title: String!, startsAt: String }
      type Quorum { met: Boolean!, attending: Int!, invited: Int!, sectorsMissing: [String!]! }
      type Decision { method: String!, agree: Int, agreeWithReservation: Int, object: Int, abstain: Int }
      type Superseded { text: String! }
      extend type Query { publicDeliberation(key: String!): Deliberation }
      extend type Deliberation { title: String!, agenda: [AgendaPoint!]!, quorum: Quorum }
      extend type Invitation { attended: Boolean! }
      extend type Outcome {
        text: String!, status: String!, decision: Decision, supersedes: Superseded
        positions: [OutcomePosition!]!, responsible: [Organisation!]!, actions: [Action!]!
      }
    `,
    objects: {
      Query: {
        plans: {
          publicDeliberation(_, { $key }) {
            const $meetings = meetings.find({ key: $key });
            $meetings.where(sql`${$meetings.alias}.visibility = 'PUBLIC'`);
            return $meetings.single();
          },
        },
      },
      Deliberation: {
        plans: { title, agenda: written(sql, "d", agenda), quorum: written(sql, "d", quorum) },
      },
      Invitation: { plans: { attended: written(sql, "i", isAttended, TYPES.boolean) } },
      Outcome: {
        plans: {
          text: written(sql, "o", shown("o.statement"), TYPES.text),
          status: written(sql, "o", shownStatus, TYPES.text),
          decision: written(sql, "o", decision),
          supersedes: written(sql, "o", supersedes),
          positions($outcome) {
            const $positions = positions.find();
            const id = $positions.placeholder($outcome.get("id"));
            const version = $positions.placeholder($outcome.get("text_version"));
            const own = $positions.alias;
            $positions.where(sql`${own}.outcome_id = ${id} and ${own}.text_version = ${version}`);
            $positions.orderBy({
              fragment: sql`${own}.created_at`,
              codec: TYPES.timestamptz,
              direction: "ASC",
            });
            return $positions;
          },
          responsible: ($outcome) =>
            rowsOfIds(sql, organisations, $outcome, "responsible_organisation_ids"),
          actions($outcome) {
            const $actions = actions.find();
            const id = $actions.placeholder($outcome.get("id"));
            const own = $actions.alias;
            $actions.where(
              sql`${own}.id in (select ad.action_id from adoption ad where ad.outcome_id = ${id}) and ${ofPublicPlan(sql)(own)}`,
            );
            for (const column of ["stage", "id"]) {
              $actions.orderBy({ attribute: column, direction: "ASC" });
            }
            return $actions;
          },
        },
      },
    },
  };
});

export const meetings = [
  tags,
  ofProgramme("outcome"),
  ofProgramme("action"),
  condition("outcome", "agreedWithoutAction", "o", agreedWithoutAction),
  condition("action", "withoutContribution", "ac", withoutContribution),
  condition("action", "overdue", "ac", isOverdue),
  fields,
];
