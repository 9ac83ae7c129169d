import type { LinkedOutline } from "../outlines.js";

/** Number of changes that are held. */
const maxHeld = 1_000;

/** An end of a stretch of the ledger: the position of its last change, and that change's hash; 0 and the
 * hash before the first change. */
export interface ChainEnd {
  position: number;
  hash: string;
}

/** Changes that follow one another without a gap, the first directly after `from`. */
export interface ChainPage {
  from: ChainEnd;
  changes: readonly LinkedOutline[];
}

/**
 * What a page was for a chain: it continued it, it had nothing new, changes are missing before it, or it
 * belongs to a diverged history.
 */
export type Taken = "continued" | "known" | "gap" | "fork";

/** The end of a page. */
export const endOf = ({ from, changes }: ChainPage): ChainEnd => changes.at(-1) ?? from;

/** The outlines of the ledger's last changes without a gap, each linked to the one before by its hash. */
export class OutlineChain {
  private links: LinkedOutline[] = [];

  /** `from`: the end of what came before. */
  constructor(private from: ChainEnd) {}

  get end(): ChainEnd {
    return this.links.at(-1) ?? this.from;
  }

  /** Takes what a page has after the end, if the page continues the chain. */
  take(page: ChainPage): Taken {
    const { position, hash } = this.end;
    if (page.from.position > position) return "gap";
    const end = endOf(page);
    if (end.position < position) {
      // What is no longer held is too old to tell.
      return [undefined, end.hash].includes(this.hashAt(end.position)) ? "known" : "fork";
    }
    const known = position - page.from.position;
    const before = known === 0 ? page.from.hash : page.changes[known - 1]?.hash;
    if (before !== hash) return "fork";
    if (end.position === position) return "known";
    this.links.push(...page.changes.slice(known));
    this.forget();
    return "continued";
  }

  /** The changes after a position, at most so many; undefined where not all of them are held. */
  after(position: number, limit: number): LinkedOutline[] | undefined {
    if (position < this.from.position || position > this.end.position) return undefined;
    const start = position - this.from.position;
    return this.links.slice(start, start + limit);
  }

  /** The hash of the change at a position; undefined where it is not held. */
  hashAt(position: number): string | undefined {
    if (position === this.from.position) return this.from.hash;
    return this.links[position - this.from.position - 1]?.hash;
  }

  private forget(): void {
    const gone = this.links.splice(0, this.links.length - maxHeld);
    this.from = gone.at(-1) ?? this.from;
  }
}
