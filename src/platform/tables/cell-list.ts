// Several texts in one cell, as `Kopi; "Gula; aren"`.

/** A text that would be read as another one without quotation marks. */
const ambiguous = /;|^"|^\s|\s$/;

/** The texts as the content of one cell. */
export const joinedTexts = (texts: readonly string[]): string =>
  texts.map((text) => (ambiguous.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join("; ");

/** A text in quotation marks up to the next separator, or everything up to it. */
const part = /\s*(?:"((?:[^"]|"")*)"\s*|([^;]*))(?:;|$)/y;

/**
 * The texts in the content of a cell, without empty ones. A separator in quotation marks is none, as in
 * CSV; other quotation marks are part of the text.
 */
export function* textsIn(content: string): Generator<string> {
  for (let at = 0; at < content.length; ) {
    part.lastIndex = at;
    const [whole = "", quoted, bare = ""] = part.exec(content) ?? [];
    const text = quoted === undefined ? bare.trim() : quoted.replaceAll('""', '"');
    if (text.trim() !== "") yield text;
    at += whole.length;
  }
}
