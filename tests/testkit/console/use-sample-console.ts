import { afterAll, beforeAll } from "@jest/globals";
import { TestHub } from "../hub/index.js";
import { type Reader, type ReaderWindow, TestBrowser } from "./browser.js";
import { chromiumPath } from "./chromium.js";

/** The person of the sample whom most tests of the console are. */
export const coordinator = "coordinator@disnaker-lebak.example";

/** A hub over the sample with the console, and a browser where there is one. */
export interface SampleConsole {
  readonly hub: TestHub;
  /** A window of one reader. */
  open(reader?: Reader): Promise<ReaderWindow>;
}

/** Has the tests beside it run over a hub and a browser of their own; both are there once they run. */
export function useSampleConsole(env: Record<string, string> = {}): SampleConsole {
  let hub: TestHub;
  let browser: TestBrowser | undefined;
  beforeAll(async () => {
    hub = await TestHub.start("sample", { CONSOLE: "on", ...env });
    if (chromiumPath()) browser = await TestBrowser.start();
  });
  afterAll(async () => {
    await browser?.stop();
    await hub.stop();
  });
  return {
    get hub() {
      return hub;
    },
    open: (reader) => {
      if (!browser) throw new Error("there is no browser: write the test inBrowser");
      return browser.open(hub, reader);
    },
  };
}
