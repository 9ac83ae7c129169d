/** The name of operations without one, and of those whose name has no place. */
export const anonymousName = "anonymous";
export const otherName = "other";

/** The most names that are shown beside those of trusted documents. */
export const mostNames = 100;

/** The most characters of a name that is shown. */
const longestName = 80;

/** The names of the operations in a document's text. A word in a comment may be taken for one: it only has a place. */
const namesIn = (text: string): string[] =>
  [...text.matchAll(/\b(?:query|mutation|subscription)\s+([_A-Za-z]\w*)/g)].map(
    ([, name = ""]) => name,
  );

/**
 * The names by which operations are shown: those of trusted documents, and the first others up to a limit.
 * Clients choose names freely, and each name is memory for as long as the hub runs: further ones share one.
 */
export class OperationNames {
  private readonly trusted = new Set<string>();
  private readonly others = new Set<string>();

  /** Gives the names of these documents a place. */
  trust(texts: Iterable<string>): void {
    for (const text of texts) for (const name of namesIn(text)) this.trusted.add(name);
  }

  /** The name by which an operation of this name is shown. */
  shown(name: string | undefined): string {
    if (name === undefined) return anonymousName;
    if (this.trusted.has(name) || this.others.has(name)) return name;
    if (this.others.size >= mostNames || name.length > longestName) return otherName;
    this.others.add(name);
    return name;
  }
}
