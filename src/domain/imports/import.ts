import type { Rel } from "@mikro-orm/core";
import { Property } from "@mikro-orm/decorators/legacy";
import { Field, Int, ObjectType } from "type-graphql";
import type { AccessScope } from "../../access/index.js";
import type { ChangeScope } from "../../ledger/index.js";
import {
  anyOf,
  Column,
  Derived,
  EnumColumn,
  isAmong,
  type Reader,
  Reference,
  type RowRef,
  rowOf,
  type Sql,
  Structure,
  sql,
} from "../../reading/index.js";
import { Versioned, VersionedNoun } from "../common/index.js";
import { Organisation } from "../stakeholders/index.js";
import { ImportKind, ImportMode } from "./enums.js";
import { LeftAlone } from "./rows/row-outcome.js";

/** The imports of the viewer's organisations; for the operator also those without an organisation. */
const ownImports = (scope: AccessScope, row: RowRef): Sql => {
  const organisation = row.column("organisation_id");
  const own = isAmong(organisation, scope.organisations, "uuid");
  return scope.operator ? anyOf([own, sql`${organisation} is null`]) : own;
};

/** A row that a table in the mode CORRECT left alone. */
@ObjectType({ description: "A row that a table in the mode CORRECT left alone." })
export class RowLeftAlone {
  @Field(() => Int, { description: "The number of the row in the file, as a spreadsheet counts." })
  row!: number;
  @Field(() => LeftAlone, { description: "The reason." })
  reason!: LeftAlone;
}

/** An imported table. */
@Versioned({
  description:
    "A table (CSV) that was imported: all of it, its valid rows or its corrections, in one transaction. Visible to the organisation that sent it. Impor.",
  queries: { one: "import", many: "imports" },
  isSmall: true,
  defaultOrder: { field: "createdAt", descending: true },
  visible: ownImports,
  table: "table_import",
})
export class Import extends VersionedNoun {
  @EnumColumn(() => ImportKind, { description: "The kind of its rows." })
  kind!: ImportKind;

  @EnumColumn(() => ImportMode, { description: "The requested treatment of wrong rows." })
  mode!: ImportMode;

  @Reference(() => Organisation, {
    nullable: true,
    description: "The organisation that sent it; null for the platform's operator.",
  })
  organisation?: Rel<Organisation> | null;

  @Column("text", { description: "The SHA-256 of the file's bytes, in hexadecimal." })
  sha256!: string;

  @Column("int", { description: "The file's size in bytes." })
  size!: number;

  @Column("int", { description: "The number of rows, without the header and empty rows." })
  rows!: number;

  @Column("int", { description: "The number of rows that were new or changed something." })
  taken!: number;

  @Column("int", { description: "The number of rows that the hub already had." })
  unchanged!: number;

  @Column("int", { description: "The number of wrong rows, which were not imported." })
  refused!: number;

  @Column("int", {
    default: "0",
    description: "The number of rows that a table in the mode CORRECT left alone.",
  })
  leftAlone!: number;

  @Structure(() => [RowLeftAlone], {
    default: "'[]'",
    description: "The rows that were left alone, each with the reason; the first thousand.",
  })
  leftAloneRows!: RowLeftAlone[];

  @Column("instant", {
    nullable: true,
    description: "The instant at which it was taken back with undoImport; null while it stands.",
  })
  undoneAt?: Date | null;

  @Column("text", {
    length: 2000,
    nullable: true,
    filter: false,
    description: "Why it was taken back.",
  })
  undoReason?: string | null;

  /** The key of the table of wrong rows in the store of files. */
  @Property({ type: "string", columnType: "text", fieldName: "rejected_key", nullable: true })
  rejectedKey?: string | null;

  @Derived(
    "text",
    {
      nullable: true,
      description:
        "The address for downloading the wrong rows with their faults, relative to the hub; null if no row was wrong.",
    },
    (row) => sql`case when ${row.column("rejected_key")} is not null
      then '/imports/' || ${row.column("id")} || '/rejected.csv' end`,
  )
  rejected!: never;

  override changeScope(): ChangeScope {
    return { owner: this.organisation?.id };
  }
}

/** The key of an import's wrong rows; undefined if there are none, or the viewer may not see the import. */
export async function rejectedKeyOf(reader: Reader, id: string): Promise<string | undefined> {
  const { session, scope } = reader.reading;
  const found = rowOf(Import);
  const [row] = await session.rows<{ key: string | null }>(sql`
    select ${found.column("rejected_key")} as key from ${found.source}
    where ${found.column("id")} = ${id} and ${ownImports(scope, found)}`);
  return row?.key ?? undefined;
}
