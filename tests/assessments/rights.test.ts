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
import { AssessmentInputs } from "../testkit/assessments/assessment-inputs.js";
import { type Party, World } from "../testkit/world/world.js";

// Who may do what with instruments and assessments (domain, "Who may do what"), as the matrix has it
// of plans: V VIEWER, T CONTRIBUTOR, C COORDINATOR, S ASSESSOR, A ADMIN; for keys their scopes: R READ,
// T CONTRIBUTE, C COORDINATE, S ASSESS.
//
// university: assesses, and wrote the instrument. owner: owns the programme. reviewer: gives the second
// reading. lead: leads the plan and the action that are assessed. implementing: takes part in the plan.
const table = `
  mutation             | university | owner | reviewer | lead | implementing | unrelated | operator | university's keys | owner's keys
  draftInstrument      | C S A      | -     | -        | -    | -            | -         | -        | C S               | -
  reviseInstrument     | C S A      | -     | -        | -    | -            | -         | -        | C S               | -
  describeInstrument   | C S A      | -     | -        | -    | -            | -         | -        | C S               | -
  publishInstrument    | C S A      | -     | -        | -    | -            | -         | -        | C S               | -
  retireInstrument     | C S A      | -     | -        | -    | -            | -         | -        | C S               | -
  assignAssessment     | -          | C A   | -        | -    | -            | -         | -        | -                 | C
  offerAssessment      | S          | -     | -        | -    | -            | -         | -        | S                 | -
  recordAssessment     | -          | C A   | -        | -    | -            | -         | -        | -                 | C
  declareInterests     | S          | -     | -        | -    | -            | -         | -        | S                 | -
  answerAssessment     | S          | -     | -        | -    | -            | -         | -        | S                 | -
  submitAssessment     | S          | -     | -        | -    | -            | -         | -        | S                 | -
  withdrawAssessment   | S          | C A   | -        | -    | -            | -         | -        | S                 | C
  correctAssessment    | S          | -     | -        | -    | -            | -         | -        | S                 | -
  addFinding           | S          | -     | -        | -    | -            | -         | -        | S                 | -
  updateFinding        | S          | -     | -        | -    | -            | -         | -        | S                 | -
  removeFinding        | S          | -     | -        | -    | -            | -         | -        | S                 | -
  assessAction         | S          | -     | -        | -    | -            | -         | -        | S                 | -
  updateActionFinding  | S          | -     | -        | -    | -            | -         | -        | S                 | -
  removeActionFinding  | S          | -     | -        | -    | -            | -         | -        | S                 | -
  addEvidence          | S          | -     | -        | -    | -            | -         | -        | S                 | -
  removeEvidence       | S          | -     | -        | -    | -            | -         | -        | S                 | -
  beginReview          | -          | C A   | -        | -    | -            | -         | -        | -                 | C
  reviewAssessment     | -          | -     | C S A    | -    | -            | -         | -        | -                 | -
  returnAssessment     | -          | C A   | -        | -    | -            | -         | -        | -                 | C
  acceptAssessment     | -          | C A   | -        | -    | -            | -         | -        | -                 | C
  publishAssessment    | -          | C A   | -        | -    | -            | -         | -        | -                 | C
  replyToFinding       | -          | -     | -        | C A  | -            | -         | -        | -                 | -
`;

// Who sees what it is done to. One who does not gets NOT_FOUND, one who does and may not gets FORBIDDEN. What is published is
// seen by everybody who sees the plan, what is at work by those at work on it.
const sight = `
  thing            | university | owner     | reviewer  | lead      | implementing | unrelated | operator | university's keys | owner's keys
  draft instrument | V T C S A  | -         | -         | -         | -            | -         | -        | R T C S           | -
  at work          | V T C S A  | C A       | -         | -         | -            | -         | -        | R T C S           | C
  in review        | V T C S A  | C A       | V T C S A | -         | -            | -         | -        | R T C S           | C
  reviewed, hidden | V T C S A  | C A       | V T C S A | V T C S A | V T C S A    | -         | -        | R T C S           | C
  hidden plan      | V T C S A  | C A       | -         | V T C S A | V T C S A    | -         | -        | R T C S           | C
`;

const drafts = ["reviseInstrument", "publishInstrument"];
const inReview = ["reviewAssessment", "returnAssessment", "acceptAssessment", "publishAssessment"];
const open = ["draftInstrument", "describeInstrument", "retireInstrument"];
const ofPlan = ["assignAssessment", "offerAssessment", "recordAssessment"];
const published = ["correctAssessment", "replyToFinding"];
const parts = ["assessAction", "updateFinding"];

/** The row of `sight` that says who sees what the mutation names; undefined when everybody does. */
function thingOf(mutation: string, visibility: Visibility): string | undefined {
  if (open.includes(mutation)) return undefined;
  if (drafts.includes(mutation)) return "draft instrument";
  if (ofPlan.includes(mutation) || published.includes(mutation)) {
    if (visibility === "PUBLIC") return undefined;
    return mutation === "correctAssessment" ? "reviewed, hidden" : "hidden plan";
  }
  return inReview.includes(mutation) ? "in review" : "at work";
}

const allowed = read(table);
const seen = read(sight);

type Visibility = "PUBLIC" | "PARTICIPANTS";

let world: World;
let together: Together;
let requesters: Requester[];
const inputs = new Map<Visibility, AssessmentInputs>();

beforeAll(async () => {
  world = await World.start();
  together = new Together(world);
  const names = ["university", "owner", "reviewer", "lead", "implementing", "unrelated"] as const;
  const made = names.map(async (name) => [name, await world.organisation()] as const);
  const parties = Object.fromEntries(await Promise.all(made)) as Record<
    (typeof names)[number],
    Party
  >;
  const { university, owner, implementing } = parties;
  for (const visibility of ["PUBLIC", "PARTICIPANTS"] as const) {
    const participants = [
      { organisationId: university.id, role: "EXTENDING" },
      { organisationId: implementing.id, role: "IMPLEMENTING" },
    ];
    inputs.set(
      visibility,
      await AssessmentInputs.make(world, parties, { visibility, participants }),
    );
  }
  requesters = await requestersOf(world, parties, {
    "university's keys": university,
    "owner's keys": owner,
  });
});
afterAll(() => world.stop());

const tryAll = (mutation: string, visibility: Visibility, asking: readonly Requester[]) =>
  expectRights(together, mutation, asking, {
    expectedOf: (requester) => {
      const thing = thingOf(mutation, visibility);
      if (thing && !isIn(seen, thing, requester)) return "NOT_FOUND";
      return isIn(allowed, mutation, requester) ? "done" : "FORBIDDEN";
    },
    inputOf: async () => {
      const made = await inputs.get(visibility)?.of(mutation);
      if (!made) throw new Error(`No input of ${mutation}`);
      return made;
    },
  });

describe("Who may do what with assessments", () => {
  it("has a row for every mutation of them", () => {
    expect([...allowed.keys()].sort()).toEqual(inputs.get("PUBLIC")?.names.toSorted());
  });

  it("is the table of the page", () => {
    expectPrinted("assessments", { table, sight });
  });

  it.each([...allowed.keys()])("%s is allowed and refused as the table says", (mutation) =>
    tryAll(mutation, "PUBLIC", requesters),
  );

  it.each([...ofPlan, ...published, ...parts])(
    "%s of a plan for its participants is so too, absent to all others",
    (mutation) => tryAll(mutation, "PARTICIPANTS", strongestAndWeakest(requesters)),
  );
});
