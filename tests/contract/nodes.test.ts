import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type CheckedClient, refusalOf } from "../testkit/hub/checked-client.js";
import { type Written, write } from "../testkit/mutations/documents.js";
import { newId, type Party, World } from "../testkit/world/world.js";

let world: World;
let visitor: CheckedClient;
let lead: Party;
let programme: Written;

beforeAll(async () => {
  world = await World.start();
  visitor = world.visitor();
  lead = await world.organisation("REGIONAL_GOVERNMENT", { regionCode: "36.02" });
  programme = await world.programme(lead);
});
afterAll(() => world.stop());

const ask = <T>(document: string, variables: object = {}) =>
  visitor.data<T>(document, variables as never);

describe("node and nodes find anything by its id", () => {
  const nodes = async (ids: string[]) =>
    (
      await ask<{ nodes: ({ __typename: string; id: string } | null)[] }>(
        "query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }",
        { ids },
      )
    ).nodes;

  it("each kind of thing, in the order asked, and null for what is absent", async () => {
    const plan = await world.plan(programme, lead);
    const action = await world.action(lead, plan);
    const gift = await world.pledge(lead, action);
    const reported = await world.report(lead, action);
    const coordinator = await world.member(lead, "COORDINATOR");
    const milestone = await write(coordinator, "addMilestone", {
      actionId: action.id,
      title: "T",
      dueOn: "2024-05-05",
    });
    const part = await write(coordinator, "addParticipant", {
      planId: plan.id,
      organisationId: lead.id,
      role: "FUNDING",
    });
    const { changes } = await ask<{ changes: { nodes: { entityId: string }[] } }>(
      "{ changes(first: 1) { nodes { entityId } } }",
    );
    const known: [string, string][] = [
      ["Region", "36.02.27.2010"],
      ["Organisation", lead.id],
      ["Programme", programme.id],
      ["ActionPlan", plan.id],
      ["Action", action.id],
      ["Contribution", gift.id],
      ["ProgressUpdate", reported.id],
      ["Milestone", milestone.id],
      ["Participant", part.id],
      ["RegionCatalogue", changes.nodes[0]?.entityId ?? ""],
      ["Region", "36"],
    ];
    const absent = newId();
    const asked = known.flatMap(([, id]) => [id, absent]);
    expect(await nodes([...asked, "99"])).toEqual([
      ...known.flatMap(([__typename, id]) => [{ __typename, id }, null]),
      null,
    ]);
    for (const [__typename, id] of known) {
      const { node } = await ask<{ node: unknown }>(
        "query ($id: ID!) { node(id: $id) { __typename id } }",
        { id: id.toUpperCase() },
      );
      expect(node).toEqual({ __typename, id });
    }
  });

  it("the same thing as often as it is asked, with the fields of its type", async () => {
    const found = await ask<{ nodes: unknown[] }>(
      `query ($ids: [ID!]!) { nodes(ids: $ids) {
        id ... on Region { name } ... on Organisation { key region { name } } } }`,
      { ids: ["36", lead.id, "36", lead.id.toUpperCase()] },
    );
    const region = { id: "36", name: "Banten" };
    const organisation = { id: lead.id, key: lead.key, region: { name: "Kabupaten Lebak" } };
    expect(found.nodes).toEqual([region, organisation, region, organisation]);
  });

  it("none for no ids, 200 at most", async () => {
    expect(await nodes([])).toEqual([]);
    expect(await nodes(Array(200).fill("36"))).toHaveLength(200);
    const document = "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }";
    const found = refusalOf(await visitor.error(document, { ids: Array(201).fill("36") }));
    expect([found.code, found.paths]).toEqual(["BAD_USER_INPUT", ["ids"]]);
  });

  it.each(["x", "", "3", "36.0", "' or 1=1", `${newId()}0`])(
    "an id that is none, as %j, is BAD_USER_INPUT",
    async (id) => {
      const one = refusalOf(
        await visitor.error("query ($id: ID!) { node(id: $id) { id } }", { id }),
      );
      expect([one.code, one.paths]).toEqual(["BAD_USER_INPUT", ["id"]]);
      const document = "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }";
      const many = refusalOf(await visitor.error(document, { ids: ["36", id] }));
      expect([many.code, many.paths]).toEqual(["BAD_USER_INPUT", ["ids.1"]]);
    },
  );
});

describe("One thing by its key or id", () => {
  const fields = ["organisation", "programme", "area", "actionPlan"];

  it.each(fields)("%s: null where there is none, and exactly one way is given", async (field) => {
    const found = await ask<Record<string, unknown>>(
      `query ($id: ID!) { byKey: ${field}(key: "no-such-key") { id } byId: ${field}(id: $id) { id } odd: ${field}(key: "%'\\"") { id } }`,
      { id: newId() },
    );
    expect(found).toEqual({ byKey: null, byId: null, odd: null });
    for (const args of ["", `(id: "${newId()}", key: "a")`, "(id: null)"]) {
      const refusal = refusalOf(await visitor.error(`{ ${field}${args} { id } }`));
      expect([refusal.code, refusal.paths]).toEqual(["BAD_USER_INPUT", ["id"]]);
    }
    const malformed = refusalOf(await visitor.error(`{ ${field}(id: "x") { id } }`));
    expect([malformed.code, malformed.paths]).toEqual(["BAD_USER_INPUT", ["id"]]);
  });

  it("by id in whatever case", async () => {
    const found = await ask<{ organisation: unknown }>(
      "query ($id: ID!) { organisation(id: $id) { key } }",
      { id: lead.id.toUpperCase() },
    );
    expect(found.organisation).toEqual({ key: lead.key });
  });
});
