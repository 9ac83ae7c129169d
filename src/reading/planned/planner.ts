import {
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  visit,
} from "graphql";
import { LRUCache } from "lru-cache";
import { scopeOf, type Viewer } from "../../access/index.js";
import { type ArgumentSource, type Values, valuesOf } from "./arguments.js";
import { fragmentsByName, Unplannable } from "./compiler.js";
import { fill, makePlan, type Plan, type Prepared, type StatementWriter } from "./plan.js";
import { scopeToPlanWith, shapeOfScope } from "./run.js";

/** What is asked: an operation of a document, with its variables coerced, and by whom. */
export interface Question {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  variables: Values;
  viewer: Viewer;
}

/**
 * The plans of one operation for viewers of one shape and for one outcome of its `@skip`s and
 * `@include`s: they differ only by the shapes of arguments.
 */
interface Family {
  id: number;
  /** The fields with arguments; known when the first plan is made. */
  met: readonly ArgumentSource[] | undefined;
  /** Why there is no plan, where there can be none. */
  unplannable: Unplannable | undefined;
}

/** Characters of SQL that are kept in plans: those of a thousand portals' views, or of fewer odd ones. */
const usualCharacters = 10_000_000;

/** Makes plans, and keeps those that were used last. */
export class Planner {
  private readonly families = new WeakMap<OperationDefinitionNode, Map<string, Family>>();
  private readonly deciding = new WeakMap<OperationDefinitionNode, readonly string[]>();
  private readonly plans: LRUCache<string, Plan>;
  private lastFamily = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly writer: StatementWriter,
    mostCharacters = usualCharacters,
  ) {
    this.plans = new LRUCache({
      maxSize: mostCharacters,
      sizeCalculation: ({ sql }) => sql.length,
    });
  }

  /**
   * The plan that answers the question, with this run's values. Throws Unplannable for a field that no
   * statement can answer, and whatever a bad argument calls for.
   */
  prepare(question: Question): Prepared {
    const scope = scopeOf(question.viewer);
    const family = this.familyOf(question, shapeOfScope(scope));
    if (family.unplannable) throw family.unplannable;
    // A family's fields with arguments are known from its first plan on, and are the same in each.
    const first = family.met ? undefined : this.make(question, family);
    const given = argumentsOf(family, question);
    const key = keyOf(family, given);
    const known = first ? undefined : this.plans.get(key);
    const plan = known ?? first ?? this.make(question, family);
    if (!known) this.plans.set(key, plan);
    const run = { viewer: question.viewer, scope, arguments: given };
    return fill(plan, run);
  }

  private make({ document, operation, variables, viewer }: Question, family: Family): Plan {
    const fragments = fragmentsByName(document);
    const scope = scopeToPlanWith(scopeOf(viewer));
    try {
      const source = { schema: this.schema, operation, fragments, variables, scope };
      const { plan, met } = makePlan(source, this.writer);
      family.met = met;
      return plan;
    } catch (error) {
      if (error instanceof Unplannable) family.unplannable = error;
      throw error;
    }
  }

  private familyOf({ document, operation, variables }: Question, shape: string): Family {
    const deciding = this.deciding.get(operation) ?? decidingVariables(document);
    this.deciding.set(operation, deciding);
    const families = this.families.get(operation) ?? new Map<string, Family>();
    this.families.set(operation, families);
    const key = `${shape} ${deciding.map((name) => variables[name])}`;
    const family = families.get(key) ?? {
      id: this.newFamily(),
      met: undefined,
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

const argumentsOf = ({ met = [] }: Family, { variables }: Question): Values[] =>
  met.map((source) => valuesOf(source, variables));

const keyOf = ({ id, met = [] }: Family, given: readonly Values[]): string =>
  `${id} ${met.map((source, at) => source.shape(given[at] ?? {})).join(" ")}`;

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
