import type { ListShape, PartsShape, Shape, ValueShape } from "../sql/sections.js";
import { AnswerBytes } from "./answer-bytes.js";
import { SectionRows } from "./section-rows.js";

// The text of an answer from the rows that its statement gives. The text between the values was made bytes when
// the plan was made.

/** Thrown where a value is null against the schema; the code is that of Postgres' `read_absent`. */
export class AbsentValue extends Error {
  readonly code = "RB010";
}

/** Thrown where an answer is too long to be made here: the statement gives such an answer as text. */
export class AnswerTooLong extends Error {}

const nullText = Buffer.from("null");
const [quote, comma] = ['"', ","].map((one) => one.charCodeAt(0)) as [number, number];
const [opening, closing] = ["[", "]"].map((one) => one.charCodeAt(0)) as [number, number];

/** Writes the next value of the row that is read. */
type Write = (rows: SectionRows) => void;

/** One for all plans, as an answer is written without a pause. */
const out = new AnswerBytes();

/** Makes the text of the answers of one plan. */
export class AnswerWriter {
  private readonly write: Write;

  constructor(
    shape: Shape,
    /** The most bytes of a text. */
    private readonly mostBytes: number,
  ) {
    this.write = writeOf(shape);
  }

  /** The answer in the rows of a statement, which are messages of Postgres side by side. */
  answer(messages: Buffer): { position: number; data: string } {
    const rows = new SectionRows(messages);
    rows.enterRoot();
    out.clear();
    const length = rows.next();
    const position = Number(messages.toString("latin1", rows.at - length, rows.at));
    this.write(rows);
    if (out.length > this.mostBytes) throw new AnswerTooLong();
    return { position, data: out.text() };
  }
}

function writeOf(shape: Shape): Write {
  if (shape.is === "list") return listOf(shape);
  return shape.is === "value" ? singleOf(shape) : partsOf(shape);
}

function writeNull({ absent }: ValueShape | PartsShape): void {
  if (absent !== undefined) throw new AbsentValue(absent);
  out.copy(nullText, 0, nullText.length);
}

function singleOf(shape: ValueShape): Write {
  const { form } = shape;
  return (rows) => {
    const length = rows.next();
    if (length < 0) return writeNull(shape);
    const start = rows.at - length;
    if (form === "text") return out.quoted(rows.bytes, start, length);
    if (form === "quoted") out.character(quote);
    out.copy(rows.bytes, start, length);
    if (form === "quoted") out.character(quote);
  };
}

function listOf({ section, item }: ListShape): Write {
  const write = writeOf(item);
  return (rows) => {
    out.character(opening);
    const around = rows.leave();
    let isFirst = true;
    while (rows.enterBelow(section, around.number)) {
      if (!isFirst) out.character(comma);
      isFirst = false;
      write(rows);
    }
    rows.enterAgain(around);
    out.character(closing);
  };
}

function partsOf(shape: PartsShape): Write {
  const { columns, parts } = shape;
  const steps = parts.map((part) => (typeof part === "string" ? Buffer.from(part) : writeOf(part)));
  const writeAll: Write = (rows) => {
    for (const step of steps) {
      if (typeof step === "function") step(rows);
      else out.copy(step, 0, step.length);
    }
  };
  if (!columns) return writeAll;
  const { count, isFirstApart } = columns;
  return (rows) => {
    if (rows.isNextNull()) {
      for (let at = 0; at < count; at += 1) rows.next();
      return writeNull(shape);
    }
    if (isFirstApart) rows.next();
    return writeAll(rows);
  };
}
