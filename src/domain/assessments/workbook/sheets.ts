import type { Language } from "../../../platform/errors.js";
import {
  optionsSheet,
  type PlannedCell,
  type PlannedSheet,
  textFormat,
} from "../../../platform/tables/index.js";
import { textIn } from "../../common/index.js";
import type { AnswerValue } from "../answers/answer-values.js";
import type { InstrumentSection, Question } from "../instruments/instrument-parts.js";
import { answerFormats, ruleFor, shownAnswer } from "./cells.js";
import type { WrongRow } from "./reading.js";
import { columns, expectedAnswer } from "./words.js";

// The workbook of an assessment: a sheet for each section, and a hidden sheet that identifies the assessment.

/** An answer as a workbook shows it. */
export interface ShownAnswer extends AnswerValue {
  note: string | null;
}

/** The contents of a workbook. */
export interface WorkbookContent {
  assessment: string;
  /** The version of the assessment that it shows, so that later changes are not overwritten. */
  version: number;
  instrument: { key: string; edition: number };
  sections: readonly InstrumentSection[];
  answers: ReadonlyMap<string, ShownAnswer>;
  language: Language;
  /** The wrong rows of an earlier workbook, by their questions' keys. If given, only these are shown. */
  wrong?: ReadonlyMap<string, WrongRow>;
}

/** The name of the hidden sheet. */
export const marksSheet = "_rembuk";

/** The version of the workbook's form. It changes when an older workbook could be misread. */
export const form = "rembuk-assessment-1";

/** The names that no section's sheet may have: the hub's hidden sheets, and a name reserved by Excel. */
const reserved = [marksSheet, optionsSheet, "history"];

/** What spreadsheets do not take in the name of a sheet, or read as another character (`_x0041_`). */
const notInSheetNames = /[\\/?*[\]:'\ufffe\uffff]|_(?=x[0-9a-f]{4}_)/gi;

/** The sheets' names by their sections' keys: the titles, shortened to the rules of spreadsheets. */
function sheetNames(
  sections: readonly InstrumentSection[],
  language: Language,
): Map<string, string> {
  const used = new Set<string>(reserved);
  const names = new Map<string, string>();
  for (const [at, { key, title }] of sections.entries()) {
    const plain = textIn(title, language).replaceAll(notInSheetNames, " ").trim();
    const name = plain.slice(0, 31) || `${at + 1}`;
    let free = name;
    for (let number = at + 1; used.has(free.toLowerCase()); number += 1) {
      free = `${plain.slice(0, 27)} ${number}`;
    }
    used.add(free.toLowerCase());
    names.set(key, free);
  }
  return names;
}

const widths = [14, 60, 40, 24, 40, 40];

function rowOf(question: Question, content: WorkbookContent): PlannedCell[] {
  const { answers, language, wrong } = content;
  const rule = ruleFor(question, language);
  const format = answerFormats[question.kind];
  const how = [
    expectedAnswer(question)[language],
    question.help ? textIn(question.help, language) : "",
  ].filter(Boolean);
  const answer = answers.get(question.key);
  const row = wrong?.get(question.key);
  const [value, note] = row
    ? [row.answer, row.note]
    : [shownAnswer(question, answer, language), answer?.note ?? null];
  return [
    { value: question.key },
    { value: textIn(question.text, language), bold: question.required },
    { value: how.join(". ") },
    { value, open: true, ...(format ? { format } : {}), ...(rule ? { rule } : {}) },
    { value: note, open: true, format: textFormat },
    ...(row ? [{ value: row.messages.map((message) => message[language]).join("; ") }] : []),
  ];
}

function sectionSheet(section: InstrumentSection, name: string, content: WorkbookContent) {
  const { language, wrong } = content;
  const { key, question, how, answer, note, fault } = columns;
  const shown = [key, question, how, answer, note, ...(wrong ? [fault] : [])];
  const header = shown.map((text) => ({ value: text[language], bold: true }));
  const listed = section.questions.filter((one) => !wrong || wrong.has(one.key));
  return {
    name,
    widths,
    rows: [header, ...listed.map((one) => rowOf(one, content))],
    frozenRows: 1,
    isProtected: true,
  };
}

function marks(content: WorkbookContent, names: ReadonlyMap<string, string>): PlannedSheet {
  const { assessment, version, instrument } = content;
  const lines: (string | number)[][] = [
    ["form", form],
    ["assessment", assessment],
    ["version", version],
    ["instrument", instrument.key],
    ["edition", instrument.edition],
    ...[...names].map(([key, name]) => ["section", key, name]),
  ];
  const rows = lines.map((line) => line.map((value) => ({ value })));
  return { name: marksSheet, widths: [14, 40, 40], rows, hidden: true };
}

/** The sheets of an assessment's workbook. */
export function sheetsOf(content: WorkbookContent): PlannedSheet[] {
  const names = sheetNames(content.sections, content.language);
  const sheets = content.sections.map((section) =>
    sectionSheet(section, names.get(section.key) ?? section.key, content),
  );
  return [...sheets, marks(content, names)];
}
