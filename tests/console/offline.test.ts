import { createServer, type Server } from "node:http";
import { type AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import type { Page } from "playwright-core";
import { AssessmentPages, answersOf, asked, saving } from "../testkit/console/assessment-pages.js";
import { inBrowser, isControlled } from "../testkit/console/browser.js";
import { chromiumPath } from "../testkit/console/chromium.js";

let pages: AssessmentPages;

beforeAll(async () => {
  if (chromiumPath()) pages = await AssessmentPages.start();
});
afterAll(() => pages?.stop());

/** Waits until this browser could show the form without a line: the files are kept, and the form. */
async function isKept(page: Page): Promise<void> {
  await isControlled(page);
  await page.evaluate(`new Promise((done) => {
    const look = async () => (await counts()).forms === 1 ? done() : setTimeout(look, 50);
    void look();
  })`);
}

/** How many rows each store of the browser's database has. */
const countStores = `(() => {
  window.counts = async () => {
    const database = await new Promise((resolve) => {
      const request = indexedDB.open("rembuk-answers");
      // Made here it would have no stores, and the console would find it made.
      request.onupgradeneeded = () => request.transaction.abort();
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => resolve(undefined);
    });
    const found = {};
    if (!database) return found;
    for (const name of database.objectStoreNames) {
      found[name] = await new Promise((resolve) => {
        const request = database.transaction(name).objectStore(name).count();
        request.onsuccess = () => resolve(request.result);
      });
    }
    database.close();
    return found;
  };
})()`;

declare function counts(): Promise<Record<string, number>>;

async function opened() {
  const found = await pages.opened({ width: 390, keepsFiles: true });
  await found.window.context.addInitScript(countStores);
  await found.page.evaluate(countStores);
  await isKept(found.page);
  return found;
}

/** A server before the hub that can give another version of the service worker. */
class NewerVersions {
  isNewer = false;
  private constructor(private readonly server: Server) {}

  static async before(hub: URL): Promise<NewerVersions> {
    const server = createServer();
    const made = new NewerVersions(server);
    server.on("request", async ({ url = "/", method = "GET", headers, ...rest }, response) => {
      const sent = ["content-type", "authorization"].flatMap((name) =>
        headers[name] ? [[name, String(headers[name])]] : [],
      );
      const body = method === "POST" ? await buffer(rest as never) : undefined;
      const answer = await fetch(new URL(url, hub), {
        method,
        headers: Object.fromEntries(sent),
        body,
      });
      const text = Buffer.from(await answer.arrayBuffer());
      const type = answer.headers.get("content-type") ?? "";
      response.writeHead(answer.status, { "content-type": type });
      const isWorker = made.isNewer && url === "/service-worker.js";
      response.end(isWorker ? text.toString().replace(/version:`/, "version:`newer-") : text);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return made;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}

inBrowser("The console without a line", () => {
  it("opens an assessment from a reload, keeps answers, and sends them later", async () => {
    const { assessment, window, page } = await opened();
    await window.context.setOffline(true);
    await page.reload();
    await asked(page, "skill").waitFor();
    await page.getByText("There is no connection.").waitFor();
    await asked(page, "skill").getByLabel("5").check();
    await saving(page, "kept");
    await page.reload();
    await asked(page, "skill").waitFor();
    await asked(page, "skill").locator("input:checked").waitFor();
    expect(await asked(page, "skill").getByLabel("5").isChecked()).toBe(true);
    expect(await answersOf(assessment)).toEqual({});
    await window.context.setOffline(false);
    await saving(page, "saved");
    await page.getByText("There is no connection.").waitFor({ state: "detached" });
    expect(await answersOf(assessment)).toEqual({ skill: { scale: 5 } });
    await window.close();
  });

  it("keeps no answer of the hub with its files, and nothing of a person who signs out", async () => {
    const { window, page } = await opened();
    const kept = await page.evaluate<string[]>(
      `(async () => (await (await caches.open((await caches.keys())[0])).keys())
        .map(({ url }) => new URL(url).pathname))()`,
    );
    expect(kept).toContain("/");
    expect(kept.filter((path) => path !== "/" && !path.startsWith("/console/"))).toEqual([]);
    await window.context.setOffline(true);
    await asked(page, "skill").getByLabel("3").check();
    await saving(page, "kept");
    await page.getByRole("button", { name: "Account and display" }).click();
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByText("1 answer of an assessment has not reached the hub").waitFor();
    await page.getByRole("button", { name: "Sign out and remove" }).click();
    await page.getByRole("link", { name: "Sign in" }).waitFor();
    expect(await page.evaluate(() => counts())).toEqual({ drafts: 0, forms: 0 });
    expect(await page.evaluate("JSON.stringify({ ...sessionStorage })")).not.toContain("assessor@");
    await window.close();
  });

  it("says that a newer version is here, and loads it", async () => {
    const versions = await NewerVersions.before(new URL(pages.world.hub.url));
    const window = await pages.browser.open(pages.world.hub, { language: "en", keepsFiles: true });
    const { page } = window;
    await page.goto(`${versions.url}/welcome`);
    await isControlled(page);
    const before = await page.evaluate<string[]>("caches.keys()");
    versions.isNewer = true;
    await page.evaluate("navigator.serviceWorker.ready.then((one) => one.update())");
    await page.getByText("A new version is here.").waitFor();
    await page.getByRole("button", { name: "Load again" }).click();
    await page.getByText("A new version is here.").waitFor({ state: "detached" });
    const after = await page.evaluate<string[]>("caches.keys()");
    expect(after).toHaveLength(1);
    expect(after).not.toEqual(before);
    expect(window.faults).toEqual([]);
    await window.close();
    versions.stop();
  });
});
