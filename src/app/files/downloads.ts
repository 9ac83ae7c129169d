import type { Readable } from "node:stream";
import { finished } from "node:stream/promises";
import { create as contentDisposition } from "content-disposition";
import type { FastifyReply, FastifyRequest } from "fastify";
import { cutResponse } from "../../platform/connection-end.js";
import type { Spool } from "../../platform/files/index.js";
import { ClientGone, nothingHere } from "../errors/refusal.js";
import type { Download, DownloadHandler, FileRequest } from "../file-port.js";
import { countCost } from "../http/rate-headers.js";
import { isVisitor, requesterOf } from "../http/requester.js";
import { addVary } from "../http/vary.js";
import { fileCosts } from "../limits/index.js";
import type { HubContext, TransportOptions } from "../port.js";
import type { TransferLimits } from "./transfer-limits.js";
import type { UploadTimeouts } from "./upload-body.js";

/** `attachment` with the name, and a plain form of it for old clients (RFC 6266). */
const dispositionOf = (name: string): string =>
  contentDisposition(name, { fallback: name.replaceAll(/[^\w.\- ]/g, "_") });

function describe(reply: FastifyReply, { name, mediaType, size }: Download): FastifyReply {
  reply
    .header("content-type", mediaType)
    .header("content-disposition", dispositionOf(name))
    // If a browser shows the file after all, nothing in it may run: other people wrote it.
    .header("content-security-policy", "default-src 'none'; sandbox");
  return size === undefined ? reply : reply.header("content-length", size);
}

/** The cost of making a table: one may ask as much of Postgres as a query does. */
const costOf = ({ cost = 0 }: Download): number => Math.max(fileCosts.madeTable, cost);

/** The content of a file, destroyed when the signal ends it. */
async function openedUntil(signal: AbortSignal, found: Download): Promise<Readable> {
  const content = await found.open(signal);
  const end = () => content.destroy(signal.reason);
  if (signal.aborted) end();
  signal.addEventListener("abort", end, { once: true });
  return content;
}

/** The size limit of a table that is made for a download, in bytes. */
const maxMadeBytes = 512 * 2 ** 20;

/**
 * Sends a file's content; resolves when it has been sent, or when the client is gone. A client that takes
 * less in a window of time than an upload must bring is cut: it would hold the file for ever.
 */
async function send(reply: FastifyReply, content: Readable, timeouts: UploadTimeouts) {
  const { uploadWindowMs, uploadWindowBytes } = timeouts;
  const { raw } = reply;
  const taken = () => (raw.socket?.bytesWritten ?? 0) - (raw.socket?.writableLength ?? 0);
  let before = taken();
  const window = setInterval(() => {
    const now = taken();
    if (now - before < uploadWindowBytes) cutResponse(raw);
    before = now;
  }, uploadWindowMs);
  reply.send(content);
  await finished(raw).catch(() => undefined);
  clearInterval(window);
}

/** Downloads: files to be saved, streamed, and never shown as a page. */
export class Downloads<C extends HubContext> {
  constructor(
    private readonly options: Pick<TransportOptions<C>, "config" | "openContext" | "rates">,
    private readonly timeouts: UploadTimeouts,
    private readonly spool: () => Promise<Spool>,
    private readonly limits: TransferLimits,
  ) {}

  async answer(
    request: FastifyRequest,
    reply: FastifyReply,
    handler: DownloadHandler<C>,
    fileRequest: FileRequest,
  ): Promise<FastifyReply> {
    const requester = requesterOf(request);
    const context = await this.options.openContext(requester);
    const { rates } = this.options;
    try {
      await countCost(rates, reply, context.client, fileCosts.file);
      await context.reached();
      const found = await handler(context, fileRequest);
      if (!found) throw nothingHere();
      if (found.isMade) await countCost(rates, reply, context.client, costOf(found));
      reply.header("cache-control", isVisitor(requester) ? "no-cache" : "private, no-store");
      addVary(reply);
      if (request.method === "HEAD") describe(reply, found).send();
      else if (found.isMade) await this.make(found, reply, context);
      else {
        await context.close();
        const content = await found.open();
        await send(describe(reply, found), content, this.timeouts);
      }
      return reply;
    } finally {
      await context.close();
    }
  }

  /** Makes a file from the snapshot, a limited number at a time, then closes the snapshot and sends it. */
  private async make(found: Download, reply: FastifyReply, context: C): Promise<void> {
    const { key } = context.client;
    const made = this.limits.admitMaking(key);
    const { grow, release } = this.limits.space(key);
    try {
      const spool = await this.spool();
      const leaving = new AbortController();
      const leave = () => leaving.abort(new ClientGone());
      reply.raw.once("close", leave);
      // A client that left before emits no further event.
      if (reply.raw.destroyed) leave();
      const content = await openedUntil(leaving.signal, found);
      await spool.holding(content, { bytes: maxMadeBytes, grow }, async (file) => {
        reply.raw.off("close", leave);
        await context.close();
        made();
        const described = describe(reply, { ...found, size: file.size });
        described.headers(found.headers?.() ?? {});
        await send(described, file.open(), this.timeouts);
      });
    } finally {
      made();
      release();
    }
  }
}
