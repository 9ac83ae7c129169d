import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { untilExportIs } from "../testkit/files/exports.js";
import { downloadFile } from "../testkit/files/transfers.js";
import type { CheckedClient } from "../testkit/hub/checked-client.js";
import { refused, write } from "../testkit/mutations/documents.js";
import { behindTheGuards, hold } from "../testkit/postgres/sessions.js";
import { newId } from "../testkit/world/world.js";
import { parameter, ViewWorld } from "./view-world.js";

// Exports in the background of the results of views.

let scene: ViewWorld;
let member: CheckedClient;
let outsider: CheckedClient;

beforeAll(async () => {
  scene = await ViewWorld.start({ EXPORT_JOBS: "2" });
  const { world, lead, stranger } = scene;
  member = await world.member(lead, "VIEWER");
  outsider = await world.member(stranger, "ADMIN");
  await world.action(lead, scene.open, { title: "Pelatihan kopi", startsOn: "2024-02-01" });
  await world.action(lead, scene.open, { title: "Pasar kopi", startsOn: "2024-05-01" });
  await world.action(lead, scene.shared, { title: "Rahasia", startsOn: "2024-03-01" });
});
afterAll(() => scene.stop());

const keyOf = async (id: string) =>
  (await scene.world.hub.sql.query("select key from saved_view where id = $1", [id])).rows[0].key;

const start = async (client: CheckedClient, viewKey: string, more: object = {}) =>
  (await write(client, "startExport", { id: newId(), viewKey, format: "CSV", ...more })).id;

const tableOfTitles = () =>
  scene.publish({
    columns: ["title", "status"],
    orderBy: [{ field: "STARTS_ON" }],
    where: { title: { contains: { $parameter: "text" } } },
    parameters: [parameter("text", "TEXT")],
  });

/** Keeps every node from taking an export. */
const heldJobs = () =>
  hold(
    scene.world.hub.database.url,
    "select pg_advisory_xact_lock(hashtextextended('export leases', 0))",
  );

describe("An export of a view", () => {
  it.each(["CSV", "NDJSON"])(
    "is the file at the view's address as %s, for who started it",
    async (format) => {
      const key = await keyOf((await tableOfTitles()).id);
      const ending = format.toLowerCase();
      for (const [client, rows] of [
        [member, 3],
        [outsider, 2],
      ] as const) {
        const job = await untilExportIs(
          client,
          await start(client, key, { format, locale: "id-ID" }),
          "DONE",
        );
        expect(job).toMatchObject({ list: "actions", rows, view: { key } });
        const made = await downloadFile(client, job.address ?? "");
        expect(made.headers.get("content-disposition")).toContain(`filename=${key}.${ending}`);
        const { content } = await downloadFile(client, `/views/${key}.${ending}?locale=id-ID`);
        expect(made.content.toString()).toBe(content.toString());
      }
    },
  );

  it("takes the view's parameters", async () => {
    const key = await keyOf((await tableOfTitles()).id);
    const job = await untilExportIs(
      member,
      await start(member, key, { parameters: { text: "pasar" } }),
      "DONE",
    );
    const { content } = await downloadFile(member, job.address ?? "");
    expect(content.toString()).toBe("\uFEFFTitle,Status\r\nPasar kopi,Planned\r\n");
  });

  it("has the groups of a view, of one position", async () => {
    const { id } = await scene.publish({
      ...{ kind: "GROUPS", columns: [], groupBy: ["STATUS"], measures: ["count"], orderBy: [] },
    });
    const key = await keyOf(id);
    const job = await untilExportIs(member, await start(member, key), "DONE");
    expect(job).toMatchObject({ list: "actions", rows: 1 });
    const { content, headers } = await downloadFile(member, `/views/${key}.csv`);
    expect((await downloadFile(member, job.address ?? "")).content).toEqual(content);
    expect(content.toString()).toContain("Planned,3");
    expect(Number(headers.get("rembuk-position"))).toBeGreaterThanOrEqual(Number(job.position));
  });

  it("is refused where it could not be made, at the place", async () => {
    const { id } = await tableOfTitles();
    const key = await keyOf(id);
    const author = await scene.world.member(scene.lead, "COORDINATOR");
    const own = await keyOf((await scene.save(author)).id);
    const refusal = async (input: object) => {
      const { code, paths } = await refused(member, "startExport", {
        id: newId(),
        format: "CSV",
        ...input,
      });
      return [code, ...paths];
    };
    const bad = "BAD_USER_INPUT";
    expect(await refusal({})).toEqual([bad, "input.list"]);
    expect(await refusal({ viewKey: key, list: "actions" })).toEqual([bad, "input.viewKey"]);
    expect(await refusal({ viewKey: key, where: {}, columns: ["id"] })).toEqual([
      ...[bad, "input.where", "input.columns"],
    ]);
    expect(await refusal({ list: "actions", parameters: {} })).toEqual([bad, "input.parameters"]);
    expect(await refusal({ viewKey: key, parameters: { city: 1 } })).toEqual([
      ...[bad, "input.parameters.city"],
    ]);
    expect(await refusal({ viewKey: key, parameters: 3 })).toEqual([bad, "input.parameters"]);
    expect(await refusal({ viewKey: own })).toEqual(["NOT_FOUND", "input.viewKey"]);
    await noLongerFitting(id);
    expect(await refusal({ viewKey: key })).toEqual([bad, "input.viewKey"]);
  });

  it("fails with its reason where its requester may no longer see the view", async () => {
    const view = await tableOfTitles();
    const key = await keyOf(view.id);
    const held = await heldJobs();
    const id = await start(outsider, key);
    const author = await scene.world.member(scene.lead, "COORDINATOR");
    const shared = { id: view.id, expectedVersion: 2, audience: "ORGANISATION" };
    await write(author, "shareView", shared);
    await held.release();
    expect(await untilExportIs(outsider, id, "FAILED")).toMatchObject({
      ...{ failureCode: "NOT_FOUND", address: null, view: null },
      failure: `The view ${key} is no longer there, or who started the export may no longer see it.`,
    });
  });

  it("fails with its reason where the view no longer fits the hub", async () => {
    const { id: view } = await tableOfTitles();
    const held = await heldJobs();
    const id = await start(member, await keyOf(view));
    await noLongerFitting(view);
    await held.release();
    expect(await untilExportIs(member, id, "FAILED")).toMatchObject({
      ...{ failureCode: "BAD_USER_INPUT" },
      failure: expect.stringMatching(/the view no longer fits the hub, at columns\.0: /),
    });
  });
});

/** Gives a view a column that the schema does not have, as after a field was removed. */
const noLongerFitting = (id: string) =>
  behindTheGuards(
    scene.world.hub.database.url,
    `update saved_view set columns = '["nope"]' where id = $1`,
    [id],
  );
