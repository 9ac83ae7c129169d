import type { Rel } from "@mikro-orm/core";
import { Index } from "@mikro-orm/decorators/legacy";
import type { ChangeScope } from "../../ledger/index.js";
import { Column, Reference, seenByAll } from "../../reading/index.js";
import { byPeriod, OfPeriod, PeriodNoun, Versioned } from "../common/index.js";
import { Area } from "../programmes/index.js";
import { Region } from "../regions/index.js";
import { Indicator } from "./indicator.js";

const once = `create unique index target_once on target (indicator_id, period, region_id, area_id) nulls not distinct`;

/** What an indicator is to reach. */
@Versioned({
  description: "What an indicator is to reach, in a place and by the end of a period. Target.",
  defaultOrder: byPeriod,
  visible: seenByAll,
  changesVisible: seenByAll,
})
@OfPeriod()
@Index({ name: "target_once", expression: once })
export class Target extends PeriodNoun {
  @Reference(() => Indicator, { index: false, description: "What is to be reached." })
  indicator!: Rel<Indicator>;

  @Reference(() => Region, {
    nullable: true,
    description: "The region that it is for; nationwide where it is for no area either.",
  })
  region?: Rel<Region> | null;

  @Reference(() => Area, {
    nullable: true,
    description: "The area that it is for, if it is for one.",
  })
  area?: Rel<Area> | null;

  @Column("float", { order: true, description: "The figure, in the indicator's unit." })
  value!: number;

  override changeScope(): ChangeScope {
    const { indicator, area } = this;
    return { programme: indicator.programme?.id, area: area?.id, owner: indicator.owner?.id };
  }
}
