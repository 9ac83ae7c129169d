/** A piece of HTML whose texts are escaped. Made by `html` only. */
export class Html {
  constructor(readonly text: string) {}
}

/** What can stand in a template: pieces as they are, texts escaped, lists joined, no more than that. */
export type HtmlPart = Html | string | number | null | undefined | false | readonly HtmlPart[];

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (mark) => entities[mark] ?? "");

function textOf(part: HtmlPart): string {
  if (part === null || part === undefined || part === false) return "";
  if (part instanceof Html) return part.text;
  if (typeof part === "object") return part.map(textOf).join("");
  return escaped(String(part));
}

/**
 * Writes HTML: whatever is put into the template is escaped, for elements and quoted attributes
 * alike, unless it was made by this template itself. So a text can never become markup by an
 * omission.
 */
export const html = (marks: TemplateStringsArray, ...parts: HtmlPart[]): Html =>
  new Html(String.raw({ raw: marks }, ...parts.map(textOf)));
