import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { badField, type Language } from "../../platform/errors.js";
import { html } from "../../platform/html.js";
import { partOf } from "./file-routes.js";
import type { HubContext, TransportOptions } from "./hub-context.js";
import { endBeforeBody, nothingHere } from "./refusal.js";
import { headerOf, requesterOf, varyOn } from "./requester.js";

type PageAnswer = (req: IncomingMessage, res: ServerResponse, requestId: string) => Promise<void>;

/** Allows a page its own style, by its hash, and nothing else: no script, nothing from any host. */
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

/** An address, cut where its query begins. */
function partsOf({ url = "" }: IncomingMessage): { path: string; search: string } {
  const mark = url.indexOf("?");
  return mark < 0
    ? { path: url, search: "" }
    : { path: url.slice(0, mark), search: url.slice(mark) };
}

/** Writes a page and the headers that every page has. */
function show(req: IncomingMessage, res: ServerResponse, page: string, language: Language): void {
  res.setHeader("content-type", "text/html; charset=utf-8");
  res.setHeader("content-language", language);
  res.setHeader("content-security-policy", contentPolicy(page));
  res.appendHeader("vary", varyOn);
  endBeforeBody(req, res, page);
}

/** The language that the query asks for, else `usual`; BAD_USER_INPUT for one that the hub lacks. */
function languageAsked(search: string, usual: Language): Language {
  const asked = new URLSearchParams(search).get("language")?.toLowerCase();
  if (asked === undefined) return usual;
  if (asked === "id" || asked === "en") return asked;
  throw badField("language", "must be id or en", "harus id atau en");
}

/** Readable pages for people, beside GraphQL: one that the requester may not see looks absent. */
export class Pages<C extends HubContext> {
  constructor(private readonly options: Pick<TransportOptions<C>, "pages" | "openContext">) {}

  /** What answers a GET of this path, when it is that of a page, existing or not. */
  at(path: string): PageAnswer | undefined {
    const { pages = {} } = this.options;
    const found = Object.entries(pages).find(([prefix]) => path.startsWith(prefix));
    if (!found) return undefined;
    const [prefix, make] = found;
    const name = partOf(path.slice(prefix.length));
    return (req, res, requestId) =>
      this.answer(req, res, requestId, (context, language) =>
        name === undefined ? undefined : make(context, { name, language }),
      );
  }

  /** Shows a refusal to whoever opened a page's address in a browser; false for all others. */
  refuse(req: IncomingMessage, res: ServerResponse, message: string, language: Language): boolean {
    const accepted = headerOf(req.headers, "accept") ?? "";
    if (!accepted.includes("text/html") || !this.at(partsOf(req).path)) return false;
    const page = html`<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Rembuk</title></head>
<body><main><h1>${res.statusCode}</h1><p>${message}</p></main></body>
</html>
`;
    show(req, res, page.text, language);
    return true;
  }

  private async answer(
    req: IncomingMessage,
    res: ServerResponse,
    requestId: string,
    make: (context: C, language: Language) => Promise<string | undefined> | undefined,
  ): Promise<void> {
    const requester = requesterOf(req.headers, requestId);
    const language = languageAsked(partsOf(req).search, requester.language);
    const context = await this.options.openContext(requester);
    try {
      const page = await make(context, language);
      if (page === undefined) throw nothingHere();
      // What one requester may see must not lie in a cache from which others are served.
      res.setHeader("cache-control", requester.credential ? "private, no-store" : "no-cache");
      show(req, res, page, language);
    } finally {
      await context.close();
    }
  }
}
