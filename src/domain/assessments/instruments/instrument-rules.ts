import { type Fault, type Text } from "../../../platform/errors.js";
import { storedText, type TranslatedText, type TranslatedTextInput } from "../../common/index.js";
import { QuestionKind } from "../enums.js";
import type { DimensionInput, InstrumentSectionInput, QuestionInput } from "./instrument-inputs.js";
import type {
  Dimension,
  InstrumentSection,
  Question,
  QuestionCondition,
  QuestionOption,
} from "./instrument-parts.js";

// The rules of a sound questionnaire. Every fault is named at once, at the path of its part.

const withOptions: readonly QuestionKind[] = [QuestionKind.CHOICE, QuestionKind.MULTI_CHOICE];
const withNumbers: readonly QuestionKind[] = [
  QuestionKind.SCALE,
  QuestionKind.NUMBER,
  QuestionKind.PERCENT,
  QuestionKind.MONEY,
];

const whole: readonly QuestionKind[] = [QuestionKind.SCALE, QuestionKind.MONEY];

const usualRange: Partial<Record<QuestionKind, [number, number]>> = {
  SCALE: [1, 5],
  PERCENT: [0, 100],
};

/** A text as the structure keeps it: as the API shows it, in jsonb's order of keys. */
function keptText(input: TranslatedTextInput, path: string): TranslatedText {
  const { id, en } = storedText(input, path);
  const missing = [...(id ? [] : ["ID"]), ...(en ? [] : ["EN"])];
  return { en: en ?? id, id: id ?? en, missing } as TranslatedText;
}

function keptOptions(input: QuestionInput, path: string): QuestionOption[] {
  return (input.options ?? []).map(({ key, text, score }, at) => ({
    key,
    text: keptText(text, `${path}.options.${at}.text`),
    score: score ?? null,
  }));
}

function keptCondition({ condition }: QuestionInput): QuestionCondition | null {
  if (!condition) return null;
  const { question, anyOf, minimum, maximum } = condition;
  return { question, anyOf: anyOf ?? [], minimum: minimum ?? null, maximum: maximum ?? null };
}

function keptQuestion(input: QuestionInput, path: string): Question {
  const { key, kind, text, help, required, minimum, maximum, dimension, weight, reversed } = input;
  const [least, most] = usualRange[kind] ?? [null, null];
  return {
    key,
    kind,
    text: keptText(text, `${path}.text`),
    help: help ? keptText(help, `${path}.help`) : null,
    required: required ?? true,
    minimum: minimum ?? least,
    maximum: maximum ?? most,
    options: keptOptions(input, path),
    condition: keptCondition(input),
    dimension: dimension ?? null,
    weight: dimension ? (weight ?? 1) : null,
    reversed: reversed ?? false,
  };
}

/** The dimensions as they are stored. */
export const keptDimensions = (inputs: readonly DimensionInput[]): Dimension[] =>
  inputs.map(({ key, title }, at) => ({
    key,
    title: keptText(title, `input.dimensions.${at}.title`),
  }));

/** The sections as they are stored. */
export const keptSections = (inputs: readonly InstrumentSectionInput[]): InstrumentSection[] =>
  inputs.map(({ key, title, questions }, at) => ({
    key,
    title: keptText(title, `input.sections.${at}.title`),
    questions: questions.map((question, number) =>
      keptQuestion(question, `input.sections.${at}.questions.${number}`),
    ),
  }));

const mostQuestions = 500;

/** The furthest end of a scale, whose answers are GraphQL's whole numbers. */
const furthestStep = 2 ** 31 - 1;

/** Beyond it a range's width would not be exact, or no number at all. */
const furthest = 1e15;

/** The keys and questions seen so far, against which the parts of an instrument are checked. */
class Walk {
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

  /** Keys that occur once among their siblings. */
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
    this.turned(question, path);
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
    if (ends.some((end) => Math.abs(end) > furthest)) {
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
    if (ends.some((end) => Math.abs(end) > furthestStep)) {
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
    const asked = this.earlier.get(question);
    if (!asked) {
      this.fault(
        `${path}.question`,
        "must be the key of an earlier question",
        "harus kunci pertanyaan sebelumnya",
      );
      return;
    }
    if (withNumbers.includes(asked.kind)) {
      const holdsNever = minimum !== null && maximum !== null && minimum > maximum;
      if (anyOf.length > 0 || holdsNever || (minimum === null && maximum === null)) {
        this.fault(path, "give a range for a number", "berikan rentang untuk angka");
      }
      return;
    }
    const keys =
      asked.kind === QuestionKind.BOOLEAN ? ["true", "false"] : asked.options.map(({ key }) => key);
    const known = anyOf.length > 0 && anyOf.every((key) => keys.includes(key));
    if (!known || minimum !== null || maximum !== null) {
      const among = keys.join(", ") || "-";
      this.fault(`${path}.anyOf`, `must be among: ${among}`, `harus di antara: ${among}`);
    }
  }

  /** Turned round is the score of a number or of yes and no. */
  private turned({ reversed, dimension, kind }: Question, path: string): void {
    if (!reversed) return;
    const fault = (en: string, id: string) => this.fault(`${path}.reversed`, en, id);
    if (withOptions.includes(kind)) fault(`is not for ${kind}`, `bukan untuk ${kind}`);
    else if (dimension === null) fault("is for what is scored", "hanya untuk yang diberi skor");
  }

  private scored(question: Question, path: string): void {
    const { dimension, kind, options, minimum, maximum } = question;
    if (!this.dimensions.has(dimension ?? "")) {
      this.fault(`${path}.dimension`, "is no dimension of it", "bukan dimensinya");
    }
    if (kind === QuestionKind.TEXT) {
      this.fault(`${path}.dimension`, "words are not scored", "uraian tidak diberi skor");
    }
    if (withNumbers.includes(kind) && (minimum === null || maximum === null)) {
      this.fault(`${path}.minimum`, "a scored number needs a range", "angka berskor perlu rentang");
    }
    for (const [at, { score }] of options.entries()) {
      if (score === null) {
        const where = `${path}.options.${at}.score`;
        this.fault(where, "is needed where scored", "diperlukan bila diberi skor");
      }
    }
  }
}

/** Everything that is wrong with a questionnaire; empty when it can be used. */
export function instrumentFaults(
  dimensions: readonly Dimension[],
  sections: readonly InstrumentSection[],
): Fault[] {
  const walk = new Walk(dimensions);
  walk.once(sections, "input.sections");
  for (const [at, { questions }] of sections.entries()) {
    for (const [number, question] of questions.entries()) {
      walk.question(question, `input.sections.${at}.questions.${number}`);
    }
  }
  if (walk.earlier.size > mostQuestions) {
    walk.fault(
      "input.sections",
      `has more than ${mostQuestions} questions`,
      `lebih dari ${mostQuestions} pertanyaan`,
    );
  }
  return walk.faults;
}
