import type { Rel } from "@mikro-orm/core";
import { Index } from "@mikro-orm/decorators/legacy";
import type { ChangeScope } from "../../ledger/index.js";
import { Column, Derived, IndexOn, Reference } from "../../reading/index.js";
import {
  byPeriod,
  isSuppressed,
  OfPeriod,
  PeriodNoun,
  seenByOwner,
  seenOnceDeleted,
  suppressedTotal,
  Versioned,
} from "../common/index.js";
import { Organisation } from "../stakeholders/index.js";
import { EnterpriseGroup } from "./enterprise-group.js";
import { followsGroup, participatesInResults } from "./enterprise-visibility.js";

const once = `create unique index group_measurement_once on group_measurement (group_id, period, organisation_id) nulls not distinct`;

/** The jobs in a group: people of a village or an area, so always few. */
export const jobTotal = suppressedTotal({ column: "jobs", participant: participatesInResults });

/** The revenue and the jobs of a group in a period. */
@Versioned({
  description: "The revenue and the jobs of a group in a period. Capaian TKM.",
  defaultOrder: byPeriod,
  visible: followsGroup,
  changesVisible: seenOnceDeleted(() => GroupMeasurement, seenByOwner),
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
    description: "The revenue of the period, in whole rupiah. Omzet.",
  })
  revenue?: string | null;

  @Column("int", {
    nullable: true,
    order: true,
    suppression: jobTotal,
    description:
      "The number of people who have work in the group, including its members. Null for viewers who do not take part when it is from 1 to 4 (rule 6); in orders such a number counts as absent.",
  })
  jobs?: number | null;

  @Derived(
    "boolean",
    { description: "True when the number of jobs is hidden because it is small." },
    isSuppressed("jobs", jobTotal),
  )
  jobsSuppressed!: boolean;

  @Column("text", {
    length: 2000,
    nullable: true,
    filter: false,
    description: "A remark, for example on the method.",
  })
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
