import { newId } from "../../testkit/world/world.js";
import { type Of, type Step } from "./model.js";
import { reasonOf, textOf } from "./observed.js";
import type { Player } from "./player.js";

type Input = Record<string, unknown>;
type Made<Does extends Step["does"]> = (
  play: Player,
  step: Of<Does>,
) => [mutation: string, input: Input];

const meeting =
  (mutation: string): Made<"schedule" | "open" | "cancel" | "close"> =>
  (play, { stale }) => [mutation, play.aim(play.id, play.model.version, stale)];

const seat =
  (mutation: string): Made<"withdraw" | "arrive" | "leave"> =>
  (play, { party, stale }) => {
    const version = play.model.seats.get(party)?.version ?? 0;
    return [mutation, play.aim(play.ids.invitations.get(party), version, stale)];
  };

const ofOutcome = (play: Player, { outcome, stale }: { outcome: number; stale: boolean }) =>
  play.aim(play.ids.outcomes[outcome], play.model.outcome(outcome).version, stale);

const decision =
  (
    mutation: string,
    more: Input = {},
  ): Made<"agree" | "openVote" | "closeVote" | "defer" | "reject"> =>
  (play, step) => [mutation, { ...ofOutcome(play, step), ...more }];

const onBehalf = (play: Player, party: number): Input => ({ organisationId: play.party(party).id });

const newAction = (play: Player): Input => ({
  id: newId(),
  planId: play.plan,
  title: "Kegiatan",
  stage: "MARKETING",
});

/** The mutation of each step, and its input. */
const inputs: { [Does in Step["does"]]: Made<Does> } = {
  schedule: meeting("scheduleDeliberation"),
  open: meeting("openDeliberation"),
  cancel: meeting("cancelDeliberation"),
  close: meeting("closeDeliberation"),
  withdraw: seat("withdrawInvitation"),
  arrive: seat("recordArrival"),
  leave: seat("recordDeparture"),
  agree: decision("agreeOutcome"),
  openVote: decision("openVote"),
  closeVote: decision("closeVote"),
  defer: decision("deferOutcome", { reason: "Belum siap" }),
  reject: decision("rejectOutcome", { reason: "Tidak tepat" }),
  show: (play, { stale, visibility }) => [
    "updateDeliberation",
    { ...play.aim(play.id, play.model.version, stale), visibility },
  ],
  invite: (play, { party }) => [
    "inviteOrganisation",
    { id: newId(), deliberationId: play.id, ...onBehalf(play, party) },
  ],
  propose: (play, { party }) => {
    const text = textOf(play.model.outcomes.length, 1);
    return [
      "proposeOutcome",
      { id: newId(), deliberationId: play.id, ...onBehalf(play, party), text },
    ];
  },
  amend: (play, step) => {
    const number = play.model.outcome(step.outcome).texts.length + (step.isSame ? 0 : 1);
    const text = textOf(step.outcome, number);
    const named = step.onBehalfOf === undefined ? {} : onBehalf(play, step.onBehalfOf);
    return ["amendOutcome", { ...ofOutcome(play, step), ...named, text, reason: text }];
  },
  take: (play, { outcome, party, textVersion, stance, worded }) => {
    const what = { outcomeId: play.ids.outcomes[outcome], textVersion, stance };
    const reason = reasonOf(worded, party);
    return ["takePosition", { id: newId(), ...what, ...onBehalf(play, party), reason }];
  },
  change: (play, { outcome, position: at, stance, worded, stale }) => {
    const position = play.model.outcome(outcome).positions[at];
    if (!position) throw new Error(`There is no position ${at}`);
    const aim = play.aim(play.ids.positions.get(position), position.version, stale);
    return ["changePosition", { ...aim, stance, reason: reasonOf(worded, position.party) }];
  },
  acknowledge: (play, { party, sawOther }) => {
    const { id: minutesId, sha256: known } = play.minutes;
    const sha256 = sawOther ? "f".repeat(64) : known;
    return ["acknowledgeMinutes", { id: newId(), minutesId, sha256, ...onBehalf(play, party) }];
  },
  addAction: (play) => ["addAction", newAction(play)],
  adopt: (play, { outcome, action }) => {
    const became =
      action === "new" ? { action: newAction(play) } : { actionId: play.ids.actions[action] };
    return ["adoptOutcome", { id: newId(), outcomeId: play.ids.outcomes[outcome], ...became }];
  },
  dropAdoption: (play, { outcome, action, stale }) => [
    "removeAdoption",
    play.aim(play.ids.adoptions.get(`${outcome} ${action}`), 1, stale),
  ],
  moveAction: (play, { action, status, stale }) => {
    const version = play.model.actions[action]?.version ?? 0;
    return [
      "changeActionStatus",
      { ...play.aim(play.ids.actions[action], version, stale), status },
    ];
  },
};

/** A step as its mutation and input. */
export const inputOf = (play: Player, step: Step): [mutation: string, input: Input] =>
  (inputs[step.does] as Made<never>)(play, step as never);
