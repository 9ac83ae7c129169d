import { type CellFault, cellAddress } from "./cell-fault.js";
import { tableRefusal } from "./table-refusal.js";
import type { CellContent } from "./xlsx-cells.js";
import { checkedPackage, defaultWorkbookLimits, type WorkbookLimits } from "./xlsx-package.js";
import { parseWorkbook } from "./xlsx-parsing.js";

/** A sheet that was read: what its cells hold, by their addresses as `D5`; empty ones are absent. */
export interface ReadSheet {
  name: string;
  /** Whether people do not see it. */
  hidden: boolean;
  cells: ReadonlyMap<string, CellContent>;
}

/** A workbook that was read: its sheets by their names, in their order. */
export type ReadWorkbook = ReadonlyMap<string, ReadSheet>;

/** Characters that Excel lets one cell have. */
const longestText = 32_767;

function checkText(sheet: string, address: string, content: CellContent): void {
  if (content.kind !== "text" || content.value.length <= longestText) return;
  throw tableRefusal(
    "TOO_LONG",
    {
      en: `${sheet}!${address}: the cell has more than ${longestText} characters.`,
      id: `${sheet}!${address}: sel memuat lebih dari ${longestText} karakter.`,
    },
    { cell: `${sheet}!${address}`, limit: longestText },
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
 * Reads a workbook (.xlsx) cell by cell, after a look into the package that refuses whatever could
 * harm: BAD_USER_INPUT with `extensions.reason`. Links, drawings and macros are never followed.
 */
export async function readWorkbook(
  path: string,
  limits: WorkbookLimits = defaultWorkbookLimits,
): Promise<ReadWorkbook> {
  const { rows, columns, cells: most, patienceMs } = limits;
  const content = await checkedPackage(path, limits);
  const sheets = await parseWorkbook({ content, rows, columns, cells: most }, patienceMs);
  if (!sheets) throw tooManyCells(most);
  const read = sheets.map(({ name, hidden, cells }): [string, ReadSheet] => {
    const placed = cells.map(([row, column, held]): [string, CellContent] => {
      const address = cellAddress(row, column);
      checkText(name, address, held);
      return [address, held];
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
 * What is wrong with a cell where a value is wanted: a formula, whose result the hub does not compute
 * nor believe, or an error such as `#N/A`. Undefined for everything else.
 */
export function valueFault(
  sheet: string,
  cell: string,
  content: CellContent | undefined,
): CellFault | undefined {
  if (content?.kind === "formula") return { sheet, cell, message: formulaMessage };
  if (content?.kind !== "error") return undefined;
  const { value } = content;
  const message = { en: `holds the error ${value}`, id: `berisi galat ${value}` };
  return { sheet, cell, message };
}
