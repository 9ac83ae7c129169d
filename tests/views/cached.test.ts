import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { CheckedClient } from "../testkit/hub/checked-client.js";
import { write } from "../testkit/mutations/documents.js";
import { untilCached } from "../testkit/reading/read-counts.js";
import { ViewWorld } from "./view-world.js";

let scene: ViewWorld;
let author: CheckedClient;
beforeAll(async () => {
  scene = await ViewWorld.start();
  author = await scene.world.member(scene.lead, "COORDINATOR");
});
afterAll(() => scene.stop());

interface Shown {
  view: { result: { rows: { cells: { text: string }[] }[] }; star?: { id: string } | null } | null;
}

const document = "query ($id: ID!) { view(id: $id) { result { rows { cells { text } } } } }";

/** The titles that a client's result shows; null where it sees no view. */
async function titles(client: CheckedClient, id: string): Promise<string[] | null> {
  const { view } = await client.data<Shown>(document, { id });
  return view === null ? null : view.result.rows.map(({ cells }) => cells[0]?.text ?? "");
}

const add = (title: string, plan = scene.open) => scene.world.action(scene.lead, plan, { title });

const actionsWith = (word: string, more = {}) => ({
  ...{ columns: ["title"], orderBy: [{ field: "TITLE" }], ...more },
  where: { title: { contains: word } },
});

/** The reads of this process so far, by their path. */
async function reads(): Promise<Record<"planned" | "resolver" | "cached", number>> {
  const text = await (await fetch(scene.world.hub.metricsUrl)).text();
  const of = (path: string) =>
    [...text.matchAll(new RegExp(`^rembuk_reads_total\\{path="${path}",.*\\} (\\d+)$`, "gm"))]
      .map(([, count]) => Number(count))
      .reduce((sum, count) => sum + count, 0);
  return { planned: of("planned"), resolver: of("resolver"), cached: of("cached") };
}

/** The reads that `work` makes. */
async function readsOf(work: () => Promise<unknown>) {
  const before = await reads();
  await work();
  const after = await reads();
  return {
    planned: after.planned - before.planned,
    resolver: after.resolver - before.resolver,
    cached: after.cached - before.cached,
  };
}

/** Another coordinator of the author's organisation, who has the same access scope. */
async function colleagueOf(email: string): Promise<CheckedClient> {
  const input = { organisationId: scene.lead.id, email, role: "COORDINATOR" };
  await write(await scene.world.operator, "addMember", input);
  return scene.world.as(email);
}

describe("The result of a view", () => {
  it("is read by two statements, and then not at all while nothing of it changes", async () => {
    const { id } = await scene.publish(actionsWith("Simpan"));
    await add("Simpan A");
    const ask = async () => expect(await titles(scene.world.visitor(), id)).toEqual(["Simpan A"]);
    expect(await readsOf(ask)).toEqual({ planned: 2, resolver: 0, cached: 0 });
    await untilCached(scene.world.hub, ask);
    await add("Simpan B");
    expect(await titles(scene.world.visitor(), id)).toEqual(["Simpan A", "Simpan B"]);
  });

  it("costs a member the statement that finds the view", async () => {
    const { id } = await scene.publish(actionsWith("Anggota"));
    await add("Anggota A");
    const ask = async () => expect(await titles(author, id)).toEqual(["Anggota A"]);
    let made = await readsOf(ask);
    // The hub has to read the last change first; until then it reads both again.
    while (made.cached === 0) made = await readsOf(ask);
    expect(made).toEqual({ planned: 1, resolver: 0, cached: 1 });
  });

  it("is each viewer's own, with changes in between", async () => {
    const { id } = await scene.publish(actionsWith("Milik"));
    const stranger = await scene.world.member(scene.stranger, "COORDINATOR");
    const [open, all]: [string[], string[]] = [[], []];
    for (const letter of ["A", "B", "C", "D"]) {
      const plan = letter < "C" ? scene.shared : scene.open;
      await add(`Milik ${letter}`, plan);
      all.push(`Milik ${letter}`);
      if (plan === scene.open) open.push(`Milik ${letter}`);
      for (const _ of [1, 2, 3]) {
        expect(await titles(author, id)).toEqual(all);
        expect(await titles(stranger, id)).toEqual(open);
        expect(await titles(scene.world.visitor(), id)).toEqual(open);
      }
    }
  });

  it("is shown to nobody else while the view is private, and no more once it is again", async () => {
    const { id } = await scene.save(author, actionsWith("Rahasia"));
    await add("Rahasia A");
    const colleague = await colleagueOf("rekan@rembuk.example");
    for (const _ of [1, 2, 3]) {
      expect(await titles(author, id)).toEqual(["Rahasia A"]);
      expect(await titles(colleague, id)).toBeNull();
    }
    const share = (audience: string, expectedVersion: number) =>
      write(author, "shareView", { id, expectedVersion, audience });
    await share("PUBLIC", 1);
    for (const _ of [1, 2, 3]) {
      expect(await titles(colleague, id)).toEqual(["Rahasia A"]);
      expect(await titles(scene.world.visitor(), id)).toEqual(["Rahasia A"]);
    }
    await share("PRIVATE", 2);
    for (const client of [colleague, scene.world.visitor()]) {
      expect(await titles(client, id)).toBeNull();
    }
    expect(await titles(author, id)).toEqual(["Rahasia A"]);
  });

  it("follows the view itself, and stands beside each viewer's own star", async () => {
    const { id, version } = await scene.publish(actionsWith("Bintang"));
    await add("Bintang A");
    const starred =
      "query ($id: ID!) { view(id: $id) { star { id } result { rows { cells { text } } } } }";
    const isStarred = async (client: CheckedClient) =>
      Boolean((await client.data<Shown>(starred, { id })).view?.star);
    const colleague = await colleagueOf("bintang@rembuk.example");
    await write(colleague, "starView", { viewId: id });
    for (const _ of [1, 2, 3]) {
      expect([await isStarred(author), await isStarred(colleague)]).toEqual([false, true]);
      await titles(scene.world.visitor(), id);
    }
    await write(author, "updateView", { id, expectedVersion: version, columns: ["status"] });
    expect(await titles(scene.world.visitor(), id)).toEqual(["Planned"]);
  });
});
