import type { FastifyReply, FastifyRequest } from "fastify";
import type { Language } from "../../platform/errors.js";
import type { ErrorPresenter } from "../errors/error-presenter.js";
import { acceptsExplicitly } from "../http/media-type.js";
import { addVary } from "../http/vary.js";

/** The media type of an upload's answer line by line, for clients that accept it. */
const linesType = "application/x-ndjson";
/** Progress is dropped while more bytes than these wait for a client that does not read. */
const maxUnreadBytes = 65_536;

/** An upload's answer: its result in JSON at the end, or line by line with its progress before. */
export class ProgressStream {
  private readonly byLines: boolean;

  constructor(
    { headers }: FastifyRequest,
    private readonly reply: FastifyReply,
    private readonly presenter: ErrorPresenter,
    private readonly language: Language,
  ) {
    this.byLines = acceptsExplicitly(headers, linesType);
    reply.header("cache-control", "no-store");
    addVary(reply);
  }

  /** Sends the head of an answer line by line; from now on its status is 200. */
  begin(): void {
    if (!this.byLines) return;
    const { raw } = this.reply.header("content-type", `${linesType}; charset=utf-8`).hijack();
    for (const [name, value = ""] of Object.entries(this.reply.getHeaders())) {
      raw.setHeader(name, value);
    }
    raw.flushHeaders();
  }

  readonly progress = (line: Readonly<Record<string, unknown>>): void => {
    const { raw } = this.reply;
    if (this.byLines && raw.writableLength < maxUnreadBytes) this.line({ progress: line });
  };

  /** Sends the result of `work`; throws its error again where the status can still report it. */
  async end(work: () => Promise<unknown>): Promise<void> {
    const { raw } = this.reply;
    try {
      const result = await work();
      if (this.byLines) {
        this.line({ result });
        raw.end();
      } else {
        const type = "application/json; charset=utf-8";
        this.reply.header("content-type", type).send(JSON.stringify(result));
      }
    } catch (error) {
      if (!raw.headersSent) throw error;
      const { message, extensions } = this.presenter.present(error, this.language);
      this.line({ error: { message, extensions } });
      raw.end();
    }
  }

  private line(line: object): void {
    const { raw } = this.reply;
    if (!raw.destroyed) raw.write(`${JSON.stringify(line)}\n`);
  }
}
