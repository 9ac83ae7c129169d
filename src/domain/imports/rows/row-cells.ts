import type { Fault, Text } from "../../../platform/errors.js";
import { periodDates } from "../../../platform/period.js";
import { isDate, parseMoney } from "../../../platform/scalars.js";
import {
  type CellFault,
  keepsDigits,
  losesDigits,
  type NumberForm,
  readNumber,
  readWhole,
  type TableRow,
  withForms,
} from "../../../platform/tables/index.js";
import { type Lines, textProblem } from "../../../platform/texts.js";
import { isRegionCode, regionCodeOf } from "../../regions/index.js";
import type { RowOutcome } from "./row-outcome.js";

const missing: Text = { en: "is needed", id: "diperlukan" };

/** Spreadsheets make 36.1 of 36.10, and 3.6E+09 of a long code. */
const notCode: Text = {
  en: "must be a region's code as 36.02, 36.02.27 or 36.02.27.2010; spreadsheets change codes in columns that are not of text",
  id: "harus berupa kode wilayah seperti 36.02, 36.02.27, atau 36.02.27.2010; lembar kerja mengubah kode di kolom yang bukan kolom teks",
};

/** The cells of one row as values, with the faults that were found in them. */
export class RowCells {
  readonly faults: CellFault[] = [];
  /** The ministry's codes for the codes of another system, by their columns. */
  readonly translated = new Map<string, string>();
  /** What becomes of the row, unless it has faults. */
  outcome: RowOutcome | undefined;

  constructor(
    readonly row: TableRow,
    /** The form of the table's numbers, if the table says it. */
    readonly numbers: NumberForm | null = null,
  ) {
    const stray = row.strayFault();
    if (stray) this.faults.push(stray);
  }

  fault(column: string, { en, id }: Text): undefined {
    this.faults.push(this.row.fault(column, en, id));
    return undefined;
  }

  /** Checks the id in an exported row; `known` is the id of the existing thing. */
  checkId(known: string | undefined): void {
    const id = this.row.text("id").toLowerCase();
    if (id === "" || id === known) return;
    this.fault("id", {
      en: "is not the id of this row; leave it empty for a new one",
      id: "bukan id baris ini; kosongkan untuk baris baru",
    });
  }

  /** Adds a rule's faults to the cells of their fields: `input.value` to the column `value`. */
  addFaults(faults: readonly Fault[], columns: Readonly<Record<string, string>> = {}): void {
    for (const { path, message } of faults) {
      const field = path.split(".")[1] ?? path;
      this.fault(columns[field] ?? field, message);
    }
  }

  /** The text, of one line unless told; null for an empty cell. */
  text(column: string, max: number, lines: Lines = "one"): string | null {
    const text = this.row.text(column);
    const problem = textProblem(text, lines);
    if (problem) this.fault(column, problem);
    if (text.length > max) {
      this.fault(column, {
        en: `has more than ${max} characters`,
        id: `lebih dari ${max} karakter`,
      });
    }
    return text === "" ? null : text;
  }

  /** A required text. */
  requiredText(column: string, max: number, lines: Lines = "one"): string {
    const text = this.text(column, max, lines);
    if (text === null) this.fault(column, missing);
    return text ?? "";
  }

  /** The text of a number, code or date, without the apostrophe by which spreadsheets mark a text. */
  private plain(column: string): string {
    return this.row.text(column).replace(/^'/, "").trim();
  }

  /** The text of a region's code, with its dots; the ministry's where the table has codes of another system. */
  regionCode(column: string): string {
    return this.translated.get(column) ?? regionCodeOf(this.plain(column));
  }

  /** The code of a region; null for an empty cell. */
  region(column: string): string | null {
    const code = this.regionCode(column);
    if (code === "" || isRegionCode(code)) return code || null;
    // A code of another system that is unknown has its fault already.
    if (this.faults.some(({ cell }) => cell === this.row.address(column))) return code;
    this.fault(column, notCode);
    return code;
  }

  /** The digits of the number in a text of the column; null for an empty text or a fault. */
  private digits(column: string, read: typeof readNumber, text = this.plain(column)) {
    if (text === "") return null;
    const { number = null, ...wrong } = read(text, this.numbers);
    if (wrong.fault) this.fault(column, wrong.wantsForm ? withForms(wrong.fault) : wrong.fault);
    return number;
  }

  /** A number, in the table's form of numbers. */
  number(column: string): number | null {
    return this.kept(column, this.digits(column, readNumber));
  }

  /** The number of its digits; a fault if it would lose some. */
  private kept(column: string, digits: string | null): number | null {
    if (digits !== null && !keepsDigits(digits)) this.fault(column, losesDigits);
    return digits === null ? null : Number(digits);
  }

  requiredNumber(column: string): number {
    if (this.plain(column) === "") this.fault(column, missing);
    return this.number(column) ?? 0;
  }

  /** A whole number: digits only, unless the table says how it separates thousands. */
  whole(column: string): number | null {
    return this.wholeIn(column, this.plain(column));
  }

  /** The whole number in a part of the column's text. */
  wholeIn(column: string, text: string): number | null {
    return this.kept(column, this.digits(column, readWhole, text));
  }

  requiredWhole(column: string): number {
    if (this.plain(column) === "") this.fault(column, missing);
    return this.whole(column) ?? 0;
  }

  money(column: string): string | null {
    const digits = this.digits(column, readWhole);
    if (digits === null || parseMoney(digits) !== undefined) return digits;
    this.fault(column, {
      en: "must be whole rupiah as 150000000",
      id: "harus rupiah bulat seperti 150000000",
    });
    return null;
  }

  date(column: string): string | null {
    const text = this.plain(column);
    if (text === "" || isDate(text)) return text || null;
    this.fault(column, {
      en: "must be a calendar date as 2023-07-03",
      id: "harus berupa tanggal seperti 2023-07-03",
    });
    return null;
  }

  /** A required period. */
  period(column: string): string {
    const text = this.plain(column);
    if (periodDates(text)) return text;
    this.fault(column, {
      en: "must be a period as 2023, 2023-S1, 2023-Q2 or 2023-06",
      id: "harus berupa periode seperti 2023, 2023-S1, 2023-Q2, atau 2023-06",
    });
    return "";
  }

  boolean(column: string): boolean | null {
    const text = this.row.text(column).toLowerCase();
    if (["yes", "ya", "true", "1"].includes(text)) return true;
    if (["no", "tidak", "false", "0"].includes(text)) return false;
    if (text !== "") this.fault(column, { en: "must be yes or no", id: "harus ya atau tidak" });
    return null;
  }

  oneOf<T extends string>(column: string, values: Readonly<Record<string, T>>): T | null {
    const text = this.row.text(column).toUpperCase();
    if (text === "") return null;
    const found = Object.values(values).find((value) => value === text);
    if (found) return found;
    const among = Object.values(values).join(", ");
    this.fault(column, { en: `must be among: ${among}`, id: `harus di antara: ${among}` });
    return null;
  }
}
