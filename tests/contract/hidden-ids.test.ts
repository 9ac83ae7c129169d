import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type GraphQLInputField, getNamedType, getNullableType, isListType } from "graphql";
import { allNouns, type NounDefinition, seenByAll } from "../../src/reading/index.js";
import type { CheckedClient } from "../testkit/hub/checked-client.js";
import {
  creatingMutations,
  type Input,
  inputFieldsOf,
  mutationNames,
  refused,
} from "../testkit/mutations/documents.js";
import { EveryMutation } from "../testkit/mutations/every-mutation.js";
import { smuggle } from "../testkit/postgres/noun-tables.js";
import { newId, World } from "../testkit/world/world.js";

// An error about a hidden thing is the one about an absent thing (rule 7 of the domain): every mutation,
// with every id that it takes.

let world: World;
let every: EveryMutation;
/** The id of a hidden thing, by noun. */
const hidden = new Map<string, string>();

/** The nouns whose rows may be hidden, and which a client names by a UUID. */
const hideable = allNouns().filter(
  ({ visible, idColumn }) => visible !== seenByAll && idColumn === "id",
);

/** What hides smuggled rows, and those that follow them. */
const hiding = [
  "update action_plan set visibility = 'ORGANISATION'",
  "update deliberation set visibility = 'ORGANISATION'",
  "update enterprise_group set visibility = 'ORGANISATION'",
  "update instrument set status = 'DRAFT'",
  "update assessment set status = 'DRAFT'",
].map((statement) => `${statement} where id = any($1)`);

beforeAll(async () => {
  world = await World.start();
  const client = await world.hub.sql.connect();
  const before = new Set((await knownIds()).keys());
  for (const { name, table } of hideable)
    hidden.set(name, String((await smuggle(client, table)).id));
  const after = [...(await knownIds()).keys()].filter((id) => !before.has(id));
  await client.query("begin");
  await client.query("set local session_replication_role = replica");
  for (const statement of hiding) await client.query(statement, [after]);
  // One about no action would be seen by everybody.
  await client.query(
    `update measurement set plan_id = (select id from action_plan where id = any($1) limit 1) where id = any($1)`,
    [after],
  );
  await client.query("commit");
  client.release();
  every = await EveryMutation.make(world);
});
afterAll(() => world.stop());

/** The noun of every id that there is, or of these. */
async function knownIds(ids?: readonly string[]): Promise<Map<string, NounDefinition>> {
  const nouns = allNouns().filter(({ idColumn }) => idColumn === "id");
  const { rows } = await world.hub.sql.query<{ id: string; name: string }>(
    nouns
      .map(({ name, table }) => {
        const among = ids ? " where id::text = any($1)" : "";
        return `select id::text, '${name}' as name from "${table}"${among}`;
      })
      .join(" union all "),
    ids ? [ids] : [],
  );
  const byName = new Map(nouns.map((noun) => [noun.name, noun]));
  return new Map(rows.flatMap(({ id, name }) => [[id, byName.get(name) as NounDefinition]]));
}

/** The fields of a mutation's input that take ids of other things; a creation's own id is a new one. */
const idFields = (mutation: string) =>
  inputFieldsOf(mutation).filter(
    ({ name, type }) =>
      getNamedType(type).name === "ID" &&
      name.endsWith(name === "id" ? "id" : isListType(getNullableType(type)) ? "Ids" : "Id"),
  );

describe("An error about a hidden thing", () => {
  it("is asked for with a hidden thing of every kind", async () => {
    const seen = await world
      .visitor()
      .data<{ nodes: unknown[] }>("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", {
        ids: [...hidden.values()],
      } as never);
    expect(seen.nodes.every((node) => node === null)).toBe(true);
  });

  it.each(mutationNames)("is the one about an absent thing: %s", async (mutation) => {
    const client = await every.clientFor(mutation);
    const input = await every.of(mutation);
    const named = (name: string) => String([input[name]].flat()[0]);
    const known = await knownIds(idFields(mutation).map(({ name }) => named(name)));
    const isCreation = creatingMutations.includes(mutation);
    const attempts: Promise<void>[] = [];
    for (const field of idFields(mutation)) {
      if (field.name === "id" && isCreation) continue;
      const noun = known.get(named(field.name));
      const attempt = { client, mutation, input, field };
      if (!noun) left.push(attempt);
      else if (hidden.has(noun.name)) attempts.push(expectAbsent(attempt, [noun.name]));
      if (noun && field.name !== "id") learned.set(field.name, noun.name);
    }
    await Promise.all(attempts);
  });

  it("is the one about an absent thing, where an input may do without", async () => {
    for (const attempt of left) {
      const noun = learned.get(attempt.field.name);
      if (noun && !hidden.has(noun)) continue;
      await expectAbsent(attempt, noun ? [noun] : [...hidden.keys()]);
    }
  });
});

/** A field of a good input, in whose place an id of something hidden is sent. */
interface Attempt {
  client: CheckedClient;
  mutation: string;
  input: Input;
  field: GraphQLInputField;
}

/** Fields that good inputs leave out, for the end, when others have shown which noun they name. */
const left: Attempt[] = [];
const learned = new Map<string, string>();

async function expectAbsent(attempt: Attempt, nouns: readonly string[]): Promise<void> {
  const { client, mutation, input, field } = attempt;
  const isList = isListType(getNullableType(field.type));
  const answer = (id: string) =>
    refused(client, mutation, { ...input, [field.name]: isList ? [id] : id });
  const absent = await answer(newId());
  for (const noun of nouns) expect(await answer(hidden.get(noun) ?? "")).toEqual(absent);
}
