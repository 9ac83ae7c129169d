import { brotliCompressSync } from "node:zlib";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Config } from "../../platform/config.js";
import { nothingHere } from "../errors/refusal.js";
import { acceptedEncodings } from "../http/content-encoding.js";
import { entityTagOf, matchesTag } from "../http/entity-tag.js";
import { headerOf } from "../http/requester.js";
import { addResource, readOnly } from "../http/resource.js";
import { addVary } from "../http/vary.js";
import { consoleAddresses } from "./addresses.js";
import { type ConsoleFile, readConsole } from "./console-files.js";
import { addDevelopmentSignIn, type DevelopmentSignIn } from "./development-sign-in.js";
import { addPolicyReports, type PolicyReports, reportAddress } from "./policy-reports.js";

/** What the console's script needs to know of this hub, written into its page. */
export interface ConsoleSettings {
  /** How people sign in; null where only development people can. */
  oidc: { issuer: string; clientId: string; scope: string; resource: string | null } | null;
  /** True where a person is chosen from a list instead. */
  development: boolean;
}

const consoleSettings = ({ oidc, console, environment }: Config): ConsoleSettings => ({
  oidc: oidc
    ? {
        issuer: oidc.issuer,
        clientId: console.clientId,
        scope: console.scope,
        resource: console.resource ?? null,
      }
    : null,
  development: !oidc && environment !== "production",
});

/**
 * The content security policy of the console: scripts of the hub only, none inline; requests to the hub
 * and to the identity provider. Styles may be inline, as charts and React Aria set them as they run.
 */
function contentPolicy({ oidc }: ConsoleSettings, others: readonly string[]): string {
  const provider = oidc ? ` ${[new URL(oidc.issuer).origin, ...others].join(" ")}` : "";
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self'",
    "img-src 'self' data: blob:",
    "manifest-src 'self'",
    `connect-src 'self'${provider}`,
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    `report-uri ${reportAddress}`,
  ].join("; ");
}

/**
 * The page of the console with its settings, as a block of data: no policy of scripts is about it, and the
 * script needs no further request for them.
 */
function pageWith(settings: ConsoleSettings, { bytes, type }: ConsoleFile): ConsoleFile {
  const text = JSON.stringify(settings).replaceAll("<", "\\u003c");
  const place = '<script id="settings" type="application/json">';
  const page = Buffer.from(bytes.toString("utf8").replace(place, () => place + text));
  return { bytes: page, brotli: brotliCompressSync(page), type, tag: entityTagOf(page) };
}

/** Sends a file: compressed where the client takes it, or 304 where it has it. */
function sendFile(request: FastifyRequest, reply: FastifyReply, file: ConsoleFile): FastifyReply {
  addVary(reply, "Accept-Encoding");
  reply.header("etag", file.tag);
  if (matchesTag(headerOf(request.headers, "if-none-match"), file.tag))
    return reply.code(304).send();
  const { body } = acceptedEncodings(headerOf(request.headers, "accept-encoding") ?? "");
  reply.header("content-type", file.type);
  if (!file.brotli || body !== "br") return reply.send(file.bytes);
  return reply.header("content-encoding", "br").send(file.brotli);
}

/** What the console's addresses need of the hub. */
export interface ConsoleParts extends PolicyReports {
  /** Absent where people sign in at an identity provider. */
  development: DevelopmentSignIn | undefined;
}

/** The console's part of the transport: its files, and in development its sign-in. */
export function consoleOf(
  config: Config,
  folder: string,
  { development, ...reports }: ConsoleParts,
): ((app: FastifyInstance) => void) | undefined {
  const files = config.console.on ? readConsole(folder) : undefined;
  if (!files) return undefined;
  return (app) => {
    addConsole(app, config, files);
    // Each has its own parsers of bodies.
    app.register(async (scope) => addPolicyReports(scope, reports));
    if (development) app.register(async (scope) => addDevelopmentSignIn(scope, development));
  };
}

/** Adds the service worker. It stands at the root, as it may only see requests below its own folder. */
function addWorker(app: FastifyInstance, files: ReadonlyMap<string, ConsoleFile>): void {
  const worker = readOnly((request, reply) => {
    const file = files.get("service-worker.js");
    if (!file) throw nothingHere();
    reply
      .header("content-security-policy", "default-src 'none'; connect-src 'self'")
      .header("cache-control", "no-cache");
    return sendFile(request, reply, file);
  });
  addResource(app, "/service-worker.js", { handlers: worker });
}

/** Adds the console: its page at `/` and at all of its own addresses, its files, and its settings. */
function addConsole(
  app: FastifyInstance,
  config: Config,
  files: ReadonlyMap<string, ConsoleFile>,
): void {
  const settings = consoleSettings(config);
  const policy = contentPolicy(settings, config.console.providerOrigins ?? []);
  const index = files.get("index.html");
  if (!index) return;
  const shown = pageWith(settings, index);
  const page = readOnly((request, reply) => {
    reply.header("content-security-policy", policy).header("cache-control", "no-cache");
    return sendFile(request, reply, shown);
  });
  for (const address of ["/", ...consoleAddresses.flatMap((name) => [`/${name}`, `/${name}/*`])]) {
    addResource(app, address, { handlers: page, config: { isPage: true } });
  }
  addWorker(app, files);
  // Vite writes the hash of a file's content into its name, so that a browser may keep it without end.
  const asset = readOnly((request, reply) => {
    const { "*": name = "" } = request.params as { "*"?: string };
    const file = files.get(`console/${name}`);
    if (!file) throw nothingHere();
    reply.header("cache-control", "public, max-age=31536000, immutable");
    return sendFile(request, reply, file);
  });
  addResource(app, "/console/*", { handlers: asset });
}
