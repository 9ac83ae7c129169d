import type { ViewPageResultPartsFragment } from "../../generated/graphql.js";
import { useFormats } from "../../language/formats.js";
import { useLanguage } from "../../language/language.js";
import { camel, numberOf, textOf } from "../cells.js";
import type { MapLevel, MapPlace } from "./place.js";

type Result = Pick<ViewPageResultPartsFragment, "columns" | "rows">;

/** The dimensions by which a map can be drawn. */
const levels: Readonly<Record<string, MapLevel>> = { PROVINCE: "PROVINCE", REGENCY: "REGENCY" };

/** The level of a dimension; undefined for one that is none of regions. */
export const levelOfDimension = (dimension: string): MapLevel | undefined => levels[dimension];

/** The places of one group of rows: those that are alike in every other dimension. */
export interface PlaceGroup {
  /** The values of the other dimensions in words; empty where there is none. */
  name: string;
  places: MapPlace[];
}

/**
 * The function that gives the places of a view's result by one of its measures. A view that divides by more than
 * the place has several groups of them: a mean or a share of all is not in its rows.
 */
export function usePlaceGroups(): (
  result: Result,
  dimension: string,
  measure: string,
) => PlaceGroup[] {
  const language = useLanguage();
  const formats = useFormats();
  return ({ columns, rows }, dimension, measure) => {
    const [at, of] = [camel(dimension), measure].map((key) =>
      columns.findIndex((column) => column.key === key),
    );
    if (at === undefined || of === undefined || at < 0 || of < 0) return [];
    const found = rows.flatMap(({ cells }) => {
      const [region, figure] = [cells[at], cells[of]];
      const code = region?.reference && "code" in region.reference ? region.reference.code : null;
      if (!region || !figure || code === null) return [];
      const others = cells.filter((_, other) => other !== at && !columns[other]?.isMeasure);
      const name = textOf(region, language, formats);
      const shown = { figure: textOf(figure, language, formats), value: numberOf(figure) };
      const group = others.map((cell) => textOf(cell, language, formats)).join(" · ");
      return [{ group, place: { code, name, ...shown } }];
    });
    return [...Map.groupBy(found, ({ group }) => group)]
      .map(([name, members]) => ({ name, places: members.map(({ place }) => place) }))
      .toSorted((a, b) => b.places.length - a.places.length);
  };
}
