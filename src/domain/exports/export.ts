import type { Rel } from "@mikro-orm/core";
import { Property } from "@mikro-orm/decorators/legacy";
import type { AccessScope } from "../../access/index.js";
import type { ChangeScope } from "../../ledger/index.js";
import {
  anyOf,
  Column,
  Derived,
  DerivedReference,
  EnumColumn,
  from,
  isAmong,
  Reference,
  type RowRef,
  type Sql,
  sql,
} from "../../reading/index.js";
import { Versioned, VersionedNoun } from "../common/index.js";
import { Organisation, User } from "../stakeholders/index.js";
import { View, visibleView } from "../views/index.js";
import { ExportFormat, ExportStatus } from "./enums.js";

/** The exports of the viewer's organisations; for the operator also those without an organisation. */
export const ownExports = (scope: AccessScope, row: RowRef): Sql => {
  const organisation = row.column("organisation_id");
  const own = isAmong(organisation, scope.organisations, "uuid");
  return scope.operator ? anyOf([own, sql`${organisation} is null`]) : own;
};

/** An export of a list, as its file's request names it. */
export interface ListExport {
  list: string;
  where?: unknown;
  orderBy?: unknown;
  columns?: readonly string[];
}

/** An export of a view's result. */
export interface ViewExport {
  /** The view's id. */
  view: string;
  /** Its key, by which its file is named. */
  key: string;
  /** The values of its parameters by name. */
  parameters?: unknown;
}

/** What an export is of. */
export type ExportRequest = ListExport | ViewExport;

/** A file of a long list or of a view, which the hub makes in the background. */
@Versioned({
  description:
    "A file of a list or of a view that the hub makes in the background, as its requester sees the rows when it is made. Visible to the organisation for which it was started; the file to its requester only. Ekspor.",
  queries: { one: "export", many: "exports" },
  isSmall: true,
  defaultOrder: { field: "createdAt", descending: true },
  visible: ownExports,
  table: "export_job",
})
export class Export extends VersionedNoun {
  @EnumColumn(() => ExportStatus, { description: "Its state." })
  status!: ExportStatus;

  @EnumColumn(() => ExportFormat, { description: "The format of its file." })
  format!: ExportFormat;

  @Column("text", {
    description:
      "The list that it is of, as the graph's root names it; of a view that of its rows.",
  })
  list!: string;

  @DerivedReference(
    () => View,
    {
      description:
        "The view that it is of; null for a list, and where the viewer may not see the view.",
    },
    (row, scope) => {
      const view = from(View, row);
      const id = view.column("id");
      return sql`(select ${id} from ${view.source}
        where ${id} = (${row.column("request")} ->> 'view')::uuid and ${visibleView(scope, view)})`;
    },
  )
  view!: never;

  @Column("text", {
    filter: false,
    description: "The locale of its headings and numbers: `id-ID` or `en`.",
  })
  locale!: string;

  @Column("int", {
    default: "0",
    filter: false,
    description: "How much of the file is made, from 0 to 100; written every few seconds.",
  })
  progress!: number;

  @Column("int", {
    nullable: true,
    filter: false,
    description: "The number of its rows; null before it is done.",
  })
  rows?: number | null;

  @Column("int", {
    nullable: true,
    filter: false,
    description: "The size of its file in bytes; null before it is done.",
  })
  bytes?: number | null;

  @Column("position", {
    nullable: true,
    filter: false,
    description: "The ledger's position at which the rows were read; null before that.",
  })
  position?: string | null;

  @Column("text", {
    nullable: true,
    filter: false,
    description: "The code of the error for which it FAILED, as of a refused request.",
  })
  failureCode?: string | null;

  @Column("text", {
    nullable: true,
    filter: false,
    length: 5000,
    description: "What the error says, in the language of its locale.",
  })
  failure?: string | null;

  @Column("instant", {
    nullable: true,
    description: "The instant at which it ended; null while it is unfinished.",
  })
  finishedAt?: Date | null;

  @Column("instant", {
    nullable: true,
    description: "The instant at which its file is removed; null before it is done.",
  })
  expiresAt?: Date | null;

  @Reference(() => Organisation, {
    nullable: true,
    description: "The organisation for which it was started; null for the platform's operator.",
  })
  organisation?: Rel<Organisation> | null;

  @Reference(() => User, {
    nullable: true,
    mayBeHidden: true,
    description: "The person who started it; null for an API key.",
  })
  user?: Rel<User> | null;

  /** What is exported. Not in the API: a filter says what its requester looks for. */
  @Property({ type: "json", columnType: "jsonb" })
  request!: ExportRequest;

  /** The person or API key that started it; null for an operator who is no member. */
  @Property({ type: "uuid", columnType: "uuid", nullable: true })
  holder?: string | null;

  /** True if its requester was a platform operator when it was started. */
  @Property({ type: "boolean", columnType: "boolean", fieldName: "by_operator" })
  byOperator!: boolean;

  /** The key of its file in the store of files. */
  @Property({ type: "string", columnType: "text", fieldName: "file_key", nullable: true })
  fileKey?: string | null;

  @Derived(
    "text",
    {
      nullable: true,
      description:
        "The address of its file, relative to the hub, for its requester; null unless it is DONE.",
    },
    (row) => sql`case when ${row.column("status")} = 'DONE'
      then '/exports/' || ${row.column("id")} || '.' || lower(${row.column("format")}::text) end`,
  )
  address!: never;

  override changeScope(): ChangeScope {
    return { owner: this.organisation?.id };
  }
}
