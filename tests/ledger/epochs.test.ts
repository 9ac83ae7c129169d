import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Client } from "graphql-ws";
import { newEpoch, recogniseLedger, verifyLedger } from "../../src/ledger/index.js";
import { parseConfig } from "../../src/platform/config.js";
import { openFileStore } from "../../src/platform/files/index.js";
import { subscribe, testFolder } from "../testkit/hub/index.js";
import { runProgram } from "../testkit/hub/run-program.js";
import { organisationInput, write } from "../testkit/ledger/mutations.js";
import { olderCopy } from "../testkit/ledger/restored.js";
import { documents, LiveWorld, watch } from "../testkit/live/live-world.js";
import { manifestSetting, poll, pollSearch } from "../testkit/live/poller.js";
import {
  behindTheGuards,
  type OpenLedger,
  openLedger,
  ownerSettings,
} from "../testkit/postgres/sessions.js";

/** The refusal of a position that only the lost past had; `common` is the last one before that. */
const restored = (common: number) => ({
  code: "CURSOR_EXPIRED",
  reason: "LEDGER_RESTORED",
  retainedFrom: common,
});

const page = "query ($after: String) { changes(first: 2, after: $after) { nodes { position } } }";
const followed = "subscription Followed($after: Position) { changes(after: $after) { position } }";

/** The cursor of `page` at a position. */
const cursorAt = (order: string, position: number): string =>
  Buffer.from(JSON.stringify([order, String(position)])).toString("base64url");

describe("A ledger that was restored under a running hub", () => {
  let world: LiveWorld;
  let open: OpenLedger;
  let visitor: Client;
  /** The end of the older copy, and a position of the past that was lost. */
  let common: number;
  let lost: number;
  /** The place of the first line of the new epoch. */
  let begun: number;
  let refusals: unknown[];
  let answers: { before: string; after: string };
  let member: { email: string };
  let roles: string[][];
  /** The number of plans, as a live query said it before and after. */
  let counts: (number | undefined)[];

  const titles = "{ actionPlans(first: 1) { nodes { title } totalCount } }";

  beforeAll(async () => {
    world = await LiveWorld.start(manifestSetting(followed));
    const { hub } = world;
    const copy = await olderCopy(hub.database.url, "sample");
    visitor = await world.socket();
    const plan = await world.plan();
    member = await world.member("kemnaker", "ADMIN");
    const streams = [
      watch(visitor, { after: plan.position - 1 }),
      watch(visitor, { id: plan.id, after: plan.position - 1 }, documents.plan),
    ];
    const live = subscribe<{ live: { answer: { actionPlans: { totalCount: number } } } }>(
      visitor,
      "subscription { live { position answer { actionPlans { totalCount } } } }",
    );
    const count = async () => (await live.next()).data?.live.answer.actionPlans.totalCount;
    const counted = await count();
    const last = await world.retitle(plan);
    for (const stream of streams) await stream.upTo(last.position);
    roles = await rolesOf(member.email);
    // Answered from the cache the second time.
    const before = JSON.stringify([await hub.visitor.data(titles), await hub.visitor.data(titles)]);
    await copy.restore();
    counts = [counted, await count()];
    await live.stop();
    refusals = await Promise.all(streams.map((stream) => stream.refusal()));
    const after = JSON.stringify([await hub.visitor.data(titles), await hub.visitor.data(titles)]);
    answers = { before, after };
    open = await openLedger(hub.database.url);
    ({ common, begun } = await ends());
    lost = last.position;
  });
  afterAll(async () => {
    await open.close();
    await world.stop();
  });

  const rolesOf = async (email: string): Promise<string[][]> => {
    const { viewer } = await (await world.hub.as(email)).data<{
      viewer: { memberships: { roles: string[] }[] };
    }>("{ viewer { memberships { roles } } }");
    return viewer.memberships.map((membership) => membership.roles);
  };
  const ends = async (): Promise<{ common: number; begun: number; head: number }> => {
    const { rows } = await world.hub.sql.query(
      `select position::float8 as head, (forks->-1->>'after')::float8 as common,
        (forks->-1->>'resumed')::float8 + 1 as begun from ledger_head`,
    );
    return rows[0];
  };

  it("ends the streams of those who have seen what is lost, and says why", () => {
    expect(lost).toBeGreaterThan(common);
    expect(refusals).toEqual([restored(common), restored(common)].map(expect.objectContaining));
  });

  it("is not answered for from what was cached before", () => {
    expect(answers.before).not.toBe(answers.after);
  });

  it("is read again for live queries, which go on", () => {
    expect(counts[1]).toBe(Number(counts[0]) - 1);
  });

  it("goes on at a position that no lost line had, with a line that says so, and its chain is whole", async () => {
    expect(begun).toBeGreaterThan(lost + 1_000_000);
    const { rows } = await world.hub.sql.query(
      "select entity, operation, diff from change where position = $1",
      [begun],
    );
    expect(rows).toEqual([
      {
        entity: "LedgerEpoch",
        operation: "newEpoch",
        diff: {
          follows: { before: null, after: common },
          reason: { before: null, after: "BEHIND" },
        },
      },
    ]);
    expect(await verifyLedger(open.orm.em.fork())).toMatchObject({ whole: true });
  });

  it("knows no role that was given in the lost past", async () => {
    expect(roles).toEqual([["ADMIN"]]);
    expect(await rolesOf(member.email)).toEqual([]);
  });

  describe("and has grown past a position of the lost past", () => {
    const asked: Record<string, (position: number) => Promise<unknown>> = {
      "a stream after it": (after) => watch(visitor, { after }).refusal(),
      "a stream of events after it": async (after) => {
        const address = `${world.hub.url}?query=${encodeURIComponent("subscription { changes { position } }")}`;
        const headers = { accept: "text/event-stream", "last-event-id": String(after) };
        const text = await (await fetch(address, { headers })).text();
        return JSON.parse(/data: (.*)/.exec(text)?.[1] ?? "{}").errors[0].extensions;
      },
      "a poll after it": async (after) => {
        const { status, body } = await poll(
          `${world.hub.url}${pollSearch(followed, {}, { after: String(after), live: "true" })}`,
        );
        return { status, ...body.errors?.[0]?.extensions };
      },
      "a page after it": async (position) => {
        const { changes } = await world.hub.visitor.data<{
          changes: { pageInfo: { startCursor: string } };
        }>("{ changes(first: 1) { pageInfo { startCursor } } }");
        const { startCursor } = changes.pageInfo;
        const [order] = JSON.parse(Buffer.from(startCursor, "base64url").toString());
        const { extensions } = await world.hub.visitor.error(page, {
          after: cursorAt(order, position),
        });
        return extensions;
      },
      "a filter from it": async (position) =>
        (
          await world.hub.visitor.error(
            `{ changes(where: { position: { gte: ${position} } }) { nodes { position } } }`,
          )
        ).extensions,
      "a read as of it": async (position) =>
        (
          await world.hub.visitor.error(
            `query @asOf(position: ${position}) { actionPlans { totalCount } }`,
          )
        ).extensions,
    };

    beforeAll(async () => {
      await world.join("baru@rembuk.example", "kemnaker", "VIEWER");
    });

    it.each(Object.keys(asked))("refuses %s, and says that it was restored", async (way) => {
      for (const position of [common + 1, lost, begun - 2]) {
        const refusal = await asked[way]?.(position);
        expect(refusal).toMatchObject(restored(common));
        if (way === "a poll after it") expect(refusal).toMatchObject({ status: 410 });
      }
    });

    it("lets those resume who have seen nothing that is lost, and loses nothing for them", async () => {
      const { position } = await write(world.operator, "createOrganisation", organisationInput());
      for (const after of [common, begun - 1, begun]) {
        const stream = watch(visitor, { after });
        const [first] = await stream.upTo(position);
        expect(first?.position).toBeGreaterThan(begun);
        await stream.stop();
      }
    });
  });
});

describe("A ledger that is found by another server", () => {
  let world: LiveWorld;
  let open: OpenLedger;

  beforeAll(async () => {
    world = await LiveWorld.start();
    open = await openLedger(world.hub.database.url);
  });
  afterAll(async () => {
    await open.close();
    await world.stop();
  });

  const database = () => open.orm.em.getKysely();
  const operations = async (after: number): Promise<string[]> => {
    const { rows } = await world.hub.sql.query(
      "select coalesce(diff->'reason'->>'after', operation) as operation from change where position > $1 order by position",
      [after],
    );
    return rows.map(({ operation }) => operation);
  };
  const head = async (): Promise<number> =>
    (await world.hub.sql.query("select position::float8 from ledger_head")).rows[0].position;
  const environment = () => ({
    NODE_ENV: "test",
    ...ownerSettings(world.hub.database.url),
    REMBUK_DATA: testFolder(),
  });
  const setHead = (text: string) =>
    behindTheGuards(world.hub.database.url, `update ledger_head set ${text}`);

  it("goes on where it was after a restart, and takes note of the server", async () => {
    const before = await head();
    await setHead("server_start = '-infinity'");
    await world.plan();
    expect(await operations(before)).toEqual(["createActionPlan"]);
    const { rows } = await world.hub.sql.query(
      "select server_start = pg_postmaster_start_time() as noted from ledger_head",
    );
    expect(rows).toEqual([{ noted: true }]);
  });

  it("begins an epoch with the first write, where the server is another one or went back in time", async () => {
    const before = await head();
    await setHead("server_start = '-infinity', mark = 'another cluster'");
    await world.plan();
    expect(await operations(before)).toEqual(["MOVED", "createActionPlan"]);
    expect(await verifyLedger(open.orm.em.fork())).toMatchObject({ whole: true });
  });

  it("begins one at a hub's start, or by the command, and loses nothing that was not lost", async () => {
    const before = await head();
    await setHead("mark = 'another cluster'");
    const stream = watch(await world.socket(), { after: before });
    const begun = await recogniseLedger(database());
    expect(begun).toBeGreaterThan(before + 1);
    expect(await recogniseLedger(database())).toBe(begun);
    const said = await runProgram("cli", ["ledger", "new-epoch"], { env: environment() });
    const resumed = await head();
    expect(said).toEqual({
      code: 0,
      stderr: "",
      stdout: `restored at position ${begun}, resumed at ${resumed}\n`,
    });
    expect(await newEpoch(database(), "RESTORED")).toBeGreaterThan(resumed);
    const { position } = await world.plan();
    expect((await stream.upTo(position)).length).toBeGreaterThan(0);
    await stream.stop();
    expect(await operations(before)).toEqual(["MOVED", "OPERATOR", "RESTORED", "createActionPlan"]);
  });

  it("is archived up to where an epoch ended, and verified over the gap, with and without the archives", async () => {
    const rembuk = (...args: string[]) => runProgram("cli", args, { env: environment() });
    const { stdout } = await rembuk("ledger", "archive", "--before", String(await head()));
    const { rows } = await world.hub.sql.query(
      "select first_position::float8 as first, last_position::float8 as last from ledger_archive order by 1",
    );
    const { rows: forks } = await world.hub.sql.query(
      `select (forks->0->>'after')::float8 as after, (forks->0->>'resumed')::float8 as resumed
        from ledger_head`,
    );
    const [oldest, ...others] = rows;
    expect(oldest).toEqual({ first: 1, last: forks[0].after });
    // Epochs follow each other by the clock: partitions may have ended between them.
    for (const { first } of others) expect(first).toBeGreaterThan(forks[0].resumed);
    expect(stdout).toMatch(/^dropped 1 to /m);
    const em = () => open.orm.em.fork();
    expect(await verifyLedger(em())).toMatchObject({ whole: true });
    const files = await openFileStore(parseConfig(environment()));
    expect(await verifyLedger(em(), files)).toMatchObject({ whole: true });
    await world.plan();
  });

  it("is not whole where lines are missing before an epoch", async () => {
    const before = await head();
    await newEpoch(database(), "RESTORED");
    const { url } = world.hub.database;
    await behindTheGuards(url, "delete from change where position = $1", [before]);
    expect(await verifyLedger(open.orm.em.fork())).toMatchObject({
      ...{ whole: false, position: before },
    });
  });
});
