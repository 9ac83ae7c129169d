import type pg from "pg";
import type { Config } from "../../platform/config.js";
import {
  type AnsweredStatement,
  commandOf,
  type SlowStatements,
  statementHash,
} from "../../platform/database/index.js";
import { LineBudget } from "../../platform/line-budget.js";
import type { Logger } from "../../platform/logger.js";
import { currentFacts } from "../../platform/request-scope.js";
import type { Store } from "../store.js";
import { StatementPlans, withoutLiterals } from "./statement-plans.js";

/** The most lines a second about slow statements. */
const mostLines = 10;

/** The most characters of a statement's text that are logged. */
const longestText = 4000;

/**
 * The lines of the log about slow statements: which one it was, what it cost and for whom it ran; and once an hour
 * for each its text and its plan, which Postgres is asked for in the background.
 */
export class SlowStatementLog implements SlowStatements {
  readonly thresholdMs: number;
  private readonly budget: LineBudget;
  private readonly plans: StatementPlans;

  constructor(
    { slowStatementMs }: Pick<Config["logs"], "slowStatementMs">,
    private readonly logger: Logger,
    pool: pg.Pool,
  ) {
    this.thresholdMs = slowStatementMs;
    this.budget = new LineBudget(mostLines, (count) =>
      logger.warn({ count }, "slow statements were not logged: there were too many in a second"),
    );
    this.plans = new StatementPlans(pool, {
      found: (text, plan) => this.tellPlan(text, plan),
      failed: (err) => logger.debug({ err }, "the plan of a slow statement could not be read"),
    });
  }

  note({ text, name: prepared, ms, rows }: AnsweredStatement): void {
    const statement = statementHash(text);
    if (this.budget.take()) {
      const { type, name, document, path, requester, waitedMs } = currentFacts() ?? {};
      this.logger.warn(
        {
          ...{ statement, prepared, command: commandOf(text), ms: Math.round(ms), rows },
          ...{ type, name, document, path, requester, waitedMs: waitedMs && Math.round(waitedMs) },
        },
        "slow statement",
      );
    }
    this.plans.want(statement, text);
  }

  /** Ends what is asked of Postgres. */
  stop(): Promise<void> {
    return this.plans.stop();
  }

  private tellPlan(text: string, plan: unknown): void {
    const shown = withoutLiterals(text).slice(0, longestText);
    const statement = statementHash(text);
    this.logger.warn({ statement, text: shown, plan }, "the plan of a slow statement");
  }
}

/** Logs slow statements until the hub stops, where that is switched on. */
export function watchStatements(
  { config, store, logger }: { config: Config; store: Store; logger: Logger },
  cleanup: AsyncDisposableStack,
): void {
  const { logs } = config;
  const { connections, readPool } = store;
  if (logs.slowStatementMs === 0) return;
  const slow = new SlowStatementLog(logs, logger, readPool);
  connections.statements.slow = slow;
  cleanup.defer(() => slow.stop());
}
