import { isDeepStrictEqual } from "node:util";
import { readPage } from "./markdown.js";
import { Reader, type RunningHub } from "./reader.js";
import { pagesBefore } from "./readings.js";
import { examplesOf, nameOf, type Step } from "./steps.js";

/** Whether a step may change the hub: watchers and checks of the ledger do not. */
const mayChange = ({ goesOn, command: { text } }: Step): boolean =>
  !goesOn && !/rembuk -- verify/.test(text);

/**
 * Brings a hub that is as after its first start to where a page begins: follows the pages that it
 * continues. Throws at the first answer that differs from the printed one, as on a hub that was used.
 */
export async function followTo(page: string, hub: RunningHub): Promise<string[]> {
  const pages = pagesBefore(page);
  const reader = await Reader.at(hub);
  try {
    const steps = pages.flatMap((path) => examplesOf(readPage(path)).steps);
    for (const step of steps) {
      if ("watched" in step || !mayChange(step)) continue;
      const { given, printed } = await reader.does(step);
      if (isDeepStrictEqual(given, printed)) continue;
      const name = nameOf(step.page, step.command);
      throw new Error(
        `${name}: the hub answers otherwise than the page prints; begin with a new hub`,
      );
    }
  } finally {
    await reader.stop();
  }
  return pages;
}
