import { expect, it } from "@jest/globals";
import type { Locator, Page } from "playwright-core";
import { violationsOn } from "../testkit/console/axe.js";
import { inBrowser, type Reader } from "../testkit/console/browser.js";
import { coordinator, useSampleConsole } from "../testkit/console/use-sample-console.js";

/** The plan of Kasepuhan Lebak in the sample. */
const plan = "/plan/5b7bcd37-6b19-5683-b6fe-66226f8d3bae";
const road = "Padat karya: jalan desa";
const training = "Layanan pelatihan sesuai kebutuhan";

const scene = useSampleConsole();

const cardIn = (page: Page, column: string, title: string) =>
  page.locator(`[data-column="${column}"]`).getByRole("link", { name: title });

async function openPlan(path = plan, reader: Reader = {}) {
  const window = await scene.open({ email: coordinator, ...reader });
  await window.page.goto(path);
  return window;
}

async function moveByMenu(page: Page, title: string, to: string) {
  await page.getByRole("button", { name: `Pindahkan ${title} ke…` }).click();
  await page.getByRole("menuitem", { name: to }).click();
}

/** Drags as a hand does, in steps: a browser takes a single jump for no drag. */
async function drag(page: Page, card: Locator, column: Locator) {
  await card.hover();
  await page.mouse.down();
  const { x = 0, y = 0, width = 0 } = (await column.boundingBox()) ?? {};
  await page.mouse.move(x + width / 2, y + 60, { steps: 5 });
  await page.mouse.up();
}

/** Opens the board and waits until it follows the plan. */
async function openBoard(reader: Reader = {}) {
  const window = await openPlan(plan, reader);
  await window.page.locator("[data-action]").first().waitFor();
  return window;
}

inBrowser("The board of a plan", () => {
  it("shows to one what another moves, and says who did what", async () => {
    const mover = await openBoard();
    const watcher = await openBoard({ language: "en" });
    await moveByMenu(mover.page, road, "Sedang berjalan");
    await cardIn(mover.page, "IN_PROGRESS", road).waitFor();
    const moved = watcher.page.locator(`[data-column="IN_PROGRESS"] [data-action]`);
    await moved.getByText("status: In progress").waitFor();
    const said = watcher.page.getByRole("status").filter({ hasText: "Labour-intensive works" });
    expect(await said.textContent()).toMatch(/changed Labour-intensive works: village road: /);
    expect([...mover.faults, ...watcher.faults]).toEqual([]);
    await mover.close();
    await watcher.close();
  });

  it("shows to one what another adds, without asking for the list again", async () => {
    const adder = await openBoard();
    const watcher = await openBoard();
    let asked = 0;
    watcher.page.on("request", (request) => {
      if (request.method() === "POST" && request.url().endsWith("/graphql")) asked += 1;
    });
    await adder.page.getByRole("button", { name: "Tambah kegiatan" }).click();
    await adder.page.getByLabel("Nama kegiatan").fill("Pelatihan anyaman");
    await adder.page.getByRole("button", { name: "Simpan" }).click();
    await cardIn(adder.page, "PLANNED", "Pelatihan anyaman").waitFor();
    await cardIn(watcher.page, "PLANNED", "Pelatihan anyaman").waitFor();
    expect(asked).toBe(0);
    await adder.close();
    await watcher.close();
  });

  it("lets one choose where a move met another's", async () => {
    const late = await openBoard();
    // What arrives live no longer reaches the late one, as on a bad line.
    await late.page.routeWebSocket(/graphql/, () => undefined);
    await late.page.reload();
    await cardIn(late.page, "PLANNED", training).waitFor();
    const first = await openBoard();
    await moveByMenu(first.page, training, "Sedang berjalan");
    await cardIn(first.page, "IN_PROGRESS", training).waitFor();
    await moveByMenu(late.page, training, "Dibatalkan");
    const dialog = late.page.getByRole("alertdialog");
    await dialog.getByRole("row", { name: "Status Dibatalkan Sedang berjalan" }).waitFor();
    await dialog.getByRole("button", { name: "Biarkan nilai sekarang" }).click();
    await cardIn(late.page, "IN_PROGRESS", training).waitFor();
    await first.close();
    await late.close();
  });

  it("moves a card by the keyboard: a grid whose rows have a link and a menu", async () => {
    const window = await openBoard();
    const { page } = window;
    const row = page.locator(`[data-column="PLANNED"]`).getByRole("row").first();
    const placed = (await row.getByRole("link").textContent()) ?? "";
    await row.focus();
    // Down and back, to the title, to the menu, whose first choice has the focus.
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await page.locator("[role=menuitem]:focus", { hasText: "Sedang berjalan" }).waitFor();
    await page.keyboard.press("Enter");
    await cardIn(page, "IN_PROGRESS", placed).waitFor();
    await window.close();
  });

  it("moves a card by the pointer, and leads to its page", async () => {
    const window = await openBoard();
    const { page } = window;
    const card = page.locator(`[data-column="IN_PROGRESS"] [data-action]`).first();
    const title = (await card.getByRole("link").textContent()) ?? "";
    await drag(page, card, page.locator(`[data-column="BLOCKED"]`));
    await cardIn(page, "BLOCKED", title).click();
    await page.getByRole("heading", { level: 1, name: title }).waitFor();
    expect(window.faults).toEqual([]);
    await window.close();
  });

  it("shows the hub's refusal of a step that does not exist", async () => {
    const window = await openBoard();
    await moveByMenu(window.page, "Pelatihan anyaman", "Selesai");
    await window.page.getByText("Pelatihan anyaman tidak dipindahkan.").waitFor();
    await window.close();
  });
});

const tabs = ["board", "list", "timeline", "money", "who", "participants", "history"];

inBrowser("The pages of a plan", () => {
  it.each([
    { language: "id", theme: "light", width: 1280 },
    { language: "en", theme: "dark", width: 320 },
  ] as const)("can be used by everybody: $language, $theme, $width wide", async (reader) => {
    const window = await openPlan(plan, reader);
    const { page } = window;
    for (const tab of tabs) {
      await page.goto(`${plan}?tab=${tab}`);
      await page.getByRole("tabpanel").waitFor();
      await page.getByRole("tabpanel").getByRole("status").waitFor({ state: "detached" });
      expect([tab, await violationsOn(page)]).toEqual([tab, []]);
      const wide = await page.evaluate("document.documentElement.scrollWidth");
      expect([tab, wide]).toEqual([tab, reader.width]);
    }
    expect(window.faults).toEqual([]);
    await window.close();
  });
});

inBrowser("The page of an action", () => {
  it("takes milestones, reports and comments, and shows them", async () => {
    const window = await openPlan();
    const { page } = window;
    await page.getByRole("link", { name: road }).click();
    await page.getByRole("button", { name: "Tambah tonggak" }).click();
    await page.getByLabel("Nama tonggak").fill("Jalan 2 km selesai");
    await page.getByLabel("Tenggat").fill("2027-01-31");
    await page.getByRole("button", { name: "Simpan" }).click();
    await page.getByRole("button", { name: "Tandai selesai: Jalan 2 km selesai" }).click();
    await page.getByRole("listitem").getByText("Selesai", { exact: true }).waitFor();
    await page.getByRole("tab", { name: "Laporan kemajuan" }).click();
    await page.getByLabel("Kemajuan (0–100%)").fill("40");
    await page.getByLabel("Catatan").fill("Dua dusun tersambung");
    await page.getByRole("button", { name: "Kirim laporan" }).click();
    await page.getByRole("listitem").filter({ hasText: "Dua dusun tersambung" }).waitFor();
    await page.getByRole("tab", { name: "Tanggapan" }).click();
    await page.getByLabel("Tulis tanggapan").fill("Kapan dusun ketiga?");
    await page.getByRole("button", { name: "Kirim" }).click();
    await page.getByRole("listitem").filter({ hasText: "Kapan dusun ketiga?" }).waitFor();
    await page.getByRole("tab", { name: "Riwayat" }).click();
    await page.getByText("Laporan kemajuan").last().waitFor();
    expect(await violationsOn(page)).toEqual([]);
    expect(window.faults).toEqual([]);
    await window.close();
  });
});
