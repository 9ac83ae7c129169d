import type pg from "pg";
import "../../../src/app/entities.js";
import {
  allNouns,
  type ColumnField,
  isColumn,
  type NounDefinition,
} from "../../../src/reading/index.js";
import { identityField } from "../../../src/reading/model/dictionary.js";
import { testPool } from "../postgres/sessions.js";

/** An order of a list as its argument has it. */
export interface ListOrder {
  field: string;
  direction?: "ASC" | "DESC";
}

/** An order of a noun's lists, and cursors that the hub gave out in it. */
export interface KnownOrder {
  orderBy: readonly ListOrder[];
  cursors: readonly string[];
}

/** Groups of a list that were asked for, and the cursors that the hub gave out for them. */
export interface KnownGroups {
  by: readonly string[];
  orderBy: readonly ListOrder[];
  cursors: readonly string[];
}

/** Real values to ask with: the ids, keys, columns' values and cursors that the database has. */
export interface Pools {
  /** Ids by the noun's name. */
  ids: Record<string, string[]>;
  /** Those of them that a visitor sees. */
  open: Record<string, string[]>;
  /** What `eq` and `in` of the noun's filter compare. */
  identities: Record<string, string[]>;
  /** Values as the API shows them, by `Noun.field`. */
  values: Record<string, string[]>;
  /** Orders with their cursors, by the noun's name. */
  orders: Record<string, KnownOrder[]>;
  /** Groups with their cursors, by the name of their type. */
  groups: Record<string, KnownGroups[]>;
}

const mostRows = 80;

/** A column's text as the API would show it. */
function shown(field: ColumnField, text: string): string {
  return field.kind.filter === "DateTime" ? new Date(text).toISOString() : text;
}

async function readNoun(client: pg.Pool, noun: NounDefinition, pools: Pools): Promise<void> {
  const fields = [...noun.fields.values()]
    .filter(isColumn)
    .filter((field) => !field.enumeration?.list);
  const columns = fields.map(({ column, name }) => `"${column}"::text as "${name}"`);
  // The same rows each time, so that a seed means the same documents: those of one branch of regions.
  const some = noun.name === "Region" ? "where code like '36.02%' or code not like '%.%'" : "";
  const { rows } = await client.query<Record<string, string | null>>(
    `select ${columns.join(", ")} from "${noun.table}" ${some}
     order by md5("${noun.idColumn}"::text) limit ${mostRows}`,
  );
  for (const field of fields) {
    const values = rows.flatMap((row) => row[field.name] ?? []).map((text) => shown(field, text));
    pools.values[`${noun.name}.${field.name}`] = [...new Set(values)];
  }
  const identity = identityField(noun).name;
  const key = noun.filterBy === "key" ? "key" : identity;
  pools.ids[noun.name] = rows.flatMap((row) => row[identity] ?? []);
  pools.identities[noun.name] = rows.flatMap((row) => row[key] ?? []);
}

/** Reads the values of every noun; the cursors come from the hub. */
export async function readPools(url: string): Promise<Pools> {
  const pools: Pools = {
    ids: {},
    open: {},
    identities: {},
    values: {},
    orders: {},
    groups: {},
  };
  const client = testPool(url, { max: 1 });
  try {
    for (const noun of allNouns()) await readNoun(client, noun, pools);
  } finally {
    await client.end();
  }
  return pools;
}
