import "reflect-metadata";
import {
  assertValidSchema,
  type GraphQLInputType,
  type GraphQLSchema,
  specifiedDirectives,
} from "graphql";
import { buildSchema, type NonEmptyArray, type PubSub } from "type-graphql";
import { NodeResolver, SubscriptionResolver } from "../domain/changes/index.js";
import { mutationResolver } from "../domain/common/index.js";
import { MoneyResolver } from "../domain/plans/index.js";
import { SearchResolver } from "../domain/search/index.js";
import { ViewerResolver } from "../domain/stakeholders/index.js";
import { LiveViewResolver, provideViewSchema } from "../domain/views/index.js";
import type { Fault } from "../platform/errors.js";
import {
  allNouns,
  attachResolvers,
  generateGroupTypes,
  generateTypes,
  rootQueries,
} from "../reading/index.js";
import { InputChecker } from "./graphql/input-checker.js";
import { jsonView } from "./graphql/input-view.js";
import { argumentValidation } from "./input-validation.js";
import { asOfDirective } from "./limits/as-of.js";
import { addAnswer, LiveQueryResolver } from "./live-queries/resolver.js";
import { allMutations } from "./mutations.js";

const refuse = (): never => {
  throw new Error("Streams come from the ledger, not from a PubSub");
};

// type-graphql requires one when there are subscriptions; the hub's name their own source.
const noPubSub: PubSub = { publish: refuse, subscribe: refuse };

/** The schema of this process. */
const made: { schema?: Promise<GraphQLSchema> } = {};

/**
 * The hub's schema, of the nouns' types and readers and the mutations of the use cases. It is made of
 * classes, and finds what belongs to one hub in the context of a request: a process makes it once, for
 * every hub in it, of which the tests start several hundred.
 */
export function hubSchema(): Promise<GraphQLSchema> {
  made.schema ??= buildHubSchema();
  return made.schema;
}

async function buildHubSchema(): Promise<GraphQLSchema> {
  generateTypes();
  generateGroupTypes();
  const resolvers = [
    rootQueries(),
    NodeResolver,
    ViewerResolver,
    MoneyResolver,
    SearchResolver,
    SubscriptionResolver,
    LiveViewResolver,
    LiveQueryResolver,
    mutationResolver(allMutations),
  ];
  // The casts: type-graphql types its classes as concrete, ours are made from the dictionary.
  const schema = await buildSchema({
    resolvers: resolvers as never as NonEmptyArray<new () => object>,
    orphanedTypes: allNouns().map(({ target }) => target) as never,
    validateFn: argumentValidation(),
    directives: [...specifiedDirectives, asOfDirective],
    pubSub: noPubSub,
    // By a whole introspection, a fifteenth of a start's CPU time; `assertValidSchema` checks the same.
    skipCheck: true,
  });
  assertValidSchema(schema);
  attachResolvers(schema);
  addAnswer(schema);
  describeRoots(schema);
  provideViewSchema({ schema, faultsIn: inputFaults });
  return schema;
}

/** The faults of a value of an input type, by the rules of variables. */
function inputFaults(value: unknown, type: GraphQLInputType, path: string): Fault[] {
  const checker = new InputChecker(jsonView, false);
  checker.check(value, type, [path]);
  return checker.faults;
}

/** Describes the root types, for which type-graphql takes no description. */
function describeRoots(schema: GraphQLSchema): void {
  const descriptions = new Map([
    [
      schema.getQueryType(),
      "What can be read. A query is answered from one snapshot of the ledger, whose position is in `extensions`; what the viewer may not see is absent.",
    ],
    [
      schema.getMutationType(),
      "What can be done. Each mutation is one transaction: it is done once however often it is sent with the same ids, or it changes nothing and says why.",
    ],
    [
      schema.getSubscriptionType(),
      "What can be followed over a WebSocket (graphql-transport-ws): every change once and in order, after a position.",
    ],
  ]);
  for (const [type, description] of descriptions) if (type) type.description = description;
}
