import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { TestDeliberation } from "../testkit/deliberations/test-deliberation.js";
import type { CheckedClient } from "../testkit/hub/checked-client.js";
import { type Input, refused, type Written, write } from "../testkit/mutations/documents.js";
import { newId, type Party, World } from "../testkit/world/world.js";

let world: World;
let coordinator: CheckedClient;
let lead: Party;
let programme: Written;
let plan: Written;
let action: Written;
let pledge: Written;
let deliberation: TestDeliberation;

beforeAll(async () => {
  world = await World.start();
  lead = await world.organisation();
  const owner = await world.organisation();
  programme = await world.programme(owner);
  plan = await world.plan(programme, lead);
  action = await world.action(lead, plan, { startsOn: "2024-02-01" });
  pledge = await world.pledge(lead, action);
  deliberation = await TestDeliberation.convened(world, lead, [owner]);
  coordinator = await world.member(lead, "COORDINATOR");
});
afterAll(() => world.stop());

describe("Bad input is reported in the language that is asked", () => {
  const reported = async (language: string, mutation: string, input: Input) => {
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
      () => ({ deliberationId: deliberation.id, organisationId: lead.id, text: "a" }),
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
      await reported("en", mutation, asked),
      await reported("id-ID,id;q=0.9,en;q=0.5", mutation, asked),
      await reported("de", mutation, asked),
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
