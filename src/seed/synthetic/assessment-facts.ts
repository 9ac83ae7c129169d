import { AssessmentRound } from "../../domain/assessments/index.js";
import type { mainStages } from "./plans.js";

/** How far an assessment has come, in the order of its lifecycle. */
type Progress =
  | "draft"
  | "submitted"
  | "inReview"
  | "returned"
  | "accepted"
  | "published"
  | "withdrawn";

/** The subjects of a province: its two areas and its main plan. */
export type Subject = "first area" | "second area" | "plan";

/** An assessment of a province. */
export interface AssessmentFacts {
  key: string;
  university: "local" | "national";
  subject: Subject;
  round: AssessmentRound;
  progress: Progress;
  /** Days before or after the day of making on which it is due. */
  due: number;
  /** The courses of the main plan's actions that it judges. */
  judges?: readonly (keyof typeof mainStages)[];
}

const { AD_HOC, BASELINE, ENDLINE, MIDLINE } = AssessmentRound;
const of = (
  key: string,
  university: AssessmentFacts["university"],
  subject: Subject,
  round: AssessmentRound,
  progress: Progress,
  due: number,
): AssessmentFacts => ({ key, university, subject, round, progress, due });

/** The assessments of a province: each status and round; two universities assess one area in two rounds. */
export const assessments: AssessmentFacts[] = [
  of("awal", "local", "first area", BASELINE, "published", -300),
  of("awal-2", "national", "first area", BASELINE, "published", -300),
  {
    ...of("tengah", "local", "first area", MIDLINE, "published", -60),
    judges: ["completed", "running", "late", "blocked", "planned"],
  },
  of("tengah-2", "national", "first area", MIDLINE, "published", -60),
  of("dua-awal", "local", "second area", BASELINE, "accepted", -10),
  of("dua-tengah", "local", "second area", MIDLINE, "draft", 45),
  of("dua-awal-2", "national", "second area", BASELINE, "submitted", -5),
  of("rencana", "local", "plan", AD_HOC, "inReview", -15),
  of("rencana-awal", "local", "plan", BASELINE, "returned", -8),
  of("rencana-akhir", "local", "plan", ENDLINE, "withdrawn", 200),
];
