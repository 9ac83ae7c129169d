import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { archivesOf, rowsBy, verifyLedger } from "../../src/ledger/index.js";
import { parseConfig } from "../../src/platform/config.js";
import { openFileStore } from "../../src/platform/files/index.js";
import { refusalOf } from "../testkit/hub/checked-client.js";
import { TestHub, testFolder } from "../testkit/hub/index.js";
import { runProgram } from "../testkit/hub/run-program.js";
import {
  actionInput,
  documents,
  kasepuhan,
  organisationInput,
  pledgeInput,
  write,
} from "../testkit/ledger/mutations.js";
import { endPartition } from "../testkit/ledger/partitions.js";
import { type OpenLedger, openLedger, ownerSettings } from "../testkit/postgres/sessions.js";

describe("an archived ledger", () => {
  let hub: TestHub;
  let open: OpenLedger;
  /** The position up to which it is archived. */
  let horizon: number;
  let env: Record<string, string>;
  const early = organisationInput();

  beforeAll(async () => {
    hub = await TestHub.start("sample");
    open = await openLedger(hub.database.url);
    env = { NODE_ENV: "test", ...ownerSettings(hub.database.url), REMBUK_DATA: testFolder() };
    await write(await hub.operator, "createOrganisation", early);
    await endPartition(hub.database.url, 10);
    horizon = await head();
    await write(await hub.operator, "createOrganisation", organisationInput());
  });
  afterAll(async () => {
    await open.close();
    await hub.stop();
  });

  const rembuk = (...args: string[]) => runProgram("cli", args, { env });
  const head = async (): Promise<number> =>
    (await hub.sql.query("select position::int from ledger_head")).rows[0].position;
  const files = () => openFileStore(parseConfig(env));
  const archives = () => archivesOf(rowsBy(open.orm.em.getKysely()));
  const verdict = async (withFiles = false) =>
    verifyLedger(open.orm.em.fork(), withFiles ? await files() : undefined);

  const expired = (retainedFrom: number) => ({ code: "CURSOR_EXPIRED", retainedFrom });

  it("is listed by `rembuk ledger partitions` and archived by `rembuk ledger archive`, in steps that it names", async () => {
    const before = await rembuk("ledger", "partitions");
    expect(before.stdout).toMatch(
      new RegExp(`^first\tlast\tlines\tbytes\tstate\n1\t${horizon}\t${horizon}\t\\d+\tfinished\n`),
    );
    const done = await rembuk("ledger", "archive", "--before", String(horizon + 1));
    expect(done).toMatchObject({ code: 0, stderr: "" });
    const [archive] = await archives();
    expect(archive).toMatchObject({ first: 1, last: horizon, isDropped: true });
    expect(done.stdout).toBe(
      `archived 1 to ${horizon}: file ${archive?.file}, ${archive?.bytes} bytes\ndropped 1 to ${horizon}: change_from_1\n`,
    );
    const after = await rembuk("ledger", "partitions");
    expect(after.stdout).toContain(`\n1\t${horizon}\t${horizon}\t${archive?.bytes}\tarchived\n`);
    const { rows } = await hub.sql.query("select min(position)::int as first from change");
    expect(rows).toEqual([{ first: horizon + 1 }]);
    const again = await rembuk("ledger", "archive", "--before", String(horizon + 1));
    expect(again).toEqual({ code: 0, stdout: "nothing to archive\n", stderr: "" });
  });

  it("is verified on from its archive's last hash, or from the first line with --archives", async () => {
    const { rows } = await hub.sql.query("select position::int, hash from ledger_head");
    expect(await verdict()).toEqual({ whole: true, ...rows[0] });
    expect(await verdict(true)).toEqual({ whole: true, ...rows[0] });
    const said = await rembuk("verify", "--archives");
    expect(said).toMatchObject({ code: 0, stdout: expect.stringContaining("whole: ") });
  });

  it("has the minutes that hold, though their lines are archived", async () => {
    const { stdout } = await rembuk("verify");
    expect(stdout).toMatch(/\nminutes: (\d+) of \1 hold\nfiles: (\d+) of \2 hold\n$/);
  });

  it("takes no page from a cursor before its horizon, and names the horizon", async () => {
    const page =
      "query ($after: String) { changes(first: 5, after: $after) { nodes { position } pageInfo { startCursor } } }";
    const first = await hub.visitor.data<{
      changes: { nodes: { position: number }[]; pageInfo: { startCursor: string } };
    }>(page);
    expect(first.changes.nodes[0]?.position).toBeGreaterThan(horizon);
    const [order] = JSON.parse(
      Buffer.from(first.changes.pageInfo.startCursor, "base64url").toString(),
    );
    const at = (position: number) =>
      Buffer.from(JSON.stringify([order, String(position)])).toString("base64url");
    const refused = refusalOf(await hub.visitor.error(page, { after: at(3) }));
    expect(refused.error.extensions).toMatchObject(expired(horizon));
    const back =
      "query ($before: String) { changes(last: 5, before: $before) { nodes { position } } }";
    const behind = refusalOf(await hub.visitor.error(back, { before: at(3) }));
    expect(behind.error.extensions).toMatchObject(expired(horizon));
    const next = await hub.visitor.data<typeof first>(page, { after: at(horizon) });
    expect(next).toEqual(first);
  });

  it.each([
    ["from a position", "{ position: { gte: 2 } }"],
    ["up to a position", "{ position: { lte: 2 } }"],
    ["at a position", "{ position: { eq: 2 } }"],
    ["at some positions", "{ position: { in: [2, 900000] } }"],
    ["one way or another", "{ or: [{ position: { eq: 2 } }, { position: { gte: 900000 } }] }"],
  ])("lists no changes %s before its horizon", async (_, where) => {
    for (const planned of ["", "__typename "]) {
      const { error } = refusalOf(
        await hub.visitor.error(
          `{ ${planned}changes(where: ${where}) { totalCount nodes { position } } }`,
        ),
      );
      expect(error.extensions).toMatchObject(expired(horizon));
    }
    const beyond = await hub.visitor.data(
      `{ changes(where: { position: { gte: ${horizon + 1} } }) { nodes { position } } }`,
    );
    expect(beyond).toMatchObject({ changes: { nodes: [{ position: horizon + 1 }] } });
  });

  it("starts no stream before its horizon, and one from it", async () => {
    const stream = (after: number) =>
      hub.socket().iterate({ query: `subscription { changes(after: ${after}) { position } }` });
    const refused = await stream(horizon - 1).next();
    expect(refused.value).toMatchObject({ errors: [{ extensions: expired(horizon) }] });
    const open = stream(horizon);
    expect((await open.next()).value).toMatchObject({
      data: { changes: { position: horizon + 1 } },
    });
    await open.return?.();
  });

  it("goes on after the last event that a client has seen, unless that is before its horizon", async () => {
    const query = "subscription { changes { position } }";
    const follow = async (lastEventId: number) => {
      const stopping = new AbortController();
      const response = await fetch(hub.url, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          accept: "text/event-stream",
          "last-event-id": String(lastEventId),
        },
        body: JSON.stringify({ query }),
        signal: stopping.signal,
      });
      const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
      let text = "";
      while (!text.includes("data: {") && !text.includes('"errors"')) {
        const { done, value = "" } = (await reader?.read()) ?? { done: true };
        text += value;
        if (done) break;
      }
      stopping.abort();
      return text;
    };
    const refused = await follow(horizon - 1);
    expect(refused).toContain(`"code":"CURSOR_EXPIRED","retainedFrom":${horizon}`);
    expect(await follow(horizon)).toContain(`"position":${horizon + 1}`);
  });

  it("is read as of its horizon and later, and not before it", async () => {
    const count = (position: number) =>
      `query @asOf(position: ${position}) { organisations { totalCount } }`;
    const { error } = refusalOf(await hub.visitor.error(count(horizon - 1)));
    expect(error.extensions).toMatchObject(expired(horizon));
    const now = await hub.visitor.data<{ organisations: { totalCount: number } }>(
      "{ organisations { totalCount } }",
    );
    const then = await hub.visitor.data(count(horizon));
    expect(then).toEqual({ organisations: { totalCount: now.organisations.totalCount - 1 } });
  });

  it("knows a creation that is repeated, and refuses its id with other content", async () => {
    const operator = await hub.operator;
    const { rows } = await hub.sql.query(
      "select position::int from change_kept where entity_id = $1",
      [early.id],
    );
    const again = await write(operator, "createOrganisation", early);
    expect(again.position).toBe(rows[0].position);
    const { error } = refusalOf(
      await operator.error(documents.createOrganisation, {
        input: { ...early, name: "Koperasi lain" },
      }),
    );
    expect(error.extensions.code).toBe("CONFLICT");
  });

  it("leads from an id to its noun, whichever read answers", async () => {
    const node = `node(id: "${kasepuhan.planId}") { __typename id }`;
    const found = { __typename: "ActionPlan", id: kasepuhan.planId };
    expect(await hub.visitor.data(`{ ${node} }`)).toEqual({ node: found });
    expect(await hub.visitor.data(`query @asOf(position: ${horizon}) { ${node} }`)).toEqual({
      node: found,
    });
  });

  it("takes further lines, whose chain goes on", async () => {
    const coordinator = await hub.as(kasepuhan.coordinator);
    const action = await write(coordinator, "addAction", actionInput());
    for (let n = 0; n < 12; n += 1) {
      await write(
        coordinator,
        "pledgeContribution",
        pledgeInput(action.noun?.id ?? "", randomUUID()),
      );
    }
    expect(await verdict(true)).toMatchObject({ whole: true, position: await head() });
  });

  it("loses its next partitions too, by a date, as far as they are finished", async () => {
    const last = await head();
    const done = await rembuk("ledger", "archive", "--before", "2100-01-01");
    expect(done).toMatchObject({ code: 0, stderr: "" });
    const all = await archives();
    expect(all.length).toBeGreaterThan(1);
    expect(all.at(-1)?.last).toBeLessThan(last);
    expect(all.at(-1)?.last).toBeGreaterThan(last - 11);
    expect(await verdict(true)).toMatchObject({ whole: true, position: last });
  });

  it("is broken, by the first position, where an archive or a line after it was altered", async () => {
    const [first, second] = await archives();
    const store = await files();
    await store.remove(second?.file ?? "");
    expect(await verdict()).toMatchObject({ whole: true });
    expect(await verdict(true)).toMatchObject({
      whole: false,
      position: second?.first,
      reason: expect.stringContaining("is not in the file store"),
    });
    await hub.sql.query(
      "set session_replication_role = replica; update ledger_archive set last_hash = repeat('0', 64) where first_position = 1",
    );
    expect(await verdict()).toMatchObject({ whole: false, position: (first?.last ?? 0) + 1 });
  });
});
