import { currentFacts } from "../request-scope.js";
import { isTracing } from "../tracing/tracing.js";
import { noteStatementSpan, type StatementEnd } from "./statement-span.js";

/** A statement that Postgres has answered. */
export interface AnsweredStatement {
  text: string;
  /** The name under which it is prepared; undefined where it is not. */
  name: string | undefined;
  /** The milliseconds from its sending to its answer; on one connection, those before it come first. */
  ms: number;
  /** The rows that it gave or met; undefined where it failed. */
  rows: number | undefined;
}

/** Told of a statement that took long. */
export interface SlowStatements {
  /** The milliseconds from which a statement is slow; 0: none is. */
  readonly thresholdMs: number;
  note(statement: AnsweredStatement): void;
}

/** What the driver is given to run, by the parts that tell what it is. */
interface Sent {
  text?: unknown;
  name?: unknown;
}

/** How its end is known: the driver's own queries are promises, the hub's have one. */
interface Running {
  finished?: Promise<unknown>;
  rowCount?: number;
}

const rowsOf = (result: unknown, running: Running): number => {
  const last = Array.isArray(result) ? result.at(-1) : result;
  return (last as { rowCount?: number | null } | undefined)?.rowCount ?? running.rowCount ?? 0;
};

/** Watches the statements of all connections: counts them for their request, and tells of slow ones and of spans. */
export class StatementWatch {
  /** Absent before the hub has started. */
  slow: SlowStatements | undefined;

  /** Takes note of a statement that is sent now. */
  sent(given: unknown, running: unknown): void {
    const facts = currentFacts();
    const thresholdMs = this.slow?.thresholdMs ?? 0;
    if (!facts && thresholdMs === 0 && !isTracing()) return;
    const started = performance.now();
    const ending =
      running instanceof Promise ? running : (running as Running | undefined)?.finished;
    ending?.then(
      (result) => {
        const rows = rowsOf(result, running as Running);
        if (facts) {
          facts.statements += 1;
          facts.rows += rows;
        }
        this.ended(given, { started, rows });
      },
      (error: unknown) => this.ended(given, { started, error }),
    );
  }

  private ended(given: unknown, end: StatementEnd): void {
    const { slow } = this;
    const ms = performance.now() - end.started;
    if (slow && slow.thresholdMs > 0 && ms >= slow.thresholdMs) {
      slow.note({ text: textOf(given), name: nameOf(given), ms, rows: end.rows });
    }
    if (isTracing()) noteStatementSpan(textOf(given), nameOf(given), end);
  }
}

function textOf(given: unknown): string {
  const text = typeof given === "string" ? given : (given as Sent).text;
  return typeof text === "string" ? text : "";
}

function nameOf(given: unknown): string | undefined {
  const { name } = given as Sent;
  return typeof given === "object" && typeof name === "string" && name !== "" ? name : undefined;
}
