import type { Readable } from "node:stream";
import { finished } from "node:stream/promises";
import { create as contentDisposition } from "content-disposition";
import type { FastifyReply, FastifyRequest } from "fastify";
import { unavailable } from "../../platform/errors.js";
import type { Spool } from "../../platform/files/index.js";
import { ClientGone, nothingHere } from "../errors/refusal.js";
import { isVisitor, requesterOf } from "../http/requester.js";
import { addVary } from "../http/vary.js";
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

function describe(reply: FastifyReply, { name, mediaType, size }: Download): FastifyReply {
  reply
    .header("content-type", mediaType)
    .header("content-disposition", dispositionOf(name))
    // If a browser shows the file after all, nothing in it may run: other people wrote it.
    .header("content-security-policy", "default-src 'none'; sandbox");
  return size === undefined ? reply : reply.header("content-length", size);
}

/** The size limit of a table that is made for a download, in bytes. */
const maxMadeBytes = 512 * 2 ** 20;

const tooMany = () =>
  unavailable({
    en: "The hub is making as many tables as it can; retry this one in a moment.",
    id: "Hub sedang membuat tabel sebanyak yang mampu; minta lagi sebentar lagi.",
  });

/** Sends a file's content; resolves when it has been sent, or when the client is gone. */
async function send(reply: FastifyReply, content: Readable): Promise<void> {
  reply.send(content);
  await finished(reply.raw).catch(() => undefined);
}

/** Downloads: files to be saved, streamed, and never shown as a page. */
export class Downloads<C extends HubContext> {
  private making = 0;

  constructor(
    private readonly options: Pick<TransportOptions<C>, "config" | "openContext">,
    private readonly spool: () => Promise<Spool>,
  ) {}

  async answer(
    request: FastifyRequest,
    reply: FastifyReply,
    handler: DownloadHandler<C>,
    fileRequest: FileRequest,
  ): Promise<FastifyReply> {
    const requester = requesterOf(request);
    const context = await this.options.openContext(requester);
    try {
      const found = await handler(context, fileRequest);
      if (!found) throw nothingHere();
      reply.header("cache-control", isVisitor(requester) ? "no-cache" : "private, no-store");
      addVary(reply);
      if (request.method === "HEAD") describe(reply, found).send();
      else if (found.isMade) await this.make(found, reply, context);
      else {
        await context.close();
        const content = await found.open();
        await send(describe(reply, found), content);
      }
      return reply;
    } finally {
      await context.close();
    }
  }

  /** Makes a file from the snapshot, a limited number at a time, then closes the snapshot and sends it. */
  private async make(found: Download, reply: FastifyReply, context: C): Promise<void> {
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
      reply.raw.once("close", leave);
      // A client that left before emits no further event.
      if (reply.raw.destroyed) leave();
      await spool.holding(content, { bytes: maxMadeBytes }, async (file) => {
        reply.raw.off("close", leave);
        await context.close();
        made();
        await send(describe(reply, { ...found, size: file.size }), file.open());
      });
    } finally {
      made();
    }
  }
}
