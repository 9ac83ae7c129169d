import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "../../../src/app/store.js";
import { movedBack } from "./printed.js";
import type { Step } from "./steps.js";

/** The longest line of a printed answer, where it can be broken. */
const width = 92;

const isNested = (value: unknown): value is object => typeof value === "object" && value !== null;

function onOneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(", ")}]`;
  if (!isNested(value)) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([name, of]) => `${JSON.stringify(name)}: ${onOneLine(of)}`,
  );
  return members.length > 0 ? `{ ${members.join(", ")} }` : "{}";
}

/** JSON as the pages print it: an object or list stands in one line where it fits. */
export function printedJson(value: unknown, indent = "", before = 0): string {
  const line = onOneLine(value);
  const fits = indent !== "" && indent.length + before + line.length + 1 <= width;
  if (!isNested(value) || fits) return line;
  const deeper = `${indent}  `;
  const parts = Array.isArray(value)
    ? value.map((one) => printedJson(one, deeper))
    : Object.entries(value).map(([name, of]) => {
        const start = `${JSON.stringify(name)}: `;
        return `${start}${printedJson(of, deeper, start.length)}`;
      });
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  return parts.length === 0
    ? open + close
    : `${open}\n${deeper}${parts.join(`,\n${deeper}`)}\n${indent}${close}`;
}

/**
 * Answers that differ from what the pages print, to be written there: `UPDATE_DOCS=1 npm test -- tests/docs`.
 * Answers that a page shortens are left to its author.
 */
export class Updates {
  private readonly made: { step: Step; text: string }[] = [];

  /** Takes an answer that differs, where updates are asked for and the page does not shorten it. */
  take(step: Step, given: unknown): boolean {
    const { printed } = step;
    const isWhole = printed?.language === "json" && !printed.text.includes("…");
    if (process.env.UPDATE_DOCS !== "1" || !isWhole) return false;
    this.made.push({ step, text: `${movedBack(printedJson(given))}\n` });
    return true;
  }

  write(): void {
    // From the end, so that the lines of the blocks before stay where they are.
    for (const { step, text } of this.made.reverse()) {
      const path = join(projectFolder(), step.page);
      const lines = readFileSync(path, "utf8").split("\n");
      const { line, text: before } = step.printed as { line: number; text: string };
      lines.splice(line, before.split("\n").length - 1, ...text.trimEnd().split("\n"));
      writeFileSync(path, lines.join("\n"));
    }
  }
}
