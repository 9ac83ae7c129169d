import { sql } from "kysely";
import { epochEntity } from "./epoch.js";
import type { RowsOf } from "./head.js";
import { type ChangeLine, canonicalBody, chainHash, genesisHash } from "./line.js";

/** A line with its place in the chain of hashes. */
export interface ChainedLine extends ChangeLine {
  position: number;
  previousHash: string;
  hash: string;
}

/** A line as the table holds it. */
export interface StoredLine extends ChainedLine {
  /** The person in `actor`, beside it for joins. */
  user: string | null;
}

/** The first line of a chain that is wrong. */
export interface ChainFault {
  position: number;
  reason: string;
}

/** Number of lines that are read together: small, because a single line can hold a long text. */
const pageSize = 250;

// In the order of the column: `position` alone would be that of the list, a float8, for which no index is.
const page = (after: number, upTo: number) => sql<StoredLine>`
  select position::float8 as position,
    to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
    actor, user_id as "user", organisation_id as organisation, operation, entity,
    entity_id as "entityId", kind, diff, programme_id as programme, plan_id as plan,
    deliberation_id as deliberation,
    area_id as area, owner, request, previous_hash as "previousHash", hash
  from change where position > ${after} and position <= ${upTo} order by change.position limit ${pageSize}`;

/** The lines of the ledger after a position, in order, up to another. */
export async function* storedLines(
  rows: RowsOf,
  after: number,
  upTo = Number.MAX_SAFE_INTEGER,
): AsyncGenerator<StoredLine> {
  for (let last: number | undefined = after; last !== undefined; ) {
    const lines: StoredLine[] = await rows(page(last, upTo));
    yield* lines;
    last = lines.length < pageSize ? undefined : lines.at(-1)?.position;
  }
}

/** The id that the ledger's function stores beside the actor; the hash covers the actor alone. */
const userOf = (actor: string): string | null => /^user:(.*)/.exec(actor)?.[1] ?? null;

/** A walk along the chain of hashes, line by line. */
export class ChainWalk {
  /** Begins after the line at `position`, which has this hash; before the first line unless given. */
  constructor(
    public position = 0,
    public hash = genesisHash,
  ) {}

  /** Takes the next line; gives its fault instead where it does not follow, or is not what its hash says. */
  take(line: ChainedLine & Partial<StoredLine>): ChainFault | undefined {
    const next = this.nextBefore(line);
    const reason = this.reasonOf(line, next);
    if (reason) return { position: Math.min(line.position, next), reason };
    this.position = next;
    this.hash = line.hash;
    return undefined;
  }

  /** The next position; an epoch begins further on, with a line that names the one which it follows. */
  private nextBefore({ entity, diff, position }: ChainedLine): number {
    const next = this.position + 1;
    const isEpoch = entity === epochEntity && diff.follows?.after === this.position;
    return isEpoch ? Math.max(position, next) : next;
  }

  private reasonOf(line: ChainedLine & Partial<StoredLine>, position: number): string | undefined {
    if (line.position < position) return "stands before the first change";
    if (line.position > position) return `position ${position} is missing`;
    if (line.previousHash !== this.hash) return "does not follow from the change before it";
    const holds =
      chainHash(this.hash, position, canonicalBody(line)) === line.hash &&
      (line.user === undefined || line.user === userOf(line.actor));
    return holds ? undefined : "was altered";
  }
}
