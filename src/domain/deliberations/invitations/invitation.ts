import type { Rel } from "@mikro-orm/core";
import { Property } from "@mikro-orm/decorators/legacy";
import { Field, ObjectType } from "type-graphql";
import type { ChangeScope } from "../../../ledger/index.js";
import { InstantScalar } from "../../../platform/scalars.js";
import {
  Column,
  Derived,
  EnumColumn,
  Loaded,
  Reference,
  References,
  Structure,
  seenByAll,
  sql,
  UniqueOn,
} from "../../../reading/index.js";
import { Versioned, VersionedNoun } from "../../common/index.js";
import { Organisation, Sector } from "../../stakeholders/index.js";
import { Deliberation } from "../deliberation.js";
import { followsDeliberation } from "../deliberation-visibility.js";
import { isVoice, present } from "./house.js";

/**
 * A period in which an organisation attended without a break. The fields have jsonb's order of keys, because
 * the ORM compares texts.
 */
@ObjectType({ description: "A period in which an organisation attended without a break." })
export class AttendanceInterval {
  @Field(() => InstantScalar, {
    nullable: true,
    description:
      "The instant at which it left; null while it is present, or when it stayed to the end.",
  })
  leftAt!: string | null;
  @Field(() => InstantScalar, { description: "The instant at which it arrived." })
  arrivedAt!: string;
  @Loaded(() => Organisation, {
    nullable: true,
    description:
      "The organisation that recorded the arrival: the convener or itself. Null for an arrival before the hub kept it.",
  })
  arrivalRecordedBy?: string | null;
  @Loaded(() => Organisation, {
    nullable: true,
    description:
      "The organisation that recorded the departure: the convener or itself. Null while it is present, and for a departure before the hub kept it.",
  })
  departureRecordedBy?: string | null;
}

/** An organisation's invitation to a deliberation, and its attendance. */
@Versioned({
  description: "An organisation's invitation to a deliberation, and its attendance. Undangan.",
  defaultOrder: { field: "sector", descending: false },
  visible: followsDeliberation,
  changesVisible: followsDeliberation,
  visibleBelow: { deliberation: seenByAll },
})
@UniqueOn("invitation_once", "deliberation", "organisation")
export class Invitation extends VersionedNoun {
  @Reference(() => Deliberation, { index: false, description: "The deliberation." })
  deliberation!: Rel<Deliberation>;

  @Reference(() => Organisation, { description: "The invited organisation." })
  organisation!: Rel<Organisation>;

  @EnumColumn(() => Sector, {
    order: true,
    description: "Its sector at the time of the invitation. The quorum counts this sector.",
  })
  sector!: Sector;

  @References(() => Organisation, {
    singular: "partOfOrganisation",
    description:
      "The organisations that it was part of when it was invited, the nearest first. Together they are one voice, that of the highest one attending.",
  })
  partOf!: string[];

  @Property({ type: "array", columnType: "text[]", fieldName: "delegates", defaultRaw: "'{}'" })
  @Derived(
    "json",
    {
      type: () => [String],
      stored: true,
      description:
        "The people who speak for it, by name or office. Visible to every viewer of the deliberation, and part of its minutes.",
    },
    (row) => sql`to_jsonb(${row.column("delegates")})`,
  )
  delegates!: string[];

  @Structure(() => [AttendanceInterval], {
    default: "'[]'",
    description: "Its periods of attendance, each from an arrival to a departure.",
  })
  attendance!: AttendanceInterval[];

  @Column("boolean", {
    default: "false",
    description:
      "True if the sources of a meeting held without the hub say that it attended; no times are known then, and not whether it was invited.",
  })
  attendedBySource!: boolean;

  @Derived(
    "boolean",
    { description: "True if it attended at any time." },
    (row) =>
      sql`(jsonb_array_length(${row.column("attendance")}) > 0 or ${row.column("attended_by_source")})`,
  )
  attended!: boolean;

  @Derived(
    "boolean",
    { description: "True if it attends now, or attended when the deliberation closed." },
    present,
  )
  isPresent!: boolean;

  @Derived(
    "boolean",
    {
      description:
        "True if it is the voice of its house now: it attends, and no organisation that it is part of does.",
    },
    isVoice,
  )
  isVoice!: boolean;

  override changeScope(): ChangeScope {
    return { ...this.deliberation.changeScope(), owner: this.organisation.id };
  }
}
