import type pg from "pg";
import type { SeededRandom } from "../testkit/random/seeded-random.js";
import { structures } from "./structures.js";

/** A row of any table, by column. */
export type TableRow = Record<string, unknown>;

/** A column as the catalogue has it. */
export interface TableColumn {
  name: string;
  /** As `uuid`, `text[]` or an enum's name. */
  type: string;
  nullable: boolean;
  /** The values of an enum, in order. */
  labels: string[];
  /** The table that it refers to. */
  parent: string | null;
}

const statement = `
  select c.relname as "table", a.attname as name, format_type(a.atttypid, null) as type,
    not a.attnotnull as nullable, f.confrelid::regclass::text as parent,
    array(select e.enumlabel::text from pg_enum e where e.enumtypid = a.atttypid
      order by e.enumsortorder) as labels
  from pg_attribute a join pg_class c on c.oid = a.attrelid
  left join pg_constraint f on f.conrelid = a.attrelid and f.contype = 'f'
    and f.conkey = array[a.attnum]
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    and not c.relispartition and a.attnum > 0
    and not a.attisdropped
  order by c.relname, a.attnum`;

/** The columns of every table. */
export async function allColumns(
  client: pg.Pool | pg.ClientBase,
): Promise<Map<string, TableColumn[]>> {
  const { rows } = await client.query<TableColumn & { table: string }>(statement);
  return Map.groupBy(rows, ({ table }) => table);
}

/** The rows that there are, by table; of the regions some of each level, whole branches among them. */
export class KnownRows {
  private readonly tables = new Map<string, TableRow[]>();

  of(table: string): TableRow[] {
    const known = this.tables.get(table) ?? [];
    this.tables.set(table, known);
    return known;
  }

  ids(table: string): string[] {
    return this.of(table).map((row) => String(row.id ?? row.code));
  }

  row(table: string, id: unknown): TableRow {
    const found = this.of(table).find((row) => row.id === id);
    if (!found) throw new Error(`${table} has no row ${id}`);
    return found;
  }

  static async read(client: pg.Pool | pg.ClientBase, tables: Iterable<string>): Promise<KnownRows> {
    const known = new KnownRows();
    for (const table of tables) {
      const some = table === "region" ? "where code like '36%' order by code limit 1500" : "";
      const { rows } = await client.query<TableRow>(
        `select to_jsonb(t) as row from (select * from "${table}" ${some}) as t`,
      );
      known.of(table).push(...rows.map(({ row }) => row as TableRow));
    }
    return known;
  }
}

/** Tables whose rows may lean on rows of their own kind, as branches do. */
const growsDeep = ["parent_id", "corrects_id", "supersedes_id", "takes_up_id", "reverses_id"];

const byType: Record<string, (draw: SeededRandom) => unknown> = {
  text: (draw) => draw.text(),
  integer: (draw) => draw.pick([0, 1, 2, 5, 50, 100, draw.below(1000)]),
  bigint: (draw) => draw.pick(["0", "1", "150000000", "9007199254740993", "999999999999999999"]),
  "double precision": (draw) => draw.float(),
  boolean: (draw) => draw.chance(0.5),
  date: (draw) => draw.date(),
  "timestamp with time zone": (draw) => draw.instant(),
  "text[]": (draw) => draw.list(draw.text),
  "uuid[]": () => [],
};

/** Makes rows that a table takes, each value drawn by its column's type, name and reference. */
export class RowMaker {
  constructor(
    private readonly draw: SeededRandom,
    private readonly known: KnownRows,
    private readonly columns: Map<string, TableColumn[]>,
  ) {}

  make(table: string, at: number): TableRow {
    const row: TableRow = {};
    for (const column of this.columns.get(table) ?? [])
      row[column.name] = this.value(table, column);
    row.id = this.draw.id(`${table} ${at}`);
    row.version = 1 + this.draw.below(4);
    if ("key" in row) row.key = `oracle-${table.replaceAll("_", "-")}-${at}`;
    if ("period" in row) Object.assign(row, this.draw.period());
    return row;
  }

  private value(table: string, column: TableColumn): unknown {
    const { draw } = this;
    const { name, type, nullable, labels, parent } = column;
    const among = parent ? this.known.ids(parent) : [];
    if (nullable && (draw.chance(0.35) || (parent && among.length === 0))) return null;
    if (parent) return growsDeep.includes(name) ? draw.late(among) : draw.pick(among);
    if (labels.length > 0) return draw.pick(labels);
    const structure = structures[`${table}.${name}`] ?? structures[name];
    const make = structure ?? byType[type];
    if (!make && type === "uuid") return null;
    if (!make) throw new Error(`No value is known for ${table}.${name} of the type ${type}`);
    return make(draw);
  }
}
