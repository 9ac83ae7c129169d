import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { expectPrinted } from "../testkit/access/rights-page.js";
import {
  expectRights,
  isIn,
  type Requester,
  read,
  requestersOf,
  strongestAndWeakest,
  Together,
} from "../testkit/access/rights-table.js";
import { DeliberationInputs } from "../testkit/deliberations/deliberation-inputs.js";
import { type Party, World } from "../testkit/world/world.js";

// Who may do what in a deliberation (domain, "Who may do what"), as the matrix has it of plans: V
// VIEWER, T CONTRIBUTOR, C COORDINATOR, S ASSESSOR, A ADMIN; for keys their scopes: R READ,
// T CONTRIBUTE, C COORDINATE, S ASSESS.
//
// invited: the organisation in question, which attends where attending is needed. proposer: attends,
// and proposed the outcome. owner: owns the programme of the deliberation and of the plan. planner:
// leads the plan into which an outcome is adopted.
const table = `
  mutation             | convener | invited | proposer | owner | planner | unrelated | operator | convener's keys | invited's keys
  conveneDeliberation  | C A      | -       | -        | -     | -       | -         | -        | C               | -
  updateDeliberation   | C A      | -       | -        | -     | -       | -         | -        | C               | -
  scheduleDeliberation | C A      | -       | -        | -     | -       | -         | -        | C               | -
  openDeliberation     | C A      | -       | -        | -     | -       | -         | -        | C               | -
  cancelDeliberation   | C A      | -       | -        | -     | -       | -         | -        | C               | -
  closeDeliberation    | C A      | -       | -        | -     | -       | -         | -        | C               | -
  inviteOrganisation   | C A      | -       | -        | -     | -       | -         | -        | C               | -
  withdrawInvitation   | C A      | -       | -        | -     | -       | -         | -        | C               | -
  nameDelegates        | C A      | C A     | -        | -     | -       | -         | -        | C               | C
  recordArrival        | C A      | C A     | -        | -     | -       | -         | -        | C               | C
  recordDeparture      | C A      | C A     | -        | -     | -       | -         | -        | C               | C
  proposeOutcome       | -        | C A     | -        | -     | -       | -         | -        | -               | C
  recordOutcome        | C A      | -       | -        | -     | -       | -         | -        | C               | -
  amendOutcome         | C A      | -       | C A      | -     | -       | -         | -        | C               | -
  takePosition         | -        | C A     | -        | -     | -       | -         | -        | -               | C
  changePosition       | -        | C A     | -        | -     | -       | -         | -        | -               | C
  agreeOutcome         | C A      | -       | -        | -     | -       | -         | -        | C               | -
  openVote             | C A      | -       | -        | -     | -       | -         | -        | C               | -
  closeVote            | C A      | -       | -        | -     | -       | -         | -        | C               | -
  deferOutcome         | C A      | -       | -        | -     | -       | -         | -        | C               | -
  rejectOutcome        | C A      | -       | -        | -     | -       | -         | -        | C               | -
  acknowledgeMinutes   | -        | C A     | -        | -     | -       | -         | -        | -               | C
  adoptOutcome         | -        | -       | -        | C A   | C A     | -         | -        | -               | -
  removeAdoption       | -        | -       | -        | C A   | C A     | -         | -        | -               | -
`;

// Who sees a deliberation for its participants, and what hangs on it. One who does not gets NOT_FOUND.
const sight = `
  deliberation     | convener  | invited   | proposer  | owner | planner | unrelated | operator | convener's keys | invited's keys
  for participants | V T C S A | V T C S A | V T C S A | C A   | -       | -         | -        | R T C S         | R T C S
`;

const allowed = read(table);
const seen = read(sight);

type Visibility = "PUBLIC" | "PARTICIPANTS";

let world: World;
let together: Together;
let requesters: Requester[];
const inputs = new Map<Visibility, DeliberationInputs>();

beforeAll(async () => {
  world = await World.start();
  together = new Together(world);
  const names = ["convener", "invited", "proposer", "owner", "planner", "unrelated"] as const;
  const made = names.map(async (name) => [name, await world.organisation()] as const);
  const parties = Object.fromEntries(await Promise.all(made)) as Record<
    (typeof names)[number],
    Party
  >;
  const { convener, invited, proposer, planner } = parties;
  const { id: programmeId } = await world.programme(parties.owner);
  const action = await world.action(planner, await world.plan({ id: programmeId }, planner));
  for (const visibility of ["PUBLIC", "PARTICIPANTS"] as const) {
    const cast = { convener, invited, proposer, planner: parties.owner };
    const more = { visibility, programmeId };
    inputs.set(visibility, await DeliberationInputs.make(world, cast, action, more));
  }
  const keyed = { "convener's keys": convener, "invited's keys": invited };
  requesters = await requestersOf(world, parties, keyed);
});
afterAll(() => world.stop());

const tryAll = (mutation: string, visibility: Visibility, asking: readonly Requester[]) =>
  expectRights(together, mutation, asking, {
    expectedOf: (requester) => {
      const hidden = visibility === "PARTICIPANTS";
      if (hidden && !isIn(seen, "for participants", requester)) return "NOT_FOUND";
      return isIn(allowed, mutation, requester) ? "done" : "FORBIDDEN";
    },
    inputOf: async () => {
      const made = await inputs.get(visibility)?.of(mutation);
      if (!made) throw new Error(`No input of ${mutation}`);
      return made;
    },
  });

/** Of each column one who may much and one who may little; an ADMIN coordinates as the former does. */
const strongAndWeak = (): Requester[] =>
  strongestAndWeakest(requesters).filter(({ letter }) => letter !== "A");

/** For each way in which mutations name what is hidden, one that names it so. */
const naming = [
  ...["updateDeliberation", "inviteOrganisation", "withdrawInvitation", "recordArrival"],
  ...["proposeOutcome", "recordOutcome", "amendOutcome", "agreeOutcome"],
  ...["takePosition", "changePosition", "acknowledgeMinutes", "adoptOutcome", "removeAdoption"],
];

describe("Who may do what in a deliberation", () => {
  it("has a row for every mutation of it", () => {
    expect([...allowed.keys()].sort()).toEqual(inputs.get("PUBLIC")?.names.toSorted());
  });

  it("is the table of the page", () => {
    expectPrinted("deliberations", { table, sight });
  });

  it.each([...allowed.keys()])("%s is allowed and refused as the table says", (mutation) =>
    tryAll(mutation, "PUBLIC", requesters),
  );

  it.each(naming)("%s in one for its participants is so too, absent to all others", (mutation) =>
    tryAll(mutation, "PARTICIPANTS", strongAndWeak()),
  );
});
