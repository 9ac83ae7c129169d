import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { violationsOn } from "../testkit/console/axe.js";
import { inBrowser, type Reader, TestBrowser } from "../testkit/console/browser.js";
import { IndicatorInputs, indicatorCast } from "../testkit/indicators/indicator-inputs.js";
import type { Written } from "../testkit/mutations/documents.js";
import { World } from "../testkit/world/world.js";

let world: World;
let inputs: IndicatorInputs;
let browser: TestBrowser;
let group: Written;

inBrowser("The groups in a browser", () => {
  beforeAll(async () => {
    world = await World.start({ CONSOLE: "on" });
    browser = await TestBrowser.start();
    inputs = await IndicatorInputs.make(world, await indicatorCast(world));
    group = await inputs.do("registerEnterpriseGroup", { name: "Kopi Cibarani" });
    const groupId = group.id;
    await inputs.do("recordSupport", { groupId, note: "Mesin sangrai" });
    await inputs.do("recordGroupMeasurement", { groupId, period: "2024", revenue: "250000" });
    await inputs.do("recordGroupMeasurement", { groupId, period: "2025", revenue: "750000" });
    await inputs.do("registerEnterpriseGroup", { name: "Keripik Lebak", journey: "SELLING" });
  });
  afterAll(async () => {
    await browser?.stop();
    await world?.stop();
  });

  /** A window of a coordinator of the organisation that registered the groups. */
  const windowOf = (more: Reader) =>
    browser.open(world.hub, {
      email: `coordinator@${inputs.cast.partner.key}.example`,
      ...more,
    });

  it("are found by the step of their journey, on a phone", async () => {
    const reader = await windowOf({ width: 390, theme: "dark" });
    const { page } = reader;
    await page.goto("/groups");
    await page.getByRole("link", { name: "Kopi Cibarani" }).waitFor();
    await page.getByLabel("Tahap perjalanan").first().selectOption({ label: "Berjualan" });
    await page.getByRole("link", { name: "Kopi Cibarani" }).waitFor({ state: "detached" });
    await page.getByRole("link", { name: "Keripik Lebak" }).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    expect(reader.faults).toEqual([]);
    await reader.close();
  });

  it("show their journey, support and results, and go on to the next step", async () => {
    const reader = await windowOf({});
    const { page } = reader;
    await page.goto(`/group/${group.id}`);
    await page.getByText("Mesin sangrai").waitFor();
    await page.getByText(/Omzet Rp\s*250\.000 \(2024\) menjadi Rp\s*750\.000 \(2025\)\./).waitFor();
    await page.locator('[aria-current="step"]', { hasText: "Terbentuk" }).waitFor();
    await page.getByRole("button", { name: "Maju ke tahap Terlatih" }).click();
    await page.getByRole("button", { name: "Catat tahap ini" }).click();
    await page.locator('[aria-current="step"]', { hasText: "Terlatih" }).waitFor();
    await page.getByText("Maju ke tahap Terlatih", { exact: true }).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    expect(reader.faults).toEqual([]);
    await reader.close();
  });

  it("show what another records, as it arrives", async () => {
    const reader = await windowOf({ language: "en" });
    const { page } = reader;
    await page.goto(`/group/${group.id}`);
    await page.getByText("Mesin sangrai").waitFor();
    const groupId = group.id;
    await inputs.do("recordGroupMeasurement", { groupId, period: "2026", revenue: "900000" });
    await page.getByRole("cell", { name: "2026", exact: true }).waitFor();
    expect(reader.faults).toEqual([]);
    await reader.close();
  });

  it("come page by page", async () => {
    for (let at = 0; at < 30; at += 1) {
      await inputs.do("registerEnterpriseGroup", { name: `Anyaman ${at}` });
    }
    const reader = await windowOf({});
    const { page } = reader;
    await page.goto("/groups?text=anyaman");
    await page.getByRole("link", { name: "Anyaman 0" }).waitFor();
    expect(await page.getByRole("button", { name: "Tampilkan berikutnya" }).count()).toBe(0);
    await page.goto("/groups");
    await page.getByRole("link", { name: "Anyaman 0" }).waitFor();
    expect(await page.getByRole("link", { name: "Kopi Cibarani" }).count()).toBe(0);
    await page.getByRole("button", { name: "Tampilkan berikutnya" }).click();
    await page.getByRole("link", { name: "Kopi Cibarani" }).waitFor();
    expect(await page.getByRole("link", { name: /^Anyaman / }).count()).toBe(30);
    expect(await page.getByRole("button", { name: "Tampilkan berikutnya" }).count()).toBe(0);
    expect(reader.faults).toEqual([]);
    await reader.close();
  });
});
