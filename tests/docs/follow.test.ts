import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { followTo } from "../testkit/docs/follow.js";
import { pagePaths, readPage } from "../testkit/docs/markdown.js";
import type { RunningHub } from "../testkit/docs/reader.js";
import { pagesBefore } from "../testkit/docs/readings.js";
import { TestHub, testFolder } from "../testkit/hub/index.js";

describe("a page that continues another one", () => {
  const continuing = pagePaths().filter((path) => pagesBefore(path).length > 0);

  it.each(continuing)("names the command that brings a new hub there: %s", (path) => {
    expect(readPage(path).text).toContain(`\`npm run follow -- ${path}\``);
  });
});

describe("following pages to where a page begins", () => {
  const page = "docs/reference/rembuk/decisions.md";
  let hub: TestHub;
  let running: RunningHub;

  beforeAll(async () => {
    hub = await TestHub.start();
    const dataFolder = testFolder();
    const env = { REMBUK_DATA: dataFolder };
    running = { url: hub.url, dataFolder, env, stop: async () => undefined };
  });
  afterAll(() => hub.stop());

  it("sends the examples of the pages before", async () => {
    expect(await followTo(page, running)).toEqual(["docs/reference/rembuk/preparation.md"]);
    const answer = await fetch(hub.url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: `{ deliberation(key: "contoh-rembuk-5e9f2a34") { status } }` }),
    });
    expect(await answer.json()).toMatchObject({
      data: { deliberation: { status: "IN_SESSION" } },
    });
  });

  it("refuses a hub that is not new, by the first answer that differs", async () => {
    await expect(followTo(page, running)).rejects.toThrow(/Convene.*begin with a new hub/);
  });
});
