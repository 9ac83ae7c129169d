import type { Rel } from "@mikro-orm/core";
import { Property } from "@mikro-orm/decorators/legacy";
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
  sql,
} from "../../reading/index.js";
import { Versioned, VersionedNoun } from "../common/index.js";
import { Organisation } from "../stakeholders/index.js";
import { ImportKind, ImportMode } from "./enums.js";

/** Tables are their organisation's own business; what no organisation sent is the operator's. */
const ownImports = (scope: AccessScope, row: RowRef): Sql => {
  const organisation = row.column("organisation_id");
  const own = isAmong(organisation, scope.organisations, "uuid");
  return scope.operator ? anyOf([own, sql`${organisation} is null`]) : own;
};

/** A table that was taken in. */
@Versioned({
  description:
    "A table (CSV) that was taken in, whole or its right rows, in one transaction; seen by its organisation. Impor.",
  queries: { one: "import", many: "imports" },
  isSmall: true,
  defaultOrder: { field: "createdAt", descending: true },
  visible: ownImports,
  table: "table_import",
})
export class Import extends VersionedNoun {
  @EnumColumn(() => ImportKind, { description: "What its rows are." })
  kind!: ImportKind;

  @EnumColumn(() => ImportMode, { description: "What was asked to be done with wrong rows." })
  mode!: ImportMode;

  @Reference(() => Organisation, {
    nullable: true,
    description: "The organisation that sent it; none for the platform's operator.",
  })
  organisation?: Rel<Organisation> | null;

  @Column("text", { description: "SHA-256 over the file's bytes, hex." })
  sha256!: string;

  @Column("int", { description: "The file's size in bytes." })
  size!: number;

  @Column("int", { description: "How many rows it has, without its header and empty ones." })
  rows!: number;

  @Column("int", { description: "How many rows were new, or changed something." })
  taken!: number;

  @Column("int", { description: "How many rows said what the hub knew already." })
  unchanged!: number;

  @Column("int", { description: "How many rows were wrong, and not taken." })
  refused!: number;

  /** The key of the table of wrong rows in the store of files. */
  @Property({ type: "string", columnType: "text", fieldName: "rejected_key", nullable: true })
  rejectedKey?: string | null;

  @Derived(
    "text",
    {
      nullable: true,
      description:
        "Where the wrong rows are downloaded from, each with what is wrong, relative to the hub; null where there are none.",
    },
    (row) => sql`case when ${row.column("rejected_key")} is not null
      then '/imports/' || ${row.column("id")} || '/rejected.csv' end`,
  )
  rejected!: never;

  override changeScope(): ChangeScope {
    return { owner: this.organisation?.id };
  }
}

/** The key of an import's wrong rows, where there are any and the viewer may see the import. */
export async function rejectedKeyOf(reader: Reader, id: string): Promise<string | undefined> {
  const { session, scope } = reader.reading;
  const found = rowOf(Import);
  const [row] = await session.rows<{ key: string | null }>(sql`
    select ${found.column("rejected_key")} as key from ${found.source}
    where ${found.column("id")} = ${id} and ${ownImports(scope, found)}`);
  return row?.key ?? undefined;
}
