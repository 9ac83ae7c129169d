import { defineEnum, type MemberOf } from "../../reading/index.js";
import { lifecycle } from "../common/index.js";

/** What sort of meeting a deliberation is. */
export const DeliberationKind = defineEnum(
  "DeliberationKind",
  "What sort of meeting a deliberation is.",
  {
    NATIONAL: "Of the whole programme, convened by the centre. Rembuk nasional.",
    REGIONAL: "Of a province, regency or city. Rembuk daerah.",
    LOCAL: "Of villages, an area or a customary community. Rembuk lokal, musyawarah.",
    FOCUS_GROUP: "Of invited experts on one question. Diskusi kelompok terpumpun (FGD).",
  },
);
export type DeliberationKind = MemberOf<typeof DeliberationKind>;

/** Where a deliberation stands. */
export const DeliberationStatus = defineEnum("DeliberationStatus", "Where a deliberation stands.", {
  DRAFT: "Being prepared; goes to SCHEDULED or CANCELLED.",
  SCHEDULED: "Invited to; goes to IN_SESSION or CANCELLED.",
  IN_SESSION: "Under way: attendance, outcomes and positions are live; goes to CLOSED.",
  CLOSED: "Over, with minutes; nothing of it changes any more.",
  CANCELLED: "Called off before it began; stays.",
});
export type DeliberationStatus = MemberOf<typeof DeliberationStatus>;

/** The drawn transitions of a deliberation (domain, "Lifecycles"). */
export const deliberationLifecycle = lifecycle<DeliberationStatus>("Deliberation", {
  DRAFT: [DeliberationStatus.SCHEDULED, DeliberationStatus.CANCELLED],
  SCHEDULED: [DeliberationStatus.IN_SESSION, DeliberationStatus.CANCELLED],
  IN_SESSION: [DeliberationStatus.CLOSED],
  CLOSED: [],
  CANCELLED: [],
});

/** Where an outcome stands. */
export const OutcomeStatus = defineEnum("OutcomeStatus", "Where an outcome stands.", {
  PROPOSED: "Under deliberation; goes to AGREED, DEFERRED or REJECTED.",
  AGREED:
    "Agreed by mufakat, by vote or as recorded, and no action that the viewer may see came of it yet.",
  DEFERRED: "Put off to a later deliberation; stays.",
  REJECTED: "Not agreed; stays.",
  FOLLOWED_UP: "Agreed, and at least one action came of it that was not cancelled. Derived.",
  FULFILLED:
    "Agreed, and all actions that came of it and were not cancelled are completed. Derived.",
});
export type OutcomeStatus = MemberOf<typeof OutcomeStatus>;

/** How an outcome was decided. */
export const DecisionMethod = defineEnum("DecisionMethod", "How an outcome was decided.", {
  MUFAKAT: "By consensus: the quorum held and nobody who attended objected. Musyawarah mufakat.",
  VOTE: "By the votes of those who attended, after mufakat had failed. Pemungutan suara.",
  CONVENER:
    "Deferred or rejected by the convener, or deferred as the meeting closed without a decision.",
  RECORDED: "Agreed in a meeting held without the hub, and recorded from the sources named.",
});
export type DecisionMethod = MemberOf<typeof DecisionMethod>;

/** An organisation's stance on an outcome. */
export const Stance = defineEnum(
  "Stance",
  "An organisation's stance on an outcome's current text (rule 1).",
  {
    AGREE: "Agrees. Setuju.",
    AGREE_WITH_RESERVATION: "Agrees, with a reservation that it states. Setuju dengan catatan.",
    OBJECT: "Objects, for a reason that it states: no mufakat while it stands. Keberatan.",
    ABSTAIN: "Takes part and does not take sides. Abstain.",
  },
);
export type Stance = MemberOf<typeof Stance>;
