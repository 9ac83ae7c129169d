import { afterAll, beforeAll, expect, it } from "@jest/globals";
import type { Page } from "playwright-core";
import { publishedInstrument, TestAssessment } from "../testkit/assessments/test-assessment.js";
import { AssessmentPages } from "../testkit/console/assessment-pages.js";
import { violationsOn } from "../testkit/console/axe.js";
import { inBrowser } from "../testkit/console/browser.js";
import { chromiumPath } from "../testkit/console/chromium.js";
import type { Written } from "../testkit/mutations/documents.js";

let pages: AssessmentPages;
let plan: Written;
let titles: { university: string; plan: string; action: string; instrument: { id: string } };

beforeAll(async () => {
  if (!chromiumPath()) return;
  pages = await AssessmentPages.start();
  const { world, owner, university } = pages;
  const lead = await world.organisation();
  plan = await world.activePlan(await world.programme(owner), lead, { title: "Village looms" });
  await world.action(lead, plan, { title: "Looms for ten villages" });
  const instrument = await publishedInstrument(world, university);
  await world.member(owner, "COORDINATOR");
  await world.member(university, "ASSESSOR");
  const { rows } = await world.hub.sql.query<{ name: string }>(
    "select name from organisation where id = $1",
    [university.id],
  );
  const name = rows[0]?.name ?? "";
  titles = {
    ...{ university: name, plan: "Village looms", action: "Looms for ten villages" },
    instrument,
  };
});
afterAll(() => pages?.stop());

async function opened(who: "coordinator" | "assessor", path: string) {
  const { browser, world, owner, university } = pages;
  const email = `${who}@${who === "coordinator" ? owner.key : university.key}.example`;
  const window = await browser.open(world.hub, { email, language: "en" });
  await window.page.goto(path);
  return { window, page: window.page };
}

/** Types a part of a name into a choice of many, and takes the one that is found. */
async function choose(page: Page, label: string, name: string): Promise<void> {
  await page.getByRole("combobox", { name: label }).fill(name.slice(0, -1));
  await page.getByRole("option", { name }).click();
}

/** The assessment whose page is shown. */
async function onPage(page: Page): Promise<TestAssessment> {
  await page.waitForURL(/\/assessment\/[0-9a-f-]{36}/);
  const id = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  return TestAssessment.of(pages.world, { id }, pages.setting);
}

/** Assigns an assessment of the plan in the coordinator's window. */
async function assigned(page: Page, round: string): Promise<TestAssessment> {
  await page.getByRole("link", { name: "Assessments" }).first().click();
  await page.getByRole("button", { name: "Assign an assessment…" }).click();
  await choose(page, "University", titles.university);
  await choose(page, "Action plan", titles.plan);
  await page.getByLabel("Questionnaire").selectOption(titles.instrument.id);
  await page.getByRole("dialog").getByLabel("Round").selectOption(round);
  await page.getByLabel("Due on").fill("2031-05-01");
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole("button", { name: "Assign", exact: true }).click();
  return onPage(page);
}

inBrowser("The steps of an assessment, in a browser", () => {
  it("is assigned to a university, which declines one and takes up another", async () => {
    const { window, page } = await opened("coordinator", "/assessments");
    const declined = await assigned(page, "MIDLINE");
    const taken = await assigned(page, "BASELINE");
    expect(await taken.shown("assigned dueOn round plan { title }")).toEqual({
      ...{ assigned: true, dueOn: "2031-05-01", round: "BASELINE" },
      plan: { title: titles.plan },
    });
    const reader = await opened("assessor", `/assessment/${declined.id}`);
    await reader.page.getByRole("button", { name: "Decline the assignment…" }).click();
    await reader.page.getByLabel("Reason").fill("Nobody is free.");
    await reader.page.getByRole("button", { name: "Decline", exact: true }).click();
    await reader.page.getByText("Withdrawn", { exact: true }).waitFor();
    expect(await declined.shown("status reason")).toEqual({
      ...{ status: "WITHDRAWN", reason: "Nobody is free." },
    });
    await taken.answer({ question: "a-1", scale: 3 });
    await page.goto(`/assessment/${taken.id}`);
    await page.getByRole("button", { name: "Withdraw the assessment…" }).waitFor();
    expect([window.faults, reader.window.faults]).toEqual([[], []]);
    await reader.window.close();
    await window.close();
  });

  it("is begun by a university of its own, and finds how far an action was carried out", async () => {
    const { window, page } = await opened("assessor", "/assessments");
    await page.getByRole("button", { name: "Begin an assessment…" }).click();
    await choose(page, "Action plan", titles.plan);
    await page.getByLabel("Questionnaire").selectOption(titles.instrument.id);
    await page.getByRole("dialog").getByLabel("Round").selectOption("AD_HOC");
    await page.getByRole("button", { name: "Begin", exact: true }).click();
    const assessment = await onPage(page);
    await page.getByRole("tab", { name: "Evidence and findings" }).click();
    await choose(page, "Action", titles.action);
    await page.getByLabel("Carried out, as found").selectOption("LIMITED");
    await page.getByLabel("Basis of the finding").fill("Four of ten.");
    await page.getByRole("button", { name: "Record the finding on the action" }).click();
    const found = page.getByRole("listitem").filter({ hasText: titles.action });
    await found.getByText("Four of ten.").waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await found.getByRole("button", { name: "Change…" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Carried out, as found").selectOption("SUBSTANTIAL");
    await dialog.getByRole("button", { name: "Save" }).click();
    await found.getByText("Substantial", { exact: true }).waitFor();
    const fields = "assigned actionFindings { completion note action { title } }";
    expect(await assessment.shown(fields)).toEqual({
      assigned: false,
      actionFindings: [
        { completion: "SUBSTANTIAL", note: "Four of ten.", action: { title: titles.action } },
      ],
    });
    await found.getByRole("button", { name: "Remove" }).click();
    await found.waitFor({ state: "detached" });
    expect(await assessment.shown("actionFindings { id }")).toEqual({ actionFindings: [] });
    expect(window.faults).toEqual([]);
    await window.close();
  });

  it("is corrected after it was published, by a new one that replaces it", async () => {
    const setting = { ...pages.setting, instrument: titles.instrument, round: "ENDLINE" };
    const old = await TestAssessment.offered(pages.world, setting);
    await (await old.submitted()).publish();
    const { window, page } = await opened("assessor", `/assessment/${old.id}`);
    await page.getByRole("button", { name: "Correct the assessment…" }).click();
    await page.getByRole("button", { name: "Begin the correction" }).click();
    await page.getByRole("link", { name: "It corrects this assessment" }).waitFor();
    const corrected = await onPage(page);
    expect(await corrected.shown("status corrects { id } answers { question }")).toEqual({
      ...{ status: "DRAFT", corrects: { id: old.id }, answers: [{ question: "a-1" }] },
    });
    expect(window.faults).toEqual([]);
    await window.close();
  });
});
