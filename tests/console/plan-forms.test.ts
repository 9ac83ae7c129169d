import { afterAll, beforeAll, expect, it } from "@jest/globals";
import type { Locator, Page } from "playwright-core";
import { publishedInstrument, TestAssessment } from "../testkit/assessments/test-assessment.js";
import { violationsOn } from "../testkit/console/axe.js";
import { inBrowser, type ReaderWindow, TestBrowser } from "../testkit/console/browser.js";
import { shown } from "../testkit/console/shown.js";
import { type Written, write } from "../testkit/mutations/documents.js";
import { type Party, World } from "../testkit/world/world.js";

let world: World;
let browser: TestBrowser;
let owner: Party;
let lead: Party;
let village: Party;
let plan: Written;
let action: Written;
/** The windows of the coordinators. */
let owners: ReaderWindow;
let leads: ReaderWindow;
let villages: ReaderWindow;

const nameOf = ({ key }: Party) => `Lembaga ${key}`;
const button = (within: Page | Locator, name: string | RegExp) =>
  within.getByRole("button", { name });
const dialogOf = ({ page }: ReaderWindow) => page.getByRole("dialog");

/** Presses the button of a step, and confirms it in the dialog. */
async function take(window: ReaderWindow, step: string, confirmed = step): Promise<void> {
  await button(window.page, step).click();
  expect(await violationsOn(window.page)).toEqual([]);
  await button(dialogOf(window), confirmed).click();
}

const status = ({ page }: ReaderWindow, name: string) =>
  page.locator("header").getByText(name, { exact: true }).waitFor();

const toTab = ({ page }: ReaderWindow, name: string) => page.getByRole("tab", { name }).click();

/** Reports on the action on behalf of its lead, beside the page. */
const colleagueReports = () => world.report(village, action, { progress: 30, note: "Data baru" });

inBrowser("The forms of a plan and its money", () => {
  beforeAll(async () => {
    world = await World.start({ CONSOLE: "on" });
    browser = await TestBrowser.start();
    owner = await world.organisation("CENTRAL_GOVERNMENT");
    lead = await world.organisation("REGIONAL_GOVERNMENT");
    village = await world.organisation("VILLAGE_GOVERNMENT");
    for (const party of [owner, lead, village]) await world.member(party, "COORDINATOR");
    const programme = await world.programme(owner);
    plan = await world.plan(programme, lead, {
      participants: [{ organisationId: owner.id, role: "FUNDING" }],
    });
    const open = async ({ key }: Party) => {
      const window = await browser.open(world.hub, { email: `coordinator@${key}.example` });
      await window.page.goto(`/plan/${plan.id}`);
      return window;
    };
    owners = await open(owner);
    leads = await open(lead);
    villages = await open(village);
  });
  afterAll(async () => {
    await browser?.stop();
    await world?.stop();
  });

  it("create a plan, which its lead then has as a draft", async () => {
    const { page } = owners;
    await page.goto("/plans");
    await button(page, "Buat rencana aksi").click();
    await dialogOf(owners).getByLabel("Nama rencana").fill("Rencana desa");
    await dialogOf(owners).getByLabel("Program").selectOption({ index: 1 });
    await dialogOf(owners).getByLabel("Mulai").fill("2026-01-01");
    expect(await violationsOn(page)).toEqual([]);
    await button(dialogOf(owners), "Buat rencana aksi").click();
    await page.getByRole("heading", { level: 1, name: "Rencana desa" }).waitFor();
    await status(owners, "Rancangan");
    await page.goto(`/plan/${plan.id}`);
  });

  it("take a plan through its lifecycle, each step confirmed by those who may", async () => {
    await take(leads, "Ajukan rencana");
    await status(leads, "Diusulkan");
    await take(leads, "Mulai rencana");
    await dialogOf(leads).getByRole("alert").waitFor();
    await button(dialogOf(leads), "Batal").click();
    await take(owners, "Mulai rencana");
    await status(leads, "Berjalan");
    await take(leads, "Hentikan sementara");
    await status(owners, "Ditangguhkan");
    await take(owners, "Lanjutkan rencana");
    await status(leads, "Berjalan");
    expect(await button(villages.page, "Batalkan rencana").count()).toBe(0);
  });

  it("go on live after the reader's access has changed", async () => {
    const { page } = leads;
    const email = `coordinator@${lead.key}.example`;
    const other = await world.organisation("NGO");
    const asked = page.waitForRequest(
      (request) => request.postData()?.includes("PlanBoard") ?? false,
    );
    const member = { organisationId: other.id, email, role: "COORDINATOR" };
    await write(await world.operator, "addMember", member);
    await asked;
    const input = { planId: plan.id, title: "Sesudah akses berubah", stage: "MARKETING" };
    await write(await world.member(owner, "COORDINATOR"), "addAction", input);
    await page.getByRole("link", { name: "Sesudah akses berubah" }).waitFor();
    expect(await page.getByRole("alert").count()).toBe(0);
  });

  it("change a plan's fields", async () => {
    await button(leads.page, "Ubah rencana").click();
    await dialogOf(leads).getByLabel("Tujuan").fill("Lapangan kerja di desa");
    await dialogOf(leads).getByLabel("Berakhir").fill("2027-12-31");
    expect(await violationsOn(leads.page)).toEqual([]);
    await button(dialogOf(leads), "Simpan").click();
    await leads.page.getByRole("time").filter({ hasText: "31 Des 2027" }).waitFor();
  });

  it("invite a participant, who accepts", async () => {
    await toTab(leads, "Peserta");
    await toTab(villages, "Peserta");
    await button(leads.page, "Undang peserta").click();
    await dialogOf(leads).getByLabel("Lembaga").fill(village.key);
    await leads.page.getByRole("option", { name: nameOf(village) }).click();
    expect(await dialogOf(leads).getByLabel("Lembaga").inputValue()).toBe(nameOf(village));
    await dialogOf(leads).getByLabel("Peran").selectOption({ label: "Penyandang dana" });
    expect(await violationsOn(leads.page)).toEqual([]);
    await button(dialogOf(leads), "Undang").click();
    const row = leads.page.getByRole("row", { name: new RegExp(nameOf(village)) });
    await row.getByText("Diundang").waitFor();
    await button(villages.page, "Terima").click();
    await row.getByText("Diterima").waitFor();
    await button(villages.page, `Keluar: ${nameOf(village)}, Penyandang dana`).waitFor();
  });

  it("ask an organisation to lead an action, which it accepts", async () => {
    const input = { planId: plan.id, title: "Jalan desa", stage: "MARKETING", leadId: village.id };
    action = await write(await world.member(lead, "COORDINATOR"), "addAction", input);
    await villages.page.goto(`/plan/${plan.id}/action/${action.id}`);
    await villages.page.getByText(`${nameOf(village)} diminta memimpin kegiatan ini.`).waitFor();
    await button(villages.page, "Terima").click();
    await button(villages.page, "Terima").waitFor({ state: "detached" });
  });

  it("pledge, and correct what another changed meanwhile, by choosing", async () => {
    const { page } = villages;
    await toTab(villages, "Kontribusi");
    await button(page, "Berikan kontribusi").click();
    await dialogOf(villages).getByLabel("Jumlah (rupiah)").fill("800000");
    await button(dialogOf(villages), "Janjikan").click();
    await page.getByText(/Dibayar Rp\s0 dari Rp\s800\.000/).waitFor();
    await button(page, "Koreksi kontribusi").click();
    await dialogOf(villages).getByLabel("Jumlah (rupiah)").fill("700000");
    await dialogOf(villages).getByLabel("Alasan koreksi").fill("Salah ketik");
    const { rows } = await world.hub.sql.query(
      `select id, version as "expectedVersion" from contribution where organisation_id = $1`,
      [village.id],
    );
    const other = { ...rows[0], amount: "900000", reason: "Tambahan" };
    await write(await world.member(village, "CONTRIBUTOR"), "correctContribution", other);
    await button(dialogOf(villages), "Simpan koreksi").click();
    const choice = page.getByRole("alertdialog");
    await choice.getByText(/Rp\s700\.000/).waitFor();
    await choice.getByText(/Rp\s900\.000/).waitFor();
    await choice.getByText(new RegExp(`Perubahan terakhir: .*${nameOf(village)}`)).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await button(choice, "Pakai nilai saya").click();
    await page.getByText(/Dibayar Rp\s0 dari Rp\s700\.000/).waitFor();
    await page.getByText("Dikoreksi: Salah ketik").waitFor();
  });

  it("name whose money is passed on, which its giver confirms on the money page", async () => {
    const { page } = villages;
    await world.pledge(owner, action, { amount: "1000000" });
    await button(page, "Sebutkan sumber dana").click();
    await dialogOf(villages).getByLabel("Lembaga pemberi asal").fill(owner.key);
    await page.getByRole("option", { name: nameOf(owner) }).click();
    await dialogOf(villages).getByLabel("Kontribusi asal").selectOption({ index: 1 });
    await dialogOf(villages).getByLabel("Jumlah yang diteruskan").fill("500000");
    expect(await violationsOn(page)).toEqual([]);
    await button(dialogOf(villages), "Simpan").click();
    await page.getByText("Belum dikonfirmasi").first().waitFor();
    await toTab(owners, "Aliran dana");
    const link = `${nameOf(owner)} → ${nameOf(village)}`;
    await take(owners, `Tolak dana ${link}`, "Tolak");
    await page.getByText("Ditolak").first().waitFor();
    await button(owners.page, `Konfirmasi dana ${link}`).click();
    await page.getByText("Dikonfirmasi").first().waitFor();
    expect(await violationsOn(owners.page)).toEqual([]);
    await button(page, `Ubah jumlah ${link}`).first().click();
    await dialogOf(villages).getByLabel("Jumlah yang diteruskan").fill("400000");
    await button(dialogOf(villages), "Simpan").click();
    await owners.page.getByText(/Rp\s400\srb/).waitFor();
    await button(page, `Hapus sumber dana ${link}`).first().click();
    await button(dialogOf(villages), "Hapus").click();
    await owners.page.getByText("Tidak ada dana yang diteruskan.").waitFor();
  });

  it("record a payment, take it back, and withdraw the contribution", async () => {
    const { page } = villages;
    await button(page, "Sanggupi").click();
    await button(page, "Catat pembayaran").click();
    await dialogOf(villages).getByLabel("Jumlah (rupiah)").fill("100000");
    await dialogOf(villages).getByLabel("Tanggal bayar").fill("2024-03-01");
    await button(dialogOf(villages), "Simpan").click();
    await page.getByText(/Dibayar Rp\s100\.000 dari/).waitFor();
    await button(page, /^Batalkan pembayaran/).click();
    await dialogOf(villages).getByLabel("Alasan").fill("Salah rekening");
    await button(dialogOf(villages), "Batalkan").click();
    await page
      .getByText(/Dibayar Rp\s0 dari/)
      .first()
      .waitFor();
    await page.getByText("(pembatalan)").waitFor();
    await take(villages, "Tarik kontribusi");
    await page.getByText("Ditarik", { exact: true }).waitFor();
  });

  it("report progress, and choose where another's report came first", async () => {
    const { page } = villages;
    await toTab(villages, "Laporan kemajuan");
    await page.getByLabel("Kemajuan (0–100%)").fill("40");
    await page.getByLabel("Catatan").fill("Dua dusun tersambung");
    await colleagueReports();
    await page.getByText("Data baru").waitFor();
    await button(page, "Kirim laporan").click();
    const choice = page.getByRole("alertdialog");
    await choice.getByRole("row", { name: "Kemajuan (0–100%) 40% 30%" }).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await button(choice, "Pakai nilai saya").click();
    await page.getByText("Laporan terkirim.").waitFor();
    await shown(page, "Dua dusun tersambung").waitFor();
  });

  it("change a milestone that is not reached yet", async () => {
    const { page } = villages;
    const input = { actionId: action.id, title: "Dua kilometer", dueOn: "2027-01-31" };
    await write(await world.member(village, "COORDINATOR"), "addMilestone", input);
    await toTab(villages, "Ikhtisar");
    await button(page, "Ubah tonggak Dua kilometer").click();
    await dialogOf(villages).getByLabel("Nama tonggak").fill("Tiga kilometer");
    await button(dialogOf(villages), "Simpan").click();
    await page.getByText("Tiga kilometer", { exact: true }).waitFor();
  });

  it("reply to a university's finding", async () => {
    const university = await world.organisation("UNIVERSITY");
    const instrument = await publishedInstrument(world, university);
    const setting = { university, owner, instrument, subject: { planId: plan.id } };
    const assessment = await TestAssessment.offered(world, setting);
    const found = { actionId: action.id, completion: "LIMITED", note: "Separuh jalan" };
    await assessment.add("assessAction", found);
    await (await assessment.submitted()).publish();
    const { page } = villages;
    await page.reload();
    await button(page, "Tanggapi temuan").click();
    await dialogOf(villages).getByLabel("Balasan").fill("Sisanya bulan depan.");
    expect(await violationsOn(page)).toEqual([]);
    await button(dialogOf(villages), "Kirim balasan").click();
    await shown(page, "Sisanya bulan depan.").waitFor();
  });

  it("leave a plan, and cancel it", async () => {
    await take(leads, `Hapus bagian ${nameOf(owner)}, Penyandang dana`, "Hapus");
    const row = leads.page.getByRole("row", { name: new RegExp(nameOf(owner)) });
    await row.waitFor({ state: "detached" });
    await take(leads, "Batalkan rencana");
    await status(leads, "Dibatalkan");
    await button(leads.page, "Ubah rencana").waitFor({ state: "detached" });
    expect([...owners.faults, ...leads.faults, ...villages.faults]).toEqual([]);
  });
});
