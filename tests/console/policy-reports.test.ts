import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { ViolationLog } from "../../src/app/console/policy-reports.js";
import type { Logger } from "../../src/platform/logger.js";
import { TestHub } from "../testkit/hub/index.js";

let hub: TestHub;

beforeAll(async () => {
  hub = await TestHub.start("sample", { CONSOLE: "on" });
});
afterAll(() => hub.stop());

const report = (body: string, type = "application/csp-report") =>
  fetch(new URL("/console-reports", hub.url), {
    method: "POST",
    headers: { "content-type": type },
    body,
  });

const one = {
  "csp-report": { "effective-directive": "img-src", "blocked-uri": "https://x.example/a" },
};

describe("Reports of the console's content security policy", () => {
  it("are taken in both forms that browsers send", async () => {
    expect((await report(JSON.stringify(one))).status).toBe(204);
    const modern = [{ type: "csp-violation", body: { effectiveDirective: "img-src" } }];
    expect((await report(JSON.stringify(modern), "application/reports+json")).status).toBe(204);
  });

  it("are refused where they are no report: another type, no JSON, too large", async () => {
    expect((await report("{}", "text/plain")).status).toBe(415);
    expect((await report("{")).status).toBe(400);
    expect((await report(JSON.stringify({ text: "x".repeat(20_000) }))).status).toBe(413);
    expect((await fetch(new URL("/console-reports", hub.url))).status).toBe(405);
  });

  it("count for the rate of their address", async () => {
    const slow = await TestHub.start(
      "sample",
      { CONSOLE: "on", RATE_LIMIT_VISITOR: "3" },
      hub.database,
    );
    const statuses: number[] = [];
    for (let sent = 0; sent < 5; sent += 1) {
      const response = await fetch(new URL("/console-reports", slow.url), {
        method: "POST",
        headers: { "content-type": "application/csp-report" },
        body: JSON.stringify(one),
      });
      statuses.push(response.status);
    }
    expect(statuses).toEqual([204, 204, 204, 429, 429]);
    await slow.stop();
  });

  it("give one line a kind and minute, which says how many came in between", () => {
    const lines: Record<string, unknown>[] = [];
    const logger = { warn: (line: Record<string, unknown>) => lines.push(line) };
    let now = 0;
    const log = new ViolationLog(logger as unknown as Logger, () => now);
    const violation = { blocked: "https://x.example/", page: "/", source: "", line: null };
    for (let at = 0; at < 3; at += 1) log.note({ ...violation, directive: "img-src" });
    log.note({ ...violation, directive: "a kind of nobody" });
    log.note({ ...violation, directive: "another kind of nobody" });
    now = 60_000;
    log.note({ ...violation, directive: "img-src" });
    expect(lines.map(({ directive, unlogged }) => [directive, unlogged])).toEqual([
      ["img-src", 0],
      ["other", 0],
      ["img-src", 2],
    ]);
  });
});
