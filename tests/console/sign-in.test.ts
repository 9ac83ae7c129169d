import { afterAll, beforeAll, expect, it } from "@jest/globals";
import type { Page } from "playwright-core";
import { freePort } from "../../bench/free-port.js";
import { inBrowser, isControlled, type Reader, TestBrowser } from "../testkit/console/browser.js";
import { chromiumPath } from "../testkit/console/chromium.js";
import { audience, IdentityProvider, resource } from "../testkit/console/identity-provider.js";
import { TestHub } from "../testkit/hub/index.js";

const coordinator = "coordinator@disnaker-lebak.example";

/** Renewed 20 s before its end: two seconds after it was issued. */
const accessTokenSeconds = 22;

let hub: TestHub;
let provider: IdentityProvider;
let browser: TestBrowser;

beforeAll(async () => {
  if (!chromiumPath()) return;
  // Each must know the other's address before it starts.
  const port = await freePort();
  provider = await IdentityProvider.start(`http://127.0.0.1:${port}`, { accessTokenSeconds });
  hub = await TestHub.start("sample", {
    CONSOLE: "on",
    PORT: String(port),
    OIDC_ISSUER: provider.issuer,
    OIDC_AUDIENCE: audience,
    CONSOLE_RESOURCE: resource,
  });
  browser = await TestBrowser.start();
});
afterAll(async () => {
  await browser?.stop();
  await hub?.stop();
  await provider?.stop();
});

/** A window at the provider's page of sign-in, reached from `path`. */
async function atProvider(path: string, reader: Reader = {}) {
  const window = await browser.open(hub, reader);
  await window.context.route("https://fonts.googleapis.com/**", (route) =>
    route.fulfill({ contentType: "text/css", body: "" }),
  );
  await window.page.goto(path);
  await window.page.getByRole("link", { name: "Masuk" }).click();
  await window.page.getByRole("button", { name: "Masuk dengan akun Anda" }).click();
  await window.page.getByPlaceholder("Enter any login").waitFor();
  return window;
}

/** Signs in on the provider's page, and agrees to what the console may know. */
async function signIn(page: Page): Promise<void> {
  await page.getByPlaceholder("Enter any login").fill(coordinator);
  await page.getByPlaceholder("and password").fill("any");
  await page.getByRole("button", { name: "Sign-in" }).click();
  await page.getByRole("button", { name: "Continue" }).click();
}

const account = (page: Page) => page.getByRole("button", { name: "Akun dan tampilan" });
const organisation = (page: Page) =>
  page.getByRole("dialog").getByText("Dinas Tenaga Kerja Kabupaten Lebak");

/** The next request to the hub with a token other than `before`; gives that token. */
const nextToken = async (page: Page, before: string): Promise<string> => {
  const request = await page.waitForRequest(async (one) => {
    const sent = await one.headerValue("authorization");
    return one.url() === hub.url && sent !== null && sent !== before;
  });
  return (await request.headerValue("authorization")) ?? "";
};

const storage = (page: Page) =>
  page.evaluate("JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])");

inBrowser("Sign-in by OpenID Connect", () => {
  it("leads through the provider back to the page, survives a reload, and ends at the provider too", async () => {
    const window = await atProvider("/plans?sector=GOVERNMENT");
    const { page } = window;
    await signIn(page);
    await page.waitForURL("**/plans?sector=GOVERNMENT");
    await account(page).click();
    await organisation(page).waitFor();
    expect(await storage(page)).not.toMatch(/eyJ|refresh/);

    await page.reload();
    await page.waitForURL("**/plans?sector=GOVERNMENT");
    await account(page).click();
    await organisation(page).waitFor();

    await page.getByRole("button", { name: "Keluar" }).click();
    await page.getByRole("button", { name: "Yes, sign me out" }).click();
    await page.waitForURL(new URL("/", hub.url).href);
    await page.getByRole("link", { name: "Masuk" }).click();
    await page.getByRole("button", { name: "Masuk dengan akun Anda" }).click();
    await page.getByPlaceholder("Enter any login").waitFor();
    expect(window.faults).toEqual([]);
    await window.close();
  });

  it("knows the person after a reload without a line, and signs them in again with the line", async () => {
    const window = await atProvider("/", { keepsFiles: true });
    const { page } = window;
    // A page that the browser keeps without having shown it: scripts of others may still be on their way.
    const home = new URL("/", hub.url).href;
    await signIn(page);
    await page.waitForURL(home);
    await isControlled(page);
    await window.context.setOffline(true);
    await page.reload();
    await page.getByText("Tidak ada sambungan internet.").waitFor();
    expect(await page.getByRole("link", { name: "Masuk" }).count()).toBe(0);
    const back = page.waitForEvent("framenavigated", (frame) =>
      frame.url().includes("/signed-in?"),
    );
    await window.context.setOffline(false);
    await back;
    await page.waitForURL(home);
    await account(page).click();
    await organisation(page).waitFor();
    await window.close();
  });

  it("is renewed before the token ends, without a word to the person", async () => {
    const window = await atProvider("/plans");
    const { page } = window;
    const first = nextToken(page, "");
    await signIn(page);
    await page.waitForURL("**/plans");
    await account(page).click();
    await organisation(page).waitFor();
    const before = await first;
    const renewed = page.waitForResponse(
      (one) => one.url() === `${provider.issuer}/token` && one.request().method() === "POST",
    );
    expect((await renewed).status()).toBe(200);
    const later = nextToken(page, before);
    await page.getByLabel("Bahasa").selectOption("en");
    await page.getByRole("button", { name: "Account and display" }).click();
    expect(await later).toMatch(/^Bearer eyJ/);
    expect(window.faults).toEqual([]);
    await window.close();
  });

  it("says in words what failed: cancelled, a console that is not registered, an old attempt", async () => {
    const window = await atProvider("/plans");
    const { page } = window;
    await page.getByRole("link", { name: "Cancel" }).click();
    await page.getByRole("alert").getByText("dibatalkan atau ditolak").waitFor();
    expect(page.url()).toContain("/welcome?to=%2Fplans");

    await page.route(`${provider.issuer}/auth?*`, (route) => {
      const url = new URL(route.request().url());
      url.searchParams.set("resource", "https://other.example/");
      return route.continue({ url: url.href });
    });
    await page.getByRole("button", { name: "Masuk dengan akun Anda" }).click();
    await page.getByRole("alert").getByText("invalid_target: it is not known here").waitFor();

    await page.goto("/signed-in?code=x&state=of-another-tab");
    await page.getByRole("alert").getByText("kedaluwarsa atau dimulai di tab lain").waitFor();
    await page.goto("/signed-in");
    await page.waitForURL(new URL("/", hub.url).href);
    await window.close();
  });

  it("says that the provider cannot be reached, and that a sign-in there is over", async () => {
    const window = await atProvider("/plans");
    const { page } = window;
    await signIn(page);
    await page.waitForURL("**/plans");
    await window.context.clearCookies();
    await page.reload();
    await page.getByRole("alert").getByText("Masa masuk Anda sudah habis").waitFor();
    await page.route(`${provider.issuer}/**`, (route) => route.abort());
    await page.getByRole("alert").getByRole("link", { name: "Masuk kembali" }).click();
    await page.getByRole("button", { name: "Masuk dengan akun Anda" }).click();
    await page.getByRole("alert").getByText("tidak dapat dihubungi").waitFor();
    await window.close();
  });
});
