import canonicalize from "canonicalize";
import {
  createSourceEventStream,
  type ExecutionArgs,
  type ExecutionResult,
  getOperationAST,
  Kind,
  print,
  visit,
} from "graphql";
import { scopeOf, type Viewer } from "../access/index.js";
import { type Head, headOf, type Tail } from "../ledger/index.js";
import { badField, cursorExpired, HubError, type Language } from "../platform/errors.js";
import type { Class, Database, ReadSession, SeenRows } from "../reading/index.js";
import { ChangeSource, type Following } from "./change-source.js";
import { Group, type Payload } from "./group.js";
import { RecentChanges } from "./recent-changes.js";

/** What a subscription needs of its context. */
export interface LiveContext {
  viewer: Viewer;
  language: Language;
  /** Who the same credential is now; throws when it holds no longer. */
  reauthenticated(): Promise<Viewer>;
  /** A context of the same requester that reads from this snapshot, with this viewer's eyes. */
  over(session: ReadSession, viewer: Viewer, seen: SeenRows): LiveContext;
}

type LiveArgs = ExecutionArgs & { contextValue: LiveContext };

/** One subscription as it was when it started. */
interface Subscriber {
  args: LiveArgs;
  following: Following;
  /** Who it was when it started, asked again after `since` was read. */
  viewer: Viewer;
  /** The position after which it starts. */
  after: number;
  /** The ledger's head when it came. */
  since: number;
}

const accessChanged = (position: number): HubError =>
  new HubError(
    "FORBIDDEN",
    {
      en: `Your access has changed; subscribe again after position ${position}.`,
      id: `Akses Anda berubah; berlangganan lagi setelah posisi ${position}.`,
    },
    { position },
  );

/**
 * Runs subscriptions: pull, not push. A subscriber asks its group for the next page when its socket
 * has taken the last frame, so that nothing piles up for a slow one.
 */
export class LiveGroups {
  private readonly groups = new Map<string, Group>();
  private readonly recent: RecentChanges;

  /** The tail must have been started. */
  constructor(
    private readonly database: Database,
    private readonly tail: Tail,
    private readonly changes: Class,
  ) {
    this.recent = new RecentChanges(database, tail);
  }

  /** The stream of a subscription document, or the errors that kept it from starting. */
  async subscribe(args: LiveArgs): Promise<AsyncIterable<Payload> | ExecutionResult> {
    const source = await createSourceEventStream(args);
    if (!(source instanceof ChangeSource)) return source as ExecutionResult;
    const { following } = source;
    const head = await headOf(this.database);
    const after = startOf(following.after, head);
    // Asked again after the start is known: a role taken away before it is seen now, one taken away
    // later is seen in the stream.
    const viewer = await args.contextValue.reauthenticated();
    return this.stream({ args, following, viewer, after, since: head.position });
  }

  private stream(subscriber: Subscriber): AsyncIterableIterator<Payload> {
    const key = groupKey(subscriber);
    const group = this.join(key, subscriber);
    const stopping = new AbortController();
    const frames = this.frames(subscriber, group, stopping.signal);
    const leave = () => {
      if (stopping.signal.aborted) return;
      stopping.abort();
      group.members -= 1;
      if (group.members === 0) this.groups.delete(key);
    };
    const iterator: AsyncIterableIterator<Payload> = {
      next: async () => {
        const step = await frames.next().catch((error: unknown) => {
          leave();
          throw error;
        });
        if (step.done) leave();
        return step;
      },
      return: async () => {
        leave();
        return frames.return(undefined);
      },
      [Symbol.asyncIterator]: () => iterator,
    };
    return iterator;
  }

  private join(key: string, { args, following, viewer }: Subscriber): Group {
    const contextAt = (session: ReadSession, seen: SeenRows) =>
      args.contextValue.over(session, viewer, seen);
    const spec = { following, scope: scopeOf(viewer), args, contextAt };
    const known = this.groups.get(key);
    const group = known ?? new Group(this.database, this.changes, this.recent, spec);
    group.members += 1;
    this.groups.set(key, group);
    return group;
  }

  private async *frames(
    { args, viewer, after, since }: Subscriber,
    group: Group,
    signal: AbortSignal,
  ): AsyncGenerator<Payload, undefined> {
    let cursor = after;
    let askedAt = since;
    for (;;) {
      cursor = await group.quiet.beyond(cursor, signal);
      const head = this.tail.position;
      if (signal.aborted || head <= cursor) return undefined;
      const page = (await group.idle(cursor, head)) ?? (await group.page(cursor, since));
      if (page.accessAt > askedAt) {
        if (!(await sameAccess(args.contextValue, viewer))) {
          yield { errors: [accessChanged(cursor)] };
          return undefined;
        }
        askedAt = Math.max(page.readAt, page.accessAt);
      }
      for (const { payload } of page.frames) {
        if (signal.aborted) return undefined;
        yield payload;
      }
      cursor = page.upTo;
    }
  }
}

/** Where to start; null starts now. */
function startOf(after: number | null, { position, retainedFrom }: Head): number {
  if (after === null) return position;
  if (after < retainedFrom) throw cursorExpired(retainedFrom);
  if (after > position) {
    throw badField("after", "is beyond the end of the ledger", "melewati akhir buku perubahan");
  }
  return after;
}

async function sameAccess(context: LiveContext, viewer: Viewer): Promise<boolean> {
  try {
    return scopeOf(await context.reauthenticated()).key === scopeOf(viewer).key;
  } catch (error) {
    if (error instanceof HubError && error.code === "UNAUTHENTICATED") return false;
    throw error;
  }
}

/** The variable that says where to start, if nothing else uses it: subscribers differ in it alone. */
function startVariable({ document, operationName }: ExecutionArgs): string | undefined {
  const uses = new Map<string, { all: number; asAfter: number }>();
  const operation = getOperationAST(document, operationName);
  if (!operation) return undefined;
  const count = (name: string, asAfter: boolean) => {
    const use = uses.get(name) ?? { all: 0, asAfter: 0 };
    uses.set(name, { all: use.all + 1, asAfter: use.asAfter + (asAfter ? 1 : 0) });
  };
  for (const field of operation.selectionSet.selections) {
    if (field.kind !== Kind.FIELD) continue;
    for (const { name, value } of field.arguments ?? []) {
      if (name.value === "after" && value.kind === Kind.VARIABLE) count(value.name.value, true);
    }
  }
  visit(document, {
    VariableDefinition: () => false,
    Variable: ({ name }) => count(name.value, false),
  });
  // Each use as `after` was counted twice: once as such, once by the visit.
  return [...uses].find(([, { all, asAfter }]) => asAfter === 1 && all === 2)?.[0];
}

/** What makes two subscribers one group. */
function groupKey({ args, viewer }: Subscriber): string {
  const variables = { ...args.variableValues };
  const start = startVariable(args);
  if (start) delete variables[start];
  const { language } = args.contextValue;
  const scope = scopeOf(viewer).key;
  const parts = [print(args.document), args.operationName ?? "", scope, language, variables];
  return canonicalize(parts) ?? "";
}
