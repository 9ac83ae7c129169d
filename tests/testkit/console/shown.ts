import type { Locator, Page } from "playwright-core";

/**
 * What shows a text. A text area in which it is being typed is none: React keeps what is typed as its content,
 * so `getByText` finds it there before anything was sent.
 */
export function shown(within: Page | Locator, text: string): Locator {
  const page = "page" in within ? within.page() : within;
  return within.getByText(text).and(page.locator(":not(textarea)"));
}
