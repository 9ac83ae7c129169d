import type { CsvCell } from "../../../platform/tables/index.js";
import { type Row, sql } from "../../../reading/index.js";
import { Answer, Assessment } from "../../assessments/index.js";
import { byId, type TableSource } from "../rows/table-source.js";

/** An answer in the form of the import: options by their keys, yes or no. */
function shownValue(row: Row): CsvCell {
  const { scale, value, percent, money, choice, choices, boolean, text } = row;
  if (choices) return (choices as string[]).join("; ");
  if (typeof boolean === "boolean") return boolean ? "yes" : "no";
  return (scale ?? value ?? percent ?? money ?? choice ?? text) as CsvCell;
}

/** The answers that a viewer may see, grouped by assessment. */
export const answerSource: TableSource = {
  target: Answer,
  fields: [
    ...["assessment", "question", "note"],
    ...["scale", "value", "percent", "money", "choice", "choices", "boolean", "text"],
  ],
  references: {},
  cells: {
    assessment: ({ assessment }) => assessment as string,
    question: ({ question }) => question as string,
    answer: shownValue,
    note: ({ note }) => note as string | null,
  },
  filters: { assessment: byId(Assessment, (id) => ({ assessment: { eq: id } })) },
  order: (row) => sql`${row.column("assessment_id")}, ${row.column("number")}, ${row.column("id")}`,
};
