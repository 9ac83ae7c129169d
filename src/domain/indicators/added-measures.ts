import { Field, Float, Int, ObjectType } from "type-graphql";
import { type GroupSite, Loaded, MadeMeasure, type Sql, sql } from "../../reading/index.js";
import { Area } from "../programmes/index.js";
import { levelsUpwards, Region } from "../regions/index.js";
import type { During } from "./figures.js";
import { groupAchievement, type MeasuredGroup } from "./group-achievement.js";
import { Indicator } from "./indicator.js";
import { Measurement } from "./measurement.js";
import { Reached } from "./reached-type.js";

/** What a group of measurements achieved. */
@ObjectType({
  description:
    "What a group of measurements of one indicator achieved: the figure that they make by the indicator's rules for reporters, periods and places (rule 13), and the target of their place and period. Capaian terhadap target.",
})
export class GroupAchievement extends Reached {
  @Loaded(() => Indicator, { description: "The indicator." })
  indicator!: string;
  @Loaded(() => Region, {
    nullable: true,
    description:
      "The region: that of the lowest level by which they are grouped, else the smallest that holds all of them. None for an area, and nationwide.",
  })
  region!: string | null;
  @Loaded(() => Area, {
    nullable: true,
    description: "The area, where all of them are of one area itself.",
  })
  area!: string | null;
  @Field(() => Float, {
    nullable: true,
    description:
      "The figure that is wanted in the place and the period by which they are grouped (year, quarter or month of `startsOn` or `endsOn`, else from their first to their last day): its own target, else that of shorter periods.",
  })
  target!: number | null;
  @Field(() => Float, {
    nullable: true,
    description:
      "The figure that the measurements make that count and that the viewer sees; null without any. Figures of areas make none of a region.",
  })
  actual!: number | null;
  @Field(() => Int, { description: "The number of measurements that make the figure." })
  measured!: number;
  @Field(() => Int, {
    description:
      "The number of measurements that are left out because they are small numbers of people (rule 6).",
  })
  suppressed!: number;
}

/** The one value of a dimension in a group; null where the group has several, as the total has. */
const only = (value: Sql): Sql =>
  sql`case when min(${value}) = max(${value}) then min(${value}) end`;

/** The code of the group's region: the lowest of the levels by which it is grouped. */
function regionOf(site: GroupSite): Sql | undefined {
  const codes = levelsUpwards.flatMap((level) => site.key(level.toLowerCase()) ?? []);
  return codes.length > 0 ? sql`coalesce(${sql.join(codes.map(only))})` : undefined;
}

const spans = { Month: "1 month", Quarter: "3 months", Year: "1 year" } as const;

/** The days of the group's period: the shortest by which it is grouped. Their keys are first days. */
function periodOf(site: GroupSite): During | undefined {
  for (const [part, span] of Object.entries(spans)) {
    const starts = site.key(`endsOn${part}`) ?? site.key(`startsOn${part}`);
    if (!starts) continue;
    const first = only(starts);
    return {
      starts: first,
      ends: sql`((${first}) + ${sql.lit(span)}::interval - interval '1 day')::date`,
    };
  }
  return undefined;
}

MadeMeasure(
  "achievement",
  () => GroupAchievement,
  {
    cost: 50,
    description:
      "The figure of the measurements against its target. Null where they are of several indicators, and where none counts.",
  },
  (site): MeasuredGroup => {
    const region = regionOf(site);
    const ids = sql`array_agg(${site.row.column("id")})`;
    return { ids, ...(region ? { region } : {}), ...periodOf(site) };
  },
  ({ row, scope, parts }) => groupAchievement(row, scope, parts),
)(Measurement);
