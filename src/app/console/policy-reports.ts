import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { Logger } from "../../platform/logger.js";
import { jsonOf, wrongJsonType } from "../http/json-body.js";
import { bodyTypeOf } from "../http/media-type.js";
import { countOne } from "../http/rate-headers.js";
import { addResource } from "../http/resource.js";
import { clientOf, networkOf } from "../limits/index.js";
import type { RateCounter } from "../port.js";

/** The address to which browsers report what the console's content security policy has stopped. */
export const reportAddress = "/console-reports";

/** The types that browsers send reports as: by `report-uri`, and by the newer Reporting API. */
const types = ["application/csp-report", "application/reports+json", "application/json"];

/** The size limit of a report in bytes; those of browsers have a few hundred. */
const maxBytes = 16_384;

/** The time in which one line is logged of each kind. */
const quietMs = 60_000;

/** The directives of the policy; a report of another counts as `other`, so that kinds stay few. */
const directives = [
  ...["default-src", "script-src", "script-src-elem", "script-src-attr", "style-src"],
  ...["style-src-elem", "style-src-attr", "font-src", "img-src", "manifest-src", "connect-src"],
  ...["frame-src", "base-uri", "form-action", "frame-ancestors", "worker-src", "media-src"],
];

const text = z.string().catch("");
const line = z.number().int().nullish().catch(null);

const byAddress = z.object({
  "csp-report": z.object({
    "effective-directive": text,
    "violated-directive": text,
    "blocked-uri": text,
    "document-uri": text,
    "source-file": text,
    "line-number": line,
  }),
});

const byApi = z.array(
  z.object({
    body: z.object({
      effectiveDirective: text,
      blockedURL: text,
      documentURL: text,
      sourceFile: text,
      lineNumber: line,
    }),
  }),
);

/** What was stopped, as it is logged. */
interface Violation {
  directive: string;
  blocked: string;
  page: string;
  source: string;
  line: number | null;
}

/** An address without its query, which may say something of a person, and in a length for a log. */
const shortened = (address: string): string => (address.split(/[?#]/)[0] ?? "").slice(0, 200);

function violationsIn(value: unknown): Violation[] {
  const old = byAddress.safeParse(value).data?.["csp-report"];
  if (old) {
    const directive = old["effective-directive"] || old["violated-directive"].split(" ")[0] || "";
    return [
      {
        directive,
        blocked: shortened(old["blocked-uri"]),
        page: shortened(old["document-uri"]),
        source: shortened(old["source-file"]),
        line: old["line-number"] ?? null,
      },
    ];
  }
  return (byApi.safeParse(value).data ?? []).slice(0, 20).map(({ body }) => ({
    directive: body.effectiveDirective,
    blocked: shortened(body.blockedURL),
    page: shortened(body.documentURL),
    source: shortened(body.sourceFile),
    line: body.lineNumber ?? null,
  }));
}

/** The log of violations: a line a kind and minute, as one fault of a page repeats in every browser. */
export class ViolationLog {
  private readonly seen = new Map<string, { loggedAt: number; since: number }>();

  constructor(
    private readonly logger: Logger,
    private readonly now: () => number = Date.now,
  ) {}

  note(violation: Violation): void {
    const kind = directives.includes(violation.directive) ? violation.directive : "other";
    const before = this.seen.get(kind);
    if (before && this.now() - before.loggedAt < quietMs) {
      before.since += 1;
      return;
    }
    const unlogged = before?.since ?? 0;
    this.seen.set(kind, { loggedAt: this.now(), since: 0 });
    this.logger.warn(
      { ...violation, directive: kind, unlogged },
      "a browser stopped something on the console's page: its content security policy does not allow it",
    );
  }
}

/** What the reports need of the hub. */
export interface PolicyReports {
  logger: Logger;
  rates: RateCounter;
}

/** Adds the address of reports to a scope of its own, which takes the types of reports. */
export function addPolicyReports(app: FastifyInstance, { logger, rates }: PolicyReports): void {
  const log = new ViolationLog(logger);
  app.addHook("onRequest", ({ method, headers }, _reply, done) => {
    const type = bodyTypeOf(headers)?.essence ?? "";
    done(method !== "POST" || types.includes(type) ? undefined : wrongJsonType());
  });
  app.addContentTypeParser(
    types,
    { parseAs: "buffer", bodyLimit: maxBytes },
    (_request, bytes, done) => done(null, bytes),
  );
  const take = async (request: FastifyRequest, reply: FastifyReply) => {
    // Browsers send reports without a credential.
    await countOne(rates, reply, clientOf(networkOf(request.ip), {}));
    for (const violation of violationsIn(jsonOf(request.body as Buffer))) log.note(violation);
    return reply.code(204).send();
  };
  addResource(app, reportAddress, { handlers: { POST: take } });
}
