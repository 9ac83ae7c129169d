import type { Rel } from "@mikro-orm/core";
import type { ChangeScope } from "../../ledger/index.js";
import { EnumColumn, Reference, seenByAll, UniqueOn } from "../../reading/index.js";
import { Versioned, VersionedNoun } from "../common/index.js";
import { Organisation } from "../stakeholders/index.js";
import { ActionPlan } from "./action-plan.js";
import { ParticipantRole, ParticipantStatus } from "./enums.js";
import { followsPlan } from "./plan-visibility.js";

/** An organisation's part in a plan. It counts once the organisation has accepted it. */
@Versioned({
  description:
    "An organisation's part in a plan, in a role that IATI names. It counts once the organisation has accepted it. Pihak yang terlibat.",
  defaultOrder: { field: "role", descending: false },
  visible: followsPlan,
  changesVisible: followsPlan,
  visibleBelow: { plan: seenByAll },
})
@UniqueOn("participant_once", "plan", "organisation", "role")
export class Participant extends VersionedNoun {
  @Reference(() => ActionPlan, { index: false, description: "The plan." })
  plan!: Rel<ActionPlan>;

  @Reference(() => Organisation, { description: "The organisation." })
  organisation!: Rel<Organisation>;

  @EnumColumn(() => ParticipantRole, { order: true, description: "Its role." })
  role!: ParticipantRole;

  @EnumColumn(() => ParticipantStatus, {
    description: "The organisation's answer: INVITED until it has given one.",
  })
  status!: ParticipantStatus;

  override changeScope(): ChangeScope {
    return { ...this.plan.changeScope(), owner: this.organisation.id };
  }
}
