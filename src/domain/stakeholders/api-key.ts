import type { Rel } from "@mikro-orm/core";
import type { ChangeScope } from "../../ledger/index.js";
import {
  Column,
  Derived,
  defineEnum,
  EnumColumn,
  isAmong,
  type MemberOf,
  Reference,
  sql,
} from "../../reading/index.js";
import { Versioned, VersionedNoun } from "../common/index.js";
import { Organisation } from "./organisation.js";

/** What a key may do for its organisation; never the administrator's business. */
export const ApiKeyScope = defineEnum(
  "ApiKeyScope",
  "What an API key may do for its organisation.",
  {
    READ: "Reads as a VIEWER of the organisation.",
    CONTRIBUTE: "Reports and contributes as a CONTRIBUTOR.",
    COORDINATE: "Plans and coordinates as a COORDINATOR.",
    ASSESS: "Answers assessments as an ASSESSOR; universities only.",
  },
);
export type ApiKeyScope = MemberOf<typeof ApiKeyScope>;

/** A key with which an organisation's own systems use the hub. */
@Versioned({
  description:
    "A key with which an organisation's own systems use the hub: shown once, kept as a hash, scoped, expiring. Its administrators see it.",
  decidesAccess: true,
  visible: (scope, row) => isAmong(row.column("organisation_id"), scope.administers, "uuid"),
})
export class ApiKey extends VersionedNoun {
  @Reference(() => Organisation, { description: "Whose key it is." })
  organisation!: Rel<Organisation>;

  @Column("text", { description: "What it is for." })
  name!: string;

  @Column("text", { unique: true, description: "Its beginning, by which it is told from others." })
  prefix!: string;

  @Column("text", { secret: true, description: "SHA-256 of the key." })
  hash!: string;

  @EnumColumn(() => ApiKeyScope, { list: true, description: "What it may do." })
  scopes!: ApiKeyScope[];

  @Column("instant", { order: true, description: "When it stops working." })
  expiresAt!: Date;

  @Column("instant", { nullable: true, description: "When it was revoked." })
  revokedAt?: Date | null;

  @Derived(
    "boolean",
    { description: "Whether it works now: neither expired nor revoked." },
    (row) =>
      sql`(${row.column("revoked_at")} is null and ${row.column("expires_at")} > ${row.statement.now()})`,
  )
  isActive!: boolean;

  override changeScope(): ChangeScope {
    return { owner: this.organisation.id };
  }
}
