import { createSourceEventStream, type ExecutionArgs, type ExecutionResult } from "graphql";
import {
  type AccessScope,
  scopeOf,
  sharedScope,
  sharedViewer,
  type Viewer,
} from "../access/index.js";
import { checkPosition, type Head, headOf, type LedgerFeed, type Tail } from "../ledger/index.js";
import {
  type Class,
  type Database,
  type ReadSession,
  type SeenRows,
  scopeToPlanWith,
  shapeOfScope,
} from "../reading/index.js";
import { AccessChecks } from "./access-checks.js";
import { AnswerSource } from "./answer-source.js";
import { CatchUp } from "./catch-up.js";
import { ChangeSource, type Following } from "./change-source.js";
import { Cohort } from "./cohort.js";
import { CohortReader } from "./cohort-reader.js";
import { Group, type GroupServices } from "./group.js";
import { type Keys, keysOf } from "./group-key.js";
import { PageMemory } from "./held-pages.js";
import { LiveAnswers } from "./live-answers.js";
import type { LiveContext } from "./live-context.js";
import { type LiveSpans, operationNameOf } from "./live-spans.js";
import { type LiveClient, type LiveLimits, LiveTally } from "./live-tally.js";
import type { LiveTurn } from "./live-turn.js";
import type { Condition } from "./page.js";
import { payloadPlan } from "./payload-plan.js";
import { RecentChanges } from "./recent-changes.js";
import type { LiveStream } from "./sink.js";
import { Subscriber, type SubscriberServices } from "./subscriber.js";
import { Watch } from "./watch.js";

type LiveArgs = ExecutionArgs & { contextValue: LiveContext };

/** One subscription as of its start. */
interface Start {
  args: LiveArgs;
  following: Following;
  /** The viewer at the start, authenticated again after `since` was read. */
  viewer: Viewer;
  /** The position after which it starts. */
  after: number;
  /** The ledger's head at the start. */
  since: number;
  keys: Keys;
}

/** A subscriber's place in its group. */
interface Place {
  group: Group;
  cohort: Cohort;
  condition: Condition;
}

/** The parts of the hub that live groups use. */
export interface LiveServices {
  database: Database;
  /** Must have been started. */
  tail: Tail;
  /** What the nodes' common reader reads; absent: each node reads for itself. */
  feed?: Pick<LedgerFeed, "outlines"> | undefined;
  /** The class of the table `change`. */
  changes: Class;
  limits: LiveLimits & { answerBytes: number };
  /** Opens a snapshot for a client, once it has its turn. */
  openSession(client: LiveClient): Promise<ReadSession>;
  /** Resolves when a client has its turn to open one. */
  takeTurn(client: LiveClient): Promise<LiveTurn>;
  /** True where payloads are read by one statement, if they can be. */
  plannedReads: boolean;
  /** What the spans of a subscription tell whose operation has this name. */
  spansOf(operation: string | undefined): LiveSpans;
  /** Called where Postgres refuses a statement that was made so. */
  onRefused(error: unknown): void;
}

/**
 * Runs subscriptions. They pull: a subscriber requests the next page from its group when its socket takes
 * more, so that no queue grows for a slow one.
 */
export class LiveGroups {
  private readonly groups = new Map<string, Group>();
  /** The groups that differ only in who asks. */
  private readonly cohorts = new Map<string, Cohort>();
  private readonly tally: LiveTally;
  private readonly shared: GroupServices;
  private readonly subscribing: SubscriberServices;
  private readonly answers: LiveAnswers;

  constructor(private readonly services: LiveServices) {
    const { database, tail, feed, changes, limits } = services;
    const recent = new RecentChanges(database, tail, feed);
    this.tally = new LiveTally(limits);
    const [watch, access] = [new Watch(recent), new AccessChecks()];
    const catchUp = new CatchUp();
    this.shared = { changes, recent, memory: new PageMemory(), catchUp };
    this.subscribing = { tail, watch, access, catchUp };
    const { tally } = this;
    const { answerBytes } = limits;
    this.answers = new LiveAnswers({ ...services, recent, tally, watch, access, answerBytes });
  }

  /** The number of groups that are executed once for all who are in them. */
  get count(): number {
    return this.groups.size + this.answers.count;
  }

  /**
   * The stream of a subscription document, or the errors for which it cannot start. A transport that knows
   * where its client was cut off gives that position in `resumeAfter`, in place of the document's own.
   */
  async subscribe(args: LiveArgs, resumeAfter?: number): Promise<LiveStream | ExecutionResult> {
    const source = await createSourceEventStream(args);
    if (source instanceof AnswerSource) return this.answers.subscribe(args, source.answering);
    if (!(source instanceof ChangeSource)) return source as ExecutionResult;
    const { following } = source;
    const head = await headOf(this.services.database);
    const after = startOf(resumeAfter ?? following.after, head);
    // Authenticated again after the start is known: a role that was removed before it is missing now,
    // and one that is removed later ends the stream.
    const viewer = await args.contextValue.reauthenticated();
    const { language } = args.contextValue;
    const shape = shapeOfScope(sharedScope(viewer, language));
    const view = [scopeOf(viewer).key, language];
    const keys = keysOf(args, following.isDecided, view, shape);
    return this.stream({ args, following, viewer, after, since: head.position, keys });
  }

  private stream(start: Start): LiveStream {
    const { keys, args } = start;
    const { client } = args.contextValue;
    const stopCounting = this.tally.count(client, keys.group);
    let place: Place;
    try {
      place = this.join(start);
    } catch (error) {
      stopCounting();
      throw error;
    }
    return new Subscriber(this.subscribing, {
      ...start,
      ...place,
      context: args.contextValue,
      takeTurn: () => this.services.takeTurn(client),
      leave: () => {
        stopCounting();
        this.leave(keys, place);
      },
    });
  }

  private join(start: Start): Place {
    const { args, following, viewer, keys } = start;
    const contextAt = (session: ReadSession, seen: SeenRows) =>
      args.contextValue.over(session, sharedViewer(viewer), { seen });
    const { event } = following;
    const { answerBytes } = this.services.limits;
    const scope = sharedScope(viewer, args.contextValue.language);
    const spec = { scope, args, answerBytes, event, contextAt };
    const spans = this.services.spansOf(operationNameOf(args));
    const cohort = this.cohorts.get(keys.cohort) ?? this.newCohort(start, scope, spans);
    const group = this.groups.get(keys.group) ?? new Group(this.shared, spec, cohort, spans);
    const condition = group.join(keys.condition, following);
    if (!this.groups.has(keys.group)) cohort.join();
    this.groups.set(keys.group, group);
    this.cohorts.set(keys.cohort, cohort);
    return { group, cohort, condition };
  }

  private leave(keys: Keys, { group, cohort, condition }: Place): void {
    group.leave(condition);
    if (!group.isEmpty) return;
    this.groups.delete(keys.group);
    cohort.leave();
    if (cohort.isEmpty) this.cohorts.delete(keys.cohort);
  }

  private newCohort(
    { args, following: { followed } }: Start,
    scope: AccessScope,
    spans: LiveSpans,
  ): Cohort {
    const { services } = this;
    const { database, onRefused } = services;
    const { recent, changes } = this.shared;
    const { answerBytes } = services.limits;
    const make = () => {
      const plan = services.plannedReads && payloadPlan(args, scope, { database, answerBytes });
      const parts = { database, changes, recent, followed, answerBytes };
      return plan
        ? new CohortReader({ ...parts, plan, planned: scopeToPlanWith(scope) })
        : undefined;
    };
    return new Cohort(recent, make, onRefused, spans);
  }
}

/** The position after which a stream starts. */
function startOf(after: number | null, head: Head): number {
  if (after === null) return head.position;
  checkPosition(after, head, "after");
  return after;
}
