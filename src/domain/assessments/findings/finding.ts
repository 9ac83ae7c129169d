import type { Rel } from "@mikro-orm/core";
import { Index } from "@mikro-orm/decorators/legacy";
import type { ChangeScope } from "../../../ledger/index.js";
import { Column, Reference, References } from "../../../reading/index.js";
import { seenOnceDeleted, Versioned, VersionedNoun } from "../../common/index.js";
import { Measurement } from "../../indicators/index.js";
import { Action } from "../../plans/index.js";
import { Assessment } from "../assessment.js";
import { changedAtWork, followsAssessment } from "../assessment-visibility.js";

// Indexes for the findings about an action, and for those based on a measurement.
const byAction = "create index finding_of_action on finding using gin (action_ids)";
const byMeasurement = "create index finding_of_measurement on finding using gin (measurement_ids)";

/** A university's finding, with its recommendation. */
@Versioned({
  within: ["assessment"],
  description:
    "A university's finding, with its recommendation and the actions that it concerns. Temuan dan rekomendasi.",
  defaultOrder: { field: "createdAt", descending: false },
  visible: followsAssessment,
  changesVisible: seenOnceDeleted(() => Finding, changedAtWork),
})
@Index({ name: "finding_of_action", expression: byAction })
@Index({ name: "finding_of_measurement", expression: byMeasurement })
export class Finding extends VersionedNoun {
  @Reference(() => Assessment, { description: "The assessment." })
  assessment!: Rel<Assessment>;

  @Column("text", { length: 5000, description: "The finding, as text." })
  text!: string;

  @Column("text", { length: 5000, nullable: true, description: "The recommendation." })
  recommendation?: string | null;

  @References(() => Action, {
    singular: "action",
    mayBeHidden: true,
    description: "The actions that it concerns and that the viewer may see.",
  })
  actions!: string[];

  @References(() => Measurement, {
    singular: "measurement",
    mayBeHidden: true,
    description: "The measurements that it is based on and that the viewer may see.",
  })
  measurements!: string[];

  override changeScope(): ChangeScope {
    return this.assessment.changeScope();
  }
}
