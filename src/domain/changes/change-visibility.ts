import type { AccessScope } from "../../access/index.js";
import {
  allNouns,
  type ColumnField,
  from,
  isColumn,
  isReference,
  type MadeRows,
  type NounDefinition,
  nounNamed,
  nounOf,
  type RowRef,
  type Sql,
  sql,
} from "../../reading/index.js";
import { seenWithSubject } from "../common/index.js";

/** The cases of `change.entity`, of the nouns that are among some if they are given. */
const casesAmong = (
  scope: AccessScope,
  change: RowRef,
  entities: ReadonlySet<string> | undefined,
): Sql[] =>
  allNouns()
    .filter(({ idColumn, name }) => idColumn === "id" && (entities?.has(name) ?? true))
    .map(({ name, target, changesVisible }) => {
      const seen = changesVisible?.(scope, change) ?? seenWithSubject(target, scope, change);
      return sql`when ${sql.lit(name)} then ${seen}`;
    });

/**
 * The changes that the viewer can see: those whose subject they can see now, not at the time. If
 * the changes are known to be about some `entities`, the filter looks at no others. Nobody sees the
 * changes of a noun that the dictionary does not know.
 */
export function changeVisible(
  scope: AccessScope,
  change: RowRef,
  entities?: ReadonlySet<string>,
): Sql {
  const expected = entities ? undefined : change.statement.subjects;
  const cases = casesAmong(scope, change, entities ?? expected);
  if (!expected) return caseOf(change, cases, sql`false`);
  // Seen by nobody, and yet no reason for another statement.
  const unknown = [...expected].filter((name) => !nounNamed(name));
  const unseen = unknown.map((name) => sql`when ${sql.lit(name)} then false`);
  return caseOf(change, [...cases, ...unseen], sql`${unexpectedLine(change)}::boolean`);
}

const caseOf = (change: RowRef, cases: readonly Sql[], rest: Sql): Sql =>
  cases.length === 0
    ? rest
    : sql`case ${change.column("entity")} ${sql.join(cases, sql` `)} else ${rest} end`;

/** Ends the statement, which holds no rules for a line of this noun: another is made that does. */
const unexpectedLine = (change: RowRef): Sql => sql`unexpected_line(${change.column("entity")})`;

/**
 * A reference that may lead to a row that is hidden from the viewer, even though they see the
 * change's subject.
 */
interface HideableReference {
  noun: NounDefinition;
  name: string;
  target: NounDefinition;
}

/** The nouns that changes are expected to be of; all, where nothing is expected. */
const subjectsOf = (expected: ReadonlySet<string> | undefined): NounDefinition[] =>
  allNouns().filter(({ name }) => expected?.has(name) ?? true);

const hiddenReferences = (
  nouns: readonly NounDefinition[],
  type: "reference" | "references",
): HideableReference[] =>
  nouns.flatMap((noun) =>
    [...noun.fields.values()].flatMap((field) =>
      isReference(field) && field.type === type && field.mayBeHidden
        ? [{ noun, name: field.name, target: nounOf(field.target()) }]
        : [],
    ),
  );

/**
 * One field of a change in a statement: `name` is the field's name, `value` the text of one of its
 * sides.
 */
interface FieldSide {
  change: RowRef;
  name: Sql;
  value: Sql;
}

/**
 * The cases of a side's value for references, one for each noun that they lead to; `shown` is the
 * rest of a case.
 */
function casesOf(
  references: readonly HideableReference[],
  { change, name }: FieldSide,
  shown: (target: NounDefinition) => Sql,
): Sql[] {
  const byTarget = Map.groupBy(references, ({ target }) => target);
  return [...byTarget].map(([target, found]) => {
    const among = found.map((one) => sql`(${sql.lit(one.noun.name)}, ${sql.lit(one.name)})`);
    return sql`when (${change.column("entity")}, ${name}) in (${sql.join(among)}) then (${shown(target)})`;
  });
}

/** A column, with its noun. */
interface OwnColumn {
  noun: NounDefinition;
  field: ColumnField;
}

/** The columns whose value is hidden from some viewers in some changes. */
const suppressedColumns = (nouns: readonly NounDefinition[]): OwnColumn[] =>
  nouns.flatMap((noun) =>
    [...noun.fields.values()].flatMap((field) =>
      isColumn(field) && field.suppression ? [{ noun, field }] : [],
    ),
  );

/** The cases of a side's value for columns with a suppression, decided by the subject as it is now. */
const suppressedCases = (
  columns: readonly OwnColumn[],
  scope: AccessScope,
  { change, name, value }: FieldSide,
): Sql[] =>
  columns.map(({ noun, field: { name: own, suppression } }) => {
    const subject = from(noun.target, change);
    const shown = sql`select ${value} from ${subject.source}
      where ${subject.column("id")} = ${change.column("entity_id")}
        and ${suppression?.unless(subject, scope) ?? sql`true`}`;
    const number = sql`(case when jsonb_typeof(${value}) = 'number' then (${value} #>> '{}')::float8 end)`;
    const hideable = suppression?.isHideable(number) ?? sql`false`;
    return sql`when (${change.column("entity")}, ${name}) = (${sql.lit(noun.name)}, ${sql.lit(own)})
      then (case when not coalesce(${hideable}, false) then ${value} else (${shown}) end)`;
  });

/** The columns of which the history shows some values only. */
const guardedColumns = (nouns: readonly NounDefinition[]): OwnColumn[] =>
  nouns.flatMap((noun) =>
    [...noun.fields.values()].flatMap((field) =>
      isColumn(field) && field.orderedBy?.past ? [{ noun, field }] : [],
    ),
  );

/** The cases of a side's value for these columns, decided by the subject as it is now. */
const guardedCases = (
  columns: readonly OwnColumn[],
  scope: AccessScope,
  { change, name, value }: FieldSide,
): Sql[] =>
  columns.map(({ noun, field: { name: own, orderedBy } }) => {
    const subject = from(noun.target, change);
    return sql`when (${change.column("entity")}, ${name}) = (${sql.lit(noun.name)}, ${sql.lit(own)})
      then (select ${value} from ${subject.source} where ${subject.column("id")} = ${change.column("entity_id")}
        and ${orderedBy?.past?.(value, subject, scope) ?? sql`true`})`;
  });

/** The visible row of a noun whose id is JSON text. */
const visibleId = (scope: AccessScope, row: RowRef, noun: NounDefinition, id: Sql): Sql =>
  sql`${row.column("id")} = (${id} #>> '{}')::uuid and ${noun.visible(scope, row)}`;

/** The fields of changes that may lead to hidden rows, or are shown to some viewers only. */
interface DecidedFields {
  single: HideableReference[];
  several: HideableReference[];
  suppressed: OwnColumn[];
  guarded: OwnColumn[];
}

const decidedFields = (nouns: readonly NounDefinition[]): DecidedFields => ({
  single: hiddenReferences(nouns, "reference"),
  several: hiddenReferences(nouns, "references"),
  suppressed: suppressedColumns(nouns),
  guarded: guardedColumns(nouns),
});

/**
 * One side of a field as the viewer sees it. The id of a hidden row becomes null, as its edge does,
 * and is left out of a list; a small count becomes null, as in the row itself.
 */
function shownSide(side: FieldSide, fields: DecidedFields, scope: AccessScope): Sql {
  const { change, value } = side;
  const single = casesOf(fields.single, side, (noun) => {
    const row = from(noun.target, change);
    return sql`select ${value} from ${row.source} where ${visibleId(scope, row, noun, value)}`;
  });
  const lists = casesOf(fields.several, side, (noun) => {
    const row = from(noun.target, change);
    const one = change.statement.madeRow();
    const id = one.column("id");
    return sql`
      select case when jsonb_typeof(${value}) = 'array'
        then coalesce(jsonb_agg(${id} order by ${one.column("place")}), '[]') else ${value} end
      from jsonb_path_query(${value}, '$[*]') with ordinality as ${one.name}(id, place)
      join ${row.source} on ${visibleId(scope, row, noun, id)}`;
  });
  const cases = [
    ...single,
    ...lists,
    ...suppressedCases(fields.suppressed, scope, side),
    ...guardedCases(fields.guarded, scope, side),
  ];
  return sql`case ${sql.join(cases, sql` `)} else ${value} end`;
}

/**
 * The fields that no change shows. Each noun names those that the API does not show in their stored
 * form.
 */
const hiddenFields = (): string[] => allNouns().flatMap(({ hiddenInChanges }) => hiddenInChanges);

const listed = (names: Iterable<string>): Sql => sql.join([...new Set(names)].map(sql.lit));

/** What changed, by field; of a line that is not expected nothing, as the statement ends. */
function diffOf(change: RowRef, expected: ReadonlySet<string> | undefined): Sql {
  const diff = change.column("diff");
  if (!expected) return diff;
  const rest = sql`${unexpectedLine(change)}::jsonb`;
  if (expected.size === 0) return rest;
  return sql`case when ${change.column("entity")} in (${listed(expected)}) then ${diff} else ${rest} end`;
}

/** The fields of a change, by name, as the viewer sees them. */
export function shownFields(change: RowRef, scope: AccessScope): MadeRows {
  const expected = change.statement.subjects;
  const field = change.statement.madeRow();
  const name = field.column("key");
  const value = field.column("value");
  const each = sql`jsonb_each(${diffOf(change, expected)}) as ${field.name}`;
  const where = sql`where ${name} not in (${listed(hiddenFields())})`;
  const fields = decidedFields(subjectsOf(expected));
  // Only a few field names can lead to hidden rows, or be small counts. The values of all others are shown without a
  // check of the cases.
  const names = new Set([
    ...[...fields.single, ...fields.several].map((one) => one.name),
    ...[...fields.suppressed, ...fields.guarded].map((one) => one.field.name),
  ]);
  const shownAs = (from: Sql) => ({
    name,
    before: sql`${from}->'before'`,
    after: sql`${from}->'after'`,
  });
  if (names.size === 0) {
    return { from: sql`${each} ${where}`, order: name, parts: shownAs(value) };
  }
  const side = change.statement.madeRow();
  const shown = change.statement.madeRow();
  const sides = shownSide({ change, name, value: side.column("value") }, fields, scope);
  // `offset 0` has Postgres decide once for both sides.
  return {
    from: sql`${each} cross join lateral (
        select case when ${name} in (${listed(names)}) then (
          select jsonb_object_agg(${side.column("name")}, ${sides})
          from (values ('before', ${value}->'before'), ('after', ${value}->'after'))
            as ${side.name}(name, value)) else ${value} end as sides
        offset 0) as ${shown.name}
      ${where}`,
    order: name,
    parts: shownAs(sql`${shown.column("sides")}`),
  };
}
