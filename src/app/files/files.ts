import type { FastifyInstance, FastifyRequest } from "fastify";
import { badUserInput, type Fault } from "../../platform/errors.js";
import { openSpool, type Spool } from "../../platform/files/index.js";
import { unstorable } from "../../platform/texts.js";
import type { ErrorPresenter } from "../errors/error-presenter.js";
import type { DownloadHandler, FileMethods, FileRequest, UploadHandler } from "../file-port.js";
import { languageOf } from "../http/accept-language.js";
import { addressOf } from "../http/address.js";
import { headerOf } from "../http/requester.js";
import { addResource, type Handler, readOnly } from "../http/resource.js";
import type { HubContext, Timeouts, TransportOptions } from "../port.js";
import { Downloads } from "./downloads.js";
import { TransferLimits } from "./transfer-limits.js";
import { Uploads } from "./uploads.js";

/** The addresses of files beside GraphQL: downloads by GET, uploads by PUT and POST. */
export class Files<C extends HubContext> {
  private readonly downloads: Downloads<C>;
  private readonly uploads: Uploads<C>;
  private spool: Promise<Spool> | undefined;

  constructor(
    private readonly options: TransportOptions<C>,
    presenter: ErrorPresenter,
    timeouts: Timeouts,
  ) {
    const spool = () => this.openedSpool();
    const limits = new TransferLimits(options.config.limits, timeouts.slotMs);
    this.downloads = new Downloads(options, timeouts, spool, limits);
    this.uploads = new Uploads(options, presenter, timeouts, spool, limits);
  }

  /** Adds every address of files. */
  addTo(app: FastifyInstance): void {
    // Bodies are left unread: the handler of an upload decides when, and how fast, it is read.
    app.addContentTypeParser("*", (_request, _body, done) => done(null));
    for (const [pattern, methods] of Object.entries(this.options.files ?? {})) {
      const handlers = this.handlersOf(methods);
      addResource(app, pattern, { handlers, hasPreflight: true, hasUploads: true });
    }
  }

  private openedSpool(): Promise<Spool> {
    // A failure to open the folder may be over when the next file comes.
    this.spool ??= openSpool(this.options.config).catch((error: unknown) => {
      this.spool = undefined;
      throw error;
    });
    return this.spool;
  }

  private handlersOf({ GET, PUT, POST }: FileMethods<C>) {
    return {
      ...(GET ? readOnly(this.download(GET)) : {}),
      ...(PUT ? { PUT: this.upload(PUT) } : {}),
      ...(POST ? { POST: this.upload(POST) } : {}),
    };
  }

  private download(handler: DownloadHandler<C>): Handler {
    return (request, reply) =>
      this.downloads.answer(request, reply, handler, fileRequestOf(request));
  }

  private upload(handler: UploadHandler<C>): Handler {
    return (request, reply) => this.uploads.answer(request, reply, handler, fileRequestOf(request));
  }
}

/** Refuses a query that Postgres and JSON could not carry, before anything works with it. */
function checkTexts(query: URLSearchParams): void {
  const faults: Fault[] = [...query].flatMap(([name, text]) => {
    const message = unstorable(name) ?? unstorable(text);
    return message ? [{ path: name.replaceAll("\u0000", "").slice(0, 60), message }] : [];
  });
  if (faults.length > 0) throw badUserInput(faults);
}

function fileRequestOf(request: FastifyRequest): FileRequest {
  const query = new URLSearchParams(addressOf(request).search);
  checkTexts(query);
  const { headers } = request;
  const parameters = request.params as Readonly<Record<string, string>>;
  return { parameters, query, headers, language: languageOf(headerOf(headers, "accept-language")) };
}
