import type { Candidates } from "./page-reader.js";

/** The number of findings that are held for a condition. */
const mostHeld = 8;

/** Changes that were found after a position. */
interface Finding extends Candidates {
  from: number;
}

/**
 * The changes that the database has found for a condition that a change's outline decides, for subscribers who
 * are far behind. A finding has the changes of several pages and holds for everybody and for good: the ledger's
 * lines do not change, and who may see them is decided apart.
 */
export class FoundAhead {
  private readonly held: Finding[] = [];

  /** What was found after a position; undefined where that is not held. */
  after(position: number): Candidates | undefined {
    const found = this.held.find(({ from, upTo }) => from <= position && position < upTo);
    if (!found) return undefined;
    return { changes: found.changes.filter((one) => one.position > position), upTo: found.upTo };
  }

  hold(from: number, found: Candidates): void {
    if (found.upTo <= from) return;
    this.held.push({ from, ...found });
    if (this.held.length > mostHeld) this.held.shift();
  }
}
