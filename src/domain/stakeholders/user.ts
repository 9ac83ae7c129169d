import type { ChangeScope } from "../../ledger/index.js";
import { Column, Connection, exists, isAmong, sql } from "../../reading/index.js";
import { Versioned, VersionedNoun } from "../common/index.js";
import { Membership } from "./membership.js";

/** A person who works with the hub. */
@Versioned({
  table: "user_account",
  description:
    "A person who works with the hub. Visible to people who share an organisation with them, and to the platform's operator. Anggota.",
  decidesAccess: true,
  visible: (scope, user) =>
    scope.operator
      ? sql`true`
      : exists(
          Membership,
          user,
          (membership) => sql`${membership.column("user_id")} = ${user.column("id")}
            and ${isAmong(membership.column("organisation_id"), scope.organisations, "uuid")}`,
        ),
})
export class User extends VersionedNoun {
  @Column("text", {
    unique: true,
    order: true,
    description:
      "The e-mail address, in lower case. A token with this address belongs to this person.",
  })
  email!: string;

  @Column("text", { nullable: true, order: true, description: "The name." })
  name?: string | null;

  @Connection(() => Membership, {
    by: "user",
    description: "The organisations of which the person is a member.",
  })
  memberships!: never;

  override changeScope(): ChangeScope {
    return {};
  }
}
