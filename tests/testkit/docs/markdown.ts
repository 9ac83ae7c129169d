import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "../../../src/app/store.js";

/** A fenced block of a page. */
export interface Block {
  /** The line of its opening fence, from 1. */
  line: number;
  language: string;
  text: string;
  /** The heading that it stands under. */
  heading: string;
  /** The prose between the block or heading before it and this block. */
  intro: string;
}

/** A heading of a page. */
interface Heading {
  title: string;
  anchor: string;
}

/** A link of a page: its target as written, and the line that it stands in. */
export interface Link {
  target: string;
  line: number;
}

/** A page of documentation, by its path from the project's folder. */
export interface Page {
  path: string;
  text: string;
  blocks: Block[];
  headings: Heading[];
  links: Link[];
}

const fence = /^```(\w*)$/;

/** GitHub's anchor of a heading: its words in lower case, joined by hyphens, without marks. */
function anchorOf(title: string, before: readonly Heading[]): string {
  const plain = title.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1").toLowerCase();
  const anchor = plain.replaceAll(/[^\p{L}\p{N}\p{M}_\- ]/gu, "").replaceAll(" ", "-");
  const same = before.filter((heading) => heading.anchor.replace(/-\d+$/, "") === anchor).length;
  return same === 0 ? anchor : `${anchor}-${same}`;
}

const linksOf = (text: string, line: number): Link[] =>
  [...text.replaceAll(/`[^`]*`/g, "").matchAll(/\]\(([^()\s]+)\)/g)].map(([, target = ""]) => ({
    target,
    line,
  }));

/** The blocks, headings and links of a text in Markdown. */
export function parsePage(path: string, text: string): Page {
  const page: Page = { path, text, blocks: [], headings: [], links: [] };
  let open: Block | undefined;
  let intro: string[] = [];
  for (const [at, line] of text.split("\n").entries()) {
    const [, language] = fence.exec(line) ?? [];
    if (open && language === "") {
      page.blocks.push(open);
      [open, intro] = [undefined, []];
    } else if (open) {
      open.text += `${line}\n`;
    } else if (language !== undefined) {
      const heading = page.headings.at(-1)?.title ?? "";
      open = { line: at + 1, language, text: "", heading, intro: intro.join("\n") };
    } else if (/^#+ /.test(line)) {
      const title = line.replace(/^#+ /, "");
      page.headings.push({ title, anchor: anchorOf(title, page.headings) });
      page.links.push(...linksOf(line, at + 1));
      intro = [];
    } else {
      intro.push(line);
      page.links.push(...linksOf(line, at + 1));
    }
  }
  if (open) throw new Error(`${path}: the block of line ${open.line} has no end`);
  return page;
}

/** Reads a page by its path from the project's folder. */
export const readPage = (path: string): Page =>
  parsePage(path, readFileSync(join(projectFolder(), path), "utf8"));

/** The paths of the project's pages: those of its folder, and those below `docs` and `bench`. */
export function pagePaths(): string[] {
  const within = (folder: string, recursive: boolean) =>
    readdirSync(join(projectFolder(), folder), { recursive, encoding: "utf8" })
      .filter((name) => name.endsWith(".md") && !name.includes("node_modules"))
      .map((name) => join(folder, name));
  return [...within(".", false), ...within("docs", true), ...within("bench", true)].sort();
}
