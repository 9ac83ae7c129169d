import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "@jest/globals";
import { mostNames } from "../../src/app/metrics/operation-names.js";
import { Metrics } from "../../src/app/metrics.js";
import { describedMetrics, unitOf, withMetricsReference } from "../../src/app/metrics-reference.js";
import { projectFolder } from "../../src/app/store.js";
import { startTinyHub, type TinyHub } from "../testkit/protocol/tiny-hub.js";

/** The values of a label in the metrics' text. */
const valuesOf = (text: string, metric: string, label: string): Set<string> => {
  const lines = text.split("\n").filter((line) => line.startsWith(`${metric}{`));
  return new Set(lines.map((line) => new RegExp(`${label}="([^"]*)"`).exec(line)?.[1] ?? ""));
};

const durations = "rembuk_operation_duration_seconds_count";
const answer = { type: "query", transport: "http", path: "planned", seconds: 0.01 } as const;

describe("metrics by operation", () => {
  let hub: TinyHub | undefined;
  afterEach(async () => {
    await hub?.close();
    hub = undefined;
  });

  it("do not grow with the names that a client makes up", async () => {
    const metrics = new Metrics();
    const { operations } = metrics;
    operations.names.trust(["query Trusted { a }", "mutation AlsoTrusted($a: ID!) { b }"]);
    const count = (name: string | undefined) => {
      const operation = operations.names.shown(name);
      const errors = [{ extensions: { code: "FORBIDDEN" } }];
      operations.answered({ ...answer, operation, errors });
    };
    for (let at = 0; at < 10_000; at += 1) count(`MadeUp${at}`);
    count("Trusted");
    count("AlsoTrusted");
    count(undefined);
    const text = await metrics.registry.metrics();
    const names = valuesOf(text, durations, "operation");
    const shown = ["Trusted", "AlsoTrusted", "anonymous", "other"];
    expect([...names].filter((name) => !name.startsWith("MadeUp")).sort()).toEqual(shown.sort());
    expect(names.size).toBe(mostNames + shown.length);
    expect(valuesOf(text, "rembuk_operation_errors_total", "operation")).toEqual(names);
    expect(text).toMatch(
      `${durations}{operation="other",type="query",transport="http",path="planned"} ${10_000 - mostNames}`,
    );
  });

  it("show no name that is longer than a name of people", () => {
    const { names } = new Metrics().operations;
    expect(names.shown("x".repeat(5000))).toBe("other");
    expect(names.shown("x".repeat(80))).toBe("x".repeat(80));
  });

  it("know an operation by its name over both transports, with the codes of its errors", async () => {
    hub = await startTinyHub();
    await hub.ask('query Fails { fail(kind: "forbidden") }');
    await hub.ask("query Greets { hello }");
    await hub.ask("{ hello }");
    await hub.ask("query Wrong { nothing }");
    const text = await hub.metrics.registry.metrics();
    expect(valuesOf(text, durations, "operation")).toEqual(
      new Set(["Fails", "Greets", "anonymous"]),
    );
    expect(text).toMatch(
      /^rembuk_operation_errors_total\{operation="Fails",code="FORBIDDEN"\} 1$/m,
    );
  });
});

describe("the reference of metrics", () => {
  it("has every metric as `npm run generate` writes it, and no other", async () => {
    const path = join(projectFolder(), "docs/reference/operators/monitoring.md");
    const page = await readFile(path, "utf8");
    expect(withMetricsReference(page)).toBe(page);
  });

  it("names metrics as Prometheus does: counters end in _total, and no unit is a part of one", () => {
    const own = describedMetrics().filter(({ name }) => name.startsWith("rembuk_"));
    for (const { name, type, help } of own) {
      expect([name, name.endsWith("_total")]).toEqual([name, type === "counter"]);
      expect(name).not.toMatch(/_(ms|milliseconds|minutes|hours|kb|mb|percent)(_|$)/);
      expect(help.length).toBeGreaterThan(20);
      if (type === "histogram") expect(unitOf(name)).toBe("seconds");
    }
  });
});
