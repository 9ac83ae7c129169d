import type { IncomingMessage, ServerResponse } from "node:http";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { unavailable } from "../../platform/errors.js";
import type { Spool } from "../../platform/files/index.js";
import type { Download, Downloading, FileRequest } from "./file-routes.js";
import type { HubContext, TransportOptions } from "./hub-context.js";
import { nothingHere } from "./refusal.js";
import { ClientGone } from "./request-body.js";
import { requesterOf, varyOn } from "./requester.js";

/** `attachment` and the name: plain for old clients, and whole in UTF-8 (RFC 6266, RFC 8187). */
export function disposition(name: string): string {
  const plain = name.replaceAll(/[^\w.\- ]/g, "_");
  const whole = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}

function describe(res: ServerResponse, { name, mediaType, size }: Download): void {
  res.setHeader("content-type", mediaType);
  res.setHeader("content-disposition", disposition(name));
  // Somebody else's file, should a browser show it after all, runs nothing.
  res.setHeader("content-security-policy", "default-src 'none'; sandbox");
  if (size !== undefined) res.setHeader("content-length", size);
}

/** How large a table may be that is made to be downloaded, in bytes. */
const largestBytes = 512 * 2 ** 20;

const tooMany = () =>
  unavailable({
    en: "The hub is making as many tables as it can; ask for this one again in a moment.",
    id: "Hub sedang membuat tabel sebanyak yang mampu; minta lagi sebentar lagi.",
  });

async function send(content: Readable, res: ServerResponse): Promise<void> {
  await pipeline(content, res).catch(() => {
    throw new ClientGone();
  });
}

/** Files to be saved: streamed, and never shown as a page. */
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
    downloading: Downloading<C>,
    asked: FileRequest,
  ): Promise<void> {
    const requester = requesterOf(req.headers, requestId);
    const context = await this.options.openContext(requester);
    try {
      const found = await downloading(context, asked);
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

  /** Makes a file from the snapshot, a few at a time, and sends it when that is done with. */
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
      // Who went away before says so no more.
      if (res.destroyed) leave();
      await spool.holding(content, { bytes: largestBytes }, async (file) => {
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
