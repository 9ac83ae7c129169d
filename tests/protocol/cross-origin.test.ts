import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type Answered, startTinyHub, type TinyHub } from "../testkit/protocol/tiny-hub.js";

let hub: TinyHub;
beforeAll(async () => {
  hub = await startTinyHub({ CORS_ORIGINS: "https://portal.example" });
});
afterAll(() => hub.close());

describe("A GET by a client, and one that a page makes a browser send", () => {
  it.each([
    // As urql and Relay send it.
    [{ accept: "application/graphql-response+json, application/json" }, 200],
    [{ accept: "Application/GraphQL-Response+JSON;q=0.9, */*" }, 200],
    // As urql 6, Apollo Client 4 (`useGETForQueries`) and graphql-request 7 (`method: "GET"`) send it.
    [
      {
        accept:
          "application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed",
      },
      200,
    ],
    [{ accept: "application/graphql-response+json,application/json;q=0.9" }, 200],
    [{ "content-type": "application/json" }, 200],
    [{ "content-type": "application/graphql-response+json; charset=utf-8" }, 200],
    [{ "apollo-require-preflight": "true" }, 200],
    [{ traceparent: "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01" }, 200],
    [{ "x-requested-with": "XMLHttpRequest" }, 200],
    [{ "my-portal": "" }, 200],
    [{ authorization: "Bearer one" }, 200],
    [{ "x-api-key": "one" }, 200],
    [{ "rembuk-position": "1" }, 200],
    [{ "x-request-id": "one" }, 200],
    // As an image, a form or a script of any page makes a browser send it.
    [{ accept: "*/*" }, 400],
    [{ accept: "application/json", "accept-language": "id" }, 400],
    [{ accept: "text/html,application/xhtml+xml,*/*;q=0.8" }, 400],
    [{ "content-type": "text/plain;charset=UTF-8" }, 400],
    [{ "content-type": "application/x-www-form-urlencoded" }, 400],
    [{ "content-type": "multipart/form-data; boundary=x" }, 400],
    [
      { "sec-fetch-mode": "no-cors", "sec-fetch-site": "cross-site", referer: "https://a.example" },
      400,
    ],
    [{ "upgrade-insecure-requests": "1", dnt: "1", "save-data": "on", cookie: "a=b" }, 400],
    [{ "if-none-match": '"a"', "cache-control": "no-cache", pragma: "no-cache" }, 400],
    // As a proxy adds them on the way.
    [{ via: "1.1 proxy", "x-forwarded-for": "192.0.2.1", "cf-ray": "1" }, 400],
  ] as [Record<string, string>, number][])(
    "answers a GET with %j by %i",
    async (headers, status) => {
      const answer = await fetch(`${hub.url}?query={__typename}`, { headers });
      expect(answer.status).toBe(status);
      if (status === 400) {
        const { errors } = (await answer.json()) as Answered;
        expect(errors?.[0]?.message).toMatch(/ "Accept: application\/graphql-response\+json", /);
      }
      // A form of another page can have its type, and any name and value in its body.
      const body = "query={__typename}";
      const form = { ...headers, "content-type": "application/x-www-form-urlencoded" };
      const posted = await fetch(hub.url, { method: "POST", headers: form, body });
      expect(posted.status).toBe(415);
    },
  );
});

describe("Pages of other origins", () => {
  it("lets pages of listed origins read answers, and no other pages", async () => {
    const listed = await hub.ask("{ hello }", { headers: { origin: "https://portal.example" } });
    expect(listed.headers.get("access-control-allow-origin")).toBe("https://portal.example");
    expect(listed.headers.get("access-control-expose-headers")).toMatch(/rembuk-cost/);
    expect(listed.headers.get("vary")).toMatch(/Origin/);
    for (const other of ["https://portal.example.evil", "http://portal.example", "null"]) {
      const { headers } = await hub.ask("{ hello }", { headers: { origin: other } });
      expect(headers.get("access-control-allow-origin")).toBeNull();
      expect(headers.get("vary")).toMatch(/Origin/);
    }
  });

  it.each([
    ...["accept-language", "authorization", "content-type", "rembuk-position", "x-api-key"],
    ...["x-request-id", "apollo-require-preflight", "x-apollo-operation-name"],
    ...["apollographql-client-name", "apollographql-client-version"],
    ...["graphql-client-name", "graphql-client-version", "traceparent", "tracestate", "baggage"],
  ])("lets pages of listed origins send %s", async (name) => {
    const { status, headers } = await fetch(hub.url, {
      method: "OPTIONS",
      headers: {
        origin: "https://portal.example",
        "access-control-request-method": "POST",
        "access-control-request-headers": name,
      },
    });
    const allowed = headers.get("access-control-allow-headers")?.split(/, */) ?? [];
    expect([status, allowed]).toEqual([204, expect.arrayContaining([name])]);
  });

  it("answers a browser's preflight for listed origins only", async () => {
    const preflight = (from: string) =>
      fetch(hub.url, {
        method: "OPTIONS",
        headers: { origin: from, "access-control-request-method": "POST" },
      });
    const listed = await preflight("https://portal.example");
    expect(listed.status).toBe(204);
    expect(listed.headers.get("access-control-allow-headers")).toMatch(/authorization/);
    const other = await preflight("https://other.example");
    expect(other.headers.get("access-control-allow-origin")).toBeNull();
    expect(other.headers.get("access-control-allow-headers")).toBeNull();
  });
});
