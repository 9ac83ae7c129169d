import {
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  visit,
} from "graphql";
import { LRUCache } from "lru-cache";
import { scopeOf, type Viewer } from "../../access/index.js";
import type { RecordedTables } from "../../ledger/index.js";
import { CacheCounts } from "../../platform/cache-counts.js";
import type { Language } from "../../platform/errors.js";
import type { Arguments } from "../model/arguments.js";
import { sql } from "../sql/fragments.js";
import { Past } from "../sql/past.js";
import type { ArgumentSource } from "./arguments.js";
import { fragmentsByName, Unplannable } from "./compiler.js";
import { ExpectedSubjects } from "./expected-subjects.js";
import { bind, makePlan, type Plan, type Prepared, type StatementWriter } from "./plan.js";
import { type PastMoment, placeholder, type Run, scopeToPlanWith, shapeOfScope } from "./run.js";

/** An operation of a document, with its variables coerced, and its viewer. */
export interface PlanRequest {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  variables: Arguments;
  viewer: Viewer;
  /** The language of the answer. */
  language: Language;
  /** The moment as of which it is read; now, if absent. */
  moment?: PastMoment | undefined;
  /** True where another statement may follow one that met an unexpected line of the ledger. */
  mayMiss?: boolean;
  /** What a mutation gave that was performed, whose payload is read. */
  written?: Run["written"];
  /** True where the statement may give rows, for code to write the text; else Postgres writes it. */
  mayBeRows?: boolean;
}

/**
 * The plans of one operation for viewers of one shape and for one outcome of its `@skip`s and
 * `@include`s: they differ only by the shapes of arguments.
 */
interface PlanFamily {
  id: number;
  /** The fields with arguments; known when the first plan is made. */
  sources: readonly ArgumentSource[] | undefined;
  /** The nouns that it expects lines of; undefined before its first plan, and where it shows no lines of any. */
  subjects: ExpectedSubjects | undefined;
  /** The reason where no plan can be made. */
  unplannable: Unplannable | undefined;
}

/** The most characters of SQL that are held in plans: those of a thousand portals' views. */
const usualCharacters = 10_000_000;

/** The most bytes of an answer's data, where no other limit is set. */
const usualAnswerBytes = 33_554_432;

/** Makes plans, and holds those that were used last. */
export class Planner {
  private readonly families = new WeakMap<OperationDefinitionNode, Map<string, PlanFamily>>();
  private readonly deciding = new WeakMap<OperationDefinitionNode, readonly string[]>();
  readonly counts = new CacheCounts();
  private readonly plans: LRUCache<string, Plan>;
  private lastFamily = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly writer: StatementWriter,
    mostCharacters = usualCharacters,
    private readonly answerBytes = usualAnswerBytes,
    /** The tables that can be read as they stood. */
    private readonly recorded: RecordedTables = new Map(),
  ) {
    this.plans = new LRUCache({
      maxSize: mostCharacters,
      sizeCalculation: ({ sql }) => sql.length,
      dispose: (_, __, reason) => this.counts.ended(reason),
    });
  }

  get count(): number {
    return this.plans.size;
  }

  /** The characters of the statements. */
  get bytes(): number {
    return this.plans.calculatedSize;
  }

  /**
   * The plan that answers the request, with the values of this run. Throws Unplannable for a field that no
   * statement can answer, and whatever a bad argument calls for.
   */
  prepare(request: PlanRequest): Prepared {
    const scope = scopeOf(request.viewer, request.language);
    const family = this.familyOf(request, shapeOfScope(scope));
    if (family.unplannable) throw family.unplannable;
    // A family's fields with arguments are known from its first plan on, and are the same in each.
    const first = family.sources ? undefined : this.make(request, family);
    const given = argumentsOf(family, request);
    const expected = request.mayMiss && !first ? family.subjects : undefined;
    const subjects = expected?.forRun();
    const key = keyOf(family, given, subjects);
    const known = this.counts.found(first ? undefined : this.plans.get(key));
    const plan = known ?? first ?? this.make(request, family, subjects);
    if (!known) this.plans.set(key, plan);
    const asText = () => this.prepare({ ...request, mayBeRows: false });
    if (plan.isTextOnly) return asText();
    const { viewer, moment, written } = request;
    const run = { viewer, scope, arguments: given, moment, written };
    const prepared = bind(plan, run, (noun) => expected?.miss(noun) ?? false);
    // What a statement can read is found in its text, which is plainer without sections.
    return plan.rows ? { ...prepared, tags: () => asText().tags() } : prepared;
  }

  private make(request: PlanRequest, family: PlanFamily, subjects?: ReadonlySet<string>): Plan {
    const { document, operation, variables, viewer, language, moment } = request;
    const { answerBytes } = this;
    const { mayBeRows = false } = request;
    const fragments = fragmentsByName(document);
    const scope = scopeToPlanWith(scopeOf(viewer, language));
    try {
      const source = {
        schema: this.schema,
        operation,
        fragments,
        variables,
        scope,
        past: moment && this.past(),
        subjects,
      };
      const { plan, sources, asksSubjects } = makePlan(source, this.writer, {
        answerBytes,
        mayBeRows,
      });
      family.sources = sources;
      if (asksSubjects && !moment) family.subjects ??= new ExpectedSubjects();
      return plan;
    } catch (error) {
      if (error instanceof Unplannable && !error.dependsOnArguments) family.unplannable = error;
      throw error;
    }
  }

  /** All tables as of the moment of a run. */
  private past(): Past {
    const position = placeholder(({ moment }) => moment?.position);
    const instant = placeholder(({ moment }) => moment?.instant);
    const moment = { position: sql`${position}::bigint`, instant: sql`${instant}::timestamptz` };
    return new Past(moment, this.recorded);
  }

  private familyOf(
    { document, operation, variables, moment, mayBeRows = false }: PlanRequest,
    shape: string,
  ): PlanFamily {
    const deciding = this.deciding.get(operation) ?? decidingVariables(document);
    this.deciding.set(operation, deciding);
    const families = this.families.get(operation) ?? new Map<string, PlanFamily>();
    this.families.set(operation, families);
    const key = `${moment ? "past" : "now"} ${mayBeRows} ${shape} ${deciding.map((name) => variables[name])}`;
    const family = families.get(key) ?? {
      id: this.newFamily(),
      sources: undefined,
      subjects: undefined,
      unplannable: undefined,
    };
    families.set(key, family);
    return family;
  }

  private newFamily(): number {
    this.lastFamily += 1;
    return this.lastFamily;
  }
}

const argumentsOf = ({ sources = [] }: PlanFamily, { variables }: PlanRequest): Arguments[] =>
  sources.map((source) => source.values(variables));

function keyOf(
  { id, sources = [] }: PlanFamily,
  given: readonly Arguments[],
  subjects?: ReadonlySet<string>,
): string {
  const shapes = sources.map((source, at) => source.shape(given[at] ?? {})).join(" ");
  return `${id} ${subjects ? [...subjects] : "any"} ${shapes}`;
}

/** The variables on which `@skip` and `@include` anywhere in the document depend. */
function decidingVariables(document: DocumentNode): string[] {
  const found = new Set<string>();
  visit(document, {
    Directive: ({ name, arguments: given = [] }) => {
      if (name.value !== "skip" && name.value !== "include") return;
      for (const { value } of given) {
        if (value.kind === Kind.VARIABLE) found.add(value.name.value);
      }
    },
  });
  return [...found].sort();
}
