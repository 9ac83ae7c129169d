import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { CheckedClient } from "../testkit/hub/checked-client.js";
import { type Written, write } from "../testkit/mutations/documents.js";
import { type Party, World } from "../testkit/world/world.js";

type Input = Record<string, unknown>;

let world: World;
let operator: CheckedClient;
let coordinator: CheckedClient;
let lead: Party;
let agency: Party;
let village: Party;
let programme: Written;

beforeAll(async () => {
  world = await World.start();
  operator = await world.operator;
  lead = await world.organisation("CENTRAL_GOVERNMENT");
  agency = await world.organisation("REGIONAL_GOVERNMENT");
  village = await world.organisation("VILLAGE_GOVERNMENT");
  programme = await world.programme(lead);
  coordinator = await world.member(lead, "COORDINATOR");
});
afterAll(() => world.stop());

async function ask<T>(document: string, variables: Input = {}): Promise<T> {
  return world.visitor().data<T>(document, variables as never);
}

describe("A record", () => {
  const sources = [
    {
      key: "s1",
      publisher: "Kemnaker",
      date: "2023",
      note: "Laporan",
      address: "https://a.example/1",
    },
    { key: null, publisher: "BPS", date: "2023-07", note: null, address: null },
    { key: null, publisher: "Inpres", date: "2022-06-08", note: null, address: null },
  ];

  it("keeps its sources as they were given, and can be given them back", async () => {
    const made = await world.organisation("NGO", { sources });
    const plan = await world.plan(programme, lead, { sources });
    const action = await world.action(lead, plan, { sources });
    const shown = async () => {
      const { nodes } = await ask<{ nodes: { sources: unknown }[] }>(
        `query ($ids: [ID!]!) { nodes(ids: $ids) {
          ... on Organisation { sources { ...s } } ... on ActionPlan { sources { ...s } } ... on Action { sources { ...s } } } }
        fragment s on Source { key publisher date note address }`,
        { ids: [made.id, plan.id, action.id] },
      );
      return nodes;
    };
    expect(await shown()).toEqual([{ sources }, { sources }, { sources }]);
    const same = { id: action.id, expectedVersion: 1, sources };
    expect((await write(coordinator, "updateAction", same)).version).toBe(1);
    await write(coordinator, "updateAction", { ...same, sources: [] });
    expect((await shown())[2]).toEqual({ sources: [] });
  });

  it("has a key of its own, made from its name where none is given", async () => {
    const name = `Lembaga Bersama (Désa) ${world.unique("x")}`;
    const make = async () => {
      const { id } = await write(operator, "createOrganisation", { name, sector: "NGO" });
      const found = await ask<{ organisation: { key: string } }>(
        "query ($id: ID!) { organisation(id: $id) { key } }",
        { id },
      );
      return found.organisation.key;
    };
    const [first, second] = [await make(), await make()];
    expect(first).toMatch(/^lembaga-bersama-desa-x-\d+$/);
    expect(second).toMatch(new RegExp(`^${first}-[0-9a-f]{8}$`));
  });

  it("says which language of a text is borrowed from the other", async () => {
    const shown = async (name: object) => {
      const { id } = await world.programme(lead, { name });
      const found = await ask<{ programme: { name: unknown } }>(
        "query ($id: ID!) { programme(id: $id) { name { indonesian english missing } } }",
        { id },
      );
      return found.programme.name;
    };
    expect(await shown({ indonesian: "Kerja" })).toEqual({
      indonesian: "Kerja",
      english: "Kerja",
      missing: ["EN"],
    });
    expect(await shown({ english: "Work" })).toEqual({
      indonesian: "Work",
      english: "Work",
      missing: ["ID"],
    });
    const both = { indonesian: "Kerja", english: "Work" };
    expect(await shown(both)).toEqual({ ...both, missing: [] });
    const { id } = await world.programme(lead, { name: both });
    const same = { id, expectedVersion: 1, name: both };
    expect((await write(operator, "updateProgramme", same)).version).toBe(1);
  });

  it("shows a text in the language that is asked for, by both read paths", async () => {
    const name = { indonesian: "Kerja", english: "Work" };
    const { id } = await world.programme(lead, { name });
    const text = "name { text(language: $language) english: text(language: EN) }";
    const planned = `query ($id: ID!, $language: TextLanguage!) { programme(id: $id) { ${text} } }`;
    // Introspection is beyond a plan: resolvers answer the whole document.
    const resolved = planned.replace("{ programme", "{ __schema { __typename } programme");
    for (const document of [planned, resolved]) {
      const shown = async (language: string) =>
        (await ask<{ programme: { name: object } }>(document, { id, language })).programme.name;
      expect(await shown("ID")).toEqual({ text: "Kerja", english: "Work" });
      expect(await shown("EN")).toEqual({ text: "Work", english: "Work" });
    }
  });

  it("keeps each strategy and each recipient of a programme once", async () => {
    const { id } = await world.programme(lead);
    await write(operator, "updateProgramme", {
      id,
      expectedVersion: 1,
      strategies: ["RAISE_INCOME", "REDUCE_POVERTY_POCKETS", "RAISE_INCOME"],
      reportToIds: [agency.id, village.id, agency.id],
    });
    const found = await ask<{ programme: unknown }>(
      "query ($id: ID!) { programme(id: $id) { strategies reportsTo { id } } }",
      { id },
    );
    expect(found.programme).toEqual({
      strategies: ["RAISE_INCOME", "REDUCE_POVERTY_POCKETS"],
      reportsTo: [{ id: agency.id }, { id: village.id }],
    });
  });
});
