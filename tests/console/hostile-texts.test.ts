import { beforeAll, expect, it } from "@jest/globals";
import type { Page } from "playwright-core";
import { inBrowser } from "../testkit/console/browser.js";
import { makeHostile } from "../testkit/console/hostile-texts.js";
import { layoutFaults } from "../testkit/console/layout.js";
import { eachState, goWithin } from "../testkit/console/page-states.js";
import { sampleAddresses, sampleReaders } from "../testkit/console/sample-addresses.js";
import { useSampleConsole } from "../testkit/console/use-sample-console.js";

const scene = useSampleConsole();

/** What a page does with its texts: whether it shows them, what of their markup or direction has an effect. */
const effects = (page: Page) =>
  page.evaluate<{ isShown: boolean; faults: string[] }>(`({
    isShown: document.body.innerText.includes("<img src=x onerror="),
    faults: [
      ...(window.hacked ? ["a script of a text has run"] : []),
      ...[...document.querySelectorAll('img[src="x"], body script')].map((one) => one.outerHTML),
      ...[...document.querySelectorAll("main *")]
        .filter((one) => one.firstChild?.data?.includes("\\u202e"))
        .filter((one) => getComputedStyle(one).display === "inline")
        .filter((one) => getComputedStyle(one).unicodeBidi === "normal")
        .map((one) => "turns its line around: " + one.outerHTML.slice(0, 80)),
    ],
  })`);

/** The addresses that show no text of people. */
const without = /^\/(operator|welcome|nowhere)/;

inBrowser("Texts with markup, long words and letters from right to left", () => {
  beforeAll(() => makeHostile(scene.hub));

  it("are shown as they are, and make no page wider than a phone", async () => {
    const found: Record<string, string[]> = {};
    const all = await sampleAddresses(scene.hub);
    for (const { reader, sees } of sampleReaders) {
      const window = await scene.open({ ...reader, width: 320 });
      const { page } = window;
      await page.goto("/plans");
      for (const address of all.filter(sees)) {
        await goWithin(page, address);
        let isAnywhere = false;
        await eachState(page, address, async ({ name }) => {
          const { isShown, faults } = await effects(page);
          isAnywhere ||= isShown;
          faults.push(...(await layoutFaults(page)));
          if (faults.length > 0) found[name] = faults;
        });
        if (!isAnywhere && !without.test(address)) found[address] = ["shows no text of people"];
      }
      expect(window.faults).toEqual([]);
      await window.close();
    }
    expect(found).toEqual({});
  });
});
