import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "@jest/globals";
import { pino } from "pino";
import type { Page } from "playwright-core";
import { loadGeometry } from "../../src/app/boundaries.js";
import { violationsOn } from "../testkit/console/axe.js";
import { inBrowser } from "../testkit/console/browser.js";
import { coordinator, useSampleConsole } from "../testkit/console/use-sample-console.js";
import { openLedger } from "../testkit/postgres/sessions.js";
import { syntheticProvinces } from "../testkit/regions/synthetic-boundaries.js";

const scene = useSampleConsole();

/** Runs what `rembuk regions --geometry` runs, with strips that are no real boundaries. */
async function loadBoundaries(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "map-"));
  const path = join(folder, "synthetic.geojson");
  await writeFile(path, JSON.stringify(syntheticProvinces()));
  const open = await openLedger(scene.hub.database.url);
  try {
    await loadGeometry(open, pino({ level: "silent" }), { path, codeProperty: undefined });
  } finally {
    await open.close();
    await rm(folder, { recursive: true });
  }
}

/** The names of the choices of a map's form. */
const formsOn = (page: Page) =>
  page.getByRole("navigation", { name: "Shown as" }).getByRole("link").allTextContents();

const boundaryOf = (page: Page, code: string) => page.locator(`[data-province="${code}"] path`);

inBrowser("Maps in the console", () => {
  it("are coloured by a view's measure, as tiles until boundaries are loaded", async () => {
    const window = await scene.open({ email: coordinator, language: "en" });
    const { page } = window;
    await page.goto("/");
    await page.getByRole("link", { name: "Banten (BT): 1 plan" }).waitFor();
    expect(await formsOn(page)).toEqual(["Map", "Table"]);
    await page.getByRole("link", { name: "A view", exact: true }).click();
    await page.getByLabel("Measure").selectOption({ label: "Mean progress" });
    await page.getByRole("img", { name: "Jawa Tengah (JT): 14.3" }).waitFor();
    await page.getByRole("link", { name: "Table", exact: true }).click();
    await page.getByRole("row").filter({ hasText: "Jawa Tengah" }).getByText("14.3").waitFor();
    await page.getByRole("link", { name: "Open the view" }).click();
    await page.getByRole("img", { name: "Jawa Tengah (JT): 14.3" }).waitFor();
    expect(window.faults).toEqual([]);
    await window.close();
  });

  it("show boundaries once they are loaded, by keyboard too, with tiles at a switch", async () => {
    await loadBoundaries();
    const window = await scene.open({ email: coordinator, language: "en" });
    const { page } = window;
    await page.goto("/");
    await page.getByRole("link", { name: "Banten: 1 plan" }).waitFor();
    expect(await formsOn(page)).toEqual(["Map", "Tiles", "Table"]);
    const drawn = await boundaryOf(page, "36").getAttribute("d");
    expect(drawn?.length).toBeGreaterThan(200);
    // The strips of Banten and Bali are neighbours from west to east.
    await page.getByRole("link", { name: "Banten: 1 plan" }).focus();
    await page.keyboard.press("ArrowRight");
    const focused = await page.evaluate("document.activeElement.getAttribute('data-province')");
    expect(focused).toBe("51");
    await page.getByRole("link", { name: "Tiles", exact: true }).click();
    await page.getByRole("link", { name: "Banten (BT): 1 plan" }).waitFor();
    expect(await boundaryOf(page, "36").getAttribute("d")).not.toBe(drawn);
    await page.getByRole("link", { name: "Map", exact: true }).click();
    await page.getByRole("link", { name: "Banten: 1 plan" }).click();
    await page.waitForURL(/\/plans\?region=/);
    expect(window.faults).toEqual([]);
    await window.close();
  });

  it.each([
    { language: "id", theme: "light", width: 1280 },
    { language: "en", theme: "dark", width: 320 },
  ] as const)("can be read by everybody: $language, $theme, $width wide", async (reader) => {
    const window = await scene.open({ email: coordinator, ...reader });
    const { page } = window;
    const paths = ["/", "/?measure=view", "/view/progress-of-plans-by-province"];
    for (const path of paths) {
      await page.goto(path);
      await boundaryOf(page, "36").waitFor();
      expect([path, await violationsOn(page)]).toEqual([path, []]);
      const wide = await page.evaluate("document.documentElement.scrollWidth");
      expect([path, wide]).toEqual([path, reader.width]);
    }
    expect(window.faults).toEqual([]);
    await window.close();
  });
});
