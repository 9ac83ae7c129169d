import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { allAssessmentMutations } from "../../src/domain/assessments/index.js";
import { commentMutations } from "../../src/domain/comments/index.js";
import type { UseCaseTable } from "../../src/domain/common/index.js";
import { inputFieldsOf } from "../../src/domain/common/inputs/presence.js";
import { allDeliberationMutations } from "../../src/domain/deliberations/index.js";
import { allEnterpriseMutations } from "../../src/domain/enterprises/index.js";
import { exportMutations } from "../../src/domain/exports/index.js";
import { allIndicatorMutations } from "../../src/domain/indicators/index.js";
import { allPlanMutations } from "../../src/domain/plans/index.js";
import { allProgrammeMutations } from "../../src/domain/programmes/index.js";
import { allStakeholderMutations } from "../../src/domain/stakeholders/index.js";
import { viewMutations } from "../../src/domain/views/index.js";
import { webhookMutations } from "../../src/domain/webhooks/index.js";
import { creatingMutations, type Input, refused, write } from "../testkit/mutations/documents.js";
import { EveryMutation } from "../testkit/mutations/every-mutation.js";
import { newId, World } from "../testkit/world/world.js";

let world: World;
let every: EveryMutation;
beforeAll(async () => {
  world = await World.start();
  every = await EveryMutation.make(world);
});
afterAll(() => world.stop());

const tables: readonly UseCaseTable[] = [
  ...[...allStakeholderMutations, ...allProgrammeMutations, ...allPlanMutations],
  ...[...allDeliberationMutations, ...allAssessmentMutations],
  ...[...allIndicatorMutations, ...allEnterpriseMutations],
  ...[commentMutations, viewMutations, exportMutations, webhookMutations],
];

/** The classes of the inputs, by mutation. */
const inputClasses = new Map(
  tables.flatMap((table) =>
    Object.values(table).map(({ operation, input }) => [operation, input] as const),
  ),
);

type Class = NonNullable<ReturnType<(typeof inputClasses)["get"]>>;

const isStructure = (value: unknown): value is Input =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Changes an input and the inputs in it. */
function changed(value: unknown, of: Class, change: (input: Input, of: Class) => Input): unknown {
  if (Array.isArray(value)) return value.map((item) => changed(item, of, change));
  if (!isStructure(value)) return value;
  const whole = change(value, of);
  for (const { name, type } of inputFieldsOf(of.prototype)) {
    const inner = type();
    if (typeof inner === "function" && name in whole)
      whole[name] = changed(whole[name], inner as Class, change);
  }
  return whole;
}

/** The input with each absent field given as `say` says it; undefined leaves it out. */
const filled =
  (say: (field: ReturnType<typeof inputFieldsOf>[number], input: Input) => unknown) =>
  (input: Input, of: Class): Input => {
    const said = inputFieldsOf(of.prototype)
      .filter(({ name }) => input[name] === undefined)
      .map((field) => [field.name, say(field, input)] as const);
    return { ...input, ...Object.fromEntries(said.filter(([, value]) => value !== undefined)) };
  };

const isList = ({ sameness, type }: ReturnType<typeof inputFieldsOf>[number]) =>
  sameness.isSet || /Sources?Input|AgendaItem|Option/.test(String((type() as Class).name));

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const turned = (value: unknown): unknown => {
  if (typeof value === "string") return uuid.test(value) ? value.toUpperCase() : value;
  return value;
};

/** Ways to say the same with more or other signs. */
const ways: readonly [string, (input: Input, of: Class) => Input][] = [
  ["null", filled(({ presence }) => (/nullable|defaulted/.test(presence) ? null : undefined))],
  ["[]", filled((field) => (field.presence === "defaulted" && isList(field) ? [] : undefined))],
  [
    "the default",
    filled(({ sameness: { initial } }, input) =>
      typeof initial === "function" ? initial(input) : initial,
    ),
  ],
  [
    "ids in capitals and fields in another order",
    (input) =>
      Object.fromEntries(
        Object.entries(input)
          .reverse()
          .map(([name, value]) => [name, Array.isArray(value) ? value.map(turned) : turned(value)]),
      ),
  ],
  [
    "sets in another order",
    (input, of) => {
      const sets = inputFieldsOf(of.prototype).filter(({ sameness }) => sameness.isSet);
      const lists = sets.flatMap(({ name }) => (Array.isArray(input[name]) ? [name] : []));
      const said = lists.map((name) => [name, [...(input[name] as unknown[])].reverse()]);
      return { ...input, ...Object.fromEntries(said) };
    },
  ],
];

async function creationOf(mutation: string) {
  const of = inputClasses.get(mutation);
  if (!of) throw new Error(`There is no mutation ${mutation}`);
  const client = await every.clientFor(mutation);
  const input: Input & { id: string } = { ...(await every.of(mutation)), id: newId() };
  return { of, client, input };
}

/** The values of a creation's fields, as the ledger has them. */
async function storedOf(id: string) {
  const { rows } = await world.hub.sql.query(
    "select diff from change where entity_id = $1 order by position limit 1",
    [id],
  );
  return (name: string): unknown => rows[0].diff[name]?.after ?? undefined;
}

/** A way that concerns the input itself, and not the inputs in it. */
const chose = "what the hub chose";

/** What a retry answers; a key's secret is shown once. */
const known = ({ id, position, version }: Awaited<ReturnType<typeof write>>) => ({
  ...{ id, position, version },
});

describe("A retry of a creation is the same request (rule 5)", () => {
  it.each(creatingMutations)(
    "%s, which says more than the first, the same in other signs, or what the hub chose",
    async (mutation) => {
      const { of, client, input } = await creationOf(mutation);
      const first = known(await write(client, mutation, input));
      const stored = await storedOf(input.id);
      const chosen = filled(({ name, presence }) =>
        presence === "defaulted" ? (stored(name) ?? stored(name.replace(/Id$/, ""))) : undefined,
      );
      for (const [way, change] of [...ways, [chose, chosen] as const]) {
        const again = await write(
          client,
          mutation,
          (way === chose ? change(input, of) : changed(input, of, change)) as Input,
        );
        expect([way, known(again)]).toEqual([way, first]);
      }
      for (const { name, sameness } of inputFieldsOf(of.prototype)) {
        const initial = typeof sameness.initial === "function" ? undefined : sameness.initial;
        if (initial !== undefined && !(name in input))
          expect([name, stored(name) ?? initial]).toEqual([name, initial]);
      }
    },
  );

  it.each(creatingMutations)("%s, which leaves out what the first said", async (mutation) => {
    const { of, client, input } = await creationOf(mutation);
    const full = ways.reduceRight<unknown>(
      (value, [, change]) => changed(value, of, change),
      input,
    );
    const first = known(await write(client, mutation, full as Input));
    expect(known(await write(client, mutation, input))).toEqual(first);
  });

  it("whose texts are in Unicode's other form", async () => {
    const { client, input } = await creationOf("addAction");
    const composed = { ...input, title: "Kafé Désa" };
    const first = await write(client, "addAction", composed);
    const again = { ...composed, title: composed.title.normalize("NFD") };
    expect(known(await write(client, "addAction", again))).toEqual(known(first));
  });

  it("whose instants have another offset", async () => {
    const { client, input } = await creationOf("issueApiKey");
    const at = new Date(Date.now() + 86_400_000);
    const local = new Date(at.getTime() + 7 * 3_600_000).toISOString().replace("Z", "+07:00");
    const first = await write(client, "issueApiKey", { ...input, expiresAt: at.toISOString() });
    const again = await write(client, "issueApiKey", { ...input, expiresAt: local });
    expect(known(again)).toEqual(known(first));
  });

  it("whose e-mail address is in capitals", async () => {
    const { client, input } = await creationOf("addMember");
    const first = await write(client, "addMember", input);
    const again = { ...input, email: String(input.email).toUpperCase() };
    expect(known(await write(client, "addMember", again))).toEqual(known(first));
  });

  it("but not one that says anything else", async () => {
    // The inputs that every suite shares say the visibility; here the request leaves it out.
    const { client, input: given } = await creationOf("createActionPlan");
    const { visibility: _, ...input } = given;
    await write(client, "createActionPlan", { ...input, visibility: "PUBLIC" });
    for (const other of [{}, { visibility: "PARTICIPANTS" }, { visibility: "ORGANISATION" }])
      expect((await refused(client, "createActionPlan", { ...input, ...other })).code).toBe(
        "CONFLICT",
      );
    const bare = { ...input, id: newId(), title: "Rencana lain" };
    await write(client, "createActionPlan", bare);
    for (const other of [{ key: "another-key" }, { summary: "x" }, { visibility: "PUBLIC" }])
      expect((await refused(client, "createActionPlan", { ...bare, ...other })).code).toBe(
        "CONFLICT",
      );
  });
});
