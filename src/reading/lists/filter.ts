import type { AccessScope } from "../../access/index.js";
import { badField, queryTooComplex } from "../../platform/errors.js";
import { isId } from "../../platform/ids.js";
import type { ColumnField } from "../fields/index.js";
import {
  type FieldDefinition,
  fieldOf,
  identityField,
  type NounDefinition,
  seenByAll,
} from "../model/dictionary.js";
import { type ColumnKind, castType } from "../model/kinds.js";
import { allOf, anyOf, column, literalPattern, type Sql, sql } from "../sql/fragments.js";

/** What an input of a filter gives. */
export type Where = Record<string, unknown>;

/** Conditions in one filter, nested ones too: Postgres plans each, and its messages end at 65,535. */
const mostConditions = 500;

/** Names for the tables of one statement, no two alike. */
export class Aliases {
  private made = 0;

  next(): string {
    this.made += 1;
    return `t${this.made}`;
  }
}

/**
 * Writes a value of a filter, which stands at `path` in the field's arguments, into a statement: what
 * `read` makes of it, or a fault where it cannot be taken.
 */
export type ValueWriter = <T>(value: T, path: string, read: (value: T) => unknown) => Sql;

/** Writes the values that are there now. */
const writeNow: ValueWriter = (value, _path, read) => sql`${sql.val(read(value))}`;

const asIs = (value: unknown): unknown => value;

/** Compiles `where` inputs to SQL for one viewer; what the viewer may not see matches nothing. */
export class FilterCompiler {
  /** How many conditions were compiled so far. */
  conditions = 0;

  constructor(
    readonly scope: AccessScope,
    private readonly aliases = new Aliases(),
    private readonly write: ValueWriter = writeNow,
  ) {}

  /** A new alias for a joined table. */
  alias(): string {
    return this.aliases.next();
  }

  /** The condition on `row` that `where` asks; `path` is where it stands in the input. */
  compile(noun: NounDefinition, row: string, where: Where, path: string): Sql {
    const given = Object.entries(where);
    this.conditions += given.length;
    if (this.conditions > mostConditions) {
      throw queryTooComplex("conditions", this.conditions, mostConditions);
    }
    const parts = given.map(([name, value]) => {
      const at = `${path}.${name}`;
      if (value === undefined) return sql`true`;
      if (value === null) throw badField(at, "must not be null", "tidak boleh null");
      return this.part(noun, row, name, value, at);
    });
    return allOf(parts);
  }

  /** That some visible row of `noun`, joined as `join` says, meets `where`. */
  some(noun: NounDefinition, join: (child: string) => Sql, where: Where, path: string): Sql {
    const child = this.alias();
    const conditions = allOf([
      join(child),
      noun.visible(this.scope, child),
      this.compile(noun, child, where, path),
    ]);
    return sql`exists (select 1 from ${sql.table(noun.table)} as ${sql.ref(child)} where ${conditions})`;
  }

  /**
   * That some id of an array meets `where`, which asks nothing else of the rows. They are not joined:
   * Postgres misjudges how many ids a range of codes holds, and would compare each with each.
   */
  someId(noun: NounDefinition, ids: Sql, where: Where, path: string): Sql {
    const member = this.alias();
    const conditions = this.compile(noun, member, where, path);
    return sql`exists (select 1 from unnest(${ids}) as ${sql.ref(member)}(${sql.ref(noun.idColumn)}) where ${conditions})`;
  }

  private part(noun: NounDefinition, row: string, name: string, value: unknown, path: string): Sql {
    const condition = noun.conditions[name];
    if (condition) {
      const checked = (text: unknown) => {
        condition.check(String(text), path);
        return text;
      };
      return condition.sql(column(row, noun.idColumn), this.write(value, path, checked));
    }
    switch (name) {
      case "and":
        return allOf(this.each(noun, row, value, path));
      case "or":
        return anyOf(this.each(noun, row, value, path));
      case "not":
        return sql`not coalesce(${this.compile(noun, row, value as Where, path)}, false)`;
      case "eq":
      case "in":
        return this.identity(noun, row, name, value, path);
      default:
        return filteredField(noun, name).condition({
          filter: this,
          noun,
          row,
          where: value as Where,
          path,
        });
    }
  }

  private each(noun: NounDefinition, row: string, value: unknown, path: string): Sql[] {
    return (value as Where[]).map((one, at) => this.compile(noun, row, one, `${path}.${at}`));
  }

  private identity(noun: NounDefinition, row: string, name: string, value: unknown, path: string) {
    const field =
      noun.filterBy === "key" ? (fieldOf(noun, "key") as ColumnField) : identityField(noun);
    const parent = path.slice(0, -name.length - 1);
    return this.scalar(field.kind, column(row, field.column), { [name]: value }, parent);
  }

  /** Conditions on a value of this kind. */
  scalar(kind: ColumnKind, expression: Sql, where: Where, path: string): Sql {
    const type = castType(kind.columnType);
    const given = Object.entries(where).filter(([, value]) => value !== undefined);
    return allOf(
      given.map(([operator, value]) =>
        this.compared(expression, type, operator, value, `${path}.${operator}`),
      ),
    );
  }

  /** One operator of a scalar's filter; the names are those of `filter-inputs.ts`. */
  private compared(
    expression: Sql,
    type: string,
    operator: string,
    value: unknown,
    path: string,
  ): Sql {
    if (value === null) {
      throw badField(path, "must not be null; use isNull", "tidak boleh null; gunakan isNull");
    }
    switch (operator) {
      case "isNull":
        return value ? sql`${expression} is null` : sql`${expression} is not null`;
      case "contains":
        return sql`${expression} ilike ${this.write(value, path, containing)}`;
      case "in": {
        const values = this.write(value as unknown[], path, (all) => checkedIds(type, all, path));
        return sql`${expression} = any(${values}::${sql.raw(type)}[])`;
      }
      default: {
        const compare = comparisons[operator];
        if (!compare) throw new Error(`No comparison named ${operator}`);
        const one = this.write(value, path, (given) => checkedId(type, given, path));
        return compare(expression, sql`${one}::${sql.raw(type)}`);
      }
    }
  }

  /** Conditions on a list of enum values: that it holds one, one of several, or not one. */
  enumList(expression: Sql, where: Where, path: string): Sql {
    const parts = Object.entries(where).map(([operator, value]) => {
      const at = `${path}.${operator}`;
      if (value === undefined) return sql`true`;
      if (value === null) throw badField(at, "must not be null", "tidak boleh null");
      if (operator === "isNull") {
        return sql`(cardinality(${expression}) = 0) = ${this.write(value, at, asIs)}`;
      }
      const values = this.write(value, at, (given) => (operator === "in" ? given : [given]));
      const overlaps = sql`${expression} && ${values}::text[]`;
      return operator === "not" ? sql`not (${overlaps})` : overlaps;
    });
    return allOf(parts);
  }
}

/** Whether a filter can be answered from a row's id alone, in a noun of which nobody is denied a row. */
export function asksIdsOnly(noun: NounDefinition, where: Where): boolean {
  if (noun.visible !== seenByAll) return false;
  return Object.entries(where).every(([name, value]) => {
    if (name in noun.conditions || value === null || value === undefined) return true;
    if (name === "and" || name === "or") {
      return (value as Where[]).every((one) => asksIdsOnly(noun, one));
    }
    if (name === "not") return asksIdsOnly(noun, value as Where);
    return (name === "eq" || name === "in") && noun.filterBy === "id";
  });
}

/** The field that offers this name in a filter. */
function filteredField(noun: NounDefinition, name: string): FieldDefinition {
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

function checkedId(type: string, value: unknown, path: string): unknown {
  if (type === "uuid" && !isId(value)) throw badField(path, "must be a UUID", "harus berupa UUID");
  return value;
}

const checkedIds = (type: string, values: unknown[], path: string): unknown[] =>
  values.map((value, at) => checkedId(type, value, `${path}.${at}`));

const containing = (value: unknown): string => `%${literalPattern(String(value))}%`;
