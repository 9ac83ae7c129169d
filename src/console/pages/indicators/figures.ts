import type {
  IndicatorByRegionQuery,
  IndicatorFigureFragment,
  IndicatorPageQuery,
  IndicatorUnit,
} from "../../generated/graphql.js";
import { useFormats } from "../../language/formats.js";
import { useText } from "../../language/language.js";

const texts = {
  hidden: { id: "disembunyikan", en: "suppressed" },
  whole: { id: "Seluruh cakupan", en: "The whole scope" },
};

export type Figure = IndicatorFigureFragment;

/** The indicator of a page. */
export type Indicator = NonNullable<IndicatorPageQuery["indicator"]>;

/** The figure of a region. */
export type RegionRow = NonNullable<IndicatorByRegionQuery["indicator"]>["byRegion"][number];

/** Where a figure or a target belongs. */
export interface Placed {
  region: { name: string } | null;
  area: { name: string } | null;
}

/** Where a figure was measured, as its name. */
export function usePlaceName(): (of: Placed) => string {
  const t = useText();
  return ({ region, area }) => region?.name ?? area?.name ?? t(texts.whole);
}

/** The function that writes a value in the unit of its indicator; a count that is suppressed says so. */
export function useValueText(
  unit: IndicatorUnit,
): (value: number | null, suppressed?: boolean) => string {
  const t = useText();
  const formats = useFormats();
  return (value, suppressed = false) => {
    if (value === null) return suppressed ? t(texts.hidden) : "–";
    if (unit === "PERCENT") return `${formats.number(value)}\u00a0%`;
    return unit === "RUPIAH" ? formats.money(value) : formats.number(value);
  };
}
