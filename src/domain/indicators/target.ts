import type { Rel } from "@mikro-orm/core";
import { Index } from "@mikro-orm/decorators/legacy";
import type { ChangeScope } from "../../ledger/index.js";
import { Column, Derived, Reference, seenByAll } from "../../reading/index.js";
import { byPeriod, OfPeriod, PeriodNoun, Versioned } from "../common/index.js";
import { Area } from "../programmes/index.js";
import { Region } from "../regions/index.js";
import { achievementOf } from "./achievement.js";
import { Achievement } from "./achievement-type.js";
import { Indicator } from "./indicator.js";

const once = `create unique index target_once on target (indicator_id, period, region_id, area_id) nulls not distinct`;

/** A target of an indicator. */
@Versioned({
  description: "A target of an indicator, for a place, due at the end of a period. Target.",
  defaultOrder: byPeriod,
  visible: seenByAll,
  changesVisible: seenByAll,
})
@OfPeriod()
@Index({ name: "target_once", expression: once })
export class Target extends PeriodNoun {
  @Reference(() => Indicator, { index: false, description: "The indicator." })
  indicator!: Rel<Indicator>;

  @Reference(() => Region, {
    nullable: true,
    description: "Its region; none for an area or nationwide.",
  })
  region?: Rel<Region> | null;

  @Reference(() => Area, {
    nullable: true,
    description: "Its area, if it has one.",
  })
  area?: Rel<Area> | null;

  @Column("float", { order: true, description: "The figure, in the indicator's unit." })
  value!: number;

  @Derived(
    "json",
    {
      type: () => Achievement,
      description: "What was achieved of it; only measurements that count for the viewer.",
    },
    achievementOf,
  )
  achievement!: never;

  override changeScope(): ChangeScope {
    const { indicator, area } = this;
    return { programme: indicator.programme?.id, area: area?.id, owner: indicator.owner?.id };
  }
}
