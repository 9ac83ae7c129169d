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

/** How far a university found an action to be carried out: the second voice (rule 3). */
@Versioned({
  description:
    "How far a university found an action to be carried out: the second voice beside what the action's lead reports (rule 3). Temuan atas kegiatan.",
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

  @EnumColumn(() => Completion, { order: true, description: "How far it was carried out." })
  completion!: Completion;

  @Column("text", { nullable: true, filter: false, description: "What this rests on." })
  note?: string | null;

  @Listing(() => FindingReply, {
    by: "finding",
    description: "What the action's lead replied, the first reply first.",
  })
  replies!: never;

  override changeScope(): ChangeScope {
    return { ...this.assessment.changeScope(), plan: this.plan.id };
  }
}
