import { Arg, Ctx, Extensions, ID, Query, Resolver } from "type-graphql";
import type { AccessScope } from "../../../access/index.js";
import { badField } from "../../../platform/errors.js";
import {
  computedRoot,
  defineEnum,
  type MemberOf,
  PlannedRoot,
  type ReadingContext,
  type RowRef,
  type Sql,
  sql,
} from "../../../reading/index.js";
import { isRegionCode, RegionLevel } from "../../regions/index.js";
import { moneyByPlace, moneyTotals, type Summed } from "./money-sums.js";
import { MoneyTotals, RegionMoney } from "./totals.js";
import {
  inPlansAcrossProvinces,
  inPlansWithoutArea,
  plansByRegion,
  type RegionArguments,
} from "./wholes.js";

/** The parts of all money that the totals of the provinces leave out, beside the whole. */
export const MoneyPart = defineEnum(
  "MoneyPart",
  "A part of all money. ALL is the sum of `Region.money` of the provinces, ACROSS_PROVINCES and WITHOUT_AREA.",
  {
    ALL: "All that the viewer sees.",
    ACROSS_PROVINCES: "Of plans whose area lies in no single province.",
    WITHOUT_AREA: "Of nationwide plans: those without an area.",
  },
);
export type MoneyPart = MemberOf<typeof MoneyPart>;

const summed: Record<MoneyPart, Summed> = {
  ALL: () => sql`true`,
  ACROSS_PROVINCES: inPlansAcrossProvinces,
  WITHOUT_AREA: inPlansWithoutArea,
};

const totals = (near: RowRef, scope: AccessScope, part: MoneyPart): Sql =>
  moneyTotals(near, scope, summed[part]);

function regionTotals(near: RowRef, scope: AccessScope, args: RegionArguments): Sql {
  const { within } = args;
  if (within && !isRegionCode(within)) {
    throw badField(
      "within",
      "must be a region code like 36.02",
      "harus berupa kode wilayah seperti 36.02",
    );
  }
  return moneyByPlace(near, scope, plansByRegion(near, args));
}

/** The root fields with totals of money. */
@Resolver()
export class MoneyResolver {
  @Query(() => MoneyTotals, {
    description:
      "Totals of all contributions that the viewer sees, or of a part of them. For the whole of a sector see `bySector`.",
  })
  @Extensions({ cost: 100 })
  @PlannedRoot(computedRoot((near, scope, { part }) => totals(near, scope, part as MoneyPart)))
  async money(
    @Arg("part", () => MoneyPart, {
      defaultValue: MoneyPart.ALL,
      description: "The part that is summed.",
    })
    part: MoneyPart,
    @Ctx() context: ReadingContext,
  ): Promise<unknown> {
    const reader = await context.reader();
    return reader.value((near, scope) => totals(near, scope, part));
  }

  @Query(() => [RegionMoney], {
    description:
      "Totals of each region of a level in which any plan lies wholly; by code, at most 1,000. One pass over all contributions makes them, so it is faster than `Region.money` for many regions.",
  })
  @Extensions({ cost: 5, rows: 50 })
  @PlannedRoot(
    computedRoot((near, scope, args) =>
      regionTotals(near, scope, args as never as RegionArguments),
    ),
  )
  async moneyByRegion(
    @Arg("level", () => RegionLevel, { description: "The level of the regions." })
    level: RegionLevel,
    @Arg("within", () => ID, {
      nullable: true,
      description: "A filter: only the region with this code and the regions in it.",
    })
    within: string | null | undefined,
    @Ctx() context: ReadingContext,
  ): Promise<unknown> {
    const reader = await context.reader();
    return reader.value((near, scope) =>
      regionTotals(near, scope, { level, within: within ?? null }),
    );
  }
}
