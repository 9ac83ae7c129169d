import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { noonOf, today } from "../../src/platform/jakarta.js";
import type { CheckedClient } from "../testkit/hub/checked-client.js";
import { HandClock } from "../testkit/live/hand-clock.js";
import { type Input, refused, write } from "../testkit/mutations/documents.js";
import { type Frame, streamOfView } from "./view-stream.js";
import { table, ViewWorld } from "./view-world.js";

const dayMs = 86_400_000;
const minuteMs = 60_000;
const noon = noonOf(today()).getTime();
const dayAt = (instant: number) => new Date(instant + 7 * 3_600_000).toISOString().slice(0, 10);

/** What a visitor may use in a minute: the start of one small stream, and a few answers. */
const visitorRate = 800;
/** What one document may cost. */
const mostCost = 1300;
/** More changes than that pays for. */
const manyChanges = 12;

let clock: HandClock;
let endRule: () => void;
let scene: ViewWorld;
let author: CheckedClient;
beforeAll(async () => {
  clock = new HandClock(noon);
  endRule = clock.rule();
  const limits = { RATE_LIMIT_VISITOR: String(visitorRate), LIMIT_COST: String(mostCost) };
  scene = await ViewWorld.start(limits);
  author = await scene.world.member(scene.lead, "COORDINATOR");
});
afterAll(async () => {
  await scene.stop();
  endRule();
});

const add = (title: string, more = {}) =>
  scene.world.action(scene.lead, scene.open, { title, ...more });

const document = `subscription ($id: ID) { viewLive(id: $id) {
  position result { position rows { cells { text } } } } }`;
const open = (client: CheckedClient, id: string) =>
  streamOfView(scene.world.hub, client, { id }, document);
const titles = ({ result: { rows } }: Frame) => rows.map(({ cells }) => cells[0]?.text);

describe("A view that a document's limits do not allow is refused when it is saved", () => {
  const columns = ["plan.title", "plan.lead", "plan.area.name", "plan.programme.owner", "lead"];
  const titled = Array.from({ length: 501 }, (_, at) => ({ title: { contains: `x${at}` } }));
  const cases: [string, Input, string][] = [
    ["a page of too many rows", { columns, pageSize: 200 }, "input.pageSize"],
    ["a filter of too many conditions", { where: { or: titled } }, "input.where"],
    [
      "a matrix, which has no page",
      {
        ...{ kind: "MATRIX", columns: [], measures: ["count", "sum.weight", "average.weight"] },
        ...{ matrixRows: ["LEAD"], matrixColumns: ["STATUS"] },
      },
      "input.measures",
    ],
  ];

  it.each(cases)("%s", async (_, more, path) => {
    const { code, paths } = await refused(author, "saveView", { ...table, ...more });
    expect([code, ...paths]).toEqual(["BAD_USER_INPUT", path]);
  });

  it("and when it is changed: the largest page that it names is accepted", async () => {
    const { id } = await scene.save(author, { columns });
    const change = { id, expectedVersion: 1, pageSize: 200 };
    const refusal = await refused(author, "updateView", change);
    expect(refusal.paths).toEqual(["input.pageSize"]);
    const [, most] = /use at most (\d+)\./.exec(refusal.messages[0] ?? "") ?? [];
    await write(author, "updateView", { ...change, pageSize: Number(most) });
    const one = { ...change, expectedVersion: 2, pageSize: Number(most) + 1 };
    expect((await refused(author, "updateView", one)).paths).toEqual(["input.pageSize"]);
  });
});

describe("The stream of a view", () => {
  it("gives the answers that its client's rate pays for, and later only the newest", async () => {
    const { id } = await scene.publish({
      ...{ columns: ["title"], orderBy: [{ field: "TITLE" }], pageSize: 20 },
      where: { title: { contains: "Anggaran" } },
    });
    const [limited, other] = [open(scene.world.visitor(), id), open(author, id)];
    expect(titles(await limited.next())).toEqual([]);
    await other.next();
    const paused = clock.awaited(minuteMs).then(() => undefined);
    let frames = 0;
    let next = limited.next();
    for (let change = 0; change < manyChanges; change += 1) {
      await add(`Anggaran ${String.fromCharCode(65 + change)}`);
      await other.next();
      if ((await Promise.race([next, paused])) === undefined) continue;
      frames += 1;
      next = limited.next();
    }
    expect([frames > 0, frames < manyChanges]).toEqual([true, true]);
    clock.go(minuteMs);
    expect(titles(await next)).toHaveLength(manyChanges);
    await add("Anggaran Z");
    expect(titles(await limited.next())).toHaveLength(manyChanges + 1);
    await Promise.all([limited.stop(), other.stop()]);
  });

  it("is refused at its start where the rate does not pay for its first answer", async () => {
    clock.go(minuteMs);
    const columns = ["title", "plan.programme.name", "plan.area.name", "lead.name"];
    const { id } = await scene.publish({ columns, pageSize: 200 });
    const refused = open(scene.world.visitor(), id);
    expect(await refused.refusal()).toMatchObject({ code: "RATE_LIMITED" });
    await refused.ended();
  });

  it("gives another answer when a day begins, without a change", async () => {
    clock.go(minuteMs);
    const { id } = await scene.publish({
      ...{ columns: ["title"], where: { startsOn: { $date: "TODAY" } } },
    });
    const now = clock.now();
    for (const [title, at] of [
      ["Hari ini", now],
      ["Besok", now + dayMs],
    ] as const) {
      await add(title, { startsOn: dayAt(at), endsOn: dayAt(at + dayMs) });
    }
    const stream = open(scene.world.visitor(), id);
    expect(titles(await stream.next())).toEqual(["Hari ini"]);
    clock.go(dayMs);
    expect(titles(await stream.next())).toEqual(["Besok"]);
    await stream.stop();
  });
});
