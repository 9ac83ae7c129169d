import type { Kysely } from "kysely";
import type { AccessScope } from "../../access/index.js";
import { scopeOf, type Viewer } from "../../access/index.js";
import type { Sql } from "../sql/fragments.js";
import { bindScope, Placeholder, placeholder, scopeToPlanWith, shapeOfScope } from "./run.js";

/** A statement with the values of one run. */
export interface RunStatement {
  sql: string;
  values: unknown[];
}

interface Made {
  sql: string;
  parameters: readonly unknown[];
}

/**
 * A statement over what a viewer may see, made once for viewers whose scopes have the same shape. Making it anew
 * costs more than running it.
 */
export class HeldStatement {
  private readonly made = new Map<string, Made>();

  constructor(
    /** Makes the statement for a scope, with a place for the value that a run brings. */
    private readonly make: (scope: AccessScope, given: Sql) => Sql,
  ) {}

  /** The statement for a viewer and a value; `writer` compiles it. */
  for(viewer: Viewer, value: unknown, writer: Kysely<Record<string, never>>): RunStatement {
    const scope = scopeOf(viewer);
    const shape = shapeOfScope(scope);
    const { sql, parameters } = this.made.get(shape) ?? this.add(shape, scope, writer);
    const run = { viewer, scope, arguments: [{ value }] };
    const values = parameters.map((one) => (one instanceof Placeholder ? one.read(run) : one));
    return { sql, values };
  }

  private add(shape: string, scope: AccessScope, writer: Kysely<Record<string, never>>): Made {
    const planned = scopeToPlanWith(scope);
    const given = placeholder((run) => run.arguments[0]?.value);
    const { sql, parameters } = this.make(planned, given).compile(writer);
    const made = { sql, parameters: parameters.map((value) => bindScope(value, planned)) };
    this.made.set(shape, made);
    return made;
  }
}
