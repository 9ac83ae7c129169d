import type { Fault } from "../../../platform/errors.js";
import { textProblem } from "../../../platform/texts.js";
import { QuestionKind } from "../enums.js";
import type { Question } from "../instruments/instrument-parts.js";
import type { AnswerInput } from "./answer-inputs.js";

/** The fields of an answer that hold its value; all but one are null. */
export interface AnswerValue {
  scale: number | null;
  value: number | null;
  percent: number | null;
  money: string | null;
  choice: string | null;
  choices: string[] | null;
  boolean: boolean | null;
  text: string | null;
}

/** The input's field for each kind of question. */
const fieldOfKind = {
  SCALE: "scale",
  NUMBER: "number",
  PERCENT: "percent",
  MONEY: "money",
  CHOICE: "choice",
  MULTI_CHOICE: "choices",
  BOOLEAN: "boolean",
  TEXT: "text",
} as const satisfies Record<QuestionKind, keyof AnswerInput>;

type ValueField = (typeof fieldOfKind)[QuestionKind];

const valueFields = Object.values(fieldOfKind);

const none: AnswerValue = {
  scale: null,
  value: null,
  percent: null,
  money: null,
  choice: null,
  choices: null,
  boolean: null,
  text: null,
};

type Checked = { value: AnswerValue; faults?: never } | { value?: never; faults: Fault[] };

const outside = (question: Question, given: number): [en: string, id: string] | undefined => {
  const { minimum, maximum } = question;
  // Tables and workbooks can contain more digits than a number has.
  if (!Number.isFinite(given)) return ["is too large a number", "terlalu besar sebagai angka"];
  const below = minimum !== null && given < minimum;
  const above = maximum !== null && given > maximum;
  if (!below && !above) return undefined;
  if (minimum !== null && maximum !== null) {
    return [`must be from ${minimum} to ${maximum}`, `harus dari ${minimum} sampai ${maximum}`];
  }
  return below
    ? [`must be ${minimum} or more`, `harus ${minimum} atau lebih`]
    : [`must be ${maximum} or less`, `harus ${maximum} atau kurang`];
};

function chosenFault(question: Question, given: readonly string[]): [string, string] | undefined {
  const keys = question.options.map(({ key }) => key);
  if (given.length === 0) return ["needs at least one", "memerlukan sedikitnya satu"];
  if (new Set(given).size < given.length)
    return ["contains an option twice", "memuat satu pilihan dua kali"];
  if (given.every((key) => keys.includes(key))) return undefined;
  return [`must be among: ${keys.join(", ")}`, `harus di antara: ${keys.join(", ")}`];
}

/** The fault of a value of the question's own kind; undefined when it is valid. */
function valueFault(question: Question, given: unknown): [string, string] | undefined {
  switch (question.kind) {
    case QuestionKind.SCALE:
    case QuestionKind.NUMBER:
    case QuestionKind.PERCENT:
    case QuestionKind.MONEY:
      return outside(question, Number(given));
    case QuestionKind.CHOICE:
      return chosenFault(question, [given as string]);
    case QuestionKind.MULTI_CHOICE:
      return chosenFault(question, given as string[]);
    case QuestionKind.TEXT:
      return textFault(String(given));
    default:
      return undefined;
  }
}

/** Tables and workbooks can contain characters that inputs refuse. */
function textFault(given: string): [string, string] | undefined {
  const problem = textProblem(given, "several");
  return problem && [problem.en, problem.id];
}

const isGiven = (input: AnswerInput, field: ValueField): boolean =>
  input[field] !== undefined && input[field] !== null;

/** The value that an input gives for its question, or its faults, at paths below `path`. */
export function answerValue(question: Question, input: AnswerInput, path: string): Checked {
  const own = fieldOfKind[question.kind];
  const fault = (field: string, en: string, id: string): Fault => ({
    path: `${path}.${field}`,
    message: { en, id },
  });
  const faults = valueFields
    .filter((field) => field !== own && isGiven(input, field))
    .map((field) =>
      fault(field, `${question.key} takes \`${own}\``, `${question.key} memakai \`${own}\``),
    );
  if (!isGiven(input, own)) faults.push(fault(own, "is needed", "diperlukan"));
  const wrong = isGiven(input, own) ? valueFault(question, input[own]) : undefined;
  if (wrong) faults.push(fault(own, ...wrong));
  if (faults.length > 0) return { faults };
  return { value: { ...none, [own === "number" ? "value" : own]: input[own] } };
}
