import { HubError } from "../../../platform/errors.js";
import { cellText } from "../../../platform/tables/index.js";
import { importAnswerRows } from "../../assessments/index.js";
import type { Work } from "../../common/index.js";
import { type Correcting, type DifferingRow, leave } from "../corrections/correcting-importer.js";
import type { CellChange, LeftAlone } from "../rows/row-outcome.js";

/** Why the rows of an assessment are left alone that refuses its answers, by the code of its refusal. */
const reasons: Readonly<Record<string, LeftAlone>> = {
  NOT_FOUND: "NOT_FOUND",
  FORBIDDEN: "OTHERS",
  INVALID_TRANSITION: "CLOSED",
};

/** Corrects answers by a table: a row is one question of one assessment, which has an answer. */
export const correctingAnswers = (work: Work, university: string | undefined): Correcting => ({
  async correct(rows) {
    const byAssessment = Map.groupBy(rows, ({ written }) => String(written.get("assessment")));
    for (const [id, group] of byAssessment) {
      await correctAssessment(work, university, id, group).catch((error: unknown) => {
        const reason = error instanceof HubError ? reasons[error.code] : undefined;
        if (!reason) throw error;
        for (const { cells } of group) leave(cells, reason);
      });
    }
  },
});

async function correctAssessment(
  work: Work,
  university: string | undefined,
  id: string,
  group: readonly DifferingRow[],
): Promise<void> {
  const rows = group.map(({ cells, written }) => ({
    question: String(written.get("question")),
    answer: cells.requiredText("answer", 5000, "several"),
    note: cells.row.has("note")
      ? cells.text("note", 2000, "several")
      : ((written.get("note") as string | null | undefined) ?? null),
  }));
  const right = group.filter(({ cells }) => cells.faults.length === 0);
  const valid = rows.filter((_, at) => group[at]?.cells.faults.length === 0);
  const numbers = group[0]?.cells.numbers ?? null;
  const options = { numbers, corrects: true };
  const outcomes = await importAnswerRows(work, id, university, valid, options);
  for (const [at, outcome] of outcomes.entries()) {
    const row = right[at];
    if (!row) continue;
    const { cells } = row;
    if (outcome.outcome === "WRONG") cells.fault(outcome.field, outcome.message);
    else if (outcome.outcome === "CORRECTED") {
      cells.outcome = { kind: "CORRECTED", cells: changesOf(row) };
    } else if (outcome.outcome === "NEW") leave(cells, "NOT_FOUND");
    else cells.outcome = { kind: "UNCHANGED" };
  }
}

const changesOf = ({ cells, written, columns }: DifferingRow): Record<string, CellChange> =>
  Object.fromEntries(
    columns.map((column) => [
      column,
      { before: cellText(written.get(column), "."), after: cells.row.text(column) },
    ]),
  );
