/**
 * What is wrong with the positions that a watcher got: some of the expected ones lost, some doubled, some out
 * of order, some that nobody expected. What came after its last one is not known yet.
 */
export function differences(
  name: string,
  positions: readonly number[],
  expected: readonly number[],
): string[] {
  const seen = new Set(positions);
  const known = new Set(expected);
  const last = positions.at(-1) ?? 0;
  const lost = expected.filter((position) => position <= last && !seen.has(position));
  const disordered = positions.filter((position, at) => position < (positions[at - 1] ?? 0));
  const unknown = positions.filter((position) => !known.has(position));
  const doubled = positions.length - seen.size;
  return [
    ...(lost.length > 0 ? [`${name} lost ${lost.length}, the first at ${lost[0]}`] : []),
    ...(doubled > 0 ? [`${name} got ${doubled} again`] : []),
    ...(disordered.length > 0 ? [`${name} got ${disordered.length} out of order`] : []),
    ...(unknown.length > 0 ? [`${name} got ${unknown[0]}, which it should not`] : []),
  ];
}
