import { GraphQLError, type GraphQLResolveInfo, type GraphQLSchema } from "graphql";
import { Arg, Field, ObjectType, Resolver, Subscription } from "type-graphql";
import { type Answering, AnswerSource, failedAnswer } from "../../live/index.js";
import { enumeration, type MemberOf } from "../../platform/enumeration.js";
import { badField } from "../../platform/errors.js";
import { JsonScalar, PositionScalar } from "../../platform/scalars.js";
import { publishEnum, Unplannable } from "../../reading/index.js";
import type { RequestContext } from "../context.js";
import { AnswerText, type Shape } from "./answer-text.js";
import { type SelectedAnswer, selectedAnswer } from "./inner-query.js";

/** How a live query's further answers are sent. */
export const LiveUpdates = enumeration(
  "LiveUpdates",
  "How the further answers of a live query are sent.",
  {
    WHOLE: "Each answer whole.",
    PATCH: "As a patch of the answer before (RFC 6902) where that is smaller, else whole.",
  },
);
export type LiveUpdates = MemberOf<typeof LiveUpdates>;
publishEnum(LiveUpdates);

/** The answer to a live query. Its member `answer`, of the type Query, is added once there is that type. */
@ObjectType({
  description:
    "The answer to a live query as it stands at a position of the ledger. Jawaban langsung.",
})
export class LiveAnswer {
  @Field(() => PositionScalar, { description: "The position of the ledger at which it was read." })
  position!: number;
  @Field(() => [String], {
    description:
      "What differs from the answer before, as JSON pointers into `answer` (RFC 6901): none in the first answer. The empty pointer, which is the whole answer, where answers of more than 64 kB, or with lists of many hundred elements, are not compared.",
  })
  changed!: string[];
  @Field(() => JsonScalar, {
    nullable: true,
    description:
      "The operations (RFC 6902) that make the answer of the one before; null where it is sent whole. Only with `updates: PATCH`.",
  })
  patch?: unknown;
}

/** Adds `answer`: the whole Query, so that every query can be followed as it is. */
export function addAnswer(schema: GraphQLSchema): void {
  const [answer, query] = [schema.getType("LiveAnswer"), schema.getQueryType()];
  if (!answer || !("getFields" in answer) || !query)
    throw new Error("The schema has no LiveAnswer");
  // The cast: an object type's fields, which graphql-js offers for change.
  const fields = answer.getFields() as Record<string, unknown>;
  fields.answer = {
    ...{ name: "answer", type: query, args: [], extensions: {} },
    description:
      "The query that is followed: what it selects, as it stands now; null where a patch is sent.",
  };
}

/** The answer of the planned path, which every subscriber of a group gets. */
const answeringOf = (
  { query, ...shape }: SelectedAnswer & Shape,
  isPersonal: boolean,
): Answering => ({
  isPersonal,
  read: async ({ variableValues }, context, { position }) => {
    try {
      // The cast: groups read through contexts of requests.
      const read = await (context as RequestContext).readFollowed(query, variableValues);
      if ("errors" in read) return failedAnswer({ errors: read.errors });
      return new AnswerText(shape, { ...read, position });
    } catch (error) {
      if (error instanceof GraphQLError) return failedAnswer({ errors: [error] });
      throw error;
    }
  },
});

const notFollowed = (field: string) =>
  badField(
    "answer",
    `\`${field}\` cannot be followed: ask for it by a query`,
    `\`${field}\` tidak dapat diikuti: mintalah dengan kueri`,
  );

/** True where the answer is for one viewer alone; BAD_USER_INPUT for a query that cannot be followed. */
function checkFollowed(context: RequestContext, { query }: SelectedAnswer): boolean {
  try {
    return context.isPersonalWhenFollowed(query);
  } catch (error) {
    if (error instanceof Unplannable) throw notFollowed(error.field);
    throw error;
  }
}

/** Live queries. */
@Resolver()
export class LiveQueryResolver {
  @Subscription(() => LiveAnswer, {
    description:
      "Follows a query, which is what `answer` selects: its answer at the start, and another whenever something that it reads has changed and the answer differs. A query that one statement cannot answer is refused. Ends with FORBIDDEN when the viewer's access changes. To resume, subscribe again.",
    subscribe: ({ args, context, info }) => {
      const selected = selectedAnswer(info as GraphQLResolveInfo);
      const takesPatches = args.updates === LiveUpdates.PATCH;
      if (takesPatches && !selected.members.some(([, field]) => field === "patch")) {
        throw badField("updates", "select `patch` with PATCH", "pilih `patch` bersama PATCH");
      }
      const isPersonal = checkFollowed(context as RequestContext, selected);
      return new AnswerSource(answeringOf({ ...selected, takesPatches }, isPersonal));
    },
  })
  live(
    @Arg("updates", () => LiveUpdates as never, {
      defaultValue: LiveUpdates.WHOLE,
      description: "How further answers are sent.",
    })
    _updates: LiveUpdates,
  ): LiveAnswer {
    throw new Error("Live queries are answered by LiveAnswers");
  }
}
