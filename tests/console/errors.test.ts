import { expect, it } from "@jest/globals";
import type { Page } from "playwright-core";
import { inBrowser } from "../testkit/console/browser.js";
import { goWithin } from "../testkit/console/page-states.js";
import { coordinator, useSampleConsole } from "../testkit/console/use-sample-console.js";

const scene = useSampleConsole();

const absent = "01912345-6789-7abc-8def-0123456789ab";

/** What each language says. */
const languages = [
  {
    language: "id",
    nothing: "Tidak ada apa pun di alamat ini",
    unreachable: "Hub belum dapat dihubungi. Periksa sambungan Anda lalu coba lagi.",
    again: "Coba lagi",
    failed: "Halaman ini gagal ditampilkan",
    operatorOnly: /^Hanya operator platform/,
    health: "Kesehatan hub",
    empty: { plans: /^Tidak ada rencana aksi yang cocok/, groups: /^Tidak ada kelompok/ },
    more: { organisations: /^Tidak ada lembaga/, search: /^Tidak ditemukan/ },
  },
  {
    language: "en",
    nothing: "There is nothing at this address",
    unreachable: "The hub cannot be reached. Check your connection and try again.",
    again: "Try again",
    failed: "This page could not be shown",
    operatorOnly: /^Only a platform operator/,
    health: "Health of the hub",
    empty: { plans: /^No plan matches/, groups: /^No group matches/ },
    more: { organisations: /^No organisation matches/, search: /^Nothing was found/ },
  },
] as const;

const heading = (page: Page, name: string) =>
  page.getByRole("heading", { level: 1, name, exact: true }).waitFor();

inBrowser("Pages that cannot be shown", () => {
  it.each(languages)("say that there is nothing at an address, in $language", async (texts) => {
    const window = await scene.open({ language: texts.language, width: 320 });
    const { page } = window;
    await page.goto("/groups");
    await goWithin(page, "/nowhere/at/all");
    await heading(page, texts.nothing);
    const nouns = ["plan", "assessment", "group", "node", "rembuk", "view", "indicator"];
    const addresses = nouns.map((noun) => `/${noun}/${absent}`);
    for (const address of [...addresses, `/plan/${absent}/action/${absent}`, "/plan/not-an-id"]) {
      await page.goto(address);
      await heading(page, texts.nothing);
      expect(await page.title()).toBe(`${texts.nothing} · Rembuk`);
    }
    // A thing that is there and hidden is told from one that is absent by nothing.
    const hidden = await hiddenPlan();
    await page.goto(`/plan/${hidden.id}`);
    await heading(page, texts.nothing);
    expect(await page.content()).not.toContain(hidden.title);
    await window.close();
  });

  it.each(languages)(
    "say that the hub is not reached, and ask it again, in $language",
    async (texts) => {
      const window = await scene.open({ language: texts.language, email: coordinator });
      const { page, context } = window;
      await page.goto("/plans");
      await page.getByRole("heading", { level: 1 }).waitFor();
      await page.route("**/graphql", (route) => route.abort());
      await goWithin(page, "/groups?text=kopi");
      const note = page.getByRole("alert").filter({ hasText: texts.unreachable });
      await note.waitFor();
      await page.unroute("**/graphql");
      await note.getByRole("button", { name: texts.again }).click();
      await note.waitFor({ state: "detached" });
      await context.close();
    },
  );

  it.each(languages)("say that a page's code did not come, in $language", async (texts) => {
    const window = await scene.open({ language: texts.language });
    const { page } = window;
    await page.route(/groups-page-.*\.js$/, (route) => route.abort());
    await page.goto("/groups");
    await heading(page, texts.failed);
    expect(await page.title()).toBe(`${texts.failed} · Rembuk`);
    await window.close();
  });

  it.each(languages)(
    "show to others what is the operator's, and no forms, in $language",
    async (texts) => {
      const window = await scene.open({ language: texts.language, email: coordinator });
      const { page } = window;
      await page.goto("/operator");
      await page.getByText(texts.operatorOnly).waitFor();
      await page.getByRole("heading", { name: texts.health }).waitFor();
      expect(await page.getByRole("main").locator("form").count()).toBe(0);
      await window.close();
    },
  );

  it.each(languages)("say that a list has nothing, in $language", async (texts) => {
    const window = await scene.open({ language: texts.language });
    const { page } = window;
    await page.goto("/plans?text=zzzz");
    await page.getByText(texts.empty.plans).waitFor();
    await goWithin(page, "/groups?text=zzzz");
    await page.getByText(texts.empty.groups).waitFor();
    await goWithin(page, "/organisations?text=zzzz");
    await page.getByText(texts.more.organisations).waitFor();
    await goWithin(page, "/search?text=zzzzqqqq");
    await page.getByText(texts.more.search).waitFor();
    expect(window.faults).toEqual([]);
    await window.close();
  });

  it("are loaded once more where their code could not be fetched, and say so where that fails too", async () => {
    const window = await scene.open({ language: "id" });
    const { page } = window;
    const shell = "**/console/shell-*.js";
    await page.route(shell, (route) => route.abort(), { times: 1 });
    await page.goto("/groups");
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.route(shell, (route) => route.abort());
    await page.goto("/plans");
    await page.getByRole("alert").getByText("This page could not be loaded.").waitFor();
    await window.close();
  });
});

/** A plan of the sample, which visitors do not see any more. */
async function hiddenPlan(): Promise<{ id: string; title: string }> {
  const lead = await scene.hub.as(coordinator);
  const { actionPlans } = await lead.data<{ actionPlans: { nodes: PlanRow[] } }>(
    '{ actionPlans(first: 1, where: { lead: { eq: "disnaker-lebak" } }) { nodes { id version title } } }',
  );
  const [plan] = actionPlans.nodes;
  if (!plan) throw new Error("the sample has no plan of disnaker-lebak");
  const { id, version, title } = plan;
  await lead.data(
    "mutation ($input: UpdateActionPlanInput!) { updateActionPlan(input: $input) { position } }",
    { input: { id, expectedVersion: version, visibility: "PARTICIPANTS" } },
  );
  return { id, title };
}

interface PlanRow {
  id: string;
  version: number;
  title: string;
}
