/** A page whose text between two of its lines is replaced. Throws where the page lacks the lines. */
export function replacedBetween(
  page: string,
  [start, end]: readonly [string, string],
  text: string,
): string {
  const [before, rest] = page.split(start);
  const [, after] = rest?.split(end) ?? [];
  if (before === undefined || after === undefined) {
    throw new Error(`The page lacks the lines ${start} and ${end}`);
  }
  return `${before}${start}${text}${end}${after}`;
}
