import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { chromium } from "playwright-core";
import { projectFolder } from "../../../../src/app/store.js";
import { chromiumPath, noChromium } from "../../../testkit/console/chromium.js";
import { HubProcess } from "../../../testkit/hub/hub-process.js";
import { testDatabase, testFolder } from "../../../testkit/hub/index.js";
import { readDashboard } from "../../../testkit/metrics/operations-files.js";
import { drawn, linesOf, page, pageWidth } from "./drawing.js";
import { Load } from "./load.js";
import { Prometheus } from "./prometheus.js";

/** How long the hub is under load, and how much of it is shown, in seconds. */
const loadSeconds = 100;
const shownSeconds = 80;
const stepSeconds = 1;
const rateInterval = "10s";

/** What the file's variables are for the one hub that is scraped. */
const filled = (expression: string): string =>
  expression.replaceAll("$__rate_interval", rateInterval).replaceAll(/\$\w+/g, ".+");

/** The panels of the dashboard's file, drawn from what Prometheus answers. */
async function drawnFrom(prometheus: Prometheus): Promise<string> {
  const { panels } = await readDashboard();
  const drawings: string[] = [];
  for (const panel of panels) {
    const lines = [];
    for (const { expr, legendFormat } of panel.targets ?? []) {
      const series = await prometheus.range(filled(expr), shownSeconds, stepSeconds);
      lines.push(...linesOf(series, legendFormat));
    }
    drawings.push(drawn(panel, lines));
  }
  const note = `docs/operations/dashboard.json: ${shownSeconds} seconds of a hub under load, from a real Prometheus, drawn by the project's own page (not by Grafana)`;
  return page(note, panels, drawings);
}

async function shoot(html: string): Promise<Buffer> {
  const executablePath = chromiumPath();
  if (!executablePath) throw new Error(noChromium);
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  try {
    const shown = await browser.newPage({ viewport: { width: pageWidth + 16, height: 900 } });
    await shown.setContent(html);
    return await shown.screenshot({ fullPage: true });
  } finally {
    await browser.close();
  }
}

/** Takes the picture of the dashboard. */
export async function takeDashboard(): Promise<void> {
  const database = await testDatabase("sample");
  const env = { DATABASE_URL: database.url, METRICS_PORT: "0", LIMIT_STARTS_PER_CLIENT: "1000" };
  const hub = await HubProcess.start(testFolder(), env);
  const metrics = hub.output
    .map((line) => /http:\/\/([\d.:]+)\/metrics/.exec(line)?.[1])
    .find(Boolean);
  const prometheus = await Prometheus.start(metrics ?? "");
  const load = new Load(hub);
  try {
    await load.start();
    await delay(loadSeconds * 1000);
    const html = await drawnFrom(prometheus);
    await writeFile(join(projectFolder(), "docs", "pictures", "dashboard.png"), await shoot(html));
  } finally {
    await load.stop();
    await prometheus.stop();
    await hub.stop();
    await database.drop();
  }
}
