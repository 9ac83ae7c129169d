/** HTML whose texts are escaped. Only `html` makes it. */
export class Html {
  constructor(readonly text: string) {}
}

/** A value in a template: HTML is inserted as it is, texts are escaped, lists joined. */
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
 * A template that writes HTML. It escapes every value, for elements and quoted attributes alike, except
 * HTML that it made itself: no omission can turn a text into markup.
 */
export const html = (marks: TemplateStringsArray, ...parts: HtmlPart[]): Html =>
  new Html(String.raw({ raw: marks }, ...parts.map(textOf)));
