import type { RecordedTable, RecordedTables } from "../../ledger/index.js";
import { type Sql, sql } from "./fragments.js";

/** The moment as of which a statement reads. */
export interface Moment {
  /** The position of the ledger. */
  position: Sql;
  /** The instant of the change at that position: what the clock says then. */
  instant: Sql;
}

/** The table of the ledger itself, whose rows never change. */
export const ledgerTable = "change";

/** The lines that rules may ask for: those of the ledger's table, and what was kept of archived ones. */
export const knownLines = "change_known";

/** The column that tells rows which stand as they stood from those that were brought back. */
const isUnchanged = sql.ref("$unchanged");

/**
 * The tables of one statement as they stood at a position of the ledger. A row without a later line is
 * read where it stands, by the table's own indexes; the others are made once a statement from their later
 * lines. A table without lines of its rows, as the regions, is read as it is.
 */
export class Past {
  private readonly rebuilt = new Map<string, RecordedTable>();
  /** True while the part of a condition is written that is about then alone. */
  isOfThen = false;

  constructor(
    readonly moment: Moment,
    private readonly recorded: RecordedTables,
  ) {}

  /** The entity of a table's lines; undefined for a table that is read as it is. */
  entityOf(table: string): string | undefined {
    return this.recorded.get(table)?.entity;
  }

  /**
   * The table under an alias, for FROM and JOIN. The condition stands in a join, not in a subquery: so
   * Postgres takes the parts of the union apart, and finds rows of the table by its indexes.
   */
  source(table: string, alias: string): Sql {
    const name = sql.ref(alias);
    const one = sql`(values (1)) as ${sql.ref(`${alias}$`)}`;
    if (table === ledgerTable) {
      const at = sql.ref(`${alias}.position`);
      return sql`(${sql.table(table)} as ${name} join ${one} on ${at} <= ${this.moment.position})`;
    }
    const recorded = this.recorded.get(table);
    if (!recorded) return sql`${sql.table(table)} as ${name}`;
    this.rebuilt.set(table, recorded);
    const past = pastName(table);
    return sql`((select now.*, true as ${isUnchanged} from ${sql.table(table)} as now
        union all select * from (select past.*, false from ${past} as past offset 0) as past) as ${name}
      join ${one} on (not ${name}.${isUnchanged} or ${this.hasNoLater(recorded, sql`${name}.id`)}))`;
  }

  /** The tables that are brought back, as WITH of the statement; call it when all of them are known. */
  definitions(): Sql {
    if (this.rebuilt.size === 0) return sql``;
    const parts = [...this.rebuilt].flatMap(([table, recorded]) => [
      sql`${linesName(table)} as materialized (${this.lines(recorded)})`,
      sql`${pastName(table)} as materialized (${this.rows(table, recorded)})`,
    ]);
    return sql`with ${sql.join(parts)} `;
  }

  private hasNoLater({ entity }: RecordedTable, id: Sql): Sql {
    return sql`not exists (select 1 from change as later where later.entity = ${sql.lit(entity)}
      and later.entity_id = ${id} and later.position > ${this.moment.position})`;
  }

  /**
   * The later lines of a table's rows that were there: those up to the row's removal, after which the same
   * id would be another row. A row whose first later line made it was not there.
   */
  private lines({ entity }: RecordedTable): Sql {
    return sql`select id, position, diff, removed_at from (
        select entity_id as id, position, diff, first_value(kind) over ids as first_kind,
          min(position) filter (where kind = 'DELETED') over ids as removed_at
        from change where entity = ${sql.lit(entity)} and position > ${this.moment.position}
        window ids as (partition by entity_id order by position
          rows between unbounded preceding and unbounded following)) as line
      where first_kind <> 'CREATED' and position <= coalesce(removed_at, position)`;
  }

  /**
   * The rows, each with the earliest value that a later line says was before. What no line names is as it
   * is; of a removed row every line of the removal names what was stored.
   */
  private rows(table: string, recorded: RecordedTable): Sql {
    const { entity, isVersioned } = recorded;
    const { column, value, isFormer } = fieldOf(recorded);
    const version = (value: Sql) =>
      isVersioned ? sql`'version', ${value}` : sql`'unversioned', true`;
    return sql`select made.* from (
        select line.id, line.removed_at, count(distinct line.position) as lines,
          coalesce(jsonb_object_agg(${column}, ${value} order by line.position desc, ${isFormer} desc)
            filter (where ${column} is not null), '{}') as body
        from ${linesName(table)} as line left join lateral jsonb_each(line.diff) as field on true
        group by line.id, line.removed_at) as changed
      left join ${sql.table(table)} as now on now.id = changed.id and changed.removed_at is null
      cross join lateral (select sum(lines) as lines, min(at) as made_at from ${sql.table(knownLines)} as earlier
        where changed.removed_at is not null and earlier.entity = ${sql.lit(entity)}
          and earlier.entity_id = changed.id and earlier.position <= ${this.moment.position}) as before
      cross join lateral jsonb_populate_record(now, case when changed.removed_at is null
        then changed.body || jsonb_build_object(${version(sql`now.version - changed.lines`)})
        else jsonb_build_object('created_at', before.made_at) || changed.body
          || jsonb_build_object('id', changed.id, ${version(sql`before.lines`)}) end) as made
      where changed.removed_at is not null or now.id is not null`;
  }
}

/**
 * The field of a line, by the names that lines have had: its column, and its value there. What an older line
 * calls otherwise is part of that column now; where a line has both, the column's own name counts.
 */
function fieldOf({ columns, former = {} }: RecordedTable) {
  const of = (record: object): Sql => sql`${sql.lit(JSON.stringify(record))}::jsonb`;
  const before = sql`(field.value->'before')`;
  const names = Object.entries(former).filter(([name]) => !(name in columns));
  if (names.length === 0) {
    return { column: sql`(${of(columns)} ->> field.key)`, value: before, isFormer: sql`false` };
  }
  const columnsOf = Object.fromEntries(names.map(([name, { column }]) => [name, column]));
  const members = of(Object.fromEntries(names.map(([name, { member }]) => [name, member])));
  return {
    column: sql`(${of({ ...columnsOf, ...columns })} ->> field.key)`,
    value: sql`(case when jsonb_exists(${members}, field.key) and jsonb_typeof${before} = 'string'
      then jsonb_build_object(${members} ->> field.key, ${before}) else ${before} end)`,
    isFormer: sql`jsonb_exists(${members}, field.key)`,
  };
}

const linesName = (table: string): Sql => sql.ref(`lines:${table}`);
const pastName = (table: string): Sql => sql.ref(`past:${table}`);
