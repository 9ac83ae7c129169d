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

// The scores of answers. A question whose condition does not hold does not apply: it has no score and is not
// missing, even if it was answered before.

/** The parts of an instrument that scoring uses. */
export interface ScoredInstrument {
  formula: ScoreFormula;
  dimensionDetails: readonly Dimension[];
  sections: readonly InstrumentSection[];
}

/** The answers by their questions' keys. */
export type Answers = ReadonlyMap<string, AnswerValue>;

/** The values that the hub computes from an assessment's answers. */
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

/** The questions that apply: those without a condition, and those whose condition holds. */
function applicableQuestions(sections: readonly InstrumentSection[], answers: Answers): Question[] {
  const applicable = new Set<string>();
  return questionsOf(sections).filter(({ key, condition }) => {
    const earlier = condition ? answers.get(condition.question) : undefined;
    // A question that depends on one that does not apply does not apply either.
    const applies =
      !condition ||
      (earlier !== undefined && applicable.has(condition.question) && holds(condition, earlier));
    if (applies) applicable.add(key);
    return applies;
  });
}

/** An answer's score, 0 to 100; undefined when its question has no score. */
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
  // Rounded, to remove errors of binary fractions: 55.5 of 100 is 55.5.
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
  // A score of 0 has no logarithm; in the limit the mean is 0.
  return rounded(parts.some(({ score }) => score === 0) ? 0 : Math.exp(mean(Math.log)));
}

function missingOf(applicable: readonly Question[], answers: Answers): MissingAnswer[] {
  return applicable
    .filter(({ required, key }) => required && !answers.has(key))
    .map(({ key, condition }) => ({
      question: key,
      reason: condition ? MissingReason.REQUIRED_BY_CONDITION : MissingReason.REQUIRED,
    }));
}

/** The scores, completeness and missing answers that follow from the answers. */
export function standingOf(instrument: ScoredInstrument, answers: Answers): Standing {
  const applicable = applicableQuestions(instrument.sections, answers);
  const answerScores = new Map<string, number>();
  const parts = new Map<string, Weighed[]>();
  for (const question of applicable) {
    const answer = answers.get(question.key);
    const score = answer && scoreOf(question, answer);
    if (score === undefined || question.dimension === null) continue;
    answerScores.set(question.key, score);
    const siblings = parts.get(question.dimension) ?? [];
    parts.set(question.dimension, [...siblings, { score, weight: question.weight ?? 1 }]);
  }
  const missing = missingOf(applicable, answers);
  const required = applicable.filter((question) => question.required).length;
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
