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
 * Which changes the viewer may see: those whose subject they may see now, not then; of changes that
 * are known to be about some `entities`, no others are looked at. A noun that the dictionary does not
 * know, or that this does not, is seen by nobody.
 */
export function changeVisible(
  scope: AccessScope,
  row: string,
  entities?: ReadonlySet<string>,
): Sql {
  const cases = allNouns()
    .filter(({ idColumn, name }) => idColumn === "id" && (entities?.has(name) ?? true))
    .map(({ name, table, visible }) => {
      const rule = ofTheGone[name];
      const seen =
        rule?.(scope, row) ??
        sql`exists (select 1 from ${sql.table(table)} as subject
          where subject.id = ${sql.ref(`${row}.entity_id`)} and ${visible(scope, "subject")})`;
      return sql`when ${sql.lit(name)} then ${seen}`;
    });
  if (cases.length === 0) return sql`false`;
  return sql`case ${sql.ref(`${row}.entity`)} ${sql.join(cases, sql` `)} else false end`;
}

/** References that may lead to what the viewer may not see, though they see the change's subject. */
export const hideable: readonly [target: Class, reference: string][] = [
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

/** The hideable references by the noun that they lead to, so that each is asked in one place. */
const hideableTo = () =>
  Map.groupBy(hideable, ([noun, name]) =>
    nounOf((fieldOf(nounOf(noun), name) as ReferenceField).target()),
  );

/**
 * The fields of a change as the viewer may know them: an id of something hidden is told as null, as
 * its edge would be.
 */
export function toldFields(scope: AccessScope, row: string): Sql {
  const cases = [...hideableTo()].map(([{ table, visible }, references]) => {
    const among = references.map(([noun, name]) => sql`(${sql.lit(noun.name)}, ${sql.lit(name)})`);
    return sql`when (${sql.ref(`${row}.entity`)}, d.key) in (${sql.join(among)}) then (
      select side.value from ${sql.table(table)} as target
      where target.id = (side.value #>> '{}')::uuid and ${visible(scope, "target")})`;
  });
  return sql`(
    select coalesce(jsonb_agg(jsonb_build_object('name', d.key) || told.sides order by d.key), '[]')
    from jsonb_each(${sql.ref(`${row}.diff`)}) as d cross join lateral (
      select jsonb_object_agg(side.name, case ${sql.join(cases, sql` `)} else side.value end) as sides
      from (values ('before', d.value->'before'), ('after', d.value->'after')) as side(name, value)
    ) as told where d.key not in (${sql.join(untold.map(sql.lit))}))`;
}
