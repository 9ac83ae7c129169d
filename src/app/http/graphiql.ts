import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { ruruHTML } from "ruru/server";
import { getStaticFile } from "ruru/static";
import { z } from "zod";
import { acceptsExplicitly } from "./media-type.js";
import { headerOf } from "./requester.js";

/** Where the page's scripts, styles and fonts are served. */
export const assetsPath = "/graphiql-assets/";

/** GraphiQL, the page for developers at `/graphql`, without anything from other hosts. */
export class Graphiql {
  private readonly html: string;
  private readonly policy: string;
  /** The version is in the address, so that a browser may cache the files without end. */
  private readonly staticPath = `${assetsPath}${ruruVersion()}/`;

  constructor() {
    const { staticPath } = this;
    this.html = ruruHTML({ endpoint: "/graphql", staticPath }).replace(
      /<title>.*?<\/title>/,
      "<title>Rembuk: GraphiQL</title>",
    );
    this.policy = contentPolicy(this.html);
  }

  /** True for a GET of `/graphql` that comes from a browser's address bar. */
  static isWantedBy(req: IncomingMessage): boolean {
    return req.method === "GET" && acceptsExplicitly(req.headers, "text/html");
  }

  answerPage(res: ServerResponse): void {
    res.setHeader("content-type", "text/html; charset=utf-8");
    res.setHeader("content-security-policy", this.policy);
    res.setHeader("cache-control", "no-cache");
    res.setHeader("vary", "Accept");
    res.writeHead(200).end(this.html);
  }

  /** Answers with one of the package's files; false where it has none of that name. */
  async answerAsset(req: IncomingMessage, res: ServerResponse): Promise<boolean> {
    const { staticPath } = this;
    const urlPath = req.url ?? "";
    if (!urlPath.startsWith(staticPath)) return false;
    const acceptEncoding = headerOf(req.headers, "accept-encoding");
    // Files are looked up by name among those of the bundle; no path reaches the disk.
    const file = await getStaticFile({
      staticPath,
      urlPath,
      acceptEncoding,
      disallowDevAssets: true,
    });
    if (!file) return false;
    res.setHeader("cache-control", "public, max-age=31536000, immutable");
    res.setHeader("vary", "Accept-Encoding");
    res.writeHead(200, file.headers).end(file.content);
    return true;
  }
}

function ruruVersion(): string {
  const entry = createRequire(import.meta.url).resolve("ruru/server");
  const manifest = readFileSync(join(dirname(entry), "..", "package.json"), "utf8");
  return z.object({ version: z.string() }).parse(JSON.parse(manifest)).version;
}

/** The content security policy: the page's own scripts, by their hashes, and nothing from another host. */
function contentPolicy(html: string): string {
  const inline = [...html.matchAll(/<script(?: type="module")?>([\s\S]*?)<\/script>/g)];
  const hashes = inline.map(([, script = ""]) => {
    return `'sha256-${createHash("sha256").update(script).digest("base64")}'`;
  });
  return [
    "default-src 'none'",
    `script-src 'self' ${hashes.join(" ")}`,
    // The editor writes its styles into the page as it runs.
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self' data:",
    "img-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}
