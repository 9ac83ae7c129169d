import { type ErrorCode, HubError, type Text } from "../../platform/errors.js";

/** The client went away; there is nobody to answer. */
export class ClientGone extends Error {}

/**
 * The refusal of an HTTP request that never becomes an operation: shown as GraphQL shows errors,
 * with an HTTP status of its own.
 */
export class RequestRefusal extends HubError {
  constructor(
    readonly status: number,
    text: Text,
    readonly headers: Record<string, string> = {},
    details: Record<string, unknown> = {},
    code: ErrorCode = "BAD_USER_INPUT",
  ) {
    super(code, text, details);
  }
}

/** The refusal of a body above the limit. */
export const tooLargeBody = (limit: number) =>
  new RequestRefusal(
    413,
    {
      en: `The request's body is larger than ${limit} bytes.`,
      id: `Isi permintaan lebih besar dari ${limit} bita.`,
    },
    {},
    { reason: "TOO_LARGE", limit },
  );

const absent = (text: Text) => new RequestRefusal(404, text, {}, {}, "NOT_FOUND");

/** The refusal of an address at which there is nothing, or nothing that the requester may see. */
export const nothingHere = () =>
  absent({
    en: "There is nothing at this address, or nothing that you may see.",
    id: "Tidak ada apa pun di alamat ini, atau tidak ada yang boleh Anda lihat.",
  });

/** The refusal of an address that the hub does not have. */
export const noAddress = () =>
  absent({
    en: "There is nothing at this address; GraphQL is at /graphql.",
    id: "Tidak ada apa pun di alamat ini; GraphQL ada di /graphql.",
  });
