import Negotiator from "negotiator";

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

/** The choices for the headers that browsers and libraries send, which are few. */
const known = new Map<string, Accepted>();
const mostKnown = 1000;

function chosenFor(header: string): Accepted {
  const negotiator = new Negotiator({ headers: { "accept-encoding": header } });
  const accepted = negotiator.encodings([...encodings, "identity"]);
  if (accepted[0] === "identity") return { body: undefined, stream: undefined };
  return {
    body: encodings.find((encoding) => accepted.includes(encoding)),
    stream: accepted.includes("gzip") ? "gzip" : undefined,
  };
}

/** What `Accept-Encoding` accepts (RFC 9110, 12.5.3); nothing where it prefers an answer as it is. */
export function acceptedEncodings(header: string): Accepted {
  const before = known.get(header);
  if (before) return before;
  const chosen = chosenFor(header);
  if (known.size < mostKnown) known.set(header, chosen);
  return chosen;
}

/** Types of texts. Images, archives and workbooks are compressed already. */
const texts =
  /^(?:text\/(?!event-stream)|image\/svg|application\/(?:[\w.-]+\+)?(?:json|xml|javascript)\b)/;

/** True for a media type whose content becomes several times smaller. */
export const isCompressible = (mediaType: unknown): boolean =>
  typeof mediaType === "string" && texts.test(mediaType);
