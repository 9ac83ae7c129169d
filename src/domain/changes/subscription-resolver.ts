import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, Field, ID, Info, ObjectType, Resolver, Root, Subscription } from "type-graphql";
import { ChangeSource } from "../../live/index.js";
import { notFound } from "../../platform/errors.js";
import { parseId } from "../../platform/ids.js";
import { PositionScalar } from "../../platform/scalars.js";
import {
  type Class,
  FilterCompiler,
  filterOf,
  Loaded,
  nounOf,
  type ReadingContext,
  type Row,
  requestedFields,
  type Sql,
  sql,
} from "../../reading/index.js";
import { Deliberation } from "../deliberations/index.js";
import { Action, ActionPlan } from "../plans/index.js";
import { Change } from "./change.js";

interface FollowingArgs {
  after?: number | null;
}

/** A change of a deliberation, with the deliberation as it is now. */
@ObjectType({
  description:
    "A change of a deliberation or of what hangs on it, or of the status of an action that its outcomes became, with the deliberation as it is now.",
})
export class DeliberationChange {
  @Field(() => PositionScalar, { description: "The change's position: resume after it." })
  position!: number;
  @Loaded(() => Change, { description: "The change." })
  change!: number;
  @Loaded(() => Deliberation, {
    nullable: true,
    description: "The deliberation, at or after the change.",
  })
  deliberation!: string;
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

interface SubscribingContext extends ReadingContext {
  release(): Promise<void>;
}

/** The id of what is to be followed, if the viewer may see it; else NOT_FOUND. */
async function visibleId(context: SubscribingContext, target: Class, id: string): Promise<string> {
  const noun = nounOf(target);
  const known = parseId(id, "id");
  const reader = await context.reader();
  const found = await reader.byId(noun, known, []);
  await context.release();
  if (!found) throw notFound(noun.name, "id");
  return known;
}

/**
 * A deliberation's own changes, and those by which an action that had been adopted from it by then
 * changed its status: its outcomes' states follow from them. The ledger alone tells, so that a stream
 * that resumes sees what one that stayed saw.
 */
const ofDeliberation = (row: string, deliberation: string): Sql => {
  const at = (name: string) => sql.ref(`${row}.${name}`);
  // Postgres finds both kinds by their indexes, as the adopted actions' ids are known beforehand.
  const adopted = sql`array(select (ad.diff->'action'->>'after')::uuid from change ad
    where ad.deliberation_id = ${deliberation} and ad.entity = 'Adoption' and ad.kind = 'CREATED')`;
  return sql`(${at("deliberation_id")} = ${deliberation} or (${at("entity_id")} = any(${adopted})
    and ${at("entity")} = ${sql.lit(Action.name)} and ${at("kind")} = 'UPDATED' and ${at("diff")}->'status' is not null and exists (
      select 1 from change made where made.deliberation_id = ${deliberation}
        and made.entity = 'Adoption' and made.kind = 'CREATED'
        and made.diff->'action'->>'after' = ${at("entity_id")}::text
        and made.position < ${at("position")} and not exists (
          select 1 from change gone where gone.entity_id = made.entity_id
            and gone.kind = 'DELETED' and gone.position < ${at("position")}))))`;
};

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
      const plan = await visibleId(context as SubscribingContext, ActionPlan, id);
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

  @Subscription(() => DeliberationChange, {
    description:
      "Every change of one deliberation: its attendance, outcomes, positions, minutes, and what its outcomes become; once and in order, from a position on. NOT_FOUND when it is absent or hidden.",
    subscribe: async ({ args, context }) => {
      const { after, id } = args as FollowingArgs & { id: string };
      const deliberation = await visibleId(context as SubscribingContext, Deliberation, id);
      return new ChangeSource({
        after: after ?? null,
        event: (position) => ({ position, change: position, deliberation }),
        condition: (_, row) => ofDeliberation(row, deliberation),
        concerns: (line) => line.deliberation === deliberation || line.entity === Action.name,
      });
    },
  })
  deliberationChanged(
    @Root() event: DeliberationChange,
    @Arg("id", () => ID, { description: "The deliberation's id." }) _id: string,
    @Arg("after", () => PositionScalar, { nullable: true, description: startDescription })
    _after?: number,
  ): DeliberationChange {
    return event;
  }
}
