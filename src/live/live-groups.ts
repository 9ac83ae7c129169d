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

/** The part of a request's context that a subscription needs. */
export interface LiveContext {
  viewer: Viewer;
  language: Language;
  /** The viewer of the same credential now. Throws when the credential is no longer valid. */
  reauthenticated(): Promise<Viewer>;
  /** A context of the same request that reads from this snapshot as this viewer. */
  over(session: ReadSession, viewer: Viewer, seen: SeenRows): LiveContext;
}

type LiveArgs = ExecutionArgs & { contextValue: LiveContext };

/** One subscription as of its start. */
interface Subscriber {
  args: LiveArgs;
  following: Following;
  /** The viewer at the start, authenticated again after `since` was read. */
  viewer: Viewer;
  /** The position after which it starts. */
  after: number;
  /** The ledger's head at the start. */
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
 * Runs subscriptions. They pull: a subscriber requests the next page from its group when its socket has
 * taken the last frame, so that no queue grows for a slow one.
 */
export class LiveGroups {
  private readonly groups = new Map<string, Group>();
  private readonly recent: RecentChanges;

  /**
   * The tail must have been started; `changes` is the class of the table `change`, `answerBytes` the most
   * bytes of a frame's data.
   */
  constructor(
    private readonly database: Database,
    private readonly tail: Tail,
    private readonly changes: Class,
    private readonly answerBytes: number,
  ) {
    this.recent = new RecentChanges(database, tail);
  }

  /** The stream of a subscription document, or the errors for which it cannot start. */
  async subscribe(args: LiveArgs): Promise<AsyncIterable<Payload> | ExecutionResult> {
    const source = await createSourceEventStream(args);
    if (!(source instanceof ChangeSource)) return source as ExecutionResult;
    const { following } = source;
    const head = await headOf(this.database);
    const after = startOf(following.after, head);
    // Authenticated again after the start is known: a role that was removed before it is missing now,
    // and one that is removed later ends the stream.
    const viewer = await args.contextValue.reauthenticated();
    return this.stream({ args, following, viewer, after, since: head.position });
  }

  private stream(subscriber: Subscriber): AsyncIterableIterator<Payload> {
    const key = groupKey(subscriber);
    const group = this.join(key, subscriber);
    const stopped = new AbortController();
    const frames = this.frames(subscriber, group, stopped.signal);
    const leave = () => {
      if (stopped.signal.aborted) return;
      stopped.abort();
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
    const { answerBytes } = this;
    const spec = { following, scope: scopeOf(viewer), args, answerBytes, contextAt };
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
    let checkedAt = since;
    for (;;) {
      cursor = await group.wait.beyond(cursor, signal);
      const head = this.tail.position;
      if (signal.aborted || head <= cursor) return undefined;
      const page = (await group.emptyPage(cursor, head)) ?? (await group.page(cursor, since));
      if (page.accessAt > checkedAt) {
        if (!(await sameAccess(args.contextValue, viewer))) {
          yield { errors: [accessChanged(cursor)] };
          return undefined;
        }
        checkedAt = Math.max(page.readAt, page.accessAt);
      }
      for (const { payload } of page.frames) {
        if (signal.aborted) return undefined;
        yield payload;
      }
      cursor = page.upTo;
    }
  }
}

/** The position after which a stream starts. */
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

/** The variable of `after`, if nothing else uses it: subscribers of one group may differ in it. */
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
  // A use as `after` was counted twice: as such and by the visit.
  return [...uses].find(([, { all, asAfter }]) => asAfter === 1 && all === 2)?.[0];
}

/** The key of a subscriber's group. */
function groupKey({ args, viewer }: Subscriber): string {
  const variables = { ...args.variableValues };
  const start = startVariable(args);
  if (start) delete variables[start];
  const { language } = args.contextValue;
  const scope = scopeOf(viewer).key;
  const parts = [print(args.document), args.operationName ?? "", scope, language, variables];
  return canonicalize(parts) ?? "";
}
