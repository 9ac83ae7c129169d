import type { ViewPageResultPartsFragment } from "../../generated/graphql.js";
import { useFormats } from "../../language/formats.js";
import { useLanguage, useText } from "../../language/language.js";
import { inLanguage } from "../../language/translated.js";
import { type Cell, CellValue, textOf } from "../../parts/cells.js";
import { Empty } from "../../parts/empty.js";
import styles from "./views.module.css";

const texts = {
  empty: {
    id: "Tidak ada baris yang cocok, atau belum ada yang boleh Anda lihat.",
    en: "No row matches, or there is none that you may see.",
  },
  total: { id: "Jumlah", en: "Total" },
  cut: {
    id: "Matriks ini memuat {rows} dari {allRows} baris dan {columns} dari {allColumns} kolom. Berkas unduhan memuat semuanya.",
    en: "This matrix holds {rows} of {allRows} rows and {columns} of {allColumns} columns. The file has them all.",
  },
};

type Matrix = NonNullable<ViewPageResultPartsFragment["matrix"]>;

/** The measures of one cell, one below the other. */
function Figures({ cells }: { cells: readonly Cell[] | undefined }) {
  return (
    <>
      {cells?.map((cell, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: measures stand at fixed places.
        <div key={at}>
          <CellValue cell={cell} />
        </div>
      ))}
    </>
  );
}

/** The names of a row or a column. */
function useLineName() {
  const language = useLanguage();
  const formats = useFormats();
  return (cells: readonly Cell[]) =>
    cells.map((cell) => textOf(cell, language, formats)).join(" · ");
}

function MatrixTable({
  matrix,
  caption,
  measures,
}: {
  matrix: Matrix;
  caption: string;
  measures: string;
}) {
  const t = useText();
  const nameOf = useLineName();
  const cellAt = new Map(matrix.cells.map(({ row, column, cells }) => [`${row} ${column}`, cells]));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
    <section className={styles.scroll} aria-label={caption} tabIndex={0}>
      <table className={styles.matrix}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <td className="soft small">{measures}</td>
            {matrix.columns.map(({ cells }) => (
              <th key={nameOf(cells)} scope="col">
                {nameOf(cells)}
              </th>
            ))}
            <th scope="col">{t(texts.total)}</th>
          </tr>
        </thead>
        <tbody>
          {matrix.rows.map(({ cells, totals }, row) => (
            <tr key={nameOf(cells)}>
              <th scope="row">{nameOf(cells)}</th>
              {matrix.columns.map((column, at) => (
                <td key={nameOf(column.cells)}>
                  <Figures cells={cellAt.get(`${row} ${at}`)} />
                </td>
              ))}
              <td className={styles.sum}>
                <Figures cells={totals} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t(texts.total)}</th>
            {matrix.columns.map(({ cells, totals }) => (
              <td key={nameOf(cells)} className={styles.sum}>
                <Figures cells={totals} />
              </td>
            ))}
            <td />
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

/** A result in rows and columns, as who does what where, with the totals of each. */
export function ResultMatrix({
  result,
  caption,
}: {
  result: ViewPageResultPartsFragment;
  caption: string;
}) {
  const t = useText();
  const language = useLanguage();
  const { matrix, columns } = result;
  if (!matrix || matrix.rows.length === 0) return <Empty>{t(texts.empty)}</Empty>;
  const measures = columns
    .filter(({ isMeasure }) => isMeasure)
    .map(({ heading }) => inLanguage(heading, language))
    .join(" / ");
  const { rows, columns: across, rowCount: allRows, columnCount: allColumns } = matrix;
  return (
    <div className="stack">
      <MatrixTable matrix={matrix} caption={caption} measures={measures} />
      {matrix.isCut ? (
        <p className="soft">
          {t(texts.cut, { rows: rows.length, allRows, columns: across.length, allColumns })}
        </p>
      ) : null}
    </div>
  );
}
