import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { scopeOf, visitor } from "../../src/access/index.js";
import { allNouns, rowOf } from "../../src/reading/index.js";
import { type CheckedClient, refusalOf } from "../testkit/hub/checked-client.js";
import {
  documentOf,
  type Input,
  inputFieldsOf,
  mutationNames,
  refused,
  write,
} from "../testkit/mutations/documents.js";
import { EveryMutation } from "../testkit/mutations/every-mutation.js";
import { openLedger } from "../testkit/postgres/sessions.js";
import { type Party, World } from "../testkit/world/world.js";

let world: World;
let every: EveryMutation;
let lead: Party;
let coordinator: CheckedClient;

beforeAll(async () => {
  world = await World.start();
  every = await EveryMutation.make(world);
  lead = every.plans.cast.lead;
  coordinator = await world.member(lead, "COORDINATOR");
});
afterAll(() => world.stop());

/** The mutations that change something; a report creates one, and names the version of its action. */
const changing = mutationNames.filter(
  (mutation) =>
    mutation !== "reportProgress" &&
    inputFieldsOf(mutation).some(({ name }) => name === "expectedVersion"),
);

async function changeOf(mutation: string) {
  const client = await every.clientFor(mutation);
  const { expectedVersion, ...input } = await every.of(mutation);
  return { client, input, version: Number(expectedVersion) };
}

/** Every other version is a conflict, which changes nothing and shows what stands. */
async function expectConflicts(
  mutation: string,
  client: CheckedClient,
  input: Input,
  version: number,
): Promise<void> {
  const before = await world.position();
  const others = [version + 1, version + 7, 2_147_483_647];
  const conflicts = await Promise.all(
    others.map((expectedVersion) => refused(client, mutation, { ...input, expectedVersion })),
  );
  expect(await world.position()).toBe(before);
  for (const { code, paths, error } of conflicts) {
    expect([code, paths]).toEqual(["CONFLICT", ["input.expectedVersion"]]);
    const { currentVersion, current } = error.extensions;
    expect(currentVersion).toBe(version);
    expect(current).toMatchObject({ id: input.id, version });
  }
}

/** Of four at once one is done, and the ledger has its changes alone. */
async function expectDoneOnce(
  mutation: string,
  client: CheckedClient,
  input: Input,
): Promise<void> {
  const before = await world.position();
  const tries = Array.from({ length: 4 }, () =>
    client.ask(documentOf(mutation), { input } as never),
  );
  const answers = await Promise.all(tries);
  const codes = answers.map(({ errors }) => errors?.[0]?.extensions.code ?? "done").sort();
  // What comes after a removal finds nothing, nor does one who has left or was refused.
  const mayFindNothing = /^(remove|unstar|withdrawInvitation|leave|decline|refuse)/.test(mutation);
  // Once a proposal is answered, its owners are asked no more.
  const mayBeLate = /^(accept|refuse)(Indicator|ActionPlan)$/.test(mutation);
  const allowed = [
    "CONFLICT",
    ...(mayFindNothing ? ["NOT_FOUND"] : []),
    ...(mayBeLate ? ["FORBIDDEN"] : []),
  ];
  const others = codes.filter((code) => code !== "done");
  expect(codes.length - others.length).toBe(1);
  expect(others.filter((code) => !allowed.includes(code))).toEqual([]);
  expect(await world.position()).toBe(before + (every.good(mutation).changes ?? 1));
}

const addedAction = () => every.do("addAction");

describe("A change names the version that it saw (rule 5)", () => {
  it.each(changing)(
    "%s with another version is a CONFLICT with the current state; done four times at once with one version, it is done once",
    async (mutation) => {
      const { client, input, version } = await changeOf(mutation);
      await expectConflicts(mutation, client, input, version);
      await expectDoneOnce(mutation, client, { ...input, expectedVersion: version });
    },
  );

  it("the current state has every stored list that the API shows", async () => {
    const { orm, close } = await openLedger(world.hub.database.url);
    const stored = [...orm.getMetadata().getAll().values()];
    await close();
    const lists = allNouns().flatMap(({ name, table, target, fields }) =>
      (stored.find(({ tableName }) => tableName === table)?.props ?? [])
        .filter(({ type, runtimeType }) => type === "array" || runtimeType === "string[]")
        .flatMap((property) => {
          const field = fields.get(property.name);
          return field ? [{ name: `${name}.${property.name}`, field, target }] : [];
        }),
    );
    expect(lists.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["Invitation.delegates", "Invitation.partOf", "Answer.choices"]),
    );
    const left = lists.filter(
      ({ field, target }) => !field.stored(rowOf(target), scopeOf(visitor)),
    );
    expect(left.map(({ name }) => name)).toEqual([]);
  });

  it("the current state has the delegates of an invitation, and what it was part of", async () => {
    const { client, input, version } = await changeOf("nameDelegates");
    const { id } = input;
    const delegates = ["Ibu Ratna", "Pak Asep"];
    await write(client, "nameDelegates", { id, expectedVersion: version, delegates });
    const stale = { id, expectedVersion: version, delegates: [] };
    const { error } = await refused(client, "nameDelegates", stale);
    expect(error.extensions.current).toMatchObject({ id, delegates, partOf: [] });
  });

  it("a report names the version of its action", async () => {
    const { id } = await addedAction();
    const input = { actionId: id, expectedVersion: 2, progress: 5 };
    const found = await world.unchangedBy(() => refused(coordinator, "reportProgress", input));
    expect([found.code, found.paths]).toEqual(["CONFLICT", ["input.expectedVersion"]]);
    expect(found.error.extensions).toMatchObject({
      currentVersion: 1,
      current: { id, progress: 0 },
    });
  });

  it("the version grows by one with each change, and not where nothing changed", async () => {
    const { id } = await addedAction();
    const versions: number[] = [];
    const update = async (fields: Input) => {
      const expectedVersion = versions.at(-1) ?? 1;
      const written = await write(coordinator, "updateAction", { id, expectedVersion, ...fields });
      versions.push(written.version);
      return written.position;
    };
    await update({ title: "A" });
    const position = await update({ title: "B", startsOn: "2024-01-02" });
    expect(await update({ title: "B" })).toBe(position);
    expect(await update({})).toBe(position);
    await update({ startsOn: null });
    expect(versions).toEqual([2, 3, 3, 3, 4]);
  });

  it("the current state is the noun's own fields, and no more than its type shows", async () => {
    const { client, input, version } = await changeOf("revokeApiKey");
    const found = await refused(client, "revokeApiKey", { ...input, expectedVersion: version + 1 });
    expect(Object.keys(found.error.extensions.current as object).sort()).toEqual([
      "createdAt",
      "expiresAt",
      "id",
      "name",
      "organisation",
      "prefix",
      "revokedAt",
      "scopes",
      "sources",
      "version",
    ]);
  });

  it("one who may not change a thing is FORBIDDEN, whatever the version", async () => {
    const viewer = await world.member(lead, "VIEWER");
    const { action } = every.plans;
    for (const expectedVersion of [1, 99]) {
      const input = { id: action.id, expectedVersion, title: "x" };
      const found = await world.unchangedBy(() => refused(viewer, "updateAction", input));
      expect([found.code, found.error.extensions]).toEqual(["FORBIDDEN", { code: "FORBIDDEN" }]);
    }
  });
});

describe("Two that write at once", () => {
  it("do not make two organisations parts of each other", async () => {
    const operator = await world.operator;
    for (let round = 0; round < 5; round += 1) {
      const [one, other] = [await world.organisation(), await world.organisation()];
      const under = (id: string, parentId: string) =>
        operator.ask(documentOf("updateOrganisation"), {
          input: { id, parentId, expectedVersion: 1 },
        } as never);
      const answers = await Promise.all([under(one.id, other.id), under(other.id, one.id)]);
      const refusals = answers.flatMap(({ errors = [] }) => errors.map(refusalOf));
      expect(refusals.map(({ code, paths }) => [code, paths])).toEqual([
        ["BAD_USER_INPUT", ["input.parentId"]],
      ]);
    }
  });

  it("with one key: one gets it, the other hears that it is taken", async () => {
    const operator = await world.operator;
    const key = world.unique("key");
    const tries = ["A", "B", "C"].map((name) =>
      operator.ask(documentOf("createOrganisation"), {
        input: { key, name, sector: "NGO" },
      } as never),
    );
    const answers = await Promise.all(tries);
    const refusals = answers.flatMap(({ errors = [] }) => errors.map(refusalOf));
    expect(refusals.map(({ code, paths }) => [code, paths])).toEqual([
      ["BAD_USER_INPUT", ["input.key"]],
      ["BAD_USER_INPUT", ["input.key"]],
    ]);
  });

  it("add one person's role once", async () => {
    const admin = await world.member(lead, "ADMIN");
    const email = `${world.unique("p")}@a.example`;
    const tries = Array.from({ length: 4 }, () =>
      admin.ask(documentOf("addMember"), {
        input: { organisationId: lead.id, email, role: "VIEWER" },
      } as never),
    );
    const answers = await Promise.all(tries);
    const refusals = answers.flatMap(({ errors = [] }) => errors.map(refusalOf));
    expect(answers.length - refusals.length).toBe(1);
    for (const { code } of refusals) expect(["BAD_USER_INPUT", "CONFLICT"]).toContain(code);
  });
});
