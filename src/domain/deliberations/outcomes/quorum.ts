import { Field, Int, ObjectType } from "type-graphql";
import { LoadedList, type Sql, sql } from "../../../reading/index.js";
import { Organisation, Sector } from "../../stakeholders/index.js";

// The rule of quorum (rule 1 of the domain), in one place: what is shown, live, and what decisions ask.

/** Whether a deliberation may decide: sectors count, not heads. */
@ObjectType({
  description:
    "Whether a deliberation may decide. Quorum counts sectors, not heads: each sector among the invited must be there, and at least the share of the invited organisations that the deliberation asks (half unless it says otherwise). Kuorum.",
})
export class Quorum {
  @Field(() => Boolean, { description: "Whether it holds now, or held when it closed." })
  met!: boolean;
  @Field(() => Int, { description: "How many of the invited organisations attend." })
  attending!: number;
  @Field(() => Int, { description: "How many organisations are invited." })
  invited!: number;
  @Field(() => Int, { description: "How many must attend at least." })
  needed!: number;
  @Field(() => [Sector], {
    description:
      "Invited sectors of which nobody is there; for an outcome, of which nobody who attends took a position. Told also where the rule does not ask for each sector.",
  })
  sectorsMissing!: Sector[];
  @LoadedList(() => Organisation, {
    description:
      "Who is missing: the invited organisations of the missing sectors. Empty when only the share is missed: see `Invitation.isPresent`.",
  })
  organisationsMissing!: string[];
}

/** What decisions ask of a quorum; ids of organisations. */
export interface QuorumState {
  met: boolean;
  attending: number;
  invited: number;
  needed: number;
  sectorsMissing: Sector[];
  organisationsMissing: string[];
}

/** That the invited organisation of `row` attends now, or attended when the deliberation closed. */
export const present = (row: string): Sql => {
  const attendance = sql.ref(`${row}.attendance`);
  return sql`(jsonb_array_length(${attendance}) > 0 and ${attendance}->-1->>'leftAt' is null)`;
};

/**
 * The quorum of the deliberation with this id, as JSON; null where nobody is invited, or where the
 * meeting was held without the hub, which then knows no attendance. A sector is there when one of its
 * organisations is `counted`.
 */
export const quorumSql = (deliberation: Sql, counted: (invitation: string) => Sql): Sql => sql`(
  select jsonb_build_object('met', q.attending >= q.needed and (not q.every_sector or q.missing = '{}'),
    'attending', q.attending, 'invited', q.invited, 'needed', q.needed,
    'sectorsMissing', to_jsonb(q.missing),
    'organisationsMissing', (select coalesce(jsonb_agg(m.organisation_id order by m.organisation_id), '[]')
      from invitation m where m.deliberation_id = ${deliberation} and m.sector = any(q.missing)))
  from (select count(*)::int as invited, count(*) filter (where ${present("i")})::int as attending,
      ceil(count(*) * qd.quorum_share / 100.0)::int as needed, qd.every_sector,
      array(select s.sector from invitation s where s.deliberation_id = qd.id
        group by s.sector having not bool_or(${counted("s")}) order by s.sector) as missing
    from deliberation qd join invitation i on i.deliberation_id = qd.id
    where qd.id = ${deliberation} and not qd.recorded group by qd.id) as q)`;
