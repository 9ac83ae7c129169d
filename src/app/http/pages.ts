import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { badField, type Language } from "../../platform/errors.js";
import { unstorable } from "../../platform/texts.js";
import { nothingHere } from "../errors/refusal.js";
import { fileCosts } from "../limits/index.js";
import type { HubContext, PageMaker, TransportOptions } from "../port.js";
import { addressOf } from "./address.js";
import { sendPage } from "./page.js";
import { countCost } from "./rate-headers.js";
import { isVisitor, requesterOf } from "./requester.js";
import { addResource, readOnly } from "./resource.js";

/** The `language` of the query, else `fallback`; BAD_USER_INPUT for a language that the hub lacks. */
function pageLanguage(search: string, fallback: Language): Language {
  const given = new URLSearchParams(search).get("language")?.toLowerCase();
  if (given === undefined) return fallback;
  if (given === "id" || given === "en") return given;
  throw badField("language", "must be id or en", "harus id atau en");
}

/**
 * Adds the readable pages for people, beside GraphQL. A page that the requester may not see looks
 * absent.
 */
export function addPages<C extends HubContext>(
  app: FastifyInstance,
  options: Pick<TransportOptions<C>, "pages" | "openContext" | "rates">,
): void {
  const { pages = {} } = options;
  for (const [prefix, make] of Object.entries(pages)) {
    const handlers = readOnly((request, reply) => answer(request, reply, options, make));
    addResource(app, `${prefix}*`, { handlers, config: { isPage: true } });
  }
}

async function answer<C extends HubContext>(
  request: FastifyRequest,
  reply: FastifyReply,
  { openContext, rates }: Pick<TransportOptions<C>, "openContext" | "rates">,
  make: PageMaker<C>,
): Promise<FastifyReply> {
  const requester = requesterOf(request);
  const language = pageLanguage(addressOf(request).search, requester.language);
  const { "*": name = "" } = request.params as { "*"?: string };
  const context = await openContext(requester);
  try {
    await countCost(rates, reply, context.client, fileCosts.page);
    await context.reached();
    const isName = name !== "" && !unstorable(name);
    const page = isName ? await make(context, { name, language }) : undefined;
    if (page === undefined) throw nothingHere();
    // A shared cache must not give one requester's page to others.
    reply.header("cache-control", isVisitor(requester) ? "no-cache" : "private, no-store");
    return sendPage(reply, page, language);
  } finally {
    await context.close();
  }
}
