import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type Answered, startTinyHub, type TinyHub } from "../testkit/protocol/tiny-hub.js";

let hub: TinyHub;
beforeAll(async () => {
  hub = await startTinyHub({ CORS_ORIGINS: "https://portal.example" });
});
afterAll(() => hub.close());

const origin = () => new URL(hub.url).origin;

async function errorOf(response: Response) {
  const { errors } = (await response.json()) as Answered;
  return { status: response.status, code: errors?.[0]?.extensions.code };
}

describe("A method of an address", () => {
  it.each([
    ["GET", "/", 404, null],
    ["HEAD", "/", 404, null],
    ["OPTIONS", "/", 404, null],
    ["PROPFIND", "/", 404, null],
    ["POST", "/graphql/", 404, null],
    ["GET", "/graphiql-assets/ruru.js", 404, null],
    ["GET", "/schema.graphql/", 404, null],
    ["GET", "/%zz", 404, null],
    ["GET", "/constructor", 404, null],
    ["PUT", "/graphql", 405, "GET, HEAD, POST, OPTIONS"],
    ["DELETE", "/graphql", 405, "GET, HEAD, POST, OPTIONS"],
    ["PROPFIND", "/graphql", 405, "GET, HEAD, POST, OPTIONS"],
    ["QUERY", "/graphql", 405, "GET, HEAD, POST, OPTIONS"],
    ["POST", "/schema.graphql", 405, "GET, HEAD, OPTIONS"],
    ["POST", "/health/live", 405, "GET, HEAD"],
    ["OPTIONS", "/health/live", 405, "GET, HEAD"],
  ])("answers %s %s with %i", async (method, path, status, allow) => {
    const response = await fetch(origin() + path, { method });
    expect([response.status, response.headers.get("allow")]).toEqual([status, allow]);
    const code = status === 404 ? "NOT_FOUND" : "BAD_USER_INPUT";
    if (method !== "HEAD") expect(await errorOf(response)).toEqual({ status, code });
  });

  it("answers no preflight for an address that it does not have", async () => {
    for (const from of ["https://portal.example", "https://other.example"]) {
      const headers = { origin: from, "access-control-request-method": "GET" };
      const answer = await fetch(`${origin()}/nothing`, { method: "OPTIONS", headers });
      expect(await errorOf(answer)).toEqual({ status: 404, code: "NOT_FOUND" });
    }
  });
});
