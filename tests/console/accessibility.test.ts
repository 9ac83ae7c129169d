import { beforeAll, expect, it } from "@jest/globals";
import type { Page } from "playwright-core";
import { violationsOn } from "../testkit/console/axe.js";
import { inBrowser } from "../testkit/console/browser.js";
import { consoleRoutes } from "../testkit/console/routes.js";
import { coordinator, useSampleConsole } from "../testkit/console/use-sample-console.js";
import { type GraphqlClient } from "../testkit/hub/index.js";

const scene = useSampleConsole();
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
  addresses = await addressesOf(await scene.hub.as(coordinator));
});

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

inBrowser("Every page of the console", () => {
  it.each(forms)(
    "is accessible by axe-core and no wider than its window ($language, $theme, $width px)",
    async ({ language, theme, width }) => {
      const window = await scene.open({ email: coordinator, language, theme, width });
      const { page } = window;
      const found: Record<string, string[]> = {};
      for (const address of addresses) {
        await show(page, address);
        const faults = [...(await violationsOn(page)), ...(await tooWide(page))];
        if (faults.length > 0) found[address] = faults;
      }
      expect(found).toEqual({});
      expect(window.faults).toEqual([]);
      await window.close();
    },
  );
});
