import type { Content, Question } from "./content.js";

/** What every control of an answer is given. */
export interface ControlProps {
  question: Question;
  content: Content | null;
  /** Keeps what is said so far, without the remark. */
  keep: (said: Content) => void;
  /** Sends what was kept. */
  send: () => void;
  /** The id of the question's words. */
  labelId: string;
  describedBy: string;
}
