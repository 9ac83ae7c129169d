import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { CheckedClient } from "../testkit/hub/checked-client.js";
import type { Written } from "../testkit/mutations/documents.js";
import { parameter, ViewWorld } from "./view-world.js";

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
