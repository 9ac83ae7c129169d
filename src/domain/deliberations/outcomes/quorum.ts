import { Field, Int, ObjectType } from "type-graphql";
import { from, LoadedList, type RowRef, type Sql, sql } from "../../../reading/index.js";
import { Organisation, Sector } from "../../stakeholders/index.js";
import { Deliberation } from "../deliberation.js";
import { Invitation } from "../invitations/invitation.js";

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

/** The condition that an invited organisation attends now, or attended when the deliberation closed. */
export function present(invitation: RowRef): Sql {
  const attendance = invitation.column("attendance");
  return sql`(jsonb_array_length(${attendance}) > 0 and ${attendance}->-1->>'leftAt' is null)`;
}

/**
 * The quorum of the deliberation with this id, as JSON; null where nobody is invited, or where the
 * meeting was held without the hub, which then knows no attendance. A sector is there when one of its
 * organisations is `counted`. `near` is a row of the statement.
 */
export function quorumSql(near: RowRef, id: Sql, counted: (invitation: RowRef) => Sql): Sql {
  const deliberation = from(Deliberation, near);
  const invitation = from(Invitation, near);
  const ofSector = from(Invitation, near);
  const missing = from(Invitation, near);
  const organisation = missing.column("organisation_id");
  return sql`(
  select jsonb_build_object('met', q.attending >= q.needed and (not q.every_sector or q.missing = '{}'),
    'attending', q.attending, 'invited', q.invited, 'needed', q.needed,
    'sectorsMissing', to_jsonb(q.missing),
    'organisationsMissing', (select coalesce(jsonb_agg(${organisation} order by ${organisation}), '[]')
      from ${missing.source} where ${missing.column("deliberation_id")} = ${id}
        and ${missing.column("sector")} = any(q.missing)))
  from (select count(*)::int as invited, count(*) filter (where ${present(invitation)})::int as attending,
      ceil(count(*) * ${deliberation.column("quorum_share")} / 100.0)::int as needed,
      ${deliberation.column("every_sector")} as every_sector,
      array(select ${ofSector.column("sector")} from ${ofSector.source}
        where ${ofSector.column("deliberation_id")} = ${deliberation.column("id")}
        group by ${ofSector.column("sector")} having not bool_or(${counted(ofSector)})
        order by ${ofSector.column("sector")}) as missing
    from ${deliberation.source} join ${invitation.source}
      on ${invitation.column("deliberation_id")} = ${deliberation.column("id")}
    where ${deliberation.column("id")} = ${id} and not ${deliberation.column("recorded")}
    group by ${deliberation.column("id")}) as q)`;
}
