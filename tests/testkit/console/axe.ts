import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What of a page axe-core looks at. */
export interface Look {
  /** A selector of the part that is looked at; the whole page without. */
  within?: string;
  /** The rules that are tried; all without. */
  rules?: readonly string[];
}

/** What axe-core finds on a page as it is now: the rule, and where it is broken. */
export async function violationsOn(page: Page, look: Look = {}): Promise<string[]> {
  const { within, rules } = look;
  const options = { resultTypes: ["violations"], ...(rules ? { runOnly: rules } : {}) };
  const run = `typeof axe === "undefined" ? null :
    axe.run(${within ? JSON.stringify(within) : "document"}, ${JSON.stringify(options)})
      .then(({ violations }) =>
        violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + " " + target)))`;
  const found = await page.evaluate<string[] | null>(run);
  if (found) return found;
  // Evaluated, not added as a script: the page's policy allows scripts of the hub only. A page that goes
  // from address to address keeps it.
  await page.evaluate(source);
  return page.evaluate<string[]>(run);
}
