import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Page } from "playwright-core";
import {
  publishedInstrument,
  question,
  questionnaire,
  type Setting,
  TestAssessment,
  unscored,
  words,
} from "../testkit/assessments/test-assessment.js";
import { violationsOn } from "../testkit/console/axe.js";
import { chromiumPath, type Reader, TestBrowser } from "../testkit/console/browser.js";
import { type Party, World } from "../testkit/world/world.js";

const withBrowser = chromiumPath() ? describe : describe.skip;

const options = [
  { key: "road", text: words("road"), score: 50 },
  { key: "market", text: words("market"), score: 50 },
];

/** One question of each kind, and one that a yes asks. */
const everyKind = () =>
  questionnaire([
    question("skill"),
    question("people", { ...unscored, kind: "NUMBER", minimum: 0, maximum: 500 }),
    question("schooled", { ...unscored, kind: "PERCENT" }),
    question("loans", { ...unscored, kind: "MONEY" }),
    question("nearest", { ...unscored, kind: "CHOICE", options: bare() }),
    question("needs", { ...unscored, kind: "MULTI_CHOICE", options: bare() }),
    question("lends", { kind: "BOOLEAN" }),
    question("poorest", { condition: { question: "lends", anyOf: ["true"] } }),
    question("more", { ...unscored, kind: "TEXT", required: false }),
  ]);

const bare = () => options.map(({ key, text }) => ({ key, text }));

let world: World;
let browser: TestBrowser;
let university: Party;
let owner: Party;
let setting: Setting;

beforeAll(async () => {
  world = await World.start({ CONSOLE: "on" });
  if (chromiumPath()) browser = await TestBrowser.start();
  university = await world.organisation();
  owner = await world.organisation();
  const lead = await world.organisation();
  const plan = await world.plan(await world.programme(owner), lead);
  const instrument = await publishedInstrument(world, university, everyKind());
  setting = { university, owner, instrument, subject: { planId: plan.id } };
});
afterAll(async () => {
  await browser?.stop();
  await world.stop();
});

/** An assessment of its own, open in a browser; of its assessor unless another reader is named. */
async function opened(reader: Reader = {}) {
  const assessment = await TestAssessment.offered(world, setting);
  return { assessment, ...(await openedIn(assessment, reader)) };
}

async function openedIn(assessment: TestAssessment, reader: Reader = {}) {
  const email = `assessor@${university.key}.example`;
  const window = await browser.open(world.hub, { email, language: "en", ...reader });
  await window.page.goto(`/assessment/${assessment.id}`);
  await window.page.locator("[data-question=skill]").waitFor();
  return { window, page: window.page };
}

const asked = (page: Page, key: string) => page.locator(`[data-question=${key}]`);
const saving = (page: Page, state: string) =>
  page.locator(`[data-saving=${state}]`).waitFor({ state: "visible" });

/** The answers that the hub has, by their questions. */
async function answersOf(assessment: TestAssessment) {
  const fields = "question scale value percent money choice choices boolean text note";
  const shown = await assessment.shown<{ answers: Record<string, unknown>[] }>(
    `answers { ${fields} }`,
  );
  const said = (answer: Record<string, unknown>) =>
    Object.fromEntries(Object.entries(answer).filter(([, value]) => value !== null));
  return Object.fromEntries(
    (shown?.answers ?? []).map(({ question: key, ...answer }) => [key, said(answer)]),
  );
}

/** How often the ledger has an operation for an assessment. */
async function changesOf(assessment: TestAssessment, operation: string): Promise<number> {
  const shown = await assessment.shown<{ history: { nodes: { operation: string }[] } }>(
    "history(first: 100) { nodes { operation } }",
  );
  return shown?.history.nodes.filter((change) => change.operation === operation).length ?? 0;
}

withBrowser("An assessment in a browser", () => {
  it("is answered by every kind of question, and asks what a condition asks", async () => {
    const { assessment, window, page } = await opened();
    await asked(page, "skill").getByLabel("4").check();
    await asked(page, "people").getByRole("textbox").fill("12.5");
    await asked(page, "schooled").getByRole("textbox").fill("61,5");
    await asked(page, "loans").getByRole("textbox").fill("150.000.000");
    await asked(page, "nearest").getByLabel("market").check();
    await asked(page, "needs").getByLabel("road").check();
    expect(await asked(page, "poorest").count()).toBe(0);
    await asked(page, "lends").getByLabel("Yes").check();
    await asked(page, "poorest").getByLabel("2").check();
    await asked(page, "more").getByRole("textbox").fill("Enough.");
    await asked(page, "skill").getByRole("button", { name: "Add a remark" }).click();
    await asked(page, "skill").getByLabel("Remark").fill("Weaving.");
    await asked(page, "more").getByRole("textbox").focus();
    await saving(page, "saved");
    expect(await answersOf(assessment)).toEqual({
      skill: { scale: 4, note: "Weaving." },
      people: { value: 12.5 },
      schooled: { percent: 61.5 },
      loans: { money: "150000000" },
      nearest: { choice: "market" },
      needs: { choices: ["road"] },
      lends: { boolean: true },
      poorest: { scale: 2 },
      more: { text: "Enough." },
    });
    expect(window.faults).toEqual([]);
    await window.close();
  });

  it("says at the question why an answer is not saved, and saves the others", async () => {
    const { assessment, window, page } = await opened();
    await asked(page, "people").getByRole("textbox").fill("12.500");
    await asked(page, "skill").getByLabel("3").check();
    await asked(page, "people").getByText("can be read in two ways").waitFor();
    await asked(page, "schooled").getByRole("textbox").fill("140");
    await asked(page, "schooled").getByRole("textbox").blur();
    await asked(page, "schooled").getByText("Not saved: must be from 0 to 100").waitFor();
    await saving(page, "refused");
    expect(await answersOf(assessment)).toEqual({ skill: { scale: 3 } });
    await asked(page, "schooled").getByRole("textbox").fill("14");
    await asked(page, "people").getByRole("textbox").fill("12500");
    await asked(page, "people").getByRole("textbox").fill("125");
    await asked(page, "people").getByRole("textbox").blur();
    await saving(page, "saved");
    expect(await answersOf(assessment)).toEqual({
      ...{ skill: { scale: 3 }, schooled: { percent: 14 }, people: { value: 125 } },
    });
    await window.close();
  });

  it("keeps answers without a line, on a phone, and sends each once", async () => {
    const { assessment, window, page } = await opened({ width: 390 });
    await asked(page, "skill").getByLabel("2").check();
    await saving(page, "saved");
    await window.context.setOffline(true);
    await asked(page, "skill").getByLabel("5").check();
    await asked(page, "lends").getByLabel("Yes").check();
    await asked(page, "poorest").getByLabel("1").check();
    await saving(page, "kept");
    await page.getByText("3 answers are kept on this device").waitFor();
    expect(await answersOf(assessment)).toEqual({ skill: { scale: 2 } });
    await window.context.setOffline(false);
    await saving(page, "saved");
    expect(await answersOf(assessment)).toEqual({
      ...{ skill: { scale: 5 }, lends: { boolean: true }, poorest: { scale: 1 } },
    });
    expect(await changesOf(assessment, "answerAssessment")).toBe(2);
    const width = await page.evaluate("document.documentElement.scrollWidth");
    expect(width).toBeLessThanOrEqual(390);
    await window.close();
  });

  it("sends what an earlier page of this browser has kept", async () => {
    const { assessment, window, page } = await opened();
    // The hub takes the answer, but its word does not arrive: the page cannot know, and keeps the answer.
    await page.route("**/graphql", async (route) => {
      await route.fetch().catch(() => undefined);
      await route.abort();
    });
    await asked(page, "skill").getByLabel("4").check();
    await asked(page, "lends").getByLabel("No").check();
    await saving(page, "kept");
    await page.unroute("**/graphql");
    await page.reload();
    await saving(page, "saved");
    expect(await answersOf(assessment)).toEqual({
      ...{ skill: { scale: 4 }, lends: { boolean: false } },
    });
    expect(await page.evaluate("indexedDB.databases().then((all) => all.length)")).toBe(1);
    await window.close();
  });

  it("shows an answer that met another's, and lets one choose", async () => {
    const { assessment, window, page } = await opened();
    await window.context.setOffline(true);
    await asked(page, "skill").getByLabel("5").check();
    await asked(page, "lends").getByLabel("Yes").check();
    await asked(page, "poorest").getByLabel("4").check();
    await saving(page, "kept");
    await assessment.answer({ question: "skill", scale: 1 }, { question: "poorest", scale: 2 });
    await window.context.setOffline(false);
    await saving(page, "conflict");
    await asked(page, "lends").getByText("Saved", { exact: true }).waitFor();
    expect(await answersOf(assessment)).toMatchObject({
      ...{ skill: { scale: 1 }, lends: { boolean: true }, poorest: { scale: 2 } },
    });
    const met = asked(page, "skill").getByRole("alert");
    await met.getByText("5 of 5").waitFor();
    await met.getByText("1 of 5").waitFor();
    await met.getByRole("button", { name: "Use my answer" }).click();
    await asked(page, "poorest").getByRole("button", { name: "Use the hub's answer" }).click();
    await saving(page, "saved");
    expect(await answersOf(assessment)).toMatchObject({
      ...{ skill: { scale: 5 }, poorest: { scale: 2 } },
    });
    expect(await asked(page, "poorest").getByLabel("2").isChecked()).toBe(true);
    await window.close();
  });
});

withBrowser("What belongs to an assessment, in a browser", () => {
  it("is uploaded as evidence, found, declared and handed in", async () => {
    const { assessment, window, page } = await opened();
    await assessment.answer(
      { question: "skill", scale: 3 },
      { question: "people", number: 1 },
      { question: "schooled", percent: 1 },
      { question: "loans", money: "1" },
      { question: "nearest", choice: "road" },
      { question: "needs", choices: ["road"] },
      { question: "lends", boolean: false },
    );
    await page.getByRole("tab", { name: "Evidence and findings" }).click();
    const file = { name: "loans.csv", mimeType: "text/csv", buffer: Buffer.from("a,b\n1,2\n") };
    await page.locator("input[type=file]").first().setInputFiles(file);
    await page.getByRole("button", { name: "loans.csv", exact: true }).waitFor();
    await page.getByLabel("Finding", { exact: true }).fill("Few have tools.");
    await page.getByRole("button", { name: "Add the finding" }).click();
    await page.getByText("Few have tools.").last().waitFor();
    await page.getByRole("tab", { name: "Submit" }).click();
    await page.getByLabel("Declaration of interests").fill("None.");
    await page.getByRole("button", { name: "Save the declaration" }).click();
    await page.getByText("All required questions have an answer.").waitFor();
    await page.getByRole("button", { name: "Submit", exact: true }).click();
    await page.getByText("Submitted", { exact: true }).waitFor();
    const shown = await assessment.shown("status interests evidence { title } findings { text }");
    expect(shown).toEqual({
      status: "SUBMITTED",
      interests: "None.",
      evidence: [{ title: "loans.csv" }],
      findings: [{ text: "Few have tools." }],
    });
    expect(window.faults).toEqual([]);
    await window.close();
  });

  it("can be read by everybody: axe finds nothing in both languages and themes", async () => {
    const readers: Reader[] = [
      { language: "id", theme: "light" },
      { language: "en", theme: "dark", width: 320 },
    ];
    const assessment = await TestAssessment.offered(world, setting);
    await assessment.answer({ question: "skill", scale: 3 }, { question: "lends", boolean: true });
    for (const reader of readers) {
      const { window, page } = await openedIn(assessment, reader);
      for (const tab of ["answers", "evidence", "submit", "scores", "review"]) {
        await page.locator(`[role=tab][data-key=${tab}]`).click();
        await page.locator("[role=tabpanel]").waitFor();
        expect(await violationsOn(page)).toEqual([]);
        const width = Number(await page.evaluate("document.documentElement.scrollWidth"));
        expect(width).toBeLessThanOrEqual(reader.width ?? 1280);
      }
      expect(window.faults).toEqual([]);
      await window.close();
    }
  });
});
