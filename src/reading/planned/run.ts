import type { AccessScope, Viewer } from "../../access/index.js";
import { type Sql, sql } from "../sql/fragments.js";

/** What a plan is run with: everything that differs from one request to the next. */
export interface Run {
  viewer: Viewer;
  scope: AccessScope;
  /** The arguments of each field that takes some, in the order in which the plan met them. */
  arguments: readonly Record<string, unknown>[];
}

/** A place in a statement for a value that is known when the plan runs. */
export class Placeholder {
  constructor(readonly read: (run: Run) => unknown) {}
}

/** The placeholder as a parameter of the statement. */
export const placeholder = (read: (run: Run) => unknown): Sql =>
  sql`${sql.val(new Placeholder(read))}`;

const lists = ["organisations", "coordinates", "administers"] as const;

/** Stands for the ids of a scope while a plan is made: it is nobody's id. */
const nobody = "00000000-0000-4000-8000-000000000000";

/**
 * What a plan depends on of its viewer besides the ids themselves: row filters may leave out what
 * cannot be, as for a visitor who belongs nowhere.
 */
export const shapeOfScope = (scope: AccessScope): string =>
  [scope.operator, ...lists.map((name) => scope[name].length > 0)].map(Number).join("");

/**
 * A scope of the same shape with nobody's ids, to make a plan with. Row filters pass its lists on as
 * parameters, where they are found again. A filter that made a list of its own of them would find
 * nothing for anybody, and `settle` refuses its plan.
 */
export function scopeToPlanWith(scope: AccessScope): AccessScope {
  const standIn = (name: (typeof lists)[number]) => (scope[name].length > 0 ? [nobody] : []);
  return {
    organisations: standIn("organisations"),
    coordinates: standIn("coordinates"),
    administers: standIn("administers"),
    operator: scope.operator,
    key: "",
  };
}

/** A parameter as the plan keeps it: a value that is always the same, or a placeholder. */
export function settle(parameter: unknown, planned: AccessScope): unknown {
  const list = lists.find((name) => scopeListIs(planned[name], parameter));
  if (list) return new Placeholder(({ scope }) => scope[list]);
  if (JSON.stringify(parameter)?.includes(nobody)) {
    throw new Error("A row filter must pass on the lists of its scope as they are");
  }
  return parameter;
}

// By identity: two empty lists are alike, but each stands for its own.
const scopeListIs = (list: readonly string[], parameter: unknown): boolean => list === parameter;
