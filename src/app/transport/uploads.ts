import type { IncomingMessage, ServerResponse } from "node:http";
import { unavailable } from "../../platform/errors.js";
import type { Spool, SpooledFile } from "../../platform/files/index.js";
import type { ErrorPresenter } from "./error-presentation.js";
import type { FileRequest, Uploading } from "./file-routes.js";
import type { HubContext, TransportOptions } from "./hub-context.js";
import { declaredLength, RequestRefusal, tooLargeBody } from "./refusal.js";
import { headerOf, requesterOf, varyOn } from "./requester.js";
import { type UploadTimeouts, uploadBody } from "./upload-body.js";

/** An upload's answer as it is told line by line. */
const linesType = "application/x-ndjson";
/** Progress that a client does not read is not kept beyond this many bytes. */
const mostUnread = 65_536;

const wrongType = (mediaTypes: readonly string[]) => {
  const list = mediaTypes.join(", ");
  return new RequestRefusal(415, {
    en: `The body must be declared as one of ${list}, without a content encoding.`,
    id: `Isi harus dinyatakan sebagai salah satu dari ${list}, tanpa content encoding.`,
  });
};

const tooMany = () =>
  unavailable({
    en: "The hub is taking as many uploads as it can; send this one again in a moment.",
    id: "Hub sedang menerima unggahan sebanyak yang mampu; kirim lagi sebentar lagi.",
  });

function mediaTypeOf({ headers }: IncomingMessage, mediaTypes: readonly string[]): string {
  const type = (headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  const isPlain = (headers["content-encoding"] ?? "identity") === "identity";
  if (isPlain && mediaTypes.includes(type)) return type;
  throw wrongType(mediaTypes);
}

/** How an upload's work is told: at its end, or line by line from its beginning. */
class ProgressStream {
  private readonly byLines: boolean;

  constructor(
    req: IncomingMessage,
    private readonly res: ServerResponse,
    private readonly presenter: ErrorPresenter,
    private readonly language: FileRequest["language"],
  ) {
    this.byLines = (headerOf(req.headers, "accept") ?? "").toLowerCase().includes(linesType);
    res.setHeader("cache-control", "no-store");
    res.appendHeader("vary", varyOn);
  }

  begin(): void {
    if (!this.byLines) return;
    this.res.writeHead(200, { "content-type": `${linesType}; charset=utf-8` });
    this.res.flushHeaders();
  }

  readonly progress = (line: Readonly<Record<string, unknown>>): void => {
    if (this.byLines && this.res.writableLength < mostUnread) this.line({ progress: line });
  };

  /** Tells the result; what went wrong is thrown again where the status can still say it. */
  async end(work: () => Promise<unknown>): Promise<void> {
    try {
      const result = await work();
      if (this.byLines) this.line({ result });
      else this.res.setHeader("content-type", "application/json; charset=utf-8");
      this.res.end(this.byLines ? undefined : JSON.stringify(result));
    } catch (error) {
      if (!this.res.headersSent) throw error;
      const { message, extensions } = this.presenter.present(error, this.language);
      this.line({ error: { message, extensions } });
      this.res.end();
    }
  }

  private line(line: object): void {
    if (!this.res.destroyed) this.res.write(`${JSON.stringify(line)}\n`);
  }
}

/** Uploads: raw bodies, spooled to disk while they come, then handed to whoever knows what they are. */
export class Uploads<C extends HubContext> {
  private running = 0;

  constructor(
    private readonly options: Pick<TransportOptions<C>, "config" | "openContext">,
    private readonly presenter: ErrorPresenter,
    private readonly timeouts: UploadTimeouts & { silenceMs: number },
    private readonly spool: () => Promise<Spool>,
  ) {}

  /** Takes one upload in and answers it; throws what is wrong with it before the work begins. */
  async answer(
    req: IncomingMessage,
    res: ServerResponse,
    requestId: string,
    uploading: Uploading<C>,
    asked: FileRequest,
  ): Promise<void> {
    const mediaType = mediaTypeOf(req, uploading.mediaTypes);
    const bytes = this.options.config.limits[uploading.limit];
    if (declaredLength(req) > bytes) throw tooLargeBody(bytes);
    await this.within(req, requestId, (context) => uploading.check(context, asked));
    const telling = new ProgressStream(req, res, this.presenter, asked.language);
    await telling.end(() =>
      this.received(req, res, bytes, (file) => {
        telling.begin();
        const { progress } = telling;
        return this.within(req, requestId, (context) =>
          uploading.take(context, { ...asked, file, mediaType, progress }),
        );
      }),
    );
  }

  /** Works on an upload that is there, whether its client stays or not; one of a few at a time. */
  private async received(
    req: IncomingMessage,
    res: ServerResponse,
    bytes: number,
    work: (file: SpooledFile) => Promise<unknown>,
  ): Promise<unknown> {
    if (this.running >= this.options.config.limits.uploads) throw tooMany();
    this.running += 1;
    try {
      if (req.headers.expect !== undefined) res.writeContinue();
      const spool = await this.spool();
      return await spool.holding(uploadBody(req, this.timeouts), { bytes }, (file) => {
        // The line is silent while the hub works; that is no fault of the client.
        req.socket.setTimeout(0);
        return work(file);
      });
    } finally {
      this.running -= 1;
      req.socket.setTimeout(this.timeouts.silenceMs);
    }
  }

  /** Asks anew who it is: between the check and the work an upload may take its time. */
  private async within<T>(
    req: IncomingMessage,
    requestId: string,
    work: (context: C) => Promise<T>,
  ): Promise<T> {
    const context = await this.options.openContext(requesterOf(req.headers, requestId));
    try {
      return await work(context);
    } finally {
      await context.close();
    }
  }
}
