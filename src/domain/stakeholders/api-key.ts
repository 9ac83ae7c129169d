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

/**
 * The scopes of a key: its rights in its organisation. No scope gives the rights of an
 * administrator.
 */
export const ApiKeyScope = defineEnum("ApiKeyScope", "A right of an API key in its organisation.", {
  READ: "Reads as a VIEWER of the organisation.",
  CONTRIBUTE: "Reports and contributes as a CONTRIBUTOR.",
  COORDINATE: "Plans and coordinates as a COORDINATOR.",
  ASSESS: "Answers assessments as an ASSESSOR; universities only.",
});
export type ApiKeyScope = MemberOf<typeof ApiKeyScope>;

/** A key with which an organisation's own systems use the hub. */
@Versioned({
  description:
    "A key with which an organisation's own systems use the hub. It has scopes and an expiry date. The hub shows it once and stores only its hash. The organisation's administrators see its record.",
  decidesAccess: true,
  visible: (scope, row) => isAmong(row.column("organisation_id"), scope.administers, "uuid"),
})
export class ApiKey extends VersionedNoun {
  @Reference(() => Organisation, { description: "The organisation that it belongs to." })
  organisation!: Rel<Organisation>;

  @Column("text", { description: "Its purpose." })
  name!: string;

  @Column("text", { unique: true, description: "Its first characters, which identify it." })
  prefix!: string;

  @Column("text", { secret: true, description: "SHA-256 of the key." })
  hash!: string;

  @EnumColumn(() => ApiKeyScope, { list: true, description: "Its rights." })
  scopes!: ApiKeyScope[];

  @Column("instant", { order: true, description: "The instant from which it no longer works." })
  expiresAt!: Date;

  @Column("instant", { nullable: true, description: "The instant at which it was revoked." })
  revokedAt?: Date | null;

  @Derived(
    "boolean",
    { description: "True while it works: it is neither expired nor revoked." },
    (row) =>
      sql`(${row.column("revoked_at")} is null and ${row.column("expires_at")} > ${row.statement.now()})`,
  )
  isActive!: boolean;

  override changeScope(): ChangeScope {
    return { owner: this.organisation.id };
  }
}
