import { randomUUID } from "node:crypto";
import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import type { FastifyRequest } from "fastify";
import { credentialsOf, type SentCredentials } from "../../access/credentials.js";
import { badField } from "../../platform/errors.js";
import { networkOf } from "../limits/index.js";
import type { Requester } from "../port.js";
import { languageOf } from "./accept-language.js";

/** A header's value; the first of several. */
export function headerOf(headers: IncomingHttpHeaders, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
}

/** The client's own id for the request where it is short and plain enough for a log, else a new one. */
export function requestIdOf(headers: IncomingHttpHeaders): string {
  const given = headerOf(headers, "x-request-id");
  return given !== undefined && /^[\w.:-]{1,64}$/.test(given) ? given : randomUUID();
}

/** The values of the headers of credentials. Node's `headers` has the first of several only. */
export function sentCredentials({
  headers,
  headersDistinct,
}: Pick<IncomingMessage, "headers" | "headersDistinct">): SentCredentials {
  const { authorization, "x-api-key": apiKey } = headers;
  // Most requests have neither, and the distinct values of all headers are made at the first look.
  if (authorization === undefined && apiKey === undefined) return noCredentials;
  return {
    authorization: headersDistinct.authorization ?? [],
    apiKey: headersDistinct["x-api-key"] ?? [],
  };
}

const noCredentials: SentCredentials = { authorization: [], apiKey: [] };

/** The position of a ledger that a header's text is; undefined where it is none. */
export function positionIn(text: string): number | undefined {
  const position = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
  return Number.isSafeInteger(position) ? position : undefined;
}

/**
 * The position that a requester says it has seen, by the header `Rembuk-Position` or at another path; BAD_USER_INPUT
 * when it is no position of a ledger.
 */
export function seenPosition(given: unknown, path = "Rembuk-Position"): number | undefined {
  if (given === undefined) return undefined;
  const position = positionIn(String(given));
  if (position !== undefined) return position;
  throw badField(
    path,
    "must be a position of the ledger: a whole number, 0 or more",
    "harus berupa posisi buku perubahan: bilangan bulat, 0 atau lebih",
  );
}

/** The requester that the headers describe; throws for a malformed credential or position. */
export function requesterOf({ raw, id, ip }: Pick<FastifyRequest, "raw" | "id" | "ip">): Requester {
  const { headers } = raw;
  return {
    address: networkOf(ip),
    credentials: credentialsOf(sentCredentials(raw)),
    language: languageOf(headerOf(headers, "accept-language")),
    requestId: id,
    atLeast: seenPosition(headerOf(headers, "rembuk-position")),
  };
}

/** True for a requester without a credential, whose answers anybody may be given. */
export const isVisitor = ({ credentials }: Requester): boolean => credentials.length === 0;
