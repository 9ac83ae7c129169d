import type { Rel } from "@mikro-orm/core";
import type { AccessScope } from "../../access/index.js";
import type { ChangeScope } from "../../ledger/index.js";
import {
  Column,
  exists,
  Reference,
  type RowRef,
  type Sql,
  sql,
  UniqueOn,
} from "../../reading/index.js";
import { seenByOwner, seenOnceDeleted, Versioned, VersionedNoun } from "../common/index.js";
import { Contribution, narrowedByVisibility } from "../plans/index.js";
import { EnterpriseGroup } from "./enterprise-group.js";
import { followsGroup } from "./enterprise-visibility.js";

/**
 * The row filter of supports: a viewer sees one if they see both its group and its contribution.
 */
function visibleSupport(scope: AccessScope, support: RowRef): Sql {
  const seesContribution = exists(
    Contribution,
    support,
    (contribution) => sql`${contribution.column("id")} = ${support.column("contribution_id")}
      and ${narrowedByVisibility(scope, contribution)}`,
  );
  return sql`(${followsGroup(scope, support)} and ${seesContribution})`;
}

/** Support that a group received from a contribution. */
@Versioned({
  within: ["contribution"],
  description: "Support that a group received from a contribution to an action. Dukungan.",
  defaultOrder: { field: "createdAt", descending: false },
  visible: visibleSupport,
  changesVisible: seenOnceDeleted(() => Support, seenByOwner),
})
@UniqueOn("support_once", "group", "contribution")
export class Support extends VersionedNoun {
  @Reference(() => EnterpriseGroup, {
    index: false,
    mayBeHidden: true,
    description: "The group that received it.",
  })
  group!: Rel<EnterpriseGroup>;

  @Reference(() => Contribution, {
    mayBeHidden: true,
    description: "The contribution that it comes from.",
  })
  contribution!: Rel<Contribution>;

  @Column("date", {
    nullable: true,
    order: true,
    description: "The day on which it was received, if known.",
  })
  receivedOn?: string | null;

  @Column("text", {
    length: 2000,
    nullable: true,
    filter: false,
    description: "A remark, for example on the kind of support.",
  })
  note?: string | null;

  override changeScope(): ChangeScope {
    return { ...this.contribution.changeScope(), ...this.group.changeScope() };
  }
}
