import type {
  FastifyContextConfig,
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
  HTTPMethods,
} from "fastify";
import { RequestRefusal } from "../errors/refusal.js";

declare module "fastify" {
  interface FastifyContextConfig {
    /** Set for uploads: they may take longer than other requests, and their handler requests the body. */
    isUpload?: boolean;
    /** Set for pages, whose refusals are shown as pages to browsers. */
    isPage?: boolean;
  }
}

/** The handler of one method. */
export type Handler = (request: FastifyRequest, reply: FastifyReply) => unknown;

/** The methods of one address: their handlers, and how their routes are configured. */
export interface Resource {
  handlers: Partial<Record<"GET" | "HEAD" | "POST" | "PUT", Handler>>;
  /** True for an address that pages of other origins may use; it answers OPTIONS too. */
  hasPreflight?: boolean;
  /** True where PUT and POST bring uploads. */
  hasUploads?: boolean;
  config?: FastifyContextConfig;
}

const wrongMethod = (methods: string) =>
  new RequestRefusal(
    405,
    {
      en: `This address answers ${methods} only.`,
      id: `Alamat ini hanya melayani ${methods}.`,
    },
    { allow: methods },
  );

/** The handlers of an address that is only read. HEAD is answered as GET is, without the body. */
export const readOnly = (handler: Handler): Resource["handlers"] => ({
  GET: handler,
  HEAD: handler,
});

/** Adds the routes of one address; a method that it does not have is answered with 405. */
export function addResource(
  app: FastifyInstance,
  url: string,
  { handlers, hasPreflight = false, hasUploads = false, config = {} }: Resource,
): void {
  const methods: HTTPMethods[] = Object.keys(handlers);
  if (hasPreflight) methods.push("OPTIONS");
  const allow = methods.join(", ");
  for (const [method, handler] of Object.entries(handlers)) {
    const isUpload = hasUploads && (method === "PUT" || method === "POST");
    app.route({ method, url, handler, config: { ...config, isUpload } });
  }
  if (hasPreflight) {
    app.options(url, { config: { ...config, cors: { methods: allow } } }, (_, reply) =>
      reply.code(204).header("allow", allow).send(),
    );
  }
  app.route({
    method: app.supportedMethods.filter((method) => !methods.includes(method)),
    url,
    config,
    onRequest: (_request, _reply, done) => done(wrongMethod(allow)),
    handler: () => undefined,
  });
}
