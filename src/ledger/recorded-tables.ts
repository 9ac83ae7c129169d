import type { EntityProperty, MikroORM } from "@mikro-orm/core";

/** What an older line holds of a column: the member that it is of the column's JSON now. */
export interface FormerField {
  column: string;
  member: string;
}

/** A table whose rows the ledger can bring back: the entity of its lines, and the columns of their fields. */
export interface RecordedTable {
  entity: string;
  /** The column of each field that a line may hold, by the field's name. */
  columns: Readonly<Record<string, string>>;
  /** The fields of older lines whose values are parts of a column now, by name. */
  former?: Readonly<Record<string, FormerField>>;
  /** True where a column counts the row's lines. */
  isVersioned: boolean;
}

/** The tables whose changes are recorded row by row, by name. */
export type RecordedTables = ReadonlyMap<string, RecordedTable>;

/** Fields of which the lines say nothing: who the subject is, and the number of its lines. */
const unrecorded = new Set(["id", "version"]);

/** A secret is in no line: the line says that it changed. */
const isRecorded = ({ name, fieldNames, hidden, persist }: EntityProperty): boolean =>
  fieldNames?.length === 1 && persist !== false && !hidden && !unrecorded.has(name);

/** The recorded tables of these entities, by the metadata by which the recorder writes their lines. */
export function recordedTables(orm: Pick<MikroORM, "getMetadata">): RecordedTables {
  const tables = new Map<string, RecordedTable>();
  for (const meta of orm.getMetadata().getAll().values()) {
    if (!meta.tableName || !("changeScope" in (meta.class?.prototype ?? {}))) continue;
    const fields = Object.values<EntityProperty>(meta.properties).filter(isRecorded);
    const columns = Object.fromEntries(
      fields.map(({ name, fieldNames: [column = ""] }) => [name, column]),
    );
    const isVersioned = meta.versionProperty !== undefined;
    tables.set(meta.tableName, { entity: meta.className, columns, isVersioned });
  }
  return tables;
}
