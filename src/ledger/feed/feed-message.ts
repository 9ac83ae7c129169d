import { z } from "zod";
import { ChangeKind } from "../line.js";
import type { LinkedOutline } from "../outlines.js";
import type { ChainPage } from "./outline-chain.js";
import { sealed, unsealed } from "./seal.js";

/** The most changes of one message: with all its ids, each has some 500 bytes. */
export const mostChanges = 200;

/** The largest message that is looked at, in bytes. A full one has a tenth of a MiB. */
const mostBytes = 2 ** 20;

/** The most fields of one noun that a change names. */
const mostFields = 200;

/** A page of the ledger, or its end where there is nothing new, as a reader tells it in its term. */
export interface FeedMessage {
  term: number;
  page: ChainPage;
}

const id = z.guid().nullable();
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const position = z.int().min(0);
const name = z.string().min(1).max(200);

/** The parts of an outline in a message, in their order. The position follows from the place. */
const parts = {
  ...{ entity: name, entityId: z.guid(), kind: z.enum(ChangeKind), operation: name },
  ...{ organisation: id, programme: id, plan: id, deliberation: id, area: id, owner: id },
  fields: z.array(name).max(mostFields).nullable(),
  hash,
} satisfies Record<Exclude<keyof LinkedOutline, "position">, z.ZodType>;
const names = Object.keys(parts) as (keyof typeof parts)[];

const change = z.array(z.unknown()).length(names.length);

const format = z.strictObject({
  term: position,
  from: position,
  before: hash,
  changes: z.array(change).max(mostChanges),
});
const outline = z.strictObject(parts);

/** The bytes of a message: its seal by the term's key, then its text. */
export function encodeMessage({ term, page }: FeedMessage, key: string): Uint8Array {
  const { from, changes } = page;
  const rows = changes.map((each) => names.map((part) => each[part]));
  return sealed({ term, from: from.position, before: from.hash, changes: rows }, key);
}

/** The message in these bytes; undefined where they were not sealed by this key, or are no message. */
export function decodeMessage(bytes: Uint8Array, key: string): FeedMessage | undefined {
  const { data } = format.safeParse(unsealed(bytes, key, mostBytes));
  const changes = data?.changes.map((row, at) => changeOf(row, data.from + at + 1));
  if (!data || !changes?.every((each) => each !== undefined)) return undefined;
  return { term: data.term, page: { from: { position: data.from, hash: data.before }, changes } };
}

function changeOf(row: unknown[], at: number): LinkedOutline | undefined {
  const { data } = outline.safeParse(Object.fromEntries(names.map((part, i) => [part, row[i]])));
  return data && { position: at, ...data };
}
