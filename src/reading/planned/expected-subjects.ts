/** A noun is expected once every so many runs have met a line of it. */
const rarest = 10;

/**
 * The nouns that the ledger's lines of one operation are expected to be of. Its statements hold the rules of
 * these alone; a line of another noun ends such a statement, and is noted here. A noun that is met
 * seldom stays unexpected: its rules would cost every run more than another statement costs a few.
 */
export class ExpectedSubjects {
  private expected: ReadonlySet<string> = new Set();
  private readonly misses = new Map<string, number>();
  private runs = 0;

  /** The nouns, for one more run. */
  forRun(): ReadonlySet<string> {
    this.runs += 1;
    return this.expected;
  }

  /** Notes that a run has met a line of another noun; true where it is expected from now on. */
  miss(noun: string): boolean {
    const misses = (this.misses.get(noun) ?? 0) + 1;
    this.misses.set(noun, misses);
    if (misses * rarest < this.runs) return false;
    this.expected = new Set([...this.expected, noun]);
    return true;
  }
}
