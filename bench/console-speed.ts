import { type Browser, type CDPSession, chromium } from "playwright-core";
import { chromiumPath, noChromium } from "../tests/testkit/console/browser.js";

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
  await devtools.send("Network.emulateNetworkConditions", {
    ...{ offline: false, latency },
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  });
  await devtools.send("Emulation.setCPUThrottlingRate", { rate });
}

/** The milliseconds until the page can be used: its heading stands, and the main thread is free again. */
async function loads(browser: Browser, rounds: number): Promise<{ ms: number; bytes: number }[]> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const person = JSON.stringify({ email, operator: false });
  await context.addInitScript(
    `sessionStorage.setItem("rembuk.development-person", ${JSON.stringify(person)})`,
  );
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await slowDown(devtools);
  let bytes = 0;
  devtools.on("Network.loadingFinished", ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  const found: { ms: number; bytes: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    bytes = 0;
    const began = performance.now();
    await page.goto(base, { waitUntil: "commit" });
    await page.locator("main h1").first().waitFor();
    await page.evaluate("new Promise((done) => requestIdleCallback(done))");
    found.push({ ms: Math.round(performance.now() - began), bytes });
  }
  await context.close();
  return found;
}

const executablePath = chromiumPath();
if (!executablePath) throw new Error(noChromium);
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
const rounds = await Promise.resolve(loads(browser, 4));
await browser.close();
const [first, ...warm] = rounds;
const lines = [
  `first load: ${first?.ms} ms, ${Math.round((first?.bytes ?? 0) / 1000)} kB over the line`,
  ...warm.map(
    ({ ms, bytes }) => `warm load: ${ms} ms, ${Math.round(bytes / 1000)} kB over the line`,
  ),
];
process.stdout.write(`${lines.join("\n")}\n`);
