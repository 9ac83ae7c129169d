import { Field, ObjectType } from "type-graphql";
import { MoneyScalar } from "../../../platform/scalars.js";
import { Loaded } from "../../../reading/index.js";
import { Region } from "../../regions/index.js";
import { Sector } from "../../stakeholders/index.js";

// Totals of money (rule 12 of the domain). `money-sums.ts` makes them in SQL.

/** Rupiah by the status of its contributions. */
@ObjectType({ description: "Rupiah by the status of the contributions that count." })
export class MoneyByStatus {
  @Field(() => MoneyScalar, { description: "Of contributions that are PLEDGED." })
  pledged!: string;
  @Field(() => MoneyScalar, { description: "Of contributions that are COMMITTED." })
  committed!: string;
  @Field(() => MoneyScalar, { description: "Of contributions that are DELIVERED." })
  delivered!: string;
  @Field(() => MoneyScalar, { description: "The sum of the three." })
  total!: string;
}

const given =
  "Own money, counted where it starts: the amount of each contribution less what it passes on of others' money. Uang yang diberikan.";
const reached =
  "Money counted where nobody passes it on: the amount of each contribution less what others pass on of it. Uang yang sampai.";
const paid =
  "The payments of the contributions, less their reversals. Each payment of a chain counts: who passes money on pays it once more. Realisasi.";

/** The sums that every set of contributions has. */
@ObjectType()
abstract class MoneySums {
  @Field(() => MoneyByStatus, { description: given })
  given!: MoneyByStatus;
  @Field(() => MoneyByStatus, { description: reached })
  reached!: MoneyByStatus;
  @Field(() => MoneyScalar, { description: paid })
  paid!: string;
}

/** The totals of contributions on cancelled actions. */
@ObjectType({
  description:
    "Totals of the contributions on cancelled actions, and on the actions of cancelled plans.",
})
export class CancelledMoney extends MoneySums {}

/** The figures that the whole and each sector have. */
@ObjectType()
abstract class MoneyFigures extends MoneySums {
  @Field(() => CancelledMoney, {
    description:
      "The same of contributions on cancelled actions, and on the actions of cancelled plans, which count in none of the figures beside it.",
  })
  onCancelled!: CancelledMoney;
}

/** The totals of one sector. */
@ObjectType({ description: "Totals of the contributions of one sector's organisations." })
export class SectorMoney extends MoneyFigures {
  @Field(() => Sector, { description: "The sector of the organisations that contribute." })
  sector!: Sector;
}

/** The totals of contributions. */
@ObjectType({
  description:
    "Totals of the contributions that the viewer sees, in rupiah. Money along a funding chain counts once. Withdrawn contributions count nowhere. A total of all is the sum of those of its parts, except `Organisation.moneyWithParts` and `Programme.moneyWithParts`, which overlap.",
})
export class MoneyTotals extends MoneyFigures {
  @Field(() => [SectorMoney], {
    description:
      "The same by the sector of the organisations that contribute. A sector without contributions is left out; the others add up to the whole.",
  })
  bySector!: SectorMoney[];
}

/** The totals of the contributions of a group. */
@ObjectType({
  description:
    "Totals of the contributions that belong to the rows of a group and that the viewer sees, in rupiah. Money along a funding chain counts once; withdrawn contributions count nowhere. The totals of all groups add up to `total`.",
})
export class GroupMoney extends MoneyFigures {}

/** The totals of one region. */
@ObjectType({ description: "The totals of one region, as `Region.money` has them." })
export class RegionMoney {
  @Loaded(() => Region, { description: "The region." })
  region!: string;
  @Field(() => MoneyTotals, {
    description:
      "Totals of the contributions to the actions of plans whose area lies wholly in it.",
  })
  money!: MoneyTotals;
}
