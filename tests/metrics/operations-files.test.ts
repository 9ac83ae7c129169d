import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "@jest/globals";
import { describedMetrics } from "../../src/app/metrics-reference.js";
import { operationsFolder, readDashboard, readRules } from "../testkit/metrics/operations-files.js";
import { readsOf } from "../testkit/metrics/promql.js";

const run = promisify(execFile);

/** The labels that Prometheus itself adds to every series. */
const added = ["job", "instance"];

/** The labels of every series that a hub may show, by name. */
function labelsBySeries(): Map<string, Set<string>> {
  const series = new Map([["up", new Set(added)]]);
  for (const { name, type, labelNames = [] } of describedMetrics()) {
    const labels = [...added, ...labelNames];
    if (type !== "histogram") series.set(name, new Set(labels));
    else {
      series.set(`${name}_bucket`, new Set([...labels, "le"]));
      for (const end of ["sum", "count"]) series.set(`${name}_${end}`, new Set(labels));
    }
  }
  return series;
}

/** What an expression reads that no hub shows, and labels that its series do not have. */
function unknownIn(expression: string, shownLabels: readonly string[] = []): string[] {
  const known = labelsBySeries();
  const { selectors, groupings } = readsOf(expression);
  const all = new Set(selectors.flatMap(({ metric }) => [...(known.get(metric) ?? [])]));
  return [
    ...selectors.filter(({ metric }) => !known.has(metric)).map(({ metric }) => metric),
    ...selectors.flatMap(({ metric, labels }) =>
      labels
        .filter((label) => !known.get(metric)?.has(label))
        .map((label) => `${metric}{${label}}`),
    ),
    ...[...groupings, ...shownLabels].filter((label) => !all.has(label)),
  ];
}

/** Where `promtool` can be run. */
const promtool = await run("promtool", ["--version"]).then(
  () => true,
  () => false,
);

describe("the dashboard", () => {
  it("asks only for metrics and labels that a hub has", async () => {
    const { panels } = await readDashboard();
    const targets = panels.flatMap(({ targets: all = [] }) => all);
    expect(targets.length).toBeGreaterThan(50);
    for (const { expr, legendFormat } of targets) {
      const legend = [...legendFormat.matchAll(/\{\{(\w+)\}\}/g)].map(([, label = ""]) => label);
      expect([expr, unknownIn(expr, legend)]).toEqual([expr, []]);
    }
  });

  it("has its panels in rows, none over another, and a unit for each", async () => {
    const { panels, schemaVersion } = await readDashboard();
    expect(schemaVersion).toBeGreaterThanOrEqual(41);
    const rows = panels.filter(({ type }) => type === "row").map(({ title }) => title);
    expect(rows).toEqual([
      ...["Requests", "Errors", "Latency by operation", "Live", "Ledger", "Caches"],
      ...["Pools of connections", "Process", "Database", "Jobs"],
    ]);
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    const cells = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, at) => `${x + (at % w)} ${y + Math.floor(at / w)}`),
    );
    expect(new Set(cells).size).toBe(cells.length);
    for (const { type, fieldConfig } of panels) {
      if (type !== "row") expect(fieldConfig?.defaults.unit).toBeTruthy();
    }
  });

  it("would be found out by a metric, a label or a legend that no hub has", () => {
    expect(unknownIn("rate(rembuk_nothing_total[5m])")).toEqual(["rembuk_nothing_total"]);
    const renamed = 'sum by (kind) (rembuk_errors_total{kind="A"})';
    expect(unknownIn(renamed, ["kind"])).toEqual(["rembuk_errors_total{kind}", "kind", "kind"]);
    expect(unknownIn("rembuk_frame_lag_seconds")).toEqual(["rembuk_frame_lag_seconds"]);
    expect(() => readsOf("sum by (rembuk_up")).toThrow("not PromQL");
  });
});

describe("the alerts", () => {
  it("ask only for metrics and labels that a hub has", async () => {
    const rules = await readRules();
    expect(rules.length).toBeGreaterThan(20);
    for (const { expr } of rules) expect([expr, unknownIn(expr)]).toEqual([expr, []]);
  });

  it("each have a section that says what it means, what to look at and what to do", async () => {
    const page = await readFile(join(operationsFolder, "alerts.md"), "utf8");
    const [, ...sections] = page.split(/^## /m);
    const rules = await readRules();
    const titles = sections.map((section) => section.slice(0, section.indexOf("\n")));
    expect(titles).toEqual(rules.map(({ alert }) => alert));
    for (const [at, section] of sections.entries()) {
      expect(section).toMatch(/- \*Means:\* .+\n- \*Look at:\* .+\n- \*Do:\* .+/);
      expect(section).toContain(rules[at]?.summary);
      expect(rules[at]?.runbook).toBe(`docs/operations/alerts.md#${titles[at]?.toLowerCase()}`);
    }
  });

  it("each have a test in which they fire", async () => {
    const tests = await readFile(join(operationsFolder, "alerts.test.yml"), "utf8");
    for (const { alert } of await readRules()) expect(tests).toContain(`- name: ${alert} fires\n`);
  });

  // Debian's package `prometheus` has promtool; `.ci/run` installs it.
  (promtool ? it : it.skip)(
    "hold what promtool checks, and fire and do not fire as tested",
    async () => {
      const inFolder = { cwd: operationsFolder };
      const checked = await run("promtool", ["check", "rules", "alerts.yml"], inFolder);
      expect(checked.stdout).toContain("SUCCESS");
      const tested = await run("promtool", ["test", "rules", "alerts.test.yml"], inFolder);
      expect(tested.stdout).toContain("SUCCESS");
    },
  );
});
