import { Field, Int, ObjectType } from "type-graphql";
import { from, LoadedList, type RowRef, type Sql, sql } from "../../../reading/index.js";
import { Organisation, Sector } from "../../stakeholders/index.js";
import { Deliberation } from "../deliberation.js";
import { highestInvited, houseOf, present } from "../invitations/house.js";
import { Invitation } from "../invitations/invitation.js";

// The rule of the quorum (rule 1 of the domain), for both reads and decisions.

/** The quorum of a deliberation: it counts sectors and voices, not heads. */
@ObjectType({
  description:
    "The quorum that a deliberation needs to decide. It counts sectors and voices, not heads: an organisation and the parts below it are one voice. Each invited sector must be present, and at least the share of the invited voices that the deliberation requires (default: half). Kuorum.",
})
export class Quorum {
  @Field(() => Boolean, { description: "True if there is a quorum now, or was one at the close." })
  met!: boolean;
  @Field(() => Int, { description: "The number of invited voices that attend." })
  attending!: number;
  @Field(() => Int, { description: "The number of invited voices." })
  invited!: number;
  @Field(() => Int, { description: "The lowest number of voices that must attend: at least one." })
  needed!: number;
  @Field(() => [Sector], {
    description:
      "The sectors of the invited voices for which no voice attends; for an outcome, for which no attending voice has a position. Given also when the rule does not require each sector.",
  })
  sectorsMissing!: Sector[];
  @LoadedList(() => Organisation, {
    description:
      "The invited organisations of the missing sectors, without the parts of other invited ones. Empty when only the share is not reached: see `Invitation.isPresent`.",
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

/** A condition on an invitation. */
type Condition = (invitation: RowRef) => Sql;

/**
 * The houses of a deliberation, one a row: whether one of it attends, the sector of its highest invited
 * organisation, and the sector that its voice represents, if it is `counted`. A house has one sector: where
 * several organisations are equally high, the first in the order of the sectors.
 */
function houses(near: RowRef, id: Sql, counted: Condition, attends: Condition): Sql {
  const invitation = from(Invitation, near);
  const sector = invitation.column("sector");
  return sql`select bool_or(${attends(invitation)}) as attends,
      min(${sector}) filter (where ${highestInvited(invitation)}) as required,
      min(${sector}) filter (where ${counted(invitation)}) as represented
    from ${invitation.source} where ${invitation.column("deliberation_id")} = ${id}
    group by ${houseOf(invitation)}`;
}

/** The invited organisations of the sectors in `q.missing` that are no part of another invited one. */
function organisationsOfMissing(near: RowRef, id: Sql): Sql {
  const missing = from(Invitation, near);
  const organisation = missing.column("organisation_id");
  return sql`(select coalesce(jsonb_agg(${organisation} order by ${organisation}), '[]')
    from ${missing.source} where ${missing.column("deliberation_id")} = ${id}
      and ${missing.column("sector")} = any(q.missing) and ${highestInvited(missing)})`;
}

/**
 * The quorum of the deliberation with this id, as JSON. Null when no organisation is invited, and for a
 * recorded meeting, as the hub does not know its attendance. A voice represents its sector when its
 * invitation is `counted`. It is never met by nobody, whatever the rule. `near` is a row of the same
 * statement.
 */
export function quorumSql(
  near: RowRef,
  id: Sql,
  counted: Condition,
  attends: Condition = present,
): Sql {
  const deliberation = from(Deliberation, near);
  return sql`(
  select jsonb_build_object('met', q.attending >= q.needed and q.is_represented
      and (not q.every_sector or q.missing = '{}'),
    'attending', q.attending, 'invited', q.invited, 'needed', q.needed,
    'sectorsMissing', to_jsonb(q.missing), 'organisationsMissing', ${organisationsOfMissing(near, id)})
  from (select count(*)::int as invited, (count(*) filter (where h.attends))::int as attending,
      greatest(1, ceil(count(*) * ${deliberation.column("quorum_share")} / 100.0))::int as needed,
      count(h.represented) > 0 as is_represented, ${deliberation.column("every_sector")} as every_sector,
      array(select unnest(array_agg(h.required) filter (where h.required is not null))
        except select unnest(array_agg(h.represented)) order by 1) as missing
    from ${deliberation.source} cross join (${houses(near, id, counted, attends)}) as h
    where ${deliberation.column("id")} = ${id} and not ${deliberation.column("recorded")}
    group by ${sql.join(["id", "quorum_share", "every_sector"].map((name) => deliberation.column(name)))}) as q)`;
}
