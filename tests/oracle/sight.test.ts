import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { projectFolder } from "../../src/app/store.js";
import { allNouns, seenByAll } from "../../src/reading/index.js";
import { type Looker, SightScene, type State } from "./hidden/sight-scene.js";

// Who sees which rows, as the page prints it: one thing of each kind in each state, and everybody who looks.
// UPDATE_DOCS=1 writes the table; its difference is a change of who sees what.

let scene: SightScene;

beforeAll(async () => {
  scene = await SightScene.make();
});
afterAll(() => scene.world.stop());

/** As many as one document may name by their ids, and one page of changes may have. */
const most = 200;

/** What a looker sees: by table, the states of the things. */
async function sightOf({ client }: Looker): Promise<Map<string, Set<State>>> {
  const sight = new Map<string, Set<State>>();
  for (let at = 0; at < scene.made.length; at += most) {
    const things = scene.made.slice(at, at + most);
    const ids = things.map(({ row }) => String(row.id));
    const { nodes, changes } = await client.data<{
      nodes: ({ id: string } | null)[];
      changes: { nodes: { entityId: string }[] };
    }>(
      `query ($ids: [ID!]!) { nodes(ids: $ids) { id }
        changes(first: ${most}, where: { entityId: { in: $ids } }) { nodes { entityId } } }`,
      { ids } as never,
    );
    const seen = new Set(nodes.flatMap((node) => node?.id ?? []));
    // Viewers of a thing see that it was made, and nobody else does.
    expect(new Set(changes.nodes.map(({ entityId }) => entityId))).toEqual(seen);
    for (const { table, row, state } of things) {
      if (!seen.has(String(row.id))) continue;
      sight.set(table, (sight.get(table) ?? new Set()).add(state));
    }
  }
  return sight;
}

/** The table's cells by noun and column; a column whose people see different things says so. */
async function cells(): Promise<Map<string, Map<string, string>>> {
  const found = new Map<string, Map<string, string>>();
  for (const looker of scene.lookers) {
    const sight = await sightOf(looker);
    for (const { name, table, visible } of allNouns()) {
      if (visible === seenByAll || !scene.made.some((one) => one.table === table)) continue;
      const row = found.get(name) ?? new Map<string, string>();
      const cell = [...(sight.get(table) ?? [])].join(" ") || "-";
      const known = row.get(looker.column);
      if (known !== undefined && known !== cell) {
        throw new Error(`${looker.name} sees ${cell} of ${name}, others there ${known}`);
      }
      found.set(name, row.set(looker.column, cell));
    }
  }
  return found;
}

const path = join(projectFolder(), "docs", "access.md");
const [start, end] = ["<!-- sight: tested -->", "<!-- sight: end -->"];

function tableOf(found: Map<string, Map<string, string>>): string {
  const columns = [...new Set(scene.lookers.map(({ column }) => column))];
  const row = (some: string[]) => `| ${some.join(" | ")} |`;
  const nouns = [...found.keys()].toSorted();
  const rows = nouns.map((noun) =>
    row([noun, ...columns.map((column) => found.get(noun)?.get(column) ?? "")]),
  );
  return [row(["Noun", ...columns]), row(["---", ...columns.map(() => "---")]), ...rows].join("\n");
}

describe("Who sees which rows", () => {
  it("is as the page says, for every role, by id and in the history", async () => {
    const page = readFileSync(path, "utf8");
    const [before, rest] = page.split(start);
    const [printed, after] = rest?.split(end) ?? [];
    const current = `\n\n${tableOf(await cells())}\n\n`;
    if (process.env.UPDATE_DOCS) writeFileSync(path, `${before}${start}${current}${end}${after}`);
    else expect(printed).toBe(current);
  });

  it("has a thing of every kind that somebody may not see", () => {
    const tables = new Set(scene.made.map(({ table }) => table));
    const missing = allNouns()
      .filter(({ visible, table }) => visible !== seenByAll && !tables.has(table))
      .map(({ name }) => name);
    // Who sees these is tried by the tests of stakeholders and webhooks; a change is seen with its subject.
    expect(missing.toSorted()).toEqual([
      ...["ApiKey", "Change", "Membership", "User", "Webhook", "WebhookDelivery"],
    ]);
  });
});
