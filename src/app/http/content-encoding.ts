import Negotiator from "negotiator";
import { remembered } from "./remembered.js";

/** The encodings of a body, the better one first. */
const encodings = ["br", "gzip"] as const;

export type Encoding = (typeof encodings)[number];

/** The encodings that a client accepts, of those that the hub has. */
export interface Accepted {
  /** The encoding of a body that is in memory. */
  body: Encoding | undefined;
  /** The encoding of a stream: brotli's window would cost megabytes for each. */
  stream: "gzip" | undefined;
}

/** What `Accept-Encoding` accepts (RFC 9110, 12.5.3); nothing where it prefers an answer as it is. */
export const acceptedEncodings = remembered((header): Accepted => {
  const negotiator = new Negotiator({ headers: { "accept-encoding": header } });
  const accepted = negotiator.encodings([...encodings, "identity"]);
  if (accepted[0] === "identity") return { body: undefined, stream: undefined };
  return {
    body: encodings.find((encoding) => accepted.includes(encoding)),
    stream: accepted.includes("gzip") ? "gzip" : undefined,
  };
});

/** Types of texts. Images, archives and workbooks are compressed already. */
const texts =
  /^(?:text\/(?!event-stream)|image\/svg|application\/(?:[\w.-]+\+)?(?:json|xml|javascript)\b)/;

/** True for a media type whose content becomes several times smaller. */
export const isCompressible = (mediaType: unknown): boolean =>
  typeof mediaType === "string" && texts.test(mediaType);
