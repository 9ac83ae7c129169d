import type { Kysely } from "kysely";
import type { Repeated } from "../../platform/database/index.js";
import { type Sql, sql } from "../sql/fragments.js";
import type { Json } from "../sql/json.js";
import { NotPlaced, Sections, type Shape } from "../sql/sections.js";
import type { StatementReads } from "../sql/statement.js";
import { AnswerWriter } from "./answer-writer.js";
import type { ArgumentSource } from "./arguments.js";
import { type BoundRead, boundReads, tagsOf } from "./bound-reads.js";
import { Compiler, type Source } from "./compiler.js";
import { fillExecuted } from "./executed-values.js";
import { fillOpen } from "./open-values.js";
import { payloadWriter } from "./payload-root.js";
import { writeField } from "./planned-field.js";
import { rootWriter } from "./roots.js";
import { bindScope, type ExecutedValue, type OpenValue, Placeholder, type Run } from "./run.js";

/** A document made into one statement, whose single row holds the ledger's position and the answer. */
export interface Plan extends Repeated {
  /** Values that are the same in every run, and placeholders for those of a run. */
  parameters: readonly unknown[];
  /** The dependencies of its answers; undefined where they are never cached. */
  reads: StatementReads | undefined;
  /** The parts of those tables that it can read; known once somebody asks for them. */
  bound: readonly BoundRead[] | undefined;
  /** Values that code computes after Postgres has answered. */
  open: readonly OpenValue[];
  /** Values that are made by further reads after that. */
  executed: readonly ExecutedValue[];
  /** True where it reads as of an earlier position. */
  isPast: boolean;
  /** Makes the text of the rows that the statement gives; undefined where the statement gives the text. */
  rows: AnswerWriter | undefined;
  /** True once an answer was too large for that: its requests are planned again, for text. */
  isTextOnly: boolean;
}

/** Compiles with no connection at hand. */
export type StatementWriter = Kysely<Record<string, never>>;

/** The beginning of every statement: the ledger's position in its own snapshot. */
const positionText = "select (select position from ledger_head)::text, ";

let named = 0;

/** A new plan, and what holds for every plan of its operation. */
interface MadePlan {
  plan: Plan;
  /** The fields whose arguments a run must bring, in their order. */
  sources: readonly ArgumentSource[];
  /** True where it shows lines of the ledger that may be of any noun. */
  asksSubjects: boolean;
}

/** The statement whose rows code makes the answer of; undefined where it has too many lists or values. */
function placedIn(
  answer: Json,
  writer: StatementWriter,
): { statement: Sql; shape: Shape } | undefined {
  const sections = new Sections((part) => part.compile(writer).sql);
  try {
    sections.root.value(sql`select position from ledger_head`, "json", false);
    const shape = answer.placed(sections.root);
    return { statement: sections.statement(), shape };
  } catch (error) {
    if (error instanceof NotPlaced) return undefined;
    throw error;
  }
}

/** The statement of an answer that Postgres writes; it fails where that has more bytes. */
const textStatement = (data: Sql, { past }: Source, answerBytes: number): Sql =>
  sql`${past?.definitions() ?? sql``}${sql.raw(positionText)}read_within(${data}, ${sql.lit(answerBytes)})`;

/** True where its answer may be made of rows: values that code makes lie in the text, between marks. */
const canBeRows = ({ open, executed, statement }: Compiler): boolean =>
  open.length + executed.length === 0 && !statement.past && !statement.asksSubjects;

/** Compiles an operation. */
export function makePlan(
  source: Source,
  writer: StatementWriter,
  { answerBytes, mayBeRows }: { answerBytes: number; mayBeRows: boolean },
): MadePlan {
  const compiler = new Compiler(source, writeField);
  const isQuery = source.operation.operation === "query";
  const answer = compiler.root((isQuery ? rootWriter : payloadWriter)(compiler));
  const placed = mayBeRows && canBeRows(compiler) ? placedIn(answer, writer) : undefined;
  const statement = (
    placed?.statement ?? textStatement(answer.text(), source, answerBytes)
  ).compile(writer);
  const parameters = statement.parameters.map((value) => bindScope(value, source.scope));
  named += 1;
  const { open, executed, sources } = compiler;
  const { reads, asksSubjects } = compiler.statement;
  const name = `read_${named}`;
  const plan = {
    name,
    sql: statement.sql,
    parameters,
    open,
    executed,
    reads,
    bound: undefined,
    runs: 0,
    isPast: source.past !== undefined,
    rows: placed && new AnswerWriter(placed.shape, answerBytes),
    isTextOnly: false,
  };
  return { plan, sources, asksSubjects };
}

/** A plan with the values of one run of it. */
export interface Prepared {
  plan: Plan;
  values: unknown[];
  /** Makes the answer of the text that Postgres wrote. */
  finish(data: string): string;
  /** Makes the executed values of a finished answer, through a context of the request. */
  execute(data: string, context: unknown): Promise<string>;
  /** The tags of what the answer depends on; undefined where it depends on more, and is never cached. */
  tags(): string[] | undefined;
  /** True where the values depend on the viewer beyond the scope: such an answer is this viewer's alone. */
  isPersonal: boolean;
  /** Notes that its statement has met a line of this noun, which it did not expect; true where the next plan does. */
  miss(noun: string): boolean;
}

function partsRead(plan: Plan, { tables }: StatementReads): readonly BoundRead[] {
  plan.bound ??= boundReads(plan.sql, tables);
  return plan.bound;
}

/** Fills a plan's placeholders; throws what an argument's check throws. */
export function bind(plan: Plan, run: Run, miss: Prepared["miss"] = () => false): Prepared {
  let isPersonal = false;
  // Observed, not declared: a forgotten declaration would show one viewer's answer to another.
  const watched: Run = {
    ...run,
    get viewer() {
      isPersonal = true;
      return run.viewer;
    },
  };
  const values = plan.parameters.map((value) =>
    value instanceof Placeholder ? value.read(watched) : value,
  );
  // Open values get the row and the arguments, and no viewer.
  return {
    plan,
    values,
    isPersonal,
    miss,
    tags: () => plan.reads && tagsOf(partsRead(plan, plan.reads), values),
    finish: (data) => fillOpen(data, plan.open, run),
    execute: (data, context) => fillExecuted(data, plan.executed, run, context),
  };
}
