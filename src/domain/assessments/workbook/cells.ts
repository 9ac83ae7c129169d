import type { Language } from "../../../platform/errors.js";
import {
  type CellRule,
  cellText,
  csvForms,
  joinedTexts,
  longestNumber,
  textFormat,
} from "../../../platform/tables/index.js";
import type { AnswerValue } from "../answers/answer-values.js";
import { QuestionKind } from "../enums.js";
import type { Question } from "../instruments/instrument-parts.js";
import { expectedAnswer, listedName, optionName, yesNo } from "./words.js";

// The cells of answers as the hub writes them. Cells of words, choices and percentages are cells of text: a
// spreadsheet keeps what is typed into them, where it would make 0.615 of `61.5%`, a date of `1/2`, and
// zeros of the last digits of a long number (ADR 0043).

/** The largest length of a TEXT answer, as in the API. */
export const longestText = 5000;
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
      return { kind: "decimal", ...bounds, message };
    case QuestionKind.PERCENT:
      return { kind: "percent", ...bounds, message };
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

/** The number formats of the cells of answers, by the kind of their questions. */
export const answerFormats: Readonly<Record<QuestionKind, string | undefined>> = {
  SCALE: "0",
  NUMBER: undefined,
  PERCENT: textFormat,
  // With separators of thousands, so that a sum that a spreadsheet understood otherwise is seen.
  MONEY: "#,##0",
  CHOICE: textFormat,
  MULTI_CHOICE: textFormat,
  BOOLEAN: textFormat,
  TEXT: textFormat,
};

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
  if (money !== null) return money.length > longestNumber ? money : Number(money);
  if (percent !== null) return cellText(percent, csvForms[language].decimal);
  return scale ?? value ?? text;
}
