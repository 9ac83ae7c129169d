import { afterAll, beforeAll, expect, it } from "@jest/globals";
import type { TestAssessment } from "../testkit/assessments/test-assessment.js";
import { AssessmentPages, answersOf, asked, saving } from "../testkit/console/assessment-pages.js";
import { inBrowser } from "../testkit/console/browser.js";
import { chromiumPath } from "../testkit/console/chromium.js";

let pages: AssessmentPages;

beforeAll(async () => {
  if (chromiumPath()) pages = await AssessmentPages.start();
});
afterAll(() => pages?.stop());

/** How often the ledger has an operation for an assessment. */
async function changesOf(assessment: TestAssessment, operation: string): Promise<number> {
  const shown = await assessment.shown<{ history: { nodes: { operation: string }[] } }>(
    "history(first: 100) { nodes { operation } }",
  );
  return shown?.history.nodes.filter((change) => change.operation === operation).length ?? 0;
}

inBrowser("An assessment in a browser", () => {
  it("is answered by every kind of question, and asks what a condition asks", async () => {
    const { assessment, window, page } = await pages.opened();
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
    const { assessment, window, page } = await pages.opened();
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
    const { assessment, window, page } = await pages.opened({ width: 390 });
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
    const { assessment, window, page } = await pages.opened();
    // The hub takes the answer, but its word does not arrive: the page cannot know, and keeps the answer.
    await page.route("**/graphql", async (route) => {
      await route.fetch().catch(() => undefined);
      await route.abort();
    });
    await asked(page, "skill").getByLabel("4").check();
    await asked(page, "lends").getByLabel("No").check();
    await saving(page, "kept");
    // A request may be on its way to the hub still.
    await page.unrouteAll({ behavior: "wait" });
    await page.reload();
    await saving(page, "saved");
    expect(await answersOf(assessment)).toEqual({
      ...{ skill: { scale: 4 }, lends: { boolean: false } },
    });
    expect(await page.evaluate("indexedDB.databases().then((all) => all.length)")).toBe(1);
    await window.close();
  });

  it("shows an answer that met another's, and lets one choose", async () => {
    const { assessment, window, page } = await pages.opened();
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

  it("shows an answer of a colleague as it is saved", async () => {
    const { assessment, window, page } = await pages.opened();
    await saving(page, "saved");
    await assessment.answer({ question: "skill", scale: 2 }, { question: "lends", boolean: true });
    await asked(page, "poorest").waitFor();
    expect(await asked(page, "skill").getByLabel("2").isChecked()).toBe(true);
    await asked(page, "skill").getByLabel("3").check();
    await saving(page, "saved");
    expect((await answersOf(assessment)).skill).toEqual({ scale: 3 });
    await window.close();
  });
});
