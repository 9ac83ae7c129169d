import type { ExecutionArgs } from "graphql";
import { personOf, scopeOf, sharedViewer, type Viewer } from "../access/index.js";
import { headOf, type Tail } from "../ledger/index.js";
import type { CostMeter } from "../platform/cost-meter.js";
import type { Database, ReadSession } from "../reading/index.js";
import { type AccessChecks, accessChanged } from "./access-checks.js";
import { type Answer, AnswerGroup, type Freshness } from "./answer-group.js";
import { Payment, Unpaid } from "./answer-payment.js";
import { type Answering, failedAnswer } from "./answer-source.js";
import { keysOf } from "./group-key.js";
import type { LiveContext } from "./live-context.js";
import { type LiveSpans, operationNameOf } from "./live-spans.js";
import type { LiveClient, LiveTally } from "./live-tally.js";
import { dayNumber, NextDay, systemClock } from "./next-day.js";
import type { RecentChanges } from "./recent-changes.js";
import { type Due, dueAlone, type LiveStream } from "./sink.js";
import { streamOf } from "./stream.js";
import type { Watch } from "./watch.js";

/** The parts of the live engine that streams of answers use. */
export interface AnswerServices {
  database: Database;
  tail: Tail;
  recent: RecentChanges;
  watch: Watch;
  tally: LiveTally;
  access: AccessChecks;
  answerBytes: number;
  openSession(client: LiveClient): Promise<ReadSession>;
  spansOf(operation: string | undefined): LiveSpans;
}

/** One subscription. */
interface Subscriber {
  context: LiveContext;
  /** The viewer at the start, authenticated again after `since` was read. */
  viewer: Viewer;
  /** The ledger's head at the start. */
  since: number;
  /** The position up to which the access is known to be that of the start. */
  checkedAt: number;
  group: AnswerGroup;
  payment: Payment;
}

/** A moment at which something happened. */
interface Step extends Freshness {
  /** True where the answer must be read again. */
  isDue: boolean;
  /** The position of the last change of anybody's access. */
  accessAt: number;
}

type LiveArgs = ExecutionArgs & { contextValue: LiveContext };

/**
 * Runs subscriptions that follow an answer: each gets the present one at its start, and another when a
 * table that it depends on has changed, or a day has begun, and it differs.
 */
export class LiveAnswers {
  private readonly groups = new Map<string, AnswerGroup>();
  private readonly clock = systemClock;
  private readonly nextDay = new NextDay(this.clock);

  constructor(private readonly services: AnswerServices) {}

  /** The number of groups. */
  get count(): number {
    return this.groups.size;
  }

  async subscribe(args: LiveArgs, answering: Answering): Promise<LiveStream> {
    const { contextValue: context } = args;
    const { position: since } = await headOf(this.services.database);
    const viewer = await context.reauthenticated();
    const person = answering.isPersonal ? (personOf(viewer) ?? "") : "shared";
    const view = [scopeOf(viewer).key, context.language, person];
    const key = keysOf(args, false, view).group;
    const stopCounting = this.services.tally.count(context.client, key);
    const group = this.groups.get(key) ?? this.newGroup(args, answering, viewer);
    this.groups.set(key, group);
    group.members += 1;
    const stopped = new AbortController();
    const payment = new Payment(context);
    const subscriber = { context, viewer, since, checkedAt: since, group, payment };
    return streamOf(this.frames(subscriber, stopped.signal), stopped, () => {
      stopCounting();
      group.members -= 1;
      if (group.members === 0) this.groups.delete(key);
    });
  }

  private newGroup(args: LiveArgs, answering: Answering, viewer: Viewer): AnswerGroup {
    const { recent, answerBytes, spansOf } = this.services;
    const spans = spansOf(operationNameOf(args));
    const reading = answering.isPersonal ? viewer : sharedViewer(viewer);
    const contextAt = (session: ReadSession, meter: CostMeter) =>
      args.contextValue.over(session, reading, { meter });
    const { now } = this.clock;
    return new AnswerGroup(recent, { args, spans, answering, answerBytes, contextAt, now });
  }

  private async *frames(
    subscriber: Subscriber,
    signal: AbortSignal,
  ): AsyncGenerator<Due, undefined> {
    const { since } = subscriber;
    let step: Step | undefined = { position: since, day: 0, isDue: true, accessAt: 0 };
    let answer: Answer | undefined;
    let sent: string | undefined;
    while (step) {
      if (step.isDue || !answer) answer = await this.due(subscriber, step, signal);
      if (!answer) return undefined;
      const accessAt = Math.max(step.accessAt, answer.accessAt);
      if (!(await this.hasSameAccess(subscriber, accessAt))) {
        yield dueAlone({ errors: [accessChanged(answer.readAt)] }, answer.readAt);
        return undefined;
      }
      if (signal.aborted) return undefined;
      if (answer.isLast || answer.content !== sent)
        yield dueAlone(answer.payloadAfter(sent), answer.readAt);
      if (answer.isLast) return undefined;
      sent = answer.content;
      step = await this.next(answer, Math.max(step.position, answer.readAt), signal);
    }
    return undefined;
  }

  /**
   * The answer that is due. Where the client's rate is used up it comes once there is some again, and is the
   * newest by then, however much has changed; at the start it is the refusal. Undefined at the end.
   */
  private async due(
    { context, group, payment }: Subscriber,
    step: Freshness,
    signal: AbortSignal,
  ): Promise<Answer | undefined> {
    const open = () => this.services.openSession(context.client);
    let fresh = step;
    while (!signal.aborted) {
      try {
        const answer = await group.answer(fresh, { payment, open });
        payment.isStart = false;
        return answer;
      } catch (error) {
        if (!(error instanceof Unpaid)) throw error;
        if (payment.isStart) return refused(error, step);
        await this.pause(error.waitMs, signal);
        const position = Math.max(step.position, this.services.tail.position);
        fresh = { position, day: Math.max(step.day, dayNumber(this.clock.now())) };
      }
    }
    return undefined;
  }

  private async pause(ms: number, signal: AbortSignal): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const end = () => resolve();
    const cancel = this.clock.after(ms, end);
    signal.addEventListener("abort", end);
    await promise;
    signal.removeEventListener("abort", end);
    cancel();
  }

  private async hasSameAccess(subscriber: Subscriber, accessAt: number): Promise<boolean> {
    if (accessAt <= subscriber.checkedAt) return true;
    const isSame = await this.services.access.isSame(subscriber, accessAt);
    subscriber.checkedAt = accessAt;
    return isSame;
  }

  /** Waits until an answer is due again, or somebody's access has changed; undefined at the end. */
  private async next(
    { concerns, day }: Answer,
    after: number,
    signal: AbortSignal,
  ): Promise<Step | undefined> {
    const { recent, tail, watch } = this.services;
    const nextDay = this.nextDay.await();
    const either = AbortSignal.any([signal, nextDay.signal]);
    const cursor = await watch.beyond(after, concerns, either).finally(() => nextDay.leave());
    const { position } = tail;
    const isNewDay = nextDay.signal.aborted;
    if (signal.aborted || (position <= cursor && !isNewDay)) return undefined;
    const isChanged = position > cursor && (await recent.mayConcern(concerns, cursor, position));
    return {
      position: Math.max(position, cursor),
      day: isNewDay ? day + 1 : day,
      isDue: isNewDay || isChanged,
      accessAt: await recent.accessChangedAt(position),
    };
  }
}

/** The end of a stream whose client could not pay for its first answer. */
const refused = ({ refusal }: Unpaid, { position, day }: Freshness): Answer => ({
  ...failedAnswer({ errors: [refusal] }),
  concerns: () => false,
  ...{ readAt: position, day, accessAt: 0 },
});
