import type { IncomingMessage, ServerResponse } from "node:http";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { create as contentDisposition } from "content-disposition";
import { unavailable } from "../../platform/errors.js";
import type { Spool } from "../../platform/files/index.js";
import { ClientGone, nothingHere } from "../errors/refusal.js";
import { requesterOf, varyOn } from "../http/requester.js";
import type {
  Download,
  DownloadHandler,
  FileRequest,
  HubContext,
  TransportOptions,
} from "../port.js";

/** `attachment` with the name, and a plain form of it for old clients (RFC 6266). */
const dispositionOf = (name: string): string =>
  contentDisposition(name, { fallback: name.replaceAll(/[^\w.\- ]/g, "_") });

function describe(res: ServerResponse, { name, mediaType, size }: Download): void {
  res.setHeader("content-type", mediaType);
  res.setHeader("content-disposition", dispositionOf(name));
  // If a browser shows the file after all, nothing in it may run: other people wrote it.
  res.setHeader("content-security-policy", "default-src 'none'; sandbox");
  if (size !== undefined) res.setHeader("content-length", size);
}

/** The size limit of a table that is made for a download, in bytes. */
const maxMadeBytes = 512 * 2 ** 20;

const tooMany = () =>
  unavailable({
    en: "The hub is making as many tables as it can; retry this one in a moment.",
    id: "Hub sedang membuat tabel sebanyak yang mampu; minta lagi sebentar lagi.",
  });

async function send(content: Readable, res: ServerResponse): Promise<void> {
  await pipeline(content, res).catch(() => {
    throw new ClientGone();
  });
}

/** Downloads: files to be saved, streamed, and never shown as a page. */
export class Downloads<C extends HubContext> {
  private making = 0;

  constructor(
    private readonly options: Pick<TransportOptions<C>, "config" | "openContext">,
    private readonly spool: () => Promise<Spool>,
  ) {}

  async answer(
    req: IncomingMessage,
    res: ServerResponse,
    requestId: string,
    handler: DownloadHandler<C>,
    request: FileRequest,
  ): Promise<void> {
    const requester = requesterOf(req.headers, requestId);
    const context = await this.options.openContext(requester);
    try {
      const found = await handler(context, request);
      if (!found) throw nothingHere();
      res.setHeader("cache-control", requester.credential ? "private, no-store" : "no-cache");
      res.appendHeader("vary", varyOn);
      if (req.method === "HEAD") {
        describe(res, found);
        res.end();
      } else if (found.isMade) await this.make(found, res, context);
      else {
        await context.close();
        const content = await found.open();
        describe(res, found);
        await send(content, res);
      }
    } finally {
      await context.close();
    }
  }

  /** Makes a file from the snapshot, a limited number at a time, then closes the snapshot and sends it. */
  private async make(found: Download, res: ServerResponse, context: C): Promise<void> {
    if (this.making >= this.options.config.limits.exports) throw tooMany();
    this.making += 1;
    let isMaking = true;
    const made = () => {
      if (isMaking) this.making -= 1;
      isMaking = false;
    };
    try {
      const spool = await this.spool();
      const content = await found.open();
      const leave = () => content.destroy(new ClientGone());
      res.once("close", leave);
      // A client that left before emits no further event.
      if (res.destroyed) leave();
      await spool.holding(content, { bytes: maxMadeBytes }, async (file) => {
        res.off("close", leave);
        await context.close();
        made();
        describe(res, { ...found, size: file.size });
        await send(file.open(), res);
      });
    } finally {
      made();
    }
  }
}
