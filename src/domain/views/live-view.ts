import {
  type DocumentNode,
  type ExecutionResult,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isInterfaceType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";
import { Arg, Ctx, Field, ID, ObjectType, Resolver, Root, Subscription } from "type-graphql";
import { type AnswerRoot, AnswerSource, resolvedAnswer } from "../../live/index.js";
import { badField, notFound } from "../../platform/errors.js";
import { parseId } from "../../platform/ids.js";
import { JsonScalar, PositionScalar } from "../../platform/scalars.js";
import { nounNamed, type ReadingContext, type RowOf, rowOf } from "../../reading/index.js";
import { definitionOf, definitionParts } from "./document/definition.js";
import { viewDocument } from "./document/document.js";
import { ViewAudience } from "./enums.js";
import { type Executed, type ExecutingContext, requestFor, resultOf } from "./result.js";
import { ViewResult } from "./result-types.js";
import { View } from "./view.js";
import { visibleView } from "./view-visibility.js";

/** The result of a view as it stands, with the position at which it was read. */
@ObjectType({
  description: "The result of a view as it stands at a position of the ledger. Hasil terkini.",
})
export class LiveViewResult {
  @Field(() => PositionScalar, { description: "The position of the ledger at which it was read." })
  position!: number;
  @Field(() => ViewResult, { description: "The result: that of `View.result` without a page." })
  result!: ViewResult;
}

/** The arguments of a view's stream. */
interface FollowedView {
  id?: string | null;
  key?: string | null;
  parameters?: unknown;
}

type LiveContext = ReadingContext & ExecutingContext & { release(): Promise<void> };

const parts = [...definitionParts, "audience"] as const;

const oneOf = () =>
  badField("id", "give either `id` or `key`", "berikan salah satu dari `id` atau `key`");

/** The view that is followed; NOT_FOUND where it is absent or hidden. */
async function followedView(
  context: ReadingContext,
  { id, key }: FollowedView,
): Promise<RowOf<View, (typeof parts)[number]>> {
  const reader = await context.reader();
  if (typeof id === "string" && typeof key === "string") throw oneOf();
  if (typeof id === "string") {
    const found = await reader.byId(View, parseId(id, "id"), parts);
    if (found) return found;
    throw notFound(View.name, "id");
  }
  if (typeof key !== "string") throw oneOf();
  const found = await reader.byKey(View, key, parts);
  if (found) return found;
  throw notFound(View.name, "key");
}

/** The tables that decide over which views a viewer sees. */
function tablesOfView(scope: Parameters<typeof visibleView>[0]): readonly string[] {
  const row = rowOf(View);
  visibleView(scope, row);
  return row.statement.reads?.tables ?? [];
}

/** What of a subscription's document decides over when its payload is another. */
class Selected {
  /** The names of positions in the payload, and in results. */
  readonly positions = new Set<string>();
  readonly resultPositions = new Set<string>();
  /** The names of results in the payload. */
  readonly results = new Set<string>();
  /** True where it reads more of the records in cells than what names them. */
  readsRecords = false;

  constructor(schema: GraphQLSchema, document: DocumentNode) {
    const types = new TypeInfo(schema);
    const note = (field: FieldNode) => this.note(types.getParentType(), field);
    visit(document, visitWithTypeInfo(types, { Field: note }));
  }

  private note(
    parent: GraphQLCompositeType | null | undefined,
    { name: { value: name }, alias }: FieldNode,
  ) {
    const shown = alias?.value ?? name;
    const isPosition = name === "position";
    if (parent?.name === ViewResult.name) {
      if (isPosition) this.resultPositions.add(shown);
    } else if (parent?.name === LiveViewResult.name) {
      (isPosition ? this.positions : this.results).add(shown);
    } else if (isInterfaceType(parent) || (parent && nounNamed(parent.name))) {
      this.readsRecords ||= !namesOfRecord.has(name);
    }
  }
}

const namesOfRecord = new Set(["id", "__typename"]);

/** The members of an object of the payload, without positions. */
const membersOf = (value: unknown, positions: ReadonlySet<string>): [string, unknown][] =>
  Object.entries((value ?? {}) as object).filter(([name]) => !positions.has(name));

/** The text of a payload without its positions. */
function contentOf(data: ExecutionResult["data"], selected: Selected): string {
  const payloads = Object.values(data ?? {}).map((payload) =>
    membersOf(payload, selected.positions).map(([name, value]) =>
      selected.results.has(name) ? [name, membersOf(value, selected.resultPositions)] : value,
    ),
  );
  return JSON.stringify(payloads);
}

/** A context that notes the tags of what its queries depend on. */
function noting(context: ExecutingContext, note: (executed: Executed) => void): ExecutingContext {
  return {
    language: context.language,
    execute: async (...query) => {
      const executed = await context.execute(...query);
      note(executed);
      return executed;
    },
  };
}

/** The streams of views. */
@Resolver()
export class LiveViewResolver {
  @Subscription(() => LiveViewResult, {
    description:
      "The result of a view: as it stands at the start, and again whenever a change makes it another, or a new day does by a relative date. NOT_FOUND when the view is absent or hidden, also later; ends with FORBIDDEN when the viewer's access changes. To resume, subscribe again.",
    subscribe: async ({ args, context, info }) => {
      const reading = context as LiveContext;
      const followed = args as FollowedView;
      const view = await followedView(reading, followed);
      await reading.release();
      // Throws for wrong parameters, and for a view that no longer fits the schema.
      viewDocument(requestFor(definitionOf(view), { parameters: followed.parameters }));
      const { operation, schema, fragments } = info as GraphQLResolveInfo;
      const definitions = [operation, ...Object.values(fragments)];
      const selected = new Selected(schema, { kind: "Document", definitions } as DocumentNode);
      const answering = resolvedAnswer({
        isPersonal: view.audience === ViewAudience.PRIVATE,
        followsAll: selected.readsRecords,
        contentOf: (data) => contentOf(data, selected),
      });
      return new AnswerSource(answering);
    },
  })
  async viewLive(
    @Root() root: AnswerRoot,
    @Ctx() context: LiveContext,
    @Arg("id", () => ID, { nullable: true, description: "The view's id." }) id?: string,
    @Arg("key", () => String, { nullable: true, description: "Or its key." }) key?: string,
    @Arg("parameters", () => JsonScalar, {
      nullable: true,
      description: "The values of its parameters, by name. Absent ones have their defaults.",
    })
    parameters?: unknown,
  ): Promise<LiveViewResult> {
    const view = await followedView(context, { id: id ?? null, key: key ?? null });
    const { scope } = (await context.reader()).reading;
    let tags: readonly string[] | undefined;
    const within = noting(context, (executed) => {
      tags = executed.tags;
    });
    const result = await resultOf(definitionOf(view), { parameters }, within);
    root.readFrom({ tags: tags && [...tags, ...tablesOfView(scope)] });
    return { position: result.position, result };
  }
}
