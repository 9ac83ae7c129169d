import type { Text } from "../../../platform/errors.js";
import { parseMoney } from "../../../platform/scalars.js";
import {
  type CellContent,
  cellText,
  isExact,
  keepsDigits,
  longestNumber,
  losesDigits,
  type NumberFault,
  type NumberForm,
  readNumber,
  readWhole,
  shownText,
  textsIn,
  withForms,
} from "../../../platform/tables/index.js";
import { textProblem } from "../../../platform/texts.js";
import type { AnswerInput } from "../answers/answer-inputs.js";
import { QuestionKind } from "../enums.js";
import type { Question } from "../instruments/instrument-parts.js";
import { longestText } from "./cells.js";
import { expectedAnswer } from "./words.js";

// The answers in cells of workbooks and tables.

/** The part of an input that a cell gives, or the fault of the cell. */
type ParsedCell = { value: Omit<AnswerInput, "question"> } | { fault: Text };

const wrong = (en: string, id: string): ParsedCell => ({ fault: { en, id } });

const contentNames: Partial<Record<CellContent["kind"] | "percent", Text>> = {
  percent: { en: "holds a percentage", id: "berisi persentase" },
  date: { en: "holds a date", id: "berisi tanggal" },
  boolean: { en: "holds true or false", id: "berisi benar atau salah" },
};

/** The fault of a cell whose type does not match the question's kind. */
function mismatch(question: Question, content: CellContent): ParsedCell {
  const { en, id } = expectedAnswer(question);
  const isPercent = content.kind === "number" && content.isPercent;
  const holds = contentNames[isPercent ? "percent" : content.kind] ?? {
    en: "does not fit",
    id: "tidak sesuai",
  };
  return wrong(`${holds.en}; it takes: ${en}`, `${holds.id}; yang diminta: ${id}`);
}

/** The fault of a text that a table's form of numbers would explain, if it is in a table. */
const numberFault = ({ fault, wantsForm }: NumberFault, { numbers }: CellSource): ParsedCell => ({
  fault: wantsForm && numbers !== undefined ? withForms(fault) : fault,
});

/** The number of a percentage in a cell with a format of per cent, which stores 0.615 and shows 61.5%. */
const shownPercent = (value: number): number => Number((value * 100).toPrecision(longestNumber));

/** A percentage. A fraction without its sign may be a per cent or a hundred times as much. */
function parsedPercent(content: CellContent, source: CellSource): ParsedCell | undefined {
  if (content.kind === "text") {
    const read = readNumber(content.value.trim().replace(/\s*%$/, ""), source.numbers);
    if (read.fault) return read.wantsForm ? numberFault(read, source) : undefined;
    return { value: { percent: Number(read.number) } };
  }
  if (content.kind !== "number") return undefined;
  const { value } = content;
  if (content.isPercent) return { value: { percent: shownPercent(value) } };
  if (value === 0 || Math.abs(value) >= 1) return { value: { percent: value } };
  const [one, other] = [cellText(value, "."), cellText(shownPercent(value), ".")];
  const [satu, lain] = [one, other].map((number) => number.replace(".", ","));
  return wrong(
    `can be ${one} or ${other} per cent: write it with its sign in a cell of text, as ${one}% or ${other}%`,
    `dapat berarti ${satu} atau ${lain} persen: tulis dengan tandanya di sel teks, seperti ${satu}% atau ${lain}%`,
  );
}

function parsedNumber(question: Question, content: CellContent, source: CellSource): ParsedCell {
  if (content.kind === "number") {
    if (content.isPercent) return mismatch(question, content);
    return numberValue(question, content, content.value);
  }
  if (content.kind !== "text") return mismatch(question, content);
  const read = readNumber(content.value.trim(), source.numbers);
  if (!read.fault && !keepsDigits(read.number)) return { fault: losesDigits };
  if (!read.fault) return numberValue(question, content, Number(read.number));
  return read.wantsForm ? numberFault(read, source) : mismatch(question, content);
}

function numberValue(question: Question, content: CellContent, number: number): ParsedCell {
  if (question.kind === QuestionKind.NUMBER) return { value: { number } };
  return Number.isInteger(number) ? { value: { scale: number } } : mismatch(question, content);
}

function parsedMoney(question: Question, content: CellContent, source: CellSource): ParsedCell {
  if (content.kind === "number" && !isExact(content.value)) {
    return wrong(
      `must be whole rupiah; write sums of more than ${longestNumber} digits as a text`,
      `harus rupiah bulat; tulis jumlah di atas ${longestNumber} angka sebagai teks`,
    );
  }
  if (content.kind === "number" && content.isPercent) return mismatch(question, content);
  const isAmount = content.kind === "number" || content.kind === "text";
  if (!isAmount) return mismatch(question, content);
  const read = readWhole(String(content.value).trim(), source.numbers);
  if (read.fault) {
    return read.wantsForm ? numberFault(read, source) : mismatch(question, content);
  }
  const money = parseMoney(read.number);
  return money === undefined ? mismatch(question, content) : { value: { money } };
}

const normalised = (text: string): string => text.trim().toLowerCase();

/** The preferred name of an option: its text in a workbook, whose lists offer it; its key in a table. */
export type OptionNames = "text" | "key";

/**
 * The key of the option that a text names, by the option's text in either language or by its key. One
 * option's key may be another's text, for example `1` as the key of "none"; then `first` decides.
 */
function optionKey({ options }: Question, text: string, first: OptionNames): string | undefined {
  const named = normalised(text);
  const byText = options.filter((option) =>
    [option.text.indonesian, option.text.english].map(normalised).includes(named),
  );
  const byKey = options.find(({ key }) => normalised(key) === named);
  const byOneText = byText.length === 1 ? byText[0] : undefined;
  return (first === "text" ? (byOneText ?? byKey) : (byKey ?? byOneText))?.key;
}

function parsedOptions(question: Question, content: CellContent, first: OptionNames): ParsedCell {
  if (content.kind !== "text" && content.kind !== "number") return mismatch(question, content);
  const { text, fault } = shownText(content);
  if (fault) return { fault };
  const many = question.kind === QuestionKind.MULTI_CHOICE;
  // The text of an option may contain the separator.
  // No question has more options; one part more shows that the text names others.
  const most = question.options.length + 1;
  const isList = many && !optionKey(question, text, first);
  const names = isList ? [...textsIn(text)].slice(0, most) : [text].filter((name) => name.trim());
  const keys = names.map((name) => optionKey(question, name, first));
  const unknown = names.filter((_, at) => keys[at] === undefined).map((name) => name.trim());
  if (unknown.length > 0) {
    const shown = unknown.join(", ").slice(0, 100);
    return wrong(`is not one of its options: ${shown}`, `bukan salah satu pilihannya: ${shown}`);
  }
  return { value: many ? { choices: keys as string[] } : { choice: keys[0] ?? null } };
}

const yes = new Set(["yes", "ya", "true", "benar", "1"]);
const no = new Set(["no", "tidak", "false", "salah", "0"]);

function parsedBoolean(question: Question, content: CellContent): ParsedCell {
  if (content.kind === "boolean") return { value: { boolean: content.value } };
  const word = content.kind === "date" ? "" : normalised(String(content.value));
  if (yes.has(word)) return { value: { boolean: true } };
  return no.has(word) ? { value: { boolean: false } } : mismatch(question, content);
}

function parsedText(question: Question, content: CellContent): ParsedCell {
  if (content.kind === "date") return mismatch(question, content);
  const { text, fault } = shownText(content);
  if (fault) return { fault };
  if (text.length <= longestText) return { value: { text } };
  return wrong(`has more than ${longestText} characters`, `lebih dari ${longestText} karakter`);
}

/** The source of a cell: a workbook, or a table with its form of numbers, if it says one. */
export interface CellSource {
  options: OptionNames;
  /** Absent in a workbook, whose numbers are no texts. */
  numbers?: NumberForm | null;
}

/** The content of a cell as a value of the question's kind. The value itself is checked elsewhere. */
export function parsedAnswer(
  question: Question,
  content: CellContent,
  source: CellSource,
): ParsedCell {
  const problem = content.kind === "text" ? textProblem(content.value, "several") : undefined;
  if (problem) return { fault: problem };
  switch (question.kind) {
    case QuestionKind.PERCENT:
      return parsedPercent(content, source) ?? mismatch(question, content);
    case QuestionKind.SCALE:
    case QuestionKind.NUMBER:
      return parsedNumber(question, content, source);
    case QuestionKind.MONEY:
      return parsedMoney(question, content, source);
    case QuestionKind.CHOICE:
    case QuestionKind.MULTI_CHOICE:
      return parsedOptions(question, content, source.options);
    case QuestionKind.BOOLEAN:
      return parsedBoolean(question, content);
    case QuestionKind.TEXT:
      return parsedText(question, content);
  }
}
