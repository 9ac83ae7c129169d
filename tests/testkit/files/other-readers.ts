import { spawnSync } from "node:child_process";
import { parseCsv, writeCsv } from "hucre/csv";

// Readers and writers of CSV that are not the hub's, for what it writes and takes.

/** The rows of a CSV as a spreadsheet library in JavaScript reads them. */
export const rowsInHucre = (content: Buffer, delimiter: string): string[][] =>
  parseCsv(content.toString(), { delimiter }).map((row) => row.map(String));

/** The rows as that library writes them again, every cell in quotation marks. */
export const writtenByHucre = (rows: string[][], delimiter: string): string =>
  writeCsv(rows, { delimiter, quoteStyle: "all", lineSeparator: "\n" });

const script = `import csv, io, json, sys
text = io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8-sig", newline="")
json.dump(list(csv.reader(text, delimiter=sys.argv[1], strict=True)), sys.stdout)`;

/** The rows as Python's `csv` reads them; undefined on a machine without Python 3. */
export function rowsInPython(content: Buffer, delimiter: string): string[][] | undefined {
  const { status, stdout } = spawnSync("python3", ["-c", script, delimiter], {
    input: content,
    maxBuffer: 2 ** 26,
  });
  return status === 0 ? JSON.parse(stdout.toString()) : undefined;
}
