import type { Text } from "../../../platform/errors.js";
import {
  type CellContent,
  CellFaults,
  isExact,
  type ReadSheet,
  type ReadWorkbook,
  shownText,
  tableRefusal,
  valueFault,
} from "../../../platform/tables/index.js";
import { textProblem } from "../../../platform/texts.js";
import type { AnswerInput } from "../answers/answer-inputs.js";
import { answerValue } from "../answers/answer-values.js";
import type { InstrumentSection, Question } from "../instruments/instrument-parts.js";
import { parsedAnswer } from "./parsed-answer.js";
import { form, marksSheet } from "./sheets.js";
import { columns } from "./words.js";

/** The data in the hidden sheet of a workbook. */
export interface Marks {
  assessment: string;
  version: number;
  /** The sheets' names by their sections' keys. */
  sheets: ReadonlyMap<string, string>;
}

/** The contents of a workbook. */
export interface ReadAnswers {
  answers: AnswerInput[];
  /** The questions whose cells are empty. */
  empty: string[];
  faults: CellFaults;
  /** The wrong rows, by the keys of their questions. */
  wrong: Map<string, WrongRow>;
}

/** A wrong row: the contents of its cells, and the messages about them. */
export interface WrongRow {
  answer: string | number;
  note: string | number;
  messages: Text[];
}

const rowsOf = ({ cells }: ReadSheet): Map<number, Map<string, CellContent>> => {
  const rows = new Map<number, Map<string, CellContent>>();
  for (const [address, content] of cells) {
    const [, letters = "", row = ""] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
    const cellsOfRow = rows.get(Number(row)) ?? new Map<string, CellContent>();
    rows.set(Number(row), cellsOfRow.set(letters, content));
  }
  return new Map([...rows].sort(([a], [b]) => a - b));
};

const textIn = (content: CellContent | undefined): string =>
  content === undefined ? "" : (shownText(content).text ?? String(content.value)).trim();

/** The content of a wrong cell for the workbook that returns it; no number in it becomes another one. */
const kept = (content: CellContent | undefined): string | number =>
  content?.kind === "number" && !content.isPercent && !isShort(content.value)
    ? content.value
    : textIn(content);
const isShort = (value: number): boolean => Number.isInteger(value) && isExact(value);

const notOurs = () =>
  tableRefusal("OTHER_WORKBOOK", {
    en: "This is not a workbook of an assessment. Download one and fill that in.",
    id: "Ini bukan buku kerja asesmen. Unduh dan isi buku kerja dari hub.",
  });

/** The data in the hidden sheet; a workbook that the hub did not make is refused. */
export function marksOf(workbook: ReadWorkbook): Marks {
  const sheet = workbook.get(marksSheet);
  if (!sheet) throw notOurs();
  const lines = [...rowsOf(sheet).values()].map((row) => [...row.values()].map(textIn));
  const mark = (name: string): string => lines.find(([key]) => key === name)?.[1] ?? "";
  if (lines.flat().some((text) => textProblem(text, "one"))) throw notOurs();
  if (mark("form") !== form || !/^\d{1,9}$/.test(mark("version"))) throw notOurs();
  const sections = lines.filter(([key]) => key === "section");
  return {
    assessment: mark("assessment"),
    version: Number(mark("version")),
    sheets: new Map(sections.map(([, key = "", name = ""]) => [key, name])),
  };
}

type ColumnName = keyof typeof columns;

/** The letters of the columns, by their headers in either language; missing columns are absent. */
function columnsIn(header: ReadonlyMap<string, CellContent> | undefined) {
  const found = new Map<ColumnName, string>();
  for (const [letters, content] of header ?? []) {
    const title = textIn(content).toLowerCase();
    for (const [name, text] of Object.entries(columns) as [ColumnName, Text][]) {
      const matches = [text.en, text.id].some((header) => header.toLowerCase() === title);
      if (matches && !found.has(name)) found.set(name, letters);
    }
  }
  return found;
}

const strayCell: Text = {
  en: "is in no column of the sheet; move it to the remark, or clear it",
  id: "tidak berada di kolom lembar ini; pindahkan ke catatan, atau kosongkan",
};

/** The letters of the first cell with content in none of the columns: it would be lost. */
const firstStray = (
  cells: ReadonlyMap<string, CellContent>,
  columns: ReadonlyMap<ColumnName, string>,
): string | undefined => {
  const headed = new Set(columns.values());
  return [...cells].find(([at, content]) => !headed.has(at) && textIn(content) !== "")?.[0];
};

const required: readonly ColumnName[] = ["key", "answer", "note"];

/** The reason why a remark is refused. */
function remarkProblem(note: CellContent | undefined): Text | undefined {
  const fault = note && shownText(note).fault;
  if (fault) return fault;
  const remark = textIn(note);
  return remark.length > 2000
    ? { en: "has more than 2000 characters", id: "lebih dari 2000 karakter" }
    : textProblem(remark, "several");
}

/** Reads the sheets of a workbook, section by section. */
class Reading implements ReadAnswers {
  readonly answers: AnswerInput[] = [];
  readonly empty: string[] = [];
  readonly faults = new CellFaults();
  readonly wrong = new Map<string, WrongRow>();
  private row: Omit<WrongRow, "messages"> = { answer: "", note: "" };
  private readonly seen = new Set<string>();

  section(section: InstrumentSection, sheet: ReadSheet): void {
    const rows = rowsOf(sheet);
    const letters = columnsIn(rows.get(1));
    const missing = required.filter((name) => !letters.has(name));
    for (const name of missing) {
      const { en, id } = columns[name];
      this.fault(sheet.name, "1", { en: `lacks the column ${en}`, id: `tidak memuat kolom ${id}` });
    }
    if (missing.length > 0) return;
    const questions = new Map(section.questions.map((question) => [question.key, question]));
    for (const [row, cells] of rows) {
      if (row > 1) this.line(sheet.name, row, cells, letters, questions);
    }
  }

  fault(sheet: string, cell: string, message: Text, question?: string): void {
    this.faults.add({ sheet, cell, message });
    if (!question) return;
    const before = this.wrong.get(question)?.messages ?? [];
    this.wrong.set(question, { ...this.row, messages: [...before, message] });
  }

  private line(
    sheet: string,
    row: number,
    cells: ReadonlyMap<string, CellContent>,
    letters: ReadonlyMap<ColumnName, string>,
    questions: ReadonlyMap<string, Question>,
  ): void {
    const at = (name: ColumnName) => letters.get(name) ?? "";
    const key = textIn(cells.get(at("key")));
    const question = questions.get(key);
    const [answer, note] = [cells.get(at("answer")), cells.get(at("note"))];
    if (!question || this.seen.has(key)) {
      if (key === "" && !answer && !note) return;
      const text = question
        ? { en: "appears twice", id: "muncul dua kali" }
        : { en: "is not a question of this section", id: "bukan pertanyaan bagian ini" };
      this.fault(sheet, `${at("key")}${row}`, text);
      return;
    }
    this.seen.add(key);
    this.row = { answer: kept(answer), note: kept(note) };
    const places = { sheet, answer: `${at("answer")}${row}`, note: `${at("note")}${row}` };
    const stray = firstStray(cells, letters);
    if (stray) this.fault(sheet, `${stray}${row}`, strayCell, key);
    else this.question(question, { answer, note }, places);
  }

  private question(
    question: Question,
    { answer, note }: { answer: CellContent | undefined; note: CellContent | undefined },
    places: { sheet: string; answer: string; note: string },
  ): void {
    const { key } = question;
    const faults = [
      valueFault(places.sheet, places.answer, answer),
      valueFault(places.sheet, places.note, note),
    ].filter((fault) => fault !== undefined);
    for (const { sheet = places.sheet, cell, message } of faults)
      this.fault(sheet, cell, message, key);
    if (faults.length > 0) return;
    const remark = textIn(note);
    const isBlank = answer === undefined || textIn(answer) === "";
    const problem = remarkProblem(note);
    if (problem) this.fault(places.sheet, places.note, problem, key);
    else if (isBlank && remark === "") this.empty.push(key);
    else if (isBlank) {
      const text = { en: "a remark needs an answer", id: "catatan memerlukan jawaban" };
      this.fault(places.sheet, places.answer, text, key);
    } else this.value(question, answer, remark || null, places);
  }

  private value(
    question: Question,
    answer: CellContent,
    note: string | null,
    places: { sheet: string; answer: string },
  ): void {
    const parsed = parsedAnswer(question, answer, { options: "text" });
    if ("fault" in parsed) {
      this.fault(places.sheet, places.answer, parsed.fault, question.key);
      return;
    }
    const input: AnswerInput = { question: question.key, note, ...parsed.value };
    const { faults = [] } = answerValue(question, input, "");
    for (const { message } of faults)
      this.fault(places.sheet, places.answer, message, question.key);
    if (faults.length === 0) this.answers.push(input);
  }
}

/** The answers in a workbook to the questions of an instrument; every fault names its cell. */
export function readAnswers(
  workbook: ReadWorkbook,
  { sheets }: Marks,
  sections: readonly InstrumentSection[],
): ReadAnswers {
  const reading = new Reading();
  const known = new Set(sheets.values());
  for (const { name, hidden, cells } of workbook.values()) {
    if (hidden || cells.size === 0 || known.has(name)) continue;
    const text = { en: "is not a sheet of this assessment", id: "bukan lembar asesmen ini" };
    reading.fault(name, "A1", text);
  }
  for (const section of sections) {
    const name = sheets.get(section.key) ?? section.title.english;
    const sheet = workbook.get(name);
    if (sheet) reading.section(section, sheet);
    else reading.fault(name, "A1", { en: "the sheet is missing", id: "lembarnya tidak ada" });
  }
  return reading;
}
