import { isUtf8 } from "node:buffer";
import { tableRefusal } from "./table-refusal.js";

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

/** The number of first bytes that show the kind of a file. */
const longestStart = 4;

const wrongEncoding = (line: number, found: { en: string; id: string }) =>
  tableRefusal(
    "ENCODING",
    {
      en: `Line ${line}: ${found.en}. Save the file as "CSV UTF-8".`,
      id: `Baris ${line}: ${found.id}. Simpan berkas sebagai "CSV UTF-8".`,
    },
    { line },
  );

const notUtf8 = { en: "the text is not UTF-8", id: "teksnya bukan UTF-8" };
const utf16 = { en: "the text is UTF-16, not UTF-8", id: "teksnya UTF-16, bukan UTF-8" };
const isWorkbook = {
  en: "the file is a workbook, not a CSV",
  id: "berkasnya buku kerja, bukan CSV",
};
const hasNul = { en: "there is a NUL character", id: "ada karakter NUL" };

const lineTooLong = (line: number, limit: number) =>
  tableRefusal(
    "TOO_LONG",
    {
      en: `Line ${line} is longer than ${limit} bytes.`,
      id: `Baris ${line} lebih panjang dari ${limit} bita.`,
    },
    { line, limit },
  );

// A line ends with CRLF, LF or CR, which one file may mix.

/** The length of the whole lines of a block. A CR at its end is left: an LF may follow. */
function wholeLines(block: Buffer): number {
  const lastFeed = block.lastIndexOf(lineFeed);
  const beforeEnd = block.length - 2;
  const lastReturn = beforeEnd < 0 ? -1 : block.lastIndexOf(carriageReturn, beforeEnd);
  return Math.max(lastFeed, lastReturn) + 1;
}

/** The lines of a block, each with its line end. */
function* linesOf(block: Buffer): Generator<Buffer> {
  let start = 0;
  for (let at = 0; at < block.length; at += 1) {
    const isEnd = block[at] === lineFeed || block[at] === carriageReturn;
    const isInside = block[at] === carriageReturn && block[at + 1] === lineFeed;
    if (!isEnd || isInside) continue;
    yield block.subarray(start, at + 1);
    start = at + 1;
  }
  if (start < block.length) yield block.subarray(start);
}

const isPlain = (block: Buffer): boolean => isUtf8(block) && !block.includes(0);

/** The text of whole lines, after `before` lines. An error names the first line that is not UTF-8. */
function textOf(block: Buffer, before: number): string {
  if (isPlain(block)) return block.toString("utf8");
  let line = before;
  for (const bytes of linesOf(block)) {
    line += 1;
    if (!isUtf8(bytes)) throw wrongEncoding(line, notUtf8);
    if (bytes.includes(0)) throw wrongEncoding(line, hasNul);
  }
  throw wrongEncoding(before + 1, notUtf8);
}

/** The number of line ends in a text. */
function countLines(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const isEnd =
      code === carriageReturn ? text.charCodeAt(at + 1) !== lineFeed : code === lineFeed;
    if (isEnd) count += 1;
  }
  return count;
}

/** The first bytes of workbooks: of `.xlsx` and `.ods` (zip), and of `.xls`. */
const workbooks = [Buffer.from("PK\x03\x04"), Buffer.from([0xd0, 0xcf, 0x11, 0xe0])];

/**
 * The start of a text without its byte order mark. Refuses a workbook, for which browsers declare the same media type as for a CSV; and UTF-16, known by
 * its byte order mark or by a zero byte in the first letter.
 */
function withoutMark(start: Buffer): Buffer {
  if (workbooks.some((first) => start.subarray(0, first.length).equals(first))) {
    throw wrongEncoding(1, isWorkbook);
  }
  const marked = start[0] === 0xff ? start[1] === 0xfe : start[0] === 0xfe && start[1] === 0xff;
  const lettered = start.length > 1 && (start[0] === 0) !== (start[1] === 0);
  if (marked || lettered) throw wrongEncoding(1, utf16);
  const isMarked = start.subarray(0, byteOrderMark.length).equals(byteOrderMark);
  return isMarked ? start.subarray(byteOrderMark.length) : start;
}

/**
 * Decodes a stream of UTF-8 in whole lines, without a byte order mark. No character of UTF-8 spans a line
 * end, so that each block can be checked and decoded by itself.
 */
export async function* utf8Lines(
  source: AsyncIterable<Buffer>,
  maxLineBytes: number,
): AsyncGenerator<string> {
  let rest: Buffer = Buffer.alloc(0);
  let lines = 0;
  let started = false;
  for await (const chunk of source) {
    let block = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    if (!started && block.length < longestStart) {
      rest = block;
      continue;
    }
    if (!started) block = withoutMark(block);
    started = true;
    const end = wholeLines(block);
    rest = block.subarray(end);
    if (rest.length > maxLineBytes) throw lineTooLong(lines + 1, maxLineBytes);
    if (end === 0) continue;
    const text = textOf(block.subarray(0, end), lines);
    lines += countLines(text);
    yield text;
  }
  if (!started) rest = withoutMark(rest);
  if (rest.length > 0) yield textOf(rest, lines);
}
