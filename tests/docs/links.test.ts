import { existsSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { projectFolder } from "../../src/app/store.js";
import { type Link, type Page, pagePaths, parsePage, readPage } from "../testkit/docs/markdown.js";

const isElsewhere = ({ target }: Link): boolean => /^[a-z][a-z0-9+.-]*:/i.test(target);

/** Why a link of a page leads nowhere; nothing where it leads somewhere. */
function faultOf(page: Page, { target }: Link): string | undefined {
  const [file = "", anchor] = target.split("#");
  const path = file === "" ? page.path : normalize(join(dirname(page.path), file));
  const isSame = path === page.path;
  if (!isSame && !existsSync(join(projectFolder(), path))) return "there is no such file";
  if (anchor === undefined || !path.endsWith(".md")) return undefined;
  const { headings } = isSame ? page : readPage(path);
  return headings.some((heading) => heading.anchor === anchor)
    ? undefined
    : "the page has no such heading";
}

const faultsOf = (page: Page): string[] =>
  page.links
    .filter((link) => !isElsewhere(link))
    .flatMap((link) => {
      const fault = faultOf(page, link);
      return fault ? [`${page.path}:${link.line}: ${link.target}: ${fault}`] : [];
    });

describe("the links of the documents", () => {
  it.each(pagePaths())("of %s lead to files and headings that exist", (path) => {
    expect(faultsOf(readPage(path))).toEqual([]);
  });

  it("are found wrong where they are", () => {
    const text = [
      "# A page's title",
      "See [this](#a-pages-title), [that](#nowhere) and [a file](none.md#x).",
      "```text",
      "[in a block](none.md)",
      "```",
      "Look at [the portals](portals.md#nowhere) or `[code](none.md)`.",
    ].join("\n");
    expect(faultsOf(parsePage("docs/example.md", text))).toEqual([
      "docs/example.md:2: #nowhere: the page has no such heading",
      "docs/example.md:2: none.md#x: there is no such file",
      "docs/example.md:6: portals.md#nowhere: the page has no such heading",
    ]);
  });
});
