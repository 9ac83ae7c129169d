import { linesOfAssessors } from "../../domain/assessments/index.js";
import { linesOfAdoptions } from "../../domain/changes/index.js";
import { linesOfCreations } from "../../domain/common/index.js";
import { linesOfMinutes, linesOfMoves, linesOfVoices } from "../../domain/deliberations/index.js";
import { linesOfCancellations } from "../../domain/plans/index.js";
import type { KeptLines } from "../../ledger/index.js";
import { allMutations } from "../mutations.js";

/** What the hub's rules ask of lines, however old they are: it is kept when their partition is archived. */
export const keptLines = (): KeptLines[] => [
  linesOfCreations(allMutations),
  linesOfVoices,
  linesOfAdoptions,
  linesOfCancellations,
  linesOfAssessors,
  linesOfMinutes,
  linesOfMoves,
];
