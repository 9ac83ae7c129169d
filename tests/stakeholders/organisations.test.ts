import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { CheckedClient } from "../testkit/hub/checked-client.js";
import { refused, write } from "../testkit/mutations/documents.js";
import { newId, type Party, World } from "../testkit/world/world.js";

let world: World;
let operator: CheckedClient;
let lead: Party;

beforeAll(async () => {
  world = await World.start();
  operator = await world.operator;
  lead = await world.organisation("CENTRAL_GOVERNMENT");
});
afterAll(() => world.stop());

describe("An organisation", () => {
  const under = (id: string, parentId: string | null, expectedVersion: number) => ({
    id,
    parentId,
    expectedVersion,
  });

  it("is no part of itself, however far up", async () => {
    const [top, middle, bottom] = [
      await world.organisation("NGO"),
      await world.organisation("NGO"),
      await world.organisation("NGO"),
    ];
    await write(operator, "updateOrganisation", under(middle.id, top.id, 1));
    await write(operator, "updateOrganisation", under(bottom.id, middle.id, 1));
    for (const [id, parentId, version] of [
      [top.id, top.id, 1],
      [top.id, middle.id, 1],
      [top.id, bottom.id, 1],
      [middle.id, bottom.id, 2],
    ] as const) {
      const input = under(id, parentId, version);
      const found = await world.unchangedBy(() => refused(operator, "updateOrganisation", input));
      expect([found.code, found.paths]).toEqual(["BAD_USER_INPUT", ["input.parentId"]]);
    }
    await write(operator, "updateOrganisation", under(middle.id, null, 2));
    await write(operator, "updateOrganisation", under(top.id, bottom.id, 1));
  });

  it("is moved to another house, or out of one, by the operator alone", async () => {
    const [house, other] = [await world.organisation("NGO"), await world.organisation("NGO")];
    const part = await world.organisation("NGO", { parentId: house.id });
    for (const { id } of [part, house, other]) {
      const member = { organisationId: id, email: `${part.key}@rembuk.example`, role: "ADMIN" };
      await write(operator, "addMember", member);
    }
    const person = await world.as(`${part.key}@rembuk.example`);
    for (const [{ id }, parentId] of [
      [part, null],
      [part, other.id],
      [other, house.id],
    ] as const) {
      const input = under(id, parentId, 1);
      const found = await world.unchangedBy(() => refused(person, "updateOrganisation", input));
      expect(found.code).toBe("FORBIDDEN");
    }
    // The parent that it has is no change.
    await write(person, "updateOrganisation", under(part.id, house.id, 1));
  });

  it("is not created as a part of itself", async () => {
    const id = newId();
    const input = { id, name: "Lembaga", sector: "NGO", parentId: id };
    const found = await world.unchangedBy(() => refused(operator, "createOrganisation", input));
    expect([found.code, found.paths]).toEqual(["NOT_FOUND", ["input.parentId"]]);
  });

  it("has its sector corrected by its administrators and the operator", async () => {
    const wrong = await world.organisation("NGO");
    const sectorOf = async () =>
      (
        await world
          .visitor()
          .data<{ organisation: object }>(
            "query ($id: ID!) { organisation(id: $id) { sector name region { code } } }",
            { id: wrong.id } as never,
          )
      ).organisation;
    const right = { sector: "PRIVATE_SECTOR", stateOwned: true, name: "PT Benar" };
    const input = { id: wrong.id, expectedVersion: 1, ...right, regionCode: "36.02" };
    const coordinator = await world.member(wrong, "COORDINATOR");
    expect((await refused(coordinator, "updateOrganisation", input)).code).toBe("FORBIDDEN");
    await write(await world.member(wrong, "ADMIN"), "updateOrganisation", input);
    expect(await sectorOf()).toEqual({
      ...{ sector: "PRIVATE_SECTOR", name: "PT Benar", region: { code: "36.02" } },
    });
    const back = { id: wrong.id, expectedVersion: 2, sector: "UNIVERSITY" };
    const owned = await refused(operator, "updateOrganisation", back);
    expect(owned.paths).toEqual(["input.stateOwned"]);
    await write(operator, "updateOrganisation", { ...back, stateOwned: false });
    // Only universities assess: with an assessor, it stays one.
    await world.member(wrong, "ASSESSOR");
    const left = { id: wrong.id, expectedVersion: 3, sector: "NGO" };
    const found = await world.unchangedBy(() => refused(operator, "updateOrganisation", left));
    expect([found.code, found.paths]).toEqual(["BAD_USER_INPUT", ["input.sector"]]);
  });

  it("is state-owned in the private sector only", async () => {
    const input = { name: "Lembaga", sector: "NGO", stateOwned: true };
    const made = await world.unchangedBy(() => refused(operator, "createOrganisation", input));
    expect([made.code, made.paths]).toEqual(["BAD_USER_INPUT", ["input.stateOwned"]]);
    const turned = { id: lead.id, expectedVersion: 1, stateOwned: true };
    const found = await world.unchangedBy(() => refused(operator, "updateOrganisation", turned));
    expect([found.code, found.paths]).toEqual(["BAD_USER_INPUT", ["input.stateOwned"]]);
    const { id } = await world.organisation("PRIVATE_SECTOR", { stateOwned: true });
    await write(operator, "updateOrganisation", { id, expectedVersion: 1, stateOwned: false });
    await write(operator, "updateOrganisation", { id, expectedVersion: 2, stateOwned: true });
  });

  it("has assessors when it is a university only", async () => {
    const input = { email: "asesor@a.example", role: "ASSESSOR" };
    const found = await world.unchangedBy(() =>
      refused(operator, "addMember", { organisationId: lead.id, ...input }),
    );
    expect([found.code, found.paths]).toEqual(["BAD_USER_INPUT", ["input.role"]]);
    const university = await world.organisation("UNIVERSITY");
    await write(operator, "addMember", { organisationId: university.id, ...input });
  });

  it("gives a person each role once, and several roles", async () => {
    const add = { organisationId: lead.id, email: "dua@a.example" };
    await write(operator, "addMember", { ...add, role: "VIEWER" });
    const again = { ...add, email: "DUA@a.example", role: "VIEWER" };
    const found = await world.unchangedBy(() => refused(operator, "addMember", again));
    expect([found.code, found.paths]).toEqual(["BAD_USER_INPUT", ["input.role"]]);
    await write(operator, "addMember", { ...add, role: "ADMIN" });
  });
});
