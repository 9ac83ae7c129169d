import type { DimensionScore, MissingAnswer } from "../assessment.js";
import { MissingReason, QuestionKind, ScoreFormula } from "../enums.js";
import {
  type Dimension,
  type InstrumentSection,
  type Question,
  type QuestionCondition,
  questionsOf,
} from "../instruments/instrument-parts.js";
import type { AnswerValue } from "./answer-values.js";

// How answers become scores. What is not asked, because its condition does not hold, neither counts
// nor is missing, even where it was answered before.

/** What scoring needs of an instrument. */
export interface ScoredInstrument {
  formula: ScoreFormula;
  dimensionDetails: readonly Dimension[];
  sections: readonly InstrumentSection[];
}

/** The answers by their questions' keys. */
export type Answers = ReadonlyMap<string, AnswerValue>;

/** What the hub works out of an assessment's answers. */
export interface Standing {
  /** The score of each answer that counts in a dimension, by its question's key. */
  answerScores: Map<string, number>;
  scores: DimensionScore[];
  completeness: number;
  missing: MissingAnswer[];
}

const numberOf = ({ scale, value, percent, money }: AnswerValue): number | null =>
  scale ?? value ?? percent ?? (money === null ? null : Number(money));

const wordsOf = ({ choice, choices, boolean }: AnswerValue): string[] => {
  if (choice !== null) return [choice];
  return choices ?? (boolean === null ? [] : [String(boolean)]);
};

function holds({ anyOf, minimum, maximum }: QuestionCondition, answer: AnswerValue): boolean {
  if (anyOf.length > 0) return wordsOf(answer).some((word) => anyOf.includes(word));
  const given = numberOf(answer);
  if (given === null) return false;
  return (minimum === null || given >= minimum) && (maximum === null || given <= maximum);
}

/** The questions that are asked: those without a condition, and those whose condition holds. */
function askedQuestions(sections: readonly InstrumentSection[], answers: Answers): Question[] {
  const asked = new Set<string>();
  return questionsOf(sections).filter(({ key, condition }) => {
    const earlier = condition ? answers.get(condition.question) : undefined;
    // What depends on a question that is not asked itself is not asked either.
    const isAsked =
      !condition ||
      (earlier !== undefined && asked.has(condition.question) && holds(condition, earlier));
    if (isAsked) asked.add(key);
    return isAsked;
  });
}

/** An answer's score, 0 to 100; undefined where its question is not scored. */
function scoreOf(question: Question, answer: AnswerValue): number | undefined {
  const { dimension, kind, options, minimum, maximum, reversed } = question;
  if (dimension === null || kind === QuestionKind.TEXT) return undefined;
  if (options.length > 0) {
    const chosen = options.filter(({ key }) => wordsOf(answer).includes(key));
    return Math.min(
      100,
      chosen.reduce((sum, { score }) => sum + (score ?? 0), 0),
    );
  }
  const [least, most] = kind === QuestionKind.BOOLEAN ? [0, 1] : [Number(minimum), Number(maximum)];
  const given = kind === QuestionKind.BOOLEAN ? Number(answer.boolean) : Number(numberOf(answer));
  const share = (given - least) / (most - least);
  // Without the traces of binary fractions: 55.5 of 100 is 55.5.
  return Number((100 * (reversed ? 1 - share : share)).toFixed(6));
}

interface Weighed {
  score: number;
  weight: number;
}

const rounded = (value: number): number => Math.round(value * 100) / 100;

function dimensionScore(formula: ScoreFormula, parts: readonly Weighed[]): number | null {
  if (parts.length === 0) return null;
  if (formula === ScoreFormula.MINIMUM)
    return rounded(Math.min(...parts.map(({ score }) => score)));
  const all = parts.reduce((sum, { weight }) => sum + weight, 0);
  const mean = (of: (score: number) => number): number =>
    parts.reduce((sum, { score, weight }) => sum + of(score) * weight, 0) / all;
  if (formula === ScoreFormula.WEIGHTED_MEAN) return rounded(mean((score) => score));
  // A score of 0 has no logarithm, and its limit is what it makes of the whole: 0.
  return rounded(parts.some(({ score }) => score === 0) ? 0 : Math.exp(mean(Math.log)));
}

function missingOf(asked: readonly Question[], answers: Answers): MissingAnswer[] {
  return asked
    .filter(({ required, key }) => required && !answers.has(key))
    .map(({ key, condition }) => ({
      question: key,
      reason: condition ? MissingReason.REQUIRED_BY_CONDITION : MissingReason.REQUIRED,
    }));
}

/** Scores, completeness and what is missing, as the answers stand. */
export function standingOf(instrument: ScoredInstrument, answers: Answers): Standing {
  const asked = askedQuestions(instrument.sections, answers);
  const answerScores = new Map<string, number>();
  const parts = new Map<string, Weighed[]>();
  for (const question of asked) {
    const answer = answers.get(question.key);
    const score = answer && scoreOf(question, answer);
    if (score === undefined || question.dimension === null) continue;
    answerScores.set(question.key, score);
    const siblings = parts.get(question.dimension) ?? [];
    parts.set(question.dimension, [...siblings, { score, weight: question.weight ?? 1 }]);
  }
  const missing = missingOf(asked, answers);
  const required = asked.filter((question) => question.required).length;
  return {
    answerScores,
    scores: instrument.dimensionDetails.map(({ key }) => ({
      dimension: key,
      value: dimensionScore(instrument.formula, parts.get(key) ?? []),
    })),
    completeness: required === 0 ? 100 : Math.floor((100 * (required - missing.length)) / required),
    missing,
  };
}
