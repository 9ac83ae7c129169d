import type { Rel } from "@mikro-orm/core";
import { Unique } from "@mikro-orm/decorators/legacy";
import type { AccessScope } from "../../access/index.js";
import type { ChangeScope } from "../../ledger/index.js";
import { Column, Connection, Reference, type Sql, sql } from "../../reading/index.js";
import { Versioned, VersionedNoun } from "../common/index.js";
import { Contribution, narrowedByVisibility } from "../plans/index.js";
import { EnterpriseGroup } from "./enterprise-group.js";
import { followsGroup } from "./enterprise-visibility.js";

/** A support is seen by whoever sees both the group and the contribution. */
const visibleSupport = (scope: AccessScope, row: string): Sql =>
  sql`(${followsGroup(scope, row)} and exists (select 1 from contribution sc
    where sc.id = ${sql.ref(`${row}.contribution_id`)} and ${narrowedByVisibility(scope, "sc")}))`;

/** What a group received, which comes from a contribution. */
@Versioned({
  description: "What a group received, which comes from a contribution to an action. Dukungan.",
  defaultOrder: { field: "createdAt", descending: false },
  visible: visibleSupport,
})
@Unique({ properties: ["group", "contribution"] as never, name: "support_once" })
export class Support extends VersionedNoun {
  @Reference(() => EnterpriseGroup, { index: false, description: "The group that received it." })
  group!: Rel<EnterpriseGroup>;

  @Reference(() => Contribution, { description: "The contribution that it comes from." })
  contribution!: Rel<Contribution>;

  @Column("date", {
    nullable: true,
    order: true,
    description: "The day it was received, if known.",
  })
  receivedOn?: string | null;

  @Column("text", { nullable: true, filter: false, description: "A remark, as on what it was." })
  note?: string | null;

  override changeScope(): ChangeScope {
    return { ...this.contribution.changeScope(), ...this.group.changeScope() };
  }
}

// Contributions know nothing of groups: the edge back is added here.
Connection(() => Support, {
  by: "contribution",
  singular: "support",
  description: "The groups that received of it, and when.",
})(Contribution.prototype, "supports");
