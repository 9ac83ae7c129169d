import type { AccessScope } from "../../access/index.js";
import {
  allNouns,
  type ColumnField,
  from,
  isColumn,
  isReference,
  type MadeRows,
  type NounDefinition,
  nounOf,
  type RowRef,
  type Sql,
  sql,
} from "../../reading/index.js";
import { seenWithSubject } from "../common/index.js";

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
  const cases = allNouns()
    .filter(({ idColumn, name }) => idColumn === "id" && (entities?.has(name) ?? true))
    .map(({ name, target, changesVisible }) => {
      const seen = changesVisible?.(scope, change) ?? seenWithSubject(target, scope, change);
      return sql`when ${sql.lit(name)} then ${seen}`;
    });
  if (cases.length === 0) return sql`false`;
  return sql`case ${change.column("entity")} ${sql.join(cases, sql` `)} else false end`;
}

/**
 * A reference that may lead to a row that is hidden from the viewer, even though they see the
 * change's subject.
 */
interface HideableReference {
  noun: NounDefinition;
  name: string;
  target: NounDefinition;
}

const hiddenReferences = (type: "reference" | "references"): HideableReference[] =>
  allNouns().flatMap((noun) =>
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

/** The columns whose value is hidden from some viewers in some changes. */
const suppressedColumns = (): { noun: NounDefinition; field: ColumnField }[] =>
  allNouns().flatMap((noun) =>
    [...noun.fields.values()].flatMap((field) =>
      isColumn(field) && field.suppression ? [{ noun, field }] : [],
    ),
  );

/** The cases of a side's value for columns with a suppression, decided by the subject as it is now. */
const suppressedCases = (scope: AccessScope, { change, name, value }: FieldSide): Sql[] =>
  suppressedColumns().map(({ noun, field: { name: own, suppression } }) => {
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
const guardedColumns = (): { noun: NounDefinition; field: ColumnField }[] =>
  allNouns().flatMap((noun) =>
    [...noun.fields.values()].flatMap((field) =>
      isColumn(field) && field.orderedBy?.past ? [{ noun, field }] : [],
    ),
  );

/** The cases of a side's value for these columns, decided by the subject as it is now. */
const guardedCases = (scope: AccessScope, { change, name, value }: FieldSide): Sql[] =>
  guardedColumns().map(({ noun, field: { name: own, orderedBy } }) => {
    const subject = from(noun.target, change);
    return sql`when (${change.column("entity")}, ${name}) = (${sql.lit(noun.name)}, ${sql.lit(own)})
      then (select ${value} from ${subject.source} where ${subject.column("id")} = ${change.column("entity_id")}
        and ${orderedBy?.past?.(value, subject, scope) ?? sql`true`})`;
  });

/** The visible row of a noun whose id is JSON text. */
const visibleId = (scope: AccessScope, row: RowRef, noun: NounDefinition, id: Sql): Sql =>
  sql`${row.column("id")} = (${id} #>> '{}')::uuid and ${noun.visible(scope, row)}`;

/**
 * One side of a field as the viewer sees it. The id of a hidden row becomes null, as its edge does,
 * and is left out of a list; a small count becomes null, as in the row itself.
 */
function shownSide(side: FieldSide, scope: AccessScope): Sql {
  const { change, value } = side;
  const single = casesOf(hiddenReferences("reference"), side, (noun) => {
    const row = from(noun.target, change);
    return sql`select ${value} from ${row.source} where ${visibleId(scope, row, noun, value)}`;
  });
  const lists = casesOf(hiddenReferences("references"), side, (noun) => {
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
    ...suppressedCases(scope, side),
    ...guardedCases(scope, side),
  ];
  return sql`case ${sql.join(cases, sql` `)} else ${value} end`;
}

/**
 * The fields that no change shows. Each noun names those that the API does not show in their stored
 * form.
 */
const hiddenFields = (): string[] => allNouns().flatMap(({ hiddenInChanges }) => hiddenInChanges);

const listed = (names: Iterable<string>): Sql => sql.join([...new Set(names)].map(sql.lit));

/** The fields of a change, by name, as the viewer sees them. */
export function shownFields(change: RowRef, scope: AccessScope): MadeRows {
  const field = change.statement.madeRow();
  const side = change.statement.madeRow();
  const shown = change.statement.madeRow();
  const name = field.column("key");
  const value = field.column("value");
  // Only a few field names can lead to hidden rows, or be small counts. The values of all others are shown without a
  // check of the cases.
  const references = [...hiddenReferences("reference"), ...hiddenReferences("references")];
  const names = listed([
    ...references.map((one) => one.name),
    ...[...suppressedColumns(), ...guardedColumns()].map(({ field }) => field.name),
  ]);
  const sides = shownSide({ change, name, value: side.column("value") }, scope);
  const shownAs = (which: string) => sql`case when ${name} in (${names})
    then ${shown.column("sides")}->${sql.lit(which)} else ${value}->${sql.lit(which)} end`;
  return {
    from: sql`jsonb_each(${change.column("diff")}) as ${field.name} cross join lateral (
        select jsonb_object_agg(${side.column("name")}, ${sides}) as sides
        from (values ('before', ${value}->'before'), ('after', ${value}->'after'))
          as ${side.name}(name, value)
        where ${name} in (${names})) as ${shown.name}
      where ${name} not in (${listed(hiddenFields())})`,
    order: name,
    parts: { name, before: shownAs("before"), after: shownAs("after") },
  };
}
