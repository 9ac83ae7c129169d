import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import { type CheckedClient, positionOf } from "../testkit/hub/checked-client.js";
import type { Watch } from "../testkit/live/live-world.js";
import { type Written, write } from "../testkit/mutations/documents.js";
import { type Frame, streamOfView } from "./view-stream.js";
import { parameter, ViewWorld } from "./view-world.js";

let scene: ViewWorld;
let author: CheckedClient;
const streams: Watch<Frame>[] = [];
beforeAll(async () => {
  scene = await ViewWorld.start();
  author = await scene.world.member(scene.lead, "COORDINATOR");
});
afterEach(async () => {
  for (const stream of streams.splice(0)) await stream.stop();
});
afterAll(() => scene.stop());

const titlesIn = ({ rows }: Frame["result"]) => rows.map(({ cells }) => cells[0]?.text);
const titles = ({ result }: Frame) => titlesIn(result);

function open(client: CheckedClient, variables: Record<string, unknown>, document?: string) {
  const stream = streamOfView(scene.world.hub, client, variables, document);
  streams.push(stream);
  return stream;
}

const add = (title: string, plan: Written = scene.open) =>
  scene.world.action(scene.lead, plan, { title });

/** A view of the actions whose title has this word. */
const actionsWith = (word: string) =>
  scene.publish({
    ...{ columns: ["title"], orderBy: [{ field: "TITLE" }] },
    where: { title: { contains: word } },
  });

/** The planned reads of this process so far. */
async function plannedReads(): Promise<number> {
  const text = await (await fetch(scene.world.hub.metricsUrl)).text();
  return Number(/^rembuk_reads_total\{path="planned",cause=""\} (\d+)$/m.exec(text)?.[1] ?? 0);
}

describe("The stream of a view", () => {
  it("gives the present result, and another when it has changed for the viewer", async () => {
    const first = await add("Lintas A");
    const { id } = await actionsWith("Lintas");
    const [mine, theirs] = [open(author, { id }), open(scene.world.visitor(), { id })];
    for (const stream of [mine, theirs]) expect(titles(await stream.next())).toEqual(["Lintas A"]);
    // Of the view's table, and not in its columns.
    const described = { id: first.id, expectedVersion: first.version, description: "Lain" };
    await write(author, "updateAction", described);
    await add("Lintas B", scene.shared);
    expect(titles(await mine.next())).toEqual(["Lintas A", "Lintas B"]);
    const sentinel = await add("Lintas C");
    const seen = await mine.next();
    expect([titles(seen), seen.position]).toEqual([
      ["Lintas A", "Lintas B", "Lintas C"],
      seen.result.position,
    ]);
    const shown = await theirs.next();
    expect(titles(shown)).toEqual(["Lintas A", "Lintas C"]);
    expect(shown.position).toBeGreaterThanOrEqual(sentinel.position);
  });

  it("is read once for equal subscribers, and not for changes of other tables", async () => {
    const { id } = await actionsWith("Bersama");
    const visitors = Array.from({ length: 12 }, () => open(scene.world.visitor(), { id }));
    for (const stream of visitors) expect(titles(await stream.next())).toEqual([]);
    const before = await plannedReads();
    await scene.publish();
    await add("Bersama");
    for (const stream of visitors) expect(titles(await stream.next())).toEqual(["Bersama"]);
    const after = await plannedReads();
    expect(after - before).toBeLessThanOrEqual(3);
  });

  it("shows the values of parameters, and tells of wrong ones before it starts", async () => {
    await add("Ganjil satu");
    const { id } = await scene.publish({
      ...{ columns: ["title"], parameters: [parameter("text", "TEXT", { required: true })] },
      where: { title: { contains: { $parameter: "text" } } },
    });
    const some = open(author, { id, parameters: { text: "ganjil" } });
    expect(titles(await some.next())).toEqual(["Ganjil satu"]);
    expect(await open(author, { id, parameters: { city: 1 } }).refusal()).toMatchObject({
      code: "BAD_USER_INPUT",
      fields: [{ path: "parameters.city" }, { path: "parameters.text" }],
    });
    expect(await open(author, {}).refusal()).toMatchObject({ fields: [{ path: "id" }] });
    expect(await open(author, { key: "tiada" }).refusal()).toMatchObject({
      code: "NOT_FOUND",
      fields: [{ path: "key" }],
    });
  });

  it("shows a private view to its author alone, and ends when the view is hidden", async () => {
    await add("Rahasia kita");
    const more = { columns: ["title"], where: { title: { contains: "Rahasia kita" } } };
    const own = await scene.save(author, more);
    expect(titles(await open(author, { id: own.id }).next())).toEqual(["Rahasia kita"]);
    const stranger = await scene.world.member(scene.stranger, "COORDINATOR");
    const refused = await open(stranger, { id: own.id }).refusal();
    expect(refused).toMatchObject({ code: "NOT_FOUND", fields: [{ path: "id" }] });
    const shared = await write(author, "shareView", {
      ...{ id: own.id, expectedVersion: 1, audience: "PUBLIC" },
    });
    const stream = open(stranger, { id: own.id });
    await stream.next();
    const back = { id: own.id, expectedVersion: shared.version, audience: "ORGANISATION" };
    await write(author, "shareView", back);
    expect(await stream.refusal()).toMatchObject({ code: "NOT_FOUND", fields: [{ path: "id" }] });
    await stream.ended();
  });

  it("ends when the viewer's access changes", async () => {
    const { id } = await actionsWith("Anggota");
    const email = "pamit@rembuk.example";
    const input = { organisationId: scene.lead.id, email, role: "VIEWER" };
    const operator = await scene.world.operator;
    const joined = await write(operator, "addMember", input);
    const stream = open(await scene.world.as(email), { id });
    expect(titles(await stream.next())).toEqual([]);
    await write(operator, "removeMember", { id: joined.id, expectedVersion: joined.version });
    expect(await stream.refusal()).toMatchObject({ code: "FORBIDDEN" });
    await stream.ended();
  });

  it("shows what the records of cells have become", async () => {
    const { id, version } = await add("Catatan satu");
    const view = await scene.publish({
      columns: ["status"],
      where: { id: { eq: id } },
    });
    const document = `subscription ($id: ID) { viewLive(id: $id) {
      at: position result { at: position rows { record { ... on Action { title } } } } } }`;
    const stream = open(author, { id: view.id }, document);
    const titleOf = ({ result }: Frame) =>
      (result.rows[0]?.record as { title?: string } | null | undefined)?.title;
    expect(titleOf(await stream.next())).toBe("Catatan satu");
    await write(author, "updateAction", { id, expectedVersion: version, title: "Catatan dua" });
    expect(titleOf(await stream.next())).toBe("Catatan dua");
  });

  it("begins with what stands when it is opened again", async () => {
    const { id } = await actionsWith("Lanjut");
    const before = open(author, { id });
    expect(titles(await before.next())).toEqual([]);
    await before.stop();
    await add("Lanjut");
    expect(titles(await open(author, { id }).next())).toEqual(["Lanjut"]);
  });
});

describe("The result of a view as of an earlier position", () => {
  it("shows the rows of then, with the rights of now and then", async () => {
    const first = await add("Dahulu");
    const { id } = await actionsWith("Dahulu");
    await add("Dahulu kala");
    const then = await scene.result(author, id, { asOf: first.position });
    expect([titlesIn(then), then.totalCount, then.position]).toEqual([
      ["Dahulu"],
      1,
      first.position,
    ]);
    expect(titlesIn(await scene.result(author, id))).toEqual(["Dahulu", "Dahulu kala"]);
    const asOf = (await positionOf(author)) + 1000;
    expect((await scene.refusedResult(author, id, { asOf })).extensions).toMatchObject({
      code: "BAD_USER_INPUT",
      fields: [{ path: "asOf" }],
    });
  });
});
