import { isId } from "../../../platform/ids.js";
import { type CsvCell, joinedTexts, type TableRow } from "../../../platform/tables/index.js";
import { type Row, sql } from "../../../reading/index.js";
import { Answer, Assessment } from "../../assessments/index.js";
import { byId, type TableSource } from "../rows/table-source.js";

/** The largest length of a question's key; no longer text is looked for. */
const maxKey = 80;

/** The key of a row's question. A key may have blanks around it. */
const questionsOf = (row: TableRow): string[] => [row.text("question"), row.content("question")];

/** An answer in the form of the import: options by their keys, yes or no. */
function shownValue(row: Row): CsvCell {
  const { scale, value, percent, money, choice, choices, boolean, text } = row;
  if (choices) return joinedTexts(choices as string[]);
  if (typeof boolean === "boolean") return boolean ? "yes" : "no";
  return (scale ?? value ?? percent ?? money ?? choice ?? text) as CsvCell;
}

/** The answers that a viewer may see, grouped by assessment. */
export const answerSource: TableSource = {
  target: Answer,
  fields: [
    ...["assessment", "question", "note", "version"],
    ...["scale", "value", "percent", "money", "choice", "choices", "boolean", "text"],
  ],
  references: {},
  cells: {
    assessment: ({ assessment }) => assessment as string,
    question: ({ question }) => question as string,
    answer: shownValue,
    note: ({ note }) => note as string | null,
    version: ({ version }) => version as number,
  },
  identity: {
    columns: ["assessment", "question"],
    where: (rows) => ({
      assessment: { in: [...new Set(rows.map((row) => row.text("assessment")))].filter(isId) },
      question: { in: rows.flatMap(questionsOf).filter((key) => key.length <= maxKey) },
    }),
  },
  filters: { assessment: byId(Assessment, (id) => ({ assessment: { eq: id } })) },
  order: (row) => sql`${row.column("assessment_id")}, ${row.column("number")}, ${row.column("id")}`,
};
