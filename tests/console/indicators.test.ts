import { afterAll, beforeAll, expect, it } from "@jest/globals";
import type { Page } from "playwright-core";
import { violationsOn } from "../testkit/console/axe.js";
import { inBrowser, type Reader, TestBrowser } from "../testkit/console/browser.js";
import { chromiumPath } from "../testkit/console/chromium.js";
import { IndicatorInputs, indicatorCast } from "../testkit/indicators/indicator-inputs.js";
import { type Written, write } from "../testkit/mutations/documents.js";
import { World } from "../testkit/world/world.js";

let world: World;
let browser: TestBrowser;
let inputs: IndicatorInputs;
let indicator: Written;
let key: string;

beforeAll(async () => {
  world = await World.start({ CONSOLE: "on" });
  if (chromiumPath()) browser = await TestBrowser.start();
  inputs = await IndicatorInputs.make(world, await indicatorCast(world));
  indicator = inputs.indicator;
  const owner = await world.member(inputs.cast.owner, "COORDINATOR");
  await inputs.measure(indicator, "36.02", 40, {
    period: "2023",
    disaggregation: [
      { by: "SEX", value: "women", count: 37 },
      { by: "SEX", value: "men", count: 3 },
    ],
    sources: [{ publisher: "BPS Lebak", date: "2024-02", address: "https://bps.example/lebak" }],
  });
  await inputs.measure(indicator, "36.02", 55, { period: "2024" });
  const target = { indicatorId: indicator.id, period: "2024", value: 60, regionCode: "36.02" };
  await write(owner, "setTarget", target);
  const statement = "select key from indicator where id = $1";
  key = (await world.hub.sql.query<{ key: string }>(statement, [indicator.id])).rows[0]?.key ?? "";
});
afterAll(async () => {
  await browser?.stop();
  await world.stop();
});

async function opened(path: string, reader: Reader = {}) {
  const window = await browser.open(world.hub, { language: "en", ...reader });
  await window.page.goto(path);
  return { window, page: window.page };
}

const coordinator = () => ({ email: `coordinator@${inputs.cast.owner.key}.example` });
const row = (page: Page, ...texts: string[]) =>
  texts.reduce((rows, hasText) => rows.filter({ hasText }), page.getByRole("row"));

/** How many figures of the indicator stand in a status. */
async function countOf(status: string): Promise<number> {
  const statement =
    "select 1 from measurement where indicator_id = $1 and status = $2::text::measurement_status";
  return (await world.hub.sql.query(statement, [indicator.id, status])).rows.length;
}

inBrowser("An indicator in a browser", () => {
  it("is a line with its target, and the same as a table", async () => {
    const { window, page } = await opened(`/indicator/${key}`);
    await page.locator("[data-chart] svg [aria-label=line]").waitFor();
    await row(page, "Lebak", "2024", "60", "55", "Not yet").waitFor();
    expect(window.faults).toEqual([]);
    await window.close();
  });

  it("is shown by region and by sex, with suppressed counts named as such", async () => {
    const { window, page } = await opened(`/indicator/${key}?tab=regions`);
    await row(page, "Banten", "55").waitFor();
    await page.getByRole("img", { name: "Banten (BT): 55" }).waitFor();
    await page.getByLabel("Period").selectOption("2023");
    await page.getByLabel("Level of the regions").selectOption("REGENCY");
    await row(page, "Kabupaten Lebak", "40", "suppressed", "1 place").waitFor();
    await page.locator("[data-province]").waitFor({ state: "detached" });
    await page.getByLabel("Level of the regions").selectOption("PROVINCE");
    await row(page, "Banten", "40").waitFor();
    expect(window.faults).toEqual([]);
    await window.close();
  });

  it("lists figures with their sources; the owner accepts and refuses proposed ones", async () => {
    await inputs.propose(indicator, "36.01", 7, { period: "2024" });
    await inputs.propose(indicator, "36.03", 8, { period: "2024" });
    const { window, page } = await opened(`/indicator/${key}?tab=figures`, coordinator());
    await page.getByRole("link", { name: "BPS Lebak" }).waitFor();
    await row(page, "Pandeglang").getByRole("button", { name: "Refuse…" }).click();
    await page.getByLabel("Reason").fill("Another year.");
    await page.getByRole("button", { name: "Refuse the figure" }).click();
    await row(page, "Pandeglang", "Another year.").waitFor();
    await page.getByRole("button", { name: "Accept 1 proposed figure" }).click();
    await row(page, "Tangerang", "Accepted").waitFor();
    expect([await countOf("REFUSED"), await countOf("PROPOSED")]).toEqual([1, 0]);
    expect(window.faults).toEqual([]);
    await window.close();
  });
});

inBrowser("The import of figures in a browser", () => {
  it("is tried first, names wrong cells, takes the correct rows, and is taken back", async () => {
    const { window, page } = await opened("/indicators?tab=import", coordinator());
    const before = await countOf("ACCEPTED");
    const table = `indicator,period,value,region\n${key},2025,5,36.02\n${key},2025,many,36.01\n`;
    const file = { name: "table.csv", mimeType: "text/csv", buffer: Buffer.from(table) };
    await page.getByLabel("CSV table").setInputFiles(file);
    await page.getByRole("button", { name: "Check first" }).click();
    await row(page, "C3", "must be a number").waitFor();
    expect(await countOf("ACCEPTED")).toBe(before);
    await page.getByRole("button", { name: "Import", exact: true }).click();
    await page.getByText("No row was recorded.").waitFor();
    await page.getByLabel("Mode").selectOption("VALID");
    await page.getByRole("button", { name: "Import", exact: true }).click();
    await page.getByText("1 row was taken, 0 unchanged, 1 wrong, 0 left alone.").waitFor();
    await row(page, "Valid", "Download the wrong rows").waitFor();
    expect(await countOf("ACCEPTED")).toBe(before + 1);
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Download the wrong rows" }).first().click();
    expect((await download).suggestedFilename()).toContain(".csv");
    await page.getByRole("button", { name: "Take back…" }).click();
    await page.getByLabel("Reason").fill("A test.");
    await page.getByRole("button", { name: "Take back", exact: true }).click();
    await row(page, "Valid", "taken back").waitFor();
    expect(await countOf("ACCEPTED")).toBe(before);
    await window.close();
  });

  it("and every other page of indicators and assessments breaks no rule of axe", async () => {
    const readers: Reader[] = [
      { language: "id", theme: "light" },
      { language: "en", theme: "dark", width: 320 },
    ];
    const pages = ["", "?tab=regions", "?tab=figures"].map((tab) => `/indicator/${key}${tab}`);
    for (const reader of readers) {
      const { window, page } = await opened("/indicators", { ...reader, ...coordinator() });
      for (const path of ["/indicators", "/indicators?tab=import", "/assessments", ...pages]) {
        await page.goto(path);
        await page.locator("main h1").waitFor();
        await page.locator("main [class*=loading]").first().waitFor({ state: "detached" });
        expect(await violationsOn(page)).toEqual([]);
        const width = Number(await page.evaluate("document.documentElement.scrollWidth"));
        expect(width).toBeLessThanOrEqual(reader.width ?? 1280);
      }
      expect(window.faults).toEqual([]);
      await window.close();
    }
  });
});
