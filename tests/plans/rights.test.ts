import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { expectPrinted } from "../testkit/access/rights-page.js";
import {
  codeFor,
  expectRights,
  isIn,
  type Requester,
  read,
  requestersOf,
  strongestAndWeakest,
  Together,
} from "../testkit/access/rights-table.js";
import type { CheckedClient } from "../testkit/hub/checked-client.js";
import { write } from "../testkit/mutations/documents.js";
import { PlanInputs } from "../testkit/plans/plan-inputs.js";
import { type Party, World } from "../testkit/world/world.js";

// Who may do what (domain, "Who may do what"). A row is a mutation; a column is where the requester's
// organisation stands to the thing; a cell names the roles that may, by their first letters:
// V VIEWER, T CONTRIBUTOR, C COORDINATOR, S ASSESSOR, A ADMIN; for keys their scopes: R READ,
// T CONTRIBUTE, C COORDINATE, S ASSESS. Every role of every column is tried, and a visitor besides,
// who may do nothing. All organisations are universities, so that each can have an ASSESSOR.
//
// lead: leads the plan; and the organisation in question, where one is.
// accountable, implementing: take part in the plan in that role. giver: gave the contribution.
// owner: owns the programme, and is asked for its yes. action lead: leads the action, and
// takes part in the plan by that alone. What is done with deliberations, with assessments, and with
// indicators and groups, has tables of its own.
const table = `
  mutation               | lead | accountable | implementing | giver | owner | action lead | unrelated | operator | lead's keys | giver's keys
  createOrganisation     | -    | -           | -            | -     | -     | -           | -         | yes      | -           | -
  updateOrganisation     | A    | -           | -            | -     | -     | -           | -         | yes      | -           | -
  addMember              | A    | -           | -            | -     | -     | -           | -         | yes      | -           | -
  removeMember           | A    | -           | -            | -     | -     | -           | -         | yes      | -           | -
  issueApiKey            | A    | -           | -            | -     | -     | -           | -         | -        | -           | -
  revokeApiKey           | A    | -           | -            | -     | -     | -           | -         | -        | -           | -
  createWebhook          | A    | -           | -            | -     | -     | -           | -         | -        | -           | -
  updateWebhook          | A    | -           | -            | -     | -     | -           | -         | -        | -           | -
  pauseWebhook           | A    | -           | -            | -     | -     | -           | -         | yes      | -           | -
  resumeWebhook          | A    | -           | -            | -     | -     | -           | -         | -        | -           | -
  rotateWebhookSecret    | A    | -           | -            | -     | -     | -           | -         | -        | -           | -
  redeliver              | A    | -           | -            | -     | -     | -           | -         | -        | -           | -
  removeWebhook          | A    | -           | -            | -     | -     | -           | -         | -        | -           | -
  createProgramme        | -    | -           | -            | -     | -     | -           | -         | yes      | -           | -
  updateProgramme        | -    | -           | -            | -     | C A   | -           | -         | yes      | -           | -
  createArea             | -    | -           | -            | -     | C A   | -           | -         | yes      | -           | -
  updateArea             | -    | -           | -            | -     | C A   | -           | -         | yes      | -           | -
  saveView               | V T C S A | V T C S A | V T C S A | V T C S A | V T C S A | V T C S A | V T C S A | yes | T C S | T C S
  updateView             | C    | -           | -            | -     | -     | -           | -         | -        | -           | -
  shareView              | C    | -           | -            | -     | -     | -           | -         | -        | -           | -
  removeView             | C    | -           | -            | -     | -     | -           | -         | -        | -           | -
  starView               | V T C S A | V T C S A | V T C S A | V T C S A | V T C S A | V T C S A | V T C S A | - | T C S | T C S
  unstarView             | C    | -           | -            | -     | -     | -           | -         | -        | -           | -
  createActionPlan       | C A  | -           | -            | -     | C A   | -           | -         | -        | C           | -
  acceptActionPlan       | -    | -           | -            | -     | C A   | -           | -         | -        | -           | -
  refuseActionPlan       | -    | -           | -            | -     | C A   | -           | -         | -        | -           | -
  acceptPlanLead         | C A  | -           | -            | -     | -     | -           | -         | -        | C           | -
  declinePlanLead        | C A  | -           | -            | -     | -     | -           | -         | -        | C           | -
  acceptParticipation    | -    | -           | -            | C A   | -     | -           | -         | -        | -           | C
  declineParticipation   | -    | -           | -            | C A   | -     | -           | -         | -        | -           | C
  leaveParticipation     | -    | -           | -            | C A   | -     | -           | -         | -        | -           | C
  acceptActionLead       | -    | -           | -            | -     | -     | C A         | -         | -        | -           | -
  declineActionLead      | -    | -           | -            | -     | -     | C A         | -         | -        | -           | -
  updateActionPlan       | C A  | C A         | -            | -     | C A   | -           | -         | -        | C           | -
  changeActionPlanStatus | C A  | C A         | -            | -     | C A   | -           | -         | -        | C           | -
  addParticipant         | C A  | C A         | -            | -     | C A   | -           | -         | -        | C           | -
  removeParticipant      | C A  | C A         | -            | -     | C A   | -           | -         | -        | C           | -
  addAction              | C A  | C A         | -            | -     | C A   | -           | -         | -        | C           | -
  updateAction           | C A  | C A         | -            | -     | C A   | C A         | -         | -        | C           | -
  changeActionStatus     | C A  | C A         | -            | -     | C A   | C A         | -         | -        | C           | -
  addMilestone           | C A  | C A         | -            | -     | C A   | C A         | -         | -        | C           | -
  updateMilestone        | C A  | C A         | -            | -     | C A   | C A         | -         | -        | C           | -
  completeMilestone      | C A  | C A         | -            | -     | C A   | C A         | -         | -        | C           | -
  reportProgress         | T C A | T C A      | T C A        | T C A | C A   | T C A       | -         | -        | T C         | T C
  pledgeContribution     | T C A | T C A      | T C A        | T C A | -     | T C A       | -         | -        | T C         | T C
  commitContribution     | -    | -           | -            | T C A | -     | -           | -         | -        | -           | T C
  deliverContribution    | -    | -           | -            | T C A | -     | -           | -         | -        | -           | T C
  withdrawContribution   | -    | -           | -            | T C A | -     | -           | -         | -        | -           | T C
  correctContribution    | -    | -           | -            | T C A | -     | -           | -         | -        | -           | T C
  addFunding             | -    | -           | -            | T C A | -     | -           | -         | -        | -           | T C
  correctFunding         | -    | -           | -            | T C A | -     | -           | -         | -        | -           | T C
  removeFunding          | -    | -           | -            | T C A | -     | -           | -         | -        | -           | T C
  recordPayment          | -    | -           | -            | T C A | -     | -           | -         | -        | -           | T C
  reversePayment         | -    | -           | -            | T C A | -     | -           | -         | -        | -           | T C
  confirmFunding         | C A  | -           | -            | -     | -     | -           | -         | -        | C           | -
  refuseFunding          | C A  | -           | -            | -     | -     | -           | -         | -        | C           | -
  addComment             | V T C S A | V T C S A | V T C S A | V T C S A | V T C S A | V T C S A | V T C S A | - | T C S | T C S
  takeBackComment        | C    | -           | -            | -     | -     | -           | -         | -        | -           | -
`;

// Who sees the thing that is to be changed. One who does not gets NOT_FOUND, one who does and may not gets FORBIDDEN. What
// is not in the table is seen by everybody. "in a plan for its participants": every mutation of the
// rows from updateActionPlan on, when the plan is PARTICIPANTS.
const sight = `
  mutation               | lead      | accountable | implementing | giver     | owner | action lead | unrelated | operator | lead's keys | giver's keys
  removeMember           | V T C S A | -           | -            | -         | -     | -           | -         | yes      | R T C S     | -
  revokeApiKey           | A         | -           | -            | -         | -     | -           | -         | -        | -           | -
  updateWebhook          | A         | -           | -            | -         | -     | -           | -         | yes      | -           | -
  pauseWebhook           | A         | -           | -            | -         | -     | -           | -         | yes      | -           | -
  resumeWebhook          | A         | -           | -            | -         | -     | -           | -         | yes      | -           | -
  rotateWebhookSecret    | A         | -           | -            | -         | -     | -           | -         | yes      | -           | -
  redeliver              | A         | -           | -            | -         | -     | -           | -         | yes      | -           | -
  removeWebhook          | A         | -           | -            | -         | -     | -           | -         | yes      | -           | -
  acceptActionPlan       | V T C S A | -           | -            | -         | C A   | -           | -         | -        | R T C S     | -
  refuseActionPlan       | V T C S A | -           | -            | -         | C A   | -           | -         | -        | R T C S     | -
  updateView             | C         | -           | -            | -         | -     | -           | -         | -        | -           | -
  shareView              | C         | -           | -            | -         | -     | -           | -         | -        | -           | -
  removeView             | C         | -           | -            | -         | -     | -           | -         | -        | -           | -
  unstarView             | C         | -           | -            | -         | -     | -           | -         | -        | -           | -
  in a plan for its participants | V T C S A | V T C S A | V T C S A | V T C S A | C A | V T C S A | -       | -        | R T C S     | R T C S
`;

const allowed = read(table);
const seen = read(sight);

type Visibility = "PUBLIC" | "PARTICIPANTS";

let world: World;
let together: Together;
let operator: CheckedClient;
let parties: Record<string, Party>;
const inputs = new Map<Visibility, PlanInputs>();
const requesters: Requester[] = [];

const party = (name: string): Party => {
  const found = parties[name];
  if (!found) throw new Error(`There is no ${name}`);
  return found;
};

beforeAll(async () => {
  world = await World.start();
  together = new Together(world);
  operator = await world.operator;
  const names = [...(allowed.get("createArea")?.keys() ?? [])].slice(0, 7);
  const made = names.map(async (name) => [name, await world.organisation()] as const);
  parties = Object.fromEntries(await Promise.all(made));
  const programme = await world.programme(party("owner"));
  const [lead, owner, giver] = [party("lead"), party("owner"), party("giver")];
  const cast = { lead, owner, giver, actionLead: party("action lead") };
  const parts = { accountable: "ACCOUNTABLE", implementing: "IMPLEMENTING", giver: "FUNDING" };
  const participants = Object.entries(parts).map(([name, role]) => ({
    organisationId: party(name).id,
    role,
  }));
  for (const visibility of ["PUBLIC", "PARTICIPANTS"] as const) {
    const more = { programme, visibility, participants };
    inputs.set(visibility, await PlanInputs.make(world, cast, more));
  }
  const keyed = { "lead's keys": party("lead"), "giver's keys": party("giver") };
  requesters.push(...(await requestersOf(world, parties, keyed)));
});
afterAll(() => world.stop());

const on = (visibility: Visibility): PlanInputs => {
  const found = inputs.get(visibility);
  if (!found) throw new Error(`There is no plan for ${visibility}`);
  return found;
};

const inPlans = [...allowed.keys()].slice([...allowed.keys()].indexOf("updateActionPlan"));

/** What the tables say that the requester is answered. */
function expectedOf(mutation: string, visibility: Visibility, requester: Requester): string {
  const isHidden = visibility === "PARTICIPANTS" && inPlans.includes(mutation);
  const row = isHidden ? "in a plan for its participants" : mutation;
  if (seen.has(row) && !isIn(seen, row, requester)) return "NOT_FOUND";
  return isIn(allowed, mutation, requester) ? "done" : "FORBIDDEN";
}

const tryAll = (mutation: string, visibility: Visibility, asking: readonly Requester[]) =>
  expectRights(together, mutation, asking, {
    expectedOf: (requester) => expectedOf(mutation, visibility, requester),
    inputOf: () => on(visibility).of(mutation),
  });

describe("Who may do what with organisations, programmes, areas and plans", () => {
  it("has a row for every mutation of them", () => {
    expect([...allowed.keys()].sort()).toEqual(on("PUBLIC").names.toSorted());
  });

  it("is the table of the page", () => {
    expectPrinted("plans", { table, sight });
  });

  it.each([...allowed.keys()])("%s is allowed and refused as the table says", (mutation) =>
    tryAll(mutation, "PUBLIC", requesters),
  );

  it.each(inPlans)(
    "%s in a plan for its participants is so too, absent to all others",
    (mutation) => tryAll(mutation, "PARTICIPANTS", strongestAndWeakest(requesters)),
  );
});

describe("On whose behalf", () => {
  it("one reports and pledges for an organisation of one's own that takes part, and for no other", async () => {
    const { action } = on("PUBLIC");
    const giver = await world.member(party("giver"), "CONTRIBUTOR");
    const pledge = { actionId: action.id, kind: "FUNDS", amount: "1" };
    for (const name of ["lead", "implementing", "unrelated", "owner"]) {
      const { version: expectedVersion } = await world.seen("action", action.id);
      const organisationId = party(name).id;
      const report = { actionId: action.id, expectedVersion, progress: 1, organisationId };
      expect(await codeFor(giver, "reportProgress", report)).toBe("FORBIDDEN");
      expect(await codeFor(giver, "pledgeContribution", { ...pledge, organisationId })).toBe(
        "FORBIDDEN",
      );
    }
    const own = { ...pledge, organisationId: party("giver").id };
    expect(await codeFor(giver, "pledgeContribution", own)).toBe("done");
  });

  it("somebody with roles in several acts for the one that they name", async () => {
    const email = "beberapa@a.example";
    for (const name of ["implementing", "giver", "unrelated"]) {
      const input = { organisationId: party(name).id, email, role: "CONTRIBUTOR" };
      await write(operator, "addMember", input);
    }
    const client = await world.as(email);
    const input = { actionId: on("PUBLIC").action.id, kind: "FUNDS", amount: "1" };
    for (const name of ["implementing", "giver"]) {
      const organisationId = party(name).id;
      const { id } = await write(client, "pledgeContribution", { ...input, organisationId });
      const { contribution } = await client.data<{ contribution: object }>(
        "query ($id: ID!) { contribution(id: $id) { organisation { id } } }",
        { id } as never,
      );
      expect(contribution).toEqual({ organisation: { id: organisationId } });
    }
    const other = { ...input, organisationId: party("unrelated").id };
    expect(await codeFor(client, "pledgeContribution", other)).toBe("FORBIDDEN");
  });

  it("roles in one organisation give nothing in another", async () => {
    const email = "campuran@a.example";
    for (const [name, role] of [
      ["lead", "VIEWER"],
      ["unrelated", "ADMIN"],
    ] as const) {
      await write(operator, "addMember", { organisationId: party(name).id, email, role });
    }
    const client = await world.as(email);
    for (const mutation of ["updateOrganisation", "updateActionPlan", "addAction"]) {
      expect(await codeFor(client, mutation, await on("PUBLIC").of(mutation))).toBe("FORBIDDEN");
    }
  });
});

describe("What is nobody's", () => {
  it("an area of no programme is the operator's alone", async () => {
    const input = { name: "Kawasan", regions: ["36"] };
    const owner = await world.member(party("owner"), "ADMIN");
    expect(await codeFor(owner, "createArea", input)).toBe("FORBIDDEN");
    expect(await codeFor(operator, "createArea", input)).toBe("done");
  });
});
