import { readFile } from "node:fs/promises";
import { expect, it } from "@jest/globals";
import { inBrowser } from "../testkit/console/browser.js";
import { coordinator, useSampleConsole } from "../testkit/console/use-sample-console.js";
import { type GraphqlClient } from "../testkit/hub/index.js";

const scene = useSampleConsole({ EXPORT_JOBS: "1" });

/** Adds an action of the first stage to the plan of the coordinator's organisation. */
async function addAction(client: GraphqlClient): Promise<void> {
  const { actionPlans } = await client.data<{ actionPlans: { nodes: { id: string }[] } }>(
    `{ actionPlans(where: { lead: { eq: "disnaker-lebak" } }) { nodes { id } } }`,
  );
  const input = {
    planId: actionPlans.nodes[0]?.id,
    title: "Pemetaan usaha gula aren",
    stage: "POTENTIAL_MAPPING",
    startsOn: "2024-02-01",
    endsOn: "2024-06-30",
  };
  await client.data(
    "mutation ($input: AddActionInput!) { addAction(input: $input) { position } }",
    {
      input,
    },
  );
}

inBrowser("Views in the console", () => {
  it("are built by choosing, seen at once, and followed live", async () => {
    const window = await scene.open({ email: coordinator });
    const { page } = window;
    await page.goto("/saved-views");
    await page.getByRole("button", { name: "Buat tampilan" }).click();
    await page.getByLabel("Judul").fill("Kegiatan menurut tahap");
    await page.getByLabel("Bentuk hasil").selectOption("GROUPS");
    await page.getByRole("button", { name: "Simpan dan lihat" }).click();
    await page.waitForURL("**/view/**");
    await page.getByRole("button", { name: "Tambah syarat" }).click();
    await page.getByLabel("Yang dibandingkan").selectOption("status");
    await page.getByLabel("Perbandingan").selectOption("not");
    await page.getByLabel("Nilai").selectOption("CANCELLED");
    await page.getByLabel("Diagram").selectOption("BAR");
    await page.getByRole("button", { name: "Simpan dan lihat hasilnya" }).click();
    await page.locator("[role=img] svg").first().waitFor();
    await page.getByText("Dokumen GraphQL untuk portal").click();
    await page.getByText('"not": "CANCELLED"').waitFor();

    await page.getByText("Ikuti langsung").click();
    await page.getByText("Langsung, posisi").waitFor();
    const first = page.getByRole("row", { name: "Pemetaan potensi" });
    await first.getByText("4", { exact: true }).waitFor();
    await addAction(await scene.hub.as(coordinator));
    await first.getByText("5", { exact: true }).waitFor();

    await page.getByLabel("Diagram", { exact: true }).selectOption("PIE");
    await page.getByRole("button", { name: "Simpan dan lihat hasilnya" }).click();
    await page.locator("[role=img] path[data-part]").nth(2).waitFor();
    await page.getByRole("listitem").filter({ hasText: "Pemetaan potensi:" }).waitFor();
    expect(window.faults).toEqual([]);
    await window.close();
  });

  it("say the hub's words at the part that does not fit", async () => {
    const window = await scene.open({ email: coordinator, language: "en" });
    const { page } = window;
    await page.goto("/saved-views");
    await page.getByRole("button", { name: "Build a view" }).click();
    await page.getByLabel("Title").fill("Actions");
    await page.getByRole("button", { name: "Save and see" }).click();
    await page.waitForURL("**/view/**");
    for (const name of ["Title", "Status", "Lead", "Starts on"]) {
      await page.getByRole("button", { name: `Take ${name} out` }).click();
    }
    await page.getByRole("button", { name: "Save and see the result" }).click();
    await page.getByRole("alert").getByText("a TABLE needs at least one").waitFor();
    expect(window.faults).toEqual([]);
    await window.close();
  });

  it("are starred, copied, shared and removed", async () => {
    const window = await scene.open({ email: coordinator });
    const { page } = window;
    await page.goto("/view/actions-without-contribution");
    await page.getByRole("button", { name: "Beri bintang" }).click();
    await page.getByText("Berbintang").waitFor();
    await page.getByRole("button", { name: "Simpan salinan" }).click();
    await page.getByRole("heading", { name: "Salinan dari" }).waitFor();
    await page.getByText("Penyaring tampilan ini memakai parameter").waitFor();
    await page.getByRole("button", { name: "Bagikan" }).click();
    await page.getByLabel("Siapa yang melihatnya").selectOption("ORGANISATION");
    await page.getByRole("dialog").getByRole("button", { name: "Bagikan" }).click();
    await page.getByText("Lembaga", { exact: true }).first().waitFor();
    await page.getByRole("button", { name: "Hapus" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Hapus" }).click();
    await page.waitForURL("**/saved-views");
    await page.getByRole("heading", { name: "Berbintang" }).waitFor();
    expect(window.faults).toEqual([]);
    await window.close();
  });

  it("are downloaded as files of the reader's locale, at once and in the background", async () => {
    const window = await scene.open({ email: coordinator });
    const { page } = window;
    await page.goto("/view/actions-without-contribution");
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Unduh CSV" }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/\.csv$/);
    expect(await readFile(await file.path(), "utf8")).toContain("Judul;Tahap;Status");
    await page.getByRole("button", { name: "Siapkan CSV" }).click();
    const [made] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Unduh", exact: true }).click(),
    ]);
    expect(await readFile(await made.path(), "utf8")).toContain("Judul;Tahap;Status");
    expect(window.faults).toEqual([]);
    await window.close();
  });
});
