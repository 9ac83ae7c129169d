import type { Sheet } from "hucre";
import { readXlsx, writeXlsx } from "hucre/xlsx";

/** What a person types into a cell; a formula as `{ formula }`, with the result that is stored by it. */
export type Typed = string | number | boolean | Date | null | { formula: string; result: number };

/** A workbook as a person with a spreadsheet has it open. */
export class Spreadsheet {
  private constructor(private sheets: Sheet[]) {}

  static async open(content: Buffer): Promise<Spreadsheet> {
    return new Spreadsheet((await readXlsx(content)).sheets);
  }

  /** The sheets that people see, by their names. */
  get names(): string[] {
    return this.sheets.filter((one) => !one.hidden && !one.veryHidden).map(({ name }) => name);
  }

  /** Every row of what people see, without the headers. */
  get rows(): unknown[][] {
    return this.names.flatMap((name) => this.sheet(name).rows.slice(1));
  }

  sheet(name: string): Sheet {
    const found = this.sheets.find((sheet) => sheet.name === name);
    if (!found) throw new Error(`There is no sheet ${name}`);
    return found;
  }

  /** Where a question's row stands: its sheet, and its number from 0. */
  private place(key: string): [sheet: Sheet, row: number] {
    for (const sheet of this.sheets) {
      const row = sheet.rows.findIndex(([first]) => first === key);
      if (row > 0) return [sheet, row];
    }
    throw new Error(`There is no row ${key}`);
  }

  /** The address of a question's answer, as faults name it. */
  answerOf(key: string): string {
    const [sheet, row] = this.place(key);
    return `${sheet.name}!D${row + 1}`;
  }

  shown(key: string): unknown[] {
    const [sheet, row] = this.place(key);
    return sheet.rows[row] ?? [];
  }

  /** Types into a cell of a question's row: its answer, unless another column is named. */
  type(key: string, typed: Typed, column = 3): this {
    const [sheet, row] = this.place(key);
    const { rows, cells = new Map() } = sheet;
    const isFormula = typeof typed === "object" && typed !== null && "formula" in typed;
    const value = isFormula ? typed.result : typed;
    const line = rows[row] ?? [];
    line[column] = value;
    const detail = {
      ...(isFormula ? { value, type: "formula" as const, formula: typed.formula } : { value }),
      ...(typed instanceof Date ? { style: { numFmt: "yyyy-mm-dd" } } : {}),
    };
    cells.set(`${row},${column}`, detail);
    sheet.cells = cells;
    return this;
  }

  /** Gives the answer of a question a number format, as a spreadsheet does when somebody types `61.5%`. */
  format(key: string, numFmt: string): this {
    const [sheet, row] = this.place(key);
    const cells = sheet.cells ?? new Map();
    const place = `${row},3`;
    cells.set(place, { ...cells.get(place), style: { numFmt } });
    sheet.cells = cells;
    return this;
  }

  rename(from: string, to: string): this {
    this.sheet(from).name = to;
    return this;
  }

  drop(name: string): this {
    this.sheets = this.sheets.filter((sheet) => sheet.name !== name);
    return this;
  }

  /** Adds an empty sheet. */
  add(name: string, rows = [["?"]]): this {
    this.sheets.push({ name, rows });
    return this;
  }

  async save(): Promise<Buffer> {
    const sheets = this.sheets.map(({ name, rows, cells, hidden, veryHidden }) => ({
      ...{ name, rows },
      ...(cells ? { cells } : {}),
      ...(hidden ? { hidden } : {}),
      ...(veryHidden ? { veryHidden } : {}),
    }));
    return Buffer.from(await writeXlsx({ sheets }));
  }
}
