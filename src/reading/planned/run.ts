import type { ExecutionArgs, GraphQLLeafType } from "graphql";
import { type AccessScope, personOf, type Viewer } from "../../access/index.js";
import type { Arguments } from "../model/arguments.js";
import type { ComputeInCode, ExecuteInRequest } from "../model/sites.js";
import { type Sql, sql } from "../sql/fragments.js";

/** One run of a plan: everything that differs from one request to the next. */
export interface Run {
  viewer: Viewer;
  scope: AccessScope;
  /** The arguments of each field that takes some, in the order of the plan's sources. */
  arguments: readonly Arguments[];
  /** The moment as of which a plan of the past reads. */
  moment?: PastMoment | undefined;
  /** What a performed mutation gave, by the fields of its payload: values, and the ids of nouns. */
  written?: Readonly<Record<string, unknown>> | undefined;
}

/** A position of the ledger, and the instant of its change, ISO 8601. */
export interface PastMoment {
  position: number;
  instant: string;
}

/** A value of the answer that code computes after Postgres has answered. */
export interface OpenValue {
  compute: ComputeInCode;
  type: GraphQLLeafType;
  arguments: (run: Run) => Arguments;
}

/** A value of the answer that is made by further reads within the request. */
export interface ExecutedValue {
  /** The field's name, as `View.result`. */
  name: string;
  make: ExecuteInRequest;
  /** The schema and the document by which it is shown. */
  args: Pick<ExecutionArgs, "schema" | "document">;
  /** True where a position stands in it. */
  showsPosition: boolean;
  arguments: (run: Run) => Arguments;
}

/** A place in a statement for a value that is known when the plan runs. */
export class Placeholder {
  constructor(readonly read: (run: Run) => unknown) {}
}

/** The placeholder as a parameter of the statement. */
export const placeholder = (read: (run: Run) => unknown): Sql =>
  sql`${sql.val(new Placeholder(read))}`;

const lists = ["organisations", "coordinates", "administers"] as const;

/** The name of a list of ids in a scope. */
export type ScopeList = (typeof lists)[number];

/** The names of the lists of ids that a scope has. */
export const scopeLists: readonly ScopeList[] = lists;

/** Ids of nobody: they stand for the ids of a scope, and for its person, while a plan is made. */
const nobody = "00000000-0000-4000-8000-000000000000";
const noPerson = "00000000-0000-4000-8000-000000000001";

/**
 * The part of a scope that a plan's text depends on: which of its lists are empty, and the language. A row
 * filter may leave out a condition that no row can meet, as for a visitor, who belongs to no organisation;
 * a text in a language is an expression, by which an index must find it.
 */
export function shapeOfScope(scope: AccessScope): string {
  const known = shapes.get(scope);
  if (known !== undefined) return known;
  const { operator, person, language } = scope;
  const facts = [operator, person !== undefined, ...lists.map((name) => scope[name].length > 0)];
  const shape = facts.map(Number).join("") + language;
  shapes.set(scope, shape);
  return shape;
}

const shapes = new WeakMap<AccessScope, string>();

/**
 * A scope of the same shape with ids of nobody, to make a plan with. Row filters pass its lists on as
 * parameters, where `bindScope` recognises them. A filter that copied a list would find nothing for
 * anybody, and `bindScope` refuses its plan.
 */
export function scopeToPlanWith(scope: AccessScope): AccessScope {
  const standIn = (name: ScopeList) => (scope[name].length > 0 ? [nobody] : []);
  return {
    organisations: standIn("organisations"),
    coordinates: standIn("coordinates"),
    administers: standIn("administers"),
    operator: scope.operator,
    language: scope.language,
    person: scope.person && noPerson,
    key: "",
  };
}

/** A parameter of a plan: a value that is the same in every run, or a placeholder. */
export function bindScope(parameter: unknown, planned: AccessScope): unknown {
  const list = scopeListOf(parameter, planned);
  if (list) return new Placeholder(({ scope }) => scope[list]);
  // By the viewer, not by the scope: the answer is this viewer's alone.
  if (parameter === noPerson) return new Placeholder(({ viewer }) => personOf(viewer));
  const text = JSON.stringify(parameter);
  if (text?.includes(nobody) || text?.includes(noPerson)) {
    throw new Error("A row filter must pass on the lists of its scope as they are");
  }
  return parameter;
}

/** The list of the scope to plan with that a parameter is; by identity, as two empty lists are alike. */
export const scopeListOf = (parameter: unknown, planned: AccessScope): ScopeList | undefined =>
  lists.find((name) => planned[name] === parameter);
