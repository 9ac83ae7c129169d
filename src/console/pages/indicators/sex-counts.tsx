import type { IndicatorCountFragment } from "../../generated/graphql.js";
import { useFormats } from "../../language/formats.js";
import { useText } from "../../language/language.js";
import type { TableColumn } from "../../parts/data-table.js";

const texts = {
  hidden: { id: "disembunyikan", en: "suppressed" },
  FEMALE: { id: "Perempuan", en: "Women" },
  MALE: { id: "Laki-laki", en: "Men" },
};

const sexes = ["FEMALE", "MALE"] as const;

/** The count of one sex; null where there is none, or where it is suppressed. */
const countOf = (
  counts: readonly IndicatorCountFragment[],
  sex: (typeof sexes)[number],
): number | null => counts.find(({ by, value }) => by === "SEX" && value === sex)?.count ?? null;

/** The function that writes the count of one sex: suppressed is not nought. */
function useSexText(): (
  counts: readonly IndicatorCountFragment[],
  sex: (typeof sexes)[number],
) => string {
  const t = useText();
  const { number } = useFormats();
  return (counts, sex) => {
    const found = counts.find(({ by, value }) => by === "SEX" && value === sex);
    if (!found) return "–";
    return found.count === null ? t(texts.hidden) : number(found.count);
  };
}

/** A column for each sex, of rows with counts. */
export function useSexColumns<
  Row extends { disaggregation: readonly IndicatorCountFragment[] },
>(): TableColumn<Row>[] {
  const t = useText();
  const textOf = useSexText();
  return sexes.map((sex) => ({
    name: sex,
    title: t(texts[sex]),
    isNumber: true,
    value: ({ disaggregation }) => countOf(disaggregation, sex),
    show: ({ disaggregation }) => textOf(disaggregation, sex),
  }));
}
