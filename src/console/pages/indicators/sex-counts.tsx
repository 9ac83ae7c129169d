import type { IndicatorCountFragment } from "../../generated/graphql.js";
import { useFormats } from "../../language/formats.js";
import { useText } from "../../language/language.js";

const texts = {
  hidden: { id: "disembunyikan", en: "suppressed" },
  FEMALE: { id: "Perempuan", en: "Women" },
  MALE: { id: "Laki-laki", en: "Men" },
};

export const sexes = ["FEMALE", "MALE"] as const;

/** The count of one sex; null where there is none, or where it is suppressed. */
export const countOf = (
  counts: readonly IndicatorCountFragment[],
  sex: (typeof sexes)[number],
): number | null => counts.find(({ by, value }) => by === "SEX" && value === sex)?.count ?? null;

/** The name of a sex in the reader's language. */
export function useSexName(): (sex: (typeof sexes)[number]) => string {
  const t = useText();
  return (sex) => t(texts[sex]);
}

/** The function that writes the count of one sex: suppressed is not nought. */
export function useSexText(): (
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
