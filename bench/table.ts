/** A cell of a table. */
export type Cell = string | number | undefined;

/** A Markdown table. */
export function table(head: readonly string[], lines: readonly (readonly Cell[])[]): string {
  const row = (cells: readonly Cell[]) => `| ${cells.map((cell) => cell ?? "–").join(" | ")} |`;
  return [row(head), row(head.map(() => "---")), ...lines.map(row)].join("\n");
}

/** Microseconds as milliseconds. */
export const milliseconds = (us: number | undefined): Cell =>
  us && Number((us / 1000).toPrecision(3));
