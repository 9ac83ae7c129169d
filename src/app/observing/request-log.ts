import type { Config } from "../../platform/config.js";
import { LineBudget } from "../../platform/line-budget.js";
import type { Logger } from "../../platform/logger.js";
import type { RequestFacts } from "../../platform/request-facts.js";
import type { Scope } from "../../platform/request-scope.js";
import { endSpan, traceIdsOf } from "../../platform/tracing/tracing.js";
import { describeSpan, type Ending } from "./request-span.js";

/** The scope of a request, whose facts are known. */
export interface RequestScope extends Scope {
  facts: RequestFacts;
}

/** The names by which operations are shown, which are bounded: clients choose them. */
export interface ShownNames {
  shown(name: string): string;
}

/** The most lines a second about slow requests. */
const mostSlow = 10;

/** True for an address that a machine asks every few seconds. */
export const isProbe = (route: string): boolean => route.startsWith("/health/");

/** Numbers with a tenth of a millisecond: more would be longer than it is right. */
const rounded = (ms: number): number => Math.round(ms * 10) / 10;

/**
 * The lines of the log about requests: one for each, within a number a second, and one more for a slow one. They
 * say what a request was and cost, by names, hashes and kinds, and nothing of its values or its sender.
 */
export class RequestLog {
  private readonly lines: LineBudget;
  private readonly slow: LineBudget;

  constructor(
    private readonly settings: Config["logs"],
    private readonly logger: Logger,
    private readonly names: ShownNames,
  ) {
    this.lines = new LineBudget(settings.requestsPerSecond, (count) =>
      logger.info({ count }, "requests were not logged: there were too many in a second"),
    );
    this.slow = new LineBudget(mostSlow, (count) =>
      logger.warn({ count }, "slow requests were not logged: there were too many in a second"),
    );
  }

  /** Ends a request: its line, and its span. */
  ended(scope: RequestScope, ending: Ending): void {
    const { facts, span } = scope;
    const ms = facts.ageMs;
    if (facts.name !== undefined) facts.name = this.names.shown(facts.name);
    this.note(scope, ending, ms);
    if (!span) return;
    if (span.isRecording()) describeSpan(span, facts, ending);
    endSpan(span);
  }

  private note(scope: RequestScope, ending: Ending, ms: number): void {
    const { slowOperationMs, requestsPerSecond } = this.settings;
    const { facts } = scope;
    const isSlow =
      slowOperationMs > 0 && isWaitedFor(facts) && (facts.answeredMs ?? ms) >= slowOperationMs;
    if (isSlow && this.slow.take()) this.logger.warn(this.line(scope, ending, ms), "slow request");
    else if (isProbe(ending.route)) this.logger.debug(this.line(scope, ending, ms), "answered");
    else if (requestsPerSecond > 0 && this.logger.isLevelEnabled("info") && this.lines.take())
      this.logger.info(this.line(scope, ending, ms), "answered");
  }

  private line(
    { requestId, span, facts }: RequestScope,
    { method, route, status }: Ending,
    ms: number,
  ) {
    const { type, name, document, path, cause, requester, code, bytes } = facts;
    return {
      ...{ requestId, ...traceIdsOf(span), method, route, status },
      ...{ type, name, document, path, cause, requester, code },
      ...{ ms: rounded(ms), answeredMs: facts.answeredMs && rounded(facts.answeredMs), bytes },
      ...{ statements: facts.statements, rows: facts.rows, waitedMs: rounded(facts.waitedMs) },
    };
  }
}

/** True for a request whose sender waits for one answer: a subscription lasts as long as it is wanted. */
const isWaitedFor = ({ type }: RequestFacts): boolean => type !== "subscription";
