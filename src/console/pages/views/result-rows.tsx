import type { ViewPageResultPartsFragment } from "../../generated/graphql.js";
import { useLanguage, useText } from "../../language/language.js";
import { inLanguage } from "../../language/translated.js";
import { type Cell, CellValue, isFigure, sortValue } from "../../parts/cells.js";
import { DataTable } from "../../parts/data-table.js";
import { Empty } from "../../parts/empty.js";
import styles from "./views.module.css";

const texts = {
  empty: {
    id: "Tidak ada baris yang cocok, atau belum ada yang boleh Anda lihat.",
    en: "No row matches, or there is none that you may see.",
  },
  totals: { id: "Jumlah seluruhnya", en: "Totals of all" },
};

type Result = ViewPageResultPartsFragment;

interface Row {
  at: number;
  cells: Cell[];
}

/** The measures over all rows, whatever page is shown. */
function Totals({ result: { columns, totals } }: { result: Result }) {
  const t = useText();
  const language = useLanguage();
  const measures = columns.filter(({ isMeasure }) => isMeasure);
  if (!totals || totals.length === 0) return null;
  return (
    <section aria-label={t(texts.totals)}>
      <dl className={styles.totals}>
        {measures.map(({ key, heading }, at) => (
          <div key={key}>
            <dt className="soft small">{inLanguage(heading, language)}</dt>
            <dd>
              <CellValue cell={totals[at]} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** A result as a table: rows of a table, groups, or the cells of a matrix. */
export function ResultRows({ result, caption }: { result: Result; caption: string }) {
  const t = useText();
  const language = useLanguage();
  const rows = result.rows.map(({ cells }, at): Row => ({ at, cells }));
  if (rows.length === 0) return <Empty>{t(texts.empty)}</Empty>;
  return (
    <div className="stack">
      <Totals result={result} />
      <DataTable<Row>
        caption={caption}
        rows={rows}
        keyOf={({ at }) => String(at)}
        columns={result.columns.map(({ key, kind, heading }, at) => ({
          name: key,
          title: inLanguage(heading, language),
          isNumber: isFigure(kind),
          value: ({ cells }) => sortValue(cells[at]),
          show: ({ cells }) => <CellValue cell={cells[at]} />,
        }))}
      />
    </div>
  );
}
