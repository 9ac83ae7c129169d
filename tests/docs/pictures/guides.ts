import type { Page } from "playwright-core";
import type { Reader, ReaderWindow, TestBrowser } from "../../testkit/console/test-browser.js";
import type { Camera } from "./camera.js";
import type { Scene } from "./scene.js";

type Language = "id" | "en";

/** One picture of a guide: whose window, at which address, and what is done before it is taken. */
interface Picture {
  name: string;
  email: (scene: Scene) => string;
  path: (scene: Scene) => string;
  /** What the page shows when it is ready. */
  ready: string;
  act?: (page: Page) => Promise<unknown>;
  /** What of the page is in the picture; all of the window without it. */
  box?: string;
  reader?: Reader;
}

const assessor = ({ university }: Scene) => `assessor@${university.key}.example`;
const owner = () => "coordinator@kemnaker.example";
const lead = ({ convener }: Scene) => `coordinator@${convener.key}.example`;
const delegate = ({ delegate: { key } }: Scene) => `coordinator@${key}.example`;
const assessmentPath = (of: "open" | "returned" | "reviewed" | "published", tab: string) => {
  return (scene: Scene) => `/assessment/${scene[of].id}?tab=${tab}`;
};
const phone = { width: 390, height: 760 };
const low = { height: 640 };
/** So tall that nothing of a box lies under the header. */
const tall = { height: 1600 };

const ofUniversities: readonly Picture[] = [
  {
    ...{ name: "university-1-waiting", email: assessor, path: () => "/assessments" },
    ...{ ready: "main table", reader: { width: 1280, height: 620 } },
  },
  {
    ...{ name: "university-2-answers", email: assessor, path: assessmentPath("open", "answers") },
    ...{ ready: "[data-saving=saved]", reader: { height: 760 } },
  },
  {
    ...{ name: "university-3-offline", email: assessor, path: assessmentPath("open", "answers") },
    ...{ ready: "[data-saving=saved]", reader: phone },
    act: async (page) => {
      await page.context().setOffline(true);
      const first = page.locator("[data-question]").first();
      await first.locator("input[type=radio]").last().check();
      await page.locator("[data-saving=kept]").waitFor();
    },
  },
  {
    ...{ name: "university-4-findings", email: assessor },
    path: assessmentPath("returned", "evidence"),
    ...{ ready: "[role=tabpanel] section ~ section", reader: tall },
    box: "[role=tabpanel] section:nth-of-type(2)",
  },
  {
    ...{
      name: "university-5-review",
      email: assessor,
      path: assessmentPath("returned", "answers"),
    },
    ...{ ready: "[data-question]", reader: tall, box: "[data-question]" },
  },
  {
    ...{ name: "university-6-submit", email: assessor, path: assessmentPath("open", "submit") },
    ...{ ready: "[role=tabpanel] section", reader: { height: 760 } },
  },
  {
    ...{
      name: "university-7-scores",
      email: assessor,
      path: assessmentPath("published", "scores"),
    },
    ...{ ready: "svg polygon[data-series]", reader: tall, box: "[role=tabpanel] section" },
  },
];

const ofCoordinators: readonly Picture[] = [
  {
    ...{ name: "coordinator-1-home", email: delegate, path: () => "/" },
    ...{ ready: "[data-province]", reader: low },
  },
  {
    ...{ name: "coordinator-2-board", email: lead, path: ({ plan }) => `/plan/${plan.id}` },
    ...{ ready: "[role=tabpanel] a", reader: tall, box: "[role=tabpanel]" },
  },
  {
    ...{ name: "coordinator-3-report", email: lead },
    path: ({ plan, action }) => `/plan/${plan.id}/action/${action.id}?tab=reports`,
    ...{ ready: "main form", reader: { height: 760 } },
  },
  {
    ...{ name: "coordinator-4-room", email: lead, path: ({ meeting }) => `/rembuk/${meeting}` },
    ...{ ready: "main svg", reader: { height: 760 } },
  },
  {
    ...{ name: "coordinator-5-position", email: delegate },
    path: ({ meeting }) => `/rembuk/${meeting}?mode=phone`,
    ...{ ready: "button", reader: phone },
  },
  {
    ...{ name: "coordinator-6-assign", email: owner, path: () => "/assessments" },
    ...{ ready: "main table", reader: { height: 860 }, box: "[role=dialog]" },
    act: async (page) => {
      await page
        .getByRole("button", { name: /^(Tugaskan asesmen…|Assign an assessment…)$/ })
        .click();
      await page.locator("[role=dialog] select").last().waitFor();
    },
  },
  {
    ...{ name: "coordinator-7-review", email: owner },
    path: assessmentPath("reviewed", "review"),
    ...{ ready: "[role=tabpanel] textarea", reader: tall, box: "[role=tabpanel] section" },
  },
  {
    ...{ name: "coordinator-8-view", email: lead },
    path: () => "/view/progress-of-plans-by-province",
    ...{ ready: "[data-province]", reader: tall, box: "section:has([data-province])" },
  },
];

async function windowFor(
  picture: Picture,
  { scene, browser, language }: { scene: Scene; browser: TestBrowser; language: Language },
): Promise<ReaderWindow> {
  const { email, reader } = picture;
  const size = { width: 1000, height: 700, ...reader };
  return browser.open(scene.world.hub, { email: email(scene), language, ...size });
}

/** Takes the pictures of both guides in one language. */
export async function takePictures(
  language: Language,
  scene: Scene,
  { browser, camera }: { browser: TestBrowser; camera: Camera },
): Promise<void> {
  for (const picture of [...ofUniversities, ...ofCoordinators]) {
    const window = await windowFor(picture, { scene, browser, language });
    const { page } = window;
    page.setDefaultTimeout(30_000);
    await page.goto(picture.path(scene));
    await page.locator(picture.ready).first().waitFor();
    await page.waitForLoadState("networkidle");
    await picture.act?.(page);
    await camera.take(page, picture.name, picture.box);
    if (window.faults.length > 0 && !picture.act) console.error(picture.name, window.faults);
    await window.close();
  }
}
