import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { AssessmentInputs, assessmentMutations } from "../testkit/assessments/assessment-inputs.js";
import {
  type DeliberationCast,
  DeliberationInputs,
  deliberationMutations,
  partFor,
} from "../testkit/deliberations/deliberation-inputs.js";
import { type CheckedClient, refusalOf } from "../testkit/hub/checked-client.js";
import {
  IndicatorInputs,
  indicatorCast,
  indicatorMutations,
} from "../testkit/indicators/indicator-inputs.js";
import { newId, type Party, refused, World, type Written, write } from "../testkit/world/world.js";
import { inAssessments } from "./bad-input/assessment-cases.js";
import { type Case, each } from "./bad-input/case.js";
import { indicatorFaults } from "./bad-input/indicator-cases.js";

type Input = Record<string, unknown>;

let world: World;
let operator: CheckedClient;
let coordinator: CheckedClient;
let admin: CheckedClient;
let lead: Party;
let owner: Party;
let programme: Written;
let plan: Written;
let action: Written;
let cast: DeliberationCast;
let inputs: DeliberationInputs;
let assessments: AssessmentInputs;
let results: IndicatorInputs;

beforeAll(async () => {
  world = await World.start();
  operator = await world.operator;
  lead = await world.organisation();
  owner = await world.organisation();
  programme = await world.programme(owner);
  plan = await world.plan(programme, lead, { endsOn: "2024-12-31" });
  action = await world.action(lead, plan, { startsOn: "2024-02-01", endsOn: "2024-11-30" });
  coordinator = await world.member(lead, "COORDINATOR");
  admin = await world.member(lead, "ADMIN");
  const [invited, proposer] = [await world.organisation(), await world.organisation()];
  cast = { convener: owner, invited, proposer, planner: lead };
  inputs = await DeliberationInputs.make(world, cast, action, { visibility: "PUBLIC" });
  assessments = await AssessmentInputs.make(world, {
    university: invited,
    owner,
    reviewer: proposer,
    lead,
  });
  results = await IndicatorInputs.make(world, await indicatorCast(world));
});
afterAll(() => world.stop());

const soon = () => new Date(Date.now() + 86_400_000).toISOString();

/** For each mutation of the cases: who may do it, and an input that the hub takes. */
const good: Record<string, () => [CheckedClient, Input]> = {
  createOrganisation: () => [operator, { name: "Lembaga", sector: "NGO" }],
  createProgramme: () => [
    operator,
    { name: { en: "Programme" }, ownerId: owner.id, startsOn: "2024-01-01" },
  ],
  createArea: () => [operator, { name: "Kawasan", regions: ["36.02", "33.25"] }],
  createActionPlan: () => [
    coordinator,
    { title: "Rencana", programmeId: programme.id, leadId: lead.id, startsOn: "2024-01-01" },
  ],
  updateActionPlan: () => [coordinator, { id: plan.id, expectedVersion: 1 }],
  changeActionPlanStatus: () => [
    coordinator,
    { id: plan.id, expectedVersion: 1, status: "PROPOSED" },
  ],
  addParticipant: () => [
    coordinator,
    { planId: plan.id, organisationId: lead.id, role: "EXTENDING" },
  ],
  addAction: () => [coordinator, { planId: plan.id, title: "Kegiatan", stage: "MARKETING" }],
  updateAction: () => [coordinator, { id: action.id, expectedVersion: 1 }],
  addMilestone: () => [coordinator, { actionId: action.id, title: "Tonggak", dueOn: "2024-03-01" }],
  pledgeContribution: () => [
    coordinator,
    { actionId: action.id, kind: "FUNDS", amount: "250000", quantity: 2, unit: "paket" },
  ],
  reportProgress: () => [
    coordinator,
    { actionId: action.id, expectedVersion: 1, progress: 40, evidence: ["https://a.example/1"] },
  ],
  addMember: () => [
    admin,
    { organisationId: lead.id, email: `${world.unique("p")}@a.example`, role: "VIEWER" },
  ],
  issueApiKey: () => [
    admin,
    { organisationId: lead.id, name: "k", scopes: ["READ"], expiresAt: soon() },
  ],
};

/** Who may do it, and an input that the hub takes. */
async function goodOf(mutation: string): Promise<[CheckedClient, Input]> {
  if (assessmentMutations.includes(mutation)) {
    return [await assessments.whoDoes(mutation), await assessments.of(mutation)];
  }
  if (deliberationMutations.includes(mutation)) {
    const client = await world.member(cast[partFor(mutation)], "COORDINATOR");
    return [client, await inputs.of(mutation)];
  }
  if (indicatorMutations.includes(mutation)) {
    return [await results.clientFor(mutation), await results.of(mutation)];
  }
  const make = good[mutation];
  if (!make) throw new Error(`No good input of ${mutation}`);
  return make();
}

const notDates = ["2024-02-30", "2023-02-29", "2024-13-01", "01-02-2024", "2024-1-1", "0000-01-01"];
const notMoney = ["-1", "1.5", "1e3", "Rp100", "", " 1", "01", "+1", "٣", "1000000000000000000"];
const blank = ["", "   ", "\t\n", "\u00a0"];
const tooLong = "panjang ".repeat(131_072);
const nobody = newId();

const cases: Case[] = [
  ...each("addAction", "stage", "input.stage", ["HARVEST", "marketing", 1, ["MARKETING"]]),
  ...each("addParticipant", "role", "input.role", ["BANK"]),
  ...each("issueApiKey", "scopes", "input.scopes.0", [["ADMIN"]]),
  ...each("addAction", "planId", "input.planId", ["1", "36.02", `${newId()}0`, "'; --"]),
  ...each("addAction", "id", "input.id", ["1", ""]),
  ...each("updateAction", "id", "input.id", ["x"]),
  ...each("addAction", "startsOn", "input.startsOn", [...notDates, 20240101, "2024-01-01T00:00Z"]),
  ...each("addMilestone", "dueOn", "input.dueOn", ["tomorrow"]),
  ...each("issueApiKey", "expiresAt", "input.expiresAt", [
    "2024-01-01",
    "2024-01-01T00:00:00",
    "2024-02-30T00:00:00Z",
    "0001-01-01T00:00:00+14:00",
    "9999-12-31T23:59:59-12:00",
    "2020-01-01T00:00:00Z",
    "2099-01-01T00:00:00Z",
  ]),
  ...each("pledgeContribution", "amount", "input.amount", [...notMoney, 100, 1.5, true]),
  ...each("pledgeContribution", "amount", "input.amount", ["0"]),
  ["FUNDS without an amount", "pledgeContribution", { amount: undefined }, "input.amount"],
  ["a quantity without a unit", "pledgeContribution", { unit: undefined }, "input.unit"],
  ["a unit without a quantity", "pledgeContribution", { quantity: undefined }, "input.quantity"],
  [
    "neither amount nor quantity",
    "pledgeContribution",
    { kind: "VENUE", amount: undefined, quantity: undefined, unit: undefined },
    "input.quantity",
  ],
  ...each("pledgeContribution", "quantity", "input.quantity", [-1, 0, "2"]),
  ...each("reportProgress", "progress", "input.progress", [101, -1, 50.5, "50", 3e9]),
  ...each("reportProgress", "evidence", "input.evidence", [["ftp://a.example"], ["javascript:1"]]),
  ["no progress", "reportProgress", { progress: undefined }, "input.progress"],
  ["end before start", "createActionPlan", { endsOn: "2023-12-31" }, "input.endsOn"],
  ["end before start", "createProgramme", { endsOn: "2023-12-31" }, "input.endsOn"],
  [
    "end before start",
    "addAction",
    { startsOn: "2024-05-02", endsOn: "2024-05-01" },
    "input.endsOn",
  ],
  ["end before the start that stays", "updateActionPlan", { endsOn: "2023-12-31" }, "input.endsOn"],
  ["start after the end that stays", "updateAction", { startsOn: "2024-12-01" }, "input.endsOn"],
  [
    "a region that does not exist",
    "createArea",
    { regions: ["36.02", "99.99"] },
    "input.regions.1",
  ],
  ["no region", "createArea", { regions: [] }, "input.regions"],
  ["a region's prefix", "createArea", { regions: ["3"] }, "input.regions.0"],
  [
    "a region that does not exist",
    "createOrganisation",
    { regionCode: "99" },
    "input.regionCode",
    "NOT_FOUND",
  ],
  ["an unknown plan", "addAction", { planId: nobody }, "input.planId", "NOT_FOUND"],
  ["an unknown lead", "addAction", { leadId: nobody }, "input.leadId", "NOT_FOUND"],
  ["an unknown owner", "createProgramme", { ownerId: nobody }, "input.ownerId", "NOT_FOUND"],
  [
    "an unknown recipient of reports",
    "createProgramme",
    { reportToIds: [nobody] },
    "input.reportToIds.0",
    "NOT_FOUND",
  ],
  [
    "an unknown funder",
    "pledgeContribution",
    { fundedById: nobody },
    "input.fundedById",
    "NOT_FOUND",
  ],
  ["an unknown action", "reportProgress", { actionId: nobody }, "input.actionId", "NOT_FOUND"],
  ...each("addAction", "title", "input.title", [...blank, 5, null, ["x"]]),
  ...each("addAction", "description", "input.description", blank),
  ["a text of 1 MB", "addAction", { title: tooLong }, "input.title"],
  ["a text of 1 MB", "reportProgress", { note: tooLong }, "input.note"],
  ["a text of 1 MB as a key", "createOrganisation", { key: tooLong }, "input.key"],
  ["a text of 1 MB as an id", "addAction", { planId: tooLong }, "input.planId"],
  ["a text of 1 MB as a date", "addAction", { startsOn: tooLong }, "input.startsOn"],
  ["a text of 1 MB as money", "pledgeContribution", { amount: "9".repeat(1e6) }, "input.amount"],
  ["a NUL character", "addAction", { title: "a\u0000b" }, "input.title"],
  ["a NUL character", "createOrganisation", { key: "a\u0000" }, "input.key"],
  ["a lone surrogate", "addAction", { title: "\ud800" }, "input.title"],
  ["a lone surrogate", "reportProgress", { note: "a\udc00b" }, "input.note"],
  ...each("createOrganisation", "key", "input.key", ["A", "a", "a_b", "-a", "a--b", "lembaga é"]),
  ["a key of 81 characters", "createOrganisation", { key: "a".repeat(81) }, "input.key"],
  ...each("addMember", "email", "input.email", ["nobody", "a@b", `${"a".repeat(250)}@a.example`]),
  [
    "a source's address that is none",
    "addAction",
    { sources: [{ publisher: "a", address: "x" }] },
    "input.sources.0.address",
  ],
  [
    "a source without publisher",
    "addAction",
    { sources: [{ note: "a" }] },
    "input.sources.0.publisher",
  ],
  [
    "a source of a date that is none",
    "addAction",
    { sources: [{ publisher: "a", date: "2024-13" }] },
    "input.sources.0.date",
  ],
  ["51 sources", "addAction", { sources: Array(51).fill({ publisher: "a" }) }, "input.sources"],
  ["a field that nobody knows", "addAction", { colour: "red" }, "input.colour"],
  ["no language", "createProgramme", { name: {} }, "input.name"],
  ["a blank language", "createProgramme", { name: { id: " " } }, "input.name.id"],
  [
    "a report more often than monthly",
    "createProgramme",
    { reportEveryMonths: 0 },
    "input.reportEveryMonths",
  ],
  ["no version", "updateAction", { expectedVersion: undefined }, "input.expectedVersion"],
  ["version 0", "updateAction", { expectedVersion: 0 }, "input.expectedVersion"],
];

const path = "input.invitations.0";
const rule = { everySector: true, share: 50 };

const inDeliberations: Case[] = [
  ...each("conveneDeliberation", "kind", "input.kind", ["FGD", "local", null]),
  ...each("conveneDeliberation", "title", "input.title", [...blank, null, "a".repeat(301)]),
  ...each("conveneDeliberation", "heldFrom", "input.heldFrom", [...notDates, null]),
  ["end before start", "conveneDeliberation", { heldTo: "2026-10-31" }, "input.heldTo"],
  ["no convener", "conveneDeliberation", { convenerId: nobody }, "input.convenerId", "NOT_FOUND"],
  [
    "no programme",
    "conveneDeliberation",
    { programmeId: nobody },
    "input.programmeId",
    "NOT_FOUND",
  ],
  ["no area", "conveneDeliberation", { areaId: nobody }, "input.areaId", "NOT_FOUND"],
  ["no region", "conveneDeliberation", { regionCode: "99" }, "input.regionCode", "NOT_FOUND"],
  [
    "an invited organisation that is none",
    "conveneDeliberation",
    { invitations: [{ organisationId: nobody }] },
    `${path}.organisationId`,
    "NOT_FOUND",
  ],
  [
    "a blank delegate",
    "conveneDeliberation",
    { invitations: [{ organisationId: nobody, delegates: ["a", " "] }] },
    `${path}.delegates`,
  ],
  ["51 delegates", "nameDelegates", { delegates: Array(51).fill("a") }, "input.delegates"],
  [
    "a delegate of 201 letters",
    "nameDelegates",
    { delegates: ["a".repeat(201)] },
    "input.delegates",
  ],
  ["no delegates", "nameDelegates", { delegates: null }, "input.delegates"],
  ["a point without a title", "conveneDeliberation", { agenda: [{}] }, "input.agenda.0.title"],
  [
    "a point at no instant",
    "conveneDeliberation",
    { agenda: [{ title: "a", startsAt: "2026-11-01T09:00" }] },
    "input.agenda.0.startsAt",
  ],
  ...[-1, 101, 50.5, "50"].map(
    (share): Case => [
      `a share of ${share}`,
      "conveneDeliberation",
      { quorumRule: { ...rule, share } },
      "input.quorumRule.share",
    ],
  ),
  ["null as its rule", "updateDeliberation", { quorumRule: null }, "input.quorumRule"],
  ["null as its place", "updateDeliberation", { heldTo: null }, "input.heldTo"],
  ["null as its agenda", "updateDeliberation", { agenda: null }, "input.agenda"],
  [
    "no meeting",
    "inviteOrganisation",
    { deliberationId: nobody },
    "input.deliberationId",
    "NOT_FOUND",
  ],
  [
    "no guest",
    "inviteOrganisation",
    { organisationId: nobody },
    "input.organisationId",
    "NOT_FOUND",
  ],
  ...each("proposeOutcome", "text", "input.text", [...blank, null, "a".repeat(5001), "a\u0000"]),
  ...each("proposeOutcome", "dueOn", "input.dueOn", notDates),
  ["no meeting", "proposeOutcome", { deliberationId: nobody }, "input.deliberationId", "NOT_FOUND"],
  ["no speaker", "proposeOutcome", { organisationId: nobody }, "input.organisationId", "NOT_FOUND"],
  [
    "nobody to do it",
    "proposeOutcome",
    { responsibleIds: [nobody] },
    "input.responsibleIds.0",
    "NOT_FOUND",
  ],
  [
    "too many to do it",
    "proposeOutcome",
    { responsibleIds: Array(201).fill(nobody) },
    "input.responsibleIds",
  ],
  ["no forerunner", "proposeOutcome", { supersedesId: nobody }, "input.supersedesId", "NOT_FOUND"],
  ["no source's publisher", "recordOutcome", { sources: [{}] }, "input.sources.0.publisher"],
  ...each("amendOutcome", "reason", "input.reason", [...blank, null, "a".repeat(2001)]),
  ["null as its text", "amendOutcome", { text: null }, "input.text"],
  ["null as who is to do it", "amendOutcome", { responsibleIds: null }, "input.responsibleIds"],
  ...each("takePosition", "stance", "input.stance", ["YES", "agree", null]),
  ...each("takePosition", "textVersion", "input.textVersion", [0, -1, 1.5, "1", 3e9]),
  ...each("takePosition", "reason", "input.reason", [...blank, "a".repeat(2001)]),
  ["no outcome", "takePosition", { outcomeId: nobody }, "input.outcomeId", "NOT_FOUND"],
  ["no speaker", "takePosition", { organisationId: nobody }, "input.organisationId", "NOT_FOUND"],
  ["an objection without words", "changePosition", { stance: "OBJECT" }, "input.reason"],
  ["no minutes", "acknowledgeMinutes", { minutesId: nobody }, "input.minutesId", "NOT_FOUND"],
  ...each("acknowledgeMinutes", "sha256", "input.sha256", ["", "a".repeat(65), null]),
  ["no outcome", "adoptOutcome", { outcomeId: nobody }, "input.outcomeId", "NOT_FOUND"],
  ["no action", "adoptOutcome", { actionId: nobody }, "input.actionId", "NOT_FOUND"],
];

const kept = new Map<string, ReturnType<typeof goodOf>>();

/** A good input that cases share: what is refused leaves it good. */
function sharedOf(mutation: string): ReturnType<typeof goodOf> {
  const input = kept.get(mutation) ?? goodOf(mutation);
  kept.set(mutation, input);
  return input;
}

describe("Bad input", () => {
  it.each([...cases, ...inDeliberations, ...inAssessments, ...indicatorFaults])(
    "%s in %s is refused at its path and changes nothing",
    async (...one) => {
      const [, mutation, changes, path, code = "BAD_USER_INPUT"] = one;
      const [client, input] = await sharedOf(mutation);
      const found = await world.unchangedBy(() =>
        refused(client, mutation, { ...input, ...changes }),
      );
      expect({ code: found.code, paths: [...new Set(found.paths)] }).toEqual({
        code,
        paths: [path],
      });
    },
  );

  it("is all that was wrong: the same inputs without their faults are taken", async () => {
    const elsewhere = [...deliberationMutations, ...assessmentMutations, ...indicatorMutations];
    for (const mutation of [...Object.keys(good), ...elsewhere]) {
      const [client, input] = await goodOf(mutation);
      await write(client, mutation, input);
    }
  });

  it("written into the document is refused with the same paths", async () => {
    const text = `mutation { addAction(input: {
      planId: "${plan.id}", title: "a\\u0000", stage: HARVEST, startsOn: "2024-02-30", colour: 1,
      sources: [{ publisher: "a" }, { publisher: 5 }]
    }) { position } }`;
    const found = await world.unchangedBy(async () => refusalOf(await coordinator.error(text)));
    expect(found.code).toBe("BAD_USER_INPUT");
    expect(found.paths.sort()).toEqual([
      "input.colour",
      "input.sources.1.publisher",
      "input.stage",
      "input.startsOn",
      "input.title",
    ]);
  });

  it("a quantity that no number can hold is refused", async () => {
    const text = `mutation { pledgeContribution(input: {
      actionId: "${action.id}", kind: VENUE, quantity: 1e400, unit: "hari" }) { position } }`;
    const found = await world.unchangedBy(async () => refusalOf(await coordinator.error(text)));
    expect([found.code, found.paths]).toEqual(["BAD_USER_INPUT", ["input.quantity"]]);
  });

  it("several faults are named at once, each at its path", async () => {
    const found = await world.unchangedBy(() =>
      refused(coordinator, "pledgeContribution", {
        actionId: "x",
        kind: "FUNDS",
        quantity: -1,
        unit: "",
        note: " ",
        fundedById: "y",
        sources: [{ publisher: "" }, { publisher: "a", address: "b" }],
      }),
    );
    expect(found.code).toBe("BAD_USER_INPUT");
    expect(found.paths.sort()).toEqual([
      "input.actionId",
      "input.fundedById",
      "input.note",
      "input.quantity",
      "input.sources.0.publisher",
      "input.sources.1.address",
      "input.unit",
    ]);
    for (const path of found.paths) expect(found.error.message).toContain(path);
  });

  it("a part that the same organisation takes twice is refused at the second", async () => {
    const [client, input] = good.createActionPlan?.() ?? [];
    if (!client) throw new Error("no client");
    const part = { organisationId: owner.id, role: "FUNDING" };
    const found = await world.unchangedBy(() =>
      refused(client, "createActionPlan", { ...input, participants: [part, part] }),
    );
    expect([found.code, found.paths]).toEqual(["BAD_USER_INPUT", ["input.participants.1.role"]]);
    const twice = { planId: plan.id, organisationId: lead.id, role: "IMPLEMENTING" };
    await write(coordinator, "addParticipant", twice);
    const again = await world.unchangedBy(() => refused(coordinator, "addParticipant", twice));
    expect([again.code, again.paths]).toEqual(["BAD_USER_INPUT", ["input.role"]]);
  });

  it.each([
    ["createOrganisation", "key"],
    ["createProgramme", "key"],
    ["createArea", "key"],
    ["createActionPlan", "key"],
    ["conveneDeliberation", "key"],
    ["createIndicator", "key"],
  ])("a key that another has is refused by %s at input.%s", async (mutation) => {
    const [client, input] = await goodOf(mutation);
    const key = world.unique("taken");
    await write(client, mutation, { ...input, key });
    const found = await world.unchangedBy(() => refused(client, mutation, { ...input, key }));
    expect([found.code, found.paths]).toEqual(["BAD_USER_INPUT", ["input.key"]]);
  });

  it("a text in every script, and of the full length, is taken as it is", async () => {
    const title = `Pèpès 🐟 ${"漢".repeat(292)}`.slice(0, 300);
    const { id } = await write(coordinator, "addAction", {
      planId: plan.id,
      title,
      stage: "MARKETING",
    });
    const { action: found } = await coordinator.data<{ action: { title: string } }>(
      "query ($id: ID!) { action(id: $id) { title } }",
      { id } as never,
    );
    expect(found.title).toBe(title);
  });
});
