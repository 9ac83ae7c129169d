import type { AccessScope } from "../../access/index.js";
import {
  allNouns,
  allOf,
  anyOf,
  type Class,
  fieldOf,
  isAmong,
  type MadeRows,
  type NounDefinition,
  nounOf,
  type ReferenceField,
  type ReferencesField,
  type Sql,
  seenByAll,
  sql,
} from "../../reading/index.js";
import {
  ActionFinding,
  Answer,
  Assessment,
  Evidence,
  Finding,
  Review,
} from "../assessments/index.js";
import {
  Acknowledgement,
  deliberationVisible,
  Outcome,
  OutcomeVersion,
} from "../deliberations/index.js";
import { Support } from "../enterprises/index.js";
import { Contribution, ProgressUpdate, planVisible } from "../plans/index.js";
import { coordinatesProgramme } from "../programmes/index.js";

type Rule = (scope: AccessScope, row: string) => Sql;

/** For the members of the organisation that owned the subject, and the platform's operator. */
const ofItsOwner: Rule = (scope, row) =>
  scope.operator ? sql`true` : isAmong(sql.ref(`${row}.owner`), scope.organisations, "uuid");

/** Of a subject that is there whoever sees it knows; of one that is gone those whom `gone` names. */
const onceGone =
  (target: Class, gone: Rule): Rule =>
  (scope, row) => {
    const { table, visible } = nounOf(target);
    const subject = sql`from ${sql.table(table)} as subject where subject.id = ${sql.ref(`${row}.entity_id`)}`;
    return sql`(exists (select 1 ${subject} and ${visible(scope, "subject")})
      or (not exists (select 1 ${subject}) and ${gone(scope, row)}))`;
  };

/** Subjects that may be gone: who may see their changes follows from what they belonged to. */
const ofTheGone: Record<string, Rule> = {
  Participant: (scope, row) => planVisible(scope, sql.ref(`${row}.plan_id`)),
  Invitation: (scope, row) => deliberationVisible(scope, sql.ref(`${row}.deliberation_id`)),
  Adoption: (scope, row) => sql`(${planVisible(scope, sql.ref(`${row}.plan_id`))}
    and ${deliberationVisible(scope, sql.ref(`${row}.deliberation_id`))})`,
  Membership: ofItsOwner,
  Support: onceGone(Support, ofItsOwner),
  Target: seenByAll,
};

/** For those at work on the assessment that it followed: the university and the programme's coordinators. */
const atWork: Rule = (scope, row) =>
  anyOf([
    isAmong(sql.ref(`${row}.owner`), scope.organisations, "uuid"),
    coordinatesProgramme(scope, sql.ref(`${row}.programme_id`)),
  ]);

for (const target of [Answer, Evidence, Finding]) {
  ofTheGone[target.name] = onceGone(target, atWork);
}
// Its changes tell of its action: gone or not, it is seen where the action's plan is.
ofTheGone.ActionFinding = onceGone(ActionFinding, (scope, row) =>
  allOf([atWork(scope, row), planVisible(scope, sql.ref(`${row}.plan_id`))]),
);

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
  [Support, "group"],
  [Support, "contribution"],
  [Assessment, "plan"],
  [Assessment, "corrects"],
  [Review, "user"],
];

/** Lists of references of which each may lead to what the viewer may not see. */
export const hideableLists: readonly [target: Class, references: string][] = [
  [Finding, "actions"],
  [Finding, "measurements"],
];

/**
 * Fields that a change does not tell: the funders' ids, hidden ones too, which are no field of the
 * API; the minutes' document, as long as a meeting, which `Minutes` gives; and counts of which the
 * small ones are kept from whoever does not take part (rule 6).
 */
const untold = ["fundingChain", "document", "disaggregation", "women", "men"];

type Named = readonly [target: Class, name: string];

/** References by the noun that they lead to, so that each is asked in one place. */
const byTarget = (references: readonly Named[]) =>
  Map.groupBy(references, ([noun, name]) =>
    nounOf((fieldOf(nounOf(noun), name) as ReferenceField | ReferencesField).target()),
  );

/** The cases of a field's value for references: `told` says what remains of it, given their target. */
const casesOf = (
  references: readonly Named[],
  row: string,
  told: (target: NounDefinition) => Sql,
): Sql[] =>
  [...byTarget(references)].map(([target, found]) => {
    const among = found.map(([noun, name]) => sql`(${sql.lit(noun.name)}, ${sql.lit(name)})`);
    return sql`when (${sql.ref(`${row}.entity`)}, d.key) in (${sql.join(among)}) then (${told(target)})`;
  });

/**
 * The fields of a change as the viewer may know them: an id of something hidden is told as null, as
 * its edge would be, and left out of a list.
 */
export function toldFields(row: string, scope: AccessScope): MadeRows {
  const single = casesOf(
    hideable,
    row,
    ({ table, visible }) => sql`
      select side.value from ${sql.table(table)} as target
      where target.id = (side.value #>> '{}')::uuid and ${visible(scope, "target")}`,
  );
  const lists = casesOf(
    hideableLists,
    row,
    ({ table, visible }) => sql`
      select case when jsonb_typeof(side.value) = 'array' then coalesce(jsonb_agg(one.id order by one.place), '[]')
        else side.value end
      from jsonb_path_query(side.value, '$[*]') with ordinality as one(id, place)
      join ${sql.table(table)} as target
        on target.id = (one.id #>> '{}')::uuid and ${visible(scope, "target")}`,
  );
  const cases = sql.join([...single, ...lists], sql` `);
  // Few names can lead to what is hidden: the others' values are told without a look at any case.
  const names = sql.join([...hideable, ...hideableLists].map(([, name]) => sql.lit(name)));
  const told = (side: string) => sql`case when d.key in (${names}) then told.sides->${sql.lit(side)}
    else d.value->${sql.lit(side)} end`;
  return {
    from: sql`jsonb_each(${sql.ref(`${row}.diff`)}) as d cross join lateral (
        select jsonb_object_agg(side.name, case ${cases} else side.value end) as sides
        from (values ('before', d.value->'before'), ('after', d.value->'after')) as side(name, value)
        where d.key in (${names})) as told
      where d.key not in (${sql.join(untold.map(sql.lit))})`,
    order: sql`d.key`,
    parts: { name: sql`d.key`, before: told("before"), after: told("after") },
  };
}
