import pg from "pg";
import { makeApiKey } from "../../src/access/api-key.js";
import "../../src/app/entities.js";
import { ApiKeyScope } from "../../src/domain/stakeholders/index.js";
import { ChangeKind, type ChangeLine, canonicalBody } from "../../src/ledger/index.js";
import { allNouns, type NounDefinition } from "../../src/reading/index.js";
import { insertion } from "../testkit/postgres/noun-tables.js";
import { asSuperuser } from "../testkit/postgres/sessions.js";
import { SeededRandom } from "../testkit/random/seeded-random.js";
import { rowFactories } from "./row-factories.js";
import { allColumns, KnownRows, RowMaker, type TableColumn, type TableRow } from "./tables.js";

/** A made row and what it is a row of. */
export interface Made {
  table: string;
  row: TableRow;
}

const nounOfTable = (table: string): NounDefinition => {
  const noun = allNouns().find((candidate) => candidate.table === table);
  if (!noun) throw new Error(`${table} is no noun's table`);
  return noun;
};

/** The column that holds a field, or the ids of the rows that it leads to. */
const columnNameOf = (field: object): string | undefined =>
  "column" in field && typeof field.column === "string" ? field.column : undefined;

/** The row as a change of its creation shows it, by the names of its fields. */
function diffOf({ table, row }: Made, kind: ChangeKind): ChangeLine["diff"] {
  const diff: ChangeLine["diff"] = {};
  for (const field of nounOfTable(table).fields.values()) {
    const column = columnNameOf(field);
    if (!column || ["id", "version", "createdAt"].includes(field.name)) continue;
    const value = row[column] ?? null;
    diff[field.name] =
      kind === ChangeKind.DELETED ? { before: value, after: null } : { before: null, after: value };
  }
  return diff;
}

const idOrAbsent = (value: unknown): string | undefined =>
  typeof value === "string" ? value : undefined;

function lineOf(draw: SeededRandom, known: KnownRows, made: Made, kind: ChangeKind): ChangeLine {
  const { table, row } = made;
  const actor = draw.pick(["operator", "hub", `user:${draw.pick(known.ids("user_account"))}`]);
  return {
    at: draw.instant(),
    actor,
    organisation: draw.maybe(() => draw.pick(known.ids("organisation"))) ?? undefined,
    operation: draw.pick(["createSomething", "updateSomething", 'ubah "ini"']),
    entity: nounOfTable(table).name,
    entityId: String(row.id),
    kind,
    diff: diffOf(made, kind),
    programme: idOrAbsent(row.programme_id),
    plan: table === "action_plan" ? String(row.id) : idOrAbsent(row.plan_id),
    deliberation: idOrAbsent(row.deliberation_id),
    area: idOrAbsent(row.area_id),
    owner: idOrAbsent(row.organisation_id ?? row.lead_id ?? row.owner_id ?? row.university_id),
  };
}

/** The changes of a row: it was made, then perhaps changed. */
function linesOf(draw: SeededRandom, known: KnownRows, made: Made): ChangeLine[] {
  const updates = draw.chance(0.2) ? [lineOf(draw, known, made, ChangeKind.UPDATED)] : [];
  return [lineOf(draw, known, made, ChangeKind.CREATED), ...updates];
}

/** Rows of what may go, that went: only the ledger knows of them. */
const perishable = [
  "participant",
  "membership",
  "support",
  "target",
  "answer",
  "finding",
  "adoption",
];

/** As jsonb and arrays go to Postgres. */
export function parameters(row: TableRow, columns: readonly TableColumn[]): TableRow {
  const shown = columns.map(({ name, type }) => {
    const value = row[name];
    return [name, type === "jsonb" && value !== null ? JSON.stringify(value) : value];
  });
  return Object.fromEntries(shown);
}

/** Makes the rows of one table; what an index refuses, as it is there already, is left out. */
async function fill(
  client: pg.ClientBase,
  maker: RowMaker,
  context: { draw: SeededRandom; known: KnownRows },
  table: string,
  columns: readonly TableColumn[],
): Promise<Made[]> {
  const factory = rowFactories[table];
  const made: Made[] = [];
  for (let at = 0; at < (factory?.rows ?? 0); at += 1) {
    const row = maker.make(table, at);
    factory?.agree?.(row, context);
    const [statement, values] = insertion(table, parameters(row, columns));
    const { rowCount } = await client.query(`${statement} on conflict do nothing`, values);
    if (rowCount !== 1) continue;
    context.known.of(table).push(row);
    made.push({ table, row });
  }
  return made;
}

/** Records rows that were put into their tables, as the use cases that made them would have. */
export async function recordRows(
  client: pg.ClientBase,
  { draw, known }: { draw: SeededRandom; known: KnownRows },
  made: readonly Made[],
): Promise<void> {
  await append(
    client,
    made.map((one) => lineOf(draw, known, one, ChangeKind.CREATED)),
  );
}

async function append(client: pg.ClientBase, lines: readonly ChangeLine[]): Promise<void> {
  for (let at = 0; at < lines.length; at += 500) {
    const bodies = lines.slice(at, at + 500).map(canonicalBody);
    await client.query("select ledger_append($1::text[])", [bodies]);
  }
}

/** Each deliberation names its minutes, as it would had the hub closed it. */
const nameMinutes = `
  update deliberation set minutes_id = m.id from minutes m
  where m.deliberation_id = deliberation.id and deliberation.minutes_id is null`;

/** Makes some of the keys usable, one with each scope, and gives their secrets. */
async function openKeys(client: pg.ClientBase, made: readonly Made[]): Promise<string[]> {
  const keys = made.filter(({ table }) => table === "api_key");
  const secrets: string[] = [];
  for (const [at, scope] of Object.values(ApiKeyScope).entries()) {
    const { prefix, secret, hash } = makeApiKey();
    await client.query(
      `update api_key set prefix = $1, hash = $2, scopes = array[$3], revoked_at = null,
        expires_at = '2999-01-01T00:00:00Z' where id = $4`,
      [prefix, hash, scope, keys[at]?.row.id],
    );
    secrets.push(secret);
  }
  return secrets;
}

/**
 * Adds made-up rows of every noun to a database that holds the sample, the same for the same seed:
 * nulls, empty lists, odd texts and numbers, deep trees, equal values to order by, and things hidden
 * in every way. No use case made them: what it would refuse is read all the same, by whichever path.
 * Gives the secrets of API keys that work.
 */
export async function addMadeUpData(url: string, seed = 1): Promise<string[]> {
  const client = new pg.Client(asSuperuser(url));
  await client.connect();
  try {
    const columns = await allColumns(client);
    const tables = [...Object.keys(rowFactories), "region"];
    const known = await KnownRows.read(client, tables);
    const draw = new SeededRandom(seed);
    const maker = new RowMaker(draw, known, columns);
    await client.query("begin");
    await client.query("set local session_replication_role = replica");
    const made: Made[] = [];
    for (const table of Object.keys(rowFactories)) {
      made.push(...(await fill(client, maker, { draw, known }, table, columns.get(table) ?? [])));
    }
    await client.query(nameMinutes);
    const secrets = await openKeys(client, made);
    const gone = perishable.map((table) => {
      const row = maker.make(table, 10_000);
      rowFactories[table]?.agree?.(row, { draw, known });
      return { table, row };
    });
    const went = gone.map((one) => lineOf(draw, known, one, ChangeKind.DELETED));
    await append(client, [...made.flatMap((one) => linesOf(draw, known, one)), ...went]);
    // The triggers that keep the words of search are off.
    await client.query("select search_rebuild()");
    await client.query("commit");
    await client.query("analyze");
    return secrets;
  } finally {
    await client.end();
  }
}
