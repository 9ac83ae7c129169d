import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { CheckedClient } from "../testkit/hub/checked-client.js";
import {
  creatingMutations,
  type Input,
  refused,
  type Written,
  write,
} from "../testkit/mutations/documents.js";
import { EveryMutation } from "../testkit/mutations/every-mutation.js";
import { newId, World } from "../testkit/world/world.js";

let world: World;
let every: EveryMutation;

beforeAll(async () => {
  world = await World.start();
  every = await EveryMutation.make(world);
});
afterAll(() => world.stop());

async function creationOf(mutation: string) {
  const other = every.good(mutation).other;
  if (!other) throw new Error(`What else would ${mutation} create?`);
  const input: Input & { id: string } = { ...(await every.of(mutation)), id: newId() };
  return { client: await every.clientFor(mutation), input, other };
}

/** The ids of the nouns that a mutation answers. */
const idsOf = ({ payload }: Written): unknown[] =>
  Object.values(payload).map((value) => (value as { id?: string } | null)?.id);

async function expectNoIdOfAnother(
  mutation: string,
  client: CheckedClient,
  input: Input,
): Promise<void> {
  const { action, plan, programme, cast } = every.plans;
  const ids = mutation === "addAction" ? [plan.id, cast.lead.id] : [action.id, programme.id];
  for (const id of ids) {
    const found = await world.unchangedBy(() => refused(client, mutation, { ...input, id }));
    expect([found.code, found.paths]).toEqual(["CONFLICT", ["input.id"]]);
    expect(Object.keys(found.error.extensions).sort()).toEqual(["code", "fields"]);
  }
}

/** Of three at once one creates, and all are answered the same; gives the answer of that one. */
async function expectOneOfThree(
  mutation: string,
  client: CheckedClient,
  input: Input & { id: string },
): Promise<Written> {
  const before = await world.position();
  const answers = await Promise.all(
    Array.from({ length: 3 }, () => write(client, mutation, input)),
  );
  for (const answer of answers) expect(idsOf(answer)).toContain(input.id);
  expect(new Set(answers.map(({ position }) => position)).size).toBe(1);
  const { changes } = await client.data<{ changes: { totalCount: number } }>(
    "query ($id: ID!, $after: Position!) { changes(where: { entityId: { eq: $id }, kind: { eq: CREATED }, position: { gte: $after } }) { totalCount } }",
    { id: input.id, after: before + 1 } as never,
  );
  expect(changes.totalCount).toBe(1);
  const secrets = answers.filter(({ payload }) => payload.secret);
  const [first = answers[0]] = secrets;
  if (!first) throw new Error("There is no answer");
  expect(secrets.length).toBe("secret" in first.payload ? 1 : 0);
  return first;
}

describe("A creation with an id of the client's (rule 5)", () => {
  it.each(creatingMutations)(
    "%s is a CONFLICT with the id of another thing; sent three times at once and once more it happens once; with other content it is a CONFLICT",
    async (mutation) => {
      const { client, input, other } = await creationOf(mutation);
      await expectNoIdOfAnother(mutation, client, input);
      const first = await expectOneOfThree(mutation, client, input);
      const { payload } = await write(client, mutation, input);
      // A key's secret is shown once; all else is the same answer.
      expect(payload).toEqual({
        ...first.payload,
        ...("secret" in payload ? { secret: null } : {}),
      });
      expect(await world.position()).toBe(first.position);
      const found = await world.unchangedBy(() =>
        refused(client, mutation, { ...input, ...other }),
      );
      expect([found.code, found.paths]).toEqual(["CONFLICT", ["input.id"]]);
    },
  );

  it("sent again by somebody else is a CONFLICT", async () => {
    const { client, input } = await creationOf("addAction");
    await write(client, "addAction", input);
    const admin = await world.member(every.plans.cast.lead, "ADMIN");
    const found = await world.unchangedBy(() => refused(admin, "addAction", input));
    expect([found.code, found.paths]).toEqual(["CONFLICT", ["input.id"]]);
  });

  it("is the same in whatever case the id is written, and whatever the order of its fields", async () => {
    const { client, input } = await creationOf("addAction");
    const first = await write(client, "addAction", { ...input, id: input.id.toUpperCase() });
    const turned = Object.fromEntries(Object.entries(input).reverse());
    expect(await write(client, "addAction", turned)).toEqual(first);
    expect(first.id).toBe(input.id);
  });

  it("answers the first position when it is sent again after later changes", async () => {
    const { client, input } = await creationOf("addAction");
    const first = await write(client, "addAction", input);
    const change = { id: first.id, expectedVersion: 1, title: "Kemudian" };
    await write(client, "updateAction", change);
    const again = await write(client, "addAction", input);
    expect([again.position, again.version]).toEqual([first.position, 2]);
  });
});
