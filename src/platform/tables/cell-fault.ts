import { type Fault, HubError, type Text } from "../errors.js";

/** What is wrong with one cell, or with a row or sheet where no cell is to blame. */
export interface CellFault {
  /** The sheet's name; absent in a CSV, which is one. */
  sheet?: string;
  /** Its address, as `D5`; the row alone, as `5`, where no cell is to blame. */
  cell: string;
  message: Text;
}

/** The most faults that an error tells; the rest is counted. */
const mostFaultsTold = 1000;

/** The most faults that an error's own message repeats. */
const mostInMessage = 3;

/** The letters of a column counted from 0: `A`, `Z`, `AA`. */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}

/** The address of a cell, both counted from 0: `B12`. */
export const cellAddress = (row: number, column: number): string =>
  `${columnLetters(column)}${row + 1}`;

/** The fault as errors tell it, with a path as `Human!D5`. */
export const faultOfCell = ({ sheet, cell, message }: CellFault): Fault => ({
  path: sheet === undefined ? cell : `${sheet}!${cell}`,
  message,
});

/** The faults of a table's cells as one error; `count` is how many there are beyond those told. */
function cellFaults(
  faults: readonly CellFault[],
  details: Record<string, unknown> = {},
  count = faults.length,
): HubError {
  const told = faults.slice(0, mostFaultsTold).map(faultOfCell);
  const more = count - Math.min(count, mostInMessage);
  const tell = (language: "en" | "id", rest: string) =>
    [
      ...told.slice(0, mostInMessage).map(({ path, message }) => `${path}: ${message[language]}`),
      ...(more > 0 ? [rest] : []),
    ].join("; ");
  const text = { en: tell("en", `and ${more} more`), id: tell("id", `dan ${more} lagi`) };
  return new HubError("BAD_USER_INPUT", text, { reason: "CELLS", ...details, faults: count }, told);
}

/** Gathers the faults of a table: keeps the first ones, counts all. */
export class CellFaults {
  readonly told: CellFault[] = [];
  count = 0;

  add(fault: CellFault): void {
    this.count += 1;
    if (this.told.length < mostFaultsTold) this.told.push(fault);
  }

  /** The error that tells them. */
  error(details: Record<string, unknown> = {}): HubError {
    return cellFaults(this.told, details, this.count);
  }
}
