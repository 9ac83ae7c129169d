import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { publishedInstrument, TestAssessment } from "../testkit/assessments/test-assessment.js";
import { types } from "../testkit/files/transfers.js";
import { hollow, parts, zip } from "../testkit/files/zip-packages.js";
import { ImportWorld } from "../testkit/imports/import-world.js";
import { newId, type World } from "../testkit/world/world.js";
import { hostileBodies, hostileHeaders } from "./hostile-json.js";
import { heaviestGroups, hostileQuestions } from "./hostile-questions.js";
import { type HostileTable, hostileTables } from "./hostile-tables.js";
import { bounds, WatchedHub } from "./watched-hub.js";
import { slowness } from "./yardstick.js";

// How long a hub's event loop is held, in the processor time of its thread: however busy the machine is,
// the figure is the same. The hub is a process of its own, on the database of the world that is made here.

let world: ImportWorld;
let hub: WatchedHub;
let tables: Record<string, HostileTable>;
let assessment: TestAssessment;

beforeAll(async () => {
  world = await ImportWorld.start();
  hub = await WatchedHub.start(world.world.hub.database);
  tables = hostileTables(world.indicator, world.area);
  assessment = await offeredAssessment(world.world);
});
afterAll(async () => {
  await hub.stop();
  await world.stop();
});

async function offeredAssessment(place: World): Promise<TestAssessment> {
  const [university, owner] = [await place.organisation(), await place.organisation()];
  const plan = await place.plan(await place.programme(owner), await place.organisation());
  const instrument = await publishedInstrument(place, university);
  const subject = { planId: plan.id };
  return TestAssessment.offered(place, { university, owner, instrument, subject });
}

/** Sends all of them one after another; gives those that were answered by 5xx or held the loop too long. */
async function bad(requests: Readonly<Record<string, () => Promise<Response>>>): Promise<string[]> {
  const found: string[] = [];
  for (const [name, send] of Object.entries(requests)) {
    hub.begin();
    const response = await send();
    await response.arrayBuffer();
    const { loopMs } = hub.figures();
    if (response.status >= 500) found.push(`${name}: ${response.status}`);
    if (loopMs > bounds.loopMs && loopMs > bounds.loopMs * slowness())
      found.push(`${name}: the loop was held for ${loopMs} ms`);
    if (process.env.LOOP_FIGURES) console.log(`${loopMs} ms ${response.status} ${name}`);
  }
  return found;
}

const mapped = <T>(
  of: Readonly<Record<string, T>>,
  send: (one: T) => Promise<Response>,
): Record<string, () => Promise<Response>> =>
  Object.fromEntries(Object.entries(of).map(([name, one]) => [name, () => send(one)]));

const post = (body: string, headers: Record<string, string> = {}) =>
  fetch(hub.hub.url, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body,
  });

const put = ({ kind, text }: HostileTable, mode: string) =>
  fetch(hub.hub.url.replace("/graphql", `/imports/${newId()}?kind=${kind}&mode=${mode}`), {
    method: "PUT",
    headers: { ...world.keeper.sent, "content-type": "text/csv" },
    body: text as NonNullable<RequestInit["body"]>,
  });

describe("The event loop is held for less than 100 ms", () => {
  it("by documents and variables", async () => {
    await post(Object.values(hostileBodies)[0] ?? "");
    expect(await bad(mapped(hostileBodies, (body) => post(body)))).toEqual([]);
  });

  it("by groups, searches and views", async () => {
    const { sent } = world.keeper;
    // A hub compiles its code for groups with the first of them: that is no fault of a question.
    for (let turn = 0; turn < 3; turn += 1) await post(heaviestGroups(), sent);
    expect(await bad(mapped(hostileQuestions, (body) => post(body, sent)))).toEqual([]);
  });

  it("by headers", async () => {
    const body = '{"query":"{ viewer { kind } }"}';
    expect(await bad(mapped(hostileHeaders, (headers) => post(body, headers)))).toEqual([]);
  });

  it("by workbooks and evidence", async () => {
    const { sent } = await assessment.assessor;
    const send = (name: string, type: string, content: Buffer) =>
      fetch(hub.hub.url.replace("/graphql", `/assessments/${assessment.id}/${name}`), {
        method: "POST",
        headers: { ...sent, "content-type": type },
        body: content as NonNullable<RequestInit["body"]>,
      });
    const cells = `<row>${"<c><v>1</v></c>".repeat(150)}</row>`.repeat(130);
    const sheets = {
      "fifteen megabytes of spaces": await zip({
        ...parts(""),
        "xl/worksheets/sheet1.xml": hollow(15e6),
      }),
      "as many cells as it may": await zip(parts(`<sheetData>${cells}</sheetData>`)),
      "no zip": Buffer.alloc(20_000_000, "x"),
    };
    const files = { text: Buffer.alloc(20_000_000, "a\n"), nothing: Buffer.alloc(0) };
    expect([
      ...(await bad(mapped(sheets, (content) => send("workbook.xlsx", types.xlsx, content)))),
      ...(await bad(mapped(files, (content) => send("evidence", "text/plain", content)))),
    ]).toEqual([]);
  });

  it("by tables", async () => {
    expect(await bad(mapped(tables, (table) => put(table, "VALID")))).toEqual([]);
  });
});
