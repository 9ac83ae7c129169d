import { expect, it } from "@jest/globals";
import type { Page } from "playwright-core";
import { violationsOn } from "../testkit/console/axe.js";
import { inBrowser } from "../testkit/console/browser.js";
import { layoutFaults } from "../testkit/console/layout.js";
import { eachState, goWithin, type PageState } from "../testkit/console/page-states.js";
import { sampleAddresses, sampleReaders } from "../testkit/console/sample-addresses.js";
import { coordinator, useSampleConsole } from "../testkit/console/use-sample-console.js";

const scene = useSampleConsole();

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

inBrowser("Every page of the console, with every tab and dialog", () => {
  it.each([{ language: "id" }, { language: "en" }] as const)(
    "is accessible by axe-core and no wider than its window, in both colours and widths ($language)",
    async ({ language }) => {
      const found: Record<string, string[]> = {};
      const titles: [address: string, title: string, wanted: string][] = [];
      const all = await sampleAddresses(scene.hub);
      for (const { reader, sees } of sampleReaders) {
        const window = await scene.open({ ...reader, language, theme: "system" });
        const { page } = window;
        await page.goto("/plans");
        for (const address of all.filter(sees)) {
          await goWithin(page, address);
          const heading = await page.locator("main h1").first().textContent();
          titles.push([address, await page.title(), `${heading} · Rembuk`]);
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
      expect(titles.filter(([, title, wanted]) => title !== wanted)).toEqual([]);
    },
  );

  it("is printed in dark letters on white, without what one can only do on a screen", async () => {
    const window = await scene.open({ email: coordinator, theme: "dark" });
    const { page } = window;
    await page.goto("/groups");
    const printed = /^\/(plan|rembuk|assessment|view)\/[^/?]+(\?edit=yes)?$/;
    for (const address of (await sampleAddresses(scene.hub)).filter((one) => printed.test(one))) {
      await page.emulateMedia({ media: "screen" });
      await goWithin(page, address.replace(/\?.*/, ""));
      await page.emulateMedia({ media: "print" });
      const seen = await violationsOn(page, { within: "main", rules: ["color-contrast"] });
      expect([address, seen]).toEqual([address, []]);
      const controls = page.locator("main :is(.button, [role=tab], [role=switch]):visible");
      expect([address, await controls.allTextContents()]).toEqual([address, []]);
      const [paper, ink] = await page.evaluate<string[]>(
        "[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.querySelector('h1')).color]",
      );
      expect([address, paper, ink]).toEqual([address, "rgb(255, 255, 255)", "rgb(0, 0, 0)"]);
    }
    await window.close();
  });
});
