import type { IncomingHttpHeaders } from "node:http";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Spool, SpooledFile } from "../../platform/files/index.js";
import type { ErrorPresenter } from "../errors/error-presenter.js";
import { RequestRefusal, tooLargeBody } from "../errors/refusal.js";
import type { FileRequest, UploadHandler } from "../file-port.js";
import { declaredLength } from "../http/early-answer.js";
import { bodyTypeOf } from "../http/media-type.js";
import { countCost } from "../http/rate-headers.js";
import { requesterOf } from "../http/requester.js";
import { fileCosts } from "../limits/index.js";
import type { HubContext, Timeouts, TransportOptions } from "../port.js";
import { inspectedBody } from "./inspected-body.js";
import { ProgressStream } from "./progress-stream.js";
import type { Sender, TransferLimits } from "./transfer-limits.js";
import { type UploadTimeouts, uploadBody } from "./upload-body.js";

const wrongType = (mediaTypes: readonly string[]) => {
  const list = mediaTypes.join(", ");
  return new RequestRefusal(415, {
    en: `The body must be declared as one of ${list}, without a content encoding.`,
    id: `Isi harus dinyatakan sebagai salah satu dari ${list}, tanpa content encoding.`,
  });
};

function mediaTypeOf(headers: IncomingHttpHeaders, mediaTypes: readonly string[]): string {
  const type = bodyTypeOf(headers)?.essence;
  if (type && mediaTypes.includes(type)) return type;
  throw wrongType(mediaTypes);
}

/** How an upload is received. */
interface Receiving {
  /** The largest size. */
  bytes: number;
  sender: Sender;
  inspect: ((content: AsyncIterable<Buffer>) => Promise<void>) | undefined;
}

/** Uploads: raw bodies, written to disk as they arrive, then passed to their route's handler. */
export class Uploads<C extends HubContext> {
  constructor(
    private readonly options: Pick<TransportOptions<C>, "config" | "openContext" | "rates">,
    private readonly presenter: ErrorPresenter,
    private readonly timeouts: UploadTimeouts & Pick<Timeouts, "silenceMs">,
    private readonly spool: () => Promise<Spool>,
    private readonly limits: TransferLimits,
  ) {}

  /** Receives one upload and answers it; throws the reason of a refusal before the work begins. */
  async answer(
    request: FastifyRequest,
    reply: FastifyReply,
    handler: UploadHandler<C>,
    fileRequest: FileRequest,
  ): Promise<FastifyReply> {
    const mediaType = mediaTypeOf(request.headers, handler.mediaTypes);
    const bytes = this.options.config.limits[handler.limit];
    if (declaredLength(request.raw) > bytes) throw tooLargeBody(bytes);
    const sender = await this.inContext(request, async (context) => {
      await countCost(this.options.rates, reply, context.client, fileCosts.upload);
      await context.reached();
      const organisation = await handler.check(context, fileRequest);
      return { organisation, client: context.client.key };
    });
    const inspect = handler.inspect?.bind(handler, fileRequest);
    const stream = new ProgressStream(request, reply, this.presenter, fileRequest.language);
    await stream.end(() =>
      this.received(request, reply, { bytes, sender, inspect }, (file) => {
        stream.begin();
        const { progress } = stream;
        return this.inContext(request, (context) =>
          handler.take(context, { ...fileRequest, file, mediaType, progress }),
        );
      }),
    );
    return reply;
  }

  /**
   * Receives an upload and runs `work` on it to the end, even if its client leaves. A slot for work is
   * taken when the whole body is there: a slow line holds none.
   */
  private async received(
    { raw: req }: FastifyRequest,
    { raw: res }: FastifyReply,
    { bytes, sender, inspect }: Receiving,
    work: (file: SpooledFile) => Promise<unknown>,
  ): Promise<unknown> {
    const { organisation } = sender;
    const leave = this.limits.admit(sender, declaredLength(req));
    const { grow, release } = this.limits.space(organisation);
    try {
      if (req.headers.expect !== undefined) res.writeContinue();
      const spool = await this.spool();
      const body = uploadBody(req, this.timeouts);
      const content = inspect ? inspectedBody(body, inspect) : body;
      return await spool.holding(content, { bytes, grow }, (file) => {
        // The line is silent while the hub works; that must not count against the client.
        req.socket.setTimeout(0);
        return this.limits.inSlot(organisation, () => work(file));
      });
    } finally {
      release();
      leave();
      req.socket.setTimeout(this.timeouts.silenceMs);
    }
  }

  /** Runs `work` in a new context: the requester is verified again, as an upload may take long. */
  private async inContext<T>(
    request: FastifyRequest,
    work: (context: C) => Promise<T>,
  ): Promise<T> {
    const context = await this.options.openContext(requesterOf(request));
    try {
      return await work(context);
    } finally {
      await context.close();
    }
  }
}
