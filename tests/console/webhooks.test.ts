import { expect, it } from "@jest/globals";
import type { Page } from "playwright-core";
import { violationsOn } from "../testkit/console/axe.js";
import { inBrowser } from "../testkit/console/browser.js";
import { layoutFaults } from "../testkit/console/layout.js";
import { eachState } from "../testkit/console/page-states.js";
import { useSampleConsole } from "../testkit/console/use-sample-console.js";
import { write } from "../testkit/mutations/documents.js";
import { Receiver, verify } from "../testkit/webhooks/receiver.js";
import { delivering } from "../testkit/webhooks/webhooks.js";

const scene = useSampleConsole(delivering);
const admin = "admin@disnaker-lebak.example";
const tab = "/organisation/disnaker-lebak?tab=webhooks";

const dialog = (page: Page) => page.getByRole("dialog");

/** The secret that a page shows. */
const secretOn = async (page: Page) =>
  String(await page.getByRole("status").locator("code").textContent());

/** Makes an area, of which a webhook may tell. */
async function area(name: string): Promise<number> {
  const operator = await scene.hub.operator;
  return (await write(operator, "createArea", { name, regions: ["36.02"] })).position;
}

inBrowser("The administrator of an organisation", () => {
  it("makes a webhook, follows its deliveries, sends one again, pauses and resumes it, and replaces its secret", async () => {
    const receiver = await Receiver.start();
    const window = await scene.open({ email: admin, language: "en" });
    const { page } = window;
    await page.goto(tab);
    await page.getByText("No webhooks yet.").waitFor();
    await page.getByLabel("Name").fill("Portal of Lebak");
    await page.getByLabel("Receiver's address").fill("http://10.0.0.1/");
    await page.getByLabel("Changes that are sent").selectOption({ label: "Only: Area" });
    await page.getByRole("button", { name: "Make a webhook" }).click();
    await page.getByText(/must begin with https/).waitFor();
    await page.getByLabel("Receiver's address").fill(receiver.address);
    await page.getByRole("button", { name: "Make a webhook" }).click();
    const secret = await secretOn(page);
    await page.getByRole("heading", { name: "Portal of Lebak" }).waitFor();
    const position = await area("Kawasan webhook");
    const [first] = await receiver.until((got) => got.length === 1);
    if (first) verify(secret, first);
    await page.getByText("Deliveries", { exact: true }).click();
    const row = page.getByRole("row", { name: String(position) });
    await row.getByText("Delivered").waitFor();
    await row.getByRole("button", { name: `Send again: the change ${position}` }).click();
    await receiver.until((got) => got.length === 2);
    expect(receiver.positions).toEqual([position, position]);
    await page.getByRole("button", { name: "Pause the webhook Portal of Lebak" }).click();
    await page.getByText("Paused by an administrator or operator.").waitFor();
    await page.getByRole("button", { name: "Resume the webhook Portal of Lebak" }).click();
    await dialog(page).getByLabel("After the position").fill("900000000");
    await dialog(page).getByRole("button", { name: "Resume" }).click();
    await dialog(page).getByText("is beyond the end of the ledger").waitFor();
    await dialog(page)
      .getByLabel("After the position")
      .fill(String(position - 1));
    await dialog(page).getByRole("button", { name: "Resume" }).click();
    await dialog(page).waitFor({ state: "detached" });
    await receiver.until((got) => got.length === 3);
    await page.getByRole("button", { name: /^Replace the secret of/ }).click();
    await dialog(page).getByRole("button", { name: "Replace the secret" }).click();
    await dialog(page)
      .getByText(/shown only this once/)
      .waitFor();
    const next = String(await dialog(page).getByRole("status").locator("code").textContent());
    expect(next).not.toBe(secret);
    await page.keyboard.press("Escape");
    await area("Kawasan webhook kedua");
    const last = (await receiver.until((got) => got.length === 4)).at(-1);
    for (const one of [secret, next]) if (last) verify(one, last);
    await page.reload();
    await page.getByRole("heading", { name: "Portal of Lebak" }).waitFor();
    for (const one of [secret, next]) expect(await page.getByText(one).count()).toBe(0);
    expect(window.faults).toEqual([]);
    await window.close();
    await receiver.stop();
  });

  it("changes a webhook's filter to one of their own, and reads what the hub says of a wrong one", async () => {
    const window = await scene.open({ email: admin, language: "id" });
    const { page } = window;
    await page.goto(tab);
    await page.getByRole("button", { name: "Ubah webhook Portal of Lebak" }).click();
    const choice = dialog(page).getByLabel("Perubahan yang dikirim");
    await choice.selectOption({ label: "Saringan sendiri (JSON)" });
    const filter = dialog(page).getByLabel("Saringan", { exact: true });
    await filter.fill('{"entity":');
    await dialog(page).getByRole("button", { name: "Simpan" }).click();
    await dialog(page).getByRole("alert").or(dialog(page).locator("[aria-invalid=true]")).waitFor();
    await filter.fill('{"kind":{"eq":"CREATED"}}');
    await dialog(page).getByRole("button", { name: "Simpan" }).click();
    await dialog(page).waitFor({ state: "detached" });
    await page.getByRole("definition").getByText('{"kind":{"eq":"CREATED"}}').waitFor();
    await window.close();
  });

  it.each([{ language: "id" }, { language: "en" }] as const)(
    "finds the page, with each dialog, accessible and no wider than a phone ($language)",
    async ({ language }) => {
      const window = await scene.open({ email: admin, language, theme: "system" });
      const { page } = window;
      await page.goto(tab);
      await page.getByRole("heading", { name: "Portal of Lebak" }).waitFor();
      const found: string[] = [];
      await eachState(page, tab, async ({ name, within }) => {
        if (!/ebhook|Lebak/.test(name)) return;
        for (const [width, colorScheme] of [
          [1280, "dark"],
          [320, "light"],
        ] as const) {
          await page.setViewportSize({ width, height: 900 });
          await page.emulateMedia({ colorScheme });
          const look = within === "html" ? {} : { within };
          const faults = [...(await violationsOn(page, look)), ...(await layoutFaults(page))];
          found.push(...faults.map((fault) => `${name} ${width}: ${fault}`));
        }
        await page.setViewportSize({ width: 1280, height: 900 });
      });
      expect(found).toEqual([]);
      await window.close();
    },
  );

  it("removes a webhook", async () => {
    const window = await scene.open({ email: admin, language: "en" });
    const { page } = window;
    await page.goto(tab);
    await page.getByRole("button", { name: "Remove the webhook Portal of Lebak" }).click();
    await dialog(page).getByRole("button", { name: "Remove", exact: true }).click();
    await page.getByText("No webhooks yet.").waitFor();
    await window.close();
  });
});

inBrowser("The platform's operator", () => {
  it("sees a webhook's state, and can pause it and nothing else", async () => {
    const client = await scene.hub.as(admin);
    const { organisation } = await client.data<{ organisation: { id: string } }>(
      '{ organisation(key: "disnaker-lebak") { id } }',
    );
    const address = "https://portal.example/rembuk";
    await write(client, "createWebhook", {
      ...{ organisationId: organisation.id, name: "Portal", address },
    });
    const reader = { email: "operator@rembuk.example", operator: true, language: "en" } as const;
    const window = await scene.open(reader);
    const { page } = window;
    await page.goto(tab);
    await page.getByRole("button", { name: "Pause the webhook Portal" }).click();
    await page.getByText("Paused by an administrator or operator.").waitFor();
    const buttons = await page.locator("[role=tabpanel] button").allTextContents();
    expect(buttons).toEqual([]);
    await window.close();
  });
});
