import type { Rel } from "@mikro-orm/core";
import { Role } from "../../access/index.js";
import type { ChangeScope } from "../../ledger/index.js";
import { EnumColumn, isAmong, publishEnum, Reference, sql, UniqueOn } from "../../reading/index.js";
import { seenByOwner, Versioned, VersionedNoun } from "../common/index.js";
import { Organisation } from "./organisation.js";
import { User } from "./user.js";

publishEnum(Role);

/** A person's role in an organisation. A person may hold several roles in several organisations. */
@Versioned({
  description: "A person's role in an organisation. Keanggotaan.",
  decidesAccess: true,
  changesVisible: seenByOwner,
  visible: (scope, row) =>
    scope.operator
      ? sql`true`
      : isAmong(row.column("organisation_id"), scope.organisations, "uuid"),
})
@UniqueOn("membership_once", "organisation", "user", "role")
export class Membership extends VersionedNoun {
  @Reference(() => Organisation, { index: false, description: "The organisation." })
  organisation!: Rel<Organisation>;

  // The history of a role that is gone may name a person whose record is hidden by then.
  @Reference(() => User, { mayBeHidden: true, description: "The person." })
  user!: Rel<User>;

  @EnumColumn(() => Role, { order: true, description: "The role." })
  role!: Role;

  override changeScope(): ChangeScope {
    return { owner: this.organisation.id };
  }
}
