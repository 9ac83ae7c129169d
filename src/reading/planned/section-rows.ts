// The rows of a statement of sections, as messages of Postgres: each is the number of its columns in two bytes,
// and of each column the length in four, -1 for a null, and the text. The first two columns are the number of the
// row's section and that of the row around it; rows of a section are numbered from 1 in their order.

/** A row that is being read. */
interface Place {
  number: number;
  at: number;
}

/** The rows of one section, and how far they are read. */
interface SectionPlace {
  /** Where the values of each row begin, and the number of the row around it. */
  starts: number[];
  arounds: number[];
  read: number;
}

/** The bytes of the number of a row's columns, and of the length of a column. */
const [ofCount, ofLength] = [2, 4] as const;

/** The length of a null. */
const ofNull = -1;

/** The values of the first row as texts, none of them null; undefined without a row. */
export function textsOfRow(messages: Buffer | undefined): string[] | undefined {
  if (!messages?.length) return undefined;
  let at = ofLength + ofCount;
  return Array.from({ length: messages.readInt16BE(ofLength) }, () => {
    const start = at + ofLength;
    at = start + messages.readInt32BE(at);
    return messages.toString("utf8", start, at);
  });
}

/** Reads the rows of a statement from section to section, in the order of the answer. */
export class SectionRows {
  /** The end of the value that was read last. */
  at = 0;
  private number = 0;
  private readonly sections = new Map<number, SectionPlace>();

  constructor(readonly bytes: Buffer) {
    const { length } = bytes;
    while (this.at < length) {
      const end = this.at + bytes.readInt32BE(this.at);
      this.at += ofLength + ofCount;
      const section = this.whole();
      const around = this.whole();
      this.add(section, around, this.at);
      this.at = end;
    }
  }

  /** Begins with the only row of the root. */
  enterRoot(): void {
    if (!this.enterBelow(0, 1)) throw new Error("a statement has given no row");
  }

  /** Reads the next value: its length, -1 for a null; it ends at `at`. */
  next(): number {
    const length = this.bytes.readInt32BE(this.at);
    this.at += length < 0 ? ofLength : ofLength + length;
    return length;
  }

  /** True where the next value is a null. */
  isNextNull(): boolean {
    return this.bytes.readInt32BE(this.at) === ofNull;
  }

  /** The row that is being read. */
  leave(): Place {
    return { number: this.number, at: this.at };
  }

  /** Goes on with a row where it was left. */
  enterAgain({ number, at }: Place): void {
    this.number = number;
    this.at = at;
  }

  /** Begins with the next row of a section that stands below a row; false where none is left. */
  enterBelow(section: number, around: number): boolean {
    const rows = this.sections.get(section);
    if (!rows) return false;
    // Rows below what is absent are not asked for.
    while ((rows.arounds[rows.read] ?? around) < around) rows.read += 1;
    if (rows.arounds[rows.read] !== around) return false;
    this.at = rows.starts[rows.read] as number;
    rows.read += 1;
    this.number = rows.read;
    return true;
  }

  private add(section: number, around: number, start: number): void {
    const rows = this.sections.get(section) ?? { starts: [], arounds: [], read: 0 };
    if (rows.starts.length === 0) this.sections.set(section, rows);
    if (around < (rows.arounds.at(-1) ?? 0))
      throw new Error("rows of a statement are out of order");
    rows.starts.push(start);
    rows.arounds.push(around);
  }

  /** Reads the next value, a whole number. */
  private whole(): number {
    const { bytes } = this;
    const length = this.next();
    let value = 0;
    for (let at = this.at - length; at < this.at; at += 1) {
      value = value * 10 + (bytes[at] as number) - zero;
    }
    return value;
  }
}

const zero = "0".charCodeAt(0);
