import { createHash } from "node:crypto";

export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** The id of a text as GraphQL over HTTP's draft of persisted documents has it. */
export const idOf = (text: string): string => `sha256:${sha256(text)}`;

/** A manifest as the transports take it, of these texts. */
export const manifestOf = (...texts: string[]) =>
  new Map(texts.map((text) => [sha256(text), { text, file: "portal.json", isShipped: false }]));

const persisted = (hash: string, more: object = {}) => ({
  persistedQuery: { version: 1, sha256Hash: hash, ...more },
});

const apolloAccept = "application/graphql-response+json,application/json;q=0.9";
const urqlAccept =
  "application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed";

/** A request as a client library sends it: first with the hash alone, then with the text too. */
export interface WireForm {
  name: string;
  hashed(text: string): [search: string, init: RequestInit];
  whole(text: string): [search: string, init: RequestInit];
}

const json = { "content-type": "application/json" };

const posted = (accept: string, body: object): [string, RequestInit] => [
  "",
  { method: "POST", headers: { ...json, accept }, body: JSON.stringify(body) },
];

const got = (accept: string, parameters: Record<string, unknown>): [string, RequestInit] => {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    search.set(name, typeof value === "string" ? value : JSON.stringify(value));
  }
  return [`?${search}`, { headers: { ...json, accept } }];
};

const clientLibrary = { name: "@apollo/client", version: "4.3.8" };
const apollo = (text: string) => ({
  variables: {},
  extensions: { clientLibrary, ...persisted(sha256(text)) },
});

/** The requests of Apollo Client 4.3 (createPersistedQueryLink) and urql (persistedExchange), as recorded. */
export const wireForms: WireForm[] = [
  {
    name: "Apollo Client by POST",
    hashed: (text) => posted(apolloAccept, apollo(text)),
    whole: (text) => posted(apolloAccept, { ...apollo(text), query: text }),
  },
  {
    name: "Apollo Client by GET",
    hashed: (text) => got(apolloAccept, apollo(text)),
    whole: (text) => posted(apolloAccept, { ...apollo(text), query: text }),
  },
  {
    name: "urql by POST",
    hashed: (text) => posted(urqlAccept, { extensions: persisted(sha256(text)), variables: {} }),
    whole: (query) =>
      posted(urqlAccept, {
        extensions: persisted(sha256(query), { miss: true }),
        query,
        variables: {},
      }),
  },
  {
    name: "urql by GET",
    hashed: (text) => got(urqlAccept, { extensions: persisted(sha256(text)) }),
    whole: (query) =>
      posted(urqlAccept, { extensions: persisted(sha256(query), { miss: true }), query }),
  },
];
