import type { Language } from "../../../platform/errors.js";
import { writeWorkbook } from "../../../platform/tables/index.js";
import { fieldOf, idType, nounOf, type Reader, type Row } from "../../../reading/index.js";
import { Answer } from "../answers/answer.js";
import { Assessment } from "../assessment.js";
import { Instrument } from "../instruments/instrument.js";
import type { InstrumentSection } from "../instruments/instrument-parts.js";
import { type ShownAnswer, sheetsOf } from "./sheets.js";

/** A workbook to be downloaded. */
export interface ExportedWorkbook {
  /** As `asset-pentagon-0198….xlsx`. */
  name: string;
  content: Buffer;
}

const valueFields = [
  ...["scale", "value", "percent", "money", "choice", "choices", "boolean", "text", "note"],
];

async function answersOf(reader: Reader, id: string): Promise<Row[]> {
  const assessments = nounOf(Assessment);
  const field = fieldOf(assessments, "answers");
  if (field.type !== "list") throw new Error("The answers of an assessment are a list");
  return reader.list(id, "Assessment.answers", {
    noun: nounOf(Answer),
    parent: { join: field.join, idType: idType(assessments) },
    args: {},
    fields: ["question", ...valueFields],
    cursors: false,
  });
}

/** An assessment as a workbook, as the reader's viewer sees it; undefined where it sees none. */
export async function assessmentWorkbook(
  reader: Reader,
  id: string,
  language: Language,
): Promise<ExportedWorkbook | undefined> {
  const assessment = await reader.byId(nounOf(Assessment), id, ["instrument", "version"]);
  if (!assessment) return undefined;
  const fields = ["key", "edition", "sections"];
  const instrument = await reader.byId(nounOf(Instrument), String(assessment.instrument), fields);
  if (!instrument) return undefined;
  const answers = await answersOf(reader, id);
  const key = String(instrument.key);
  const sheets = sheetsOf({
    assessment: id,
    version: Number(assessment.version),
    instrument: { key, edition: Number(instrument.edition) },
    sections: instrument.sections as InstrumentSection[],
    answers: new Map(answers.map((row) => [String(row.question), row as unknown as ShownAnswer])),
    language,
  });
  return { name: `${key}-${id}.xlsx`, content: await writeWorkbook(sheets) };
}
