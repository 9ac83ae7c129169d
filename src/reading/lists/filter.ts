import type { AccessScope } from "../../access/index.js";
import { retained } from "../../ledger/index.js";
import { badField } from "../../platform/errors.js";
import { isId } from "../../platform/ids.js";
import type { Where } from "../model/arguments.js";
import type { Class } from "../model/class.js";
import { filteredIdentity, type NounDefinition, nounOf } from "../model/dictionary.js";
import type { NounField } from "../model/field.js";
import { type ColumnKind, castType, kinds } from "../model/kinds.js";
import type { FilterSite } from "../model/sites.js";
import { allOf, anyOf, literalPattern, type Sql, sql } from "../sql/fragments.js";
import type { RowRef } from "../sql/statement.js";
import { checkedBy, usesIdsOnly } from "./identifiers.js";

/** The longest text that `contains` looks for, and the longest that a text is compared with. */
const longestTexts = { searched: 200, compared: 1000 } as const;

/** The place of a condition among those around it. */
interface Place {
  /** True below an `or` or a `not`, up to the next relation: a relation there is no join, but a subplan. */
  isOptional: boolean;
  /** True below a relation that is a subplan. */
  isInSubplan: boolean;
}

const outermost: Place = { isOptional: false, isInSubplan: false };

/**
 * Writes a value of the field's arguments, at `path` in them, into a statement: the result of `read`,
 * which throws BAD_USER_INPUT for a value that it cannot take.
 */
export type ValueWriter = <T>(value: T, path: string, read: (value: T) => unknown) => Sql;

/** Writes the present values. */
export const writeNow: ValueWriter = (value, _path, read) => sql`${sql.val(read(value))}`;

const asIs = (value: unknown): unknown => value;

/** Writes a value that a filter compares with. */
type Writing = (given: Sql) => Sql;

const same: Writing = (given) => given;

/** The row that conditions are on, and their place. */
class Level {
  constructor(
    readonly noun: NounDefinition,
    readonly row: RowRef,
    readonly place: Place,
  ) {}

  /** The same row, for conditions of which not all must hold. */
  get optional(): Level {
    return new Level(this.noun, this.row, { ...this.place, isOptional: true });
  }
}

/** Compiles `where` inputs to SQL for one viewer; a row that the viewer may not see matches nothing. */
export class FilterCompiler {
  constructor(
    readonly scope: AccessScope,
    private readonly write: ValueWriter = writeNow,
    /** True where a filter that names a position fails unless its line is retained. */
    readonly isOverRetained = false,
  ) {}

  /** The compiler for lists of the ledger's lines, which show no part of what a filter wants as if it were all. */
  get overRetained(): FilterCompiler {
    return new FilterCompiler(this.scope, this.write, true);
  }

  /** The condition of `where` on `row`; `path` is its place in the field's arguments. */
  compile(noun: NounDefinition, row: RowRef, where: Where, path: string, place = outermost): Sql {
    const level = new Level(noun, row, place);
    const parts = Object.entries(where).map(([name, value]) => {
      const at = `${path}.${name}`;
      if (value === undefined) return sql`true`;
      if (value === null) throw badField(at, "must not be null", "tidak boleh null");
      return this.part(level, name, value, at);
    });
    return allOf(parts);
  }

  private part(level: Level, name: string, value: unknown, path: string): Sql {
    const { noun, row } = level;
    const condition = noun.conditions[name];
    if (condition) {
      const given = this.write(value, path, checkedBy(condition, path));
      return condition.sql(row.column(noun.idColumn), given);
    }
    switch (name) {
      case "and":
        return allOf(this.each(level, value, path));
      case "or":
        return anyOf(this.each(level.optional, value, path));
      case "not": {
        const inner = this.compile(noun, row, value as Where, path, level.optional.place);
        return sql`not coalesce(${inner}, false)`;
      }
      case "eq":
      case "in":
        return this.identity(level, name, value, path);
      default: {
        const site = new FieldFilter(this, this.write, level, value as Where, path);
        return filteredField(noun, name).condition(site);
      }
    }
  }

  private each({ noun, row, place }: Level, value: unknown, path: string): Sql[] {
    return (value as Where[]).map((one, at) =>
      this.compile(noun, row, one, `${path}.${at}`, place),
    );
  }

  private identity(level: Level, name: string, value: unknown, path: string) {
    const { kind, column } = filteredIdentity(level.noun);
    const where = { [name]: value };
    const parent = path.slice(0, -name.length - 1);
    const site = new FieldFilter(this, this.write, level, where, parent);
    return site.scalar(kind, level.row.column(column));
  }
}

/** One input of a filter on one field of a row. */
class FieldFilter implements FilterSite {
  constructor(
    private readonly compiler: FilterCompiler,
    private readonly write: ValueWriter,
    private readonly level: Level,
    private readonly where: Where,
    private readonly path: string,
  ) {}

  get noun(): NounDefinition {
    return this.level.noun;
  }

  get row(): RowRef {
    return this.level.row;
  }

  get scope(): AccessScope {
    return this.compiler.scope;
  }

  /**
   * Postgres plans a subplan twice, to choose between one run for each row and one for all, and so does it
   * with those inside it: a chain of six would be planned 64 times. `offset 0` leaves it no choice for
   * the inner ones.
   */
  some(target: Class, join: (child: RowRef) => Sql): Sql {
    const { isOptional, isInSubplan } = this.level.place;
    const noun = nounOf(target);
    const child = this.row.statement.row(noun.table);
    const place = { isOptional: false, isInSubplan: isInSubplan || isOptional };
    const conditions = allOf([
      join(child),
      noun.visible(this.scope, child),
      this.compiler.compile(noun, child, this.where, this.path, place),
    ]);
    const once = isOptional && isInSubplan ? sql` offset 0` : sql``;
    return sql`exists (select 1 from ${child.source} where ${conditions}${once})`;
  }

  someOf(target: Class, ids: Sql): Sql {
    const noun = nounOf(target);
    const found = this.found(noun, ids);
    const given = Object.values(this.where).filter((value) => value !== undefined);
    if (found.length === 1 && given.length === 1) return allOf(found);
    const some = usesIdsOnly(noun, this.where)
      ? this.someId(noun, ids)
      : this.some(target, (child) => sql`${child.column(noun.idColumn)} = any(${ids})`);
    return allOf([...found, some]);
  }

  scalar(kind: ColumnKind, value: Sql): Sql {
    const type = castType(kind.columnType);
    const isRetained = this.compiler.isOverRetained && kind === kinds.position;
    const given = Object.entries(this.where).filter(([, operand]) => operand !== undefined);
    const as = isRetained ? retained : same;
    return allOf(
      given.map(([operator, operand]) => this.compared(value, type, operator, operand, as)),
    );
  }

  enumList(list: Sql): Sql {
    const parts = Object.entries(this.where).map(([operator, value]) => {
      const at = `${this.path}.${operator}`;
      if (value === undefined) return sql`true`;
      if (value === null) throw badField(at, "must not be null", "tidak boleh null");
      if (operator === "isNull") {
        return sql`(cardinality(${list}) = 0) = ${this.write(value, at, asIs)}`;
      }
      const values = this.write(value, at, (given) => (operator === "in" ? given : [given]));
      const overlaps = sql`${list} && ${values}::text[]`;
      return operator === "not" ? sql`not (${overlaps})` : overlaps;
    });
    return allOf(parts);
  }

  /**
   * The condition that some id of an array meets an input on ids alone. The rows are not joined:
   * Postgres misjudges how many ids a range of codes holds, and would compare each with each.
   */
  private someId(noun: NounDefinition, ids: Sql): Sql {
    const member = this.row.statement.madeRow();
    const conditions = this.compiler.compile(noun, member, this.where, this.path);
    const columns = sql.ref(noun.idColumn);
    return sql`exists (select 1 from unnest(${ids}) as ${member.name}(${columns}) where ${conditions})`;
  }

  /** The conditions of the input that an index answers for an array of ids. All others must hold beside them. */
  private found(noun: NounDefinition, ids: Sql): Sql[] {
    return Object.entries(this.where).flatMap(([name, value]) => {
      const condition = noun.conditions[name];
      if (!condition?.some || value === undefined || value === null) return [];
      const path = `${this.path}.${name}`;
      return condition.some(ids, this.write(value, path, checkedBy(condition, path)));
    });
  }

  /** One operator of a scalar's filter; the names are those of `schema/filter-inputs.ts`. */
  private compared(value: Sql, type: string, operator: string, operand: unknown, as: Writing): Sql {
    const path = `${this.path}.${operator}`;
    if (operand === null) {
      throw badField(path, "must not be null; use isNull", "tidak boleh null; gunakan isNull");
    }
    switch (operator) {
      case "isNull":
        return operand ? sql`${value} is null` : sql`${value} is not null`;
      case "contains":
        return sql`${value} ilike ${this.write(operand, path, (text) => containing(text, path))}`;
      case "in": {
        const values = this.write(operand as unknown[], path, (all) =>
          all.map((one, at) => checked(type, one, `${path}.${at}`)),
        );
        const listed = sql`${values}::${sql.raw(type)}[]`;
        if (as === same) return sql`${value} = any(${listed})`;
        return sql`${value} = any(array(select ${as(sql`one`)} from unnest(${listed}) as one))`;
      }
      default: {
        const compare = comparisons[operator];
        if (!compare) throw new Error(`No comparison named ${operator}`);
        const one = this.write(operand, path, (given) => checked(type, given, path));
        const given = sql`${one}::${sql.raw(type)}`;
        return compare(value, operator === "not" ? given : as(given));
      }
    }
  }
}

/** The field that offers this name in a filter. */
export function filteredField(noun: NounDefinition, name: string): NounField {
  for (const field of noun.fields.values()) {
    if (field.offer()?.name === name) return field;
  }
  throw new Error(`${noun.name} offers no filter ${name}`);
}

type Comparison = (expression: Sql, value: Sql) => Sql;

const comparisons: Record<string, Comparison> = {
  eq: (expression, value) => sql`${expression} = ${value}`,
  not: (expression, value) => sql`${expression} is distinct from ${value}`,
  gte: (expression, value) => sql`${expression} >= ${value}`,
  lte: (expression, value) => sql`${expression} <= ${value}`,
};

function checked(type: string, value: unknown, path: string): unknown {
  if (type === "uuid" && !isId(value)) throw badField(path, "must be a UUID", "harus berupa UUID");
  return type === "text" ? withinLength(value, longestTexts.compared, path) : value;
}

function withinLength(value: unknown, most: number, path: string): string {
  const text = String(value);
  if (text.length <= most) return text;
  throw badField(path, `at most ${most} characters`, `paling banyak ${most} karakter`);
}

const containing = (value: unknown, path: string): string =>
  `%${literalPattern(withinLength(value, longestTexts.searched, path))}%`;
