import type { Basis } from "../reading/index.js";
import type { Replica } from "./replicas/replica.js";

/** The moment of a planned answer, and what the reads within it add to its dependencies. */
export class Moment {
  private tags: readonly string[] = [];
  private until = Number.POSITIVE_INFINITY;
  /** True where a read within the answer may never be sent again. */
  private isUncached = false;

  constructor(
    readonly position: number,
    /** The replica that gave the answer; undefined for the primary. */
    readonly from?: Replica,
  ) {}

  /** Notes the basis of a read at the same position; undefined for one that is not cached. */
  note(basis: Omit<Basis, "position"> | undefined): void {
    if (!basis) {
      this.isUncached = true;
      return;
    }
    this.tags = [...this.tags, ...basis.tags];
    this.until = Math.min(this.until, basis.until);
  }

  /** The basis of the whole answer, from that of its own statement. */
  basis(ownOf: (() => Basis | undefined) | undefined): Basis | undefined {
    const own = this.isUncached ? undefined : ownOf?.();
    if (!own) return undefined;
    const tags = [...new Set([...own.tags, ...this.tags])];
    return { tags, position: this.position, until: Math.min(own.until, this.until) };
  }
}

/** The answer to a query within another answer, as it is cached, with its dependencies. */
export interface InnerAnswer extends Basis {
  /** The answer's `data`, as JSON text. */
  data: string;
}
