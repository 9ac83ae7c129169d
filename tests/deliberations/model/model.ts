import { type Actor, aboveOf, coordinates, personOf, sectorOf, shared } from "./parties.js";
import {
  type Clauses,
  law,
  type Quorum,
  type Rule,
  type Stance,
  type VoiceSeat,
  Voices,
} from "./voices.js";

// One deliberation as the domain's text has it (domain.md, "Lifecycles", rules 1, 5 and 7, and "Who may
// do what"), without a database: what each step answers, and what there is afterwards. Organisations
// are numbers. It is written from that text, to hold the hub against it; what the text leaves open is as ADR
// 0049 has it.

type By<T> = T & { by: Actor };
/** A step that names the version which it saw; a stale one names another. */
type Seen<T> = By<T> & { stale: boolean };
type Voice = { stance: Stance; worded: boolean };

/** One thing that somebody does. What it refers to by a number is there already. */
export type Step =
  | Seen<{ does: "schedule" | "open" | "cancel" | "close" }>
  | Seen<{ does: "show"; visibility: string }>
  | By<{ does: "invite" | "propose"; party: number }>
  | Seen<{ does: "withdraw" | "arrive" | "leave"; party: number }>
  | Seen<{ does: "amend"; outcome: number; onBehalfOf?: number; isSame: boolean }>
  | By<{ does: "take"; outcome: number; party: number; textVersion: number } & Voice>
  | Seen<{ does: "change"; outcome: number; position: number } & Voice>
  | Seen<{ does: Deciding; outcome: number }>
  | By<{ does: "acknowledge"; party: number; sawOther: boolean }>
  | By<{ does: "addAction" }>
  | By<{ does: "adopt"; outcome: number; action: number | "new" }>
  | Seen<{ does: "dropAdoption"; outcome: number; action: number }>
  | Seen<{ does: "moveAction"; action: number; status: string }>;

/** How a step is refused. */
export interface Refusal {
  code: string;
  reason?: string;
}

class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}

const refuse = (code: string, reason?: string): never => {
  throw new Refused({ code, ...(reason ? { reason } : {}) });
};
const noTransition = (reason?: string): never => refuse("INVALID_TRANSITION", reason);
const badInput = (): never => refuse("BAD_USER_INPUT");

export interface Seat extends VoiceSeat<number> {
  version: number;
  /** Who recorded each arrival, and the departure after it. */
  arrivals: { by: number; leftBy: number | null }[];
  isPresent: boolean;
  /** Whether it was invited in session. */
  isLate: boolean;
}

export interface Position extends Voice {
  party: number;
  textVersion: number;
  version: number;
}

export interface ModelOutcome {
  version: number;
  /** On whose behalf each text was written, the first one first. */
  texts: number[];
  status: "PROPOSED" | "AGREED" | "DEFERRED" | "REJECTED";
  isVoting: boolean;
  positions: Position[];
  method?: string;
  tally?: Record<Stance, number>;
  quorumThen?: Pick<Quorum, "invited" | "attending"> | null;
  /** The vote that was opened, with those who may vote. */
  vote?: { electorate: number[]; voices: number; invited: number; attending: number };
  countedOrganisations: number[];
  /** Whether it was said why it was put off or rejected. */
  hasReason: boolean;
  /** The actions that it became. */
  became: number[];
}

const lifecycle: Record<string, readonly string[]> = {
  DRAFT: ["SCHEDULED", "CANCELLED"],
  SCHEDULED: ["IN_SESSION", "CANCELLED"],
  IN_SESSION: ["CLOSED"],
};
const stepsTo = {
  schedule: "SCHEDULED",
  open: "IN_SESSION",
  cancel: "CANCELLED",
  close: "CLOSED",
} as const;
const actionLifecycle: Record<string, readonly string[]> = {
  PLANNED: ["IN_PROGRESS", "CANCELLED"],
  IN_PROGRESS: ["COMPLETED", "BLOCKED", "CANCELLED"],
  BLOCKED: ["IN_PROGRESS", "CANCELLED"],
};

type Deciding = "agree" | "openVote" | "closeVote" | "defer" | "reject";

/** The steps that do one of these. */
export type Of<Does extends Step["does"]> = Step & { does: Does };

/** A deliberation and what its outcomes become, in a plan of the convener's that anybody sees. */
export class ModelRembuk {
  status = "DRAFT";
  version = 1;
  readonly seats = new Map<number, Seat>();
  readonly outcomes: ModelOutcome[] = [];
  readonly actions: { status: string; version: number }[] = [];
  readonly acknowledged = new Set<number>();

  /** For whom each person has spoken, by the person. */
  private readonly spokeFor = new Map<string, number>();

  constructor(
    readonly convener: number,
    public visibility: string,
    readonly rule: Rule,
    invited: readonly number[],
    private readonly clauses: Clauses = law,
  ) {
    for (const party of invited) this.seat(party);
  }

  /** Does a step, or returns how it is refused and leaves all as it was. */
  do(step: Step): Refusal | undefined {
    if (step.by.role === "visitor") return { code: "UNAUTHENTICATED" };
    try {
      (this[step.does] as (step: Step) => void)(step);
      return undefined;
    } catch (error) {
      if (error instanceof Refused) return error.refusal;
      throw error;
    }
  }

  /** Rule 7: PUBLIC, PARTICIPANTS (the invited and the convener), ORGANISATION (the convener). */
  sees({ role, party }: Actor): boolean {
    if (this.visibility === "PUBLIC") return true;
    if (role === "visitor") return false;
    const own = role === "shared" ? shared : [party];
    return own.some(
      (one) => one === this.convener || (this.visibility === "PARTICIPANTS" && this.seats.has(one)),
    );
  }

  outcome(number: number): ModelOutcome {
    const outcome = this.outcomes[number];
    if (!outcome) throw new Error(`The model has no outcome ${number}`);
    return outcome;
  }

  present(): number[] {
    return [...this.seats].filter(([, { isPresent }]) => isPresent).map(([party]) => party);
  }

  /** The positions on the current text. */
  positionsOn({ positions, texts }: ModelOutcome): Position[] {
    return positions.filter(({ textVersion }) => textVersion === texts.length);
  }

  get voices(): Voices<number> {
    return new Voices(this.seats, this.clauses);
  }

  /** The positions that count: now, in the vote that is open, or when it was decided. */
  counted(outcome: ModelOutcome): Position[] {
    const positions = this.positionsOn(outcome);
    const { status, countedOrganisations, isVoting, vote } = outcome;
    if (status !== "PROPOSED") {
      return positions.filter(({ party }) => countedOrganisations.includes(party));
    }
    return isVoting && vote
      ? this.voices.votes(positions, vote.electorate)
      : this.voices.counted(positions);
  }

  tally(outcome: ModelOutcome): Record<Stance, number> {
    return outcome.tally ?? this.voices.tally(this.counted(outcome));
  }

  /** Rule 1: sectors, not heads. For an outcome a voice is heard when it took a position. */
  quorum(outcome?: ModelOutcome): Quorum | null {
    const spoke = outcome && this.positionsOn(outcome).map(({ party }) => party);
    return this.voices.quorum(this.rule, (party) => !spoke || spoke.includes(party));
  }

  /** What follows an agreed outcome follows from its actions. */
  shownStatus({ status, became }: ModelOutcome): string {
    const alive = became.map((at) => this.actions[at]?.status).filter((one) => one !== "CANCELLED");
    if (status !== "AGREED" || alive.length === 0) return status;
    return alive.every((one) => one === "COMPLETED") ? "FULFILLED" : "FOLLOWED_UP";
  }

  private seat(party: number): void {
    const isLate = this.status === "IN_SESSION";
    const seat = { sector: sectorOf(party), above: aboveOf(party), isPresent: false, isLate };
    this.seats.set(party, { ...seat, version: 1, arrivals: [] });
  }

  private seatOf(party: number): Seat {
    const seat = this.seats.get(party);
    if (!seat) throw new Error(`The model has no invitation of ${party}`);
    return seat;
  }

  /** First whether it is there for the requester, then whether they may, then whether they are up to date. */
  private may(by: Actor, coordinators: readonly number[], stale = false, isSeen = this.sees(by)) {
    if (!isSeen) refuse("NOT_FOUND");
    if (!coordinators.some((party) => coordinates(by, party))) refuse("FORBIDDEN");
    if (stale) refuse("CONFLICT");
  }

  private inSession(): void {
    if (this.status !== "IN_SESSION") noTransition("NOT_IN_SESSION");
  }

  private live(outcome: ModelOutcome): void {
    this.inSession();
    if (outcome.status !== "PROPOSED") noTransition("DECIDED");
  }

  private attends(party: number): void {
    if (!this.seats.get(party)?.isPresent) badInput();
  }

  private step({ does, by, stale }: Of<"schedule" | "open" | "cancel" | "close">): void {
    this.may(by, [this.convener], stale);
    if (!lifecycle[this.status]?.includes(stepsTo[does])) noTransition();
    if (does === "open" && this.seats.size === 0) noTransition("NOBODY_INVITED");
    if (does === "close") this.deferUndecided();
    this.status = stepsTo[does];
    this.version += 1;
  }

  readonly schedule = this.step;
  readonly open = this.step;
  readonly cancel = this.step;
  readonly close = this.step;

  private deferUndecided(): void {
    const isOpen = this.outcomes.some(({ isVoting }) => isVoting);
    if (isOpen && this.clauses.noCloseOverVote) noTransition("VOTE_OPEN");
    for (const outcome of this.outcomes) {
      if (outcome.status === "PROPOSED") this.decided(outcome, "DEFERRED", "CONVENER");
    }
  }

  show({ by, stale, visibility }: Of<"show">): void {
    this.may(by, [this.convener], stale);
    if (this.status === "CLOSED" || this.status === "CANCELLED") noTransition();
    if (this.visibility !== visibility) this.version += 1;
    this.visibility = visibility;
  }

  invite({ by, party }: Of<"invite">): void {
    this.may(by, [this.convener]);
    if (this.status === "CLOSED" || this.status === "CANCELLED") noTransition();
    if (this.seats.has(party)) badInput();
    this.seat(party);
  }

  withdraw({ by, stale, party }: Of<"withdraw">): void {
    this.may(by, [this.convener], stale);
    const { isLate, arrivals } = this.seatOf(party);
    const isUnused = this.status === "IN_SESSION" && isLate && arrivals.length === 0;
    if (this.status !== "DRAFT" && this.status !== "SCHEDULED" && !isUnused) noTransition();
    this.seats.delete(party);
  }

  arrive({ does, by, stale, party }: Of<"arrive" | "leave">): void {
    this.may(by, [this.convener, party], stale);
    this.inSession();
    const seat = this.seatOf(party);
    if (seat.isPresent === (does === "arrive")) noTransition();
    seat.isPresent = does === "arrive";
    // The convener's coordinator records for the convener, another for the organisation itself.
    const recorder = coordinates(by, this.convener) ? this.convener : party;
    const last = seat.arrivals.at(-1);
    if (seat.isPresent) seat.arrivals.push({ by: recorder, leftBy: null });
    else if (last) last.leftBy = recorder;
    seat.version += 1;
  }

  readonly leave = this.arrive;

  propose({ by, party }: Of<"propose">): void {
    this.may(by, [party]);
    this.inSession();
    if (party !== this.convener) this.attends(party);
    this.outcomes.push({
      version: 1,
      texts: [party],
      status: "PROPOSED",
      isVoting: false,
      positions: [],
      countedOrganisations: [],
      hasReason: false,
      became: [],
    });
  }

  amend({ by, stale, outcome: number, onBehalfOf, isSame }: Of<"amend">): void {
    const outcome = this.outcome(number);
    const [proposer] = outcome.texts as [number];
    const isThere = this.seats.get(proposer)?.isPresent;
    const writers = isThere ? [proposer, this.convener] : [this.convener];
    const named = writers.filter((party) => onBehalfOf === undefined || onBehalfOf === party);
    this.may(by, named, stale);
    this.live(outcome);
    if (outcome.isVoting) noTransition("VOTE_OPEN");
    if (isSame && this.clauses.sameWordsKeep) return;
    outcome.texts.push(named.find((party) => coordinates(by, party)) ?? by.party);
    outcome.version += 1;
  }

  take({ by, outcome: number, party, textVersion, stance, worded }: Of<"take">): void {
    const outcome = this.outcome(number);
    this.may(by, [party]);
    this.live(outcome);
    if (textVersion !== outcome.texts.length) refuse("CONFLICT");
    this.attends(party);
    this.speaksForOne(by, party);
    if (this.positionsOn(outcome).some((one) => one.party === party)) refuse("CONFLICT");
    this.checkWorded(stance, worded);
    this.speaks(by, party);
    outcome.positions.push({ party, textVersion, stance, worded, version: 1 });
  }

  change({ by, stale, outcome: number, position: at, stance, worded }: Of<"change">): void {
    const outcome = this.outcome(number);
    const position = outcome.positions[at];
    if (!position) throw new Error(`The model has no position ${at}`);
    this.may(by, [position.party], stale);
    this.live(outcome);
    if (position.textVersion !== outcome.texts.length) refuse("CONFLICT");
    this.attends(position.party);
    this.speaksForOne(by, position.party);
    this.checkWorded(stance, worded);
    this.speaks(by, position.party);
    Object.assign(position, { stance, worded, version: position.version + 1 });
  }

  /** A person speaks for the first organisation for which they took or changed a position here. */
  private speaksForOne(by: Actor, party: number): void {
    const first = this.spokeFor.get(personOf(by));
    const isAnother = first !== undefined && first !== party;
    if (isAnother && this.clauses.onePerson) noTransition("SPEAKS_FOR_ANOTHER");
  }

  private speaks(by: Actor, party: number): void {
    const person = personOf(by);
    if (!this.spokeFor.has(person)) this.spokeFor.set(person, party);
  }

  private checkWorded(stance: Stance, worded: boolean): void {
    if (!worded && (stance === "OBJECT" || stance === "AGREE_WITH_RESERVATION")) badInput();
  }

  private deciding({ by, stale, outcome: number }: Of<Deciding>): ModelOutcome {
    const outcome = this.outcome(number);
    this.may(by, [this.convener], stale);
    this.live(outcome);
    return outcome;
  }

  private decided(outcome: ModelOutcome, status: ModelOutcome["status"], method: string): void {
    const quorumThen = method === "VOTE" && outcome.vote ? outcome.vote : this.quorum(outcome);
    const then = { tally: this.tally(outcome), quorumThen };
    const countedOrganisations = this.counted(outcome).map(({ party }) => party);
    const version = outcome.version + 1;
    Object.assign(outcome, {
      ...then,
      status,
      method,
      countedOrganisations,
      version,
      isVoting: false,
    });
  }

  /** Whether mufakat holds: a quorum, no objection that stands, and at least half agree. */
  private mufakatHolds(outcome: ModelOutcome): boolean {
    const tally = this.tally(outcome);
    const isMet = this.quorum(outcome)?.met ?? false;
    return isMet && tally.OBJECT === 0 && this.voices.halfAgrees(tally);
  }

  /** Whether mufakat would hold if nobody had left who took a position on the text. */
  private heldBeforeDepartures(outcome: ModelOutcome): boolean {
    const positions = this.positionsOn(outcome);
    const spoke = positions.map(({ party }) => party);
    const voices = this.voices.with(spoke);
    const tally = voices.tally(voices.counted(positions));
    const isMet = voices.quorum(this.rule, (party) => spoke.includes(party))?.met ?? false;
    return isMet && tally.OBJECT === 0 && voices.halfAgrees(tally);
  }

  agree(step: Of<"agree">): void {
    const outcome = this.deciding(step);
    if (outcome.isVoting) noTransition("VOTE_OPEN");
    if (!this.quorum(outcome)?.met) noTransition("QUORUM_NOT_MET");
    if (this.tally(outcome).OBJECT > 0) noTransition("OBJECTIONS_STAND");
    if (!this.mufakatHolds(outcome)) noTransition("TOO_FEW_AGREE");
    this.decided(outcome, "AGREED", "MUFAKAT");
  }

  openVote(step: Of<"openVote">): void {
    const outcome = this.deciding(step);
    if (outcome.isVoting) noTransition("VOTE_OPEN");
    const quorum = this.quorum(outcome);
    if (!quorum?.met) noTransition("QUORUM_NOT_MET");
    if (this.mufakatHolds(outcome)) noTransition("MUFAKAT_HOLDS");
    const electorate = this.voices.electorate(this.positionsOn(outcome));
    const { invited = 0, attending = 0 } = quorum ?? {};
    outcome.vote = { electorate, voices: this.voices.houses(electorate), invited, attending };
    outcome.isVoting = true;
    outcome.version += 1;
  }

  closeVote(step: Of<"closeVote">): void {
    const outcome = this.deciding(step);
    if (!outcome.isVoting) noTransition("NO_VOTE_OPEN");
    const { AGREE, AGREE_WITH_RESERVATION, OBJECT } = this.tally(outcome);
    const isCarried = AGREE + AGREE_WITH_RESERVATION > OBJECT;
    this.decided(outcome, isCarried ? "AGREED" : "REJECTED", "VOTE");
  }

  defer(step: Of<"defer">): void {
    const outcome = this.deciding(step);
    this.decided(outcome, "DEFERRED", "CONVENER");
    outcome.hasReason = true;
  }

  reject(step: Of<"reject">): void {
    const outcome = this.deciding(step);
    if (outcome.isVoting) noTransition("VOTE_OPEN");
    const { mufakatIsNotRejected, departuresRejectNothing } = this.clauses;
    const isProtected =
      this.mufakatHolds(outcome) || (departuresRejectNothing && this.heldBeforeDepartures(outcome));
    if (mufakatIsNotRejected && isProtected) noTransition("MUFAKAT_HOLDS");
    this.decided(outcome, "REJECTED", "CONVENER");
    outcome.hasReason = true;
  }

  acknowledge({ by, party, sawOther }: Of<"acknowledge">): void {
    this.may(by, [party], false, this.status === "CLOSED" && this.sees(by));
    const attended = (this.seats.get(party)?.arrivals.length ?? 0) > 0;
    if (!attended || sawOther || this.acknowledged.has(party)) badInput();
    this.acknowledged.add(party);
  }

  /** The plan is the convener's, and anybody may see it. */
  addAction({ by }: Of<"addAction">): void {
    this.may(by, [this.convener], false, true);
    this.actions.push({ status: "PLANNED", version: 1 });
  }

  adopt({ by, outcome: number, action }: Of<"adopt">): void {
    const outcome = this.outcome(number);
    this.may(by, [this.convener]);
    if (outcome.status !== "AGREED") badInput();
    if (action !== "new" && outcome.became.includes(action)) badInput();
    if (action === "new") this.actions.push({ status: "PLANNED", version: 1 });
    outcome.became.push(action === "new" ? this.actions.length - 1 : action);
  }

  dropAdoption({ by, stale, outcome: number, action }: Of<"dropAdoption">): void {
    const outcome = this.outcome(number);
    this.may(by, [this.convener], stale);
    outcome.became.splice(outcome.became.indexOf(action), 1);
  }

  moveAction({ by, stale, action: at, status }: Of<"moveAction">): void {
    const action = this.actions[at];
    if (!action) throw new Error(`The model has no action ${at}`);
    this.may(by, [this.convener], stale, true);
    if (!actionLifecycle[action.status]?.includes(status)) noTransition();
    action.status = status;
    action.version += 1;
  }
}
