import pg from "pg";

// What Postgres would do for the hub's own statements in a database of a country's size. The hub runs
// in this process, so what its Postgres client sends is seen here, whichever executor sends it.

/** A statement with its parameters, as the hub sent it. */
export interface Statement {
  text: string;
  values: unknown[];
}

/** A node of a plan, of `explain (format json)`. */
interface PlanNode {
  "Node Type": string;
  "Parent Relationship"?: string;
  "Relation Name"?: string;
  "Index Name"?: string;
  "Index Cond"?: string;
  "Recheck Cond"?: string;
  Plans?: PlanNode[];
}

type Send = (this: pg.Client, ...args: unknown[]) => unknown;

const client = pg.Client.prototype as unknown as { query: Send };

/** Hears what every Postgres client of this process sends, from `begin` until `end`. */
export class StatementLog {
  private readonly send = client.query;
  private heard: Statement[] = [];

  begin(): void {
    const { send } = this;
    const hear = (statement: Statement) => this.heard.push(statement);
    client.query = function listened(this: pg.Client, ...args: unknown[]): unknown {
      const [config, values] = args as [string | Partial<Statement>, unknown];
      const { text = "", values: own } = typeof config === "string" ? { text: config } : config;
      hear({ text, values: own ?? (Array.isArray(values) ? values : []) });
      return send.apply(this, args);
    };
  }

  /** The statements sent during `work` that read from `table`. */
  async during(table: string, work: () => Promise<unknown>): Promise<Statement[]> {
    this.heard = [];
    await work();
    return this.heard.filter(({ text }) => new RegExp(`\\bfrom "?${table}"? `).test(text));
  }

  end(): void {
    client.query = this.send;
  }
}

const inEmptyTables = `
insert into contribution (id, action_id, plan_id, organisation_id, kind)
  select uuidv7(), action.id, plan_id, action_plan.lead_id, 'FUNDS'
  from action join action_plan on action_plan.id = plan_id limit 20;
insert into funding (id, contribution_id, source_id, amount, status)
  select uuidv7(), id, id, 1, 'UNCONFIRMED' from contribution;
insert into payment (id, contribution_id, amount, paid_on)
  select uuidv7(), id, 1, '2025-01-01' from contribution;
insert into progress_update (id, action_id, plan_id, organisation_id, progress)
  select uuidv7(), action_id, plan_id, organisation_id, 50 from contribution;
insert into saved_view (id, key, title_text, kind, dataset, page_size, audience, organisation_id, holder)
  select id, 'synthetic-' || id, '{}', (enum_range(null::view_kind))[1], (enum_range(null::view_dataset))[1], 50,
    (enum_range(null::view_audience))[1], organisation_id, id from contribution;
insert into comment (id, action_id, organisation_id)
  select uuidv7(), action_id, organisation_id from contribution;
insert into table_import (id, kind, mode, sha256, size, rows, taken, unchanged, refused)
  values (uuidv7(), 'MEASUREMENTS', 'ALL', '', 0, 0, 0, 0, 0);
insert into export_job (id, status, format, list, locale, request, by_operator)
  values (uuidv7(), 'QUEUED', 'CSV', 'regions', 'en', '{}', false)`;

/**
 * Gives some rows to the tables of which the sample has none: Postgres believes of a table without
 * pages that it stays empty. They are there for their pages alone, and so pass by the ledger.
 */
export async function fillEmptyTables(pool: pg.Pool): Promise<void> {
  await pool.query(`set session_replication_role = replica; ${inEmptyTables};
    set session_replication_role = origin`);
}

/**
 * How many rows each page of a table is taken to hold: Postgres counts the pages itself, and the
 * sample's tables have a few.
 */
const rows = 100_000;

const enlarge = `
select count(pg_restore_relation_stats('schemaname', schemaname::text, 'relname', tablename::text,
  'relpages', 1, 'reltuples', ${rows}::real)) from pg_tables where schemaname = 'public'`;

/**
 * The statistics that Postgres has of the values in its tables: what the sample's are, as the row filters meet
 * them; or nothing, so that each condition of a filter is taken to find a few rows.
 */
export type Knowledge = "sample" | "nothing";

const knowing: Record<Knowledge, string> = {
  sample: "analyze",
  nothing: `delete from pg_statistic using pg_class
    where starelid = pg_class.oid and relnamespace = 'public'::regnamespace`,
};

/** Plans of statements in a database whose tables are taken to be large; everything is undone. */
export async function withPlans(
  pool: pg.Pool,
  knowledge: Knowledge,
  work: (planner: Planner) => Promise<void>,
): Promise<void> {
  const session = await pool.connect();
  try {
    await session.query("begin");
    await session.query(knowing[knowledge]);
    await session.query(enlarge);
    await work(new Planner(session));
  } finally {
    await session.query("rollback");
    session.release();
  }
}

/** A session in which plans are made. */
export class Planner {
  constructor(private readonly session: pg.PoolClient) {}

  async plan({ text, values }: Statement): Promise<PlanNode> {
    const explained = await this.session.query(`explain (format json) ${text}`, values);
    return explained.rows[0]["QUERY PLAN"][0].Plan;
  }

  /** What is planned while an index is gone. */
  async without<T>(index: string, work: () => Promise<T>): Promise<T> {
    await this.session.query("savepoint whole");
    await this.session.query(`drop index ${pg.escapeIdentifier(index)}`);
    const found = await work();
    await this.session.query("rollback to savepoint whole");
    return found;
  }
}

/**
 * The node and what it draws rows from. What is asked of each row, as row filters are, is not it; what
 * is worked out once, as a root field within a planned document is, belongs to it.
 */
function* sourcesOf(node: PlanNode, isBarrier = (_: PlanNode) => false): Generator<PlanNode> {
  yield node;
  if (isBarrier(node)) return;
  for (const child of node.Plans ?? []) {
    if (child["Parent Relationship"] === "SubPlan") continue;
    yield* sourcesOf(child, isBarrier);
  }
}

const isLimit = (node: PlanNode) => node["Node Type"] === "Limit";

/** What compares with a column of another table: rows are found as often as that one has any. */
const joins = / \(?\w+\.\w+/;

/** The conditions on values of its own by which an index finds the rows that a node reads. */
const conditionOf = (node: PlanNode): string | undefined =>
  node["Index Cond"] ?? node["Recheck Cond"];

const isWhole = (node: PlanNode): boolean => {
  const condition = conditionOf(node);
  return condition === undefined || joins.test(condition);
};

/** Whether all rows of `table` are sorted before a limit has bounded them. */
export const sortsWhole = (plan: PlanNode, table: string): boolean =>
  [...sourcesOf(plan)].some(
    (node) =>
      node["Node Type"] === "Sort" &&
      [...sourcesOf(node, isLimit)].some(
        (source) => source["Relation Name"] === table && isWhole(source),
      ),
  );

/** Whether all rows of `table` are read somewhere in a plan, once or for each row of another table. */
export const readsWhole = (plan: PlanNode, table: string): boolean =>
  (plan["Node Type"] === "Seq Scan" && plan["Relation Name"] === table) ||
  (plan.Plans ?? []).some((child) => readsWhole(child, table));

/**
 * Whether `table` is read by an index, if at all: by that of `column`, or by one that finds fewer for
 * what the row filter asks.
 */
export function findsByIndex(plan: PlanNode, table: string, column: string): boolean {
  const reads = [...sourcesOf(plan)].filter((node) => node["Relation Name"] === table);
  const own = new RegExp(`\\b${column}\\b`);
  const isFound = (node: PlanNode) => !isWhole(node) || own.test(conditionOf(node) ?? "");
  return reads.length === 0 || reads.some(isFound);
}

/** Whether any part of a plan reads an index. */
export const usesIndex = (node: PlanNode, index: string): boolean =>
  node["Index Name"] === index || (node.Plans ?? []).some((child) => usesIndex(child, index));

/** Whether any part of a plan sorts. */
export const sorts = (node: PlanNode): boolean =>
  /^(Incremental )?Sort$/.test(node["Node Type"]) || (node.Plans ?? []).some(sorts);
