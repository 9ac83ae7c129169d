import { Link } from "@tanstack/react-router";
import type { ViewPageCellFragment } from "../generated/graphql.js";
import { type Formats, useFormats } from "../language/formats.js";
import { type Language, useLanguage } from "../language/language.js";
import { inLanguage } from "../language/translated.js";

export type Cell = ViewPageCellFragment;

/** True for figures, which stand at the end of their cell. */
export const isFigure = (kind: string): boolean => kind === "NUMBER" || kind === "MONEY";

/** A cell's value as a number, for charts and for sorting; null where it has none. */
export const numberOf = ({ number, money }: Cell): number | null =>
  number ?? (money === null ? null : Number(money));

/** A cell in words, as a chart's label. */
export function textOf(cell: Cell, language: Language, formats: Formats): string {
  if (cell.isNull) return "–";
  if (cell.kind === "NUMBER") return formats.number(cell.number ?? 0);
  if (cell.kind === "MONEY") return formats.shortMoney(cell.money ?? "0");
  if (cell.date) return formats.date(cell.date);
  if (cell.instant) return formats.time(cell.instant);
  return cell.label ? inLanguage(cell.label, language) : (cell.text ?? "–");
}

/** What a table sorts a cell by. */
export const sortValue = (cell: Cell | undefined): string | number | null =>
  cell
    ? (numberOf(cell) ?? cell.date ?? cell.instant ?? cell.label?.english ?? cell.text ?? null)
    : null;

/** A cell of a result: figures in full, records as links. */
export function CellValue({ cell }: { cell: Cell | undefined }) {
  const language = useLanguage();
  const formats = useFormats();
  if (!cell || cell.isNull) return <span className="soft">–</span>;
  const text = textOf(cell, language, formats);
  if (cell.kind === "MONEY") return <span title={formats.money(cell.money ?? "0")}>{text}</span>;
  if (cell.kind === "REFERENCE" && cell.reference) {
    return (
      <Link to="/node/$id" params={{ id: cell.reference.id }}>
        {text}
      </Link>
    );
  }
  return text;
}

/** A name of the API in camel case: the key of a dimension's column. */
export const camel = (name: string): string =>
  name.toLowerCase().replaceAll(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
