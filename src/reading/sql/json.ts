import { type Sql, sql } from "./fragments.js";

/**
 * The form of a value of SQL in JSON: a number as its text is, `boolean` as true or false, `quoted` where
 * the text never needs an escape, `text` where it may, `json` where it is JSON already.
 */
export type JsonForm = "number" | "boolean" | "quoted" | "text" | "json";

/** Postgres takes at most 100 arguments to a function. */
const mostPieces = 90;

/**
 * A value of the answer, as JSON text in the making. It is a sequence of pieces: text that is known when
 * the plan is made, and expressions whose text Postgres puts between. A value that may be absent is one
 * expression, NULL where it is absent; the object or list around it writes `null` there.
 */
export class Json {
  private constructor(
    private readonly pieces: readonly (string | Sql)[],
    /** True where the value may be null. */
    readonly nullable: boolean,
  ) {}

  /** Text that is JSON already and the same in every answer. */
  static known(value: string | boolean | null): Json {
    return new Json([JSON.stringify(value)], false);
  }

  /** An expression of Postgres' own text that is JSON, or NULL. */
  static of(expression: Sql, nullable: boolean): Json {
    return new Json([expression], nullable);
  }

  /** A value of SQL that becomes JSON in this form. What is never null is left to `concat` to write. */
  static value(expression: Sql, form: JsonForm, nullable: boolean): Json {
    const escaped = sql`to_json(${expression})`;
    if (nullable && form === "quoted") return Json.of(sql`'"' || ${expression}::text || '"'`, true);
    if (nullable && form === "text") return Json.of(sql`${escaped}::text`, true);
    if (nullable || form === "boolean") return Json.of(sql`(${expression})::text`, nullable);
    if (form === "quoted") return new Json(['"', expression, '"'], false);
    return new Json([form === "text" ? escaped : expression], false);
  }

  /** An object with these members, in this order. */
  static object(members: readonly (readonly [key: string, value: Json])[]): Json {
    const pieces = members.flatMap(([key, value], at): (string | Sql)[] => [
      `${at === 0 ? "" : ","}${JSON.stringify(key)}:`,
      ...value.held(),
    ]);
    return new Json(joined(["{", ...pieces, "}"]), false);
  }

  /** A list with the value of each row that is aggregated; `by` is how they are picked and ordered. */
  static list(value: Json, by: Sql = sql``, order: Sql = sql``): Json {
    const item = value.nullable ? sql`coalesce(${value.text()}, 'null')` : value.text();
    return new Json(["[", sql`coalesce(string_agg(${item}, ','${order})${by}, '')`, "]"], false);
  }

  /** The same, where null would be against the schema: Postgres ends the statement there. */
  present(field: string): Json {
    if (!this.nullable) return this;
    return Json.of(sql`coalesce(${this.text()}, read_absent(${sql.lit(field)}))`, false);
  }

  /** One expression of type text; NULL where the value is absent. */
  text(): Sql {
    const [only] = this.pieces;
    if (this.pieces.length === 1 && only !== undefined) {
      return typeof only === "string" ? sql`${sql.lit(only)}::text` : sql`(${only})::text`;
    }
    return concat(this.pieces.map((piece) => (typeof piece === "string" ? sql.lit(piece) : piece)));
  }

  private held(): readonly (string | Sql)[] {
    return this.nullable ? [sql`coalesce(${this.text()}, 'null')`] : this.pieces;
  }
}

/** Neighbouring pieces of known text as one. */
function joined(pieces: readonly (string | Sql)[]): (string | Sql)[] {
  const made: (string | Sql)[] = [];
  for (const piece of pieces) {
    const last = made.at(-1);
    if (typeof piece === "string" && typeof last === "string") made[made.length - 1] = last + piece;
    else made.push(piece);
  }
  return made;
}

function concat(pieces: readonly Sql[]): Sql {
  if (pieces.length <= mostPieces) return sql`concat(${sql.join(pieces)})`;
  const parts: Sql[] = [];
  for (let at = 0; at < pieces.length; at += mostPieces) {
    parts.push(concat(pieces.slice(at, at + mostPieces)));
  }
  return concat(parts);
}
