import {
  type AssessmentRoundsFragment,
  AssessmentScoresDocument,
} from "../../../generated/graphql.js";
import { useAnswer } from "../../../graph/hooks.js";
import { useFormats } from "../../../language/formats.js";
import { useText } from "../../../language/language.js";
import { useMemberName } from "../../../language/members.js";
import { useTranslated } from "../../../language/translated.js";
import { Card } from "../../../parts/card.js";
import { DataTable } from "../../../parts/data-table.js";
import { useAtWork } from "../at-work.js";
import { Agreement } from "./agreement.js";
import { Radar, type Series } from "./radar.js";
import styles from "./scores-tab.module.css";

const texts = {
  title: { id: "Skor menurut dimensi", en: "Scores by dimension" },
  about: {
    id: "Dari 0 sampai 100. Putaran: rata-rata asesmen terbit.",
    en: "From 0 to 100. Rounds: the mean of the published assessments.",
  },
  changed: {
    id: "Perubahan: dari awal ke putaran terakhir, rata-rata {count, plural, other {# perguruan tinggi}} yang menilai keduanya.",
    en: "Change: from the baseline to the latest round, the mean of {count, plural, one {# university} other {# universities}} that assessed both.",
  },
  dimension: { id: "Dimensi", en: "Dimension" },
  this: { id: "Asesmen ini", en: "This assessment" },
  change: { id: "Perubahan", en: "Change" },
};

const rounds = ["baseline", "midline", "endline"] as const;
const memberOf = { baseline: "BASELINE", midline: "MIDLINE", endline: "ENDLINE" } as const;

interface Row {
  dimension: string;
  values: readonly (number | null)[];
  change: number | null;
}

/** This assessment's scores and those of the subject's rounds, where there are any. */
function useSeries(comparison: readonly AssessmentRoundsFragment[]): Series[] {
  const t = useText();
  const name = useMemberName();
  const { assessment } = useAtWork();
  const own: Series = {
    name: t(texts.this),
    values: assessment.scores.map(({ value }) => value),
  };
  const compared = rounds.map((round): Series => {
    const scoreIn = (dimension: string) =>
      comparison.find((row) => row.dimension === dimension)?.[round] ?? null;
    return {
      name: name("AssessmentRound", memberOf[round]),
      values: assessment.scores.map(({ dimension }) => scoreIn(dimension)),
    };
  });
  return [own, ...compared].filter(({ values }) => values.some((value) => value !== null));
}

function ScoreTable({ series, rows }: { series: readonly Series[]; rows: readonly Row[] }) {
  const t = useText();
  const { number } = useFormats();
  const shown = (value: number | null) => (value === null ? "–" : number(value));
  return (
    <DataTable
      caption={t(texts.title)}
      rows={rows}
      keyOf={({ dimension }) => dimension}
      columns={[
        { name: "dimension", title: t(texts.dimension), value: ({ dimension }) => dimension },
        ...series.map(({ name }, at) => ({
          name: `series-${at}`,
          title: name,
          isNumber: true,
          value: ({ values }: Row) => values[at] ?? null,
          show: ({ values }: Row) => shown(values[at] ?? null),
        })),
        {
          name: "change",
          title: t(texts.change),
          isNumber: true,
          value: ({ change }: Row) => change,
          show: ({ change }: Row) => shown(change),
        },
      ]}
    />
  );
}

/** The scores as a radar with the rounds compared, the same as a table, and the agreement of universities. */
export function ScoresTab() {
  const t = useText();
  const said = useTranslated();
  const { assessment } = useAtWork();
  const { data } = useAnswer(AssessmentScoresDocument, { id: assessment.id });
  const subject = data?.assessment?.area ?? data?.assessment?.plan;
  const { key, dimensionDetails } = assessment.instrument;
  const comparison = subject?.comparison.filter(({ questionnaire }) => questionnaire === key) ?? [];
  const series = useSeries(comparison);
  const compared = Math.max(0, ...comparison.map(({ universities }) => universities));
  const titleOf = (dimension: string) =>
    said(dimensionDetails.find((one) => one.key === dimension)?.title) || dimension;
  const axes = assessment.scores.map(({ dimension }) => titleOf(dimension));
  const rows = assessment.scores.map(({ dimension }, at) => ({
    dimension: titleOf(dimension),
    values: series.map(({ values }) => values[at] ?? null),
    change: comparison.find((row) => row.dimension === dimension)?.change ?? null,
  }));
  return (
    <div className="stack">
      <Card title={t(texts.title)}>
        <p className="small soft">
          {t(texts.about)} {compared > 0 ? t(texts.changed, { count: compared }) : null}
        </p>
        <div className={styles.beside}>
          {axes.length > 2 && series.length > 0 ? <Radar axes={axes} series={series} /> : null}
          <ScoreTable series={series} rows={rows} />
        </div>
      </Card>
      <Agreement agreement={data?.assessment?.agreement ?? null} />
    </div>
  );
}
