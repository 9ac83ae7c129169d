import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, Field, ID, Info, ObjectType, Resolver, Root, Subscription } from "type-graphql";
import type { KeptLines } from "../../ledger/index.js";
import { ChangeSource } from "../../live/index.js";
import { notFound } from "../../platform/errors.js";
import { parseId } from "../../platform/ids.js";
import { PositionScalar } from "../../platform/scalars.js";
import {
  type Class,
  eventWith,
  FilterCompiler,
  filterOf,
  knownLines,
  Loaded,
  nounOf,
  PlannedRoot,
  type ReadingContext,
  type Row,
  type RowRef,
  requestedFields,
  type Sql,
  seenRow,
  sql,
} from "../../reading/index.js";
import { Adoption, Deliberation } from "../deliberations/index.js";
import { Action, ActionPlan } from "../plans/index.js";
import { Change } from "./change.js";
import { matcherOf } from "./change-matcher.js";

interface FollowingArgs {
  after?: number | null;
}

/** A change of a deliberation, with the deliberation as it is now. */
@ObjectType({
  description:
    "A change of a deliberation, of something that belongs to it, or of the status of an action adopted from its outcomes; with the current state of the deliberation.",
})
export class DeliberationChange {
  @Field(() => PositionScalar, { description: "The change's position; resume after it." })
  position!: number;
  @Loaded(() => Change, { description: "The change." })
  change!: number;
  @Loaded(() => Deliberation, {
    nullable: true,
    description: "The deliberation, read at or after the change.",
  })
  deliberation!: string;
}

/** A change of a plan, with the plan as it is now. */
@ObjectType({
  description:
    "A change of a plan or of something that belongs to it, with the current state of the plan.",
})
export class ActionPlanChange {
  @Field(() => PositionScalar, { description: "The change's position; resume after it." })
  position!: number;
  @Loaded(() => Change, { description: "The change." })
  change!: number;
  @Loaded(() => ActionPlan, {
    nullable: true,
    description: "The plan, read at or after the change.",
  })
  actionPlan!: string;
}

const startDescription =
  "The position after which the stream starts, from a query or an earlier payload; null starts now.";

interface SubscribingContext extends ReadingContext {
  release(): Promise<void>;
}

/** The id of the noun to follow, if the viewer can see it; else NOT_FOUND. */
async function visibleId(context: SubscribingContext, target: Class, id: string): Promise<string> {
  const known = parseId(id, "id");
  const reader = await context.reader();
  const found = await reader.byId(target, known, []);
  await context.release();
  if (!found) throw notFound(nounOf(target).name, "id");
  return known;
}

/**
 * The condition of a deliberation's changes: its own, and those of the status of actions that were
 * adopted from it before, because the states of its outcomes follow from them. The condition reads
 * only the ledger, so that a resumed stream gets the same changes as an uninterrupted one.
 */
function ofDeliberation(change: RowRef, deliberation: string): Sql {
  const adoption = change.statement.row(knownLines);
  const earlier = change.statement.row(knownLines);
  const later = change.statement.row(knownLines);
  const at = (name: string) => change.column(name);
  const creates = (row: RowRef) => sql`${row.column("deliberation_id")} = ${deliberation}
    and ${row.column("entity")} = ${sql.lit(Adoption.name)} and ${row.column("kind")} = 'CREATED'`;
  // Postgres finds both kinds by their indexes, because the ids of the adopted actions are read
  // first.
  const adopted = sql`array(select (${adoption.column("diff")}->'action'->>'after')::uuid
    from ${adoption.source} where ${creates(adoption)})`;
  const isUndone = sql`exists (select 1 from ${later.source}
    where ${later.column("entity_id")} = ${earlier.column("entity_id")}
      and ${later.column("kind")} = 'DELETED' and ${later.column("position")} < ${at("position")})`;
  return sql`(${at("deliberation_id")} = ${deliberation} or (${at("entity_id")} = any(${adopted})
    and ${at("entity")} = ${sql.lit(Action.name)} and ${at("kind")} = 'UPDATED'
    and ${at("diff")}->'status' is not null and exists (
      select 1 from ${earlier.source} where ${creates(earlier)}
        and ${earlier.column("diff")}->'action'->>'after' = ${at("entity_id")}::text
        and ${earlier.column("position")} < ${at("position")} and not ${isUndone})))`;
}

/** The adoptions of outcomes, by which later changes of their actions are changes of a deliberation. */
export const linesOfAdoptions: KeptLines = {
  lines: sql`entity = ${sql.lit(Adoption.name)}`,
  fields: ["action"],
};

/** Streams of changes. */
@Resolver()
export class SubscriptionResolver {
  @Subscription(() => Change, {
    description:
      "Every change that the viewer can see, once and in order, after a position. Ends with FORBIDDEN when the viewer's access changes; subscribe again.",
    subscribe: ({ args }) => {
      const { after, where } = args as FollowingArgs & { where?: Record<string, unknown> | null };
      return new ChangeSource({
        after: after ?? null,
        event: (position) => ({ position }),
        condition: (scope, row) =>
          new FilterCompiler(scope).compile(nounOf(Change), row, where ?? {}, "where"),
        ...matcherOf(where ?? {}),
      });
    },
  })
  @PlannedRoot(seenRow(() => Change))
  async changes(
    @Root() { position }: { position: number },
    @Ctx() context: ReadingContext,
    @Info() info: GraphQLResolveInfo,
    @Arg("after", () => PositionScalar, { nullable: true, description: startDescription })
    _after?: number,
    @Arg("where", () => filterOf(Change), {
      nullable: true,
      description: "A filter: only changes that meet all of it.",
    })
    _where?: object,
  ): Promise<Row | null> {
    const reader = await context.reader();
    return reader.row(nounOf(Change), String(position), requestedFields(info));
  }

  @Subscription(() => ActionPlanChange, {
    description:
      "Every change of one plan and of everything that belongs to it, once and in order, after a position. NOT_FOUND when the plan is absent or hidden.",
    subscribe: async ({ args, context }) => {
      const { after, id } = args as FollowingArgs & { id: string };
      const plan = await visibleId(context as SubscribingContext, ActionPlan, id);
      return new ChangeSource({
        after: after ?? null,
        event: (position) => ({ position, change: position, actionPlan: plan }),
        followed: plan,
        condition: (_, row) => sql`${row.column("plan_id")} = ${plan}`,
        match: (line) => line.plan === plan,
        isDecided: true,
      });
    },
  })
  @PlannedRoot(eventWith(() => Change))
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
      "Every change of one deliberation: its attendance, outcomes, positions, minutes, and the actions adopted from it. Once and in order, after a position. NOT_FOUND when it is absent or hidden.",
    subscribe: async ({ args, context }) => {
      const { after, id } = args as FollowingArgs & { id: string };
      const deliberation = await visibleId(context as SubscribingContext, Deliberation, id);
      return new ChangeSource({
        after: after ?? null,
        event: (position) => ({ position, change: position, deliberation }),
        followed: deliberation,
        condition: (_, row) => ofDeliberation(row, deliberation),
        match: (line) =>
          line.deliberation === deliberation || (line.entity === Action.name ? undefined : false),
        isDecided: false,
      });
    },
  })
  @PlannedRoot(eventWith(() => Change))
  deliberationChanged(
    @Root() event: DeliberationChange,
    @Arg("id", () => ID, { description: "The deliberation's id." }) _id: string,
    @Arg("after", () => PositionScalar, { nullable: true, description: startDescription })
    _after?: number,
  ): DeliberationChange {
    return event;
  }
}
