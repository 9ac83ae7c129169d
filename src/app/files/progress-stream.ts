import type { IncomingMessage, ServerResponse } from "node:http";
import type { Language } from "../../platform/errors.js";
import type { ErrorPresenter } from "../errors/error-presenter.js";
import { acceptsExplicitly } from "../http/media-type.js";
import { varyOn } from "../http/requester.js";

/** The media type of an upload's answer line by line, for clients that accept it. */
const linesType = "application/x-ndjson";
/** Progress is dropped while more bytes than these wait for a client that does not read. */
const maxUnreadBytes = 65_536;

/** An upload's answer: its result in JSON at the end, or line by line with its progress before. */
export class ProgressStream {
  private readonly byLines: boolean;

  constructor(
    req: IncomingMessage,
    private readonly res: ServerResponse,
    private readonly presenter: ErrorPresenter,
    private readonly language: Language,
  ) {
    this.byLines = acceptsExplicitly(req.headers, linesType);
    res.setHeader("cache-control", "no-store");
    res.appendHeader("vary", varyOn);
  }

  begin(): void {
    if (!this.byLines) return;
    this.res.writeHead(200, { "content-type": `${linesType}; charset=utf-8` });
    this.res.flushHeaders();
  }

  readonly progress = (line: Readonly<Record<string, unknown>>): void => {
    if (this.byLines && this.res.writableLength < maxUnreadBytes) this.line({ progress: line });
  };

  /** Sends the result of `work`; throws its error again where the status can still report it. */
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
