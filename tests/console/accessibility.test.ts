import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Page } from "playwright-core";
import { projectFolder } from "../../src/app/store.js";
import { chromiumPath, noChromium, TestBrowser } from "../testkit/console/browser.js";
import { consoleRoutes } from "../testkit/console/routes.js";
import { type GraphqlClient, TestHub } from "../testkit/hub/index.js";

const withBrowser = chromiumPath() ? describe : describe.skip;
if (!chromiumPath()) process.stderr.write(`\n${noChromium}\n`);

const email = "coordinator@disnaker-lebak.example";
const axe = readFileSync(join(projectFolder(), "node_modules", "axe-core", "axe.min.js"), "utf8");

let hub: TestHub;
let browser: TestBrowser;
let addresses: string[] = [];

/** Records of the sample that the pages show, in the form of the routes' parameters. */
interface Samples {
  actionPlans: { nodes: { id: string; actions: { nodes: { id: string }[] } }[] };
  deliberations: { nodes: { key: string }[] };
  assessments: { nodes: { id: string }[] };
  indicators: { nodes: { key: string }[] };
  enterpriseGroups: { nodes: { id: string }[] };
}

/** The addresses of all routes, each with a record of the sample. */
async function addressesOf(client: GraphqlClient): Promise<string[]> {
  const samples = await client.data<Samples>(`{
    actionPlans(first: 1, where: { lead: { eq: "disnaker-lebak" } }) {
      nodes { id actions(first: 1) { nodes { id } } }
    }
    deliberations(first: 1) { nodes { key } }
    assessments(first: 1) { nodes { id } }
    indicators(first: 1) { nodes { key } }
    enterpriseGroups(first: 1) { nodes { id } }
  }`);
  const [plan] = samples.actionPlans.nodes;
  const action = plan?.actions.nodes[0]?.id;
  const records: Readonly<Record<string, string | undefined>> = {
    "/plan/$id": `/plan/${plan?.id}`,
    "/plan/$id/action/$action": `/plan/${plan?.id}/action/${action}`,
    "/rembuk/$key": `/rembuk/${samples.deliberations.nodes[0]?.key}`,
    "/assessment/$id": `/assessment/${samples.assessments.nodes[0]?.id}`,
    "/view/$key": "/view/progress-of-plans-by-province",
    "/indicator/$key": `/indicator/${samples.indicators.nodes[0]?.key}`,
    "/group/$id": `/group/${samples.enterpriseGroups.nodes[0]?.id}`,
    "/organisation/$key": "/organisation/disnaker-lebak",
    "/node/$id": `/node/${plan?.id}`,
    "/search": "/search?text=Lebak",
  };
  return consoleRoutes().map((path) => {
    const address = path.includes("$") || path in records ? records[path] : path;
    if (!address || address.includes("undefined")) throw new Error(`no sample for ${path}`);
    return address;
  });
}

beforeAll(async () => {
  if (!chromiumPath()) return;
  hub = await TestHub.start("sample", { CONSOLE: "on" });
  browser = await TestBrowser.start();
  addresses = await addressesOf(await hub.as(email));
});
afterAll(async () => {
  await browser?.stop();
  await hub?.stop();
});

/** What axe finds wrong, as rule and element. */
const faultsOf = (page: Page): Promise<string[]> =>
  page.evaluate(`axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ": " + html.slice(0, 160))))`);

/** The elements that make the page wider than its window. */
const tooWide = (page: Page): Promise<string[]> =>
  page.evaluate(`document.documentElement.scrollWidth <= innerWidth ? [] :
    [...document.querySelectorAll("main *")]
      .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
      .slice(-3).map((element) => "too wide: " + element.outerHTML.slice(0, 160))`);

/** The page at an address once it has its heading and nothing of it is on its way. */
async function show(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.locator("main h1").first().waitFor();
  const loading = page.locator("main [role=status] > .visually-hidden");
  await loading.first().waitFor({ state: "detached" });
}

const forms = [
  { language: "id", theme: "light", width: 320 },
  { language: "en", theme: "dark", width: 320 },
  { language: "id", theme: "dark", width: 1280 },
  { language: "en", theme: "light", width: 1280 },
] as const;

withBrowser("Every page of the console", () => {
  it.each(forms)(
    "is accessible by axe-core and no wider than its window ($language, $theme, $width px)",
    async ({ language, theme, width }) => {
      const window = await browser.open(hub, { email, language, theme, width });
      const { page } = window;
      const found: Record<string, string[]> = {};
      for (const address of addresses) {
        await show(page, address);
        // By the debugger, which the page's policy does not hold.
        await page.evaluate(axe);
        const faults = [...(await faultsOf(page)), ...(await tooWide(page))];
        if (faults.length > 0) found[address] = faults;
      }
      expect(found).toEqual({});
      expect(window.faults).toEqual([]);
      await window.close();
    },
  );
});
