import { EventEmitter, once } from "node:events";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import type { Locator, Page } from "playwright-core";
import { violationsOn } from "../testkit/console/axe.js";
import { inBrowser, type ReaderWindow, TestBrowser } from "../testkit/console/browser.js";
import { shown } from "../testkit/console/shown.js";
import { TestDeliberation } from "../testkit/deliberations/test-deliberation.js";
import { type Written, write } from "../testkit/mutations/documents.js";
import { type Party, World } from "../testkit/world/world.js";

let world: World;
let browser: TestBrowser;
let convener: Party;
let village: Party;
let plan: Written;
let chair: ReaderWindow;
let page: Page;
let dialog: Locator;

const button = (within: Page | Locator, name: string | RegExp) =>
  within.getByRole("button", { name });

/** The meeting whose room the page shows. */
async function shownMeeting(): Promise<{ id: string; version: number }> {
  const key = new URL(page.url()).pathname.split("/").at(-1);
  const statement = "select id, version from deliberation where key = $1";
  return (await world.hub.sql.query(statement, [key])).rows[0];
}

/** A colleague of the chair changes the meeting that the chair sees. */
async function colleagueChanges(change: object): Promise<void> {
  const { id, version } = await shownMeeting();
  const colleague = await world.member(convener, "ADMIN");
  await write(colleague, "updateDeliberation", { id, expectedVersion: version, ...change });
}

/** A page's live line, on which a test can send an update once more. */
async function repeatedLine(of: Page) {
  const updates: string[] = [];
  const arrivals = new EventEmitter();
  const line = {
    send: (_: string): void => undefined,
    updateWith: async (text: string): Promise<string> => {
      for (;;) {
        const known = updates.find((update) => update.includes(text));
        if (known) return known;
        await once(arrivals, "update");
      }
    },
  };
  await of.routeWebSocket(/graphql/, (near) => {
    line.send = (update) => near.send(update);
    near.connectToServer().onMessage((message) => {
      updates.push(String(message));
      near.send(message);
      arrivals.emit("update");
    });
  });
  return line;
}

inBrowser("The forms of a rembuk", () => {
  beforeAll(async () => {
    world = await World.start({ CONSOLE: "on" });
    browser = await TestBrowser.start();
    convener = await world.organisation("REGIONAL_GOVERNMENT");
    village = await world.organisation("VILLAGE_GOVERNMENT");
    await world.member(convener, "COORDINATOR");
    await world.member(village, "COORDINATOR");
    const programme = await world.programme(convener);
    const participants = [{ organisationId: village.id, role: "IMPLEMENTING" }];
    plan = await world.plan(programme, convener, { participants });
    chair = await browser.open(world.hub, { email: `coordinator@${convener.key}.example` });
    page = chair.page;
    dialog = page.getByRole("dialog");
  });
  afterAll(async () => {
    await browser?.stop();
    await world?.stop();
  });

  it("convene one for a plan, with its participants by sector and part", async () => {
    await page.goto(`/plan/${plan.id}`);
    await page.getByRole("link", { name: "Adakan rembuk" }).click();
    await page.getByText("Pemerintah desa · Pelaksana").waitFor();
    await page.getByLabel("Judul").fill("Rembuk padat karya");
    await page.getByLabel("Hari pertama").fill("2099-03-02");
    await page.getByLabel("Provinsi").selectOption({ label: "Bali" });
    await page.getByLabel(`Utusan Lembaga ${village.key}`).fill("Kepala desa\nKetua BPD");
    await button(page, `Hapus undangan Lembaga ${convener.key}`).click();
    expect(await violationsOn(page)).toEqual([]);
    await button(page, "Buat rancangan rembuk").click();
    await page.getByRole("heading", { level: 1, name: "Rembuk padat karya" }).waitFor();
    await page.getByText("Kepala desa; Ketua BPD").waitFor();
    expect(await page.getByText(`Utusan Lembaga ${convener.key}`).count()).toBe(0);
  });

  it("invite another organisation, name its delegates, and withdraw it", async () => {
    const campus = await world.organisation("UNIVERSITY");
    const name = `Lembaga ${campus.key}`;
    await button(page, "Undang lembaga").click();
    await dialog.getByLabel("Lembaga", { exact: true }).fill(campus.key);
    await page.getByRole("option", { name }).click();
    await button(dialog, "Undang").click();
    await page.getByRole("heading", { name: "Perguruan tinggi" }).waitFor();
    await button(page, `Tentukan utusan ${name}`).click();
    await dialog.getByLabel("Utusan, satu per baris").fill("Rektor");
    expect(await violationsOn(page)).toEqual([]);
    await button(dialog, "Simpan").click();
    await shown(page, "Rektor").waitFor();
    await button(page, `Tarik undangan ${name}`).click();
    await button(dialog, "Tarik undangan").click();
    await shown(page, "Rektor").waitFor({ state: "detached" });
  });

  it("write the agenda by the clock of the place", async () => {
    await button(page, "Susun agenda").click();
    await button(dialog, "Tambah acara").click();
    await dialog.getByLabel("Pokok bahasan").fill("Anggaran");
    await dialog.getByLabel("Mulai (WITA)").fill("2099-03-02T09:00");
    await button(dialog, "Tambah acara").click();
    await dialog.getByLabel("Pokok bahasan").last().fill("Pembukaan");
    await button(dialog, "Naikkan acara 2").click();
    expect(await violationsOn(page)).toEqual([]);
    await button(dialog, "Simpan agenda").click();
    const items = page.getByRole("listitem").filter({ hasText: /^Pembukaan|^Anggaran/ });
    await items.first().waitFor();
    expect(await items.allTextContents()).toEqual([
      "Pembukaan",
      expect.stringContaining("09.00 WITA"),
    ]);
  });

  it("show what a colleague saved first beside one's own, and who did, and let one choose", async () => {
    await button(page, "Ubah rembuk").click();
    await dialog.getByLabel("Tempat").fill("Balai desa");
    await colleagueChanges({ place: "Pendopo" });
    await page.getByText("Pendopo").first().waitFor();
    await button(dialog, "Simpan").click();
    const choice = page.getByRole("alertdialog");
    await choice.getByRole("row", { name: "Tempat Balai desa Pendopo" }).waitFor();
    await choice.getByText(`Perubahan terakhir: `).waitFor();
    await choice.getByText(`Lembaga ${convener.key}`).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await button(choice, "Pakai nilai saya").click();
    await page.getByText("Balai desa").first().waitFor();
  });

  it("save one change after another, though what was there before arrives once more", async () => {
    const late = await browser.open(world.hub, { email: `coordinator@${convener.key}.example` });
    const line = await repeatedLine(late.page);
    const own = late.page.getByRole("dialog");
    const place = async (name: string) => {
      await button(late.page, "Ubah rembuk").click();
      await own.getByLabel("Tempat").fill(name);
      await button(own, "Simpan").click();
      await late.page.getByText(name).first().waitFor();
    };
    await late.page.goto(new URL(page.url()).pathname);
    await late.page.getByText("Balai desa").first().waitFor();
    await colleagueChanges({ place: "Sanggar" });
    const update = await line.updateWith("Sanggar");
    await late.page.getByText("Sanggar").first().waitFor();
    await place("Aula");
    // The update of this change must not come after the repeated one.
    await line.updateWith("Aula");
    line.send(update);
    await late.page.getByText("Sanggar").first().waitFor();
    await place("Joglo");
    expect(await late.page.getByRole("alertdialog").count()).toBe(0);
    expect(late.faults).toEqual([]);
    await late.close();
  });

  it("cancel the meeting after a confirmation", async () => {
    await button(page, "Batalkan rembuk").click();
    await dialog.getByLabel("Alasan").fill("Banjir di jalan");
    await button(dialog, "Batalkan rembuk").click();
    await page.getByText("Alasan pembatalan: Banjir di jalan").waitFor();
    await page.getByText("Dibatalkan", { exact: true }).first().waitFor();
    await button(page, "Ubah rembuk").waitFor({ state: "detached" });
  });

  it("comment on an outcome, which others see at once, and take the comment back", async () => {
    const meeting = await TestDeliberation.inSession(world, convener, [convener, village]);
    const outcome = await meeting.propose(convener, { text: "Jalan desa dikerjakan warga." });
    await meeting.positions([convener, village], outcome);
    await meeting.decide("agreeOutcome", outcome);
    const statement = "select key from deliberation where id = $1";
    const { key } = (await world.hub.sql.query(statement, [meeting.id])).rows[0];
    const other = await browser.open(world.hub, { email: `coordinator@${village.key}.example` });
    await other.page.goto(`/rembuk/${key}`);
    await other.page.getByText("Tanggapi", { exact: true }).click();
    await other.page.getByText("Belum ada tanggapan.").waitFor();
    await page.goto(`/rembuk/${key}`);
    await page.getByText("Tanggapi", { exact: true }).click();
    await page.getByLabel("Tulis tanggapan").fill("Kapan dimulai?");
    await button(page, "Kirim").click();
    await other.page.getByText("Kapan dimulai?").waitFor();
    await other.page.getByText("1 tanggapan", { exact: true }).waitFor();
    expect(await button(other.page, /^Tarik kembali/).count()).toBe(0);
    await button(page, /^Tarik kembali/).click();
    await button(dialog, "Tarik kembali").click();
    await other.page.getByText("Tanggapan ini ditarik kembali.").waitFor();
    expect(await violationsOn(page)).toEqual([]);
    expect(other.faults).toEqual([]);
    await other.close();
  });

  it("make an action of a plan out of an agreed outcome, and unlink it", async () => {
    await button(page, "Jadikan kegiatan").click();
    await dialog.getByLabel("Rencana aksi").selectOption(plan.id);
    await dialog.getByLabel("Nama kegiatan baru").fill("Jalan desa");
    expect(await violationsOn(page)).toEqual([]);
    await button(dialog, "Jadikan kegiatan").click();
    await page.getByRole("link", { name: "Jalan desa" }).waitFor();
    await page.getByText("Ditindaklanjuti", { exact: true }).waitFor();
    await button(page, "Lepaskan kegiatan Jalan desa").click();
    await button(dialog, "Lepaskan").click();
    await page.getByRole("link", { name: "Jalan desa" }).waitFor({ state: "detached" });
    expect(chair.faults).toEqual([]);
  });
});
