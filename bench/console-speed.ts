import { loadavg } from "node:os";
import { type Browser, type CDPSession, chromium } from "playwright-core";
import { chromiumPath, noChromium } from "../tests/testkit/console/chromium.js";

// Measures how soon the console's home page can be used on a slow phone: emulated by Chromium, whose CPU
// is slowed four times and whose line has 1.6 Mb/s and 150 ms. The first load has an empty cache, the warm
// one the files of the first. `npm run console:speed -- http://127.0.0.1:4000 coordinator@…` asks a
// running hub.

const [base = "http://127.0.0.1:4000", email = "coordinator@disnaker-lebak.example"] =
  process.argv.slice(2);

const slowPhone = { cpu: 4, bytesPerSecond: 1_600_000 / 8, latencyMs: 150 };

async function slowDown(devtools: CDPSession): Promise<void> {
  const { bytesPerSecond, latencyMs: latency, cpu: rate } = slowPhone;
  await devtools.send("Network.enable");
  // By the processor time of the thread: not by the clock, which other programs move.
  await devtools.send("Performance.enable", { timeDomain: "threadTicks" });
  await devtools.send("Network.emulateNetworkConditions", {
    ...{ offline: false, latency },
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  });
  await devtools.send("Emulation.setCPUThrottlingRate", { rate });
}

/** What one load of the page cost; the last two do not depend on the load of the machine. */
interface Load {
  /** Milliseconds until the page can be used: its heading stands, and the main thread is free. */
  ms: number;
  bytes: number;
  requests: number;
  /** Milliseconds of the main thread: of all tasks, and of scripts in them. */
  taskMs: number;
  scriptMs: number;
}

/** Counts what comes over the line; what the browser has already is no request. */
function lineOf(devtools: CDPSession): () => Pick<Load, "bytes" | "requests"> {
  let [bytes, requests] = [0, 0];
  devtools.on("Network.loadingFinished", ({ encodedDataLength }) => {
    bytes += encodedDataLength;
    if (encodedDataLength > 0) requests += 1;
  });
  return () => {
    const counted = { bytes, requests };
    [bytes, requests] = [0, 0];
    return counted;
  };
}

/** The milliseconds of the main thread since the page's address was opened. */
async function mainThread(devtools: CDPSession): Promise<Pick<Load, "taskMs" | "scriptMs">> {
  const { metrics } = await devtools.send("Performance.getMetrics");
  const ms = (name: string) =>
    Math.round(1000 * (metrics.find((metric) => metric.name === name)?.value ?? 0));
  return { taskMs: ms("TaskDuration"), scriptMs: ms("ScriptDuration") };
}

/** Opens the home page so often, in one browser: first with nothing, then with what it has kept. */
async function loads(browser: Browser, rounds: number): Promise<Load[]> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const person = JSON.stringify({ email, operator: false });
  await context.addInitScript(
    `sessionStorage.setItem("rembuk.development-person", ${JSON.stringify(person)})`,
  );
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await slowDown(devtools);
  const takeCounts = lineOf(devtools);
  const found: Load[] = [];
  for (let round = 0; round < rounds; round += 1) {
    takeCounts();
    const began = performance.now();
    await page.goto(base, { waitUntil: "commit" });
    await page.locator("main h1").first().waitFor();
    await page.evaluate("new Promise((done) => requestIdleCallback(done))");
    const ms = Math.round(performance.now() - began);
    found.push({ ms, ...takeCounts(), ...(await mainThread(devtools)) });
  }
  await context.close();
  return found;
}

const executablePath = chromiumPath();
if (!executablePath) throw new Error(noChromium);
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
const rounds = await loads(browser, 4);
await browser.close();
const lines = rounds.map(
  ({ ms, bytes, requests, taskMs, scriptMs }, round) =>
    `${round === 0 ? "first" : "warm"} load: ${ms} ms, ${requests} requests, ${Math.round(bytes / 1000)} kB over the line, main thread ${taskMs} ms, of these scripts ${scriptMs} ms`,
);
const [busy = 0] = loadavg();
process.stdout.write(`${lines.join("\n")}\nload of this machine: ${busy.toFixed(1)}\n`);
