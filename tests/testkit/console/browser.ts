import { describe } from "@jest/globals";
import { chromiumPath, noChromium } from "./chromium.js";

export { isControlled, type Reader, type ReaderWindow, TestBrowser } from "./test-browser.js";

/** `describe` where there is a browser; without one its tests are skipped, and that is said loudly. */
export function inBrowser(name: string, tests: () => void): void {
  if (chromiumPath()) {
    describe(name, tests);
    return;
  }
  process.stderr.write(`\n${noChromium}\n`);
  describe.skip(name, tests);
}
