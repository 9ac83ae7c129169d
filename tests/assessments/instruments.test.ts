import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  publishedInstrument,
  shortOne,
  TestAssessment,
  words,
} from "../testkit/assessments/test-assessment.js";
import type { CheckedClient } from "../testkit/hub/checked-client.js";
import { TestHub } from "../testkit/hub/index.js";
import { documentOf, refused, type Written, write } from "../testkit/mutations/documents.js";
import { newId, type Party, World } from "../testkit/world/world.js";

type Input = Record<string, unknown>;

let world: World;
let owner: Party;
let other: Party;
let writer: CheckedClient;
let plan: Written;

beforeAll(async () => {
  world = await World.start();
  owner = await world.organisation();
  other = await world.organisation();
  writer = await world.member(owner, "ASSESSOR");
  plan = await world.plan(await world.programme(other), other);
});
afterAll(() => world.stop());

const drafting = (more: Input = {}): Input => ({
  ...{ id: newId(), key: world.unique("angket"), ownerId: owner.id },
  ...shortOne(),
  ...more,
});

const draft = (more: Input = {}) => write(writer, "draftInstrument", drafting(more));

const step = (
  mutation: string,
  { id }: { id: string },
  expectedVersion: number,
  more: Input = {},
) => write(writer, mutation, { id, expectedVersion, ...more });

async function shown<T>(id: string, fields: string, client = writer): Promise<T | null> {
  const { node } = await client.data<{ node: T | null }>(
    `query ($id: ID!) { node(id: $id) { ... on Instrument { ${fields} } } }`,
    { id } as never,
  );
  return node;
}

const at = (number: number, rest = "") => `input.sections.0.questions.${number}${rest}`;

describe("An instrument comes in editions", () => {
  it("of which one at a time is a draft, each later one with the next number", async () => {
    const key = world.unique("angket");
    const first = await draft({ key });
    const again = await world.unchangedBy(() =>
      refused(writer, "draftInstrument", drafting({ key })),
    );
    expect([again.code, again.paths]).toEqual(["CONFLICT", ["input.key"]]);
    await step("publishInstrument", first, 1);
    const second = await draft({ key });
    await step("publishInstrument", second, 1);
    await step("retireInstrument", first, 2);
    const third = await draft({ key });
    const editions = await Promise.all(
      [first, second, third].map(({ id }) => shown(id, "edition status")),
    );
    expect(editions).toEqual([
      { edition: 1, status: "RETIRED" },
      { edition: 2, status: "PUBLISHED" },
      { edition: 3, status: "DRAFT" },
    ]);
  });

  it("all of one owner", async () => {
    const key = world.unique("angket");
    await step("publishInstrument", await draft({ key }), 1);
    const stranger = await world.member(other, "ASSESSOR");
    const found = await refused(stranger, "draftInstrument", drafting({ key, ownerId: other.id }));
    expect([found.code, found.paths]).toEqual(["BAD_USER_INPUT", ["input.key"]]);
    const taken = await refused(
      stranger,
      "draftInstrument",
      drafting({ key: "asset-pentagon", ownerId: other.id }),
    );
    expect(taken.paths).toEqual(["input.key"]);
  });

  it("two at once become one draft", async () => {
    const key = world.unique("angket");
    const tries = [1, 2, 3].map(() =>
      writer.ask(documentOf("draftInstrument"), { input: drafting({ key }) } as never),
    );
    const codes = (await Promise.all(tries)).map(
      ({ errors }) => errors?.[0]?.extensions.code ?? "done",
    );
    expect(codes.sort()).toEqual(["CONFLICT", "CONFLICT", "done"]);
  });

  it("the operator's have no owner, and the asset pentagon is one of them", async () => {
    const operator = await world.operator;
    const own = await write(operator, "draftInstrument", drafting({ ownerId: null }));
    await write(operator, "publishInstrument", { id: own.id, expectedVersion: 1 });
    interface Shown {
      instruments: {
        nodes: {
          key: string;
          owner: null;
          dimensions: string[];
          sections: { questions: { dimension: string | null }[] }[];
        }[];
      };
    }
    const { instruments } = await world
      .visitor()
      .data<Shown>(
        '{ instruments(where: { key: { eq: "asset-pentagon" } }) { nodes { key owner { key } dimensions sections { questions { dimension } } } } }',
      );
    const [pentagon] = instruments.nodes;
    expect(pentagon?.owner).toBeNull();
    expect(pentagon?.dimensions).toEqual(["HUMAN", "SOCIAL", "NATURAL", "PHYSICAL", "FINANCIAL"]);
    for (const dimension of pentagon?.dimensions ?? []) {
      const asked = pentagon?.sections.flatMap(({ questions }) => questions) ?? [];
      expect(asked.filter((one) => one.dimension === dimension).length).toBeGreaterThan(3);
    }
  });
});

/** As the domain says: draft, published, retired. */
const drawn: Record<string, string[]> = {
  DRAFT: ["PUBLISHED"],
  PUBLISHED: ["RETIRED"],
  RETIRED: [],
};
const verbs = { PUBLISHED: "publishInstrument", RETIRED: "retireInstrument" };

describe("The lifecycle of Instrument", () => {
  it.each(Object.keys(drawn))("allows and refuses from %s as it is drawn", async (from) => {
    for (const [to, verb] of Object.entries(verbs)) {
      const { id } = await draft();
      for (const state of Object.keys(drawn).slice(1, Object.keys(drawn).indexOf(from) + 1)) {
        await write(writer, verbs[state as "RETIRED"], { id, ...(await versionOf(id)) });
      }
      const input = { id, ...(await versionOf(id)) };
      if (drawn[from]?.includes(to)) {
        await write(writer, verb, input);
        expect(await shown(id, "status")).toEqual({ status: to });
      } else {
        const found = await world.unchangedBy(() => refused(writer, verb, input));
        expect(found.error.extensions).toMatchObject({
          ...{ code: "INVALID_TRANSITION", from, to, allowed: drawn[from] },
        });
      }
    }
  });

  const versionOf = async (id: string) => ({
    expectedVersion: (await world.seen("instrument", id)).version,
  });

  it("a draft is revised, what is absent stays, and is sound still", async () => {
    const made = await draft();
    await step("reviseInstrument", made, 1, { title: words("Baru"), formula: "MINIMUM" });
    expect(await shown(made.id, "title formula dimensions")).toEqual({
      ...{ title: "Baru", formula: "MINIMUM", dimensions: ["A"] },
    });
    const input = { id: made.id, expectedVersion: 2, dimensions: [] };
    const found = await world.unchangedBy(() => refused(writer, "reviseInstrument", input));
    expect(found.paths).toEqual([at(0, ".dimension"), at(1, ".dimension")]);
  });

  it("what was published never changes, by the API or past it", async () => {
    const { id } = await publishedInstrument(world, owner);
    const input = { id, expectedVersion: 2, title: { indonesian: "Lain" } };
    const found = await world.unchangedBy(() => refused(writer, "reviseInstrument", input));
    expect(found.error.extensions).toMatchObject({
      ...{ code: "INVALID_TRANSITION", from: "PUBLISHED", allowed: ["RETIRED"] },
    });
    for (const [change, code] of [
      ["update instrument set sections = '[]' where id = $1", "RB003"],
      ["update instrument set formula = 'MINIMUM' where id = $1", "RB003"],
      ["update instrument set status = 'DRAFT' where id = $1", "RB003"],
      ["update instrument set status = 'RETIRED', title_text = '{}' where id = $1", "RB003"],
      ["delete from instrument where id = $1", "RB003"],
      // What may be done, is done by use cases alone.
      ["update instrument set status = 'RETIRED' where id = $1", "RB001"],
    ] as const) {
      await expect(world.hub.sql.query(change, [id])).rejects.toMatchObject({ code });
    }
    await step("retireInstrument", { id }, 2);
    await expect(
      world.hub.sql.query("update instrument set status = 'PUBLISHED' where id = $1", [id]),
    ).rejects.toMatchObject({ code: "RB003" });
  });

  it("a draft is its owner's, what was published everybody's", async () => {
    const { id } = await draft();
    const outside = [world.visitor(), await world.member(other, "ADMIN"), await world.operator];
    for (const client of outside) expect(await shown(id, "id", client)).toBeNull();
    expect(await shown(id, "id", await world.member(owner, "VIEWER"))).toEqual({ id });
    await step("publishInstrument", { id }, 1);
    for (const client of outside) expect(await shown(id, "id", client)).toEqual({ id });
  });

  it("only what is published begins an assessment; one that is retired lets those go on", async () => {
    const made = await draft();
    const setting = { university: owner, owner: other, subject: { planId: plan.id } };
    const begin = () => TestAssessment.offered(world, { ...setting, instrument: made });
    await expect(begin()).rejects.toThrow("is not published");
    await step("publishInstrument", made, 1);
    const assessment = await begin();
    await step("retireInstrument", made, 2);
    await expect(begin()).rejects.toThrow("is not published");
    await (await assessment.submitted()).publish();
    expect(await assessment.shown("status")).toEqual({ status: "PUBLISHED" });
  });

  it("what comes with the hub is published by the next start, where one was cut short before", async () => {
    const { sql, database } = world.hub;
    // As it is after the draft was made and before it was published.
    await sql.query(`do $$ begin
      set local session_replication_role = replica;
      update instrument set status = 'DRAFT', version = 1 where key = 'asset-pentagon';
    end $$`);
    const node = await TestHub.start("regions", {}, database);
    await node.stop();
    const { rows } = await sql.query(
      "select status, version from instrument where key = 'asset-pentagon'",
    );
    expect(rows).toEqual([{ status: "PUBLISHED", version: 2 }]);
  });
});
