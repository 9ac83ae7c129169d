import { Field, Int, ObjectType } from "type-graphql";
import { from, LoadedList, type RowRef, type Sql, sql } from "../../../reading/index.js";
import { Organisation, Sector } from "../../stakeholders/index.js";
import { Deliberation } from "../deliberation.js";
import { Invitation } from "../invitations/invitation.js";

// The rule of the quorum (rule 1 of the domain), for both reads and decisions.

/** The quorum of a deliberation: it counts sectors, not heads. */
@ObjectType({
  description:
    "The quorum that a deliberation needs to decide. It counts sectors, not heads. Each invited sector must be present, and at least the share of the invited organisations that the deliberation requires (default: half). Kuorum.",
})
export class Quorum {
  @Field(() => Boolean, { description: "True if there is a quorum now, or was one at the close." })
  met!: boolean;
  @Field(() => Int, { description: "The number of invited organisations that attend." })
  attending!: number;
  @Field(() => Int, { description: "The number of invited organisations." })
  invited!: number;
  @Field(() => Int, { description: "The lowest number of organisations that must attend." })
  needed!: number;
  @Field(() => [Sector], {
    description:
      "The invited sectors without an attending organisation; for an outcome, those without an attending organisation that has a position. Given also when the rule does not require each sector.",
  })
  sectorsMissing!: Sector[];
  @LoadedList(() => Organisation, {
    description:
      "The invited organisations of the missing sectors. Empty when only the share is not reached: see `Invitation.isPresent`.",
  })
  organisationsMissing!: string[];
}

/** The quorum as decisions use it; organisations are ids. */
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
 * The quorum of the deliberation with this id, as JSON. Null when no organisation is invited, and for a
 * recorded meeting, as the hub does not know its attendance. A sector is present when one of its
 * organisations is `counted`. `near` is a row of the same statement.
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
