import type { AccessScope } from "../../access/index.js";
import type { Repeated } from "../../platform/database/index.js";
import { sql } from "../sql/fragments.js";
import { Compiler, fragmentsByName, type Source, Unplannable } from "./compiler.js";
import { eventWriter } from "./event-roots.js";
import { type Lane, type LaneStatement, Lanes } from "./lanes.js";
import { fillOpen } from "./open-values.js";
import type { StatementWriter } from "./plan.js";
import { writeField } from "./planned-field.js";
import type { PlanRequest } from "./planner.js";
import { Placeholder, type Run, scopeToPlanWith } from "./run.js";

/** An event of a subscription for one viewer, who was found to see its row. */
export interface EventLane extends Lane {
  /** The position of the event's change. */
  position: number;
  /** The id of the row that the subscription follows, if it follows one. */
  followed: string | undefined;
}

/** The bounds of what one run gives, in bytes. */
export interface EventBounds {
  /** The longest data of one event: longer ones come without. */
  eventBytes: number;
  /** The length of all data after which the events that are left come without. */
  allBytes: number;
}

/** What a run gives for one lane. */
export interface EventRow {
  /** The number of the lane, from 1. */
  number: number;
  /** The length of its data in bytes. */
  bytes: number;
  /** Its data as JSON text; null where it is too long, or came after what one run gives. */
  data: string | null;
}

/** The operation of a subscription, as the statement that reads the payloads of many events for many viewers. */
export interface EventPlan extends LaneStatement<EventLane>, Repeated {
  /** Makes the data of the text that Postgres wrote. */
  finish(data: string): string;
}

/**
 * Compiles the operation of a subscription. Throws Unplannable where one statement cannot give what it
 * selects, and whatever a bad argument calls for.
 */
export function makeEventPlan(
  {
    operation,
    document,
    variables,
    ...made
  }: Omit<PlanRequest, "viewer" | "language"> & {
    schema: Source["schema"];
    /** The scope of one of the viewers, all of whom have its shape. */
    scope: AccessScope;
  },
  writer: StatementWriter,
  bounds: EventBounds,
): EventPlan {
  const scope = scopeToPlanWith(made.scope);
  const fragments = fragmentsByName(document);
  const source = { schema: made.schema, operation, fragments, variables, scope };
  const compiler = new Compiler(source, writeField);
  const data = compiler.root(eventWriter(compiler)).text();
  const [executed] = compiler.executed;
  if (executed) throw new Unplannable(executed.name);
  const lanes = new Lanes<EventLane>(compiler.statement, eventColumns, compiler.event);
  const {
    sql: text,
    values,
    reads,
  } = lanes.compile(
    sql`select number, bytes, case when bytes <= ${sql.lit(bounds.eventBytes)}
        and coalesce(earlier, 0) <= ${sql.lit(bounds.allBytes)} then data end as data
      from (select ${lanes.number}::int as number, octet_length(made.data) as bytes, made.data,
          sum(octet_length(made.data)) over (rows between unbounded preceding and 1 preceding) as earlier
        from ${lanes.source} cross join lateral (select ${data} as data offset 0) as made) as written`,
    writer,
    scope,
  );
  const run = runOf(compiler.sources.map((one) => one.values(variables)));
  const filled = (value: unknown) => (value instanceof Placeholder ? value.read(run) : value);
  // Now, as a bad argument is one for every event.
  values([]).forEach(filled);
  const { open } = compiler;
  named += 1;
  return {
    name: `events_${named}`,
    sql: text,
    runs: 0,
    reads,
    values: (given) => values(given).map(filled),
    finish: (written) => fillOpen(written, open, run),
  };
}

let named = 0;

const eventColumns = {
  position: { type: "bigint", text: ({ position }: EventLane) => String(position) },
  followed: { type: "uuid", text: ({ followed }: EventLane) => followed ?? null },
};

/** A run for many viewers: what depends on one of them is not to be had. */
const runOf = (given: Run["arguments"]): Run => ({
  arguments: given,
  get viewer(): never {
    throw new Unplannable("viewer");
  },
  get scope(): never {
    throw new Unplannable("scope");
  },
});
