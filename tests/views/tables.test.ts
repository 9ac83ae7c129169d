import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { downloadFile } from "../testkit/files/transfers.js";
import type { CheckedClient } from "../testkit/hub/checked-client.js";
import { documentOf, type Written } from "../testkit/mutations/documents.js";
import { newId } from "../testkit/world/world.js";
import { parameter, table, ViewWorld } from "./view-world.js";

let scene: ViewWorld;
let author: CheckedClient;
let inside: Written;

beforeAll(async () => {
  scene = await ViewWorld.start();
  const { world, lead } = scene;
  author = await world.member(lead, "COORDINATOR");
  await world.action(lead, scene.open, { title: "Pelatihan kopi", startsOn: "2024-02-01" });
  await world.action(lead, scene.open, { title: "Pasar kopi", startsOn: "2024-05-01" });
  inside = await world.action(lead, scene.shared, { title: "Rahasia", startsOn: "2024-03-01" });
});
afterAll(() => scene.stop());

const titles = (result: { rows: { cells: { text: string | null }[] }[] }) =>
  result.rows.map(({ cells }) => cells[0]?.text);

describe("A view of the kind TABLE", () => {
  it("names the place of its result where its document is refused", async () => {
    const { id } = await scene.publish();
    const { path, extensions } = await scene.refusedResult(author, id, { after: "xyz" });
    expect({ path, extensions }).toMatchObject({
      ...{ path: ["view", "result"] },
      extensions: { code: "BAD_USER_INPUT", fields: [{ path: "after" }] },
    });
  });

  it("has a parameter of any name, as of one that every object has; a wrong one says what a name is", async () => {
    const named = (name: string) => ({
      where: { title: { contains: { $parameter: name } } },
      parameters: [parameter(name, "TEXT")],
    });
    const { id } = await scene.publish(named("constructor"));
    expect(titles(await scene.result(author, id))).toHaveLength(3);
    const given = { parameters: { constructor: "Pasar" } };
    expect(titles(await scene.result(author, id, given))).toEqual(["Pasar kopi"]);
    const input = { ...table, id: newId(), ...named("a b") };
    const { message } = await author.error(documentOf("saveView"), { input } as never);
    expect(message).toMatch(/parameters.0.name: must consist of letters, digits and underscores/);
  });

  it("shows the viewer's own rows, as typed cells with headings in two languages", async () => {
    const { id } = await scene.publish({ orderBy: [{ field: "STARTS_ON" }] });
    const mine = await scene.result(author, id);
    expect(titles(mine)).toEqual(["Pelatihan kopi", "Rahasia", "Pasar kopi"]);
    expect(
      mine.columns.map(({ key, heading }) => [key, heading.english, heading.indonesian]),
    ).toEqual([
      ["title", "Title", "Judul"],
      ["status", "Status", "Status"],
      ["plan.title", "Plan · Title", "Rencana aksi · Judul"],
      ["plan.lead", "Plan · Lead", "Rencana aksi · Penanggung jawab"],
    ]);
    const [, status, , lead] = mine.rows[0]?.cells ?? [];
    expect(status).toMatchObject({
      kind: "ENUM",
      codes: ["PLANNED"],
      label: { english: "Planned", indonesian: "Direncanakan" },
    });
    expect(lead).toMatchObject({
      kind: "REFERENCE",
      reference: { __typename: "Organisation", id: scene.lead.id },
      text: `Lembaga ${scene.lead.key}`,
    });
    expect(mine.rows[1]?.record).toEqual({ __typename: "Action", id: inside.id });
    const theirs = await scene.result(scene.world.visitor(), id);
    expect([titles(theirs), theirs.totalCount]).toEqual([["Pelatihan kopi", "Pasar kopi"], 2]);
  });

  it("takes parameters, and drops the conditions of an optional one without a value", async () => {
    const { id } = await scene.publish({
      orderBy: [{ field: "STARTS_ON" }],
      where: {
        title: { contains: { $parameter: "text" } },
        startsOn: { gte: { $parameter: "year" }, lte: { $parameter: "year" } },
      },
      parameters: [parameter("text", "TEXT"), parameter("year", "YEAR", { default: 2024 })],
    });
    const ask = async (parameters?: object) =>
      titles(await scene.result(scene.world.visitor(), id, { parameters }));
    expect(await ask()).toEqual(["Pelatihan kopi", "Pasar kopi"]);
    expect(await ask({ text: "pasar" })).toEqual(["Pasar kopi"]);
    expect(await ask({ year: "2023" })).toEqual([]);
    const error = await scene.refusedResult(author, id, { parameters: { year: "x", city: 1 } });
    expect(error.extensions).toMatchObject({
      code: "BAD_USER_INPUT",
      fields: [{ path: "parameters.city" }, { path: "parameters.year" }],
    });
  });
});

describe("The file of a view", () => {
  const keyOf = async (id: string) => {
    const { view } = await author.data<{ view: { key: string } }>(
      "query ($id: ID!) { view(id: $id) { key } }",
      { id },
    );
    return view.key;
  };
  const linesOf = async (client: CheckedClient, path: string) => {
    const { status, headers, content } = await downloadFile(client, path);
    expect([path, status]).toEqual([path, 200]);
    expect(headers.get("rembuk-position")).toMatch(/^\d+$/);
    return content.toString().slice(1).split("\r\n").slice(0, -1);
  };

  it("has the rows of its result for each viewer, with parameters and locale of the address", async () => {
    const { id } = await scene.publish({
      columns: ["title", "status", "startsOn"],
      orderBy: [{ field: "STARTS_ON" }],
      where: { title: { contains: { $parameter: "text" } } },
      parameters: [parameter("text", "TEXT")],
    });
    const path = `/views/${await keyOf(id)}.csv`;
    const [visitors, indonesian] = ["2024-02-01", "2024-05-01"].map((day, at) => {
      const title = ["Pelatihan kopi", "Pasar kopi"][at];
      return [`${title},Planned,${day}`, `${title};Direncanakan;${day}`];
    }) as [string[], string[]];
    expect(await linesOf(scene.world.visitor(), path)).toEqual([
      "Title,Status,Starts on",
      ...[visitors[0], indonesian[0]],
    ]);
    expect(await linesOf(author, path)).toHaveLength(4);
    const some = await linesOf(author, `${path}?text=pasar&locale=id-ID`);
    expect(some.slice(1)).toEqual([indonesian[1]]);
    const wrong = await downloadFile(author, `${path}?city=1`);
    expect(wrong.status).toBe(400);
    expect((await downloadFile(author, "/views/nope.csv")).status).toBe(404);
  });

  it("has every group, page after page", async () => {
    const { id } = await scene.publish({
      ...{ kind: "GROUPS", columns: [], groupBy: ["STATUS"], measures: ["count"], orderBy: [] },
    });
    const lines = await linesOf(author, `/views/${await keyOf(id)}.csv`);
    expect(lines.slice(1)).toEqual(["Planned,3"]);
  });
});
