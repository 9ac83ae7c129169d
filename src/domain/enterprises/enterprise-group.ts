import type { Rel } from "@mikro-orm/core";
import { Property } from "@mikro-orm/decorators/legacy";
import { Field, ObjectType } from "type-graphql";
import type { ChangeScope } from "../../ledger/index.js";
import {
  Column,
  Connection,
  Derived,
  EnumColumn,
  Reference,
  type RowRef,
  Structure,
  sql,
} from "../../reading/index.js";
import {
  DisaggregatedCount,
  Disaggregation,
  shownCounts,
  Versioned,
  VersionedNoun,
  Visibility,
} from "../common/index.js";
import { Area } from "../programmes/index.js";
import { Region } from "../regions/index.js";
import { Organisation } from "../stakeholders/index.js";
import { participatesInGroup, visibleGroup } from "./enterprise-visibility.js";
import { EnterpriseJourney } from "./enums.js";
import { GroupMeasurement } from "./group-measurement.js";
import { Support } from "./support.js";

/** Something that a group makes or does. */
@ObjectType({ description: "Something that a group makes or does. Produk." })
export class EnterpriseProduct {
  @Field(() => String, { description: "What it is called." })
  name!: string;
}

/** A line of business in a classification. */
@ObjectType({
  description: "A line of business in a classification, as KBLI of Badan Pusat Statistik.",
})
export class BusinessClassification {
  @Field(() => String, { description: "The code, as `10761`." })
  code!: string;
  @Field(() => String, { description: "The classification and its version, as `KBLI 2020`." })
  version!: string;
}

/** The members by sex as a list of raw counts; a count that nobody told is left out. */
const membersOf = (row: RowRef) => {
  const { SEX } = Disaggregation;
  const count = sql.ref("sex.count");
  return sql`(select coalesce(jsonb_agg(
      jsonb_build_object('by', ${SEX}::text, 'value', sex.value, 'count', ${count}) order by sex.at), '[]')
    from (values (1, 'women', ${row.column("women")}), (2, 'men', ${row.column("men")}))
      as sex(at, value, count) where ${count} is not null)`;
};

/** A group of self-employed workers. */
@Versioned({
  description:
    "A group of self-employed workers, or one person working alone: how many, in which area, what they make, how far they have come; never their names. Tenaga Kerja Mandiri (TKM).",
  queries: { one: "enterpriseGroup", many: "enterpriseGroups" },
  defaultOrder: { field: "name", descending: false },
  visible: visibleGroup,
  hiddenInChanges: ["women", "men"],
})
export class EnterpriseGroup extends VersionedNoun {
  @Column("text", { order: true, description: "The group's name." })
  name!: string;

  @Reference(() => Area, { description: "The area that it works in." })
  area!: Rel<Area>;

  @Reference(() => Region, { nullable: true, description: "The village that it is in, if known." })
  village?: Rel<Region> | null;

  @EnumColumn(() => EnterpriseJourney, {
    order: true,
    description: "How far it has come.",
  })
  journey!: EnterpriseJourney;

  @Column("date", { nullable: true, order: true, description: "The day it was formed, if known." })
  formedOn?: string | null;

  @Column("int", {
    order: true,
    description: "How many people belong to it, 1 to 1,000; 1 is one person working alone.",
  })
  members!: number;

  @Property({ type: "integer", columnType: "int", fieldName: "women", nullable: true })
  women?: number | null;

  @Property({ type: "integer", columnType: "int", fieldName: "men", nullable: true })
  men?: number | null;

  @Derived(
    "json",
    {
      type: () => [DisaggregatedCount],
      description:
        "Its members by sex, as far as is known. Counts from 1 to 4 are suppressed for whoever does not take part (rule 6).",
    },
    (row, scope) => shownCounts(membersOf(row), participatesInGroup(scope, row)),
  )
  membersBySex!: never;

  @Structure(() => [EnterpriseProduct], { default: "'[]'", description: "What it makes or does." })
  products!: EnterpriseProduct[];

  @Structure(() => BusinessClassification, {
    nullable: true,
    description: "Its line of business, if classified.",
  })
  classification?: BusinessClassification | null;

  @Column("text", { nullable: true, filter: false, description: "A remark." })
  note?: string | null;

  @Reference(() => Organisation, {
    nullable: true,
    description:
      "The organisation that registered it and looks after it; none for the platform's operator.",
  })
  organisation?: Rel<Organisation> | null;

  @EnumColumn(() => Visibility, {
    default: "PUBLIC",
    description:
      "Who may see it and what hangs on it; participants are those of the plans of its area.",
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
    description: "What it received from contributions.",
  })
  supports!: never;

  override changeScope(): ChangeScope {
    return { area: this.area.id, owner: this.organisation?.id };
  }
}
