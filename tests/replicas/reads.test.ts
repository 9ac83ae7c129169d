import { setTimeout as delay } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from "@jest/globals";
import { print } from "graphql";
import { headStatement } from "../../src/ledger/index.js";
import { AnswerWriter } from "../../src/reading/planned/answer-writer.js";
import { levelAt } from "../testkit/doctor/places.js";
import { Follower } from "../testkit/faults/fed-nodes.js";
import { TestHub, testDatabase, testServer } from "../testkit/hub/index.js";
import { kasepuhan, organisationInput, write } from "../testkit/ledger/mutations.js";
import { DatabaseProxy } from "../testkit/postgres/database-proxy.js";
import { TextSocket } from "../testkit/protocol/text-socket.js";
import { queries, variablesOf } from "../testkit/reading/portal-documents.js";
import { TestPrimary, type TestReplica } from "../testkit/replicas/replicated.js";
import {
  replicasOf,
  steadily,
  tallied,
  tallyOf,
  untilReady,
  untilReplicas,
  untilState,
} from "../testkit/replicas/states.js";

const organisation = "query($id: ID!) { organisation(id: $id) { id } }";
const organisations = "{ organisations { totalCount } }";
const page =
  "{ actionPlans(first: 3) { nodes { title lead { name } actions { nodes { title } } } } }";
const view = "{ views(first: 1) { nodes { result { rows { cells { text } } } } } }";
const plan = '{ actionPlan(key: "kasepuhan-plan") { title version } }';

/** Nothing is answered from memory, no read waits, and no replica is dropped as late. */
const plain = {
  RESPONSE_CACHE_BYTES: "0",
  DATABASE_READ_WAIT_MS: "0",
  DATABASE_READ_LAG_MS: "3600000",
};

let primary: TestPrimary;
let replicas: [TestReplica, TestReplica];
/** A node that knows no replicas. */
let other: TestHub;
let hub: TestHub;
const hubs: TestHub[] = [];

const urls = () => replicas.map(({ url }) => url).join();

/** A further node, which is stopped after the test. */
async function node(env: Record<string, string>): Promise<TestHub> {
  const settings = { ...plain, DATABASE_READ_URLS: urls(), ...env };
  const started = await TestHub.start("sample", settings, primary.database);
  hubs.push(started);
  return started;
}

/** Resolves when a statement on a replica gives a row. */
async function untilRow(replica: TestReplica, statement: string): Promise<void> {
  while ((await replica.sql(statement)).length === 0) await delay(10);
}

beforeAll(async () => {
  primary = await TestPrimary.start();
  other = await TestHub.start("sample", { REMBUK_SAMPLE: "on" }, primary.database);
  replicas = [await primary.addReplica(), await primary.addReplica()];
  hub = await TestHub.start("sample", { ...plain, DATABASE_READ_URLS: urls() }, primary.database);
});
afterEach(async () => {
  for (const one of hubs.splice(0)) await one.stop();
});
afterAll(async () => {
  await hub?.stop();
  await other?.stop();
  await primary?.stop();
});

/** Creates an organisation at a node; gives its id and position. */
async function created(at: TestHub = other) {
  const input = organisationInput();
  const { position } = await write(await at.operator, "createOrganisation", input);
  return { id: input.id, position };
}

/** Reads an organisation, which must be there, at its position or later. */
async function reads(at: TestHub, { id, position }: { id: string; position: number }) {
  for (const client of [at.visitor, await at.operator]) {
    const given = client.with({ "rembuk-position": String(position) });
    const { data, extensions } = await given.ask<{ organisation: unknown }>(organisation, { id });
    expect(data).toEqual({ organisation: { id } });
    expect(extensions?.position).toBeGreaterThanOrEqual(position);
  }
}

describe("a planned read", () => {
  it("is answered by the replicas in turn, once they have what the node knows", async () => {
    const last = await created(hub);
    await untilReady(hub.url, [1, 2], last.position);
    const { ran, fell } = await steadily(hub, [1, 2], async () => {
      await reads(hub, last);
      await reads(hub, last);
    });
    expect(ran).toEqual({ 1: 2, 2: 2 });
    expect(fell).toEqual({});
  });

  it("is made of the rows of the replica's snapshot", async () => {
    const { position } = await created(hub);
    await untilReady(hub.url, [1, 2], position);
    const written = jest.spyOn(AnswerWriter.prototype, "answer");
    const { ran } = await steadily(hub, [1, 2], async () => {
      written.mockClear();
      const { data } = await hub.visitor.ask(page);
      expect(written).toHaveBeenCalledTimes(1);
      expect(data).toEqual(await other.visitor.data(page));
    });
    expect((ran[1] ?? 0) + (ran[2] ?? 0)).toBe(1);
    written.mockRestore();
  });

  it("is answered there as by the primary, byte for byte", async () => {
    const { position } = await created(hub);
    await untilReady(hub.url, [1, 2], position);
    for (const { document, operation } of queries) {
      const body = JSON.stringify({
        query: print(document),
        variables: variablesOf(operation),
        operationName: operation.name?.value,
      });
      const request = { method: "POST", headers: { "content-type": "application/json" }, body };
      const [there, here] = await Promise.all(
        [hub, other].map(async ({ url }) => (await fetch(url, request)).text()),
      );
      expect(there).toBe(here);
    }
  });

  it("goes there over a WebSocket too, for what its sender has seen", async () => {
    const socket = await TextSocket.open(hub, {});
    const { id, position } = await created(hub);
    await untilReady(hub.url, [1, 2], position);
    const { ran } = await steadily(hub, [1, 2], async () => {
      expect(JSON.parse(await socket.answer({ query: page })).data).toEqual(
        await other.visitor.data(page),
      );
    });
    expect((ran[1] ?? 0) + (ran[2] ?? 0)).toBe(1);
    for (const replica of replicas) await replica.pause();
    const last = await created(other);
    const extensions = { position: last.position };
    for (const variables of [{ id }, { id: last.id }]) {
      const text = await socket.answer({ query: organisation, variables, extensions });
      expect(JSON.parse(text).data).toEqual({ organisation: variables });
    }
    for (const replica of replicas) await replica.resume();
    socket.close();
  });

  it("goes there for a view's result and for the past too", async () => {
    const { position } = await created(hub);
    await untilReady(hub.url, [1, 2], position);
    const expected = await other.visitor.data(view);
    const { ran, fell } = await steadily(hub, [1, 2], async () => {
      expect(await hub.visitor.data(view)).toEqual(expected);
      const past = `query @asOf(position: ${position - 1}) ${organisations}`;
      expect((await hub.visitor.ask(past)).extensions?.position).toBe(position - 1);
    });
    // The statement of the list, that of the view's document, and that of the past.
    expect((ran[1] ?? 0) + (ran[2] ?? 0)).toBe(3);
    expect([ran.primary, fell]).toEqual([undefined, {}]);
  });

  it("shows a write of this node and of another, though no replica has it", async () => {
    for (const replica of replicas) await replica.pause();
    const { ran } = await tallied(hub, async () => {
      await reads(hub, await created(hub));
      await reads(hub, await created(other));
      const { id } = await created(hub);
      expect(await hub.visitor.data(organisation, { id })).toEqual({ organisation: { id } });
    });
    expect(ran).toEqual({ primary: 5 });
    for (const replica of replicas) await replica.resume();
  });

  it("has replicas that the doctor sees: whether they answer, and how far they are behind", async () => {
    const { url } = primary.database;
    expect(await levelAt("services.replicas", url, { DATABASE_READ_URLS: urls() })).toBe("ok");
    expect(await levelAt("activity.replication", url)).toBe("ok");
    await replicas[0].pause();
    await created(other);
    const strict = { bounds: { walBytes: 0 } };
    expect(await levelAt("activity.replication", url, {}, strict)).toBe("warning");
    await replicas[0].resume();
  });

  it("does not show to visitors what was hidden from them, though no replica knows", async () => {
    const shown = await hub.visitor.data<{ actionPlan: { version: number } }>(plan);
    for (const replica of replicas) await replica.pause();
    await (await hub.as(kasepuhan.coordinator)).data(
      `mutation($input: UpdateActionPlanInput!) { updateActionPlan(input: $input) { position } }`,
      {
        input: {
          id: kasepuhan.planId,
          expectedVersion: shown.actionPlan.version,
          visibility: "PARTICIPANTS",
        },
      },
    );
    expect(await hub.visitor.data(plan)).toEqual({ actionPlan: null });
    for (const replica of replicas) await replica.resume();
  });

  it("goes to the replica that has its position, where another one has not", async () => {
    await replicas[0].pause();
    const last = await created();
    await untilReady(hub.url, [2], last.position);
    const { ran } = await steadily(hub, [2], () => reads(hub, last));
    expect(ran).toEqual({ 2: 2 });
    await replicas[0].resume();
  });

  it("waits for a replica that has its position in a moment", async () => {
    const patient = await node({ DATABASE_READ_WAIT_MS: "60000" });
    const { ran, fell } = await steadily(patient, [1, 2], async () => {
      for (const replica of replicas) await replica.pause();
      const reading = reads(patient, await created(patient));
      for (const replica of replicas) {
        const looking = `select 1 from pg_stat_activity where application_name = 'rembuk-watch'
          and query = '${headStatement}'`;
        await Promise.race([untilRow(replica, looking), reading]);
        await replica.resume();
      }
      await reading;
    });
    expect((ran[1] ?? 0) + (ran[2] ?? 0)).toBe(2);
    expect(fell).toEqual({});
  });
});

describe("a replica", () => {
  it("is waited for no longer where it is late, and again once it is not", async () => {
    const strict = await node({ DATABASE_READ_LAG_MS: "100" });
    await untilReady(strict.url, [1, 2]);
    await replicas[0].pause();
    await created();
    await untilState(strict.url, 1, "late");
    await replicas[0].resume();
    const last = await created();
    await untilReady(strict.url, [1, 2], last.position);
  });

  it("that dies costs no client an answer, and is asked again when it is back", async () => {
    await untilReady(hub.url, [1, 2]);
    const ending = new AbortController();
    const failures: unknown[] = [];
    const reader = async () => {
      while (!ending.signal.aborted) {
        const { status, errors } = await hub.visitor.ask(organisations);
        if (status !== 200 || errors) failures.push(errors ?? status);
      }
    };
    const readers = Array.from({ length: 6 }, reader);
    await replicas[0].kill();
    await untilState(hub.url, 1, "away");
    const last = await created(hub);
    await reads(hub, last);
    await replicas[0].restart();
    await untilReady(hub.url, [1, 2], last.position);
    ending.abort();
    await Promise.all(readers);
    expect(failures).toEqual([]);
    await replicas[1].pause();
    await created();
    const { ran } = await steadily(hub, [1], async () => {
      const later = await created();
      await untilReady(hub.url, [1], later.position);
      await reads(hub, later);
    });
    expect(ran).toEqual({ 1: 2 });
    await replicas[1].resume();
  });

  it("that falls silent holds up no read for long", async () => {
    const proxy = await DatabaseProxy.to(replicas[0].url);
    const through = await node({ DATABASE_READ_URLS: proxy.url });
    await untilReady(through.url, [1]);
    await through.visitor.data(organisations);
    proxy.silence();
    await through.visitor.data(organisations);
    await untilState(through.url, 1, "away");
    proxy.restore();
    await untilReady(through.url, [1]);
    await through.stop();
    hubs.pop();
    await proxy.close();
  });

  it("is not asked where it is none: another database, or nobody", async () => {
    const [foreign, nobody] = [
      await testDatabase("sample"),
      "postgres://rembuk@127.0.0.1:1/rembuk",
    ];
    const given = [testServer(), foreign.url, nobody, replicas[1].url];
    const wrong = await node({ DATABASE_READ_URLS: given.join() });
    await untilState(wrong.url, 1, "refused");
    await untilState(wrong.url, 2, "refused");
    await untilState(wrong.url, 3, "away");
    await untilReady(wrong.url, [4]);
    const last = await created(wrong);
    const { ran } = await tallied(wrong, () => reads(wrong, last));
    expect(Object.keys(ran).filter((target) => !["4", "primary"].includes(target))).toEqual([]);
    await wrong.stop();
    hubs.pop();
    await foreign.drop();
  });

  it("is not asked once it is promoted, nor as the standby of another history", async () => {
    const third = await primary.addReplica();
    const watching = await node({ DATABASE_READ_URLS: third.url });
    await untilReady(watching.url, [1]);
    await third.sql("select pg_promote()");
    await untilState(watching.url, 1, "refused");
    expect((await replicasOf(watching.url))[0]?.reason).toBe("promoted");
    await third.sql(
      "set session_replication_role = replica; update ledger_head set hash = repeat('0', 64)",
    );
    await third.restartAsStandby();
    await untilReplicas(watching.url, ([only]) => only?.reason === "diverged");
    await reads(watching, await created(watching));
    expect((await tallyOf(watching)).ran[1]).toBeUndefined();
  });
});

describe("a statement on a replica", () => {
  const regions = "{ regions { totalCount } }";

  const hanging = `select pid from pg_stat_activity where wait_event = 'PgSleep'`;

  // Every read of regions hangs on a replica.
  beforeAll(() =>
    other.sql.query(`
      create function hanging_there() returns boolean language plpgsql stable as $$ begin
        if pg_is_in_recovery() then perform pg_sleep(3600); end if;
        return true;
      end $$;
      alter table region rename to region_row;
      create view region as select * from region_row where hanging_there()`),
  );
  afterAll(() =>
    other.sql.query(
      "drop view region; alter table region_row rename to region; drop function hanging_there",
    ),
  );

  it("that makes way for a change of the primary is run again there", async () => {
    const strict = await primary.addReplica({ max_standby_streaming_delay: "0" });
    const slow = { STATEMENT_TIMEOUT_MS: "3600000", VISITOR_STATEMENT_TIMEOUT_MS: "3600000" };
    const alone = await node({ DATABASE_READ_URLS: strict.url, ...slow });
    const last = await created(alone);
    await untilReady(alone.url, [1], last.position);
    const { ran, fell } = await steadily(alone, [1], async () => {
      const reading = alone.visitor.data(regions);
      await Promise.race([untilRow(strict, hanging), reading]);
      await other.sql.query("begin; lock table region in access exclusive mode; commit");
      await reading;
    });
    expect(ran).toEqual({ primary: 1 });
    expect(fell).toEqual({ conflict: 1 });
  });

  it("that takes too long is run again on the primary", async () => {
    const quick = await node({ VISITOR_STATEMENT_TIMEOUT_MS: "100" });
    await untilReady(quick.url, [1, 2]);
    const { fell } = await tallied(quick, () => quick.visitor.data(regions));
    expect(Object.keys(fell).filter((reason) => !["failed", "none"].includes(reason))).toEqual([]);
  });

  it("leaves the others to the primary, where it holds the client's connections", async () => {
    const slow = { STATEMENT_TIMEOUT_MS: "3600000", VISITOR_STATEMENT_TIMEOUT_MS: "3600000" };
    const busy = await node({ DATABASE_POOL_SIZE: "2", ...slow });
    const last = await created(busy);
    await untilReady(busy.url, [1, 2], last.position);
    const ask = () => busy.visitor.data(regions);
    const held = [ask(), ask()];
    for (const replica of replicas) {
      await Promise.race([untilRow(replica, hanging), Promise.all(held)]);
    }
    const { ran } = await tallied(busy, async () => {
      for (let turn = 0; turn < 5; turn += 1) await ask();
    });
    expect(ran).toEqual({ primary: 5 });
    for (const replica of replicas)
      await replica.sql(`select pg_cancel_backend(pid) from (${hanging}) as held`);
    await Promise.all(held);
  });
});

describe("a stream of a node with replicas", () => {
  /** The time for a change to come, on any machine. */
  const longMs = 500_000;

  it("is read from a replica that has the change", async () => {
    const patient = await node({ DATABASE_READ_WAIT_MS: "60000" });
    const follower = new Follower(patient.url, (await created(patient)).position);
    const { ran } = await steadily(patient, [1, 2], async () => {
      await follower.until((await created(patient)).position, longMs);
    });
    expect(Object.keys(ran).filter((target) => target !== "primary")).not.toEqual([]);
    await follower.stop();
  });

  it("has every change at once and in order, though replicas are behind, die and come back", async () => {
    const first = await created(hub);
    const follower = new Follower(hub.url, first.position);
    let last = first.position;
    const go = async () => {
      for (let turn = 0; turn < 3; turn += 1) last = (await created(hub)).position;
      await follower.until(last, longMs);
    };
    await go();
    for (const replica of replicas) await replica.pause();
    await go();
    await replicas[1].resume();
    await replicas[0].kill();
    await go();
    await replicas[0].restart();
    await untilReady(hub.url, [1, 2], last);
    await go();
    const all = Array.from({ length: last - first.position }, (_, at) => first.position + 1 + at);
    expect(follower.positions).toEqual(all);
    await follower.stop();
  });
});

describe("the response cache of a node with replicas", () => {
  it("never goes back behind a write, whichever replica answers", async () => {
    const caching = await node({ RESPONSE_CACHE_BYTES: "67108864", DATABASE_READ_WAIT_MS: "20" });
    await untilReady(caching.url, [1, 2]);
    const { totalCount: before } = (
      await caching.visitor.data<{ organisations: { totalCount: number } }>(organisations)
    ).organisations;
    let seen = 0;
    for (let turn = 1; turn <= 20; turn += 1) {
      if (turn === 5) await replicas[0].pause();
      if (turn === 10) await replicas[1].pause();
      if (turn === 15) await replicas[0].resume();
      const { position } = await created(caching);
      const asked = Array.from({ length: 4 }, () =>
        caching.visitor.ask<{ organisations: { totalCount: number } }>(organisations),
      );
      for (const { data, extensions } of await Promise.all(asked)) {
        expect(data?.organisations.totalCount).toBe(before + turn);
        expect(extensions?.position).toBeGreaterThanOrEqual(Math.max(position, seen));
      }
      seen = position;
    }
    await replicas[1].resume();
  });
});
