import { sectors } from "../../testkit/deliberations/test-deliberation.js";

// One deliberation as the domain's text has it (domain.md, "Lifecycles", rules 1, 5 and 7, and "Who may
// do what"), without a database: what each step answers, and what there is afterwards. Organisations
// are numbers. It is written from that text, to hold the hub against it.

/** How many organisations there are, and the sector of each: two of each of four sectors. */
export const partyCount = 8;
export const sectorOf = (party: number): string => sectors[party >> 1] ?? "";

/** Who asks: nobody known, or somebody of an organisation. */
export interface Actor {
  role: "visitor" | "viewer" | "coordinator";
  party: number;
}

export const stances = ["AGREE", "AGREE_WITH_RESERVATION", "OBJECT", "ABSTAIN"] as const;
export type Stance = (typeof stances)[number];

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
  | Seen<{ does: "amend"; outcome: number; onBehalfOf?: number }>
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

export interface Seat {
  version: number;
  arrivals: number;
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
  quorumThen?: Quorum | null;
  countedOrganisations: number[];
  /** Whether it was said why it was put off or rejected. */
  hasReason: boolean;
  /** The actions that it became. */
  became: number[];
}

export interface Quorum {
  met: boolean;
  attending: number;
  invited: number;
  needed: number;
  sectorsMissing: string[];
}

export interface Rule {
  everySector: boolean;
  share: number;
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

  constructor(
    readonly convener: number,
    public visibility: string,
    readonly rule: Rule,
    invited: readonly number[],
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
    return party === this.convener || (this.visibility === "PARTICIPANTS" && this.seats.has(party));
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

  /** A position counts while its organisation attends; after the decision, if it did then. */
  counted(outcome: ModelOutcome): Position[] {
    const there = outcome.status === "PROPOSED" ? this.present() : outcome.countedOrganisations;
    return this.positionsOn(outcome).filter(({ party }) => there.includes(party));
  }

  tally(outcome: ModelOutcome): Record<Stance, number> {
    const counted = this.counted(outcome);
    const of = (stance: Stance) => counted.filter((position) => position.stance === stance).length;
    return Object.fromEntries(stances.map((one) => [one, of(one)])) as Record<Stance, number>;
  }

  /** Rule 1: sectors, not heads. For an outcome a sector is there when one of it took a position. */
  quorum(outcome?: ModelOutcome): Quorum | null {
    const invited = [...this.seats.keys()];
    if (invited.length === 0) return null;
    const present = this.present();
    const spoke = outcome && this.positionsOn(outcome).map(({ party }) => party);
    const voices = present.filter((party) => !spoke || spoke.includes(party)).map(sectorOf);
    const missing = sectors.filter(
      (sector) => invited.some((party) => sectorOf(party) === sector) && !voices.includes(sector),
    );
    const { everySector, share } = this.rule;
    const needed = Math.floor((invited.length * share + 99) / 100);
    return {
      met: present.length >= needed && (!everySector || missing.length === 0),
      attending: present.length,
      invited: invited.length,
      needed,
      sectorsMissing: missing,
    };
  }

  /** What follows an agreed outcome follows from its actions. */
  shownStatus({ status, became }: ModelOutcome): string {
    const alive = became.map((at) => this.actions[at]?.status).filter((one) => one !== "CANCELLED");
    if (status !== "AGREED" || alive.length === 0) return status;
    return alive.every((one) => one === "COMPLETED") ? "FULFILLED" : "FOLLOWED_UP";
  }

  private seat(party: number): void {
    const isLate = this.status === "IN_SESSION";
    this.seats.set(party, { version: 1, arrivals: 0, isPresent: false, isLate });
  }

  private seatOf(party: number): Seat {
    const seat = this.seats.get(party);
    if (!seat) throw new Error(`The model has no invitation of ${party}`);
    return seat;
  }

  /** First whether it is there for the requester, then whether they may, then whether they are up to date. */
  private may(by: Actor, coordinators: readonly number[], stale = false, isSeen = this.sees(by)) {
    if (!isSeen) refuse("NOT_FOUND");
    if (by.role !== "coordinator" || !coordinators.includes(by.party)) refuse("FORBIDDEN");
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
    const isUnused = this.status === "IN_SESSION" && isLate && arrivals === 0;
    if (this.status !== "DRAFT" && this.status !== "SCHEDULED" && !isUnused) noTransition();
    this.seats.delete(party);
  }

  arrive({ does, by, stale, party }: Of<"arrive" | "leave">): void {
    this.may(by, [this.convener, party], stale);
    this.inSession();
    const seat = this.seatOf(party);
    if (seat.isPresent === (does === "arrive")) noTransition();
    seat.isPresent = does === "arrive";
    if (seat.isPresent) seat.arrivals += 1;
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

  amend({ by, stale, outcome: number, onBehalfOf }: Of<"amend">): void {
    const outcome = this.outcome(number);
    const [proposer] = outcome.texts as [number];
    const isThere = this.seats.get(proposer)?.isPresent;
    const writers = isThere ? [proposer, this.convener] : [this.convener];
    this.may(
      by,
      writers.filter((party) => onBehalfOf === undefined || onBehalfOf === party),
      stale,
    );
    this.live(outcome);
    if (outcome.isVoting) noTransition("VOTE_OPEN");
    outcome.texts.push(by.party);
    outcome.version += 1;
  }

  take({ by, outcome: number, party, textVersion, stance, worded }: Of<"take">): void {
    const outcome = this.outcome(number);
    this.may(by, [party]);
    this.live(outcome);
    if (textVersion !== outcome.texts.length) refuse("CONFLICT");
    this.attends(party);
    if (this.positionsOn(outcome).some((one) => one.party === party)) refuse("CONFLICT");
    this.checkWorded(stance, worded);
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
    this.checkWorded(stance, worded);
    Object.assign(position, { stance, worded, version: position.version + 1 });
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
    const then = { tally: this.tally(outcome), quorumThen: this.quorum(outcome) };
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

  agree(step: Of<"agree">): void {
    const outcome = this.deciding(step);
    if (outcome.isVoting) noTransition("VOTE_OPEN");
    if (!this.quorum(outcome)?.met) noTransition("QUORUM_NOT_MET");
    if (this.tally(outcome).OBJECT > 0) noTransition("OBJECTIONS_STAND");
    this.decided(outcome, "AGREED", "MUFAKAT");
  }

  openVote(step: Of<"openVote">): void {
    const outcome = this.deciding(step);
    if (outcome.isVoting) noTransition("VOTE_OPEN");
    if (!this.quorum(outcome)?.met) noTransition("QUORUM_NOT_MET");
    if (this.tally(outcome).OBJECT === 0) noTransition("NO_OBJECTION");
    outcome.isVoting = true;
    outcome.version += 1;
  }

  closeVote(step: Of<"closeVote">): void {
    const outcome = this.deciding(step);
    if (!outcome.isVoting) noTransition("NO_VOTE_OPEN");
    if (!this.quorum(outcome)?.met) noTransition("QUORUM_NOT_MET");
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
    this.decided(outcome, "REJECTED", "CONVENER");
    outcome.hasReason = true;
  }

  acknowledge({ by, party, sawOther }: Of<"acknowledge">): void {
    this.may(by, [party], false, this.status === "CLOSED" && this.sees(by));
    const attended = (this.seats.get(party)?.arrivals ?? 0) > 0;
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
