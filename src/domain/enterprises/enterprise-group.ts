import type { Rel } from "@mikro-orm/core";
import { Index, Property } from "@mikro-orm/decorators/legacy";
import { Field, ObjectType } from "type-graphql";
import type { ChangeScope } from "../../ledger/index.js";
import {
  Column,
  Connection,
  Derived,
  Dimensions,
  EnumColumn,
  type GroupSite,
  Reference,
  type RowRef,
  type Sql,
  Structure,
  sql,
} from "../../reading/index.js";
import {
  DisaggregatedCount,
  Disaggregation,
  isSuppressed,
  seenByOwner,
  seenOnceDeleted,
  shownCounts,
  suppressedTotal,
  Versioned,
  VersionedNoun,
  Visibility,
} from "../common/index.js";
import { Area } from "../programmes/index.js";
import {
  commonRegionAt,
  Region,
  RegionDimensions,
  RegionLevel,
  regionAt,
} from "../regions/index.js";
import { Organisation } from "../stakeholders/index.js";
import { participatesInGroup, visibleGroup } from "./enterprise-visibility.js";
import { EnterpriseJourney } from "./enums.js";
import { GroupMeasurement } from "./group-measurement.js";
import { Support } from "./support.js";

/** The region of a level in which a group's village lies; of one without a village, in which its area lies. */
function placeOfGroup(site: GroupSite, level: RegionLevel): Sql {
  const ofArea = commonRegionAt(site.edge("area").row.column("region_ids"), level);
  return sql`coalesce(${regionAt(site.row.column("village_id"), level)}, ${ofArea})`;
}

/** A product or service of a group. */
@ObjectType({ description: "A product or service of a group. Produk." })
export class EnterpriseProduct {
  @Field(() => String, { description: "The name." })
  name!: string;
}

/** A line of business in a classification. */
@ObjectType({
  description: "A line of business in a classification, for example KBLI of Badan Pusat Statistik.",
})
export class BusinessClassification {
  @Field(() => String, { description: "The code, for example `10761`." })
  code!: string;
  @Field(() => String, {
    description: "The classification and its version, for example `KBLI 2020`.",
  })
  version!: string;
}

/** The members by sex as a list of raw counts; an unknown count is left out. */
const membersOf = (row: RowRef) => {
  const { SEX } = Disaggregation;
  const count = sql.ref("sex.count");
  return sql`(select coalesce(jsonb_agg(
      jsonb_build_object('by', ${SEX}::text, 'value', sex.value, 'count', ${count}) order by sex.at), '[]')
    from (values (1, 'FEMALE', ${row.column("women")}), (2, 'MALE', ${row.column("men")}))
      as sex(at, value, count) where ${count} is not null)`;
};

/** The number of a group's members: people of a village or an area, so always few. */
export const memberTotal = suppressedTotal({
  column: "members",
  participant: participatesInGroup,
});

// The index for the order by members, by the value that orders them.
const membersOrder = `create index enterprise_group_members_order on enterprise_group ((case when not (members > 0 and members < 5) then members end), id)`;

/** A group of self-employed workers. */
@Versioned({
  description:
    "A group of self-employed workers, or one person working alone: its size, area, products and progress, but never the names of its members. Tenaga Kerja Mandiri (TKM).",
  queries: { one: "enterpriseGroup", many: "enterpriseGroups" },
  defaultOrder: { field: "name", descending: false },
  visible: visibleGroup,
  changesVisible: seenOnceDeleted(() => EnterpriseGroup, seenByOwner),
  hiddenInChanges: ["women", "men"],
})
@Index({ name: "enterprise_group_members_order", expression: membersOrder })
@Dimensions({ organisationSector: "organisation.sector", areaProgramme: "area.programme" })
@RegionDimensions("its village, or its area,", placeOfGroup, [RegionLevel.VILLAGE])
export class EnterpriseGroup extends VersionedNoun {
  @Column("text", { order: true, description: "The group's name." })
  name!: string;

  @Reference(() => Area, { description: "The area that it works in." })
  area!: Rel<Area>;

  @Reference(() => Region, { nullable: true, description: "The village that it is in, if known." })
  village?: Rel<Region> | null;

  @EnumColumn(() => EnterpriseJourney, {
    order: true,
    description: "Its step on the journey from formation to independence.",
  })
  journey!: EnterpriseJourney;

  @Column("text", {
    length: 2000,
    nullable: true,
    filter: false,
    description:
      "The reason for which its journey last went back; null if its last step was forward.",
  })
  journeyReason?: string | null;

  @Column("date", { nullable: true, order: true, description: "The day it was formed, if known." })
  formedOn?: string | null;

  @Column("int", {
    order: true,
    suppression: memberTotal,
    description:
      "The number of its members, 1 to 1,000. 1 is one person working alone. Null for viewers who do not take part when it is from 1 to 4 (rule 6); in orders such a number counts as absent.",
  })
  members!: number;

  @Derived(
    "boolean",
    { description: "True when the number of its members is hidden because it is small." },
    isSuppressed("members", memberTotal),
  )
  membersSuppressed!: boolean;

  @Property({ type: "integer", columnType: "int", fieldName: "women", nullable: true })
  women?: number | null;

  @Property({ type: "integer", columnType: "int", fieldName: "men", nullable: true })
  men?: number | null;

  @Derived(
    "json",
    {
      type: () => [DisaggregatedCount],
      description:
        "Its members by sex, if known. Counts from 1 to 4 are suppressed for viewers who do not take part (rule 6).",
    },
    (row, scope) => shownCounts(membersOf(row), participatesInGroup(scope, row)),
  )
  membersBySex!: never;

  @Structure(() => [EnterpriseProduct], {
    default: "'[]'",
    description: "Its products and services.",
  })
  products!: EnterpriseProduct[];

  @Structure(() => BusinessClassification, {
    nullable: true,
    description: "Its line of business, if it is classified.",
  })
  classification?: BusinessClassification | null;

  @Column("text", { length: 2000, nullable: true, filter: false, description: "A remark." })
  note?: string | null;

  @Reference(() => Organisation, {
    nullable: true,
    description:
      "The organisation that registered it and maintains its record; none for the platform's operator.",
  })
  organisation?: Rel<Organisation> | null;

  @EnumColumn(() => Visibility, {
    default: "PUBLIC",
    description:
      "The audience of the group and of everything that belongs to it. The participants are those of the plans of its area that are taken up (ACTIVE, SUSPENDED or COMPLETED).",
  })
  visibility!: Visibility;

  @Connection(() => GroupMeasurement, {
    by: "group",
    singular: "measurement",
    description: "Its revenue and jobs, the earliest period first unless ordered otherwise.",
  })
  measurements!: never;

  @Connection(() => Support, {
    by: "group",
    singular: "support",
    description: "The support that it received from contributions.",
  })
  supports!: never;

  override changeScope(): ChangeScope {
    return { area: this.area.id, owner: this.organisation?.id };
  }
}
