import { afterAll, beforeAll, expect, it } from "@jest/globals";
import type { Page } from "playwright-core";
import { violationsOn } from "../testkit/console/axe.js";
import {
  inBrowser,
  type Reader,
  type ReaderWindow,
  TestBrowser,
} from "../testkit/console/browser.js";
import { shown } from "../testkit/console/shown.js";
import { TestDeliberation } from "../testkit/deliberations/test-deliberation.js";
import { type Written, write } from "../testkit/mutations/documents.js";
import { type Party, World } from "../testkit/world/world.js";

const wording = "Bengkel bersama dikelola oleh badan usaha milik desa.";

let world: World;
let browser: TestBrowser;
let convener: Party;
let village: Party;
let campus: Party;
let meeting: TestDeliberation;
let outcome: Written;
let address: string;

/** A window of an organisation's coordinator. */
const windowOf = ({ key }: Party, more: Reader = {}): Promise<ReaderWindow> =>
  browser.open(world.hub, { email: `coordinator@${key}.example`, ...more });

const phone = { width: 390, height: 800 };

/** Waits until the page shows this figure of a stance in an outcome's tally. */
const tally = (page: Page, stance: string, figure: number): Promise<void> =>
  page
    .getByLabel("Perolehan sikap")
    .locator(`dl [data-stance="${stance}"] dd`, { hasText: String(figure) })
    .first()
    .waitFor();

const stance = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

inBrowser("A rembuk room in a browser", () => {
  beforeAll(async () => {
    world = await World.start({ CONSOLE: "on" });
    browser = await TestBrowser.start();
    convener = await world.organisation("REGIONAL_GOVERNMENT");
    village = await world.organisation("VILLAGE_GOVERNMENT");
    campus = await world.organisation("UNIVERSITY");
    const invited = [convener, village, campus];
    for (const party of invited) await world.member(party, "COORDINATOR");
    const present = [convener, village];
    meeting = await TestDeliberation.inSession(world, convener, invited, { present });
    outcome = await meeting.propose(convener, { text: wording });
    const { rows } = await world.hub.sql.query("select key from deliberation where id = $1", [
      meeting.id,
    ]);
    address = `/rembuk/${rows[0].key}`;
  });
  afterAll(async () => {
    await browser?.stop();
    await world?.stop();
  });

  it("shows the hall what a delegate says with one thumb, without a reload", async () => {
    const hall = await browser.open(world.hub, { width: 1920, height: 1080 });
    await hall.page.goto(`${address}?mode=projector`);
    await hall.page.getByText("2 dari 3 suara hadir").waitFor();
    expect(await hall.page.getByRole("navigation").count()).toBe(0);
    expect(await hall.page.getByRole("button").count()).toBe(0);
    await hall.page.evaluate("window.unbroken = true");

    const delegate = await windowOf(village, phone);
    await delegate.page.goto(`${address}?mode=phone`);
    await delegate.page.getByText(wording).waitFor();
    expect(await delegate.page.getByRole("navigation").count()).toBe(0);
    await stance(delegate.page, "Setuju").click();
    await tally(hall.page, "AGREE", 1);
    await hall.page.getByText("menyatakan sikap atas hasil 1").waitFor();
    await delegate.page.locator('[aria-pressed="true"]', { hasText: "Setuju" }).waitFor();

    await meeting.arrive(campus);
    await hall.page.getByText("3 dari 3 suara hadir").waitFor();
    await hall.page.getByText("Kuorum tercapai").waitFor();
    expect(await hall.page.evaluate("window.unbroken")).toBe(true);
    expect(await violationsOn(hall.page)).toEqual([]);
    expect(await violationsOn(delegate.page)).toEqual([]);
    expect([...hall.faults, ...delegate.faults]).toEqual([]);
    await hall.close();
    await delegate.close();
  });

  it("asks for an objection's reason, and shows another text that came in between", async () => {
    const reader = await windowOf(convener);
    await reader.page.goto(address);
    const delegate = await windowOf(campus, phone);
    await delegate.page.goto(address);
    await stance(delegate.page, "Keberatan").click();
    await delegate.page.getByLabel("Alasan keberatan").fill("Perawatan mesin belum dianggarkan.");
    const amended = { text: wording.replace("badan usaha milik desa", "koperasi"), reason: "usul" };
    await meeting.decide("amendOutcome", outcome, amended);
    const form = delegate.page.locator("form");
    await form.locator("ins", { hasText: "koperasi" }).waitFor();
    await form.locator("del", { hasText: "milik" }).first().waitFor();
    await delegate.page.getByRole("button", { name: "Kirim atas rumusan baru" }).click();

    await reader.page.getByText("Perawatan mesin belum dianggarkan.").waitFor();
    await tally(reader.page, "OBJECT", 1);
    await reader.page.getByText("2 rumusan: bandingkan kata demi kata").click();
    await reader.page.locator("ol ins", { hasText: "koperasi" }).waitFor();
    expect(await violationsOn(reader.page)).toEqual([]);
    expect(await violationsOn(delegate.page)).toEqual([]);
    expect([...reader.faults, ...delegate.faults]).toEqual([]);
    await reader.close();
    await delegate.close();
  });

  it("says in the hub's words why mufakat does not hold, and decides once it does", async () => {
    const chair = await windowOf(convener);
    const { page } = chair;
    await page.goto(address);
    await page.getByRole("button", { name: "Sepakati dengan mufakat" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Sepakati dengan mufakat" }).click();
    await dialog.getByRole("alert").waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await dialog.getByRole("button", { name: "Batal" }).click();

    const delegate = await windowOf(campus, phone);
    await delegate.page.goto(`${address}?mode=phone`);
    await stance(delegate.page, "Setuju dengan catatan").click();
    await delegate.page.getByLabel("Catatan yang menyertai").fill("Anggaran menyusul.");
    const said = await world.hub.sql.query(
      `select id, version as "expectedVersion" from outcome_position
       where outcome_id = $1 and organisation_id = $2 order by text_version desc limit 1`,
      [outcome.id, campus.id],
    );
    const colleague = await world.member(campus, "COORDINATOR");
    await write(colleague, "changePosition", { ...said.rows[0], stance: "ABSTAIN" });
    await delegate.page
      .getByText("sudah menyatakan: Abstain. Pilihan Anda: Setuju dengan catatan")
      .waitFor();
    await delegate.page.getByRole("button", { name: "Kirim sikap" }).click();
    await meeting.position(village, outcome);
    await stance(page, "Setuju").click();
    await tally(page, "AGREE", 2);
    await tally(page, "AGREE_WITH_RESERVATION", 1);
    await page.getByRole("button", { name: "Sepakati dengan mufakat" }).click();
    await dialog.getByRole("button", { name: "Sepakati dengan mufakat" }).click();
    await page.getByText("Disepakati", { exact: true }).waitFor();
    await delegate.page.getByText("Disepakati", { exact: true }).waitFor();
    await delegate.close();
    await chair.close();
  });

  it("is conducted from the desk: an arrival, a proposal, its amendment and a vote", async () => {
    await meeting.leave(campus);
    const chair = await windowOf(convener);
    const { page } = chair;
    await page.goto(address);
    await page.getByRole("button", { name: `Datang: Lembaga ${campus.key}` }).click();
    await page.getByRole("button", { name: `Pergi: Lembaga ${campus.key}` }).waitFor();
    await page.getByRole("button", { name: "Usulkan hasil" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Rumusan").fill("Laporan dikirim setiap bulan.");
    await dialog.getByLabel(`Lembaga ${village.key}`).check();
    await dialog.getByRole("button", { name: "Ajukan usulan" }).click();
    const card = page.getByRole("article", { name: "Hasil 2" });
    await card.getByText(`Lembaga ${village.key}`).first().waitFor();

    await card.getByRole("button", { name: "Ubah rumusan" }).click();
    await dialog.getByLabel("Rumusan", { exact: true }).fill("Laporan dikirim setiap triwulan.");
    await dialog.getByLabel("Alasan perubahan").fill("cukup");
    const { rows } = await world.hub.sql.query(
      "select id from outcome where deliberation_id = $1 and number = 2",
      [meeting.id],
    );
    const second = rows[0] as { id: string };
    const other = { text: "Laporan dikirim setiap semester.", reason: "usul" };
    await meeting.decide("amendOutcome", second, other);
    await dialog.getByText("Rumusan lain sudah disimpan lebih dahulu").waitFor();
    await dialog.locator("del", { hasText: "semester" }).waitFor();
    await dialog.getByRole("button", { name: "Simpan rumusan saya" }).click();
    await shown(card, "Laporan dikirim setiap triwulan.").first().waitFor();

    await meeting.position(convener, second);
    await meeting.position(village, second);
    await meeting.position(campus, second, "OBJECT");
    await card.getByText(`Alasan ${campus.key}`).waitFor();
    await card.getByRole("button", { name: "Buka pemungutan suara" }).click();
    await dialog.getByRole("button", { name: "Buka pemungutan suara" }).click();
    await card.getByText("Pemungutan suara berlangsung: 3 suara berhak memilih").waitFor();
    await card.getByRole("button", { name: "Hitung suara" }).click();
    await dialog.getByRole("button", { name: "Hitung suara" }).click();
    await card.getByText("Disepakati", { exact: true }).waitFor();
    expect(chair.faults).toEqual([]);
    await chair.close();
  });

  it("closes the meeting, and gives its minutes to read, check and acknowledge", async () => {
    const chair = await windowOf(convener);
    const { page } = chair;
    await page.goto(address);
    await page.getByRole("button", { name: "Tutup rembuk" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Tutup rembuk" }).click();
    const minutes = page.frameLocator("iframe");
    await minutes.getByText("Anggaran menyusul.").first().waitFor();
    await page.getByRole("button", { name: "Periksa keaslian" }).click();
    await page.getByText("sidik jari SHA-256 cocok").waitFor();
    await page.getByRole("button", { name: /^Sahkan atas nama/ }).click();
    await page.getByText("Sudah disahkan oleh").waitFor();
    expect(await violationsOn(page)).toEqual([]);

    const abroad = { language: "en", theme: "dark", zone: "Asia/Makassar" } as const;
    const guest = await browser.open(world.hub, { ...abroad, ...phone });
    await guest.page.goto(address);
    await guest.page.frameLocator("iframe").getByText("Agreed").first().waitFor();
    await guest.page.getByText("Acknowledged by").waitFor();
    await guest.page.getByText(/^Opened .* \(.* WIB\)$/).waitFor();
    expect(await violationsOn(guest.page)).toEqual([]);
    expect([...chair.faults, ...guest.faults]).toEqual([]);
    await guest.close();
    await chair.close();
  });

  it("lists the meetings by their state, and finds them by their words and place", async () => {
    const other = { title: "Musyawarah kopi", regionCode: "36.02" };
    await TestDeliberation.convened(world, convener, [village], other);
    const reader = await windowOf(village, { ...phone, theme: "dark" });
    const { page } = reader;
    await page.goto("/rembuk");
    const upcoming = page.getByRole("region", { name: "Akan datang" });
    await upcoming.getByRole("link", { name: "Musyawarah kopi" }).waitFor();
    const closed = page.getByRole("region", { name: "Sudah selesai" });
    await closed.getByRole("link").waitFor();
    await page.getByLabel("Nama memuat").fill("kopi");
    await closed.getByText("Tidak ada.").waitFor();
    expect(page.url()).toContain("text=kopi");
    await page.getByLabel("Provinsi").selectOption({ label: "Bali" });
    await upcoming.getByText("Tidak ada.").waitFor();
    await page.getByLabel("Provinsi").selectOption({ label: "Banten" });
    await upcoming.getByRole("link", { name: "Musyawarah kopi" }).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    expect(reader.faults).toEqual([]);
    await reader.close();
  });
});
