import type { Rel } from "@mikro-orm/core";
import { Field, ObjectType } from "type-graphql";
import type { ChangeScope } from "../../ledger/index.js";
import { InstantScalar } from "../../platform/scalars.js";
import {
  Column,
  Connection,
  Derived,
  Dimensions,
  EnumColumn,
  type GroupSite,
  InLanguage,
  Listing,
  Reference,
  type Sql,
  Structure,
  sql,
} from "../../reading/index.js";
import {
  type StoredText,
  Translated,
  Versioned,
  VersionedNoun,
  Visibility,
} from "../common/index.js";
import { Area, Programme } from "../programmes/index.js";
import {
  commonRegionAt,
  Region,
  RegionDimensions,
  type RegionLevel,
  regionAt,
  TimeZone,
} from "../regions/index.js";
import { Organisation } from "../stakeholders/index.js";
import { visibleDeliberation } from "./deliberation-visibility.js";
import { DeliberationKind, DeliberationStatus } from "./enums.js";
import { isVoice } from "./invitations/house.js";
import { Invitation } from "./invitations/invitation.js";
import { meetingZone } from "./meeting-zone.js";
import { Minutes } from "./minutes/minutes.js";
import { Outcome } from "./outcomes/outcome.js";
import { Quorum, quorumSql } from "./outcomes/quorum.js";

/** The region of a level in which a meeting is held; of one without a region, in which its area lies. */
function placeOfMeeting(site: GroupSite, level: RegionLevel): Sql {
  const region = site.row.column("region_id");
  const ofArea = commonRegionAt(site.edge("area").row.column("region_ids"), level);
  return sql`(case when ${region} is not null then ${regionAt(region, level)} else ${ofArea} end)`;
}

/** A point of the agenda. */
@ObjectType({ description: "A point of the agenda. Mata acara." })
export class AgendaItem {
  @Field(() => String, {
    nullable: true,
    description: "A remark, for example the name of the speaker.",
  })
  note?: string | null;
  @Field(() => String, { description: "Its subject." })
  title!: string;
  @Field(() => InstantScalar, { nullable: true, description: "The instant at which it begins." })
  startsAt?: string | null;
}

/** A meeting of stakeholders that deliberates and agrees on outcomes. */
@Versioned({
  scopeMember: "deliberation",
  description:
    "A meeting of stakeholders that deliberates and agrees on outcomes. Rembuk, musyawarah, FGD.",
  queries: { one: "deliberation", many: "deliberations" },
  filterBy: "key",
  defaultOrder: { field: "heldFrom", descending: true },
  visible: visibleDeliberation,
})
@Dimensions({ convenerSector: "convener.sector", programmeOwner: "programme.owner" })
@RegionDimensions("the place where it is held, else its area,", placeOfMeeting)
export class Deliberation extends VersionedNoun {
  @Column("key", {
    unique: true,
    order: true,
    description: "Its stable key, for readable addresses.",
  })
  key!: string;

  @EnumColumn(() => DeliberationKind, { order: true, description: "The kind of meeting." })
  kind!: DeliberationKind;

  @InLanguage({ of: "titleText", order: true, description: "Its title in the request's language." })
  title!: never;

  @Translated("Its title in both languages.")
  titleText!: StoredText;

  @Column("text", { length: 5000, nullable: true, description: "Its purpose, in short." })
  summary?: string | null;

  @EnumColumn(() => DeliberationStatus, {
    order: true,
    default: "DRAFT",
    description: "Its status.",
  })
  status!: DeliberationStatus;

  @Reference(() => Organisation, { description: "The organisation that convenes it." })
  convener!: Rel<Organisation>;

  @Reference(() => Programme, { nullable: true, description: "The programme that it belongs to." })
  programme?: Rel<Programme> | null;

  @Reference(() => Area, { nullable: true, description: "The area that it is about." })
  area?: Rel<Area> | null;

  @Reference(() => Region, { nullable: true, description: "The region where it is held." })
  region?: Rel<Region> | null;

  @Column("text", { nullable: true, description: "The place where it is held." })
  place?: string | null;

  @Derived(
    "json",
    {
      type: () => TimeZone,
      description:
        "The time zone where it is held: that of its region; without one, of its area's first region; else WIB. Its days are days there, and its minutes give all times there.",
    },
    (row) => sql`to_jsonb(${meetingZone(row)}::text)`,
  )
  timeZone!: TimeZone;

  @Column("date", { order: true, description: "Its first day, where it is held." })
  heldFrom!: string;

  @Column("date", { order: true, description: "Its last day, where it is held." })
  heldTo!: string;

  @Structure(() => [AgendaItem], { default: "'[]'", description: "Its agenda, in order." })
  agenda!: AgendaItem[];

  @EnumColumn(() => Visibility, {
    default: "PARTICIPANTS",
    description: "The viewers who may see it and everything that belongs to it.",
  })
  visibility!: Visibility;

  @Column("text", {
    length: 2000,
    nullable: true,
    filter: false,
    description: "The reason why it was cancelled; null where none was given.",
  })
  cancelReason?: string | null;

  @Column("boolean", {
    default: "true",
    description: "True if its quorum requires each invited sector.",
  })
  everySector!: boolean;

  @Column("int", {
    default: "50",
    description:
      "The share of the invited voices that its quorum requires, in per cent; at least one voice.",
  })
  quorumShare!: number;

  @Column("boolean", {
    default: "false",
    description:
      "True for a meeting that was held without the hub and is recorded afterwards from its sources. It has agreed outcomes, and who attended if its sources say so, but no times and no positions. Catatan rembuk.",
  })
  recorded!: boolean;

  @Column("instant", {
    nullable: true,
    order: true,
    description: "The instant at which the session began.",
  })
  openedAt?: Date | null;

  @Reference(() => Minutes, {
    nullable: true,
    description: "Its minutes; null until it is closed.",
  })
  minutes?: Rel<Minutes> | null;

  @Derived(
    "json",
    {
      type: () => Quorum,
      nullable: true,
      description:
        "The quorum by present attendance. Null when no organisation is invited, and for a recorded meeting. A decision also requires positions of each sector: see `Outcome.quorum`.",
    },
    (row) => quorumSql(row, row.column("id"), isVoice),
  )
  quorum!: never;

  @Listing(() => Invitation, {
    by: "deliberation",
    singular: "invitation",
    description: "The invited organisations, with their attendance.",
  })
  invitations!: never;

  @Connection(() => Outcome, {
    by: "deliberation",
    singular: "outcome",
    description: "Its outcomes, ordered by number.",
  })
  outcomes!: never;

  override changeScope(): ChangeScope {
    const { id: deliberation, programme, area, convener } = this;
    return { deliberation, programme: programme?.id, area: area?.id, owner: convener.id };
  }
}
