import { textProblem } from "../texts.js";
import { type CellFault, cellAddress } from "./cell-fault.js";
import { tableRefusal } from "./table-refusal.js";
import type { CellContent } from "./xlsx-cells.js";
import { damaged, defaultWorkbookLimits, type WorkbookLimits } from "./xlsx-package.js";
import { parseWorkbook } from "./xlsx-parsing.js";

/** A sheet: the contents of its cells by their addresses, as `D5`. Empty cells are absent. */
export interface ReadSheet {
  name: string;
  /** True if spreadsheets hide it. */
  hidden: boolean;
  cells: ReadonlyMap<string, CellContent>;
}

/** A workbook: its sheets by their names, in their order. */
export type ReadWorkbook = ReadonlyMap<string, ReadSheet>;

/** Excel's limit for the text of a cell, in characters. */
const maxTextLength = 32_767;

function checkText(sheet: string, address: string, content: CellContent): void {
  if (content.kind !== "text" || content.value.length <= maxTextLength) return;
  throw tableRefusal(
    "TOO_LONG",
    {
      en: `${sheet}!${address}: the cell has more than ${maxTextLength} characters.`,
      id: `${sheet}!${address}: sel memuat lebih dari ${maxTextLength} karakter.`,
    },
    { cell: `${sheet}!${address}`, limit: maxTextLength },
  );
}

const tooManyCells = (limit: number) =>
  tableRefusal(
    "TOO_MANY_CELLS",
    {
      en: `The workbook fills more than ${limit} cells.`,
      id: `Buku kerja mengisi lebih dari ${limit} sel.`,
    },
    { limit },
  );

/**
 * Reads a workbook (.xlsx) cell by cell. The package is checked first: dangerous content is refused with
 * BAD_USER_INPUT and `extensions.reason`. Links, drawings and macros are never followed.
 */
export async function readWorkbook(
  path: string,
  limits: WorkbookLimits = defaultWorkbookLimits,
): Promise<ReadWorkbook> {
  const sheets = await parseWorkbook({ path, limits }, limits.timeoutMs);
  if (!sheets) throw tooManyCells(limits.cells);
  const read = sheets.map(({ name, hidden, cells }): [string, ReadSheet] => {
    if (textProblem(name, "one")) throw damaged(`the name of a sheet is ${JSON.stringify(name)}`);
    const placed = cells.map(([row, column, content]): [string, CellContent] => {
      const address = cellAddress(row, column);
      checkText(name, address, content);
      return [address, content];
    });
    return [name, { name, hidden, cells: new Map(placed) }];
  });
  return new Map(read);
}

const formulaMessage = {
  en: "holds a formula; give its value",
  id: "berisi rumus; isikan nilainya",
};

/**
 * The fault of a cell that must have a value: a formula, whose result the hub neither computes nor
 * trusts, or an error such as `#N/A`. Undefined for every other content.
 */
export function valueFault(
  sheet: string,
  cell: string,
  content: CellContent | undefined,
): CellFault | undefined {
  if (content?.kind === "formula") return { sheet, cell, message: formulaMessage };
  if (content?.kind !== "error") return undefined;
  // A file may say anything there.
  const value = /^#[A-Z0-9/!?_]{1,20}$/.exec(content.value)?.[0] ?? "";
  const message = { en: `holds the error ${value}`, id: `berisi galat ${value}` };
  return { sheet, cell, message };
}
