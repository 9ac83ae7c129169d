import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import type { TestHub } from "../hub/index.js";
import { chromiumPath, noChromium } from "./chromium.js";

/** The form of the browser's window, and the reader's choices. */
export interface Reader {
  /** Whom the reader is signed in as; a visitor without. */
  email?: string;
  operator?: boolean;
  language?: "id" | "en";
  theme?: "system" | "light" | "dark";
  width?: number;
  height?: number;
  /** The time zone of the reader's clock, as `Asia/Makassar`; that of the machine without. */
  zone?: string;
  /** True where the browser keeps the console's files by its service worker; most tests need none. */
  keepsFiles?: boolean;
}

/** The browser of this process: its test files share it, and it ends with the process. */
const launched: { browser?: Promise<Browser> } = {};

async function browserOfProcess(): Promise<Browser> {
  const known = await launched.browser?.catch(() => undefined);
  if (known?.isConnected()) return known;
  const executablePath = chromiumPath();
  if (!executablePath) throw new Error(noChromium);
  // The sandbox needs a user other than root; what runs in it here is the hub's own pages.
  const args = ["--no-sandbox", "--disable-dev-shm-usage"];
  launched.browser = chromium.launch({ executablePath, args });
  return launched.browser;
}

/** A real browser, in which readers open the console of a hub. Windows share nothing with each other. */
export class TestBrowser {
  private readonly contexts: BrowserContext[] = [];

  private constructor(private readonly browser: Browser) {}

  static async start(): Promise<TestBrowser> {
    return new TestBrowser(await browserOfProcess());
  }

  /** Closes the windows that are open. */
  async stop(): Promise<void> {
    await Promise.all(this.contexts.map((context) => context.close()));
  }

  /** A window of one reader, with cookies and storage of its own. */
  async open(hub: TestHub, reader: Reader = {}): Promise<ReaderWindow> {
    const { width = 1280, height = 900, zone, keepsFiles = false } = reader;
    const context = await this.browser.newContext({
      baseURL: new URL(hub.url).origin,
      viewport: { width, height },
      reducedMotion: "reduce",
      serviceWorkers: keepsFiles ? "allow" : "block",
      ...(zone ? { timezoneId: zone } : {}),
    });
    this.contexts.push(context);
    const { email, operator = false, language = "id", theme = "light" } = reader;
    const person = email ? JSON.stringify({ email, operator }) : null;
    await context.addInitScript(
      `if (location.protocol.startsWith("http")) {
        localStorage.setItem("rembuk.language", ${JSON.stringify(language)});
        localStorage.setItem("rembuk.theme", ${JSON.stringify(theme)});
        const person = ${JSON.stringify(person)};
        if (person && !sessionStorage.getItem("rembuk.test")) {
          sessionStorage.setItem("rembuk.development-person", person);
          sessionStorage.setItem("rembuk.test", "yes");
        }
      }`,
    );
    return new ReaderWindow(context, await context.newPage());
  }
}

/** One window: its page, and what went wrong in it. */
export class ReaderWindow {
  /** Errors of the page's scripts, and what its console called an error. */
  readonly faults: string[] = [];

  constructor(
    readonly context: BrowserContext,
    readonly page: Page,
  ) {
    // Only for what never comes: a busy machine takes its time.
    page.setDefaultTimeout(180_000);
    page.on("pageerror", (error) => this.faults.push(String(error)));
    page.on("console", (message) => {
      if (message.type() === "error") this.faults.push(message.text());
    });
  }

  close(): Promise<void> {
    return this.context.close();
  }
}

/**
 * Waits until the service worker answers for the page. A promise of the page: what `waitForFunction` asks
 * again is `eval`, which the console's policy stops.
 */
export const isControlled = (page: Page): Promise<void> =>
  page.evaluate(`new Promise((done) => {
    const look = () => navigator.serviceWorker.controller && done();
    navigator.serviceWorker.addEventListener("controllerchange", look);
    look();
  })`);
