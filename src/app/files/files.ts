import type { IncomingMessage, ServerResponse } from "node:http";
import { badUserInput, type Fault } from "../../platform/errors.js";
import { openSpool, type Spool } from "../../platform/files/index.js";
import type { ErrorPresenter } from "../errors/error-presenter.js";
import { textProblem } from "../errors/input-texts.js";
import { languageOf } from "../http/accept-language.js";
import { addressOf } from "../http/address.js";
import type { OriginPolicy } from "../http/cors.js";
import { headerOf } from "../http/requester.js";
import type {
  DownloadHandler,
  FileRequest,
  HubContext,
  TransportOptions,
  UploadHandler,
} from "../port.js";
import { Downloads } from "./downloads.js";
import { matchRoute, type RouteMatch } from "./router.js";
import type { UploadTimeouts } from "./upload-body.js";
import { Uploads } from "./uploads.js";

type Answer = (req: IncomingMessage, res: ServerResponse, requestId: string) => unknown;

/** The addresses of files beside GraphQL: downloads by GET, uploads by PUT and POST. */
export class Files<C extends HubContext> {
  private readonly downloads: Downloads<C>;
  private readonly uploads: Uploads<C>;
  private spool: Promise<Spool> | undefined;

  constructor(
    private readonly options: TransportOptions<C>,
    presenter: ErrorPresenter,
    timeouts: UploadTimeouts & { silenceMs: number },
    private readonly origins: OriginPolicy,
  ) {
    const spool = () => this.openedSpool();
    this.downloads = new Downloads(options, spool);
    this.uploads = new Uploads(options, presenter, timeouts, spool);
  }

  /** The handlers of this path by method, where it is the path of a file. */
  at(path: string): Record<string, Answer> | undefined {
    const match = matchRoute(this.options.files ?? {}, path);
    if (!match) return undefined;
    const answers = this.answers(match);
    const methods = [...Object.keys(answers), "OPTIONS"].join(", ");
    const preflight: Answer = (req, res) => this.origins.preflight(req.headers, res, methods);
    return { ...answers, OPTIONS: preflight };
  }

  /** True for a request that brings an upload, which may take longer to arrive than any other. */
  isUpload(req: IncomingMessage): boolean {
    const { method = "" } = req;
    if (method !== "PUT" && method !== "POST") return false;
    const match = matchRoute(this.options.files ?? {}, addressOf(req).path);
    return match?.methods[method] !== undefined;
  }

  private openedSpool(): Promise<Spool> {
    // A failure to open the folder may be over when the next file comes.
    this.spool ??= openSpool(this.options.config).catch((error: unknown) => {
      this.spool = undefined;
      throw error;
    });
    return this.spool;
  }

  private answers({ methods, parameters }: RouteMatch<C>): Record<string, Answer> {
    const { GET, PUT, POST } = methods;
    const download = GET && this.download(GET, parameters);
    return {
      ...(download ? { GET: download, HEAD: download } : {}),
      ...(PUT ? { PUT: this.upload(PUT, parameters) } : {}),
      ...(POST ? { POST: this.upload(POST, parameters) } : {}),
    };
  }

  private download(handler: DownloadHandler<C>, parameters: Record<string, string>): Answer {
    return (req, res, id) =>
      this.downloads.answer(req, res, id, handler, fileRequestOf(req, parameters));
  }

  private upload(handler: UploadHandler<C>, parameters: Record<string, string>): Answer {
    return (req, res, id) =>
      this.uploads.answer(req, res, id, handler, fileRequestOf(req, parameters));
  }
}

/** Refuses a query that Postgres and JSON could not carry, before anything works with it. */
function checkTexts(query: URLSearchParams): void {
  const faults: Fault[] = [...query].flatMap(([name, text]) => {
    const message = textProblem(name) ?? textProblem(text);
    return message ? [{ path: name.replaceAll("\u0000", "").slice(0, 60), message }] : [];
  });
  if (faults.length > 0) throw badUserInput(faults);
}

function fileRequestOf(req: IncomingMessage, parameters: Record<string, string>): FileRequest {
  const query = new URLSearchParams(addressOf(req).search);
  checkTexts(query);
  const { headers } = req;
  return { parameters, query, headers, language: languageOf(headerOf(headers, "accept-language")) };
}
