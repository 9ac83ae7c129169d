import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import {
  defaultTableLimits,
  readCsv,
  type Table,
  type TableLimits,
} from "../../../src/platform/tables/index.js";

// The tables with which the tests of the platform read and write CSV.

/** The columns of the tables. */
export const columns = [
  { name: "code", needed: true },
  { name: "value", needed: true },
  { name: "note", needed: false },
];

/** Cuts bytes into pieces of `size`, so that a test does not depend on the ends of chunks. */
export const pieces = (content: string | Buffer, size = 7): Readable => {
  const bytes = Buffer.from(content);
  const count = Math.ceil(bytes.length / size);
  return Readable.from(
    Array.from({ length: count }, (_, at) => bytes.subarray(at * size, (at + 1) * size)),
  );
};

/** The table in a text or in bytes. */
export const tableOf = (
  content: string | Buffer,
  limits: Partial<TableLimits> = {},
  size = 7,
): Promise<Table> => readCsv(pieces(content, size), columns, { ...defaultTableLimits, ...limits });

/** The number, code, value and note of each row. */
export async function rowsOf(content: string | Buffer, limits?: Partial<TableLimits>) {
  const table = await tableOf(content, limits);
  const rows = await all(table.rows);
  return rows.map((row) => [row.row, row.text("code"), row.text("value"), row.text("note")]);
}

/** The text of a stream, including its byte order mark. */
export const whole = async (stream: Readable): Promise<string> => (await buffer(stream)).toString();

/** The items of a stream. */
export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const gathered: T[] = [];
  for await (const item of items) gathered.push(item);
  return gathered;
}
