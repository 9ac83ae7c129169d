import type { IncomingMessage, ServerResponse } from "node:http";
import { badUserInput, type Fault } from "../../platform/errors.js";
import { openSpool, type Spool } from "../../platform/files/index.js";
import { languageOf } from "./accept-language.js";
import type { OriginPolicy } from "./cors.js";
import { Downloads } from "./downloads.js";
import type { ErrorPresenter } from "./error-presentation.js";
import { type FileMethods, type FileRequest, type Routed, routeOf } from "./file-routes.js";
import type { HubContext, TransportOptions } from "./hub-context.js";
import { headerOf } from "./requester.js";
import { textProblem } from "./text-faults.js";
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

  /** What answers each method of this path, when it is that of a file. */
  at(path: string): Record<string, Answer> | undefined {
    const routed = routeOf(this.options.files ?? {}, path);
    if (!routed) return undefined;
    const answers = this.answers(routed);
    const methods = [...Object.keys(answers), "OPTIONS"].join(", ");
    const preflight: Answer = (req, res) => this.origins.preflight(req.headers, res, methods);
    return { ...answers, OPTIONS: preflight };
  }

  /** Whether the request brings an upload, which takes longer to come than any other. */
  awaits({ method = "", url = "" }: IncomingMessage): boolean {
    const routed = routeOf(this.options.files ?? {}, url.split("?")[0] ?? "");
    return (method === "PUT" || method === "POST") && routed?.methods[method] !== undefined;
  }

  private openedSpool(): Promise<Spool> {
    // What kept the folder from being opened may be gone when the next file comes.
    this.spool ??= openSpool(this.options.config).catch((error: unknown) => {
      this.spool = undefined;
      throw error;
    });
    return this.spool;
  }

  private answers({ methods, parameters }: Routed<C>): Record<string, Answer> {
    const { GET, PUT, POST } = methods;
    const download = GET && this.downloading(GET, parameters);
    return {
      ...(download ? { GET: download, HEAD: download } : {}),
      ...(PUT ? { PUT: this.uploading(PUT, parameters) } : {}),
      ...(POST ? { POST: this.uploading(POST, parameters) } : {}),
    };
  }

  private downloading(
    downloading: NonNullable<FileMethods<C>["GET"]>,
    parameters: Record<string, string>,
  ): Answer {
    return (req, res, id) =>
      this.downloads.answer(req, res, id, downloading, askedOf(req, parameters));
  }

  private uploading(
    uploading: NonNullable<FileMethods<C>["PUT"]>,
    parameters: Record<string, string>,
  ): Answer {
    return (req, res, id) => this.uploads.answer(req, res, id, uploading, askedOf(req, parameters));
  }
}

/** What Postgres and other programs could not take is refused before anybody works with it. */
function checkTexts(query: URLSearchParams): void {
  const faults: Fault[] = [...query].flatMap(([name, text]) => {
    const message = textProblem(name) ?? textProblem(text);
    return message ? [{ path: name.replaceAll("\u0000", "").slice(0, 60), message }] : [];
  });
  if (faults.length > 0) throw badUserInput(faults);
}

function askedOf(
  { headers, url = "" }: IncomingMessage,
  parameters: Record<string, string>,
): FileRequest {
  const mark = url.indexOf("?");
  const query = new URLSearchParams(mark < 0 ? "" : url.slice(mark));
  checkTexts(query);
  return { parameters, query, headers, language: languageOf(headerOf(headers, "accept-language")) };
}
