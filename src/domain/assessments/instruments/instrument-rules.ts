import { type Fault, type Text } from "../../../platform/errors.js";
import { type HeldText, heldOf, storedText, type TranslatedTextInput } from "../../common/index.js";
import { QuestionKind } from "../enums.js";
import type { DimensionInput, InstrumentSectionInput, QuestionInput } from "./instrument-inputs.js";
import type {
  Dimension,
  InstrumentSection,
  Question,
  QuestionCondition,
  QuestionOption,
} from "./instrument-parts.js";

// The rules of a valid questionnaire. All faults are reported at once, each at the path of its part.

const withOptions: readonly QuestionKind[] = [QuestionKind.CHOICE, QuestionKind.MULTI_CHOICE];
const withNumbers: readonly QuestionKind[] = [
  QuestionKind.SCALE,
  QuestionKind.NUMBER,
  QuestionKind.PERCENT,
  QuestionKind.MONEY,
];

const whole: readonly QuestionKind[] = [QuestionKind.SCALE, QuestionKind.MONEY];

/** The smallest and the largest answer of a question that names none. */
export const usualRange: Partial<Record<QuestionKind, [number, number]>> = {
  SCALE: [1, 5],
  PERCENT: [0, 100],
};

/** A text as the structure stores it. */
const structuredText = (input: TranslatedTextInput, path: string): HeldText =>
  heldOf(storedText(input, path));

function storedOptions(input: QuestionInput, path: string): QuestionOption[] {
  return (input.options ?? []).map(({ key, text, score }, at) => ({
    key,
    text: structuredText(text, `${path}.options.${at}.text`),
    score: score ?? null,
  }));
}

function storedCondition({ condition }: QuestionInput): QuestionCondition | null {
  if (!condition) return null;
  const { question, anyOf, minimum, maximum } = condition;
  return { question, anyOf: anyOf ?? [], minimum: minimum ?? null, maximum: maximum ?? null };
}

function storedQuestion(input: QuestionInput, path: string): Question {
  const { key, kind, text, help, required, minimum, maximum, dimension, weight, reversed } = input;
  const [least, most] = usualRange[kind] ?? [null, null];
  return {
    key,
    kind,
    text: structuredText(text, `${path}.text`),
    help: help ? structuredText(help, `${path}.help`) : null,
    required: required ?? true,
    minimum: minimum ?? least,
    maximum: maximum ?? most,
    options: storedOptions(input, path),
    condition: storedCondition(input),
    dimension: dimension ?? null,
    weight: dimension ? (weight ?? 1) : null,
    reversed: reversed ?? false,
  };
}

/** The dimensions as they are stored. */
export const storedDimensions = (inputs: readonly DimensionInput[]): Dimension[] =>
  inputs.map(({ key, title }, at) => ({
    key,
    title: structuredText(title, `input.dimensions.${at}.title`),
  }));

/** The sections as they are stored. */
export const storedSections = (inputs: readonly InstrumentSectionInput[]): InstrumentSection[] =>
  inputs.map(({ key, title, questions }, at) => ({
    key,
    title: structuredText(title, `input.sections.${at}.title`),
    questions: questions.map((question, number) =>
      storedQuestion(question, `input.sections.${at}.questions.${number}`),
    ),
  }));

const mostQuestions = 500;

/** The largest bound of a scale, because its answers are GraphQL's whole numbers. */
const largestStep = 2 ** 31 - 1;

/** The largest bound of a number: with larger ones the width of a range would not be exact. */
const largestBound = 1e15;

/** The check of an instrument, part by part in order, with the keys and questions seen so far. */
class InstrumentCheck {
  readonly faults: Fault[] = [];
  readonly earlier = new Map<string, Question>();
  private readonly dimensions: Set<string>;

  constructor(dimensions: readonly Dimension[]) {
    this.dimensions = new Set(dimensions.map(({ key }) => key));
    this.once(dimensions, "input.dimensions");
  }

  fault(path: string, en: string, id: string): void {
    const message: Text = { en, id };
    this.faults.push({ path, message });
  }

  /** Checks that each key occurs once among its siblings. */
  once(parts: readonly { key: string }[], path: string): void {
    const seen = new Set<string>();
    for (const [at, { key }] of parts.entries()) {
      if (seen.has(key)) this.fault(`${path}.${at}.key`, "is used twice", "dipakai dua kali");
      seen.add(key);
    }
  }

  question(question: Question, path: string): void {
    if (this.earlier.has(question.key)) {
      this.fault(`${path}.key`, "is used twice", "dipakai dua kali");
    }
    this.range(question, path);
    this.options(question, path);
    this.condition(question.condition, `${path}.condition`);
    if (question.dimension !== null) this.scored(question, path);
    this.reversal(question, path);
    this.earlier.set(question.key, question);
  }

  private range({ kind, minimum, maximum }: Question, path: string): void {
    const ends = [minimum, maximum].filter((end) => end !== null);
    const fault = (en: string, id: string) => this.fault(`${path}.minimum`, en, id);
    if (!withNumbers.includes(kind)) {
      if (ends.length > 0) fault(`is not for ${kind}`, `bukan untuk ${kind}`);
      return;
    }
    if (minimum !== null && maximum !== null && minimum >= maximum) {
      fault("must be less than the maximum", "harus kurang dari maksimum");
    }
    if (ends.some((end) => Math.abs(end) > largestBound)) {
      fault("must lie within 15 digits", "harus dalam 15 angka");
    }
    if (kind === QuestionKind.PERCENT && ends.some((end) => end < 0 || end > 100)) {
      fault("must lie from 0 to 100", "harus di antara 0 dan 100");
    }
    if (whole.includes(kind) && !ends.every(Number.isSafeInteger)) {
      fault("must be whole numbers", "harus bilangan bulat");
    }
    if (kind === QuestionKind.SCALE) this.scale(ends, path);
  }

  private scale(ends: readonly number[], path: string): void {
    const fault = (en: string, id: string) => this.fault(`${path}.minimum`, en, id);
    if (Math.max(...ends) - Math.min(...ends) > 100) {
      fault("a scale has at most 101 steps", "skala paling banyak 101 langkah");
    }
    if (ends.some((end) => Math.abs(end) > largestStep)) {
      fault("a scale lies within 32 bits", "skala harus dalam 32 bit");
    }
  }

  private options({ kind, options }: Question, path: string): void {
    this.once(options, `${path}.options`);
    if (withOptions.includes(kind) && options.length < 2) {
      this.fault(`${path}.options`, "needs at least 2", "memerlukan sedikitnya 2");
    }
    if (!withOptions.includes(kind) && options.length > 0) {
      this.fault(`${path}.options`, `is not for ${kind}`, `bukan untuk ${kind}`);
    }
  }

  private condition(condition: QuestionCondition | null, path: string): void {
    if (!condition) return;
    const { question, anyOf, minimum, maximum } = condition;
    const earlier = this.earlier.get(question);
    if (!earlier) {
      this.fault(
        `${path}.question`,
        "must be the key of an earlier question",
        "harus kunci pertanyaan sebelumnya",
      );
      return;
    }
    if (withNumbers.includes(earlier.kind)) {
      const holdsNever = minimum !== null && maximum !== null && minimum > maximum;
      if (anyOf.length > 0 || holdsNever || (minimum === null && maximum === null)) {
        this.fault(path, "give a range for a number", "berikan rentang untuk angka");
      }
      return;
    }
    const keys =
      earlier.kind === QuestionKind.BOOLEAN
        ? ["true", "false"]
        : earlier.options.map(({ key }) => key);
    const known = anyOf.length > 0 && anyOf.every((key) => keys.includes(key));
    if (!known || minimum !== null || maximum !== null) {
      const among = keys.join(", ") || "-";
      this.fault(`${path}.anyOf`, `must be among: ${among}`, `harus di antara: ${among}`);
    }
  }

  /** Checks that only the score of a number or a BOOLEAN is reversed. */
  private reversal({ reversed, dimension, kind }: Question, path: string): void {
    if (!reversed) return;
    const fault = (en: string, id: string) => this.fault(`${path}.reversed`, en, id);
    if (withOptions.includes(kind)) fault(`is not for ${kind}`, `bukan untuk ${kind}`);
    else if (dimension === null)
      fault("is only for questions with a dimension", "hanya untuk pertanyaan dengan dimensi");
  }

  private scored(question: Question, path: string): void {
    const { dimension, kind, options, minimum, maximum } = question;
    if (!this.dimensions.has(dimension ?? "")) {
      this.fault(
        `${path}.dimension`,
        "is not a dimension of this instrument",
        "bukan dimensi instrumen ini",
      );
    }
    if (kind === QuestionKind.TEXT) {
      this.fault(
        `${path}.dimension`,
        "a TEXT question has no score",
        "pertanyaan TEXT tidak diberi skor",
      );
    }
    if (withNumbers.includes(kind) && (minimum === null || maximum === null)) {
      this.fault(`${path}.minimum`, "a scored number needs a range", "angka berskor perlu rentang");
    }
    for (const [at, { score }] of options.entries()) {
      if (score === null) {
        const where = `${path}.options.${at}.score`;
        this.fault(where, "is needed for a scored question", "diperlukan untuk pertanyaan berskor");
      }
    }
  }
}

/** All faults of a questionnaire; empty when it is valid. */
export function instrumentFaults(
  dimensions: readonly Dimension[],
  sections: readonly InstrumentSection[],
): Fault[] {
  const check = new InstrumentCheck(dimensions);
  check.once(sections, "input.sections");
  for (const [at, { questions }] of sections.entries()) {
    for (const [number, question] of questions.entries()) {
      check.question(question, `input.sections.${at}.questions.${number}`);
    }
  }
  if (check.earlier.size > mostQuestions) {
    check.fault(
      "input.sections",
      `has more than ${mostQuestions} questions`,
      `lebih dari ${mostQuestions} pertanyaan`,
    );
  }
  return check.faults;
}
