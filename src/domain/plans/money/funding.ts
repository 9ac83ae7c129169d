import type { Rel } from "@mikro-orm/core";
import type { ChangeScope } from "../../../ledger/index.js";
import { Column, Dimensions, EnumColumn, Reference, UniqueOn } from "../../../reading/index.js";
import { Versioned, VersionedNoun } from "../../common/index.js";
import { Contribution } from "./contribution.js";
import { FundingStatus } from "./enums.js";
import {
  followsContribution,
  seesSource,
  visibleFunding,
  visibleFundingChange,
} from "./money-visibility.js";

/** A link of the funding chain: one contribution passes on money of another one (rule 12). */
@Versioned({
  within: ["contribution"],
  description:
    "A link of the funding chain: one contribution passes on an amount of another one. Seen by those who see both. Penerusan dana.",
  queries: { one: "funding", many: "fundings" },
  defaultOrder: { field: "createdAt", descending: false },
  visible: visibleFunding,
  visibleBelow: { contribution: seesSource, source: followsContribution },
  changesVisible: visibleFundingChange,
})
@UniqueOn("funding_once", "contribution", "source")
@Dimensions({
  organisation: "contribution.organisation",
  sourceOrganisation: "source.organisation",
  sourceSector: "source.organisationSector",
  plan: "contribution.plan",
})
export class Funding extends VersionedNoun {
  @Reference(() => Contribution, {
    index: false,
    mayBeHidden: true,
    description: "The contribution that passes the money on.",
  })
  contribution!: Rel<Contribution>;

  @Reference(() => Contribution, {
    mayBeHidden: true,
    description: "The contribution whose money it is.",
  })
  source!: Rel<Contribution>;

  @Column("money", {
    order: true,
    description:
      "The rupiah that are passed on; 0 only where an old record passed on what is no rupiah.",
  })
  amount!: string;

  @EnumColumn(() => FundingStatus, {
    order: true,
    description: "The answer of the organisation that gave the source.",
  })
  status!: FundingStatus;

  @Column("text", {
    length: 2000,
    nullable: true,
    filter: false,
    description: "The reason of the funder's no, or of the last correction.",
  })
  reason?: string | null;

  @Column("money", {
    nullable: true,
    filter: false,
    description:
      "The amount that an old record claimed to pass on, where it does not fit; a correction of the amount empties it.",
  })
  claimed?: string | null;

  override changeScope(): ChangeScope {
    return this.contribution.changeScope();
  }
}
