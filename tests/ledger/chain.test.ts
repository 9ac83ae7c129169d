import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { projectFolder } from "../../src/app/store.js";
import { ChangeKind, canonicalBody, chainHash, verifyLedger } from "../../src/ledger/index.js";
import { type GraphqlClient, TestHub, testDatabase, testFolder } from "../testkit/hub/index.js";
import {
  actionInput,
  kasepuhan,
  memberInput,
  organisationInput,
  pledgeInput,
  write,
} from "../testkit/ledger/mutations.js";
import { columnsOf } from "../testkit/postgres/noun-tables.js";
import {
  behindTheGuards,
  inSession,
  type OpenLedger,
  openLedger,
} from "../testkit/postgres/sessions.js";

const run = promisify(execFile);

/** A different value, for a column of each type. */
const otherValue: Record<string, (column: string) => string> = {
  uuid: () => "gen_random_uuid()",
  text: (column) => `coalesce(${column}, '') || 'x'`,
  bigint: (column) => `${column} + 1000000`,
  jsonb: (column) => `${column} || '{"note": {"after": "forged", "before": null}}'`,
  "timestamp with time zone": (column) => `${column} + interval '1 millisecond'`,
  change_kind: (column) =>
    `case ${column} when 'CREATED' then 'DELETED' else 'CREATED' end::change_kind`,
};

/** Texts and numbers that JSON, Postgres and JavaScript could write differently. */
const awkward = [
  { note: 'quotes " and \\ backslash \u2028 \t tab 🌱 é e\u0301 ﷽', quantity: 0.1 + 0.2 },
  { note: "1.0", quantity: 1e21 },
  { note: "\u00a0\u200b\u200f </script>", quantity: 5e-324 },
  { note: "𝕊urrogate pairs, \\u0041", quantity: 1.7976931348623157e308 },
  { note: "true", quantity: 123456789.12345678 },
];

describe("the chain of hashes", () => {
  let hub: TestHub;
  let coordinator: GraphqlClient;
  let open: OpenLedger;
  let url: string;
  /** The position of a line in which most columns have a value. */
  let pledged: number;

  beforeAll(async () => {
    hub = await TestHub.start("sample");
    coordinator = await hub.as(kasepuhan.coordinator);
    url = hub.database.url;
    open = await openLedger(url);
    const action = await write(coordinator, "addAction", actionInput());
    const pledge = pledgeInput(action.noun?.id ?? "");
    pledged = (await write(coordinator, "pledgeContribution", pledge)).position;
  });
  afterAll(async () => {
    await open.close();
    await hub.stop();
  });

  const verdict = () => verifyLedger(open.orm.em.fork());
  const head = async (): Promise<{ position: number; hash: string }> =>
    (await hub.sql.query("select position::int, hash from ledger_head")).rows[0];

  /** The verdict after a change past the guards, which is then undone. */
  async function verdictAfter(statement: string, values: unknown[] = []) {
    await hub.sql.query(
      "create table saved as table change; create table saved_head as table ledger_head",
    );
    try {
      await behindTheGuards(url, statement, values);
      return await verdict();
    } finally {
      await behindTheGuards(
        url,
        `truncate change, ledger_head; insert into change table saved;
         insert into ledger_head table saved_head; drop table saved, saved_head`,
      );
    }
  }

  it("is whole after the sample was made, up to the ledger's head", async () => {
    expect(await verdict()).toEqual({ whole: true, ...(await head()) });
  });

  it("is whole while people write, and afterwards", async () => {
    const operator = await hub.operator;
    const writing = Promise.all(
      Array.from({ length: 24 }, (_, at) =>
        at % 2 === 0
          ? write(operator, "createOrganisation", organisationInput())
          : write(operator, "addMember", memberInput()),
      ),
    );
    for (let n = 0; n < 5; n += 1) expect(await verdict()).toMatchObject({ whole: true });
    await writing;
    expect(await verdict()).toEqual({ whole: true, ...(await head()) });
  });

  it("is whole with any texts, numbers and spellings of ids", async () => {
    const input = { ...actionInput(), planId: kasepuhan.planId.toUpperCase() };
    const action = await write(coordinator, "addAction", { ...input, id: input.id.toUpperCase() });
    for (const { note, quantity } of awkward) {
      const pledge = pledgeInput(input.id.toUpperCase(), randomUUID().toUpperCase());
      const organisationId = kasepuhan.leadId.toUpperCase();
      await write(coordinator, "pledgeContribution", { ...pledge, organisationId, note, quantity });
    }
    await write(coordinator, "reportProgress", {
      actionId: input.id.toUpperCase(),
      expectedVersion: action.noun?.version,
      organisationId: kasepuhan.leadId.toUpperCase(),
      progress: 100,
    });
    expect(await verdict()).toEqual({ whole: true, ...(await head()) });
  });

  it("reveals an alteration of any column of a line, by the line's position", async () => {
    const columns = await inSession(url, (client) => columnsOf(client, "change"));
    const found: Record<string, unknown> = {};
    const alterations = columns.flatMap(({ name, type, nullable }) => {
      const other = otherValue[type]?.(name);
      if (!other) throw new Error(`No other value is known for ${name} of the type ${type}`);
      return nullable
        ? [
            [name, other],
            [`${name} emptied`, "null"],
          ]
        : [[name, other]];
    });
    for (const [what = "", value] of alterations) {
      const [column] = what.split(" ");
      found[what] = await verdictAfter(
        `update change set ${column} = ${value}
         where position = $1 and ${column} is distinct from ${value}`,
        [pledged],
      );
    }
    const broken = { whole: false, position: pledged, reason: expect.any(String) };
    // A pledge belongs to no deliberation: there is no value to remove.
    const empty = { "deliberation_id emptied": { whole: true, ...(await head()) } };
    const expected = Object.fromEntries(alterations.map(([what = ""]) => [what, broken]));
    expect(found).toEqual({ ...expected, ...empty });
  });

  it("reveals a change deep in a diff", async () => {
    const altered = await verdictAfter(
      "update change set diff = jsonb_set(diff, '{quantity,after}', '11') where position = $1",
      [pledged],
    );
    expect(altered).toEqual({ whole: false, position: pledged, reason: "was altered" });
  });

  it("reveals a line that was removed from the middle or from the end", async () => {
    const last = await head();
    expect(await verdictAfter("delete from change where position = 7")).toEqual({
      whole: false,
      position: 7,
      reason: "position 7 is missing",
    });
    expect(await verdictAfter("delete from change where position = $1", [last.position])).toEqual({
      whole: false,
      position: last.position,
      reason: "the head names another last change",
    });
    expect(await verdictAfter("delete from change")).toMatchObject({ whole: false, position: 1 });
  });

  it("reveals two swapped lines, by the first of them", async () => {
    const swapped = await verdictAfter(
      "update change set position = position + 1000000 where position in (5, 6);" +
        "update change set position = case position when 1000005 then 6 else 5 end " +
        "where position > 1000000",
    );
    expect(swapped).toMatchObject({ whole: false, position: 5 });
  });

  it("reveals a line that was added by hand, at the end or before the first one", async () => {
    const last = await head();
    const columns = await inSession(url, (client) => columnsOf(client, "change"));
    const others = columns.map(({ name }) => name).filter((name) => name !== "position");
    const copyTo = (position: string) =>
      `insert into change (position, ${others}) select ${position}, ${others} from change where position = $1`;
    expect(await verdictAfter(copyTo("position + 1"), [last.position])).toMatchObject({
      whole: false,
      position: last.position + 1,
    });
    expect(await verdictAfter(copyTo("0"), [last.position])).toEqual({
      whole: false,
      position: 0,
      reason: "stands before the first change",
    });
  });

  it("reveals a head that was altered or removed", async () => {
    // No hub runs on it: a head that goes back under one is a restore, and begins an epoch.
    const database = await testDatabase("sample");
    const other = await openLedger(database.url);
    const verdict = () => verifyLedger(other.orm.em.fork());
    const { position } = await verdict();
    await behindTheGuards(database.url, "create table saved_head as table ledger_head");
    for (const statement of [
      "update ledger_head set position = position + 1",
      "update ledger_head set position = position - 1",
      "update ledger_head set hash = repeat('0', 64)",
      "delete from ledger_head",
    ]) {
      await behindTheGuards(database.url, statement);
      expect(await verdict()).toEqual({
        whole: false,
        position: position + 1,
        reason: "the head names another last change",
      });
      const back = "truncate ledger_head; insert into ledger_head table saved_head";
      await behindTheGuards(database.url, back);
    }
    expect(await verdict()).toMatchObject({ whole: true, position });
    await other.close();
    await database.drop();
  });

  it("reveals a line with a new, correct hash, by the line after it", async () => {
    const forged = canonicalBody({
      at: "2026-01-02T03:04:05.678Z",
      actor: "hub",
      operation: "forge",
      entity: "Organisation",
      entityId: kasepuhan.leadId,
      kind: ChangeKind.UPDATED,
      diff: {},
    });
    const before = await hub.sql.query("select hash from change where position = 8");
    const hash = chainHash(before.rows[0].hash, 9, forged);
    const found = await verdictAfter(
      `update change set at = ($1::jsonb->>'at')::timestamptz, actor = 'hub', user_id = null,
         organisation_id = null, operation = 'forge', entity = 'Organisation',
         entity_id = ($1::jsonb->>'entityId')::uuid, kind = 'UPDATED', diff = '{}',
         programme_id = null, plan_id = null, deliberation_id = null, area_id = null, owner = null,
         request = null, hash = $2 where position = 9`,
      [forged, hash],
    );
    expect(found).toEqual({
      whole: false,
      position: 10,
      reason: "does not follow from the change before it",
    });
  });

  it("is verified by `rembuk verify`, which exits with 1 when it is broken", async () => {
    const cli = join(projectFolder(), "dist", "src", "cli.js");
    const env = {
      PATH: process.env.PATH,
      NODE_ENV: "test",
      DATABASE_URL: url,
      REMBUK_DATA: testFolder(),
    };
    const verify = () => run(process.execPath, [cli, "verify"], { env });
    const last = await head();
    await expect(verify()).resolves.toEqual({
      stdout: expect.stringContaining(`whole: ${last.position} changes, ${last.hash}\n`),
      stderr: "",
    });
    await behindTheGuards(url, "update change set actor = 'nobody' where position = 3");
    await expect(verify()).rejects.toMatchObject({
      code: 1,
      stdout: expect.stringContaining("broken at position 3: was altered\n"),
    });
  });
});
