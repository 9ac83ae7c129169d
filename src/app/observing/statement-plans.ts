import { setTimeout as delay } from "node:timers/promises";
import { LRUCache } from "lru-cache";
import type pg from "pg";
import { commandOf } from "../../platform/database/index.js";

/** The time for which a statement's plan is not asked for again, in milliseconds. */
const againMs = 3_600_000;

/** The most statements whose plans wait to be asked for. */
const mostWaiting = 10;

/** The rest between two plans, and before a free connection is looked for again, in milliseconds. */
const restMs = 1_000;

/** The time for one plan, in milliseconds. */
const planMs = 2_000;

/** The most nodes of a plan that are told. */
const mostNodes = 100;

/** The most characters of a node's condition. */
const longestCondition = 300;

/** The commands that Postgres can explain. */
const explainable = new Set(["SELECT", "WITH", "INSERT", "UPDATE", "DELETE", "MERGE"]);

/** A node of a plan, as Postgres tells it. */
interface RawNode {
  [name: string]: unknown;
  Plans?: RawNode[];
}

/** A node of a plan, as it is logged. */
interface PlanNode {
  node: unknown;
  on?: unknown;
  index?: unknown;
  rows: unknown;
  cost: unknown;
  conditions?: string[];
  below?: PlanNode[];
}

/** A text of SQL without what stands in quotes: it may be somebody's. Names in double quotes stay. */
export const withoutLiterals = (text: string): string =>
  text.replace(/\$([a-z_]\w*)?\$.*?(?:\$\1\$|$)|'(?:[^']|'')*'?/gis, "'…'");

/** What is done with plans. */
export interface PlanSink {
  found(text: string, plan: unknown): void;
  failed(error: unknown): void;
}

/**
 * Asks Postgres for the plans of statements: of each at most once an hour, one at a time, and only on a connection
 * that nobody waits for. The plan is the generic one (`GENERIC_PLAN`): no value of a request goes to Postgres, and
 * nothing is executed.
 */
export class StatementPlans {
  private readonly asked = new LRUCache<string, true>({ max: 1000, ttl: againMs });
  private readonly waiting: string[] = [];
  private working: Promise<void> | undefined;
  private readonly ending = new AbortController();

  constructor(
    private readonly pool: pg.Pool,
    private readonly sink: PlanSink,
  ) {}

  /** Wants the plan of a statement, unless it was asked for within the hour, or too many wait. */
  want(hash: string, text: string): void {
    if (this.asked.has(hash) || this.waiting.length >= mostWaiting || !isExplainable(text)) return;
    if (this.ending.signal.aborted) return;
    this.asked.set(hash, true);
    this.waiting.push(text);
    this.working ??= this.work().finally(() => {
      this.working = undefined;
    });
  }

  /** Asks for no more, and waits for the plan that is being asked for. */
  async stop(): Promise<void> {
    this.ending.abort();
    await this.working;
  }

  private async work(): Promise<void> {
    const { signal } = this.ending;
    while (this.waiting.length > 0 && !signal.aborted) {
      const { idleCount, waitingCount } = this.pool;
      if (idleCount > 0 && waitingCount === 0) await this.ask(this.waiting.shift() ?? "");
      if (this.waiting.length > 0) {
        await delay(restMs, undefined, { signal, ref: false }).catch(() => undefined);
      }
    }
  }

  private async ask(text: string): Promise<void> {
    try {
      const plan = await this.planOf(text);
      this.sink.found(text, plan);
    } catch (error) {
      this.sink.failed(error);
    }
  }

  private async planOf(text: string): Promise<PlanNode | undefined> {
    const client = await this.pool.connect();
    try {
      await client.query(`begin read only; set local statement_timeout = ${planMs}`);
      const { rows } = await client.query<{ "QUERY PLAN": [{ Plan: RawNode }] }>(
        `explain (generic_plan, format json) ${text}`,
      );
      const [found] = rows[0]?.["QUERY PLAN"] ?? [];
      return found && shown(found.Plan, { left: mostNodes });
    } finally {
      await client.query("rollback").then(
        () => client.release(),
        () => client.release(true),
      );
    }
  }
}

/** True for one statement that Postgres can explain. */
const isExplainable = (text: string): boolean =>
  explainable.has(commandOf(text)) && !withoutLiterals(text).includes(";");

/** The parts of a node that say what it does, without values. */
function shown(raw: RawNode, count: { left: number }): PlanNode {
  count.left -= 1;
  const conditions = Object.entries(raw).flatMap(([name, value]) =>
    /(?:Cond|Filter)$/.test(name)
      ? [`${name}: ${withoutLiterals(String(value)).slice(0, longestCondition)}`]
      : [],
  );
  const below: PlanNode[] = [];
  for (const one of raw.Plans ?? []) if (count.left > 0) below.push(shown(one, count));
  return {
    node: raw["Node Type"],
    ...(raw["Relation Name"] ? { on: raw["Relation Name"] } : {}),
    ...(raw["Index Name"] ? { index: raw["Index Name"] } : {}),
    ...{ rows: raw["Plan Rows"], cost: raw["Total Cost"] },
    ...(conditions.length > 0 ? { conditions } : {}),
    ...(below.length > 0 ? { below } : {}),
  };
}
