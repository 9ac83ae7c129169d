import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { TestHub } from "../testkit/hub/index.js";

const preflight = { "apollo-require-preflight": "1" };

/** Documents that answer, each of them once with a text that the hub does not know yet. */
const asked = [
  { query: "{ actionPlans(first: 2) { nodes { title } totalCount } }" },
  {
    query:
      "query A($first: Int) { actionPlans(first: $first) { nodes { id } } } query B { __typename }",
    operationName: "A",
    variables: { first: 1 },
  },
  { query: "{ regions(first: 1) { nodes { name } } }", operationName: "", variables: null },
  { query: "{ __schema { queryType { name } } }" },
  { query: "query C($first: Int!) { actionPlans(first: $first) { totalCount } }" },
  {
    query: "query D($first: Int!) { actionPlans(first: $first) { totalCount } }",
    operationName: "E",
  },
  { query: "mutation { __typename }" },
  { query: "subscription { changes { position } }" },
  { query: "{ actionPlans(first: 3) { totalCount } }", extensions: { client: "x" } },
];

const accepts = [
  undefined,
  "*/*",
  "application/json",
  "application/graphql-response+json, application/json;q=0.9",
  "text/html",
  "application/json; callbackSpec=1.0",
];

/** What a client sees of an answer, besides what differs from request to request. */
async function seen(response: Response) {
  const own = new Set(["date", "x-request-id", "ratelimit"]);
  const headers = [...response.headers].filter(([name]) => !own.has(name));
  return { status: response.status, headers, body: await response.text() };
}

describe("An answer that needs nothing of Apollo", () => {
  let hub: TestHub;
  let count = 0;
  beforeAll(async () => {
    hub = await TestHub.start("sample", { RESPONSE_CACHE_BYTES: "0" });
  });
  afterAll(() => hub.stop());

  const address = () => hub.url;

  const post = (body: unknown, accept?: string) =>
    fetch(address(), {
      method: "POST",
      headers: { "content-type": "application/json", ...(accept ? { accept } : {}) },
      body: JSON.stringify(body),
    });

  const get = ({ query, operationName, variables }: (typeof asked)[number], accept?: string) => {
    const search = new URLSearchParams({ query });
    if (operationName !== undefined) search.set("operationName", operationName);
    if (variables !== undefined) search.set("variables", JSON.stringify(variables));
    const headers = { ...preflight, ...(accept ? { accept } : {}) };
    return fetch(`${address()}?${search}`, { headers });
  };

  it.each(accepts)("is the one that Apollo gives, with Accept: %j", async (accept) => {
    for (const one of asked) {
      for (const send of [post, get]) {
        count += 1;
        // A text that is new, which only Apollo answers; then it is known.
        const query = `${one.query} # ${count}`;
        const byApollo = await seen(await send({ ...one, query }, accept));
        const again = await seen(await send({ ...one, query }, accept));
        expect(again).toEqual(byApollo);
      }
    }
  });
});
