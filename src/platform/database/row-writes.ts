import {
  type EntityMetadata,
  type EntityProperty,
  isRaw,
  type Platform,
  ReferenceKind,
} from "@mikro-orm/core";
import { type BoundText, isValueList, parameterOf } from "./bound-text.js";

// MikroORM makes the statement that writes a row anew for each row, by a builder that is made for any statement.
// The statements of one row follow from its table and the columns that are written: they are made once.

/** The values of a row, by the names of their properties. */
export type RowValues = Readonly<Record<string, unknown>>;

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

const propertyOf = (meta: EntityMetadata, name: string): EntityProperty | undefined =>
  // The cast: the metadata of any entity has no known property names.
  meta.properties[name as never];

/** A property of one column, whose value is sent as the change set holds it. */
const isPlain = (property: EntityProperty | undefined): boolean =>
  property?.fieldNames?.length === 1 &&
  [ReferenceKind.SCALAR, ReferenceKind.MANY_TO_ONE].includes(property.kind);

const isPlainValue = (value: unknown): boolean =>
  value !== undefined && !isRaw(value) && !isValueList(value);

const isPlainTable = (meta: EntityMetadata): boolean =>
  meta.root === meta && !meta.inheritanceType && meta.schema === undefined;

const arePlain = (meta: EntityMetadata, values: RowValues): boolean => {
  const names = Object.keys(values);
  return (
    names.length > 0 &&
    names.every((name) => isPlain(propertyOf(meta, name)) && isPlainValue(values[name]))
  );
};

const columnOf = (meta: EntityMetadata, name: string): string =>
  quoted(propertyOf(meta, name)?.fieldNames[0] ?? name);

/** A column and the place of its value, as the type writes it. */
function placed(meta: EntityMetadata, name: string, at: number, platform: Platform) {
  const type = propertyOf(meta, name)?.customType;
  const place = type?.convertToDatabaseValueSQL?.(`$${at}`, platform) ?? `$${at}`;
  return { column: columnOf(meta, name), place };
}

const returning = (properties: readonly EntityProperty[]): string => {
  const columns = properties.flatMap(({ fieldNames }) => fieldNames).map(quoted);
  return columns.length > 0 ? ` returning ${columns.join(", ")}` : "";
};

/** The texts of the statements of each table, by the columns that they write. */
const texts = new WeakMap<EntityMetadata, Map<string, string>>();

function textOf(meta: EntityMetadata, key: string, make: () => string): string {
  const known = texts.get(meta) ?? new Map<string, string>();
  texts.set(meta, known);
  const text = known.get(key) ?? make();
  known.set(key, text);
  return text;
}

/** What Postgres gives back of a new row: the columns that it fills. */
const filled = (meta: EntityMetadata, values: RowValues) =>
  meta.props.filter(
    ({ name, returning: isReturned, persist, defaultRaw, autoincrement, generated }) =>
      isReturned ||
      (((persist !== false && defaultRaw) || autoincrement || generated) && !(name in values)),
  );

/** The statement that inserts a row; undefined where it is not as plain as all rows of the hub's nouns. */
export function insertOf(
  meta: EntityMetadata,
  values: RowValues,
  platform: Platform,
): BoundText | undefined {
  const hasKey = meta.primaryKeys.every((name) => name in values);
  if (!hasKey || !isPlainTable(meta) || !arePlain(meta, values)) return undefined;
  const names = Object.keys(values);
  const sql = textOf(meta, `insert ${names}`, () => {
    const row = names.map((name, at) => placed(meta, name, at + 1, platform));
    const columns = row.map(({ column }) => column).join(", ");
    const places = row.map(({ place }) => place).join(", ");
    const made = returning(filled(meta, values));
    return `insert into ${quoted(meta.tableName)} (${columns}) values (${places})${made}`;
  });
  return { sql, values: names.map((name) => parameterOf(values[name])) };
}

/** The columns that Postgres gives back of a changed row. */
const renewed = (meta: EntityMetadata) =>
  meta.props.filter(({ generated, primary, version }) => (generated && !primary) || version);

/** The statement that changes a row where it still is as `where` says; undefined as for an insert. */
export function updateOf(
  meta: EntityMetadata,
  where: RowValues,
  values: RowValues,
  platform: Platform,
): BoundText | undefined {
  const { versionProperty } = meta;
  const version = versionProperty && propertyOf(meta, versionProperty);
  if (!isPlainTable(meta) || !arePlain(meta, values) || !arePlain(meta, where)) return undefined;
  if (version && (version.runtimeType !== "number" || version.name in values)) return undefined;
  if (Object.values(where).includes(null)) return undefined;
  const [names, conditions] = [Object.keys(values), Object.keys(where)];
  const sql = textOf(meta, `update ${names} ${conditions}`, () => {
    const row = names.map((name, at) => placed(meta, name, at + 1, platform));
    const set = row.map(({ column, place }) => `${column} = ${place}`);
    if (version) set.push(`${columnOf(meta, version.name)} = ${columnOf(meta, version.name)} + 1`);
    const met = conditions.map((name, at) => `${columnOf(meta, name)} = $${names.length + at + 1}`);
    const table = quoted(meta.tableName);
    return `update ${table} set ${set.join(", ")} where ${met.join(" and ")}${returning(renewed(meta))}`;
  });
  const given = [...names.map((name) => values[name]), ...conditions.map((name) => where[name])];
  return { sql, values: given.map(parameterOf) };
}
