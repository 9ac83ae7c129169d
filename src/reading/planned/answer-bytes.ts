const [quote, backslash] = ['"', "\\"].map((one) => one.charCodeAt(0)) as [number, number];

/** The escapes of JSON by code, as Postgres and `JSON.stringify` write them. */
const escapes = new Map(
  [...Array(0x20).keys(), quote, backslash].map((code) => [
    code,
    Buffer.from(JSON.stringify(String.fromCharCode(code)).slice(1, -1)),
  ]),
);
/** The bytes of the longest of them. */
const longestEscape = 6;

/** The bytes that are held from the start, and the most that are held between two answers. */
const usualBytes = 262_144;
const mostKept = 2_097_152;

/** Runs of more bytes are copied by Node, shorter ones here: the call costs as much as some 50 bytes. */
const shortest = 48;

/** The bytes of an answer's text in the making. They are used again for the next: the text is read out whole. */
export class AnswerBytes {
  private bytes = Buffer.allocUnsafeSlow(usualBytes);
  private end = 0;

  /** Begins another text. */
  clear(): void {
    if (this.bytes.length > mostKept) this.bytes = Buffer.allocUnsafeSlow(usualBytes);
    this.end = 0;
  }

  get length(): number {
    return this.end;
  }

  /** The text so far. */
  text(): string {
    return this.bytes.toString("utf8", 0, this.end);
  }

  /** Writes a part of other bytes as it is. */
  copy(from: Buffer, start: number, length: number): void {
    const bytes = this.room(length);
    const { end } = this;
    if (length > shortest) from.copy(bytes, end, start, start + length);
    else for (let at = 0; at < length; at += 1) bytes[end + at] = from[start + at] as number;
    this.end = end + length;
  }

  /** Writes one character of ASCII. */
  character(code: number): void {
    this.room(1)[this.end] = code;
    this.end += 1;
  }

  /** Writes UTF-8 as a text of JSON, between quotes. */
  quoted(from: Buffer, start: number, length: number): void {
    const bytes = this.room(length * longestEscape + 2);
    const stop = start + length;
    let to = this.end;
    bytes[to++] = quote;
    for (let at = start; at < stop; at += 1) {
      const code = from[at] as number;
      if (code >= 0x20 && code !== quote && code !== backslash) bytes[to++] = code;
      else to += (escapes.get(code) as Buffer).copy(bytes, to);
    }
    bytes[to++] = quote;
    this.end = to;
  }

  /** The bytes, with room for so many more. */
  private room(length: number): Buffer {
    const least = this.end + length;
    if (least <= this.bytes.length) return this.bytes;
    const grown = Buffer.allocUnsafeSlow(Math.max(least, this.bytes.length * 2));
    this.bytes.copy(grown, 0, 0, this.end);
    this.bytes = grown;
    return grown;
  }
}
