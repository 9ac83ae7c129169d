import { describe, expect, it } from "@jest/globals";
import { inBrowser } from "../testkit/console/browser.js";
import { coordinator, useSampleConsole } from "../testkit/console/use-sample-console.js";
import { TestHub } from "../testkit/hub/index.js";

const scene = useSampleConsole();

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(new URL(path, scene.hub.url), { headers });

describe("The console's files", () => {
  it("are a page at / and at its own addresses, under a policy without inline scripts", async () => {
    for (const path of ["/", "/plans", "/plan/anything", "/rembuk/x", "/signed-in"]) {
      const response = await get(path);
      expect(response.status).toBe(200);
      const policy = response.headers.get("content-security-policy") ?? "";
      expect(policy).toContain("script-src 'self';");
      expect(policy).toContain("default-src 'none'");
      expect(await response.text()).toContain('<div id="console">');
    }
  });

  it("are kept by browsers: scripts without end, the page by its tag", async () => {
    const page = await get("/");
    const tag = page.headers.get("etag") ?? "";
    expect((await get("/", { "if-none-match": tag })).status).toBe(304);
    const [, script = ""] = /src="(\/console\/[^"]+\.js)"/.exec(await page.text()) ?? [];
    const answer = await get(script, { "accept-encoding": "br" });
    expect(answer.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(answer.headers.get("content-encoding")).toBe("br");
    expect((await get("/console/absent.js")).status).toBe(404);
  });

  it("are absent where the console is switched off", async () => {
    const without = await TestHub.start("sample", { CONSOLE: "off" }, scene.hub.database);
    const response = await fetch(new URL("/", without.url));
    expect(response.status).toBe(404);
    await without.stop();
  });
});

describe("The sign-in of a development hub", () => {
  const token = (body: unknown, headers: Record<string, string> = {}) =>
    fetch(new URL("/development/token", scene.hub.url), {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
    });

  it("names the people of the sample and signs a token for one", async () => {
    const { people } = (await (await get("/development/people")).json()) as {
      people: { email: string }[];
    };
    expect(people.map(({ email }) => email)).toContain(coordinator);
    expect(await (await token({ email: coordinator })).json()).toEqual({
      token: expect.stringMatching(/^eyJ/),
    });
  });

  it("refuses what is no address, and a form that a page of another origin could send", async () => {
    expect((await token({ email: "x" })).status).toBe(400);
    expect((await token({ email: coordinator }, { "content-type": "text/plain" })).status).toBe(
      415,
    );
  });
});

inBrowser("The console in a browser", () => {
  it("signs a person of the sample in and out, and keeps no token", async () => {
    const window = await scene.open();
    const { page } = window;
    await page.goto("/plans");
    await page.getByRole("link", { name: "Masuk" }).click();
    await page.getByRole("button", { name: coordinator }).click();
    await page.waitForURL("**/plans");
    await page.getByRole("button", { name: "Akun dan tampilan" }).click();
    await page.getByText("Dinas Tenaga Kerja Kabupaten Lebak").first().waitFor();
    const kept = await page.evaluate(
      "JSON.stringify([{ ...localStorage }, { ...sessionStorage }])",
    );
    expect(kept).not.toContain("eyJ");
    await page.getByRole("button", { name: "Keluar" }).click();
    await page.getByRole("link", { name: "Masuk" }).waitFor();
    expect(window.faults).toEqual([]);
    await window.close();
  });

  it("keeps a person whose page was left before they were signed in", async () => {
    const window = await scene.open({ email: coordinator });
    const { page } = window;
    await page.route("**/development/token", (route) => route.abort());
    await page.goto("/plans");
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.unroute("**/development/token");
    await page.reload();
    await page.getByRole("button", { name: "Akun dan tampilan" }).waitFor();
    await page.getByRole("link", { name: "Masuk" }).waitFor({ state: "detached" });
    await window.close();
  });

  it("groups the people of the sample by organisation, and finds them by its name", async () => {
    const window = await scene.open();
    const { page } = window;
    await page.goto("/welcome");
    const lebak = page.getByRole("region", { name: "Dinas Tenaga Kerja Kabupaten Lebak" });
    await lebak.getByRole("button", { name: coordinator }).waitFor();
    expect(await page.getByRole("region").count()).toBeGreaterThan(3);
    await page.getByLabel("Cari orang atau lembaga").fill("tenaga kerja kabupaten lebak");
    await page.getByRole("region").nth(1).waitFor({ state: "detached" });
    await lebak.waitFor();
    await page.getByLabel("Cari orang atau lembaga").fill("tidak ada yang bernama begini");
    await page.getByText("Tidak ada yang cocok.").waitFor();
    expect(window.faults).toEqual([]);
    await window.close();
  });

  it("changes its language and colours at once, and remembers them", async () => {
    const window = await scene.open({ email: coordinator });
    const { page } = window;
    await page.goto("/welcome");
    await page.getByRole("button", { name: "Akun dan tampilan" }).click();
    await page.getByLabel("Bahasa").selectOption("en");
    await page.getByRole("link", { name: "Action plans" }).waitFor();
    expect(await page.getAttribute("html", "lang")).toBe("en");
    expect(window.faults).toEqual([]);
    await window.close();
  });
});
