import { afterAll, beforeAll, expect, it } from "@jest/globals";
import type { Page } from "playwright-core";
import { publishedInstrument, TestAssessment } from "../testkit/assessments/test-assessment.js";
import { violationsOn } from "../testkit/console/axe.js";
import { inBrowser, TestBrowser } from "../testkit/console/browser.js";
import { TestDeliberation } from "../testkit/deliberations/test-deliberation.js";
import { IndicatorInputs, indicatorCast } from "../testkit/indicators/indicator-inputs.js";
import { type Written, write } from "../testkit/mutations/documents.js";
import { type Party, World } from "../testkit/world/world.js";

let world: World;
let browser: TestBrowser;
let owner: Party;
let lead: Party;
let village: Party;
let plan: Written;
let action: Written;

const button = (page: Page, name: string | RegExp) =>
  page.getByRole("button", { name, exact: true });

/** A member of an organisation opens home, and follows the one thing of a kind that waits there. */
async function follow(
  { key }: Party,
  kind: string,
  leadsTo: (page: Page) => Promise<void>,
  role = "coordinator",
): Promise<void> {
  const window = await browser.open(world.hub, { email: `${role}@${key}.example` });
  const { page } = window;
  await page.goto("/");
  const heading = page.getByRole("heading", { level: 3, name: `${kind} (1)` });
  await heading.waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await page.locator("section", { has: heading }).last().getByRole("link").click();
  await leadsTo(page);
  expect(window.faults).toEqual([]);
  await window.close();
}

inBrowser("What waits for a person at home leads to the form for it", () => {
  beforeAll(async () => {
    world = await World.start({ CONSOLE: "on" });
    browser = await TestBrowser.start();
    owner = await world.organisation("CENTRAL_GOVERNMENT");
    lead = await world.organisation("REGIONAL_GOVERNMENT");
    village = await world.organisation("VILLAGE_GOVERNMENT");
    for (const party of [owner, lead, village]) await world.member(party, "COORDINATOR");
    plan = await world.activePlan(await world.programme(owner), lead);
    action = await world.action(lead, plan, { endsOn: "2026-01-31" });
  });
  afterAll(async () => {
    await browser?.stop();
    await world?.stop();
  });

  it("an overdue action, to its report; not for who may not report", async () => {
    await follow(lead, "Kegiatan lewat tenggat: laporkan", (page) =>
      page.getByLabel("Kemajuan (0–100%)").waitFor(),
    );
    await world.member(lead, "VIEWER");
    const viewer = await browser.open(world.hub, { email: `viewer@${lead.key}.example` });
    await viewer.page.goto("/");
    await viewer.page.getByRole("heading", { level: 2 }).first().waitFor();
    expect(await viewer.page.getByText("Menunggu Anda").count()).toBe(0);
    await viewer.close();
  });

  it("shows some of each kind, and the rest where one asks", async () => {
    const { id } = await world.activePlan(await world.programme(village), village);
    for (let at = 0; at < 6; at += 1) await world.action(village, { id }, { endsOn: "2026-01-31" });
    const window = await browser.open(world.hub, { email: `coordinator@${village.key}.example` });
    const { page } = window;
    await page.goto("/");
    const heading = page.getByRole("heading", { level: 3, name: /\(6\)$/ });
    const links = page.locator("section", { has: heading }).last().getByRole("link");
    await heading.waitFor();
    expect(await links.count()).toBe(5);
    await button(page, "Tampilkan 1 lagi").click();
    await links.nth(5).waitFor();
    await window.close();
  });

  it("an invitation to a plan, and a request to lead an action, to their answers", async () => {
    const coordinator = await world.member(lead, "COORDINATOR");
    const asked = { planId: plan.id, title: "Jalan", stage: "MARKETING", leadId: village.id };
    await write(coordinator, "addAction", asked);
    await follow(village, "Jawab permintaan memimpin kegiatan", (page) =>
      button(page, "Terima").click(),
    );
    const part = { planId: plan.id, organisationId: village.id, role: "IMPLEMENTING" };
    await write(coordinator, "addParticipant", part);
    await follow(village, "Jawab ajakan ikut rencana aksi", (page) =>
      button(page, "Terima").click(),
    );
  });

  it("a plan that others made in one's programme, to its acceptance", async () => {
    const { id } = await world.programme(owner);
    const input = { title: "Usul", programmeId: id, leadId: lead.id, startsOn: "2026-01-01" };
    await write(await world.member(lead, "COORDINATOR"), "createActionPlan", input);
    await follow(owner, "Terima atau tolak rencana aksi", async (page) => {
      await button(page, "Terima rencana").click();
      await button(page, "Terima rencana").last().click();
      await page.locator("header").getByText("Berjalan", { exact: true }).waitFor();
    });
  });

  it("money passed on, to its confirmation", async () => {
    const source = await world.pledge(lead, action, { amount: "1000000" });
    const passed = { contributionId: source.id, amount: "400000" };
    const participant = { planId: plan.id, organisationId: owner.id, role: "IMPLEMENTING" };
    await write(await world.joint(lead.id, owner.id), "addParticipant", participant);
    await world.pledge(owner, action, { amount: "400000", funding: [passed] });
    await follow(lead, "Konfirmasi dana yang diteruskan", (page) =>
      page.getByRole("button", { name: /^Konfirmasi dana/ }).click(),
    );
  });

  it("an outcome in a rembuk, to the position on it", async () => {
    const meeting = await TestDeliberation.inSession(world, owner, [owner, village]);
    const outcome = await meeting.propose(owner, { text: "Jalan desa" });
    await meeting.position(owner, outcome);
    await follow(village, "Ambil sikap dalam rembuk", (page) => button(page, "Setuju").click());
  });

  it("a figure, to its acceptance by the indicator's owner", async () => {
    const inputs = await IndicatorInputs.make(world, await indicatorCast(world));
    await inputs.propose(inputs.indicator, "36.02", 5);
    await world.member(inputs.cast.owner, "COORDINATOR");
    await follow(inputs.cast.owner, "Terima atau tolak angka", (page) =>
      button(page, "Terima").click(),
    );
  });

  it("an assessment, to its questionnaire", async () => {
    const university = await world.organisation("UNIVERSITY");
    const instrument = await publishedInstrument(world, university);
    const setting = { university, owner, instrument, subject: { planId: plan.id } };
    await TestAssessment.assigned(world, setting);
    await world.member(university, "ASSESSOR");
    const shown = (page: Page) =>
      page.getByRole("tab", { name: "Jawaban", selected: true }).waitFor();
    await follow(university, "Asesmen", shown, "assessor");
  });
});
