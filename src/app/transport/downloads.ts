import type { IncomingMessage, ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { askerOf, varyOn } from "./asker.js";
import type { Download, Downloading, FileRequest } from "./file-routes.js";
import type { HubContext, TransportOptions } from "./hub-context.js";
import { nothingHere } from "./refusal.js";
import { ClientGone } from "./request-body.js";

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

/** Files to be saved: streamed, and never shown as a page. */
export class Downloads<C extends HubContext> {
  constructor(private readonly options: Pick<TransportOptions<C>, "openContext">) {}

  async answer(
    req: IncomingMessage,
    res: ServerResponse,
    requestId: string,
    downloading: Downloading<C>,
    asked: FileRequest,
  ): Promise<void> {
    const asker = askerOf(req.headers, requestId);
    const context = await this.options.openContext(asker);
    const found = await downloading(context, asked).finally(() => context.close());
    if (!found) throw nothingHere();
    const isWanted = req.method !== "HEAD";
    const content = isWanted ? await found.open() : undefined;
    res.setHeader("cache-control", asker.credential ? "private, no-store" : "no-cache");
    res.appendHeader("vary", varyOn);
    describe(res, found);
    if (!content) res.end();
    else {
      await pipeline(content, res).catch(() => {
        throw new ClientGone();
      });
    }
  }
}
