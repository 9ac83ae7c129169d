import type { ExecutionArgs } from "graphql";
import type { ChangeOutline } from "../ledger/index.js";
import type { CostMeter } from "../platform/cost-meter.js";
import { inOwnSpan } from "../platform/tracing/tracing.js";
import { changesOfTags, type ReadSession } from "../reading/index.js";
import { type AnswerMeter, type Payment, Unpaid } from "./answer-payment.js";
import type { Answering, MadeAnswer } from "./answer-source.js";
import type { LiveSpans } from "./live-spans.js";
import { dayNumber } from "./next-day.js";
import { checkUsable } from "./payload.js";
import type { RecentChanges } from "./recent-changes.js";
import type { Concerns } from "./watch.js";

/** An answer, as all subscribers of a group get it. */
export interface Answer extends Omit<MadeAnswer, "tags"> {
  /** The ledger's position in the snapshot that it was read from. */
  readAt: number;
  /** The position of the last change of anybody's access before the read. */
  accessAt: number;
  /** The day on which it was read. */
  day: number;
  /** True for a change that may change it. */
  concerns: Concerns;
}

/** How late an answer must have been read. */
export interface Freshness {
  /** The position of the ledger. */
  position: number;
  /** The number of the day. */
  day: number;
}

/** What a group's subscribers have in common, taken from the first of them. */
export interface AnswerSpec {
  args: ExecutionArgs;
  spans: LiveSpans;
  answering: Answering;
  /** The most bytes of a frame's data. */
  answerBytes: number;
  /** A context that reads from this snapshot with the group's access scope, and counts by this meter. */
  contextAt(session: ReadSession, meter: CostMeter): unknown;
  /** The time by which days change. */
  now(): number;
}

/** The subscriber for which an answer is read, if none was read that is fresh enough. */
export interface AnswerReader {
  payment: Payment;
  /** Opens a snapshot for the subscriber, once it has its turn. */
  open(): Promise<ReadSession>;
}

/** The changes that may change what was read by these tags. */
const changesOf = (tags: readonly string[] | undefined): Concerns =>
  tags ? changesOfTags(tags) : () => true;

/** Subscribers that follow the same answer in the same access scope: it is read once for all of them. */
export class AnswerGroup {
  private last: Promise<Answer> | undefined;
  /** The last answer that was read. */
  private known: Answer | undefined;
  /** What the last answer cost beside its document. */
  private costWithin = 0;
  members = 0;

  constructor(
    private readonly recent: RecentChanges,
    private readonly spec: AnswerSpec,
  ) {}

  /** The answer as of a position or later, on a day or later; throws Unpaid where the reader cannot pay. */
  async answer({ position, day }: Freshness, reader: AnswerReader): Promise<Answer> {
    for (let { last } = this; last; last = this.last) {
      const known = await last.catch(unlessUnpaid);
      if (known && known.readAt >= position && known.day >= day) {
        await reader.payment.share();
        return known;
      }
      if (this.last === last) break;
    }
    const next = this.read(reader);
    this.last = next;
    next.catch(() => {
      if (this.last === next) this.last = undefined;
    });
    return next;
  }

  private read(reader: AnswerReader): Promise<Answer> {
    const { spans } = this.spec;
    return inOwnSpan("live query", spans.span, async (span) => {
      const answer = await this.readNow(reader);
      if (span) spans.tellCauses(span, this.causesOf(answer));
      this.known = answer;
      return answer;
    });
  }

  /** The changes for which an answer was read again. */
  private causesOf({ readAt }: Answer): ChangeOutline[] {
    const { known, recent } = this;
    const changes = (known && recent.held(known.readAt, readAt)) ?? [];
    return changes.filter((change) => change.position <= readAt && known?.concerns(change));
  }

  private async readNow({ payment, open }: AnswerReader): Promise<Answer> {
    const meter = await payment.begin(this.costWithin);
    const session = await open();
    const day = dayNumber(this.spec.now());
    const readAt = session.position;
    // A subscriber that gets an answer must find what it shows in its next request to this process.
    this.recent.tail.reached(readAt);
    const made = await this.made(session, meter).finally(() => session.close());
    this.costWithin = meter.cost;
    return { ...made, readAt, day, accessAt: await this.recent.accessChangedAt(readAt) };
  }

  private async made(session: ReadSession, meter: AnswerMeter) {
    const { args, answering, answerBytes, contextAt } = this.spec;
    const bounds = { position: session.position, answerBytes };
    const made = await answering.read(args, contextAt(session, meter), bounds);
    if (meter.unpaid) throw meter.unpaid;
    if (made.isLast) await checkUsable(session, [made.payloadAfter(undefined)]);
    const { content, isLast, tags } = made;
    const payloadAfter: Answer["payloadAfter"] = (sent) => made.payloadAfter(sent);
    return { content, isLast, payloadAfter, concerns: changesOf(tags) };
  }
}

/** One subscriber's empty rate is no answer for the others. */
function unlessUnpaid(error: unknown): undefined {
  if (!(error instanceof Unpaid)) throw error;
}
