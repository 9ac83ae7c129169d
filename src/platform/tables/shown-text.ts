import type { Text } from "../errors.js";
import type { CellContent } from "./xlsx-cells.js";

/** The number of digits that spreadsheets keep of a number; of longer ones they write zeros. */
export const longestNumber = 15;

/** True if a spreadsheet keeps all digits of the number before its point. */
export const isExact = (value: number): boolean => Math.abs(value) < 10 ** longestNumber;

/** A text, or the fault of a cell that does not tell it. */
type ShownText = { text: string; fault?: never } | { text?: never; fault: Text };

const tooLong: Text = {
  en: `holds a number of more than ${longestNumber} digits, of which spreadsheets lose the last ones: write it again in a cell of text`,
  id: `berisi angka dengan lebih dari ${longestNumber} digit, yang digit terakhirnya hilang di lembar kerja: tulis lagi di sel teks`,
};

/** The content of a cell as the text that people see, where a text is wanted. */
export function shownText(content: CellContent): ShownText {
  if (content.kind !== "number") return { text: String(content.value) };
  const { value, isPercent } = content;
  if (!isExact(value)) return { fault: tooLong };
  const shown = Number((isPercent ? value * 100 : value).toPrecision(longestNumber));
  return { text: isPercent ? `${shown}%` : String(shown) };
}
