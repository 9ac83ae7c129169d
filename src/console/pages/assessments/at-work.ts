import { createContext, use } from "react";
import type { AssessmentPageQuery } from "../../generated/graphql.js";
import type { AnswerSync, SavingState } from "./saving/answer-sync.js";

/** The assessment of the page. */
export type Assessment = NonNullable<AssessmentPageQuery["assessment"]>;

/** What the viewer may do with an assessment as it stands. */
export interface Rights {
  /** The university's assessors, while it is open. */
  answers: boolean;
  /** The reviewing organisation, while it is in review. */
  reviews: boolean;
  /** The coordinators of the programme's owner. */
  coordinates: boolean;
  /** The university's assessors, whatever its status. */
  assesses: boolean;
}

/** What a review says so far of questions, by their keys; not sent yet. */
export interface ReviewDraft {
  comments: ReadonlyMap<string, string>;
  comment: (question: string, text: string) => void;
  clear: () => void;
}

/** An assessment, the answers on their way, and what the viewer may do. */
export interface AtWork {
  assessment: Assessment;
  rights: Rights;
  sync: AnswerSync;
  saving: SavingState;
  review: ReviewDraft;
  /** Asks the hub again. */
  again: () => void;
}

export const AtWorkContext = createContext<AtWork | undefined>(undefined);

/** The assessment of the page. */
export function useAtWork(): AtWork {
  const atWork = use(AtWorkContext);
  if (!atWork) throw new Error("no assessment around this component");
  return atWork;
}
