import { TYPES } from "postgraphile/@dataplan/pg";
import { addPgTableCondition, extendSchema, gql, jsonPgSmartTags } from "postgraphile/utils";

// What @graphile/pg-aggregates groups by and measures, beyond the columns of a table: members of its enum of
// groups (GraphQLEnumType_values, as the plugin's own), which join what they need once, and fields of its type
// of aggregates (extendSchema).

const publicTable = (tableName) => ({ schemaName: "public", tableName });

/** Aggregates of actions only: those of all tables make the schema eight times as large. */
const tags = jsonPgSmartTags({
  version: 1,
  config: {
    class: {
      action: {
        tags: { behavior: ["+resource:aggregates", "+resource:groupedAggregates"] },
        attribute: {
          status: { tags: { behavior: "+attribute:orderBy" } },
          programme_id: { tags: { behavior: "+attribute:filterBy" } },
          stage: { tags: { behavior: "+attribute:filterBy +attribute:orderBy" } },
        },
      },
    },
  },
});

/** Actions of public plans: all that a visitor may see. */
const ofPublicPlan = addPgTableCondition(
  publicTable("action"),
  "ofPublicPlan",
  ({ graphql }) => ({ type: graphql.GraphQLBoolean }),
  (_, { sql, sqlTableAlias }) => sql`exists (
    select from action_plan p where p.id = ${sqlTableAlias}.plan_id and p.visibility = 'PUBLIC')`,
);

/** Actions of plans that touch a region. */
const withinRegion = addPgTableCondition(
  publicTable("action"),
  "withinRegion",
  ({ graphql }) => ({ type: graphql.GraphQLString }),
  (code, { sql, sqlTableAlias, sqlValueWithCodec }) => {
    const region = sqlValueWithCodec(code, TYPES.text);
    return sql`${sqlTableAlias}.plan_id in (
      select p.id from action_plan p join area a on a.id = p.area_id
      where region_places(a.region_ids) collate "C" @> array[${region}::text])`;
  },
);

/** The province in which all regions of an area lie. */
const provinceOf = (sql, area) => sql`case when length(${area}.region_ids[1]) >= 2
  and left(${area}.region_ids[1], 2) collate "C" <= all(${area}.region_ids)
  and left(${area}.region_ids[1], 2) collate "C" || '/' > all(${area}.region_ids)
  then left(${area}.region_ids[1], 2) end`;

const groupings = {
  PROVINCE: (sql, action) => {
    const [plan, area] = [Symbol("plan"), Symbol("area")].map((one) => sql.identifier(one));
    action.join({
      type: "inner",
      from: sql`action_plan`,
      alias: plan,
      conditions: [sql`${plan}.id = ${action.alias}.plan_id`],
    });
    action.join({
      type: "left",
      from: sql`area`,
      alias: area,
      conditions: [sql`${area}.id = ${plan}.area_id`],
    });
    return provinceOf(sql, area);
  },
  STARTS_ON_QUARTER: (sql, action) => sql`to_char(${action.alias}.starts_on, 'YYYY-"Q"Q')`,
  LEAD_SECTOR: (sql, action) => {
    const lead = sql.identifier(Symbol("lead"));
    action.join({
      type: "left",
      from: sql`organisation`,
      alias: lead,
      conditions: [sql`${lead}.id = ${action.alias}.lead_id`],
    });
    return sql`${lead}.sector::text`;
  },
};

/** Members of the enum by which actions are grouped. */
const moreGroupings = {
  name: "ActionGroupings",
  version: "0.0.0",
  schema: {
    hooks: {
      GraphQLEnumType_values(values, build, { scope }) {
        const { sql } = build;
        if (!scope.isPgAggregateGroupEnum || scope.pgTypeResource?.name !== "action") return values;
        const added = Object.entries(groupings).map(([name, value]) => {
          const apply = (action) =>
            action.groupBy({ fragment: value(sql, action), codec: TYPES.text });
          return [name, { extensions: { grafast: { apply } } }];
        });
        return build.extend(values, Object.fromEntries(added), "Groupings of actions");
      },
    },
  },
};

/** The number of rows of a group, and of those that are overdue. */
const measures = extendSchema(({ sql }) => ({
  typeDefs: gql`
    extend type ActionAggregates { count: Int!, overdue: Int! }
  `,
  objects: {
    ActionAggregates: {
      plans: {
        count: ($rows) => $rows.select(sql`count(*)::int`, TYPES.int),
        overdue($rows) {
          const ac = $rows.getClassStep().alias;
          return $rows.select(
            sql`(count(*) filter (where ${ac}.ends_on < (now() at time zone 'Asia/Jakarta')::date
              and ${ac}.status not in ('COMPLETED', 'CANCELLED')
              and not exists (select from action_plan p where p.id = ${ac}.plan_id and p.status = 'CANCELLED')))::int`,
            TYPES.int,
          );
        },
      },
    },
  },
}));

export const aggregates = [tags, ofPublicPlan, withinRegion, moreGroupings, measures];
