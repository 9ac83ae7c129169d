/** The length of the longest chain of causes; it also ends the chain of an error that causes itself. */
const deepestCause = 8;

/** An error and what caused it, outermost first. */
export function causesOf(error: unknown): unknown[] {
  const causes: unknown[] = [];
  let next: unknown = error;
  while (next !== undefined && next !== null && causes.length < deepestCause) {
    causes.push(next);
    const { originalError, cause } = next as { originalError?: unknown; cause?: unknown };
    next = originalError ?? cause;
  }
  return causes;
}
