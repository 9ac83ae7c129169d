import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, Field, ID, Info, ObjectType, Resolver, Root, Subscription } from "type-graphql";
import { ChangeSource } from "../../live/index.js";
import { notFound } from "../../platform/errors.js";
import { parseId } from "../../platform/ids.js";
import { PositionScalar } from "../../platform/scalars.js";
import {
  FilterCompiler,
  filterOf,
  Loaded,
  nounOf,
  type ReadingContext,
  type Row,
  requestedFields,
  sql,
} from "../../reading/index.js";
import { ActionPlan } from "../plans/index.js";
import { Change } from "./change.js";

interface FollowingArgs {
  after?: number | null;
}

/** A change of a plan, with the plan as it is now. */
@ObjectType({
  description: "A change of a plan or of what hangs on it, with the plan as it is now.",
})
export class ActionPlanChange {
  @Field(() => PositionScalar, { description: "The change's position: resume after it." })
  position!: number;
  @Loaded(() => Change, { description: "The change." })
  change!: number;
  @Loaded(() => ActionPlan, { nullable: true, description: "The plan, at or after the change." })
  actionPlan!: string;
}

const startDescription =
  "The position after which to start, as a query or an earlier payload gave it; null starts now.";

/** Streams of changes. */
@Resolver()
export class SubscriptionResolver {
  @Subscription(() => Change, {
    description:
      "Every change that the viewer may see, once and in order, from a position on. Ends with FORBIDDEN when the viewer's access changes: subscribe again.",
    subscribe: ({ args }) => {
      const { after, where } = args as FollowingArgs & { where?: Record<string, unknown> | null };
      return new ChangeSource({
        after: after ?? null,
        event: (position) => ({ position }),
        condition: (scope, row) =>
          where
            ? new FilterCompiler(scope).compile(nounOf(Change), row, where, "where")
            : sql`true`,
      });
    },
  })
  async changes(
    @Root() { position }: { position: number },
    @Ctx() context: ReadingContext,
    @Info() info: GraphQLResolveInfo,
    @Arg("after", () => PositionScalar, { nullable: true, description: startDescription })
    _after?: number,
    @Arg("where", () => filterOf(Change) as never, {
      nullable: true,
      description: "Only changes for which all of this holds.",
    })
    _where?: object,
  ): Promise<Row | null> {
    const reader = await context.reader();
    return reader.byId(nounOf(Change), String(position), requestedFields(info));
  }

  @Subscription(() => ActionPlanChange, {
    description:
      "Every change of one plan and of what hangs on it, once and in order, from a position on. NOT_FOUND when the plan is absent or hidden.",
    subscribe: async ({ args, context }) => {
      const { after, id } = args as FollowingArgs & { id: string };
      const plan = parseId(id, "id");
      const reader = await (context as ReadingContext).reader();
      const found = await reader.byId(nounOf(ActionPlan), plan, []);
      await (context as { close(): Promise<void> }).close();
      if (!found) throw notFound("ActionPlan", "id");
      return new ChangeSource({
        after: after ?? null,
        event: (position) => ({ position, change: position, actionPlan: plan }),
        condition: (_, row) => sql`${sql.ref(`${row}.plan_id`)} = ${plan}`,
        concerns: (line) => line.plan === plan,
      });
    },
  })
  actionPlanChanged(
    @Root() event: ActionPlanChange,
    @Arg("id", () => ID, { description: "The plan's id." }) _id: string,
    @Arg("after", () => PositionScalar, { nullable: true, description: startDescription })
    _after?: number,
  ): ActionPlanChange {
    return event;
  }
}
