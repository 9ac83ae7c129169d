import { expect, it } from "@jest/globals";
import type { Page } from "playwright-core";
import { violationsOn } from "../testkit/console/axe.js";
import { inBrowser, type Reader } from "../testkit/console/browser.js";
import { eachState, goWithin, type PageState } from "../testkit/console/page-states.js";
import { consoleRoutes } from "../testkit/console/routes.js";
import { coordinator, useSampleConsole } from "../testkit/console/use-sample-console.js";

const scene = useSampleConsole();

/** Records of the sample that the pages show, in the form of the routes' parameters. */
interface Samples {
  actionPlans: { nodes: { id: string; actions: { nodes: { id: string }[] } }[] };
  deliberations: { nodes: { key: string }[] };
  assessments: { nodes: { id: string }[] };
  indicators: { nodes: { key: string }[] };
  enterpriseGroups: { nodes: { id: string }[] };
}

/** The addresses of all routes, each with a record of the sample. */
async function addresses(): Promise<string[]> {
  const client = await scene.hub.as(coordinator);
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
    "/view/$key": "/view/progress-of-plans-by-province?edit=yes",
    "/indicator/$key": `/indicator/${samples.indicators.nodes[0]?.key}`,
    "/group/$id": `/group/${samples.enterpriseGroups.nodes[0]?.id}`,
    "/organisation/$key": "/organisation/disnaker-lebak",
    "/node/$id": `/node/${plan?.id}`,
    "/search": "/search?text=Lebak",
  };
  const room = records["/rembuk/$key"];
  // The address to which a provider sends people back shows home.
  const shown = consoleRoutes().filter((path) => path !== "/signed-in");
  const routes = shown.map((path) => {
    const address = path.includes("$") || path in records ? records[path] : path;
    if (!address || address.includes("undefined")) throw new Error(`no sample for ${path}`);
    return address;
  });
  return [...routes, "/?as=table", `${room}?mode=projector`, "/nowhere", `${room}?mode=phone`];
}

/** The elements that make the page wider than its window, and what moves though the reader wants no motion. */
const layoutFaults = (page: Page): Promise<string[]> =>
  page.evaluate(`[
    ...(document.documentElement.scrollWidth <= innerWidth ? [] :
      [...document.querySelectorAll("main *, [role=dialog], [role=dialog] *")]
        .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
        .slice(-3).map((element) => "too wide: " + element.outerHTML.slice(0, 160))),
    ...document.getAnimations().map(({ effect }) => "moves: " + effect?.target?.outerHTML.slice(0, 160)),
  ]`);

/** The rules of which the width decides. */
const ofWidth = ["color-contrast", "scrollable-region-focusable", "target-size"];

/** How a page looks while its rules are tried; the rules without a name are all. */
interface Form {
  colorScheme: "light" | "dark";
  width: number;
  rules?: readonly string[];
}

/**
 * The forms of a page in each language, changed in place. With both languages there is each pair of a
 * language, a colour and a width; no rule looks at all three.
 */
const formsIn: Readonly<Record<"id" | "en", readonly Form[]>> = {
  id: [
    { colorScheme: "light", width: 1280 },
    { colorScheme: "dark", width: 320, rules: ofWidth },
  ],
  en: [
    { colorScheme: "dark", width: 1280 },
    { colorScheme: "light", width: 320, rules: ofWidth },
  ],
};

/** All forms, for the frame that all pages have. */
const everyForm: readonly Form[] = (["light", "dark"] as const).flatMap((colorScheme) =>
  [1280, 320].map((width) => ({ colorScheme, width })),
);

/** What is wrong with a state of a page in some forms. */
async function faultsOf(page: Page, state: PageState, forms: readonly Form[]): Promise<string[]> {
  const within = state.within === "html" ? {} : { within: state.within };
  const faults: string[] = [];
  for (const { colorScheme, width, rules } of forms) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    const found = await violationsOn(page, { ...within, ...(rules ? { rules } : {}) });
    found.push(...(await layoutFaults(page)));
    faults.push(...found.map((fault) => `${colorScheme} ${width}: ${fault}`));
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  return faults;
}

/** Who looks at which addresses: those who see most there. */
const readers: { reader: Reader; sees: (address: string) => boolean }[] = [
  {
    reader: { email: "operator@rembuk.example", operator: true },
    sees: (address) => address.startsWith("/operator"),
  },
  {
    reader: { email: "admin@disnaker-lebak.example" },
    sees: (address) => address.startsWith("/organisation/"),
  },
  {
    reader: { email: coordinator },
    sees: (address) => !/^\/(operator|organisation\/)/.test(address),
  },
];

inBrowser("Every page of the console, with every tab and dialog", () => {
  it.each([{ language: "id" }, { language: "en" }] as const)(
    "is accessible by axe-core and no wider than its window, in both colours and widths ($language)",
    async ({ language }) => {
      const found: Record<string, string[]> = {};
      const all = await addresses();
      for (const { reader, sees } of readers) {
        const window = await scene.open({ ...reader, language, theme: "system" });
        const { page } = window;
        await page.goto("/plans");
        for (const address of all.filter(sees)) {
          await goWithin(page, address);
          await eachState(page, address, async (state) => {
            const forms = address === "/" ? everyForm : formsIn[language];
            const faults = await faultsOf(page, state, forms);
            if (faults.length > 0) found[state.name] = faults;
          });
        }
        expect(window.faults).toEqual([]);
        await window.close();
      }
      expect(found).toEqual({});
    },
  );
});
