import type { AccessScope } from "../../access/index.js";
import { allNouns, isAmong, type Sql, sql } from "../../reading/index.js";
import { planVisible } from "../plans/index.js";

type Rule = (scope: AccessScope, row: string) => Sql;

/** Subjects that may be gone: who may see their changes follows from what they belonged to. */
const ofTheGone: Record<string, Rule> = {
  Participant: (scope, row) => planVisible(scope, sql.ref(`${row}.plan_id`)),
  Membership: (scope, row) =>
    scope.operator ? sql`true` : isAmong(sql.ref(`${row}.owner`), scope.organisations, "uuid"),
};

/**
 * Which changes the viewer may see: those whose subject they may see now, not then. A noun that the
 * dictionary does not know, or that this does not, is seen by nobody.
 */
export function changeVisible(scope: AccessScope, row: string): Sql {
  const cases = allNouns()
    .filter(({ idColumn }) => idColumn === "id")
    .map(({ name, table, visible }) => {
      const rule = ofTheGone[name];
      const seen =
        rule?.(scope, row) ??
        sql`exists (select 1 from ${sql.table(table)} as subject
          where subject.id = ${sql.ref(`${row}.entity_id`)} and ${visible(scope, "subject")})`;
      return sql`when ${sql.lit(name)} then ${seen}`;
    });
  return sql`case ${sql.ref(`${row}.entity`)} ${sql.join(cases, sql` `)} else false end`;
}
