import type { FastifyReply, FastifyRequest } from "fastify";
import type { ExecutionResult } from "graphql";
import type { LiveStream, Payload } from "../../live/index.js";
import { badField, type Language } from "../../platform/errors.js";
import { httpHeadOf, outageOf } from "../errors/http-status.js";
import { settle } from "../graphql/result-extensions.js";
import type { Shared } from "../graphql/shared.js";
import { eventType } from "../http/media-type.js";
import { countCost } from "../http/rate-headers.js";
import { headerOf, positionIn, requesterOf } from "../http/requester.js";
import { charge } from "../limits/index.js";
import type { HubContext, Subscribed, TransportOptions } from "../port.js";
import { stopping } from "../sockets/outcomes.js";
import { SocketTally } from "../sockets/socket-tally.js";
import { type AskedStream, eventsWanted } from "./asked-stream.js";
import { completeEvent, eventsOfResult, opening, retryAfter } from "./event-bytes.js";
import { EventConnection } from "./event-connection.js";
import { EventSink } from "./event-sink.js";

/** The position after which a client goes on that was cut off; BAD_USER_INPUT where it is none. */
function resumeAfter(request: FastifyRequest): number | undefined {
  const id = headerOf(request.headers, "last-event-id");
  if (id === undefined || id === "") return undefined;
  const position = positionIn(id);
  if (position !== undefined) return position;
  throw badField(
    "Last-Event-ID",
    "must be the id of an event of this stream: a position of the ledger",
    "harus berupa id peristiwa dari aliran ini: posisi buku perubahan",
  );
}

/** The seconds after which to try again what was refused for the time being; undefined for other errors. */
function waitOf(error: unknown): string | undefined {
  const { status, headers } = httpHeadOf(error);
  return status === 429 || status === 503 ? headers.get("retry-after") : undefined;
}

/** True for a request as an `EventSource` makes it, which shows its script nothing of a refusal. */
const isEventSource = ({ method, headers }: FastifyRequest): boolean =>
  method === "GET" && eventsWanted(headers) === "only";

/** How a subscription is started; see `TransportOptions`. */
type Start<C extends HubContext> = NonNullable<TransportOptions<C>["subscribe"]>;

/** What a stream of events is written with. */
interface Open<C> {
  context: C;
  stream: LiveStream;
}

/**
 * Subscriptions as Server-Sent Events, one stream a request (graphql-sse, "distinct connections mode"). An
 * event's id is its position: a client that was cut off sends the last one, and nothing is lost.
 */
export class EventStreams<C extends HubContext> {
  private readonly connections = new Set<EventConnection>();
  private readonly tally = new SocketTally();
  private isClosing = false;

  constructor(
    private readonly options: TransportOptions<C>,
    private readonly shared: Shared,
    private readonly start: Start<C>,
  ) {}

  /** Answers a request by a stream. Throws what keeps it from having one, as a credential that is refused. */
  async answer(
    request: FastifyRequest,
    reply: FastifyReply,
    asked: AskedStream,
  ): Promise<FastifyReply> {
    try {
      return await this.opened(request, reply, asked);
    } catch (error) {
      const seconds = waitOf(error);
      if (seconds === undefined || !isEventSource(request)) throw error;
      // An `EventSource` reconnects after an answer that ends, and gives up after another status.
      reply.header("content-type", `${eventType}; charset=utf-8`).header("retry-after", seconds);
      return reply.header("cache-control", "no-store").send(retryAfter(Number(seconds)));
    }
  }

  private async opened(
    request: FastifyRequest,
    reply: FastifyReply,
    asked: AskedStream,
  ): Promise<FastifyReply> {
    if (this.isClosing) throw stopping;
    const after = resumeAfter(request);
    const context = await this.options.openContext(requesterOf(request));
    const started = await this.started(reply, asked, { context, after }).catch(
      async (error: unknown) => {
        await context.close();
        throw error;
      },
    );
    if ("run" in started) {
      this.open(reply, { context, stream: started });
      // It may have waited for its turn until the hub stops.
      if (this.isClosing) this.close();
      return reply;
    }
    await context.close();
    reply.header("content-type", `${eventType}; charset=utf-8`).header("cache-control", "no-store");
    return reply.send(eventsOfResult(this.shown(started, context.language)));
  }

  /** Ends all streams: their clients connect again, to another node or later. */
  close(): void {
    this.isClosing = true;
    const { queue } = this.shared.starts;
    for (const connection of this.connections) {
      connection.end(retryAfter(queue.spreadOver(this.connections.size)));
    }
  }

  /** The stream, or the errors for which it cannot start; throws for an outage. */
  private async started(
    reply: FastifyReply,
    { document, operationName, valid }: AskedStream,
    { context, after }: { context: C; after: number | undefined },
  ): Promise<LiveStream | ExecutionResult> {
    const { rates, config, schema } = this.options;
    await countCost(rates, reply, context.client, valid.cost);
    const closed = new Promise<void>((resolve) => reply.raw.once("close", resolve));
    this.tally.admitBoth(context.client, config.limits, closed);
    const count = (cost: number) => charge(rates, context.client, cost);
    Object.assign(context.meter, { cost: valid.cost, count });
    await context.reached();
    const args = { schema, document, operationName, variableValues: valid.variables };
    const starter = { client: context.client, gone: closed, resumeAfter: after };
    const started = await settle<Subscribed>(() =>
      this.shared.starts.begin(args, starter, () =>
        this.start({ ...args, contextValue: context }, after),
      ),
    );
    if ("run" in started) return started;
    // The hub's own start gives a stream or a result, and no iterable.
    const result = started as ExecutionResult;
    const outage = outageOf(result);
    if (outage) throw outage;
    return result;
  }

  private open(reply: FastifyReply, { context, stream }: Open<C>): void {
    const { raw } = reply.hijack();
    // Not in a proxy's buffer either, where an event would wait for the next.
    reply.headers({ "cache-control": "no-store, no-transform", "x-accel-buffering": "no" });
    for (const [name, value] of Object.entries(reply.getHeaders())) {
      if (value !== undefined) raw.setHeader(name, value);
    }
    raw.writeHead(200, { "content-type": `${eventType}; charset=utf-8` }).write(opening);
    const connection = new EventConnection(raw, this.options.config.live);
    connection.expireAt(context.expiresAt);
    this.connections.add(connection);
    this.options.metrics.openStreams.inc();
    void connection.closed.then(() => {
      this.connections.delete(connection);
      this.options.metrics.openStreams.dec();
      stream.end();
    });
    void this.run(connection, { context, stream });
  }

  private async run(connection: EventConnection, { context, stream }: Open<C>): Promise<void> {
    const jsonOf = (payload: Payload) =>
      Buffer.isBuffer(payload) ? payload : this.shown(payload, context.language);
    try {
      await stream.run(new EventSink(connection, jsonOf));
      connection.end(completeEvent);
    } catch (err) {
      // Its client connects again and resumes, as after any other cut.
      this.options.logger.error({ err }, "a stream of events failed");
      connection.end();
    } finally {
      await context.close();
    }
  }

  private shown(result: ExecutionResult, language: Language): string {
    const errors = result.errors?.map((error) => this.shared.presenter.present(error, language));
    return JSON.stringify(errors ? { ...result, errors } : result);
  }
}
