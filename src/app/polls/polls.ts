import type { FastifyReply, FastifyRequest } from "fastify";
import type { ExecutionResult } from "graphql";
import type { LiveStream } from "../../live/index.js";
import { badField, type ErrorCode, HubError, type Language } from "../../platform/errors.js";
import { causesOf } from "../errors/causes.js";
import { httpHeadOf } from "../errors/http-status.js";
import { RequestRefusal } from "../errors/refusal.js";
import { settle } from "../graphql/result-extensions.js";
import type { Shared } from "../graphql/shared.js";
import { addressOf } from "../http/address.js";
import { matchesTag } from "../http/entity-tag.js";
import { addVary } from "../http/vary.js";
import { charge, clientOf, networkOf, requestCost } from "../limits/index.js";
import type { Client, HubContext, Requester, Subscribed, TransportOptions } from "../port.js";
import { SocketTally } from "../sockets/socket-tally.js";
import { type AskedPoll, type FollowedDocument, languageIn, pollAskedBy } from "./asked-poll.js";
import type { PositionedStream } from "./feed.js";
import { Feeds } from "./feeds.js";
import type { PollPage } from "./poll-page.js";

/** How a subscription is started; see `TransportOptions`. */
type Start<C extends HubContext> = NonNullable<TransportOptions<C>["subscribe"]>;

/** Refusals that the address alone decides, or the state of the hub: a cache may answer them for a second. */
const sharedCodes: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  ...(["BAD_USER_INPUT", "CURSOR_EXPIRED", "NOT_FOUND", "QUERY_TOO_COMPLEX"] as const),
  ...(["DOCUMENT_NOT_TRUSTED", "PERSISTED_QUERY_NOT_FOUND", "UNAVAILABLE"] as const),
]);

const sharedControl = (seconds: number) =>
  `public, max-age=0, s-maxage=${seconds}, must-revalidate`;

const withCredential = (name: string) =>
  badField(
    name,
    "must be left out: a document that is followed by GET is answered as a visitor's, for everybody; use a WebSocket or Server-Sent Events to follow it as yourself",
    "harus dihilangkan: dokumen yang diikuti dengan GET dijawab sebagai milik pengunjung, untuk semua orang; gunakan WebSocket atau Server-Sent Events untuk mengikutinya sebagai diri sendiri",
  );

const withoutPosition = () =>
  badField(
    "documentId",
    "must be the id of a subscription that goes on after a position; this one gives whole answers",
    "harus berupa id langganan yang berlanjut sesudah suatu posisi; yang ini memberi jawaban utuh",
  );

/** The names of headers whose answer is for one requester alone. */
const ownHeaders = ["ratelimit", "ratelimit-policy", "rembuk-cost", "x-request-id"];

/**
 * Subscriptions that are followed by GET, for visitors in any number: each answer is the same for all, so
 * that any cache in front of the hub can give it.
 */
export class Polls<C extends HubContext> {
  private readonly feeds: Feeds;
  private readonly tally = new SocketTally();

  constructor(
    private readonly options: TransportOptions<C>,
    private readonly shared: Shared,
    private readonly start: Start<C>,
  ) {
    const { pollWaitSeconds, pollMaxAgeSeconds } = options.config.live;
    // A second less, so that what is left of the lifetime is never nothing.
    const times = { waitMs: pollWaitSeconds * 1000, heldMs: (pollMaxAgeSeconds - 1) * 1000 };
    this.feeds = new Feeds(
      times,
      ({ language }) =>
        (payload) =>
          Buffer.isBuffer(payload) ? payload : this.shown(payload, language),
      options.metrics.followedDocuments,
    );
  }

  /** Answers a request with `after`. Throws what concerns its sender alone. */
  async answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    for (const name of ["Authorization", "X-API-Key"]) {
      if (request.headers[name.toLowerCase()] !== undefined) throw withCredential(name);
    }
    const { search } = addressOf(request);
    try {
      const poll = pollAskedBy(search, this.shared);
      return this.send(request, reply, await this.page(request, reply, poll));
    } catch (error) {
      return this.refuse(reply, error, languageIn(search));
    }
  }

  /** Answers all who wait. */
  close(): void {
    this.feeds.close();
  }

  private async page(
    request: FastifyRequest,
    reply: FastifyReply,
    poll: AskedPoll,
  ): Promise<PollPage> {
    const { rates, config, metrics } = this.options;
    const requester: Requester = {
      ...{ address: networkOf(request.ip), requestId: request.id, credentials: [] },
      ...{ language: poll.followed.language, atLeast: undefined },
    };
    const client = clientOf(requester.address, { holder: undefined });
    await charge(rates, client, requestCost);
    const gone = new Promise<void>((resolve) => reply.raw.once("close", resolve));
    if (poll.isLive) this.tally.admitBoth(client, config.limits, gone);
    const open = (after?: number) => this.opened(requester, client, poll.followed, after);
    metrics.openPolls.inc();
    try {
      return await this.feeds.page(poll, open, gone);
    } finally {
      metrics.openPolls.dec();
    }
  }

  /** The stream of a document as a visitor's. */
  private async opened(
    requester: Requester,
    client: Client,
    { document, operationName, valid }: FollowedDocument,
    after: number | undefined,
  ): Promise<PositionedStream> {
    const { rates, schema } = this.options;
    await charge(rates, client, valid.cost - requestCost);
    const context = await this.options.openContext(requester);
    Object.assign(context.meter, { cost: valid.cost });
    const args = { schema, document, operationName, variableValues: valid.variables };
    // Others wait for the same: it starts, whether this client stays or not.
    const starter = { client, gone: new Promise<void>(() => undefined), resumeAfter: after };
    const started = await settle<Subscribed>(() =>
      this.shared.starts.begin(args, starter, () =>
        this.start({ ...args, contextValue: context }, after),
      ),
    );
    if ("run" in started && started.position !== undefined) return closing(started, context);
    await context.close();
    if ("run" in started) {
      started.end();
      throw withoutPosition();
    }
    throw (started as ExecutionResult).errors?.[0];
  }

  private send(request: FastifyRequest, reply: FastifyReply, page: PollPage): FastifyReply {
    const { body, tag } = page.content;
    const ageMs = performance.now() - page.readAt;
    const { pollMaxAgeSeconds } = this.options.config.live;
    // Errors may have a cause that passes.
    const rest = page.hasErrors ? 1 : Math.max(1, Math.floor(pollMaxAgeSeconds - ageMs / 1000));
    this.head(reply, rest);
    reply
      .header("etag", tag)
      .header("rembuk-position", String(page.position))
      .header("link", `<${page.next}>; rel="next"`);
    const isSame = matchesTag(request.headers["if-none-match"], tag);
    const result = isSame ? "unchanged" : page.isEmpty ? "nothing" : "payloads";
    this.options.metrics.pollAnswers.inc({ result });
    if (isSame) return reply.code(304).send();
    return reply.header("content-type", "application/json; charset=utf-8").send(body);
  }

  /** The head of an answer that is the same for everybody. */
  private head(reply: FastifyReply, seconds: number): void {
    for (const name of ownHeaders) reply.removeHeader(name);
    reply.header("cache-control", sharedControl(seconds));
    addVary(reply, "Accept-Encoding");
  }

  private refuse(reply: FastifyReply, error: unknown, language: Language): FastifyReply {
    this.options.metrics.pollAnswers.inc({ result: "refused" });
    const code = causesOf(error).find((cause) => cause instanceof HubError)?.code;
    if (code === undefined || !sharedCodes.has(code)) throw error;
    const shown = this.shared.presenter.present(error, language);
    this.head(reply, 1);
    const { status, headers } = headOf(error);
    reply.code(status).headers(headers).header("content-type", "application/json; charset=utf-8");
    return reply.send(JSON.stringify({ errors: [shown] }));
  }

  private shown(result: ExecutionResult, language: Language): string {
    const errors = result.errors?.map((error) => this.shared.presenter.present(error, language));
    return JSON.stringify(errors ? { ...result, errors } : result);
  }
}

function headOf(error: unknown): { status: number; headers: Record<string, string> } {
  if (error instanceof RequestRefusal) return error;
  const { status = 500, headers } = httpHeadOf(error);
  return { status, headers: Object.fromEntries(headers) };
}

/** The stream, at whose end its context is closed. */
const closing = (stream: LiveStream, context: HubContext): PositionedStream => ({
  get position() {
    return stream.position ?? 0;
  },
  run: (sink) => stream.run(sink).finally(() => context.close()),
  end: () => stream.end(),
});
