import type { Language, Text } from "../../../platform/errors.js";
import { parseMoney } from "../../../platform/scalars.js";
import type { CellContent, CellRule } from "../../../platform/tables/index.js";
import type { AnswerInput } from "../answers/answer-inputs.js";
import type { AnswerValue } from "../answers/answer-values.js";
import { QuestionKind } from "../enums.js";
import type { Question } from "../instruments/instrument-parts.js";
import { listedName, optionName, optionSeparator, takes, yesNo } from "./words.js";

// Between an answer and the cell that holds it.

/** The most characters of an answer in words, as the API takes them. */
const longestText = 5000;
const largestWhole = Number.MAX_SAFE_INTEGER;

/** What a spreadsheet lets people write into a question's cell. */
export function ruleFor(question: Question, language: Language): CellRule | undefined {
  const { kind, options } = question;
  const message = takes(question)[language];
  const bounds = {
    min: question.minimum ?? (kind === QuestionKind.MONEY ? 0 : -largestWhole),
    max: question.maximum ?? largestWhole,
  };
  switch (kind) {
    case QuestionKind.SCALE:
      return { kind: "whole", ...bounds, message };
    case QuestionKind.MONEY:
      // As decimals: a spreadsheet's whole numbers end before large sums do.
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

/** What a cell shows of an answer; null for none. */
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
    return choices.map((key) => nameOf(key, listedName)).join(`${optionSeparator} `);
  }
  if (boolean !== null) return yesNo[language][boolean ? 0 : 1];
  if (money !== null) return Number.isSafeInteger(Number(money)) ? Number(money) : money;
  return scale ?? value ?? percent ?? text;
}

/** The part of an input that a cell gives, or what is wrong with the cell. */
export type Taken = { value: Omit<AnswerInput, "question"> } | { fault: Text };

const wrong = (en: string, id: string): Taken => ({ fault: { en, id } });

const found: Partial<Record<CellContent["kind"], Text>> = {
  date: { en: "holds a date", id: "berisi tanggal" },
  boolean: { en: "holds true or false", id: "berisi benar atau salah" },
};

/** That the cell holds another sort of thing than the question takes. */
function mismatch(question: Question, { kind }: CellContent): Taken {
  const { en, id } = takes(question);
  const holds = found[kind] ?? { en: "does not fit", id: "tidak sesuai" };
  return wrong(`${holds.en}; it takes: ${en}`, `${holds.id}; yang diminta: ${id}`);
}

/** A number that somebody typed as a text, with a point or a comma for the decimals. */
function numberIn(content: CellContent): number | undefined {
  if (content.kind === "number") return content.value;
  if (content.kind !== "text") return undefined;
  const text = content.value.trim().replace(/^(-?\d+),(\d+)$/, "$1.$2");
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
}

function takenNumber(question: Question, content: CellContent): Taken {
  const number = numberIn(content);
  if (number === undefined) return mismatch(question, content);
  if (question.kind === QuestionKind.NUMBER) return { value: { number } };
  if (question.kind === QuestionKind.PERCENT) return { value: { percent: number } };
  return Number.isInteger(number) ? { value: { scale: number } } : mismatch(question, content);
}

function takenMoney(question: Question, content: CellContent): Taken {
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

const folded = (text: string): string => text.trim().toLowerCase();

/** What names an option first: its text in a workbook, whose lists offer it, its key in a table. */
export type OptionNames = "text" | "key";

/**
 * The option that a text names: by its text in either language, or by its key. One option's key may be
 * another's text, as where `1` is the key of "none": then what comes `first` counts.
 */
function optionKey({ options }: Question, text: string, first: OptionNames): string | undefined {
  const named = folded(text);
  const byText = options.filter((option) =>
    [option.text.id, option.text.en].map(folded).includes(named),
  );
  const byKey = options.find(({ key }) => folded(key) === named);
  const byOneText = byText.length === 1 ? byText[0] : undefined;
  return (first === "text" ? (byOneText ?? byKey) : (byKey ?? byOneText))?.key;
}

function takenOptions(question: Question, content: CellContent, first: OptionNames): Taken {
  if (content.kind !== "text" && content.kind !== "number") return mismatch(question, content);
  const text = String(content.value);
  const many = question.kind === QuestionKind.MULTI_CHOICE;
  // A text of an option may hold the separator itself.
  const parts = many && !optionKey(question, text, first) ? text.split(optionSeparator) : [text];
  const names = parts.filter((part) => part.trim() !== "");
  const keys = names.map((name) => optionKey(question, name, first));
  const unknown = names.filter((_, at) => keys[at] === undefined).map((name) => name.trim());
  if (unknown.length > 0) {
    const shown = unknown.join(", ").slice(0, 100);
    return wrong(`is none of its options: ${shown}`, `bukan salah satu pilihannya: ${shown}`);
  }
  return { value: many ? { choices: keys as string[] } : { choice: keys[0] ?? null } };
}

const yes = new Set(["yes", "ya", "true", "benar", "1"]);
const no = new Set(["no", "tidak", "false", "salah", "0"]);

function takenBoolean(question: Question, content: CellContent): Taken {
  if (content.kind === "boolean") return { value: { boolean: content.value } };
  const word = content.kind === "date" ? "" : folded(String(content.value));
  if (yes.has(word)) return { value: { boolean: true } };
  return no.has(word) ? { value: { boolean: false } } : mismatch(question, content);
}

function takenText(question: Question, content: CellContent): Taken {
  if (content.kind === "date") return mismatch(question, content);
  const text = String(content.value);
  if (text.length <= longestText) return { value: { text } };
  return wrong(`has more than ${longestText} characters`, `lebih dari ${longestText} karakter`);
}

/** What a cell gives for its question: a value of the question's kind, which is not checked further. */
export function takenAnswer(question: Question, content: CellContent, first: OptionNames): Taken {
  switch (question.kind) {
    case QuestionKind.SCALE:
    case QuestionKind.NUMBER:
    case QuestionKind.PERCENT:
      return takenNumber(question, content);
    case QuestionKind.MONEY:
      return takenMoney(question, content);
    case QuestionKind.CHOICE:
    case QuestionKind.MULTI_CHOICE:
      return takenOptions(question, content, first);
    case QuestionKind.BOOLEAN:
      return takenBoolean(question, content);
    case QuestionKind.TEXT:
      return takenText(question, content);
  }
}
