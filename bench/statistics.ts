/** The value below which the given share (0 to 1) of the values lies; NaN of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** The middle value: of a few rounds, one that a disturbed round does not move. */
export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** Three significant digits, which is more than a busy machine repeats. */
export const rounded = (value: number): number => Number(value.toPrecision(3));
