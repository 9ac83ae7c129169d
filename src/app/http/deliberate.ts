import type { IncomingHttpHeaders } from "node:http";
import { RequestRefusal } from "../errors/refusal.js";
import { eventType, graphqlResponse } from "./media-type.js";

/**
 * Headers that a browser sends to any origin without a preflight: those that every page may set
 * (https://fetch.spec.whatwg.org/#cors-safelisted-request-header), those that the browser itself sets, and
 * those that proxies add on the way.
 */
const unasked = new Set([
  ...["accept", "accept-language", "content-language", "content-type", "range"],
  ...["accept-charset", "accept-encoding", "access-control-request-headers"],
  ...["access-control-request-method", "cache-control", "connection", "content-length", "cookie"],
  ...["date", "dnt", "early-data", "expect", "host", "http2-settings", "keep-alive", "origin"],
  ...["if-match", "if-modified-since", "if-none-match", "if-range", "if-unmodified-since"],
  ...["pragma", "priority", "purpose", "referer", "te", "trailer", "transfer-encoding", "upgrade"],
  ...["upgrade-insecure-requests", "user-agent", "x-purpose"],
  ...["device-memory", "downlink", "dpr", "ect", "rtt", "save-data", "viewport-width", "width"],
  ...["service-worker", "service-worker-navigation-preload"],
  ...["cdn-loop", "forwarded", "true-client-ip", "via", "x-client-ip", "x-real-ip"],
]);

/** The beginnings of further such names. */
const unaskedPrefixes = ["sec-", "proxy-", "x-forwarded-", "x-amzn-", "x-envoy-", "cf-", "fastly-"];

/** The types of bodies that a form of any page can send. */
const formTypes =
  /^\s*(?:application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)\s*(?:;|$)/i;

const isAsked = (name: string): boolean =>
  !unasked.has(name) && !unaskedPrefixes.some((prefix) => name.startsWith(prefix));

/**
 * True for a GET that its client has made on purpose, unlike one that a page of any origin makes a
 * browser send, as by an image: only such a GET may cost the hub the execution of a query. A script of
 * any page can ask for GraphQL's media types too. It can neither read the answer nor use a credential,
 * and somebody who runs a script has better ways to cause load.
 */
export const isDeliberate = (headers: IncomingHttpHeaders): boolean =>
  [graphqlResponse, eventType].some((type) => headers.accept?.toLowerCase().includes(type)) ||
  !formTypes.test(headers["content-type"] ?? "text/plain") ||
  Object.keys(headers).some(isAsked);

/** The refusal of a GET that a page of another origin could have made a browser send. */
export const notDeliberate = () =>
  new RequestRefusal(400, {
    en: `A query by GET needs the header "Accept: ${graphqlResponse}", or any header that a browser does not send to other origins by itself, as "Apollo-Require-Preflight: 1".`,
    id: `Kueri dengan GET memerlukan header "Accept: ${graphqlResponse}", atau header apa pun yang tidak dikirim peramban dengan sendirinya ke asal lain, misalnya "Apollo-Require-Preflight: 1".`,
  });
