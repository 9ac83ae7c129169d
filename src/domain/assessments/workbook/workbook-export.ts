import type { Language } from "../../../platform/errors.js";
import { writeWorkbook } from "../../../platform/tables/index.js";
import { type Reader } from "../../../reading/index.js";
import { Answer } from "../answers/answer.js";
import { Assessment } from "../assessment.js";
import { Instrument } from "../instruments/instrument.js";
import { type ShownAnswer, sheetsOf } from "./sheets.js";

/** A workbook for download. */
export interface ExportedWorkbook {
  /** The name of the file, as `asset-pentagon-0198….xlsx`. */
  name: string;
  content: Buffer;
}

const answerFields = [
  ...(["question", "scale", "value", "percent", "money", "choice", "choices"] as const),
  ...(["boolean", "text", "note"] as const),
];

/** The workbook of an assessment; undefined if the viewer may not see the assessment. */
export async function assessmentWorkbook(
  reader: Reader,
  id: string,
  language: Language,
): Promise<ExportedWorkbook | undefined> {
  const assessment = await reader.byId(Assessment, id, ["instrument", "version"]);
  if (!assessment) return undefined;
  const fields = ["key", "edition", "sections"] as const;
  const instrument = await reader.byId(Instrument, assessment.instrument, fields);
  if (!instrument) return undefined;
  const answers = await reader.referringTo(Answer, "assessment", id, answerFields);
  const { key, edition, sections } = instrument;
  const sheets = sheetsOf({
    assessment: id,
    version: assessment.version,
    instrument: { key, edition },
    sections,
    answers: new Map(answers.map((answer): [string, ShownAnswer] => [answer.question, answer])),
    language,
  });
  return { name: `${key}-${id}.xlsx`, content: await writeWorkbook(sheets) };
}
