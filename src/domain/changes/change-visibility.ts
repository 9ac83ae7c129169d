import type { AccessScope } from "../../access/index.js";
import {
  allNouns,
  type Class,
  fieldOf,
  isAmong,
  nounOf,
  type ReferenceField,
  type Sql,
  sql,
} from "../../reading/index.js";
import {
  Acknowledgement,
  deliberationVisible,
  Outcome,
  OutcomeVersion,
} from "../deliberations/index.js";
import { Contribution, ProgressUpdate, planVisible } from "../plans/index.js";

type Rule = (scope: AccessScope, row: string) => Sql;

/** Subjects that may be gone: who may see their changes follows from what they belonged to. */
const ofTheGone: Record<string, Rule> = {
  Participant: (scope, row) => planVisible(scope, sql.ref(`${row}.plan_id`)),
  Invitation: (scope, row) => deliberationVisible(scope, sql.ref(`${row}.deliberation_id`)),
  Adoption: (scope, row) => sql`(${planVisible(scope, sql.ref(`${row}.plan_id`))}
    and ${deliberationVisible(scope, sql.ref(`${row}.deliberation_id`))})`,
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

/** References that may lead to what the viewer may not see, though they see the change's subject. */
const hideable: readonly [target: Class, reference: string][] = [
  [Contribution, "fundedBy"],
  [ProgressUpdate, "corrects"],
  [ProgressUpdate, "user"],
  [Outcome, "supersedes"],
  [OutcomeVersion, "user"],
  [Acknowledgement, "user"],
];

/**
 * Fields that a change does not tell: the funders' ids, hidden ones too, which are no field of the
 * API; and the minutes' document, as long as a meeting, which `Minutes` gives.
 */
const untold = ["fundingChain", "document"];

/**
 * The fields of a change as the viewer may know them: an id of something hidden is told as null, as
 * its edge would be.
 */
export function toldFields(scope: AccessScope, row: string): Sql {
  const entity = sql.ref(`${row}.entity`);
  const told = (side: "before" | "after") => {
    const value = sql`d.value->${sql.lit(side)}`;
    const cases = hideable.map(([noun, name]) => {
      const { table, visible } = nounOf((fieldOf(nounOf(noun), name) as ReferenceField).target());
      return sql`when ${entity} = ${sql.lit(noun.name)} and d.key = ${sql.lit(name)} then (
        select ${value} from ${sql.table(table)} as target
        where target.id = (${value} #>> '{}')::uuid and ${visible(scope, "target")})`;
    });
    return sql`case ${sql.join(cases, sql` `)} else ${value} end`;
  };
  return sql`(
    select coalesce(json_agg(json_build_object('name', d.key, 'before', ${told("before")}, 'after', ${told("after")}) order by d.key), '[]')
    from jsonb_each(${sql.ref(`${row}.diff`)}) as d where d.key not in (${sql.join(untold.map(sql.lit))}))`;
}
