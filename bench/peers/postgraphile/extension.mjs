import { TYPES } from "postgraphile/@dataplan/pg";
import { connection } from "postgraphile/grafast";
import { addPgTableCondition, extendSchema, gql, jsonPgSmartTags } from "postgraphile/utils";
import { aliasOf } from "./written.mjs";

const publicTable = (tableName) => ({ schemaName: "public", tableName });

/** The condition that the region `code` or a part of it is among an area's `regionIds`; the hub's index has it. */
const touches = (sql, regionIds, code) =>
  sql`region_places(${regionIds}) collate "C" @> array[(${code})::text]`;

/** The plan of a text in two languages as a document without `Accept-Language` shows it. */
const shown = (sql, column) => ($row) => {
  const text = sql`${aliasOf($row)}.${sql.identifier(column)}`;
  return $row.select(sql`coalesce(${text}->>'english', ${text}->>'indonesian')`, TYPES.text);
};

/** Facts that introspection cannot find: a reference without a foreign key, and more filter columns. */
export const tags = jsonPgSmartTags({
  version: 1,
  config: {
    class: {
      change: {
        tags: {
          foreignKey: "(organisation_id) references organisation (id)|@fieldName organisation",
        },
      },
      programme: { attribute: { name: { tags: { behavior: "-attribute:select" } } } },
      action: { attribute: { stage: { tags: { behavior: "+attribute:orderBy" } } } },
      action_plan: {
        attribute: {
          visibility: { tags: { behavior: "+attribute:filterBy" } },
          sources: { tags: { behavior: "-attribute:select" } },
        },
      },
      contribution: {
        attribute: { visibility: { tags: { behavior: "+attribute:filterBy" } } },
      },
      progress_update: {
        attribute: {
          visibility: { tags: { behavior: "+attribute:filterBy" } },
          reported_at: { tags: { behavior: "+attribute:orderBy" } },
        },
      },
      participant: { attribute: { role: { tags: { behavior: "+attribute:orderBy" } } } },
      milestone: { attribute: { due_on: { tags: { behavior: "+attribute:orderBy" } } } },
    },
  },
});

/** Plans that touch a region. */
const withinRegion = addPgTableCondition(
  publicTable("action_plan"),
  "withinRegion",
  ({ graphql }) => ({ type: graphql.GraphQLString }),
  (code, { sql, sqlTableAlias, sqlValueWithCodec }) => {
    const region = sqlValueWithCodec(code, TYPES.text);
    return sql`${sqlTableAlias}.area_id in (
      select a.id from area a where ${touches(sql, sql`a.region_ids`, region)})`;
  },
);

/** The condition of the changes that a visitor may see: their subject is never hidden in a public plan, or is public. */
const isVisible = addPgTableCondition(
  publicTable("change"),
  "isVisible",
  ({ graphql }) => ({ type: graphql.GraphQLBoolean }),
  (_, { sql, sqlTableAlias: ch }) => sql`(
    exists (select from action_plan where id = ${ch}.plan_id and visibility = 'PUBLIC')
    and case ${ch}.entity
      when 'ProgressUpdate' then exists (select from progress_update where id = ${ch}.entity_id and visibility = 'PUBLIC')
      when 'Contribution' then exists (select from contribution where id = ${ch}.entity_id and visibility = 'PUBLIC')
      else true end)`,
);

/** Villages by a part of their name, and regions below another. */
const nameContains = addPgTableCondition(
  publicTable("region"),
  "nameContains",
  ({ graphql }) => ({ type: graphql.GraphQLString }),
  (text, { sql, sqlTableAlias, sqlValueWithCodec }) => {
    const pattern = `%${text.replace(/[\\%_]/g, "\\$&")}%`;
    return sql`${sqlTableAlias}.name ilike ${sqlValueWithCodec(pattern, TYPES.text)}`;
  },
);

/** Computed fields, and edges without a foreign key: SQL that is inlined into the one statement. */
const computed = extendSchema((build) => {
  const { sql } = build;
  const { action_plan: plans, region: regions, area: areas } = build.input.pgRegistry.pgResources;
  return {
    typeDefs: gql`
      type TranslatedText { indonesian: String!, english: String! }
      type Source { publisher: String, date: String }
      type Reporter { organisation: Organisation }
      type FieldChange { name: String!, before: JSON, after: JSON }
      extend type Query { publicPlan(id: UUID!): ActionPlan }
      extend type Programme { name: TranslatedText! }
      extend type ActionPlan { title: String!, sources: [Source!]! }
      extend type Action { title: String!, isOverdue: Boolean! }
      extend type ProgressUpdate { reportedBy: Reporter! }
      extend type Area { name: String!, regions: [Region!]! }
      extend type Region {
        descendants: RegionConnection!
        areas: AreaConnection!
      }
      extend type Change { fields: [FieldChange!]! }
    `,
    objects: {
      Query: {
        plans: {
          publicPlan(_, { $id }) {
            const $plans = plans.find({ id: $id });
            $plans.where(sql`${$plans.alias}.visibility = 'PUBLIC'`);
            return $plans.single();
          },
        },
      },
      Programme: { plans: { name: ($programme) => $programme } },
      TranslatedText: {
        plans: {
          indonesian: ($row) =>
            $row.select(
              sql`coalesce(${aliasOf($row)}.name->>'indonesian', ${aliasOf($row)}.name->>'english')`,
              TYPES.text,
            ),
          english: ($row) =>
            $row.select(
              sql`coalesce(${aliasOf($row)}.name->>'english', ${aliasOf($row)}.name->>'indonesian')`,
              TYPES.text,
            ),
        },
      },
      ActionPlan: {
        plans: { title: shown(sql, "title_text"), sources: ($plan) => $plan.get("sources") },
      },
      Action: {
        plans: {
          title: shown(sql, "title_text"),
          isOverdue($action) {
            const ac = aliasOf($action);
            return $action.select(
              sql`coalesce(${ac}.ends_on < (now() at time zone 'Asia/Jakarta')::date
                and ${ac}.status not in ('COMPLETED', 'CANCELLED'), false)`,
              TYPES.boolean,
            );
          },
        },
      },
      ProgressUpdate: { plans: { reportedBy: ($update) => $update } },
      Reporter: {
        plans: {
          organisation: ($update) => $update.singleRelation("organisationByMyOrganisationId"),
        },
      },
      Area: {
        plans: {
          name: shown(sql, "name_text"),
          regions($area) {
            const $regions = regions.find();
            const ids = $regions.placeholder($area.get("region_ids"));
            const code = sql`${$regions.alias}.code`;
            $regions.where(sql`${code} = any(${ids})`);
            $regions.orderBy({
              fragment: sql`array_position(${ids}, ${code})`,
              codec: TYPES.int,
              direction: "ASC",
            });
            return $regions;
          },
        },
      },
      Region: {
        plans: {
          descendants($region) {
            const $regions = regions.find();
            const code = sql`${$regions.alias}.code`;
            const above = $regions.placeholder($region.get("code"));
            $regions.where(sql`${code} > ${above} || '.' and ${code} < ${above} || '/'`);
            return connection($regions);
          },
          areas($region) {
            const $areas = areas.find();
            const code = $areas.placeholder($region.get("code"));
            $areas.where(touches(sql, sql`${$areas.alias}.region_ids`, code));
            return connection($areas);
          },
        },
      },
      Change: {
        plans: {
          fields: ($change) =>
            $change.select(
              sql`(select coalesce(jsonb_agg(jsonb_build_object('name', d.key,
                  'before', case when d.key not in ('user', 'corrects', 'fundedBy') then d.value->'before' end,
                  'after', case when d.key not in ('user', 'corrects', 'fundedBy') then d.value->'after' end) order by d.key), '[]')
                from jsonb_each(${aliasOf($change)}.diff) d where d.key <> 'fundingChain')`,
              TYPES.jsonb,
            ),
        },
      },
    },
  };
});

export const plugins = [tags, withinRegion, isVisible, nameContains, computed];
