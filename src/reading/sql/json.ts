import { type Sql, sql } from "./fragments.js";
import { NotPlaced, type Rows, type Section, type Shape } from "./sections.js";

/**
 * The form of a value of SQL in JSON: a number as its text is, `boolean` as true or false, `quoted` where
 * the text never needs an escape, `text` where it may, `json` where it is JSON already.
 */
export type JsonForm = "number" | "boolean" | "quoted" | "text" | "json";

/** Postgres takes at most 100 arguments to a function. */
const mostPieces = 90;

/** A value that Postgres gives: as text that is JSON, or as values of a row. */
interface Part {
  /** Its text, in pieces that stand side by side. One that may be null is a single one, NULL where it is absent. */
  texts(): readonly (string | Sql)[];
  /** Its values in the rows of a section; undefined where its text is the value. Throws NotPlaced. */
  placed?(section: Section): Shape | undefined;
  /** True where its text is an aggregate of rows, and no value of one row. */
  isAggregate?: boolean;
}

/** Where a value that a subquery gives stands in the rows of a section. */
export type Place = (section: Section) => Shape | undefined;

/**
 * A value of the answer in the making. It is a sequence of pieces: text that is known when the plan is made,
 * and values that Postgres puts between. The statement can give the whole as JSON text, or as rows of values for
 * code that writes the text. A value that may be absent is one piece, NULL where it is absent; the object or list
 * around it writes `null` there.
 */
export class Json {
  private constructor(
    private readonly pieces: readonly (string | Part)[],
    /** True where the value may be null. */
    readonly nullable: boolean,
  ) {}

  /** Text that is JSON already and the same in every answer. */
  static known(value: string | boolean | null): Json {
    return new Json([JSON.stringify(value)], false);
  }

  /** An expression of Postgres' own text that is JSON, or NULL. */
  static of(expression: Sql, nullable: boolean): Json {
    return Json.part(nullable, { texts: () => [expression] });
  }

  /**
   * A value of SQL that becomes JSON in this form. What is never null is left to `concat` to write.
   */
  static value(
    expression: Sql,
    form: JsonForm,
    nullable: boolean,
    { isText = false, isStored = false }: { isText?: boolean; isStored?: boolean } = {},
  ): Json {
    return Json.part(nullable, {
      texts: () => textsOf(expression, form, nullable),
      placed: (section) => {
        const isEscaped = form === "text" && !isText;
        const shown = form === "quoted" || (form === "text" && isText) ? form : "json";
        const value = isEscaped ? sql`to_json(${expression})` : expression;
        return { ...section.value(value, shown, nullable), tellsRow: isStored && !nullable };
      },
    });
  }

  /** An object with these members, in this order. */
  static object(members: readonly (readonly [key: string, value: Json])[]): Json {
    const pieces = members.flatMap(([key, value], at): (string | Part)[] => [
      `${at === 0 ? "" : ","}${JSON.stringify(key)}:`,
      ...value.held(),
    ]);
    return new Json(joined(["{", ...pieces, "}"]), false);
  }

  /**
   * A list with the value of each row that is aggregated; `by` is how they are picked and ordered. `rows` gives the
   * rows of it where they can stand in a section.
   */
  static list(
    value: Json,
    by: Sql = sql``,
    order: Sql = sql``,
    rows?: () => Rows | undefined,
  ): Json {
    const item = () => (value.nullable ? sql`coalesce(${value.text()}, 'null')` : value.text());
    return Json.part(false, {
      texts: () => ["[", sql`coalesce(string_agg(${item()}, ','${order})${by}, '')`, "]"],
      placed: (section) => {
        const found = rows?.();
        if (!found) throw new NotPlaced();
        return section.list(found, (below) => value.placed(below));
      },
      isAggregate: true,
    });
  }

  /** A value that a subquery gives, null where it may find no row. Without a place its text is the value. */
  static within(
    value: Json,
    subquery: (value: Sql) => Sql,
    nullable: boolean,
    placed: Place = () => undefined,
  ): Json {
    return Json.part(nullable, { texts: () => [subquery(value.text())], placed });
  }

  private static part(nullable: boolean, part: Part): Json {
    return new Json([part], nullable);
  }

  /** The same, where null would be against the schema: the answer ends there. */
  present(field: string): Json {
    if (!this.nullable) return this;
    return Json.part(false, {
      texts: () => [sql`coalesce(${this.text()}, read_absent(${sql.lit(field)}))`],
      placed: (section) => present(this.placed(section), field),
    });
  }

  /** One expression of type text; NULL where the value is absent. */
  text(): Sql {
    const pieces = joined(
      this.pieces.flatMap((piece) => (typeof piece === "string" ? [piece] : piece.texts())),
    );
    const [only] = pieces;
    if (pieces.length === 1 && only !== undefined) {
      return typeof only === "string" ? sql`${sql.lit(only)}::text` : sql`(${only})::text`;
    }
    return concat(pieces.map((piece) => (typeof piece === "string" ? sql.lit(piece) : piece)));
  }

  /** Its values in the rows of a section. */
  placed(section: Section): Shape {
    const parts = this.pieces.map((piece) =>
      typeof piece === "string" ? piece : this.placedPart(piece, section),
    );
    const [only] = parts;
    const isWhole = parts.length === 1 && typeof only === "object";
    return isWhole ? only : { is: "parts", parts: joined(parts), nullable: false };
  }

  private placedPart(part: Part, section: Section): Shape {
    const place = () => part.placed?.(section);
    const shape = part.isAggregate ? place() : section.attempt(place);
    if (shape) return shape;
    const text = new Json([part], this.nullable).text();
    return section.value(text, "json", this.nullable);
  }

  /** Its pieces within an object, which writes `null` where it is absent. */
  private held(): readonly (string | Part)[] {
    if (!this.nullable) return this.pieces;
    const texts = () => [sql`coalesce(${this.text()}, 'null')`];
    return [{ texts, placed: (section) => this.placed(section) }];
  }
}

function textsOf(expression: Sql, form: JsonForm, nullable: boolean): readonly (string | Sql)[] {
  const escaped = sql`to_json(${expression})`;
  if (nullable && form === "quoted") return [sql`'"' || ${expression}::text || '"'`];
  if (nullable && form === "text") return [sql`${escaped}::text`];
  if (nullable || form === "boolean") return [sql`(${expression})::text`];
  if (form === "quoted") return ['"', expression, '"'];
  return [form === "text" ? escaped : expression];
}

/** The shape of what must not be null. */
const present = (shape: Shape, absent: string): Shape =>
  shape.is === "list" ? shape : { ...shape, nullable: false, absent };

/** Neighbouring pieces of known text as one. */
function joined<P>(pieces: readonly (string | P)[]): (string | P)[] {
  const made: (string | P)[] = [];
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
