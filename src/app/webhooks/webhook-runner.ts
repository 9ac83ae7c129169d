import { setTimeout as delay } from "node:timers/promises";
import {
  type HeldWebhook,
  moveBack,
  moveOn,
  noteAttempt,
  type Outcome,
  pauseByHub,
  type Receiver,
  receiverOf,
  type WebhookNode,
  WebhookStatus,
} from "../../domain/webhooks/index.js";
import type { Ledger, Tail } from "../../ledger/index.js";
import type { Frame, Section } from "../../live/index.js";
import type { Config } from "../../platform/config.js";
import { HubError, type Text } from "../../platform/errors.js";
import type { FairSlots } from "../../platform/fair-slots.js";
import type { Sealing } from "../../platform/sealing.js";
import { failSpan, inOwnSpan, spanKinds, traceHeadersOf } from "../../platform/tracing/tracing.js";
import type { Metrics } from "../metrics.js";
import type { Answer, Sender } from "./sender.js";
import { type Message, Signer } from "./signature.js";
import { answeredWith, failureOf, noLongerHeld, noLongerSeen } from "./webhook-failures.js";
import { bodyOf, type PageServices, WebhookPages } from "./webhook-pages.js";

/** What runners work with. */
export interface RunnerServices extends PageServices {
  config: Pick<Config, "webhooks">;
  ledger: Ledger;
  tail: Tail;
  sender: Sender;
  /** Opens the secrets of webhooks. */
  sealing: Sealing;
  /** The deliveries that may be sent at once. */
  slots: FairSlots;
  node: WebhookNode;
  metrics: Pick<Metrics, "webhookDeliveries">;
}

/** A webhook's receiver, with what signs for it. */
interface Receiving extends Receiver {
  signer: Signer;
}

/** True for the refusal of a position before those that the ledger holds. */
const isExpired = (error: unknown): boolean =>
  error instanceof HubError && error.extensions.code === "CURSOR_EXPIRED";

/** The longest wait between two attempts. */
const mostWaitMs = 3_600_000;

/** The time after which changes that were read are read again: they may have been hidden since. */
const freshMs = 5_000;

/** The time after which the position is noted where changes pass that do not concern the webhook. */
const noteMs = 5_000;

/** The answer by which a receiver says that it wants no more. */
const gone = 410;

/**
 * Delivers the changes of one webhook that this node holds, one after the other. What has happened is noted
 * after each attempt: a node that dies before that leaves the change to the next, which sends it again with
 * the same id.
 */
export class WebhookRunner {
  private readonly ending = new AbortController();
  private ended: Promise<void> = Promise.resolve();
  private notedAt = performance.now();

  constructor(
    private readonly services: RunnerServices,
    readonly held: HeldWebhook,
  ) {}

  /** Delivers until nothing is to be done, or it is stopped. Throws where the database fails. */
  run(): Promise<void> {
    const running = this.work();
    this.ended = running.catch(() => undefined);
    return running;
  }

  /** Ends it, with the attempt that runs. */
  async stop(): Promise<void> {
    this.ending.abort();
    await this.ended;
  }

  private get isEnded(): boolean {
    return this.ending.signal.aborted;
  }

  private async receiver(): Promise<Receiving | undefined> {
    const { database, node, sealing } = this.services;
    const receiver = await receiverOf(database, node, this.held);
    if (!receiver) return undefined;
    return { ...receiver, signer: new Signer(sealing, this.held.id, receiver.secrets) };
  }

  private async work(): Promise<void> {
    let receiver = await this.receiver();
    if (!receiver) return;
    const pages = await WebhookPages.of(this.services, receiver);
    for (const position of receiver.requested) {
      if (!this.isEnded) await this.redeliver(pages, receiver, position);
    }
    while (receiver?.status === WebhookStatus.ACTIVE && !this.isEnded) {
      if (receiver.waitMs > 0) {
        const { signal } = this.ending;
        await delay(receiver.waitMs, undefined, { signal, ref: false }).catch(() => undefined);
      } else if (!(await this.follow(pages, receiver))) return;
      if (!this.isEnded) receiver = await this.receiver();
    }
  }

  /**
   * Delivers from the receiver's position on until an attempt fails; false where it is to end. Where the
   * ledger no longer holds the next changes it pauses the webhook: none is passed over. Where the ledger was
   * restored it goes on from the last position that is not lost.
   */
  private async follow(pages: WebhookPages, receiver: Receiving): Promise<boolean> {
    try {
      return await this.deliverAfter(pages, receiver);
    } catch (error) {
      if (!isExpired(error)) throw error;
      const { ledger, node, database } = this.services;
      const { reason, retainedFrom } = (error as HubError).extensions;
      if (reason === "LEDGER_RESTORED") {
        await moveBack(database, node, this.held, Number(retainedFrom));
        return true;
      }
      await pauseByHub(ledger, node, this.held, "CURSOR_EXPIRED");
      return false;
    }
  }

  private async deliverAfter(pages: WebhookPages, receiver: Receiving): Promise<boolean> {
    const { tail } = this.services;
    let { position } = receiver;
    while (!this.isEnded) {
      const section = await this.next(pages, position);
      const reached = await this.deliver(section, receiver);
      if (reached === undefined) return true;
      position = Math.max(position, reached);
      await this.note(position, section.frames.length > 0);
      if (section.frames.length === 0) await tail.beyond(position, this.ending.signal);
      if (tail.position <= position && section.frames.length === 0) return false;
    }
    return false;
  }

  /** The next section; of changes that do not concern the webhook none is read. */
  private async next(pages: WebhookPages, after: number): Promise<Section> {
    const { position: head } = this.services.tail;
    if (head > after && (await pages.mayConcern(after, head))) return pages.read(after);
    return { frames: [], upTo: Math.max(after, head), readAt: head };
  }

  /** Notes how far it is, beyond changes that do not concern it, every few seconds. */
  private async note(position: number, isDelivered: boolean): Promise<void> {
    const { database, node } = this.services;
    if (isDelivered || performance.now() - this.notedAt < noteMs) return;
    this.notedAt = performance.now();
    await moveOn(database, node, this.held, position);
  }

  /** Delivers a section; gives the position up to which it is done, undefined after a failure. */
  private async deliver(
    { frames, upTo }: Section,
    receiver: Receiving,
  ): Promise<number | undefined> {
    const until = performance.now() + freshMs;
    let done = 0;
    for (const frame of frames) {
      if (this.isEnded) return undefined;
      if (performance.now() > until) return done;
      if (!(await this.attempt(frame, receiver, false))) return undefined;
      done = frame.change.position;
    }
    return upTo;
  }

  private async redeliver(pages: WebhookPages, receiver: Receiving, position: number) {
    const found = await this.findAgain(pages, position);
    if ("change" in found) await this.attempt(found, receiver, true);
    else if (!this.isEnded) {
      const outcome = { position, messageId: this.messageId(position), isRequested: true };
      await this.noted({ ...outcome, statusCode: undefined, failure: found });
    }
  }

  /** The change at a position, or why it can no longer be sent. */
  private async findAgain(pages: WebhookPages, position: number): Promise<Frame | Text> {
    try {
      return (await pages.readOne(position)) ?? noLongerSeen;
    } catch (error) {
      if (isExpired(error)) return noLongerHeld;
      throw error;
    }
  }

  private messageId(position: number): string {
    return `${this.held.id}.${position}`;
  }

  /** Sends a change once; true where it was delivered and that was noted. */
  private async attempt(frame: Frame, receiver: Receiving, isRequested: boolean): Promise<boolean> {
    const { position } = frame.change;
    const messageId = this.messageId(position);
    const sent = await this.inSpan(frame, (headers) =>
      this.send({ id: messageId, body: bodyOf(frame) }, receiver, headers),
    );
    // An attempt that was ended by another node or a use case is theirs to note.
    if (this.isEnded) return false;
    const { statusCode, failure } = sent;
    const againMs = failure && !isRequested ? this.waitFor(receiver, sent) : undefined;
    const outcome = { messageId, position, statusCode, failure, againMs, isRequested };
    const isNoted = await this.noted(outcome);
    if (isNoted && !failure && !isRequested) Object.assign(receiver, { failures: 0, failingMs: 0 });
    if (isNoted && failure && !isRequested) await this.pauseIfHopeless(receiver, statusCode);
    return isNoted && failure === undefined;
  }

  private async noted(outcome: Outcome): Promise<boolean> {
    const { database, node, metrics } = this.services;
    metrics.webhookDeliveries.inc({ result: outcome.failure ? "failed" : "delivered" });
    return noteAttempt(database, node, this.held, outcome);
  }

  /** Sends in a span that goes on with the trace of the change; `send` is given the headers that name it. */
  private inSpan<T extends { statusCode: number | undefined; failure: Text | undefined }>(
    { change: { position } }: Frame,
    send: (headers: Record<string, string>) => Promise<T>,
  ): Promise<T> {
    const begin = () => ({
      ...{ kind: spanKinds.client, parent: this.services.ledger.traces.of(position) },
      attributes: { "rembuk.webhook.id": this.held.id, "rembuk.ledger.position": position },
    });
    return inOwnSpan("webhook delivery", begin, async (span) => {
      const sent = await send(traceHeadersOf(span));
      if (sent.statusCode !== undefined) {
        span?.setAttribute("http.response.status_code", sent.statusCode);
      }
      if (sent.failure) failSpan(span, String(sent.statusCode ?? "no answer"));
      return sent;
    });
  }

  private async send(message: Message, receiver: Receiving, trace: Record<string, string>) {
    const { slots, sender, config } = this.services;
    const { address, signer, organisation } = receiver;
    const release = await slots.take({ key: organisation, isVisitor: false });
    try {
      const headers = { ...trace, ...signer.headers(message) };
      const answer = await sender.post(address, message.body, headers, this.ending.signal);
      const { statusCode } = answer;
      const isDelivered = statusCode >= 200 && statusCode < 300;
      return { ...answer, failure: isDelivered ? undefined : answeredWith(statusCode) };
    } catch (error) {
      const failure = failureOf(error, config.webhooks.timeoutSeconds);
      return { statusCode: undefined, retryAfterMs: undefined, failure };
    } finally {
      release();
    }
  }

  /** The wait before another attempt: doubled after each, with jitter, or what the receiver asks for. */
  private waitFor({ failures }: Receiver, { retryAfterMs = 0 }: Partial<Answer>): number {
    const first = this.services.config.webhooks.retrySeconds * 1000;
    const doubled = Math.min(mostWaitMs, first * 2 ** Math.min(failures, 30));
    const jittered = doubled * (0.5 + Math.random() / 2);
    return Math.min(mostWaitMs, Math.max(jittered, retryAfterMs));
  }

  private async pauseIfHopeless({ failingMs }: Receiver, statusCode: number | undefined) {
    const { ledger, node, config } = this.services;
    const isHopeless = failingMs > config.webhooks.pauseHours * 3_600_000;
    if (statusCode === gone) await pauseByHub(ledger, node, this.held, "GONE");
    else if (isHopeless) await pauseByHub(ledger, node, this.held, "FAILING");
  }
}
