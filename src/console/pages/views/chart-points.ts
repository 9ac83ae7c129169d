import type {
  ViewPagePartsFragment,
  ViewPageResultPartsFragment,
} from "../../generated/graphql.js";
import type { Formats } from "../../language/formats.js";
import type { Language } from "../../language/language.js";
import { inLanguage } from "../../language/translated.js";
import { type Cell, camel, numberOf, textOf } from "../../parts/cells.js";

/** One value of a chart: where it stands along it, in which series, and how much it is. */
export interface Point {
  x: string;
  series: string;
  value: number;
  label: string;
}

/** The points of a view's chart in its result: a series a measure, or a series a value of `series`. */
export function pointsOf(
  { chart, kind }: Pick<ViewPagePartsFragment, "chart" | "kind">,
  { columns, rows }: ViewPageResultPartsFragment,
  language: Language,
  formats: Formats,
): Point[] {
  if (!chart) return [];
  const keyOf = (name: string) => (kind === "TABLE" ? name : camel(name));
  const placeOf = (key: string) => columns.findIndex((column) => column.key === key);
  const x = chart.x === null ? -1 : placeOf(keyOf(chart.x));
  const series = chart.series === null ? -1 : placeOf(keyOf(chart.series));
  return rows.flatMap(({ cells }) => {
    const words = (at: number) => {
      const cell = cells[at] as Cell | undefined;
      return cell ? textOf(cell, language, formats) : "";
    };
    return chart.y.flatMap((measure) => {
      const at = placeOf(measure);
      const cell = cells[at] as Cell | undefined;
      const value = cell ? numberOf(cell) : null;
      const heading = columns[at]?.heading;
      if (!cell || value === null || !heading) return [];
      const name = series < 0 ? inLanguage(heading, language) : words(series);
      return [{ x: words(x), series: name, value, label: textOf(cell, language, formats) }];
    });
  });
}
