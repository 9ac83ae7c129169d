import type { ShippedView } from "./parts.js";
import { shippedViews } from "./shipped-views.js";

const cellsOf = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

const code = (names: readonly string[] | null | undefined): string =>
  (names ?? []).map((name) => `\`${name}\``).join(", ");

/** What a view shows, in words of its kind. */
function shownBy(view: ShippedView): string {
  const { columns, groupBy, matrixRows, matrixColumns, measures } = view;
  const sides = matrixRows?.length ? `${code(matrixRows)} × ${code(matrixColumns)}` : code(groupBy);
  return columns?.length ? code(columns) : `${sides}: ${code(measures)}`;
}

const rowOf = (view: ShippedView): string => {
  const { key, titleText, descriptionText, kind, dataset, parameters } = view;
  const title = `${titleText.english} / *${titleText.indonesian}*. ${descriptionText?.english}`;
  const names = code(parameters?.map(({ name }) => name));
  return cellsOf([`\`${key}\``, title, `${kind} of \`${dataset}\``, shownBy(view), names]);
};

/** The page that lists the views that every hub ships with, for portal developers. */
export const viewsPage = (): string => `# Views that the hub ships

Every hub has these views. They are public, belong to no organisation, and have titles, descriptions and headings in both languages. Everybody gets the rows of their own rights. Parameters are optional: without a value, all rows are of the view. This page is written by \`npm run generate\`.

${[
  cellsOf(["key", "what it answers", "kind", "shows", "parameters"]),
  cellsOf(["---", "---", "---", "---", "---"]),
  ...shippedViews.map(rowOf),
].join("\n")}
`;
