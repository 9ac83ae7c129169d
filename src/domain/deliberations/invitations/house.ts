import { exists, type RowRef, type Sql, sql } from "../../../reading/index.js";
import { Invitation } from "./invitation.js";

// One house, one voice (rule 1 of the domain): an organisation and the parts below it, at all levels, are
// one voice, that of the highest one attending. The organisations above an invited one are stored with its
// invitation, so that nothing of it changes during a meeting. The functions are declarations, because the
// classes and these functions import each other.

/** The condition that an invited organisation attends now, or attended when the deliberation closed. */
export function present(invitation: RowRef): Sql {
  const attendance = invitation.column("attendance");
  return sql`(jsonb_array_length(${attendance}) > 0 and ${attendance}->-1->>'leftAt' is null)`;
}

/** The house of an invited organisation: the highest organisation that it is part of, or itself. */
export function houseOf(invitation: RowRef): Sql {
  const above = invitation.column("part_of_organisation_ids");
  return sql`coalesce(${above}[cardinality(${above})], ${invitation.column("organisation_id")})`;
}

/** The condition that one of the invited organisations above this one meets a further condition. */
export function someAbove(invitation: RowRef, condition: (above: RowRef) => Sql): Sql {
  return exists(
    Invitation,
    invitation,
    (above) => sql`${above.column("deliberation_id")} = ${invitation.column("deliberation_id")}
      and ${above.column("organisation_id")} = any(${invitation.column("part_of_organisation_ids")})
      and ${condition(above)}`,
  );
}

/** The condition that no invited organisation is above this one. */
export function highestInvited(invitation: RowRef): Sql {
  return sql`not ${someAbove(invitation, () => sql`true`)}`;
}

/** The condition that an organisation is the voice of its house: it attends, and none above it does. */
export function isVoice(invitation: RowRef): Sql {
  return isVoiceOf(invitation, present);
}

/** The same where attendance is another condition than `present`. */
export function isVoiceOf(invitation: RowRef, attends: (one: RowRef) => Sql): Sql {
  return sql`(${attends(invitation)} and not ${someAbove(invitation, attends)})`;
}
