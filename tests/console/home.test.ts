import { expect, it } from "@jest/globals";
import type { Page } from "playwright-core";
import { inBrowser } from "../testkit/console/browser.js";
import { coordinator, useSampleConsole } from "../testkit/console/use-sample-console.js";

const road = "Padat karya: jalan desa";
const roadId = "ca2946fa-507e-589b-a6be-4e10e859b583";

const scene = useSampleConsole();

/** Has the pages that are loaded from now on tell when they have stored something under a key. */
async function watchStored(page: Page, key: string): Promise<{ stored: Promise<void> }> {
  let done: () => void;
  const stored = new Promise<void>((resolve) => {
    done = resolve;
  });
  await page.exposeFunction("toldStored", (told: string) => (told === key ? done() : undefined));
  await page.addInitScript(`{
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function (key, value) {
      setItem.call(this, key, value);
      toldStored(key);
    };
  }`);
  return { stored };
}

inBrowser("Home", () => {
  it("tells a visitor what Rembuk is, and leads from a province's tile to its plans", async () => {
    const window = await scene.open();
    const { page } = window;
    await page.goto("/");
    await page.getByText("Rembuk mempertemukan pemerintah").waitFor();
    await page.getByRole("link", { name: "Banten (BT): 1 rencana aksi" }).waitFor();
    await page.getByRole("link", { name: "Lampung (LA): 0 rencana aksi" }).focus();
    await page.keyboard.press("ArrowDown");
    const focused = await page.evaluate("document.activeElement.getAttribute('data-province')");
    expect(focused).toBe("36");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/plans\?region=/);
    await page.getByRole("link", { name: "Rencana kawasan Kasepuhan Lebak" }).waitFor();
    await page.getByText("1 rencana aksi", { exact: true }).waitFor();
    expect(window.faults).toEqual([]);
    await window.close();
  });

  it("shows to a person what changed since they were here, until they have seen it", async () => {
    const window = await scene.open({ email: coordinator });
    const { page } = window;
    const seen = await watchStored(page, `rembuk.seen.${coordinator}`);
    await page.goto("/");
    await page.getByRole("heading", { name: "Perubahan terbaru" }).waitFor();
    await seen.stored;
    await page.goto(`/plan/5b7bcd37-6b19-5683-b6fe-66226f8d3bae/action/${roadId}`);
    await page.getByLabel("Ubah status").selectOption({ label: "Sedang berjalan" });
    await page.getByText("Sedang berjalan", { exact: true }).first().waitFor();
    await page.goto("/");
    const changed = page
      .getByRole("region")
      .or(page.locator("section"))
      .filter({
        has: page.getByRole("heading", { name: "Yang berubah sejak Anda di sini" }),
      });
    await changed.getByRole("link", { name: "Rencana kawasan Kasepuhan Lebak" }).waitFor();
    await changed.getByText("1 perubahan: Kegiatan").waitFor();
    await changed.getByRole("button", { name: "Tandai sudah dilihat" }).click();
    await changed.getByText("Tidak ada yang berubah.").waitFor();
    await window.close();
  });
});

inBrowser("The search", () => {
  it("marks the words it found, narrows to a type, and leads to the page", async () => {
    const window = await scene.open();
    const { page } = window;
    await page.goto("/plans");
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.keyboard.press("Control+k");
    await page.keyboard.type("jalan desa");
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: /^Kegiatan \d+$/ }).click();
    await page.locator("mark").first().waitFor();
    await page.getByRole("link", { name: road }).first().click();
    await page.getByRole("heading", { level: 1, name: road }).waitFor();
    await page.goto("/search?text=36.02");
    await page.getByRole("link", { name: "Kabupaten Lebak" }).waitFor();
    expect(window.faults).toEqual([]);
    await window.close();
  });
});

inBrowser("The list of plans", () => {
  it("is filtered by words and by status, in its address", async () => {
    const window = await scene.open();
    const { page } = window;
    await page.goto("/plans");
    await page.getByText("5 rencana aksi", { exact: true }).waitFor();
    await page.getByLabel("Judul memuat").fill("jepara");
    await page.keyboard.press("Enter");
    await page.getByText("1 rencana aksi", { exact: true }).waitFor();
    await page.getByLabel("Status").selectOption({ label: "Dibatalkan" });
    await page.getByText("Tidak ada rencana aksi yang cocok.", { exact: false }).waitFor();
    await page.getByRole("button", { name: "Hapus saringan" }).click();
    await page.getByText("5 rencana aksi", { exact: true }).waitFor();
    expect(window.faults).toEqual([]);
    await window.close();
  });
});
