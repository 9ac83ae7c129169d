import { TYPES } from "postgraphile/@dataplan/pg";
import { access, connection } from "postgraphile/grafast";
import { extendSchema, gql, jsonPgSmartTags } from "postgraphile/utils";
import {
  baseline,
  counts,
  dimensions,
  indicatorIds,
  isSeen,
  people,
  products,
  publishers,
  scores,
} from "../../../dist/bench/hand-written-assessments.js";
import { shown } from "../../../dist/bench/sql-parts.js";
import { agreement, measuredValue, voices } from "../mercurius/assessment-statements.mjs";
import { aboutRow, ofPublicPlan, rowsOfIds, written } from "./written.mjs";

const without = { tags: { behavior: "-attribute:select" } };
const ordered = { tags: { behavior: "+attribute:orderBy" } };
const period = { ends_on: ordered, starts_on: ordered };

/** Columns that the fields below replace, and orders and filters of the documents. */
const tags = jsonPgSmartTags({
  version: 1,
  config: {
    class: {
      assessment: { attribute: { scores: without, created_at: ordered } },
      finding: { attribute: { created_at: ordered } },
      target: { attribute: period },
      measurement: {
        attribute: { ...period, value: without, disaggregation: without, sources: without },
      },
      group_measurement: { attribute: { ...period, jobs: without } },
      enterprise_group: {
        attribute: {
          name: ordered,
          visibility: { tags: { behavior: "+attribute:filterBy" } },
          products: without,
          members: without,
        },
      },
    },
  },
});

const fields = extendSchema((build) => {
  const { sql } = build;
  const { action, assessment, indicator, measurement } = build.input.pgRegistry.pgResources;
  const text = (letter, expression) => written(sql, letter, expression, TYPES.text);
  const voicesOf = written(sql, "ac", voices);
  const voice = (name) => ($action) => access(voicesOf($action), [name]);
  /** A connection of the rows of a table that meet a condition about the parent's id. */
  const rowsOf = (table, conditionOf) => ($parent) => {
    const $rows = table.find();
    $rows.where(conditionOf($rows.alias, $rows.placeholder($parent.get("id"))));
    return connection($rows);
  };
  return {
    typeDefs: gql`
      type DimensionScore { dimension: String!, value: Float }
      type Named { name: String! }
      type Compared { university: Named! }
      type Agreement { alpha: Float, assessments: [Compared!]! }
      type Baseline { period: String!, value: Float }
      type Count { by: String!, value: String!, count: Int, suppressed: Boolean! }
      type Publisher { publisher: String }
      type Reported { completion: String!, progress: Int, at: String }
      type Assessed { completion: String!, at: String!, university: Named! }
      extend type Area { assessments: AssessmentConnection!, indicators: IndicatorConnection! }
      extend type Assessment { scores: [DimensionScore!]!, agreement: Agreement }
      extend type Instrument { title: String!, dimensions: [String!]! }
      extend type Finding { actions: [Action!]! }
      extend type Indicator { title: String!, baseline: Baseline, measurements: MeasurementConnection! }
      extend type Measurement { value: Float, disaggregation: [Count!]!, sources: [Publisher!]! }
      extend type EnterpriseGroup { members: Int, products: [Named!]! }
      extend type GroupMeasurement { jobs: Int }
      extend type Action { reported: Reported, assessed: Assessed, divergence: Int, reply: String }
    `,
    objects: {
      Area: {
        plans: {
          assessments: rowsOf(
            assessment,
            (
              own,
              id,
            ) => sql`${own}.status = 'PUBLISHED' and (${own}.area_id = ${id} or ${own}.plan_id = any(array(
              select p.id from action_plan p where p.area_id = ${id} and p.visibility = 'PUBLIC')))`,
          ),
          indicators: rowsOf(
            indicator,
            (own, id) =>
              sql`${own}.acceptance = 'ACCEPTED' and ${own}.id = any((select ${sql.raw(indicatorIds)} from area b where b.id = ${id})::uuid[])`,
          ),
        },
      },
      Assessment: {
        plans: { scores: written(sql, "s", scores), agreement: written(sql, "s", agreement) },
      },
      Instrument: {
        plans: {
          title: text("i", shown("i.title_text")),
          dimensions: written(sql, "i", dimensions),
        },
      },
      Finding: {
        plans: {
          actions: ($finding) => rowsOfIds(sql, action, $finding, "action_ids", ofPublicPlan(sql)),
        },
      },
      Indicator: {
        plans: {
          title: text("i", shown("i.title_text")),
          baseline: written(sql, "i", baseline),
          measurements: rowsOf(
            measurement,
            (own, id) =>
              sql`${own}.indicator_id = ${id} and ${aboutRow(sql, own, "m", isSeen("m"))}`,
          ),
        },
      },
      Measurement: {
        plans: {
          value: written(sql, "m", measuredValue, TYPES.float),
          disaggregation: written(sql, "m", counts),
          sources: written(sql, "m", publishers),
        },
      },
      EnterpriseGroup: {
        plans: {
          members: written(sql, "g", people("g.members"), TYPES.int),
          products: written(sql, "g", products),
        },
      },
      GroupMeasurement: { plans: { jobs: written(sql, "m", people("m.jobs"), TYPES.int) } },
      Action: {
        plans: {
          reported: voice("reported"),
          assessed: voice("assessed"),
          divergence: voice("divergence"),
          reply: voice("reply"),
        },
      },
    },
  };
});

export const assessments = [tags, fields];
