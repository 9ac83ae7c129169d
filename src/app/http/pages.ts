import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { badField, type Language } from "../../platform/errors.js";
import { html } from "../../platform/html.js";
import { nothingHere } from "../errors/refusal.js";
import type { HubContext, TransportOptions } from "../port.js";
import { addressOf, decodedPart } from "./address.js";
import { endBeforeBody } from "./early-answer.js";
import { acceptsExplicitly } from "./media-type.js";
import { requesterOf, varyOn } from "./requester.js";

type PageAnswer = (req: IncomingMessage, res: ServerResponse, requestId: string) => Promise<void>;

/** The content security policy: the page's own style, by its hash; no script, nothing from any host. */
function contentPolicy(page: string): string {
  const styles = [...page.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, style = ""]) => {
    return `'sha256-${createHash("sha256").update(style).digest("base64")}'`;
  });
  const styleSource = styles.length > 0 ? [`style-src ${styles.join(" ")}`] : [];
  return [
    "default-src 'none'",
    ...styleSource,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** Sends a page with the headers that every page has. */
function sendPage(
  req: IncomingMessage,
  res: ServerResponse,
  page: string,
  language: Language,
): void {
  res.setHeader("content-type", "text/html; charset=utf-8");
  res.setHeader("content-language", language);
  res.setHeader("content-security-policy", contentPolicy(page));
  res.appendHeader("vary", varyOn);
  endBeforeBody(req, res, page);
}

/** The `language` of the query, else `fallback`; BAD_USER_INPUT for a language that the hub lacks. */
function pageLanguage(search: string, fallback: Language): Language {
  const given = new URLSearchParams(search).get("language")?.toLowerCase();
  if (given === undefined) return fallback;
  if (given === "id" || given === "en") return given;
  throw badField("language", "must be id or en", "harus id atau en");
}

/** Readable pages for people, beside GraphQL. A page that the requester may not see looks absent. */
export class Pages<C extends HubContext> {
  constructor(private readonly options: Pick<TransportOptions<C>, "pages" | "openContext">) {}

  /** The handler of this path, where it is one of pages, whether the page exists or not. */
  at(path: string): PageAnswer | undefined {
    const { pages = {} } = this.options;
    const found = Object.entries(pages).find(([prefix]) => path.startsWith(prefix));
    if (!found) return undefined;
    const [prefix, make] = found;
    const name = decodedPart(path.slice(prefix.length));
    return (req, res, requestId) =>
      this.answer(req, res, requestId, (context, language) =>
        name === undefined ? undefined : make(context, { name, language }),
      );
  }

  /** Shows a refusal as a page, to a browser at the address of a page; false for all others. */
  refuse(req: IncomingMessage, res: ServerResponse, message: string, language: Language): boolean {
    if (!acceptsExplicitly(req.headers, "text/html") || !this.at(addressOf(req).path)) return false;
    const page = html`<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Rembuk</title></head>
<body><main><h1>${res.statusCode}</h1><p>${message}</p></main></body>
</html>
`;
    sendPage(req, res, page.text, language);
    return true;
  }

  private async answer(
    req: IncomingMessage,
    res: ServerResponse,
    requestId: string,
    make: (context: C, language: Language) => Promise<string | undefined> | undefined,
  ): Promise<void> {
    const requester = requesterOf(req.headers, requestId);
    const language = pageLanguage(addressOf(req).search, requester.language);
    const context = await this.options.openContext(requester);
    try {
      const page = await make(context, language);
      if (page === undefined) throw nothingHere();
      // A shared cache must not give one requester's page to others.
      res.setHeader("cache-control", requester.credential ? "private, no-store" : "no-cache");
      sendPage(req, res, page, language);
    } finally {
      await context.close();
    }
  }
}
