import type { Due, Payload } from "../../live/index.js";
import { entityTagOf } from "../http/entity-tag.js";

/** A payload of a feed, as JSON in the feed's language. */
export interface FeedPayload {
  json: Buffer | string;
  /** The position of the ledger after which a client goes on that has it. */
  position: number;
  /** When it was read, by `performance.now()`. */
  readAt: number;
  hasErrors: boolean;
}

/** What a stream has given just now, as payloads of a feed. */
export function feedPayloads(
  { payloads, positions }: Due,
  jsonOf: (payload: Payload) => Buffer | string,
): FeedPayload[] {
  const readAt = performance.now();
  return payloads.map((payload, at) => ({
    ...{ json: jsonOf(payload), hasErrors: !Buffer.isBuffer(payload), readAt },
    // The cast: a stream gives a position for each payload.
    position: positions[at] as number,
  }));
}

/** What an answer says beside its payloads. */
export interface PageEnd {
  /** The position after which the next answer begins: up to it there is nothing more. */
  position: number;
  /** The cursor of the next address, where the position alone would name an answer that a cache may hold. */
  cursor?: number | undefined;
  /** When it was read, by `performance.now()`. */
  readAt: number;
}

/** One answer to all who ask for the same: its bytes are made once. */
export class PollPage {
  /** When the first of it was read, from which its lifetime counts. */
  readonly readAt: number;
  private made: { body: Buffer; tag: string } | undefined;

  constructor(
    /** The parameters that name the followed document. */
    private readonly search: string,
    readonly payloads: readonly FeedPayload[],
    private readonly end: PageEnd,
  ) {
    this.readAt = Math.min(end.readAt, ...payloads.map(({ readAt }) => readAt));
  }

  get position(): number {
    return this.end.position;
  }

  get isEmpty(): boolean {
    return this.payloads.length === 0;
  }

  get hasErrors(): boolean {
    return this.payloads.some(({ hasErrors }) => hasErrors);
  }

  /** The address of the next answer, relative to that of this one. */
  get next(): string {
    const { position, cursor } = this.end;
    const ask = `?${this.search}&after=${position}&live=true`;
    return cursor === undefined ? ask : `${ask}&cursor=${cursor}`;
  }

  /** The body, the same bytes for everybody, and its entity tag. */
  get content(): { body: Buffer; tag: string } {
    this.made ??= this.make();
    return this.made;
  }

  private make(): { body: Buffer; tag: string } {
    const parts: (Buffer | string)[] = [];
    for (const { json } of this.payloads)
      parts.push(parts.length === 0 ? '{"payloads":[' : ",", json);
    if (parts.length === 0) parts.push('{"payloads":[');
    parts.push(`],"position":${this.position},"next":${JSON.stringify(this.next)}}\n`);
    const body = Buffer.concat(
      parts.map((part) => (typeof part === "string" ? Buffer.from(part) : part)),
    );
    return { body, tag: entityTagOf(body) };
  }
}

/** The most payloads and bytes of one answer, which has one payload at least. */
const most = { payloads: 100, bytes: 262_144 };

/** The first payloads that fit into one answer. */
export function firstOf(payloads: readonly FeedPayload[]): readonly FeedPayload[] {
  let bytes = 0;
  const isOver = ({ json }: FeedPayload, at: number) => {
    bytes += json.length;
    return at > 0 && (at >= most.payloads || bytes > most.bytes);
  };
  const end = payloads.findIndex(isOver);
  return end < 0 ? payloads : payloads.slice(0, end);
}
