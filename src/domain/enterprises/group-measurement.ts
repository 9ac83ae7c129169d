import type { Rel } from "@mikro-orm/core";
import { Index } from "@mikro-orm/decorators/legacy";
import type { ChangeScope } from "../../ledger/index.js";
import { Column, IndexOn, Reference } from "../../reading/index.js";
import { byPeriod, OfPeriod, PeriodNoun, Versioned } from "../common/index.js";
import { Organisation } from "../stakeholders/index.js";
import { EnterpriseGroup } from "./enterprise-group.js";
import { followsGroup } from "./enterprise-visibility.js";

const once = `create unique index group_measurement_once on group_measurement (group_id, period, organisation_id) nulls not distinct`;

/** What a group earned, and to how many it gave work. */
@Versioned({
  description: "What a group earned in a period, and to how many it gave work. Capaian TKM.",
  defaultOrder: byPeriod,
  visible: followsGroup,
})
@OfPeriod()
@Index({ name: "group_measurement_once", expression: once })
@IndexOn("group", "endsOn", "startsOn")
export class GroupMeasurement extends PeriodNoun {
  @Reference(() => EnterpriseGroup, { index: false, description: "The group." })
  group!: Rel<EnterpriseGroup>;

  @Column("money", {
    nullable: true,
    order: true,
    description: "What it took in over the period, in whole rupiah. Omzet.",
  })
  revenue?: string | null;

  @Column("int", {
    nullable: true,
    order: true,
    description: "How many people it gave work to, members too.",
  })
  jobs?: number | null;

  @Column("text", { nullable: true, filter: false, description: "A remark, as on the method." })
  note?: string | null;

  @Reference(() => Organisation, {
    nullable: true,
    description: "The organisation that recorded it; none for the platform's operator.",
  })
  organisation?: Rel<Organisation> | null;

  override changeScope(): ChangeScope {
    return { ...this.group.changeScope(), owner: this.organisation?.id };
  }
}
