import type { Page } from "playwright-core";
import {
  publishedInstrument,
  question,
  questionnaire,
  type Setting,
  TestAssessment,
  unscored,
  words,
} from "../assessments/test-assessment.js";
import { type Party, World } from "../world/world.js";
import { type Reader, type ReaderWindow, TestBrowser } from "./browser.js";

const options = [
  { key: "road", text: words("road"), score: 50 },
  { key: "market", text: words("market"), score: 50 },
];

const bare = () => options.map(({ key, text }) => ({ key, text }));

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

/** Assessments of one university, in a browser. */
export class AssessmentPages {
  private constructor(
    readonly world: World,
    readonly browser: TestBrowser,
    readonly university: Party,
    readonly owner: Party,
    readonly setting: Setting,
  ) {}

  static async start(): Promise<AssessmentPages> {
    const world = await World.start({ CONSOLE: "on" });
    const [university, owner] = [await world.organisation(), await world.organisation()];
    const plan = await world.plan(await world.programme(owner), await world.organisation());
    const instrument = await publishedInstrument(world, university, everyKind());
    const setting = { university, owner, instrument, subject: { planId: plan.id } };
    return new AssessmentPages(world, await TestBrowser.start(), university, owner, setting);
  }

  async stop(): Promise<void> {
    await this.browser.stop();
    await this.world.stop();
  }

  /** An assessment of its own, open in a browser; of its assessor unless another reader is named. */
  async opened(reader: Reader = {}) {
    const assessment = await TestAssessment.offered(this.world, this.setting);
    return { assessment, ...(await this.openedIn(assessment, reader)) };
  }

  async openedIn(
    assessment: TestAssessment,
    reader: Reader = {},
  ): Promise<{ window: ReaderWindow; page: Page }> {
    const email = `assessor@${this.university.key}.example`;
    const window = await this.browser.open(this.world.hub, { email, language: "en", ...reader });
    await window.page.goto(`/assessment/${assessment.id}`);
    await asked(window.page, "skill").waitFor();
    return { window, page: window.page };
  }
}

/** A question on the page. */
export const asked = (page: Page, key: string) => page.locator(`[data-question=${key}]`);

/** Waits until the page says this of the answers. */
export const saving = (page: Page, state: string) =>
  page.locator(`[data-saving=${state}]`).waitFor({ state: "visible" });

/** The answers that the hub has, by their questions, without what is absent. */
export async function answersOf(assessment: TestAssessment) {
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
