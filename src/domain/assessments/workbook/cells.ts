import type { Language, Text } from "../../../platform/errors.js";
import { parseMoney } from "../../../platform/scalars.js";
import {
  type CellContent,
  type CellRule,
  joinedTexts,
  textsIn,
} from "../../../platform/tables/index.js";
import type { AnswerInput } from "../answers/answer-inputs.js";
import type { AnswerValue } from "../answers/answer-values.js";
import { QuestionKind } from "../enums.js";
import type { Question } from "../instruments/instrument-parts.js";
import { expectedAnswer, listedName, optionName, yesNo } from "./words.js";

// The conversion between answers and cells.

/** The largest length of a TEXT answer, as in the API. */
const longestText = 5000;
const largestWhole = Number.MAX_SAFE_INTEGER;

/** The rule by which a spreadsheet checks a question's cell. */
export function ruleFor(question: Question, language: Language): CellRule | undefined {
  const { kind, options } = question;
  const message = expectedAnswer(question)[language];
  const bounds = {
    min: question.minimum ?? (kind === QuestionKind.MONEY ? 0 : -largestWhole),
    max: question.maximum ?? largestWhole,
  };
  switch (kind) {
    case QuestionKind.SCALE:
      return { kind: "whole", ...bounds, message };
    case QuestionKind.MONEY:
      // As decimals, because a spreadsheet's whole numbers are too small for large sums.
      return { kind: "decimal", ...bounds, message };
    case QuestionKind.NUMBER:
    case QuestionKind.PERCENT:
      return { kind: "decimal", ...bounds, message };
    case QuestionKind.CHOICE:
      return {
        kind: "list",
        options: options.map((option) => optionName(options, option, language)),
        message,
      };
    case QuestionKind.BOOLEAN:
      return { kind: "list", options: yesNo[language], message };
    case QuestionKind.TEXT:
      return { kind: "length", max: longestText, message };
    default:
      return undefined;
  }
}

/** The content of the cell for an answer; null without an answer. */
export function shownAnswer(
  { options }: Question,
  answer: AnswerValue | undefined,
  language: Language,
): string | number | null {
  if (!answer) return null;
  const { scale, value, percent, money, choice, choices, boolean, text } = answer;
  const nameOf = (key: string, name = optionName) => {
    const option = options.find((candidate) => candidate.key === key);
    return option ? name(options, option, language) : key;
  };
  if (choice !== null) return nameOf(choice);
  if (choices !== null) {
    return joinedTexts(choices.map((key) => nameOf(key, listedName)));
  }
  if (boolean !== null) return yesNo[language][boolean ? 0 : 1];
  if (money !== null) return Number.isSafeInteger(Number(money)) ? Number(money) : money;
  return scale ?? value ?? percent ?? text;
}

/** The part of an input that a cell gives, or the fault of the cell. */
export type ParsedCell = { value: Omit<AnswerInput, "question"> } | { fault: Text };

const wrong = (en: string, id: string): ParsedCell => ({ fault: { en, id } });

const contentNames: Partial<Record<CellContent["kind"], Text>> = {
  date: { en: "holds a date", id: "berisi tanggal" },
  boolean: { en: "holds true or false", id: "berisi benar atau salah" },
};

/** The fault of a cell whose type does not match the question's kind. */
function mismatch(question: Question, { kind }: CellContent): ParsedCell {
  const { en, id } = expectedAnswer(question);
  const holds = contentNames[kind] ?? { en: "does not fit", id: "tidak sesuai" };
  return wrong(`${holds.en}; it takes: ${en}`, `${holds.id}; yang diminta: ${id}`);
}

/** The number in a cell, also if it was typed as a text, with a point or a comma before the decimals. */
function numberIn(content: CellContent): number | undefined {
  if (content.kind === "number") return content.value;
  if (content.kind !== "text") return undefined;
  const text = content.value.trim().replace(/^(-?\d+),(\d+)$/, "$1.$2");
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
}

function parsedNumber(question: Question, content: CellContent): ParsedCell {
  const number = numberIn(content);
  if (number === undefined) return mismatch(question, content);
  if (question.kind === QuestionKind.NUMBER) return { value: { number } };
  if (question.kind === QuestionKind.PERCENT) return { value: { percent: number } };
  return Number.isInteger(number) ? { value: { scale: number } } : mismatch(question, content);
}

function parsedMoney(question: Question, content: CellContent): ParsedCell {
  if (content.kind === "number" && !Number.isSafeInteger(content.value)) {
    return wrong(
      "must be whole rupiah; write sums above 9007199254740991 as a text",
      "harus rupiah bulat; tulis jumlah di atas 9007199254740991 sebagai teks",
    );
  }
  const isAmount = content.kind === "number" || content.kind === "text";
  const money = isAmount ? parseMoney(String(content.value).trim()) : undefined;
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
  const text = String(content.value);
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
  const text = String(content.value);
  if (text.length <= longestText) return { value: { text } };
  return wrong(`has more than ${longestText} characters`, `lebih dari ${longestText} karakter`);
}

/** The content of a cell as a value of the question's kind. The value itself is checked elsewhere. */
export function parsedAnswer(
  question: Question,
  content: CellContent,
  first: OptionNames,
): ParsedCell {
  switch (question.kind) {
    case QuestionKind.SCALE:
    case QuestionKind.NUMBER:
    case QuestionKind.PERCENT:
      return parsedNumber(question, content);
    case QuestionKind.MONEY:
      return parsedMoney(question, content);
    case QuestionKind.CHOICE:
    case QuestionKind.MULTI_CHOICE:
      return parsedOptions(question, content, first);
    case QuestionKind.BOOLEAN:
      return parsedBoolean(question, content);
    case QuestionKind.TEXT:
      return parsedText(question, content);
  }
}
