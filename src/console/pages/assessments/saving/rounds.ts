import type {
  AnswerAssessmentInput,
  AssessmentAnswersFragment,
} from "../../../generated/graphql.js";
import type { Fault } from "../../../graph/faults.js";
import type { Draft } from "./device.js";

/** What the hub has: the version that a change names, and the answers. */
export type Standing = Pick<AssessmentAnswersFragment, "version" | "answers" | "completeness">;

const given = (batch: readonly Draft[]): Draft[] => batch.filter(({ content }) => content !== null);
const removed = (batch: readonly Draft[]): Draft[] =>
  batch.filter(({ content }) => content === null);

/** What a batch of drafts says to the hub. */
export const inputOf = (
  id: string,
  expectedVersion: number,
  batch: readonly Draft[],
): AnswerAssessmentInput => ({
  id,
  expectedVersion,
  answers: given(batch).map(({ question, content }) => {
    const { raw: _, ...said } = content ?? {};
    return { ...said, question };
  }),
  clear: removed(batch).map(({ question }) => question),
});

/** Which drafts of a batch the hub refuses and why, by their ids; none where the fault is not about them. */
export function faultsOfDrafts(fault: Fault, batch: readonly Draft[]): [id: string, why: string][] {
  if (fault.code !== "BAD_USER_INPUT") return [];
  const lists: Record<string, Draft[]> = { answers: given(batch), clear: removed(batch) };
  const found = fault.fields.flatMap(({ path, message }): [string, string][] => {
    const [list = "", at = ""] = path.split(".");
    const draft = lists[list]?.[Number(at)];
    return draft ? [[draft.id, message]] : [];
  });
  return found.length > 0 ? found : batch.map(({ id }) => [id, fault.message]);
}
