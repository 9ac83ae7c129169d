import type { IncomingMessage } from "node:http";
import proxyAddr from "@fastify/proxy-addr";

/** True for the address of a proxy whose `X-Forwarded-For` counts. */
export type ProxyTrust = (address: string, hop: number) => boolean;

/** The trust in the proxies of `TRUSTED_PROXIES`; Fastify takes it for HTTP. */
export const proxyTrust = (trustedProxies: string[]): ProxyTrust =>
  proxyAddr.compile(trustedProxies);

/**
 * The address of a request's client: of the addresses that `X-Forwarded-For` and the connection give,
 * the last one that is not of a trusted proxy. Fastify finds it in the same way for HTTP.
 */
export const clientAddressOf = (req: IncomingMessage, trust: ProxyTrust): string =>
  proxyAddr(req, trust);
