import type { AccessScope } from "../../access/index.js";
import { badField, queryTooComplex } from "../../platform/errors.js";
import { isId } from "../../platform/ids.js";
import type { Where } from "../model/arguments.js";
import type { Class } from "../model/class.js";
import { filteredIdentity, type NounDefinition, nounOf, seenByAll } from "../model/dictionary.js";
import type { NounField } from "../model/field.js";
import { type ColumnKind, castType } from "../model/kinds.js";
import type { FilterSite } from "../model/sites.js";
import { allOf, anyOf, literalPattern, type Sql, sql } from "../sql/fragments.js";
import type { RowRef } from "../sql/statement.js";

/** Conditions in one filter, nested ones too: Postgres plans each, and its messages end at 65,535. */
const mostConditions = 500;

/**
 * Writes a value of the field's arguments, at `path` in them, into a statement: the result of `read`,
 * which throws BAD_USER_INPUT for a value that it cannot take.
 */
export type ValueWriter = <T>(value: T, path: string, read: (value: T) => unknown) => Sql;

/** Writes the present values. */
export const writeNow: ValueWriter = (value, _path, read) => sql`${sql.val(read(value))}`;

const asIs = (value: unknown): unknown => value;

/** Compiles `where` inputs to SQL for one viewer; a row that the viewer may not see matches nothing. */
export class FilterCompiler {
  /** The number of conditions compiled so far. */
  conditions = 0;

  constructor(
    readonly scope: AccessScope,
    private readonly write: ValueWriter = writeNow,
  ) {}

  /** The condition of `where` on `row`; `path` is its place in the field's arguments. */
  compile(noun: NounDefinition, row: RowRef, where: Where, path: string): Sql {
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

  private part(noun: NounDefinition, row: RowRef, name: string, value: unknown, path: string): Sql {
    const condition = noun.conditions[name];
    if (condition) {
      const checked = (text: unknown) => {
        condition.check(String(text), path);
        return text;
      };
      return condition.sql(row.column(noun.idColumn), this.write(value, path, checked));
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
      default: {
        const site = new FieldFilter(this, this.write, noun, row, value as Where, path);
        return filteredField(noun, name).condition(site);
      }
    }
  }

  private each(noun: NounDefinition, row: RowRef, value: unknown, path: string): Sql[] {
    return (value as Where[]).map((one, at) => this.compile(noun, row, one, `${path}.${at}`));
  }

  private identity(noun: NounDefinition, row: RowRef, name: string, value: unknown, path: string) {
    const { kind, column } = filteredIdentity(noun);
    const where = { [name]: value };
    const parent = path.slice(0, -name.length - 1);
    const site = new FieldFilter(this, this.write, noun, row, where, parent);
    return site.scalar(kind, row.column(column));
  }
}

/** One input of a filter on one field of a row. */
class FieldFilter implements FilterSite {
  constructor(
    private readonly compiler: FilterCompiler,
    private readonly write: ValueWriter,
    readonly noun: NounDefinition,
    readonly row: RowRef,
    private readonly where: Where,
    private readonly path: string,
  ) {}

  get scope(): AccessScope {
    return this.compiler.scope;
  }

  some(target: Class, join: (child: RowRef) => Sql): Sql {
    const noun = nounOf(target);
    const child = this.row.statement.row(noun.table);
    const conditions = allOf([
      join(child),
      noun.visible(this.scope, child),
      this.compiler.compile(noun, child, this.where, this.path),
    ]);
    return sql`exists (select 1 from ${child.source} where ${conditions})`;
  }

  someOf(target: Class, ids: Sql): Sql {
    const noun = nounOf(target);
    if (usesIdsOnly(noun, this.where)) return this.someId(noun, ids);
    return this.some(target, (child) => sql`${child.column(noun.idColumn)} = any(${ids})`);
  }

  scalar(kind: ColumnKind, value: Sql): Sql {
    const type = castType(kind.columnType);
    const given = Object.entries(this.where).filter(([, operand]) => operand !== undefined);
    return allOf(given.map(([operator, operand]) => this.compared(value, type, operator, operand)));
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

  /** One operator of a scalar's filter; the names are those of `schema/filter-inputs.ts`. */
  private compared(value: Sql, type: string, operator: string, operand: unknown): Sql {
    const path = `${this.path}.${operator}`;
    if (operand === null) {
      throw badField(path, "must not be null; use isNull", "tidak boleh null; gunakan isNull");
    }
    switch (operator) {
      case "isNull":
        return operand ? sql`${value} is null` : sql`${value} is not null`;
      case "contains":
        return sql`${value} ilike ${this.write(operand, path, containing)}`;
      case "in": {
        const values = this.write(operand as unknown[], path, (all) => checkedIds(type, all, path));
        return sql`${value} = any(${values}::${sql.raw(type)}[])`;
      }
      default: {
        const compare = comparisons[operator];
        if (!compare) throw new Error(`No comparison named ${operator}`);
        const one = this.write(operand, path, (given) => checkedId(type, given, path));
        return compare(value, sql`${one}::${sql.raw(type)}`);
      }
    }
  }
}

/** Tells a filter that a row's id alone answers, on a noun that everybody sees whole. */
function usesIdsOnly(noun: NounDefinition, where: Where): boolean {
  if (noun.visible !== seenByAll) return false;
  return Object.entries(where).every(([name, value]) => {
    if (name in noun.conditions || value === null || value === undefined) return true;
    if (name === "and" || name === "or") {
      return (value as Where[]).every((one) => usesIdsOnly(noun, one));
    }
    if (name === "not") return usesIdsOnly(noun, value as Where);
    return (name === "eq" || name === "in") && noun.filterBy === "id";
  });
}

/** The field that offers this name in a filter. */
function filteredField(noun: NounDefinition, name: string): NounField {
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
