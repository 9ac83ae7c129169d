import { expect, it } from "@jest/globals";
import type { Page } from "playwright-core";
import { inBrowser } from "../testkit/console/browser.js";
import { useSampleConsole } from "../testkit/console/use-sample-console.js";

const scene = useSampleConsole();

const admin = "admin@disnaker-lebak.example";
const newcomer = "siti@disnaker-lebak.example";

/** A window in which a person of the sample has signed in by the console's own page. */
async function signedIn(email: string, language: "id" | "en" = "id") {
  const window = await scene.open({ language });
  const { page } = window;
  await page.goto("/welcome");
  await page.getByRole("button", { name: email }).first().click();
  await page.waitForURL((url) => url.pathname === "/");
  return window;
}

/** Opens the account's menu, and follows one of its links. */
async function follow(page: Page, account: string, link: string) {
  await page.getByRole("button", { name: account }).click();
  await page.getByRole("dialog").getByRole("link", { name: link }).click();
}

/** The name of what has the focus, by its label or its text; it says so where the focus is not to be seen. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(`{
    const { activeElement } = document;
    const { outlineStyle, outlineWidth } = getComputedStyle(activeElement);
    const isSeen = outlineStyle !== "none" && outlineWidth !== "0px";
    const name = activeElement.labels?.[0]?.textContent || activeElement.textContent;
    isSeen ? name : name + " (its focus is not to be seen)";
  }`);

/** Presses Tab until something of this name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  const passed: string[] = [];
  while (passed.at(-1) !== name) {
    if (passed.length > 60) throw new Error(`Tab leads to no ${name}, but to ${passed.join(", ")}`);
    await page.keyboard.press("Tab");
    passed.push(await focused(page));
  }
}

const dialog = (page: Page) => page.getByRole("dialog");

inBrowser("The administrator of an organisation", () => {
  it("changes its profile, and chooses where another changed it first", async () => {
    const window = await signedIn(admin);
    const { page } = window;
    await follow(page, "Akun dan tampilan", "Dinas Tenaga Kerja Kabupaten Lebak");
    await page.getByRole("button", { name: "Ubah profil" }).click();
    await dialog(page).getByLabel("Kontak").fill("disnaker@lebak.example");
    await dialog(page).getByLabel("Kode wilayah").fill("36.99");
    await dialog(page).getByRole("button", { name: "Simpan" }).click();
    await dialog(page)
      .getByText(/tidak ada|tidak ditemukan|tidak dikenal/i)
      .waitFor();
    const other = await scene.hub.as(admin);
    const { organisation } = await other.data<{ organisation: { id: string; version: number } }>(
      '{ organisation(key: "disnaker-lebak") { id version } }',
    );
    await other.data(
      "mutation ($input: UpdateOrganisationInput!) { updateOrganisation(input: $input) { position } }",
      {
        input: { id: organisation.id, expectedVersion: organisation.version, contact: "(0252) 1" },
      },
    );
    await dialog(page).getByLabel("Kode wilayah").fill("36.02");
    await dialog(page).getByRole("button", { name: "Simpan" }).click();
    const clash = page.getByRole("alertdialog");
    await clash.getByRole("cell", { name: "(0252) 1" }).waitFor();
    await clash.getByRole("button", { name: "Pakai nilai saya" }).click();
    await clash.waitFor({ state: "detached" });
    await page.getByRole("definition").getByText("disnaker@lebak.example").waitFor();
    await window.close();
  });

  it("changes its profile by keyboard alone, and always sees where they are", async () => {
    const window = await scene.open({ email: admin });
    const { page } = window;
    await page.goto("/organisation/disnaker-lebak");
    await page.getByRole("button", { name: "Ubah profil" }).waitFor();
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("Langsung ke isi");
    await page.keyboard.press("Enter");
    await tabTo(page, "Ubah profil");
    await page.keyboard.press("Enter");
    await tabTo(page, "Catatan");
    await page.keyboard.type("Kantor di Rangkasbitung");
    await tabTo(page, "Simpan");
    await page.keyboard.press("Enter");
    await page.getByRole("definition").getByText("Kantor di Rangkasbitung").waitFor();
    await dialog(page).waitFor({ state: "detached" });
    expect(await focused(page)).toBe("Ubah profil");
    await window.close();
  });

  it("adds a member, gives another role, takes the first, and lets the person go", async () => {
    const window = await signedIn(admin);
    const { page } = window;
    await page.goto("/organisation/disnaker-lebak?tab=members");
    await page.getByLabel("Alamat surel").fill(newcomer);
    await page.getByLabel("Nama").fill("Siti");
    await page.getByLabel("Peran", { exact: true }).selectOption({ label: "Kontributor" });
    await page.getByRole("button", { name: "Tambah anggota" }).click();
    await page.getByText(`${newcomer} kini menjadi anggota.`).waitFor();
    const row = page.getByRole("row", { name: newcomer });
    await row.getByText("Kontributor").waitFor();
    await row.getByRole("button", { name: "Ubah peran Siti" }).click();
    await dialog(page).getByLabel("Koordinator").check();
    await dialog(page).getByLabel("Kontributor").uncheck();
    await dialog(page).getByRole("button", { name: "Simpan" }).click();
    await row.getByText("Koordinator").waitFor();
    await row.getByText("Kontributor").waitFor({ state: "detached" });
    await row.getByRole("button", { name: "Ubah peran Siti" }).click();
    await dialog(page).getByLabel("Koordinator").uncheck();
    await dialog(page).getByText("Tanpa peran, Siti bukan lagi anggota lembaga ini.").waitFor();
    await dialog(page).getByRole("button", { name: "Keluarkan dari lembaga" }).click();
    await row.waitFor({ state: "detached" });
    expect(window.faults).toEqual([]);
    await window.close();
  });

  it("issues an API key, sees it once, and revokes it, after which the hub refuses it", async () => {
    const window = await signedIn(admin, "en");
    const { page } = window;
    await page.goto("/organisation/disnaker-lebak?tab=keys");
    await page.getByText("No keys yet.").waitFor();
    await page.getByLabel("Name of the key").fill("Portal of Lebak");
    await page.getByRole("button", { name: "Issue a key" }).click();
    const secret = await page.getByRole("status").locator("code").textContent();
    expect(await kindOf(secret)).toMatchObject({ data: { viewer: { kind: "KEY" } } });
    await page.reload();
    const row = page.getByRole("row", { name: "Portal of Lebak" });
    await row.getByText("Active", { exact: true }).waitFor();
    expect(await page.getByText(secret ?? "").count()).toBe(0);
    await row.getByRole("button", { name: "Revoke the key Portal of Lebak" }).click();
    await dialog(page).getByRole("button", { name: "Revoke", exact: true }).click();
    await row.getByText("Not valid").waitFor();
    expect(await kindOf(secret)).toMatchObject({ errors: [{}] });
    expect(window.faults).toEqual([]);
    await window.close();
  });
});

/** What the hub says of the bearer of a key. */
async function kindOf(key: string | null): Promise<unknown> {
  const response = await fetch(scene.hub.url, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${key}` },
    body: JSON.stringify({ query: "{ viewer { kind } }" }),
  });
  return response.json();
}

inBrowser("A member who is no administrator", () => {
  it("sees the members, and is offered nothing that the hub would refuse", async () => {
    const window = await scene.open({ email: "viewer@disnaker-lebak.example" });
    const { page } = window;
    await page.goto("/organisation/disnaker-lebak?tab=members");
    await page.getByRole("row", { name: admin }).waitFor();
    expect(await page.getByRole("button", { name: /^(Ubah peran|Tambah anggota)/ }).count()).toBe(
      0,
    );
    expect(await page.getByRole("tab").allTextContents()).toEqual(["Profil", "Anggota"]);
    await page.getByRole("tab", { name: "Profil" }).click();
    await page.getByRole("heading", { name: "Rencana aksi yang dipimpin" }).waitFor();
    expect(await page.getByRole("button", { name: "Ubah profil" }).count()).toBe(0);
    await window.close();
  });
});

inBrowser("The platform's operator", () => {
  it("sees the hub's health, registers an organisation, and adds its first administrator", async () => {
    const window = await signedIn("operator@rembuk.example");
    const { page } = window;
    await follow(page, "Akun dan tampilan", "Operator platform");
    await page.getByText("Siap", { exact: true }).waitFor();
    await page.getByRole("tab", { name: "Lembaga" }).click();
    await page.getByLabel("Nama lembaga").fill("UPT Pelatihan Kerja Lebak");
    await page.getByLabel("Unsur").selectOption({ label: "Pemerintah daerah" });
    await page.getByLabel("Bagian dari").fill("tenaga kerja kabupaten lebak");
    await page.getByRole("option", { name: "Dinas Tenaga Kerja Kabupaten Lebak" }).click();
    await page.getByRole("button", { name: "Daftarkan lembaga" }).click();
    await page.getByText("UPT Pelatihan Kerja Lebak telah terdaftar.").waitFor();
    await page.getByRole("link", { name: "Tambah anggota pertamanya" }).click();
    await page.getByRole("link", { name: "Dinas Tenaga Kerja Kabupaten Lebak" }).waitFor();
    await page.getByLabel("Alamat surel").fill("kepala@upt-lebak.example");
    await page.getByLabel("Peran", { exact: true }).selectOption({ label: "Administrator" });
    await page.getByRole("button", { name: "Tambah anggota" }).click();
    await page.getByRole("row", { name: "kepala@upt-lebak.example" }).waitFor();
    await page.getByRole("tab", { name: "Profil" }).click();
    await page.getByRole("button", { name: "Ubah profil" }).click();
    await dialog(page).getByLabel("Bagian dari").fill("");
    await dialog(page).getByLabel("Nama").fill("Balai Latihan Kerja Lebak");
    await dialog(page).getByRole("button", { name: "Simpan" }).click();
    await page.getByRole("heading", { level: 1, name: "Balai Latihan Kerja Lebak" }).waitFor();
    await page.getByText("Bagian dari").waitFor({ state: "detached" });
    expect(window.faults).toEqual([]);
    await window.close();
  });

  it("creates a programme, is told at the field what is wrong, and changes it", async () => {
    const window = await signedIn("operator@rembuk.example", "en");
    const { page } = window;
    await page.goto("/operator?tab=programmes");
    await page.getByLabel("Owner").fill("Tenaga Kerja Kabupaten Lebak");
    await page.getByRole("option", { name: "Dinas Tenaga Kerja Kabupaten Lebak" }).click();
    await page.getByLabel("Name of the programme (Indonesian)").fill("Lebak Bekerja");
    await page.getByLabel("Starts on").fill("2026-01-01");
    await page.getByLabel("Ends on").fill("2025-01-01");
    await page.getByRole("button", { name: "Create the programme" }).click();
    await page.locator('[aria-invalid="true"]').first().waitFor();
    await page.getByLabel("Ends on").fill("2028-12-31");
    await page.getByLabel("University").check();
    await page.getByRole("button", { name: "Create the programme" }).click();
    await page.getByText("Lebak Bekerja is created.").waitFor();
    await page.getByRole("button", { name: "Change the programme Lebak Bekerja" }).click();
    await dialog(page).getByLabel("Name of the programme (English)").fill("Lebak at Work");
    await dialog(page).getByLabel("Reports every (months)").fill("3");
    expect(await dialog(page).getByLabel("University").isChecked()).toBe(true);
    await dialog(page).getByRole("button", { name: "Save" }).click();
    await page.getByRole("link", { name: "Lebak at Work" }).waitFor();
    const { programmes } = await (await scene.hub.as(admin)).data<{ programmes: unknown }>(
      '{ programmes(where: { title: { contains: "Lebak" } }) { nodes { reportEveryMonths sectors endsOn } } }',
    );
    expect(programmes).toEqual({
      nodes: [{ reportEveryMonths: 3, sectors: ["UNIVERSITY"], endsOn: "2028-12-31" }],
    });
    await window.close();
  });
});
