import type { Page } from "playwright-core";

/** The elements that make the page wider than its window, and what moves though the reader wants no motion. */
export const layoutFaults = (page: Page): Promise<string[]> =>
  page.evaluate(`[
    ...(document.documentElement.scrollWidth <= innerWidth ? [] :
      [...document.querySelectorAll("main *, [role=dialog], [role=dialog] *")]
        .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
        .slice(-3).map((element) => "too wide: " + element.outerHTML.slice(0, 160))),
    ...document.getAnimations().map(({ effect }) => "moves: " + effect?.target?.outerHTML.slice(0, 160)),
  ]`);
