import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "@jest/globals";
import { projectFolder } from "../../../src/app/store.js";

/** The page of who may do what: each of its parts is the table that a test of rights tries. */
const path = join(projectFolder(), "docs", "reference", "access", "mutations.md");

/** A drawn table as one of Markdown; the mutations of a table of rights are code. */
function markdownOf(drawing: string, isOfRights: boolean): string[] {
  const [head = [], ...rows] = drawing
    .trim()
    .split("\n")
    .map((line) => line.split("|").map((cell) => cell.trim()));
  const row = (cells: string[]) => `| ${cells.join(" | ")} |`;
  const named = rows.map(([name = "", ...cells]) => {
    return row([isOfRights ? `\`${name}\`` : name, ...cells]);
  });
  return [row(head), row(head.map(() => "---")), ...named];
}

/** The mutations that have a row on the page. */
export const documentedMutations = (): string[] =>
  [...readFileSync(path, "utf8").matchAll(/^\| `(\w+)` \|/gm)].map(([, name = ""]) => name);

/**
 * Expects that the page prints the tables that a test of rights tries: who may do what, and who sees
 * what it is done to. UPDATE_DOCS=1 writes them.
 */
export function expectPrinted(part: string, { table, sight }: { table: string; sight?: string }) {
  const page = readFileSync(path, "utf8");
  const [start, end] = [`<!-- ${part}: tested -->`, `<!-- ${part}: end -->`];
  const [before, rest] = page.split(start);
  const [printed, after] = rest?.split(end) ?? [];
  if (before === undefined || after === undefined) throw new Error(`The page lacks ${start}`);
  const seen = sight
    ? [
        "",
        "Who sees what it is done to; all others are answered NOT_FOUND:",
        "",
        ...markdownOf(sight, false),
      ]
    : [];
  const current = `\n\n${[...markdownOf(table, true), ...seen].join("\n")}\n\n`;
  if (process.env.UPDATE_DOCS && printed !== current) {
    writeFileSync(path, `${before}${start}${current}${end}${after}`);
    return;
  }
  expect(printed).toBe(current);
}
