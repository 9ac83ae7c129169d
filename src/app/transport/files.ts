import type { IncomingMessage, ServerResponse } from "node:http";
import { languageOf } from "./accept-language.js";
import { headerOf } from "./asker.js";
import type { OriginPolicy } from "./cors.js";
import { Downloads } from "./downloads.js";
import type { ErrorPresenter } from "./error-presentation.js";
import { type FileMethods, type FileRequest, type Routed, routeOf } from "./file-routes.js";
import type { HubContext, TransportOptions } from "./hub-context.js";
import { type UploadPatience } from "./upload-body.js";
import { Uploads } from "./uploads.js";

type Answer = (req: IncomingMessage, res: ServerResponse, requestId: string) => unknown;

/** The addresses of files beside GraphQL: downloads by GET, uploads by PUT and POST. */
export class Files<C extends HubContext> {
  private readonly downloads: Downloads<C>;
  private readonly uploads: Uploads<C>;

  constructor(
    private readonly options: TransportOptions<C>,
    presenter: ErrorPresenter,
    patience: UploadPatience & { silenceMs: number },
    private readonly origins: OriginPolicy,
  ) {
    this.downloads = new Downloads(options);
    this.uploads = new Uploads(options, presenter, patience);
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

function askedOf(
  { headers, url = "" }: IncomingMessage,
  parameters: Record<string, string>,
): FileRequest {
  const mark = url.indexOf("?");
  const query = new URLSearchParams(mark < 0 ? "" : url.slice(mark));
  return { parameters, query, headers, language: languageOf(headerOf(headers, "accept-language")) };
}
