import { heldUntilText } from "../../platform/database/index.js";

/** The time for which a node is the reader after each renewal, in milliseconds. */
const leaseMs = 5_000;

/** A connection that waits in no queue. */
export interface LeaseConnection {
  /** The rows of one short statement; rejects soon when the database does not answer. */
  read<T extends object>(text: string): Promise<T[]>;
}

/** The row that says who reads the ledger for the others. */
interface Row {
  ledger: string;
  term: number;
  key: string;
  node: string | null;
  held: boolean;
}

const held = heldUntilText("until", 2 * leaseMs);
const columns = `ledger, term::float8 as term, key, node, ${held} as held`;
const until = `clock_timestamp() + interval '${leaseMs} milliseconds'`;
/** 244 random bits, made by Postgres so that they stand in no statement and in none of its logs. */
const newKey = "replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '')";

/**
 * The lease of the reader: a row in Postgres, valid for some seconds by Postgres' own clock, so that a node
 * that is dead, stopped or cut off loses it without its help. Each reader begins a term with a new key: who
 * can read the database, and nobody else, can tell the messages of the reader from others.
 */
export class ReaderLease {
  private row: Row | undefined;
  /** The start of the last statement that said that this node holds the lease. */
  private heldAt = Number.NEGATIVE_INFINITY;

  /** `node`: the id of this process. */
  constructor(
    private readonly connection: LeaseConnection,
    private readonly node: string,
  ) {}

  /** The identity of the ledger; known after the first look. */
  get ledger(): string {
    if (!this.row) throw new Error("The lease has not been looked at");
    return this.row.ledger;
  }

  /** The term that is valid, and its key; undefined while nobody reads. */
  get term(): { number: number; key: string } | undefined {
    const { row } = this;
    return row?.held ? { number: row.term, key: row.key } : undefined;
  }

  /** True while this node is the reader. */
  get isMine(): boolean {
    return performance.now() - this.heldAt < leaseMs;
  }

  /** Renews the lease; takes it where nobody has it and this node may; else looks who has it. */
  async look(mayRead: boolean): Promise<void> {
    const began = performance.now();
    if (mayRead && this.isMine) this.note(await this.renew(), began);
    else this.note(await this.read(`select ${columns} from ledger_feed`), began);
    if (mayRead && !this.row?.held) this.note(await this.take(), began);
  }

  /** Gives the lease up, so that another node takes it at its next look. */
  async release(): Promise<void> {
    if (!this.isMine) return;
    this.heldAt = Number.NEGATIVE_INFINITY;
    await this.read(
      `update ledger_feed set until = '-infinity' where node = '${this.node}' returning ${columns}`,
    );
  }

  private renew(): Promise<Row | undefined> {
    return this.read(
      `update ledger_feed set until = ${until} where node = '${this.node}' and ${held}
       returning ${columns}`,
    );
  }

  private take(): Promise<Row | undefined> {
    return this.read(
      `update ledger_feed set node = '${this.node}', term = term + 1, key = ${newKey}, until = ${until}
       where not ${held} returning ${columns}`,
    );
  }

  private note(row: Row | undefined, began: number): void {
    // No row: another node was faster. The next look tells which.
    if (row) this.row = row;
    const isMine = row?.held === true && row.node === this.node;
    this.heldAt = isMine ? began : Number.NEGATIVE_INFINITY;
  }

  private async read(statement: string): Promise<Row | undefined> {
    const [row] = await this.connection.read<Row>(statement);
    return row;
  }
}
