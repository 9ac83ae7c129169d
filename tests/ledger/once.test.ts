import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type GraphqlClient, TestHub } from "../testkit/hub/index.js";
import {
  actionInput,
  documents,
  kasepuhan,
  memberInput,
  type Operation,
  organisationInput,
  pledgeInput,
  type Written,
  write,
} from "../testkit/ledger/mutations.js";
import { hold, holdHead, untilBlocked } from "../testkit/postgres/sessions.js";

const times = 10;

type Input = Record<string, unknown> & { id: string };

/** A creating mutation, its sender, and a change that makes it a different creation. */
interface Creation {
  operation: Operation;
  requester: string;
  /** An input with a new id. */
  input(): Promise<Input> | Input;
  /** Different content, which makes the same id a conflict. */
  other: Record<string, unknown>;
  /** Number of changes that it makes. */
  changes: number;
}

const operator = "operator@rembuk.example";

describe("a creation that is retried", () => {
  let hub: TestHub;
  let coordinator: GraphqlClient;

  beforeAll(async () => {
    hub = await TestHub.start("sample", { DATABASE_POOL_SIZE: String(times) });
    coordinator = await hub.as(kasepuhan.coordinator);
  });
  afterAll(() => hub.stop());

  const newAction = async (): Promise<string> =>
    (await write(coordinator, "addAction", actionInput())).noun?.id ?? "";

  const newOrganisation = async (): Promise<string> =>
    (await write(await hub.operator, "createOrganisation", organisationInput())).noun?.id ?? "";

  const creations: Creation[] = [
    {
      operation: "createOrganisation",
      requester: operator,
      input: organisationInput,
      other: { name: "Nama lain" },
      changes: 1,
    },
    {
      operation: "addMember",
      requester: operator,
      input: memberInput,
      other: { role: "CONTRIBUTOR" },
      changes: 2,
    },
    {
      operation: "addAction",
      requester: kasepuhan.coordinator,
      input: actionInput,
      other: { title: "Judul lain" },
      changes: 1,
    },
    {
      operation: "addParticipant",
      requester: kasepuhan.coordinator,
      input: async () => ({
        id: randomUUID(),
        planId: kasepuhan.planId,
        organisationId: await newOrganisation(),
        role: "FUNDING",
      }),
      other: { role: "ACCOUNTABLE" },
      changes: 1,
    },
    {
      operation: "reportProgress",
      requester: kasepuhan.coordinator,
      input: async () => ({
        id: randomUUID(),
        actionId: await newAction(),
        expectedVersion: 1,
        progress: 40,
      }),
      other: { progress: 41 },
      changes: 2,
    },
    {
      operation: "pledgeContribution",
      requester: kasepuhan.coordinator,
      input: async () => pledgeInput(await newAction()),
      other: { quantity: 11 },
      changes: 1,
    },
    {
      operation: "issueApiKey",
      requester: "admin@disnaker-lebak.example",
      input: () => ({
        id: randomUUID(),
        organisationId: kasepuhan.leadId,
        name: "Portal Lebak",
        scopes: ["READ"],
        expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
      }),
      other: { name: "Portal lain" },
      changes: 1,
    },
  ];

  const head = async (): Promise<number> =>
    (await hub.sql.query("select position::int from ledger_head")).rows[0].position;

  const creationsOf = async (id: string): Promise<{ position: number }[]> => {
    const { rows } = await hub.sql.query(
      "select position::int from change where entity_id = $1 and kind = 'CREATED'",
      [id],
    );
    return rows;
  };

  /** Sends the same mutation ten times; all write before the first one commits. */
  async function sentAtOnce({ operation }: Creation, client: GraphqlClient, input: Input) {
    const held = await holdHead(hub.database.url);
    const answers = Array.from({ length: times }, () =>
      client.data<{ written: Written & { secret?: string | null } }>(documents[operation], {
        input,
      }),
    );
    await untilBlocked(hub.database.url, times);
    await held.release();
    return (await Promise.all(answers)).map(({ written }) => written);
  }

  it.each(creations)(
    "$operation ten times at once happens once, and all ten get the same answer",
    async (creation) => {
      const client = await hub.as(creation.requester);
      const input = await creation.input();
      const before = await head();
      const answers = await sentAtOnce(creation, client, input);
      const [first] = await creationsOf(input.id);
      const results = answers.map(({ secret: _, ...written }) => written);
      expect(await creationsOf(input.id)).toHaveLength(1);
      expect(await head()).toBe(before + creation.changes);
      expect(results).toEqual(answers.map(() => results[0]));
      expect(results[0]).toMatchObject({ noun: { id: input.id } });
      expect(first?.position).toBeGreaterThan(before);
      expect(first?.position).toBeLessThanOrEqual(results[0]?.position ?? 0);
      const secrets = answers.filter(({ secret }) => typeof secret === "string");
      expect(secrets).toHaveLength(creation.operation === "issueApiKey" ? 1 : 0);
      const later = await write(client, creation.operation, input);
      expect(later).toMatchObject(results[0] ?? {});
    },
  );

  it.each(creations)(
    "$operation with other content or by another requester is a conflict",
    async (creation) => {
      const client = await hub.as(creation.requester);
      const input = await creation.input();
      await write(client, creation.operation, input);
      const before = await head();
      const stranger = await hub.as("coordinator@kemnaker.example");
      const document = documents[creation.operation];
      const conflict = { extensions: { code: "CONFLICT", fields: [{ path: "input.id" }] } };
      const changed = { input: { ...input, ...creation.other } };
      expect(await client.error(document, changed)).toMatchObject(conflict);
      expect(await stranger.error(document, { input })).toMatchObject(conflict);
      expect(await head()).toBe(before);
    },
  );

  it("gets the first answer although it checked before the first commit and read after it", async () => {
    const actionId = await newAction();
    const input = { id: randomUUID(), actionId, expectedVersion: 1, progress: 40 };
    const url = hub.database.url;
    const held = await holdHead(url);
    const first = write(coordinator, "reportProgress", input);
    await untilBlocked(url, 1);
    // Waits for the first to commit; later requests for the table wait behind it.
    const queue = hold(url, "lock table action in access exclusive mode");
    await untilBlocked(url, 2);
    const second = write(coordinator, "reportProgress", input);
    await untilBlocked(url, 3);
    await held.release();
    await (await queue).release();
    expect(await second).toEqual(await first);
    expect(await creationsOf(input.id)).toHaveLength(1);
  });
});

describe("different creations at once", () => {
  let hub: TestHub;
  let asOperator: GraphqlClient;

  beforeAll(async () => {
    hub = await TestHub.start("sample", { DATABASE_POOL_SIZE: String(times) });
    asOperator = await hub.operator;
  });
  afterAll(() => hub.stop());

  /** The answers to inputs that all write before the first one commits. */
  async function atOnce(operation: Operation, inputs: readonly Input[]) {
    const held = await holdHead(hub.database.url);
    const answers = inputs.map((input) =>
      asOperator.ask<{ written: Written }>(documents[operation], { input }),
    );
    await untilBlocked(hub.database.url, inputs.length);
    await held.release();
    return Promise.all(answers);
  }

  it("make one person of one e-mail address", async () => {
    const email = `${randomUUID()}@warga.example`;
    const roles = ["VIEWER", "CONTRIBUTOR", "COORDINATOR", "ADMIN"];
    const answers = await atOnce(
      "addMember",
      roles.map((role) => ({ ...memberInput(), email, role })),
    );
    expect(answers.map(({ errors }) => errors)).toEqual(roles.map(() => undefined));
    const { rows } = await hub.sql.query(
      `select count(distinct u.id)::int as people, count(*)::int as roles
       from membership m join user_account u on u.id = m.user_id where u.email = $1`,
      [email],
    );
    expect(rows).toEqual([{ people: 1, roles: roles.length }]);
  });

  it("give each of several namesakes a key of its own", async () => {
    const name = `Karya Bersama ${randomUUID()}`;
    const inputs = Array.from({ length: 4 }, () => ({ ...organisationInput(), name }));
    const answers = await atOnce("createOrganisation", inputs);
    expect(answers.map(({ errors }) => errors)).toEqual(inputs.map(() => undefined));
  });

  it("let one have a key that several request, and tell the others which field to change", async () => {
    const key = `kunci-${randomUUID().slice(0, 8)}`;
    const inputs = Array.from({ length: 4 }, () => ({ ...organisationInput(), key }));
    const answers = await atOnce("createOrganisation", inputs);
    const errors = answers.flatMap((answer) => answer.errors ?? []);
    expect(errors.map(({ extensions }) => extensions)).toEqual(
      Array.from({ length: 3 }, () => ({
        code: "BAD_USER_INPUT",
        fields: [{ path: "input.key", message: "is taken" }],
      })),
    );
  });
});
