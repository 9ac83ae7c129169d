import type { IndicatorUnit } from "../../generated/graphql.js";
import { useText } from "../../language/language.js";
import { Badge } from "../../parts/badge.js";
import { DataTable, type TableColumn } from "../../parts/data-table.js";
import { SourceLinks } from "../../parts/source-links.js";
import { Status } from "../../parts/status.js";
import { Decision } from "./decision.js";
import { type Figure, usePlaceName, useValueText } from "./figures.js";
import styles from "./indicators.module.css";
import { useSexColumns } from "./sex-counts.js";

const texts = {
  caption: { id: "Capaian dan sumbernya", en: "Figures and their sources" },
  period: { id: "Periode", en: "Period" },
  place: { id: "Tempat", en: "Place" },
  value: { id: "Nilai", en: "Value" },
  status: { id: "Status", en: "Status" },
  by: { id: "Dicatat oleh", en: "Recorded by" },
  sources: { id: "Sumber", en: "Sources" },
  baseline: { id: "data dasar", en: "baseline" },
};

/** The columns that say what was measured, where and when. */
function useMeasuredColumns(unit: IndicatorUnit, bySex: boolean): TableColumn<Figure>[] {
  const t = useText();
  const placeOf = usePlaceName();
  const valueText = useValueText(unit);
  const sexColumns = useSexColumns<Figure>();
  return [
    {
      name: "period",
      title: t(texts.period),
      value: ({ endsOn }) => endsOn,
      show: ({ period, isBaseline }) => (
        <>
          {period} {isBaseline ? <Badge>{t(texts.baseline)}</Badge> : null}
        </>
      ),
    },
    { name: "place", title: t(texts.place), value: placeOf },
    {
      name: "value",
      title: t(texts.value),
      isNumber: true,
      value: ({ value }) => value,
      show: ({ value, suppressed }) => valueText(value, suppressed),
    },
    ...(bySex ? sexColumns : []),
  ];
}

/** Figures as a table: what was measured, by sex where it is said, who says so, and what became of it. */
export function FiguresTable({
  rows,
  unit,
  decides,
}: {
  rows: readonly Figure[];
  unit: IndicatorUnit;
  decides: boolean;
}) {
  const t = useText();
  const bySex = rows.some(({ disaggregation }) => disaggregation.some(({ by }) => by === "SEX"));
  const columns: TableColumn<Figure>[] = [
    ...useMeasuredColumns(unit, bySex),
    {
      name: "status",
      title: t(texts.status),
      value: ({ status }) => status,
      show: (figure) => (
        <div className={styles.status}>
          <Status of="MeasurementStatus" member={figure.status} />
          {figure.reason ? <span className="small soft">{figure.reason}</span> : null}
          {decides && figure.status === "PROPOSED" ? <Decision figure={figure} /> : null}
        </div>
      ),
    },
    { name: "by", title: t(texts.by), value: ({ organisation }) => organisation?.name ?? "–" },
    {
      name: "sources",
      title: t(texts.sources),
      value: ({ sources }) => sources[0]?.publisher ?? null,
      show: ({ sources }) => <SourceLinks sources={sources} />,
    },
  ];
  return (
    <DataTable caption={t(texts.caption)} rows={rows} keyOf={({ id }) => id} columns={columns} />
  );
}
