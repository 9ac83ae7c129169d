import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { type RuruClientConfig, ruruHTML } from "ruru/server";
import { getStaticFile } from "ruru/static";
import { z } from "zod";
import { nothingHere } from "../errors/refusal.js";
import { acceptedEncodings } from "./content-encoding.js";
import { acceptsExplicitly } from "./media-type.js";
import { headerOf } from "./requester.js";
import { addResource, readOnly } from "./resource.js";
import { addVary } from "./vary.js";

/** Where the page's scripts, styles and fonts are served. */
const assetsPath = "/graphiql-assets/";

/** The query of a new tab, in place of the bundle's words about itself. */
const firstQuery = `# Run this query with the button on the right, or with Ctrl-Enter.
# The address and each type are described in the explorer on the left.
# A token belongs under Headers: { "authorization": "Bearer …" }
{
  actionPlans(first: 5) {
    totalCount
    nodes { id title status lead { name } }
  }
}
`;

/** GraphiQL, the page for developers at `/graphql`, without anything from other hosts. */
export class Graphiql {
  private readonly html: Buffer;
  private readonly policy: string;
  /** The version is in the address, so that a browser may cache the files without end. */
  private readonly staticPath = `${assetsPath}${ruruVersion()}/`;

  constructor() {
    const { staticPath } = this;
    // Its type asks for every setting, though each has a default.
    const clientConfig = { defaultQuery: firstQuery } as RuruClientConfig;
    const html = ruruHTML({ endpoint: "/graphql", staticPath, clientConfig }).replace(
      /<title>.*?<\/title>/,
      "<title>Rembuk: GraphiQL</title>",
    );
    this.policy = contentPolicy(html);
    this.html = Buffer.from(html);
  }

  /** True for a GET or HEAD of `/graphql` that comes from a browser's address bar. */
  static isWantedBy({ headers }: FastifyRequest): boolean {
    return acceptsExplicitly(headers, "text/html");
  }

  /** Adds the addresses of the page's files. */
  addAssets(app: FastifyInstance): void {
    const handlers = readOnly((request, reply) => this.answerAsset(request, reply));
    addResource(app, `${assetsPath}*`, { handlers });
  }

  answerPage(reply: FastifyReply): FastifyReply {
    addVary(reply, "Accept, Accept-Encoding");
    return reply
      .header("content-type", "text/html; charset=utf-8")
      .header("content-security-policy", this.policy)
      .header("cache-control", "no-cache")
      .send(this.html);
  }

  private async answerAsset(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const { staticPath } = this;
    const { url: urlPath } = request;
    if (!urlPath.startsWith(staticPath)) throw nothingHere();
    // The bundle has brotli's bytes, and looks for no more than the word.
    const acceptEncoding = acceptedEncodings(
      headerOf(request.headers, "accept-encoding") ?? "",
    ).body;
    // Files are looked up by name among those of the bundle; no path reaches the disk.
    const file = await getStaticFile({
      staticPath,
      urlPath,
      acceptEncoding,
      disallowDevAssets: true,
    });
    if (!file) throw nothingHere();
    addVary(reply, "Accept-Encoding");
    return reply
      .headers(file.headers)
      .header("cache-control", "public, max-age=31536000, immutable")
      .send(file.content);
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
