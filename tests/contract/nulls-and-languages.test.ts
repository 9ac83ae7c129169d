import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { getNamedType, isEnumType, isInputObjectType, isNonNullType } from "graphql";
import { AssessmentInputs } from "../testkit/assessments/assessment-inputs.js";
import { Rembuk } from "../testkit/deliberations/test-deliberation.js";
import { type CheckedClient, positionOf, refusalOf } from "../testkit/hub/checked-client.js";
import { IndicatorInputs, indicatorCast } from "../testkit/indicators/indicator-inputs.js";
import {
  documentOf,
  mutationNames,
  newId,
  type Party,
  refused,
  schema,
  World,
  type Written,
  write,
} from "../testkit/world/world.js";

type Input = Record<string, unknown>;

let world: World;
let operator: CheckedClient;
let coordinator: CheckedClient;
let lead: Party;
let owner: Party;
let programme: Written;
let plan: Written;
let action: Written;
let pledge: Written;
let rembuk: Rembuk;
let assessments: AssessmentInputs;
let results: IndicatorInputs;

beforeAll(async () => {
  world = await World.start();
  operator = await world.operator;
  lead = await world.organisation();
  owner = await world.organisation();
  programme = await world.programme(owner);
  plan = await world.plan(programme, lead);
  action = await world.action(lead, plan, { startsOn: "2024-02-01" });
  pledge = await world.pledge(lead, action);
  rembuk = await Rembuk.convened(world, lead, [owner]);
  coordinator = await world.member(lead, "COORDINATOR");
  const [university, reviewer] = [await world.organisation(), await world.organisation()];
  assessments = await AssessmentInputs.make(world, { university, owner, reviewer, lead });
  results = await IndicatorInputs.make(world, await indicatorCast(world));
});
afterAll(() => world.stop());

const inputOf = (mutation: string) => {
  const type = getNamedType(schema.getMutationType()?.getFields()[mutation]?.args[0]?.type);
  return isInputObjectType(type) ? Object.values(type.getFields()) : [];
};

/** Each field of an update that may be left out. */
const optionalFields = mutationNames
  .filter((name) => name.startsWith("update"))
  .flatMap((mutation) =>
    inputOf(mutation)
      .filter(({ type }) => !isNonNullType(type))
      .map(({ name }) => [mutation, name] as const),
  );

/** What null empties; every other field of an update refuses it. */
const emptied: Record<string, string[]> = {
  updateOrganisation: ["contact", "note", "parentId", "regionCode"],
  updateProgramme: ["endsOn", "legalBasis", "policy", "reportEveryMonths"],
  updateArea: ["theme", "year"],
  updateActionPlan: ["endsOn", "summary"],
  updateAction: ["description", "endsOn", "leadId", "startsOn", "strategy"],
  updateMilestone: [],
  updateDeliberation: ["areaId", "place", "programmeId", "regionCode", "summary"],
  updateFinding: ["recommendation"],
  updateActionFinding: ["note"],
  updateIndicator: ["description"],
  updateTarget: [],
  updateEnterpriseGroup: ["classification", "formedOn", "men", "note", "villageCode", "women"],
};

describe("Null in an update", () => {
  const subjects: Record<string, () => Promise<[CheckedClient, Written]>> = {
    updateOrganisation: async () => [
      operator,
      await write(operator, "createOrganisation", {
        name: "Lembaga",
        sector: "NGO",
        contact: "a",
        note: "a",
        parentId: owner.id,
        regionCode: "36",
      }),
    ],
    updateProgramme: async () => [
      operator,
      await world.programme(owner, {
        endsOn: "2025-01-01",
        legalBasis: "a",
        policy: "a",
        reportEveryMonths: 6,
      }),
    ],
    updateArea: async () => [
      operator,
      await write(operator, "createArea", { name: "K", regions: ["36"], theme: "a", year: 2024 }),
    ],
    updateActionPlan: async () => [
      coordinator,
      await world.plan(programme, lead, { endsOn: "2025-01-01", summary: "a" }),
    ],
    updateAction: async () => [
      coordinator,
      await world.action(lead, plan, {
        description: "a",
        startsOn: "2024-01-01",
        endsOn: "2024-02-01",
        leadId: owner.id,
        strategy: "RAISE_INCOME",
      }),
    ],
    updateMilestone: async () => [
      coordinator,
      await write(coordinator, "addMilestone", {
        actionId: action.id,
        title: "a",
        dueOn: "2024-03-01",
      }),
    ],
    updateDeliberation: async () => {
      const area = await write(operator, "createArea", { name: "K", regions: ["36"] });
      const setting = { programmeId: programme.id, areaId: area.id, regionCode: "36" };
      return [
        coordinator,
        await write(coordinator, "conveneDeliberation", {
          ...{ kind: "LOCAL", title: "a", convenerId: lead.id, heldFrom: "2024-03-01" },
          ...{ summary: "a", place: "a", ...setting },
        }),
      ];
    },
    updateIndicator: () => resultOf("createIndicator", { description: "a" }),
    updateTarget: () => resultOf("setTarget"),
    updateEnterpriseGroup: () => {
      const classification = { code: "10761", version: "KBLI 2020" };
      const more = { classification, formedOn: "2024-01-01", note: "a" };
      return resultOf("registerEnterpriseGroup", more);
    },
  };
  /** One that is made elsewhere, at the version that it has, with all that can be emptied. */
  const filled = async (mutation: string): Promise<[CheckedClient, Written]> => {
    const client = await assessments.whoDoes(mutation);
    const more = Object.fromEntries((emptied[mutation] ?? []).map((field) => [field, "a"]));
    return [
      client,
      await write(client, mutation, { ...(await assessments.of(mutation)), ...more }),
    ];
  };
  const resultOf = async (
    mutation: string,
    more: Input = {},
  ): Promise<[CheckedClient, Written]> => [
    await results.clientFor(mutation),
    await results.do(mutation, more),
  ];
  const made = new Map<string, Promise<[CheckedClient, Written]>>();
  const subjectOf = (mutation: string) => {
    const make = subjects[mutation] ?? (() => filled(mutation));
    const subject = made.get(mutation) ?? make();
    made.set(mutation, subject);
    return subject;
  };

  it.each(optionalFields)("%s: %s is emptied if it may be empty, else refused", async (...one) => {
    const [mutation, field] = one;
    const [client, subject] = await subjectOf(mutation);
    const input = { id: subject.id, expectedVersion: subject.version, [field]: null };
    if (emptied[mutation]?.includes(field)) {
      const { version } = await write(client, mutation, input);
      expect(version).toBe(subject.version + 1);
      made.set(mutation, Promise.resolve([client, { ...subject, version }]));
    } else {
      const found = await world.unchangedBy(() => refused(client, mutation, input));
      expect([found.code, found.paths]).toEqual(["BAD_USER_INPUT", [`input.${field}`]]);
      expect(found.messages).toEqual(["must not be null"]);
    }
  });
});

describe("Bad input is told in the language that is asked", () => {
  const told = async (language: string, mutation: string, input: Input) => {
    const client = coordinator.with({ "accept-language": language });
    const { error, messages } = await refused(client, mutation, input);
    return { message: error.message, messages };
  };
  const given: [string, string, () => Input][] = [
    ["a malformed id", "addAction", () => ({ planId: "x", title: "a", stage: "MARKETING" })],
    ["a blank text", "addAction", () => ({ planId: plan.id, title: " ", stage: "MARKETING" })],
    ["a null", "updateAction", () => ({ id: action.id, expectedVersion: 1, title: null })],
    ["an enum", "addAction", () => ({ planId: plan.id, title: "a", stage: "X" })],
    ["a date", "addMilestone", () => ({ actionId: action.id, title: "a", dueOn: "x" })],
    ["money", "pledgeContribution", () => ({ actionId: action.id, kind: "FUNDS", amount: "-1" })],
    ["a missing amount", "pledgeContribution", () => ({ actionId: action.id, kind: "FUNDS" })],
    [
      "a period",
      "updateAction",
      () => ({ id: action.id, expectedVersion: action.version, endsOn: "2020-01-01" }),
    ],
    ["a stale version", "updateAction", () => ({ id: action.id, expectedVersion: 99 })],
    ["a transition", "commitContribution", () => ({ id: pledge.id, expectedVersion: 1 })],
    [
      "a rule of a deliberation",
      "proposeOutcome",
      () => ({ deliberationId: rembuk.id, organisationId: lead.id, text: "a" }),
    ],
    ["a forbidden thing", "updateProgramme", () => ({ id: programme.id, expectedVersion: 1 })],
    ["an absent thing", "addAction", () => ({ planId: newId(), title: "a", stage: "MARKETING" })],
  ];

  it.each(given)("%s", async (fault, mutation, input) => {
    if (fault === "a transition") {
      await write(coordinator, "withdrawContribution", { id: pledge.id, expectedVersion: 1 });
    }
    const asked = fault === "a transition" ? { id: pledge.id, expectedVersion: 2 } : input();
    const [english, indonesian, german] = [
      await told("en", mutation, asked),
      await told("id-ID,id;q=0.9,en;q=0.5", mutation, asked),
      await told("de", mutation, asked),
    ];
    expect(german).toEqual(english);
    expect(indonesian.message).not.toBe(english.message);
    expect(indonesian.message).toMatch(
      /\b(harus|tidak|boleh|bukan|diperlukan|Sudah|kini|tipe|ada|selama)\b/,
    );
    expect(indonesian.message).not.toMatch(/\b(must|should|not found|expected|does not)\b/i);
    expect(indonesian.messages.length).toBe(english.messages.length);
  });
});

describe("Every enum of every mutation's input", () => {
  const withEnums = mutationNames.flatMap((mutation) =>
    inputOf(mutation)
      .filter(({ type }) => isEnumType(getNamedType(type)))
      .map(({ name, type }) => [mutation, name, /^\[/.test(String(type))] as const),
  );

  it.each(withEnums)("%s refuses an unknown %s", async (mutation, field, isList) => {
    const before = await positionOf(world.visitor());
    const value = isList ? ["UNKNOWN"] : "UNKNOWN";
    const found = refusalOf(
      await operator.error(documentOf(mutation), { input: { [field]: value } }),
    );
    expect(found.code).toBe("BAD_USER_INPUT");
    expect(found.paths).toContain(isList ? `input.${field}.0` : `input.${field}`);
    expect(await positionOf(world.visitor())).toBe(before);
  });
});
