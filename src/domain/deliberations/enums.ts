import { defineEnum, type MemberOf } from "../../reading/index.js";
import { lifecycle } from "../common/index.js";

/** The kind of meeting that a deliberation is. */
export const DeliberationKind = defineEnum(
  "DeliberationKind",
  "The kind of meeting that a deliberation is.",
  {
    NATIONAL: "For the whole programme, convened by the central government. Rembuk nasional.",
    REGIONAL: "For a province, regency or city. Rembuk daerah.",
    LOCAL: "For villages, an area or a customary community. Rembuk lokal, musyawarah.",
    FOCUS_GROUP: "For invited experts, on one question. Diskusi kelompok terpumpun (FGD).",
  },
);
export type DeliberationKind = MemberOf<typeof DeliberationKind>;

/** The status of a deliberation. */
export const DeliberationStatus = defineEnum(
  "DeliberationStatus",
  "The status of a deliberation.",
  {
    DRAFT: "In preparation. Next: SCHEDULED or CANCELLED.",
    SCHEDULED: "The invitations have been sent. Next: IN_SESSION or CANCELLED.",
    IN_SESSION: "In progress: attendance, outcomes and positions are live. Next: CLOSED.",
    CLOSED: "Ended, with minutes. It never changes again.",
    CANCELLED: "Cancelled before it began. Final.",
  },
);
export type DeliberationStatus = MemberOf<typeof DeliberationStatus>;

/** The allowed transitions of a deliberation (domain, "Lifecycles"). */
export const deliberationLifecycle = lifecycle<DeliberationStatus>("Deliberation", {
  DRAFT: [DeliberationStatus.SCHEDULED, DeliberationStatus.CANCELLED],
  SCHEDULED: [DeliberationStatus.IN_SESSION, DeliberationStatus.CANCELLED],
  IN_SESSION: [DeliberationStatus.CLOSED],
  CLOSED: [],
  CANCELLED: [],
});

/** The status of an outcome. */
export const OutcomeStatus = defineEnum("OutcomeStatus", "The status of an outcome.", {
  PROPOSED: "Under deliberation. Next: AGREED, DEFERRED or REJECTED.",
  AGREED:
    "Agreed by mufakat, by vote or as recorded. No action that the viewer may see results from it yet.",
  DEFERRED:
    "Postponed. It stays so; a later deliberation can take it up again by an outcome of its own, and `takenUpBy` then shows where.",
  REJECTED: "Not agreed. Final.",
  FOLLOWED_UP:
    "Agreed, with at least one resulting action that is not cancelled. Derived. Ditindaklanjuti.",
  FULFILLED:
    "Agreed, and all resulting actions that are not cancelled are completed. Derived. Dipenuhi.",
});
export type OutcomeStatus = MemberOf<typeof OutcomeStatus>;

/** The method by which an outcome was decided. */
export const DecisionMethod = defineEnum(
  "DecisionMethod",
  "The method by which an outcome was decided.",
  {
    MUFAKAT:
      "By consensus: there was a quorum, no objection stood, and at least half agreed. Musyawarah mufakat.",
    VOTE: "By the votes of the voices that attended when the vote was opened, after mufakat had failed. Pemungutan suara.",
    CONVENER:
      "Deferred or rejected by the convener, or deferred because the meeting closed without a decision.",
    RECORDED: "Agreed in a meeting held without the hub, and recorded from its sources.",
  },
);
export type DecisionMethod = MemberOf<typeof DecisionMethod>;

/** An organisation's stance on an outcome. */
export const Stance = defineEnum(
  "Stance",
  "An organisation's stance on an outcome's current text (rule 1).",
  {
    AGREE: "Agrees. Setuju.",
    AGREE_WITH_RESERVATION: "Agrees, with a stated reservation. Setuju dengan catatan.",
    OBJECT:
      "Objects, with a stated reason. There is no mufakat while an objection stands. Keberatan.",
    ABSTAIN: "Takes part, but neither agrees nor objects. Abstain.",
  },
);
export type Stance = MemberOf<typeof Stance>;
