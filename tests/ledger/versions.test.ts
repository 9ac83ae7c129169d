import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type Answer, type GraphqlClient, TestHub } from "../testkit/hub/index.js";
import {
  actionInput,
  documents,
  kasepuhan,
  type Operation,
  organisationInput,
  type Written,
  write,
} from "../testkit/ledger/mutations.js";
import { holdHead, untilBlocked } from "../testkit/postgres/sessions.js";

const times = 10;

type Answers = Answer<{ written: Written }>[];

describe("changes of one noun at once", () => {
  let hub: TestHub;
  let coordinator: GraphqlClient;

  beforeAll(async () => {
    hub = await TestHub.start("sample", { DATABASE_POOL_SIZE: String(times) });
    coordinator = await hub.as(kasepuhan.coordinator);
  });
  afterAll(() => hub.stop());

  const newAction = async (): Promise<string> =>
    (await write(coordinator, "addAction", actionInput())).noun?.id ?? "";

  const changesOf = async (id: string) => {
    const { rows } = await hub.sql.query(
      "select operation, kind, position::int from change where entity_id = $1 order by position",
      [id],
    );
    return rows;
  };

  const stored = async (id: string) =>
    (await hub.sql.query("select * from action where id = $1", [id])).rows[0];

  /** Sends all, which wait for the first to commit, then releases the first. */
  async function atOnce(
    operation: Operation,
    inputs: readonly Record<string, unknown>[],
  ): Promise<Answers> {
    const held = await holdHead(hub.database.url);
    const answers = inputs.map((input) =>
      coordinator.ask<{ written: Written }>(documents[operation], { input }),
    );
    await untilBlocked(hub.database.url, inputs.length);
    await held.release();
    return Promise.all(answers);
  }

  const winnersOf = (answers: Answers) => answers.filter(({ errors }) => !errors);
  const refusalsOf = (answers: Answers) => answers.flatMap(({ errors }) => errors ?? []);

  it("let one of ten status changes through; the others get the new state", async () => {
    const id = await newAction();
    const input = { id, expectedVersion: 1, status: "IN_PROGRESS" };
    const answers = await atOnce("changeActionStatus", Array(times).fill(input));
    const winners = winnersOf(answers);
    expect(winners).toHaveLength(1);
    expect(winners[0]?.data?.written.noun).toEqual({ id, version: 2 });
    const refusals = refusalsOf(answers);
    expect(refusals).toHaveLength(times - 1);
    for (const { extensions } of refusals) {
      expect(extensions).toMatchObject({
        code: "CONFLICT",
        currentVersion: 2,
        fields: [{ path: "input.expectedVersion" }],
        current: { id, version: 2, status: "IN_PROGRESS", plan: kasepuhan.planId },
      });
    }
    expect(await changesOf(id)).toEqual([
      expect.objectContaining({ operation: "addAction" }),
      {
        operation: "changeActionStatus",
        kind: "UPDATED",
        position: winners[0]?.data?.written.position,
      },
    ]);
  });

  it("increase the version by one in every round, with one change for each", async () => {
    const id = await newAction();
    for (let round = 1; round <= 5; round += 1) {
      const inputs = Array.from({ length: times }, (_, n) => ({
        id,
        expectedVersion: round,
        title: `Putaran ${round}, penulis ${n}`,
      }));
      const answers = await atOnce("updateAction", inputs);
      const won = answers.findIndex(({ errors }) => !errors);
      expect(winnersOf(answers)).toHaveLength(1);
      expect(refusalsOf(answers)).toHaveLength(times - 1);
      expect(await stored(id)).toMatchObject({
        version: round + 1,
        title_text: { indonesian: `Putaran ${round}, penulis ${won}` },
      });
      expect(await changesOf(id)).toHaveLength(round + 1);
    }
  });

  it("conflict when different use cases change the same noun", async () => {
    const id = await newAction();
    const held = await holdHead(hub.database.url);
    const sent: [Operation, Record<string, unknown>][] = [
      ["updateAction", { id, expectedVersion: 1, title: "Judul baru" }],
      ["changeActionStatus", { id, expectedVersion: 1, status: "IN_PROGRESS" }],
      ["reportProgress", { actionId: id, expectedVersion: 1, progress: 30 }],
    ];
    const answers = sent.map(([operation, input]) =>
      coordinator.ask<{ written: Written }>(documents[operation], { input }),
    );
    await untilBlocked(hub.database.url, sent.length);
    await held.release();
    const refusals = refusalsOf(await Promise.all(answers));
    expect(refusals.map(({ extensions }) => extensions.code)).toEqual(["CONFLICT", "CONFLICT"]);
    expect(await stored(id)).toMatchObject({ version: 2 });
    expect(await changesOf(id)).toHaveLength(2);
    const { rows } = await hub.sql.query(
      "select count(*)::int as n from progress_update u join action a on a.id = u.action_id where a.id = $1 and a.progress <> u.progress",
      [id],
    );
    expect(rows).toEqual([{ n: 0 }]);
  });

  it("remove a noun once, with one change, however many remove it", async () => {
    const organisation = await write(await hub.operator, "createOrganisation", organisationInput());
    const id = randomUUID();
    await write(coordinator, "addParticipant", {
      id,
      planId: kasepuhan.planId,
      organisationId: organisation.noun?.id,
      role: "FUNDING",
    });
    const removal = `mutation($input: RemovalInput!) {
      removeParticipant(input: $input) { position removedId }
    }`;
    const held = await holdHead(hub.database.url);
    const answers = Array.from({ length: times }, () =>
      coordinator.ask(removal, { input: { id, expectedVersion: 1 } }),
    );
    await untilBlocked(hub.database.url, times);
    await held.release();
    const errors = (await Promise.all(answers)).flatMap((answer) => answer.errors ?? []);
    expect((await changesOf(id)).map(({ kind }) => kind)).toEqual(["CREATED", "DELETED"]);
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(
      Array(times - 1).fill("NOT_FOUND"),
    );
  });
});
