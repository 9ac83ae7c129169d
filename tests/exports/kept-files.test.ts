import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  beginExport,
  expireExports,
  exportInWork,
  finishExport,
  takeExport,
} from "../../src/domain/exports/index.js";
import { type FileStore, openFileStore } from "../../src/platform/files/index.js";
import { publishedInstrument, TestAssessment } from "../testkit/assessments/test-assessment.js";
import { exportOf } from "../testkit/files/exports.js";
import { downloadFile, uploadFile } from "../testkit/files/transfers.js";
import type { CheckedClient } from "../testkit/hub/checked-client.js";
import { testFolder } from "../testkit/hub/index.js";
import { ImportWorld, measured } from "../testkit/imports/import-world.js";
import { write } from "../testkit/mutations/documents.js";
import {
  behindTheGuards,
  hold,
  holdHead,
  type OpenLedger,
  openLedger,
  untilBlocked,
} from "../testkit/postgres/sessions.js";
import { newId, type World } from "../testkit/world/world.js";

// Files are stored by their content. An export whose time is over takes its file along, unless another record
// has the same, be it one that gets it at that moment.

let tables: ImportWorld;
let world: World;
let member: CheckedClient;
let assessor: CheckedClient;
let assessment: TestAssessment;
let opened: OpenLedger;
let files: FileStore;

beforeAll(async () => {
  tables = await ImportWorld.start();
  ({ world, keeper: member } = tables);
  const [university, owner] = [await world.organisation(), await world.organisation()];
  assessor = await world.member(university, "ASSESSOR");
  const plan = await world.plan(await world.programme(owner), await world.organisation());
  const instrument = await publishedInstrument(world, university);
  const subject = { planId: plan.id };
  assessment = await TestAssessment.offered(world, { university, owner, instrument, subject });
  opened = await openLedger(world.hub.database.url);
  files = await openFileStore({ dataFolder: testFolder(), s3: undefined });
});
afterAll(async () => {
  await opened.close();
  await tables.stop();
});

const url = () => world.hub.database.url;

const stored = (text: string) => files.put(Readable.from([Buffer.from(text)]), { bytes: 1000 });

const startExport = async (): Promise<string> =>
  (await write(member, "startExport", { id: newId(), list: "regions", format: "CSV" })).id;

/** An export that is done with a file, for another hour or an hour ago. */
async function exportWith(key: string, hours: 1 | -1): Promise<string> {
  const id = await startExport();
  await behindTheGuards(
    url(),
    `update export_job set status = 'DONE', progress = 100, rows = 1, bytes = 1, position = 1,
       file_key = $2, finished_at = now(), expires_at = now() + $3 * interval '1 h' where id = $1`,
    [id, key, hours],
  );
  return id;
}

const sweep = () => expireExports(opened.ledger, files);

/** A record that is about to get a file: its key, and the request that gives it the file. */
interface Coming {
  key: string;
  client: CheckedClient;
  /** Gives the file's address; fails with its status or its code where the file is not there. */
  record(): Promise<string>;
}

async function comingExport(): Promise<Coming> {
  const { ledger, orm } = opened;
  const database = orm.em.getKysely();
  const id = await startExport();
  const node = { id: newId(), leaseMs: 600_000, mostOfOrganisation: 1000 };
  expect(await takeExport(database, node)).toMatchObject({ id });
  const work = await exportInWork(ledger, database, id, node.id);
  await beginExport(ledger, work, 1);
  const text = `export ${id}`;
  const { key, size } = await stored(text);
  const made = { fileKey: key, bytes: size, rows: 1, keptMs: 3_600_000 };
  const record = async () => {
    await stored(text);
    await finishExport(ledger, work, files, made);
    return `/exports/${id}.csv`;
  };
  return { key, client: member, record };
}

async function comingEvidence(): Promise<Coming> {
  const id = newId();
  const text = `catatan ${id}`;
  const { key } = await stored(text);
  const record = async () => {
    const path = `/assessments/${assessment.id}/evidence?id=${id}`;
    const answer = await uploadFile<{ address: string }>(
      assessor,
      ["POST", path],
      Buffer.from(text),
      { "content-type": "text/plain" },
    );
    if (answer.status >= 300) throw answer;
    return answer.body.address;
  };
  return { key, client: assessor, record };
}

async function comingImport(): Promise<Coming> {
  const table = `${measured}${tables.share},2010,1.5,36.02\n${tables.share},2010,${newId()},36.03\n`;
  const before = await tables.send("measurements&mode=valid", table);
  const { rows } = await world.hub.sql.query(
    "select rejected_key from table_import where id = $1",
    [before.body.id],
  );
  await behindTheGuards(url(), "update table_import set rejected_key = null where id = $1", [
    before.body.id,
  ]);
  const id = newId();
  const record = async () => {
    const answer = await tables.send("measurements&mode=valid", table, { id });
    if (answer.status >= 300) throw answer;
    return String(answer.body.rejected);
  };
  return { key: rows[0].rejected_key, client: member, record };
}

const kinds: [string, () => Promise<Coming>][] = [
  ["an export", comingExport],
  ["evidence", comingEvidence],
  ["an import's wrong rows", comingImport],
];

describe("The file of an export whose time is over", () => {
  it("goes with it", async () => {
    const { key } = await stored("goes");
    const id = await exportWith(key, -1);
    await sweep();
    expect(await exportOf(member, id)).toMatchObject({ status: "EXPIRED", address: null });
    expect((await downloadFile(member, `/exports/${id}.csv`)).status).toBe(404);
    expect(await files.has(key)).toBe(false);
  });

  it("stays while another export has the same, and goes with the last", async () => {
    const { key } = await stored("shared");
    const [over, other] = [await exportWith(key, -1), await exportWith(key, 1)];
    await sweep();
    expect(await exportOf(member, over)).toMatchObject({ status: "EXPIRED" });
    expect((await downloadFile(member, `/exports/${other}.csv`)).status).toBe(200);
    const ends = "update export_job set expires_at = now() - interval '1 s' where id = $1";
    await behindTheGuards(url(), ends, [other]);
    await sweep();
    expect(await files.has(key)).toBe(false);
  });

  it.each(kinds)("stays where %s has got the same", async (_, coming) => {
    const { key, client, record } = await coming();
    const address = await record();
    await exportWith(key, -1);
    await sweep();
    expect((await downloadFile(client, address)).status).toBe(200);
    expect(await files.has(key)).toBe(true);
  });

  it.each(kinds)("stays where %s gets the same meanwhile", async (_, coming) => {
    const { key, client, record } = await coming();
    const over = await exportWith(key, -1);
    const held = await holdHead(url());
    const recording = record();
    await untilBlocked(url(), 1);
    const sweeping = sweep();
    await untilBlocked(url(), 2);
    await held.release();
    const [address] = await Promise.all([recording, sweeping]);
    expect(await exportOf(member, over)).toMatchObject({ status: "EXPIRED" });
    expect((await downloadFile(client, address)).status).toBe(200);
  });

  it.each(kinds)("is named by no record where it went before %s got it", async (_, coming) => {
    const { key, client, record } = await coming();
    const removal = await hold(
      url(),
      `select pg_advisory_xact_lock(hashtextextended('file ${key}', 0))`,
    );
    const refused = expect(record()).rejects.toMatchObject({ code: "UNAVAILABLE" });
    await untilBlocked(url(), 1);
    await files.remove(key);
    await removal.release();
    await refused;
    expect((await downloadFile(client, await record())).status).toBe(200);
  });
});
