import type pg from "pg";
import { prepareValue } from "pg/lib/utils.js";
import { parseOnce, type Wire } from "./wire.js";

/** What Postgres says of a column that it gives. */
interface Field {
  name: string;
  dataTypeID: number;
}

/** A column's name, and how its texts are read. */
interface Column {
  name: string;
  parse: (text: string) => unknown;
}

/** The columns that a statement gives; none of a statement without rows. */
export type Columns = readonly Column[];

const nothing: Columns = [];

/** How many rows a command has met: the last word of what Postgres says at its end, as "INSERT 0 1". */
export const countOf = (text: string): number => Number(text.slice(text.lastIndexOf(" ") + 1)) || 0;

const commandOf = (text: string): string => text.split(" ", 1)[0] ?? "";

/** The texts of a row that Postgres sends, null where it has no value. */
type Texts = readonly (string | null)[];

/** A row as an object; the cast: as its caller knows the statement. */
function rowOf<Row extends object>(columns: Columns, texts: Texts): Row {
  const row: Record<string, unknown> = {};
  for (let at = 0; at < columns.length; at += 1) {
    const { name, parse } = columns[at] as Column;
    const text = texts[at];
    row[name] = text === null || text === undefined ? null : parse(text);
  }
  return row as Row;
}

/**
 * One run of a prepared statement, in the form in which the driver takes queries. Postgres describes the
 * columns of a statement once a connection: they stay as they are as long as it is prepared. The driver's own
 * query has them described, and reads the description, at each run.
 */
export class PreparedQuery<Row extends object> implements pg.Submittable {
  /** Resolves with the rows. */
  readonly finished: Promise<pg.QueryResult<Row>>;
  private readonly rows: Row[] = [];
  private done = "";
  private failure: unknown;
  private isDescribed = false;
  private columns: Columns | undefined;
  private resolve!: (result: pg.QueryResult<Row>) => void;
  private reject!: (error: unknown) => void;

  constructor(
    readonly name: string,
    readonly text: string,
    readonly values: readonly unknown[],
    /** How the connection reads a column's texts, by the column's type. */
    private readonly types: Pick<pg.ClientBase, "getTypeParser">,
    /** The columns of the statements that the connection has prepared, by name. */
    private readonly described: Map<string, Columns>,
  ) {
    this.finished = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
  }

  /** Sends the run; the error where a value cannot be sent, which sends nothing. */
  submit(connection: pg.Connection): Error | null {
    // The cast: the driver's own connection, as its queries use it.
    const wire = connection as unknown as Wire;
    const { name, values } = this;
    wire.stream.cork();
    try {
      const isKnown = parseOnce(wire, this);
      wire.bind({ statement: name, values, valueMapper: prepareValue });
      this.isDescribed = !isKnown || !this.described.has(name);
      if (this.isDescribed) wire.describe({ type: "P", name: "" });
      wire.execute({});
    } catch (error) {
      this.failure = error;
    } finally {
      wire.sync();
      wire.stream.uncork();
    }
    return null;
  }

  handleRowDescription({ fields }: { fields: readonly Field[] }): void {
    this.columns = fields.map(({ name, dataTypeID }) => ({
      name,
      // The cast: the driver's types know no type but its own few.
      parse: this.types.getTypeParser(dataTypeID as never) as Column["parse"],
    }));
  }

  handleDataRow({ fields }: { fields: Texts }): void {
    this.columns ??= this.described.get(this.name) ?? nothing;
    try {
      this.rows.push(rowOf<Row>(this.columns, fields));
    } catch (error) {
      this.failure ??= error;
    }
  }

  handleCommandComplete({ text }: { text: string }): void {
    this.done = text;
    if (this.isDescribed) this.described.set(this.name, this.columns ?? nothing);
  }

  handleError(error: unknown): void {
    this.reject(this.failure ?? error);
  }

  handleReadyForQuery(): void {
    const { failure, done, rows } = this;
    if (failure) this.reject(failure);
    else
      this.resolve({ command: commandOf(done), rowCount: countOf(done), oid: 0, fields: [], rows });
  }
}
