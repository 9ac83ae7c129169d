import { type Fault, HubError, type Text } from "../errors.js";

/** A fault of one cell, or of a whole row or sheet. */
export interface CellFault {
  /** The sheet's name; absent in a CSV, which has one sheet. */
  sheet?: string;
  /** The address of the cell, as `D5`, or the number of the row, as `5`. */
  cell: string;
  message: Text;
}

/** Maximum number of faults that an error lists; further ones are counted. */
const maxListed = 1000;

/** Maximum number of faults in an error's message. */
const maxInMessage = 3;

/** The letters of a column, counted from 0: `A`, `Z`, `AA`. */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}

/** The address of a cell, as `B12`; row and column are counted from 0. */
export const cellAddress = (row: number, column: number): string =>
  `${columnLetters(column)}${row + 1}`;

/** An error's fault for a cell, with a path as `Human!D5`. */
export const faultOfCell = ({ sheet, cell, message }: CellFault): Fault => ({
  path: sheet === undefined ? cell : `${sheet}!${cell}`,
  message,
});

/** The error for a table's faults; `count` includes those that are not listed. */
function cellFaults(
  faults: readonly CellFault[],
  details: Record<string, unknown> = {},
  count = faults.length,
): HubError {
  const listed = faults.slice(0, maxListed).map(faultOfCell);
  const more = count - Math.min(count, maxInMessage);
  const messageIn = (language: "en" | "id", rest: string) =>
    [
      ...listed.slice(0, maxInMessage).map(({ path, message }) => `${path}: ${message[language]}`),
      ...(more > 0 ? [rest] : []),
    ].join("; ");
  const text = { en: messageIn("en", `and ${more} more`), id: messageIn("id", `dan ${more} lagi`) };
  return new HubError(
    "BAD_USER_INPUT",
    text,
    { reason: "CELLS", ...details, faults: count },
    listed,
  );
}

/** Collects the faults of a table: holds the first ones, counts all. */
export class CellFaults {
  readonly listed: CellFault[] = [];
  count = 0;

  add(fault: CellFault): void {
    this.count += 1;
    if (this.listed.length < maxListed) this.listed.push(fault);
  }

  /** The error that lists them. */
  error(details: Record<string, unknown> = {}): HubError {
    return cellFaults(this.listed, details, this.count);
  }
}
