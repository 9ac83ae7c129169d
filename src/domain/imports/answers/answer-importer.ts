import { isId } from "../../../platform/ids.js";
import { importAnswerRows } from "../../assessments/index.js";
import type { Work } from "../../common/index.js";
import { attempt } from "../attempt.js";
import { columnsOf, type Importer, type TableForm } from "../importer.js";
import type { RowCells } from "../rows/row-cells.js";
import { versionColumn } from "../rows/written-cells.js";
import { correctingAnswers } from "./answer-correction.js";
import { answerSource } from "./answer-source.js";

/** The importer of answers: a row is one question of one assessment. Rows of an assessment should be adjacent. */
class AnswerImporter implements Importer {
  constructor(
    private readonly work: Work,
    private readonly university: string | undefined,
  ) {}

  async importRows(rows: readonly RowCells[]): Promise<void> {
    const byAssessment = Map.groupBy(rows, ({ row }) => row.text("assessment").toLowerCase());
    for (const [id, group] of byAssessment) await this.assessment(id, group);
  }

  private async assessment(id: string, group: readonly RowCells[]): Promise<void> {
    if (!isId(id)) {
      const text = { en: "must be an assessment's id", id: "harus id asesmen" };
      for (const cells of group) cells.fault("assessment", text);
      return;
    }
    const rows = group.map((cells) => ({
      question: cells.requiredText("question", 80),
      answer: cells.requiredText("answer", 5000, "several"),
      note: cells.text("note", 2000, "several"),
    }));
    const valid = rows.filter((_, at) => group[at]?.faults.length === 0);
    const cellsOf = group.filter(({ faults }) => faults.length === 0);
    const numbers = group[0]?.numbers ?? null;
    const save = async () => {
      const outcomes = await importAnswerRows(this.work, id, this.university, valid, { numbers });
      for (const [at, outcome] of outcomes.entries()) {
        const cells = cellsOf[at];
        if (outcome.outcome === "WRONG") cells?.fault(outcome.field, outcome.message);
        else if (cells) cells.outcome = { kind: outcome.outcome === "NEW" ? "NEW" : "UNCHANGED" };
      }
    };
    await attempt(cellsOf, save);
  }
}

/** The table of answers. */
export const answerForm: TableForm = {
  columns: columnsOf("assessment!", "question!", "answer!", "note"),
  exported: columnsOf(versionColumn),
  source: answerSource,
  correcting: correctingAnswers,
  begin: (work, organisation) => new AnswerImporter(work, organisation),
};
