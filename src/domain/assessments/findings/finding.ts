import type { Rel } from "@mikro-orm/core";
import { Index } from "@mikro-orm/decorators/legacy";
import type { ChangeScope } from "../../../ledger/index.js";
import {
  Column,
  from,
  type Join,
  Listing,
  Reference,
  References,
  sql,
} from "../../../reading/index.js";
import { seenOnceDeleted, Versioned, VersionedNoun } from "../../common/index.js";
import { Measurement } from "../../indicators/index.js";
import { Action } from "../../plans/index.js";
import { Assessment } from "../assessment.js";
import { changedAtWork, followsAssessment } from "../assessment-visibility.js";

// Findings are asked for by the action that they bear on, and by the measurement that they rest on.
const byAction = "create index finding_of_action on finding using gin (action_ids)";
const byMeasurement = "create index finding_of_measurement on finding using gin (measurement_ids)";

/** What a university found, and what it recommends. */
@Versioned({
  description:
    "What a university found, and what it recommends, with the actions that it bears on. Temuan dan rekomendasi.",
  defaultOrder: { field: "createdAt", descending: false },
  visible: followsAssessment,
  changesVisible: seenOnceDeleted(() => Finding, changedAtWork),
})
@Index({ name: "finding_of_action", expression: byAction })
@Index({ name: "finding_of_measurement", expression: byMeasurement })
export class Finding extends VersionedNoun {
  @Reference(() => Assessment, { description: "The assessment." })
  assessment!: Rel<Assessment>;

  @Column("text", { description: "What was found." })
  text!: string;

  @Column("text", { nullable: true, description: "What is recommended." })
  recommendation?: string | null;

  @References(() => Action, {
    singular: "action",
    mayBeHidden: true,
    description: "The actions that it bears on, of those that the viewer may see.",
  })
  actions!: string[];

  @References(() => Measurement, {
    singular: "measurement",
    mayBeHidden: true,
    description: "The measurements that it rests on, of those that the viewer may see.",
  })
  measurements!: string[];

  override changeScope(): ChangeScope {
    return this.assessment.changeScope();
  }
}

/**
 * The condition that a finding names a row in a list of ids. The index is read for each such row: as a
 * join, Postgres would compare every finding with every measurement in a filter for those that have one.
 */
const naming =
  (ids: "action_ids" | "measurement_ids"): Join =>
  (id, finding) => {
    const named = from(Finding, finding);
    return sql`${finding.column("id")} = any(array(select ${named.column("id")} from ${named.source}
      where ${named.column(ids)} @> array[${id}]::uuid[]))`;
  };

// The ways back from an action and from a measurement to what was found (rule 2 of the domain).
Listing(() => Finding, {
  by: naming("action_ids"),
  singular: "finding",
  description: "What universities found that bears on it, the published and those at hand.",
})(Action.prototype, "findings");

Listing(() => Finding, {
  by: naming("measurement_ids"),
  singular: "finding",
  description: "What universities found that rests on it, the published and those at hand.",
})(Measurement.prototype, "findings");
