import type {
  AnswerInput,
  AssessmentAnswerFragment,
  AssessmentQuestionFragment,
} from "../../../generated/graphql.js";

export type Question = AssessmentQuestionFragment;
export type HubAnswer = AssessmentAnswerFragment;

/** What an answer says, as the hub takes it; `raw` is what was typed where it is no value yet. */
export type Content = Omit<AnswerInput, "question"> & { raw?: string };

/** The field of an answer in which a question of each kind is answered. */
const fields = {
  ...{ SCALE: "scale", NUMBER: "number", PERCENT: "percent", MONEY: "money" },
  ...{ CHOICE: "choice", MULTI_CHOICE: "choices", BOOLEAN: "boolean", TEXT: "text" },
} as const satisfies Record<Question["kind"], keyof AnswerInput>;

export const fieldOf = ({ kind }: Question) => fields[kind];

/** What the hub's answer says, in the form in which it is sent. */
export function contentOf(answer: HubAnswer): Content {
  const { scale, value, percent, money, choice, choices, boolean, text, note } = answer;
  const given = { scale, number: value, percent, money, choice, choices, boolean, text, note };
  return Object.fromEntries(
    Object.entries(given).filter(([, said]) => said !== null && said !== undefined),
  );
}

/** True where nothing is said but a remark at most, which needs an answer. */
export const isEmpty = ({ note: _, ...said }: Content): boolean =>
  Object.values(said).every(
    (value) => value === null || value === undefined || value === "" || isEmptyList(value),
  );

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

/** True if both say the same; the order of choices and the spelling of a sum do not count. */
export const isSame = (one: Content | null, other: Content | null): boolean =>
  comparable(one) === comparable(other);

function comparable(content: Content | null): string {
  if (!content || isEmpty(content)) return "";
  const { money, choices, note, ...rest } = content;
  const sorted = Object.entries({
    ...rest,
    ...(note ? { note } : {}),
    ...(choices ? { choices: choices.toSorted() } : {}),
    ...(money ? { money: String(BigInt(money)) } : {}),
  }).toSorted(([a], [b]) => a.localeCompare(b));
  return JSON.stringify(sorted).normalize("NFC");
}
