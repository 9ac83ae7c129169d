import "reflect-metadata";
import type { GraphQLSchema } from "graphql";
import { lexicographicSortSchema, printSchema } from "graphql";
import { buildSchema, type NonEmptyArray, type PubSub } from "type-graphql";
import { allAssessmentMutations } from "../domain/assessments/index.js";
import { NodeResolver, SubscriptionResolver } from "../domain/changes/index.js";
import { mutationResolver } from "../domain/common/index.js";
import { allDeliberationMutations } from "../domain/deliberations/index.js";
import { allEnterpriseMutations } from "../domain/enterprises/index.js";
import { allIndicatorMutations } from "../domain/indicators/index.js";
import { allPlanMutations } from "../domain/plans/index.js";
import { allProgrammeMutations } from "../domain/programmes/index.js";
import { allStakeholderMutations, ViewerResolver } from "../domain/stakeholders/index.js";
import type { Ledger } from "../ledger/index.js";
import { allNouns, attachResolvers, generateTypes, rootQueries } from "../reading/index.js";

const refuse = (): never => {
  throw new Error("Streams come from the ledger, not from a PubSub");
};

// type-graphql requires one when there are subscriptions; the hub's name their own source.
const noPubSub: PubSub = { publish: refuse, subscribe: refuse };

/** Builds the hub's schema from the nouns' types and readers and the mutations of the use cases. */
export async function buildHubSchema(ledger: Ledger): Promise<GraphQLSchema> {
  generateTypes();
  const resolvers = [
    rootQueries(),
    NodeResolver,
    ViewerResolver,
    SubscriptionResolver,
    mutationResolver(ledger, [
      ...allStakeholderMutations,
      ...allProgrammeMutations,
      ...allPlanMutations,
      ...allIndicatorMutations,
      ...allDeliberationMutations,
      ...allEnterpriseMutations,
      ...allAssessmentMutations,
    ]),
  ];
  // The casts: type-graphql types its classes as concrete, ours are made from the dictionary.
  const schema = await buildSchema({
    resolvers: resolvers as never as NonEmptyArray<new () => object>,
    orphanedTypes: allNouns().map(({ target }) => target) as never,
    validate: { forbidUnknownValues: false },
    pubSub: noPubSub,
  });
  attachResolvers(schema);
  return schema;
}

/** The schema's text as it is committed; sorted, so that a difference is one of the contract. */
export const schemaText = (schema: GraphQLSchema): string =>
  `${printSchema(lexicographicSortSchema(schema))}\n`;
