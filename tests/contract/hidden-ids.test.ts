import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { getNamedType, getNullableType, isListType } from "graphql";
import { allNouns, type NounDefinition, seenByAll } from "../../src/reading/index.js";
import {
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
  const before = await knownIds();
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
}, 60_000);
afterAll(() => world.stop());

/** The noun of every id that there is. */
async function knownIds(): Promise<Map<string, NounDefinition>> {
  const nouns = allNouns().filter(({ idColumn }) => idColumn === "id");
  const { rows } = await world.hub.sql.query<{ id: string; name: string }>(
    nouns
      .map(({ name, table }) => `select id::text, '${name}' as name from "${table}"`)
      .join(" union all "),
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
    const known = await knownIds();
    const isCreation = !("expectedVersion" in input) || mutation === "reportProgress";
    for (const { name, type } of idFields(mutation)) {
      if (name === "id" && isCreation) continue;
      const given = [input[name]].flat()[0];
      const noun = known.get(String(given));
      if (noun && !hidden.has(noun.name)) continue;
      const isList = isListType(getNullableType(type));
      const withId = (id: string): Input => ({ ...input, [name]: isList ? [id] : id });
      const absent = await refused(client, mutation, withId(newId()));
      const among = noun ? [hidden.get(noun.name) ?? ""] : [...hidden.values()];
      for (const id of among) {
        expect(await refused(client, mutation, withId(id))).toEqual(absent);
      }
    }
  });
});
