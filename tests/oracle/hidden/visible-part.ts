import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import "../../../src/app/entities.js";
import { type AccessScope, scopeOf, type Viewer } from "../../../src/access/index.js";
import {
  participatesInGroup,
  participatesInResults,
} from "../../../src/domain/enterprises/enterprise-visibility.js";
import { participatesIn } from "../../../src/domain/indicators/measurement-visibility.js";
import { sessionOptions } from "../../../src/platform/database/session-options.js";
import {
  allNouns,
  isReference,
  type NounDefinition,
  nounOf,
  type RowFilter,
  rowOf,
  type Sql,
  seenByAll,
  sql,
} from "../../../src/reading/index.js";
import { testPool } from "../../testkit/postgres/sessions.js";

/** The schema whose tables stand before the others. */
const schemaName = "visible_part";

/** The settings of a hub's session whose names of tables mean those of the schema first. */
const options = sessionOptions(120_000, { search_path: `${schemaName},public`, jit: "off" });

/** Another small count in the place of a small count, and any other as it is. */
const otherSmall = (count: string) =>
  `case when ${count} between 1 and 4 then 5 - ${count} else ${count} end`;

/** A value that a visible row hides from viewers who do not take part, and another that hides as well. */
interface HiddenValue {
  noun: string;
  column: string;
  participant: RowFilter;
  other: string;
}

/** The values that are less visible than their row: small counts of people (rule 6 of the domain). */
export const hiddenValues: readonly HiddenValue[] = [
  {
    noun: "Measurement",
    column: "disaggregation",
    participant: participatesIn,
    other: `(select coalesce(jsonb_agg(jsonb_set(cell, '{count}', to_jsonb(
      ${otherSmall("(cell->>'count')::int")})) order by place), '[]')
      from jsonb_array_elements(disaggregation) with ordinality as cells(cell, place))`,
  },
  ...["women", "men"].map((column) => ({
    ...{ noun: "EnterpriseGroup", column, participant: participatesInGroup },
    other: otherSmall(column),
  })),
  // Totals of measurements are not among them: those of the regency, which stay, are made of them.
  {
    ...{ noun: "EnterpriseGroup", column: "members", participant: participatesInGroup },
    other: otherSmall("members"),
  },
  {
    ...{ noun: "GroupMeasurement", column: "jobs", participant: participatesInResults },
    other: otherSmall("jobs"),
  },
];

/** A field of a noun by which a row that is seen may lead to hidden ones. */
interface HiddenReference {
  noun: NounDefinition;
  name: string;
  column: string;
  isList: boolean;
  target: string;
}

const hiddenReferences = (): HiddenReference[] =>
  hideable().flatMap((noun) =>
    [...noun.fields.values()].filter(isReference).flatMap((field) => {
      const target = nounOf(field.target());
      if (target.visible === seenByAll || !("column" in field)) return [];
      const column = String(field.column);
      const parts = { name: field.name, column, isList: field.type === "references" };
      return [{ ...parts, noun, target: `(select id from ${schemaName}."${target.table}")` }];
    }),
  );

/** Another id in the place of one that leads to a hidden row. */
const otherUnless = (id: string, target: string) =>
  `case when ${id} in ${target} then ${id} else gen_random_uuid() end`;

/** Other ids in a reference's column: those of hidden rows are the viewer's to see nowhere. */
function otherId({ noun, column, isList, target }: HiddenReference): string {
  const table = `${schemaName}."${noun.table}"`;
  if (!isList)
    return `update ${table} set ${column} = gen_random_uuid() where ${column} not in ${target}`;
  return `update ${table} set ${column} = array(select ${otherUnless("id", target)}
    from unnest(${column}) with ordinality as led(id, place) order by place) where ${column} <> '{}'`;
}

/** The same on both sides of the noun's changes. */
function otherIdsInChanges({ noun, name, isList, target }: HiddenReference): string[] {
  return ["before", "after"].map((side) => {
    const path = `'{${name},${side}}'`;
    const value = `diff #> ${path}`;
    const single = `to_jsonb(${otherUnless(`(diff #>> ${path})::uuid`, target)})`;
    const list = `(select coalesce(jsonb_agg(${otherUnless("(id #>> '{}')::uuid", target)} order by place), '[]')
      from jsonb_array_elements(${value}) with ordinality as led(id, place))`;
    return `update ${schemaName}.change set diff = jsonb_set(diff, ${path}, ${isList ? list : single})
      where entity = '${noun.name}' and jsonb_typeof(${value}) = '${isList ? "array" : "string"}'`;
  });
}

const literalOf = (value: unknown): string => {
  if (value === null) return "null";
  if (!Array.isArray(value)) return pg.escapeLiteral(String(value));
  return pg.escapeLiteral(`{${value.map((one) => JSON.stringify(String(one))).join(",")}}`);
};

/** The nouns that have rows which not everybody sees. */
const hideable = (): NounDefinition[] => allNouns().filter(({ visible }) => visible !== seenByAll);

/** A second table for each noun that has hidden rows: it holds only what one viewer may see. */
export class VisiblePart {
  private readonly kysely: Kysely<Record<string, never>>;

  private constructor(private readonly pool: pg.Pool) {
    this.kysely = new Kysely({ dialect: new PostgresDialect({ pool }) });
  }

  static async make(url: string): Promise<VisiblePart> {
    const pool = testPool(url, { max: 1 });
    const tables = hideable().map(
      ({ table }) =>
        `create table ${schemaName}."${table}" (like public."${table}" including indexes)`,
    );
    const rights = [
      `grant usage on schema ${schemaName} to rembuk_user`,
      `grant select, insert, update, delete on all tables in schema ${schemaName} to rembuk_user`,
    ];
    await pool.query([`create schema ${schemaName}`, ...tables, ...rights].join(";"));
    return new VisiblePart(pool);
  }

  /** The address of the same database with the second tables in the place of the first. */
  static urlOf(url: string): string {
    const address = new URL(url);
    // The options of an address take the place of those that the hub gives to its sessions.
    address.searchParams.set("options", options);
    return address.href;
  }

  stop(): Promise<void> {
    return this.pool.end();
  }

  /** Holds what this viewer may see, and nothing else; hidden values and ids become others. */
  async holdFor(viewer: Viewer): Promise<void> {
    const scope = scopeOf(viewer);
    const rows = hideable().map((noun) => this.filling(noun, scope, viewer));
    const values = hiddenValues.map((value) => this.replacing(value, scope));
    const ids = hiddenReferences().flatMap((one) => [otherId(one), ...otherIdsInChanges(one)]);
    await this.pool.query(["begin", ...rows, ...values, ...ids, "commit"].join(";"));
  }

  private filling(noun: NounDefinition, scope: AccessScope, { keyId }: Viewer): string {
    const row = rowOf(noun.target);
    const visible = noun.visible(scope, row);
    // The hub finds a key by its record, which the key itself may not read.
    const own = noun.name === "ApiKey" && keyId ? sql`${row.column("id")} = ${keyId}` : sql`false`;
    const shown = sql`select ${row.name}.* from ${row.source} where ${visible} or ${own}`;
    const table = `${schemaName}."${noun.table}"`;
    return `truncate ${table}; insert into ${table} ${this.textOf(shown)}`;
  }

  private replacing({ noun, column, participant, other }: HiddenValue, scope: AccessScope): string {
    const { table, target } = nounOfName(noun);
    const row = rowOf(target);
    const apart = sql`select ${row.column("id")} from ${row.source}
      where not coalesce(${participant(scope, row)}, false)`;
    return `update ${schemaName}."${table}" set ${column} = ${other} where id in (${this.textOf(apart)})`;
  }

  /** The statement with its parameters as literals, to be one of several in a text. */
  private textOf(statement: Sql): string {
    const { sql: text, parameters } = statement.compile(this.kysely);
    return text.replace(/\$(\d+)/g, (_, at) => literalOf(parameters[Number(at) - 1]));
  }
}

function nounOfName(name: string): NounDefinition {
  const found = allNouns().find((noun) => noun.name === name);
  if (!found) throw new Error(`There is no noun ${name}`);
  return found;
}
