import type { Content, Question } from "./content.js";

/** The parts of a section that conditions need. */
interface Section {
  questions: readonly Question[];
}

const numberIn = ({ scale, number, percent, money }: Content): number | null =>
  scale ?? number ?? percent ?? (money ? Number(money) : null);

const wordsIn = ({ choice, choices, boolean }: Content): string[] => {
  if (choice) return [choice];
  return choices ?? (typeof boolean === "boolean" ? [String(boolean)] : []);
};

function holds(condition: NonNullable<Question["condition"]>, answer: Content): boolean {
  const { anyOf, minimum, maximum } = condition;
  if (anyOf.length > 0) return wordsIn(answer).some((word) => anyOf.includes(word));
  const given = numberIn(answer);
  if (given === null) return false;
  return given >= (minimum ?? -Infinity) && given <= (maximum ?? Infinity);
}

/**
 * The keys of the questions that apply, by the rule of docs/reference/universities/answering.md: the hub
 * computes it from the answers that it has, a page also from those that it has not sent yet.
 */
export function applicable(
  sections: readonly Section[],
  answerOf: (question: string) => Content | null,
): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const { key, condition } of sections.flatMap(({ questions }) => questions)) {
    const earlier = condition ? answerOf(condition.question) : null;
    if (!condition || (earlier && keys.has(condition.question) && holds(condition, earlier))) {
      keys.add(key);
    }
  }
  return keys;
}
