import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  type ExportShape,
  exportFields,
  exportOf,
  untilExportIs,
} from "../testkit/files/exports.js";
import { downloadFile } from "../testkit/files/transfers.js";
import type { CheckedClient } from "../testkit/hub/checked-client.js";
import { tokenFor } from "../testkit/hub/index.js";
import { refused, write } from "../testkit/mutations/documents.js";
import { hold, untilBlocked } from "../testkit/postgres/sessions.js";
import { newId, type Party, World } from "../testkit/world/world.js";

// Exports that the hub makes in the background.

let world: World;
let party: Party;
let member: CheckedClient;
let colleague: CheckedClient;
let stranger: CheckedClient;

beforeAll(async () => {
  world = await World.start({
    ...{ EXPORT_JOBS: "2", EXPORT_UNFINISHED: "3", EXPORT_LEASE_SECONDS: "2" },
  });
  party = await world.organisation();
  member = await world.member(party, "VIEWER");
  colleague = await world.member(party, "ADMIN");
  stranger = await world.member(await world.organisation(), "ADMIN");
});
afterAll(() => world.stop());

const untilIs = (id: string, ...states: string[]) => untilExportIs(member, id, ...states);

const provinces = { level: { eq: "PROVINCE" } };
const regions = { list: "regions", where: provinces, columns: ["code", "name"], format: "CSV" };
const start = (input: object = {}, client = member) =>
  write(client, "startExport", { id: newId(), ...regions, ...input });

/** Keeps every export of regions from being read. */
const heldRegions = () =>
  hold(world.hub.database.url, "lock table region in access exclusive mode");

describe("An export in the background", () => {
  it("becomes a file at its address, of one position, for who started it", async () => {
    const started = await start({ locale: "id-ID" });
    const done = await untilIs(started.id, "DONE");
    const { rows } = await world.hub.sql.query(
      "select code, name from region where level = 'PROVINCE' order by code",
    );
    expect(done).toMatchObject({
      ...{ progress: 100, rows: rows.length, failureCode: null },
      address: `/exports/${started.id}.csv`,
    });
    expect(done.position).toBeGreaterThanOrEqual(started.position);
    const kept = Date.parse(done.expiresAt ?? "") - Date.parse(done.finishedAt ?? "");
    expect(kept).toBe(24 * 3_600_000);
    const { status, headers, content } = await downloadFile(member, done.address ?? "");
    expect(status).toBe(200);
    expect(headers.get("content-disposition")).toBe("attachment; filename=regions.csv");
    expect(content).toHaveLength(done.bytes ?? 0);
    const lines = rows.map(({ code, name }) => `${code};${name}\r\n`);
    expect(content.toString()).toBe(`\uFEFFKode;Nama\r\n${lines.join("")}`);
    for (const other of [colleague, stranger, world.visitor(), await world.operator]) {
      expect((await downloadFile(other, done.address ?? "")).status).toBe(404);
    }
    expect((await downloadFile(member, `/exports/${started.id}.xlsx`)).status).toBe(404);
    expect((await downloadFile(member, `/exports/${newId()}.csv`)).status).toBe(404);
  });

  it("is seen by the organisation for which it was started, and by nobody else", async () => {
    const { id } = await start();
    await untilIs(id, "DONE");
    const list = async (client: CheckedClient) =>
      (
        await client.data<{ exports: { nodes: ExportShape[] } }>(
          `{ exports { nodes { ${exportFields} } } }`,
        )
      ).exports.nodes;
    expect((await list(colleague)).map((job) => job.id)).toContain(id);
    expect(await list(stranger)).toEqual([]);
    expect(await exportOf(world.visitor(), id)).toBeNull();
  });

  it("shows its steps in the ledger, in a few lines, to those who follow it", async () => {
    const { id, position } = await start({ format: "NDJSON" });
    const socket = world.hub.socket(await tokenFor(`viewer@${party.key}.example`));
    const followed = socket.iterate<{ changes: { operation: string; entityId: string } }>({
      query: `subscription ($after: Position!) { changes(after: $after) { operation entityId } }`,
      variables: { after: position },
    });
    const operations: string[] = [];
    for await (const { data } of followed) {
      const { operation = "", entityId } = data?.changes ?? {};
      if (entityId === id) operations.push(operation);
      if (operation === "finishExport" && entityId === id) break;
    }
    expect(operations).toEqual(["beginExport", "finishExport"]);
  });

  it("has the rows that its requester sees when it is made", async () => {
    const key = await world.key(party, "READ");
    const { id } = await start(
      { list: "organisations", where: null, columns: ["key"], format: "JSON" },
      key,
    );
    const done = await untilIs(id, "DONE");
    const { content } = await downloadFile(key, done.address ?? "");
    expect(JSON.parse(content.toString())).toContainEqual({ key: party.key });
    expect((await downloadFile(member, done.address ?? "")).status).toBe(404);
  });

  it("is cancelled with the statement that runs for it", async () => {
    const held = await heldRegions();
    const { id } = await start();
    await untilBlocked(world.hub.database.url, 1);
    expect((await refused(colleague, "cancelExport", { id })).code).toBe("FORBIDDEN");
    expect((await refused(stranger, "cancelExport", { id })).code).toBe("NOT_FOUND");
    await write(member, "cancelExport", { id });
    expect(await exportOf(member, id)).toMatchObject({ status: "CANCELLED", address: null });
    await untilBlocked(world.hub.database.url, 0);
    await held.release();
    const again = await refused(member, "cancelExport", { id });
    expect(again).toMatchObject({ code: "INVALID_TRANSITION", paths: ["input.id"] });
  });

  it("waits for its turn, as many as an organisation may have", async () => {
    const held = await heldRegions();
    const ids: string[] = [];
    for (let count = 0; count < 3; count += 1) ids.push((await start()).id);
    await untilBlocked(world.hub.database.url, 1);
    const found = await refused(colleague, "startExport", { id: newId(), ...regions });
    expect(found).toMatchObject({ code: "RATE_LIMITED" });
    await held.release();
    for (const id of ids) await untilIs(id, "DONE");
  });

  it("is started once, however often it is sent", async () => {
    const id = newId();
    const first = await start({ id });
    expect((await start({ id })).position).toBe(first.position);
    expect((await refused(member, "startExport", { id, ...regions, format: "XLSX" })).code).toBe(
      "CONFLICT",
    );
    await untilIs(id, "DONE");
  });

  it("is refused before it starts where it could not be made", async () => {
    const pathsOf = async (input: object) => {
      const found = await refused(member, "startExport", { id: newId(), ...regions, ...input });
      expect(found.code).toBe("BAD_USER_INPUT");
      return found.paths;
    };
    expect(await pathsOf({ list: "nope" })).toEqual(["input.list"]);
    expect(await pathsOf({ columns: ["code", "nope"] })).toEqual(["input.columns.1"]);
    expect(await pathsOf({ columns: [] })).toEqual(["input.columns"]);
    expect(await pathsOf({ where: { nope: 1 } })).toEqual(["input.where.nope"]);
    expect(await pathsOf({ where: 3 })).toEqual(["input.where"]);
    expect(await pathsOf({ orderBy: [{ field: "NOPE" }] })).toEqual(["input.orderBy.0.field"]);
    expect(await pathsOf({ locale: "fr" })).toEqual(["input.locale"]);
    const unauthenticated = await refused(world.visitor(), "startExport", {
      id: newId(),
      ...regions,
    });
    expect(unauthenticated.code).toBe("UNAUTHENTICATED");
  });

  it("fails with its reason where its rows do not fit, or its requester has gone", async () => {
    const held = await heldRegions();
    const waiting = (await start()).id;
    await untilBlocked(world.hub.database.url, 1);
    const key = await world.key(party, "READ");
    const { id } = await start({}, key);
    await world.hub.sql.query(
      "set session_replication_role = replica; update api_key set revoked_at = now(); set session_replication_role = origin",
    );
    await held.release();
    await untilIs(waiting, "DONE");
    expect(await untilIs(id, "FAILED")).toMatchObject({
      ...{ failureCode: "UNAUTHENTICATED", address: null, rows: null },
      failure: expect.stringMatching(/revoked/),
    });
  });

  it("loses its file after its time", async () => {
    const { id } = await start();
    const { address } = await untilIs(id, "DONE");
    await world.hub.sql.query(`set session_replication_role = replica;
      update export_job set expires_at = now() - interval '1 s' where id = '${id}';
      set session_replication_role = origin`);
    expect((await downloadFile(member, address ?? "")).status).toBe(404);
  });
});
