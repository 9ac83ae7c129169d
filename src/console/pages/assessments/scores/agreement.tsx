import type { AssessmentScoresQuery } from "../../../generated/graphql.js";
import { useFormats } from "../../../language/formats.js";
import { useText } from "../../../language/language.js";
import { Card } from "../../../parts/card.js";
import { Empty } from "../../../parts/empty.js";

const texts = {
  title: { id: "Kesepakatan perguruan tinggi", en: "Agreement of universities" },
  none: {
    id: "Baru ada satu perguruan tinggi yang terlihat; kesepakatan memerlukan dua.",
    en: "Only one university can be seen; agreement needs two.",
  },
  alpha: { id: "Alfa Krippendorff: {alpha}", en: "Krippendorff's alpha: {alpha}" },
  noAlpha: {
    id: "Alfa tidak dapat dihitung: semua nilai sama.",
    en: "Alpha cannot be computed: all values are the same.",
  },
  units: { id: "dari {units} pertanyaan", en: "of {units} questions" },
  RELIABLE: { id: "andal (0,8 atau lebih)", en: "reliable (0.8 or more)" },
  TENTATIVE: { id: "sementara (0,667 atau lebih)", en: "tentative (0.667 or more)" },
  LOW: { id: "rendah (kurang dari 0,667)", en: "low (less than 0.667)" },
};

const grade = (alpha: number) => (alpha >= 0.8 ? "RELIABLE" : alpha >= 0.667 ? "TENTATIVE" : "LOW");

type Shown = NonNullable<AssessmentScoresQuery["assessment"]>["agreement"];

/** How far universities judge the same subject alike. */
export function Agreement({ agreement }: { agreement: Shown }) {
  const t = useText();
  const { number } = useFormats();
  if (!agreement) {
    return (
      <Card title={t(texts.title)}>
        <Empty>{t(texts.none)}</Empty>
      </Card>
    );
  }
  const { alpha, units, assessments } = agreement;
  return (
    <Card title={t(texts.title)}>
      {alpha === null ? (
        <p>{t(texts.noAlpha)}</p>
      ) : (
        <p>
          <strong>{t(texts.alpha, { alpha: number(alpha) })}</strong>, {t(texts[grade(alpha)])},{" "}
          {t(texts.units, { units })}
        </p>
      )}
      <p className="small soft">
        {assessments.map(({ university }) => university.name).join(" · ")}
      </p>
    </Card>
  );
}
