import type { Rel } from "@mikro-orm/core";
import type { ChangeScope } from "../../../ledger/index.js";
import { Column, EnumColumn, Listing, Reference, UniqueOn } from "../../../reading/index.js";
import { seenOnceDeleted, Versioned, VersionedNoun } from "../../common/index.js";
import { Action, ActionPlan } from "../../plans/index.js";
import { Organisation } from "../../stakeholders/index.js";
import { Assessment } from "../assessment.js";
import { changedAtWorkOnPlan, followsAssessmentAndPlan } from "../assessment-visibility.js";
import { Completion } from "../enums.js";
import { FindingReply } from "./finding-reply.js";

/** A university's finding on how far an action was carried out: the second voice (rule 3). */
@Versioned({
  within: ["action"],
  description:
    "A university's finding on how far an action was carried out: the second voice, beside the report of the action's lead (rule 3). Temuan atas kegiatan.",
  queries: { one: "actionFinding" },
  defaultOrder: { field: "createdAt", descending: false },
  visible: followsAssessmentAndPlan,
  changesVisible: seenOnceDeleted(() => ActionFinding, changedAtWorkOnPlan),
})
@UniqueOn("action_finding_once", "assessment", "action")
export class ActionFinding extends VersionedNoun {
  @Reference(() => Assessment, { index: false, description: "The assessment." })
  assessment!: Rel<Assessment>;

  @Reference(() => Action, { description: "The action." })
  action!: Rel<Action>;

  @Reference(() => ActionPlan, { description: "The action's plan." })
  plan!: Rel<ActionPlan>;

  @Reference(() => Organisation, { index: false, description: "The university." })
  university!: Rel<Organisation>;

  @EnumColumn(() => Completion, {
    order: true,
    description: "The degree to which the action was carried out.",
  })
  completion!: Completion;

  @Column("text", {
    length: 5000,
    nullable: true,
    filter: false,
    description: "The basis of the finding, in words.",
  })
  note?: string | null;

  @Listing(() => FindingReply, {
    by: "finding",
    description: "The replies of the action's lead, the oldest first.",
  })
  replies!: never;

  override changeScope(): ChangeScope {
    return { ...this.assessment.changeScope(), plan: this.plan.id };
  }
}
