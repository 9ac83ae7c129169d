import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import {
  publishedInstrument,
  question,
  questionnaire,
  TestAssessment,
} from "../testkit/assessments/test-assessment.js";
import { AssessmentPages, answersOf, asked } from "../testkit/console/assessment-pages.js";
import { violationsOn } from "../testkit/console/axe.js";
import { inBrowser, type Reader } from "../testkit/console/browser.js";
import { chromiumPath } from "../testkit/console/chromium.js";
import { shown } from "../testkit/console/shown.js";
import { Spreadsheet } from "../testkit/files/spreadsheet.js";

let pages: AssessmentPages;

beforeAll(async () => {
  if (chromiumPath()) pages = await AssessmentPages.start();
});
afterAll(() => pages?.stop());

/** A workbook in which these questions are answered. */
async function edited(path: string, answers: Record<string, number>): Promise<Buffer> {
  const workbook = await Spreadsheet.open(await readFile(path));
  for (const [key, answer] of Object.entries(answers)) workbook.type(key, answer);
  return workbook.save();
}

inBrowser("What belongs to an assessment, in a browser", () => {
  it("is uploaded as evidence, found, declared and handed in", async () => {
    const { assessment, window, page } = await pages.opened();
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
    // The answers have inputs for files too, and stand there until the address has changed.
    const panel = page.getByRole("tabpanel", { name: "Evidence and findings" });
    await panel.locator("input[type=file]").first().setInputFiles(file);
    await page.getByRole("button", { name: "loans.csv", exact: true }).waitFor();
    await page.getByLabel("Finding", { exact: true }).fill("Few have tools.");
    await page.getByRole("button", { name: "Add the finding" }).click();
    const found = page.getByRole("listitem").filter({ hasText: "Few have tools." });
    await found.getByRole("button", { name: "Change…" }).click();
    await page.getByRole("dialog").getByLabel("Recommendation").fill("Lend them.");
    await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
    await found.getByText("Recommendation: Lend them.").waitFor();
    await page.getByRole("tab", { name: "Submit" }).click();
    await page.getByLabel("Declaration of interests").fill("None.");
    await page.getByRole("button", { name: "Save the declaration" }).click();
    await page.getByText("All required questions have an answer.").waitFor();
    await page.getByRole("button", { name: "Submit", exact: true }).click();
    await page.getByText("Submitted", { exact: true }).waitFor();
    const shown = await assessment.shown(
      "status interests evidence { title } findings { text recommendation }",
    );
    expect(shown).toEqual({
      status: "SUBMITTED",
      interests: "None.",
      evidence: [{ title: "loans.csv" }],
      findings: [{ text: "Few have tools.", recommendation: "Lend them." }],
    });
    expect(window.faults).toEqual([]);
    await window.close();
  });

  it("can be read by everybody: axe finds nothing in both languages and themes", async () => {
    const readers: Reader[] = [
      { language: "id", theme: "light" },
      { language: "en", theme: "dark", width: 320 },
    ];
    const assessment = await TestAssessment.offered(pages.world, pages.setting);
    await assessment.answer({ question: "skill", scale: 3 }, { question: "lends", boolean: true });
    for (const reader of readers) {
      const { window, page } = await pages.openedIn(assessment, reader);
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

  it("is answered by a workbook, with errors by cell", async () => {
    const { assessment, window, page } = await pages.opened();
    await page.getByRole("tab", { name: "Submit" }).click();
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Download the workbook" }).click();
    const path = await (await download).path();
    const good = await edited(path, { skill: 4, people: 20 });
    const wrong = await edited(path, { skill: 9 });
    const mimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    const put = (buffer: Buffer) =>
      page
        .getByLabel("The completed workbook")
        .setInputFiles({ name: "workbook.xlsx", mimeType, buffer });
    await put(wrong);
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await page.getByRole("row").filter({ hasText: "must be from 1 to 5" }).waitFor();
    await put(good);
    await page.getByRole("button", { name: "Check only" }).click();
    await page.getByText("2 answers would be taken").waitFor();
    expect(await answersOf(assessment)).toEqual({});
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await page.getByText("2 answers were taken").waitFor();
    expect(await answersOf(assessment)).toEqual({ skill: { scale: 4 }, people: { value: 20 } });
    await window.close();
  });

  it("is reviewed beside its answers, returned with a reason, and its scores are drawn", async () => {
    const three = ["a", "b", "c"].map((key) => question(key, { dimension: key.toUpperCase() }));
    const { world, university, owner, setting, browser } = pages;
    const instrument = await publishedInstrument(world, university, questionnaire(three));
    const assessment = await TestAssessment.offered(world, { ...setting, instrument });
    await assessment.submitted({ a: 3, b: 4, c: 5 });
    const email = `coordinator@${owner.key}.example`;
    await world.member(owner, "COORDINATOR");
    const window = await browser.open(world.hub, { email, language: "en" });
    const { page } = window;
    await page.goto("/assessments");
    await page.locator(`a[href="/assessment/${assessment.id}"]`).first().click();
    await page.getByRole("button", { name: "Begin the review" }).click();
    await asked(page, "b").getByLabel("Review comment").fill("Of which year?");
    await page.getByLabel("Summary of the review").fill("One thing is open.");
    await page.getByRole("button", { name: "Advise to return" }).click();
    await shown(asked(page, "b"), "Of which year?").waitFor();
    await page.getByLabel("Reason for the return").fill("Name the year.");
    await page.getByRole("button", { name: "Return it to the university" }).click();
    await page.getByText("Returned: Name the year.").waitFor();
    await page.getByRole("tab", { name: "Scores" }).click();
    await page.locator("svg polygon[data-series]").waitFor();
    await page.getByRole("row").filter({ hasText: "75" }).waitFor();
    expect(await assessment.shown("status reason reviews { comments { question text } }")).toEqual({
      status: "RETURNED",
      reason: "Name the year.",
      reviews: [{ comments: [{ question: "b", text: "Of which year?" }] }],
    });
    expect(window.faults).toEqual([]);
    await window.close();
  });
});
