import { GraphQLError } from "graphql";
import type { Logger } from "../platform/logger.js";
import { type Prepared, Unplannable } from "../reading/index.js";
import { isUnavailable } from "./errors/database-errors.js";
import { absentState, isOfValues, stateOf, tooLargeState } from "./planned-faults.js";

/**
 * Why a plan gives no answer: `Noun.field` that no statement answers, `argument` for a refused one, `absent` for a
 * null where none may be, `failure` for all else.
 */
export function causeOf(error: unknown): string {
  if (error instanceof Unplannable) return error.field;
  if (error instanceof GraphQLError) return "argument";
  return stateOf(error) === absentState ? "absent" : "failure";
}

/** True for an error that says nothing of the plan: another run of it may go well. */
const isOfRun = (error: unknown): boolean =>
  isUnavailable(error) || isOfValues(error) || stateOf(error) === tooLargeState;

/** Plans that Postgres refused: each is logged once and not tried again. */
export class FailedPlans {
  private readonly failed = new WeakSet<Prepared["plan"]>();

  constructor(
    private readonly logger: Logger,
    /** What could not be done, for the log. */
    private readonly message: string,
  ) {}

  has(plan: Prepared["plan"]): boolean {
    return this.failed.has(plan);
  }

  /** Takes note of the error of a plan, where that is one of the plan itself; of no plan where it failed before. */
  note(plan: Prepared["plan"] | undefined, error: unknown): void {
    if (causeOf(error) !== "failure" || isOfRun(error)) return;
    if (plan) this.failed.add(plan);
    this.logger.warn({ err: error }, this.message);
  }
}
