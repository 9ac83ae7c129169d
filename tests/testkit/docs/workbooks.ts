import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { projectFolder } from "../../../src/app/store.js";
import { Spreadsheet, type Typed } from "../files/spreadsheet.js";

/** The answers of Universitas Contoh on the universities' page. */
const answers: Record<string, Typed> = {
  ...{ "human-1": 3, "human-2": 3, "human-3": 4, "human-4": 3, "human-5": 54 },
  ...{ "social-1": 4, "social-2": 3, "social-3": 4, "social-4": 4 },
  ...{ "natural-1": 5, "natural-2": 4, "natural-3": 4, "natural-4": 4 },
  ...{ "physical-1": 2, "physical-2": 2, "physical-3": 2, "physical-4": 3 },
  ...{
    "financial-1": 2,
    "financial-2": 3,
    "financial-3": 2,
    "financial-4": "Yes",
    "financial-5": 2,
  },
};

/** The wrong cells of the workbook that is refused. */
const wrong: Record<string, Typed> = { "human-5": "half", "social-2": 6, "financial-4": "perhaps" };

/** Writes the workbook `to`, which is `from` with these answers typed in. */
async function fill(from: string, to: string, typed: Record<string, Typed>) {
  const book = await Spreadsheet.open(await readFile(from));
  for (const [question, value] of Object.entries(typed)) book.type(question, value);
  await writeFile(to, await book.save());
}

const correct = Object.fromEntries(Object.keys(wrong).map((key) => [key, answers[key] ?? null]));

const workbooks: Record<string, [from: string, typed: Record<string, Typed>]> = {
  "wrong.xlsx": ["contoh.xlsx", { ...answers, ...wrong }],
  "corrected.xlsx": ["rejected.xlsx", correct],
  "older.xlsx": ["contoh.xlsx", { ...answers, "human-3": 2 }],
};

/**
 * Makes the workbooks of `docs/examples` that a command sends and that are missing, from those that the
 * commands before have downloaded: where the pages are brought up to date, and never else, so that a file
 * that was forgotten fails.
 */
export async function makeWorkbooks(folder: string, command: string): Promise<void> {
  if (process.env.UPDATE_DOCS !== "1") return;
  for (const [name, [from, typed]] of Object.entries(workbooks)) {
    const to = join(projectFolder(), "docs", "examples", name);
    if (!command.includes(`@docs/examples/${name}`) || existsSync(to)) continue;
    await fill(join(folder, from), to, typed);
  }
}
