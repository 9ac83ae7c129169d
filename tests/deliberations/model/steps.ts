import fc from "fast-check";
import { type ModelOutcome, type ModelRembuk, type Step } from "./model.js";
import { type Actor, partyCount, shared } from "./parties.js";
import { type Rule, type Stance, stances } from "./voices.js";

// Random steps. What is drawn are numbers; which organisation or outcome a number means is found when
// its turn comes, among those that there are then, so that a sequence can be shortened and stays one.

/** How a sequence begins and ends. */
export interface Beginning {
  convener: number;
  visibility: string;
  rule: Rule;
  invited: number[];
  /** Whether it is opened, and the invited come, before anything else. */
  isOpened: boolean;
  /** Who of the invited come then, by their places. */
  absent: number[];
  /** Whether it is closed in the end. */
  isClosed: boolean;
}

/** What a step is drawn from. */
export interface Draw {
  kind: Kind;
  /** Which organisation, outcome, and manner. */
  who: number;
  which: number;
  how: number;
  /** From 0 to 99: above 80 somebody asks who may not, or who is not up to date. */
  odd: number;
}

const weights = {
  // What a sequence is shortened to.
  nothing: 0,
  take: 10,
  everybody: 3,
  settle: 4,
  contest: 5,
  agree: 4,
  change: 5,
  amend: 5,
  openVote: 2,
  closeVote: 6,
  adopt: 4,
  moveAction: 5,
  propose: 3,
  arrive: 3,
  leave: 3,
  acknowledge: 1,
  invite: 2,
  withdraw: 1,
  defer: 1,
  reject: 1,
  schedule: 1,
  open: 1,
  cancel: 1,
  close: 1,
  show: 1,
  addAction: 1,
  dropAdoption: 1,
};
type Kind = keyof typeof weights;
const kinds = Object.entries(weights).map(([kind, weight]) => ({
  weight,
  arbitrary: fc.constant(kind as Kind),
}));

const number = fc.nat(999);
const party = fc.nat(partyCount - 1);

const beginning: fc.Arbitrary<Beginning> = fc.record({
  convener: fc.nat(2),
  visibility: fc.oneof(
    { weight: 4, arbitrary: fc.constant("PUBLIC") },
    { weight: 8, arbitrary: fc.constant("PARTICIPANTS") },
    { weight: 1, arbitrary: fc.constant("ORGANISATION") },
  ),
  rule: fc.record({
    everySector: fc.boolean(),
    share: fc.constantFrom(50, 50, 0, 1, 34, 60, 67, 100),
  }),
  invited: fc.oneof(
    { weight: 19, arbitrary: fc.uniqueArray(party, { minLength: 1, maxLength: 5 }) },
    { weight: 1, arbitrary: fc.constant<number[]>([]) },
  ),
  isOpened: fc.integer({ min: 0, max: 9 }).map((draw) => draw > 0),
  absent: fc.array(fc.nat(7), { maxLength: 1 }),
  isClosed: fc.integer({ min: 0, max: 3 }).map((draw) => draw > 0),
});

const draw: fc.Arbitrary<Draw> = fc.record({
  kind: fc.oneof({ withCrossShrink: true }, ...kinds),
  who: number,
  which: number,
  how: number,
  odd: fc.nat(99),
});

/** A deliberation, and draws of what is done in it. */
export interface Sequence {
  beginning: Beginning;
  draws: Draw[];
}

export const sequences: fc.Arbitrary<Sequence> = fc.record({
  beginning,
  draws: fc.array(draw, { minLength: 15, maxLength: 30, size: "max" }),
});

const among = <T>(items: readonly T[], at: number): T | undefined =>
  items[at % Math.max(1, items.length)];

const coordinator = (party: number): Actor => ({ role: "coordinator", party });

/** Who speaks for an organisation: one person coordinates two of them, and speaks now for one, now for the other. */
const speakerFor = (party: number, { odd }: Draw): Actor =>
  odd % 3 === 0 && shared.includes(party) ? { role: "shared", party } : coordinator(party);

/** The one whose business it is; now and then somebody whose it is not. */
function actorFor(party: number, drawn: Draw): Actor {
  const { odd, how } = drawn;
  if (odd < 86) return speakerFor(party, drawn);
  if (odd < 92) return coordinator(how % partyCount);
  return odd < 97 ? { role: "viewer", party } : { role: "visitor", party };
}

const isStale = ({ odd }: Draw): boolean => odd >= 80 && odd < 86;

const worded = ({ how }: Draw): boolean => how % 23 !== 0;

const stanceOf = (drawn: Draw): { stance: Stance; worded: boolean } => ({
  stance: among(stances, drawn.how) ?? "AGREE",
  worded: worded(drawn),
});

/** An invited organisation, or now and then any. */
const partyOf = (model: ModelRembuk, { who }: Draw): number =>
  who % 10 === 0 ? who % partyCount : (among([...model.seats.keys()], who) ?? who % partyCount);

/** One that attends and has said nothing yet, or now and then any. */
function speaker(model: ModelRembuk, drawn: Draw, outcome: number): number {
  const of = model.outcome(outcome);
  const spoke = model.positionsOn(of).map(({ party }) => party);
  const silent = model.present().filter((party) => !spoke.includes(party));
  return drawn.who % 5 === 0
    ? partyOf(model, drawn)
    : (among(silent, drawn.who) ?? partyOf(model, drawn));
}

/**
 * The outcome that is meant: often one on which a vote is open, mostly one for which the step makes
 * sense, or one that is still undecided.
 */
function outcomeOf(
  { outcomes }: ModelRembuk,
  { which }: Draw,
  makesSense: (outcome: ModelOutcome) => boolean,
): number | undefined {
  const all = [...outcomes.keys()];
  const open = all.filter((at) => outcomes[at]?.status === "PROPOSED");
  const having = (test: (outcome: ModelOutcome) => boolean) =>
    among(
      open.filter((at) => test(outcomes[at] as ModelOutcome)),
      which,
    );
  if (which % 7 === 0) return among(all, which);
  const voted = which % 7 < 4 ? having(({ isVoting }) => isVoting) : undefined;
  return voted ?? having(makesSense) ?? among(open, which);
}

type Make = (model: ModelRembuk, drawn: Draw) => Step[];

const ofConvener =
  (does: "schedule" | "open" | "cancel" | "close"): Make =>
  ({ convener }, drawn) => [{ does, by: actorFor(convener, drawn), stale: isStale(drawn) }];

const ofSeat =
  (does: "withdraw" | "arrive" | "leave"): Make =>
  (model, drawn) => {
    const all = [...model.seats.keys()];
    const isApt = (party: number) => model.seats.get(party)?.isPresent === (does === "leave");
    const apt = drawn.which % 5 === 0 ? [] : all.filter(isApt);
    const party = among(apt, drawn.who) ?? among(all, drawn.who);
    if (party === undefined) return [];
    const own = does !== "withdraw" && drawn.how % 2 === 0;
    const by = actorFor(own ? party : model.convener, drawn);
    return [{ does, by, stale: isStale(drawn), party }];
  };

/** A step with an outcome; where there is none to take, one is proposed. */
const ofOutcome =
  (
    make: (model: ModelRembuk, drawn: Draw, outcome: number) => Step[],
    makesSense: (model: ModelRembuk, outcome: ModelOutcome) => boolean = () => true,
  ): Make =>
  (model, drawn) => {
    const outcome = outcomeOf(model, drawn, (one) => makesSense(model, one));
    return outcome === undefined ? propose(model, drawn) : make(model, drawn, outcome);
  };

const decision = (
  does: "agree" | "openVote" | "closeVote" | "defer" | "reject",
  makesSense: (model: ModelRembuk, outcome: ModelOutcome) => boolean = () => true,
): Make =>
  ofOutcome(
    ({ convener }, drawn, outcome) => [
      { does, by: actorFor(convener, drawn), stale: isStale(drawn), outcome },
    ],
    makesSense,
  );

const objected = (model: ModelRembuk, outcome: ModelOutcome): boolean =>
  !outcome.isVoting && model.tally(outcome).OBJECT > 0;

const propose: Make = (model, drawn) => {
  const able = [...model.present(), model.convener];
  const party = drawn.who % 9 === 0 ? partyOf(model, drawn) : (among(able, drawn.who) as number);
  return [{ does: "propose", by: actorFor(party, drawn), party }];
};

const take = ofOutcome((model, drawn, outcome) => {
  const party = speaker(model, drawn, outcome);
  const late = drawn.how % 17 === 0 ? 1 : 0;
  const textVersion = Math.max(1, model.outcome(outcome).texts.length - late);
  const by = actorFor(party, drawn);
  return [{ does: "take", by, outcome, party, textVersion, ...stanceOf(drawn) }];
});

/** All who attend and are silent speak; one in so many is unlike the others, who agree. */
function voices(model: ModelRembuk, drawn: Draw, outcome: number, unlike = 4): Step[] {
  const of = model.outcome(outcome);
  const spoke = model.positionsOn(of).map(({ party }) => party);
  const silent = model.present().filter((party) => !spoke.includes(party));
  const others: Stance[] = ["OBJECT", "OBJECT", "AGREE_WITH_RESERVATION", "ABSTAIN"];
  return silent.map((party, at) => {
    const differs = at % unlike === drawn.who % unlike;
    const stance = (differs && among(others, drawn.how)) || "AGREE";
    const voice = { stance, worded: differs && worded(drawn) };
    const textVersion = of.texts.length;
    return { does: "take", by: speakerFor(party, drawn), outcome, party, textVersion, ...voice };
  });
}

/** They speak, and then it is to be decided. */
const decided = (does: "agree" | "openVote") =>
  ofOutcome(
    (model, drawn, outcome) => [
      ...voices(model, drawn, outcome, does === "agree" ? 4 : 2),
      { does, by: coordinator(model.convener), stale: false, outcome },
    ],
    (_, { isVoting }) => !isVoting,
  );

const change = ofOutcome((model, drawn, outcome) => {
  const { positions } = model.outcome(outcome);
  const position = drawn.who % positions.length;
  const party = positions[position]?.party;
  if (party === undefined) return take(model, drawn);
  const by = actorFor(party, drawn);
  return [{ does: "change", by, stale: isStale(drawn), outcome, position, ...stanceOf(drawn) }];
});

const amend = ofOutcome((model, drawn, outcome) => {
  const [proposer] = model.outcome(outcome).texts as [number];
  const by = actorFor(drawn.who % 2 === 0 ? proposer : model.convener, drawn);
  const named = drawn.how % 3 === 0 ? { onBehalfOf: among([by.party, proposer], drawn.how) } : {};
  const isSame = drawn.which % 4 === 0;
  return [{ does: "amend", by, stale: isStale(drawn), outcome, isSame, ...named } as Step];
});

const adopt: Make = (model, drawn) => {
  const agreed = model.outcomes.flatMap(({ status }, at) => (status === "AGREED" ? at : []));
  const any = drawn.which % 8 === 0 ? [...model.outcomes.keys()] : agreed;
  const outcome = among(any, drawn.which);
  if (outcome === undefined) return decision("agree")(model, drawn);
  const action = drawn.how % 2 === 0 ? among([...model.actions.keys()], drawn.who) : undefined;
  return [{ does: "adopt", by: actorFor(model.convener, drawn), outcome, action: action ?? "new" }];
};

const dropAdoption: Make = (model, drawn) => {
  const all = model.outcomes.flatMap(({ became }, outcome) =>
    became.map((action) => ({ outcome, action })),
  );
  const adoption = among(all, drawn.which);
  const by = actorFor(model.convener, drawn);
  return adoption ? [{ does: "dropAdoption", by, stale: isStale(drawn), ...adoption }] : [];
};

const next: Record<string, string> = { PLANNED: "IN_PROGRESS", BLOCKED: "IN_PROGRESS" };

const moveAction: Make = (model, drawn) => {
  const action = among([...model.actions.keys()], drawn.which);
  if (action === undefined) return adopt(model, drawn);
  const now = model.actions[action]?.status ?? "";
  const other = among(["CANCELLED", "CANCELLED", "BLOCKED", "PLANNED"], drawn.who) as string;
  const status = drawn.how % 3 === 0 ? other : (next[now] ?? "COMPLETED");
  const by = actorFor(model.convener, drawn);
  return [{ does: "moveAction", by, stale: isStale(drawn), action, status }];
};

const makers: Record<Kind, Make> = {
  nothing: () => [],
  take,
  everybody: ofOutcome((model, drawn, outcome) => voices(model, drawn, outcome)),
  settle: decided("agree"),
  contest: decided("openVote"),
  change,
  amend,
  propose,
  adopt,
  dropAdoption,
  moveAction,
  agree: decision("agree"),
  openVote: decision("openVote", objected),
  closeVote: decision("closeVote", (_, { isVoting }) => isVoting),
  defer: decision("defer"),
  reject: decision("reject"),
  arrive: ofSeat("arrive"),
  leave: ofSeat("leave"),
  withdraw: ofSeat("withdraw"),
  schedule: ofConvener("schedule"),
  open: ofConvener("open"),
  cancel: ofConvener("cancel"),
  close: ofConvener("close"),
  addAction: ({ convener }, drawn) => [{ does: "addAction", by: actorFor(convener, drawn) }],
  invite: ({ convener }, drawn) => [
    { does: "invite", by: actorFor(convener, drawn), party: drawn.who % partyCount },
  ],
  show: ({ convener }, drawn) => [
    {
      does: "show",
      by: actorFor(convener, drawn),
      stale: isStale(drawn),
      visibility: among(["PARTICIPANTS", "PUBLIC", "ORGANISATION"], drawn.how) as string,
    },
  ],
  acknowledge: (model, drawn) => {
    const party = partyOf(model, drawn);
    const sawOther = drawn.how % 11 === 0;
    return [{ does: "acknowledge", by: actorFor(party, drawn), party, sawOther }];
  },
};

/** What is done outside a session too. */
const anytime: readonly Kind[] = [
  ...(["schedule", "open", "cancel", "close", "show", "invite", "withdraw"] as const),
  ...(["acknowledge", "adopt", "dropAdoption", "addAction", "moveAction"] as const),
];

/** What mostly comes of a step for which it is too early, or too late. */
const instead: Record<string, readonly Kind[]> = {
  DRAFT: ["schedule", "withdraw", "schedule", "schedule"],
  SCHEDULED: ["open", "open", "withdraw", "invite"],
  CLOSED: ["acknowledge", "adopt", "moveAction", "dropAdoption"],
};

/** The steps that a draw means, now. */
export function stepsOf(model: ModelRembuk, drawn: Draw): Step[] {
  const isApt = anytime.includes(drawn.kind) || model.status === "IN_SESSION";
  const other =
    isApt || drawn.how % 9 === 0 ? undefined : among(instead[model.status] ?? [], drawn.who);
  return makers[other ?? drawn.kind](model, drawn);
}

/** How it begins. */
export function firstSteps({ convener, invited, isOpened, absent }: Beginning): Step[] {
  if (!isOpened) return [];
  const by = coordinator(convener);
  const arriving = invited.filter((_, at) => !absent.includes(at));
  return [
    { does: "schedule", by, stale: false },
    { does: "open", by, stale: false },
    ...arriving.map((party): Step => ({ does: "arrive", by, stale: false, party })),
  ];
}

/** How it ends: with minutes, which some acknowledge. */
export function lastSteps({ convener, isClosed }: Beginning, { seats }: ModelRembuk): Step[] {
  if (!isClosed) return [];
  const acknowledging = [...seats.keys()].slice(0, 2);
  return [
    { does: "close", by: coordinator(convener), stale: false },
    ...acknowledging.map(
      (party): Step => ({ does: "acknowledge", by: coordinator(party), party, sawOther: false }),
    ),
  ];
}
