import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { json } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type CheckedClient, expectClean } from "../testkit/hub/checked-client.js";
import type { ShownError } from "../testkit/hub/index.js";
import { newId, World } from "../testkit/world/world.js";

// Every address with texts that no name has, as they stand on the wire: a URL of fetch would repair some.

let world: World;
let operator: CheckedClient;
beforeAll(async () => {
  world = await World.start();
  operator = await world.operator;
});
afterAll(() => world.stop());

/** The parts of a path or a query that are no text, no name, or another path. */
const strange = [
  ["a NUL", "%00"],
  ["a NUL within", "a%00b"],
  ["a NUL escaped twice", "%2500"],
  ["a lone surrogate in UTF-8", "%ED%A0%80"],
  ["an overlong NUL", "%C0%80"],
  ["an overlong slash", "%C0%AF"],
  ["a byte that UTF-8 has not", "%FF"],
  ["an unfinished sequence", "%E2%82"],
  ["a bare byte", "\u00ff"],
  ["a percent sign alone", "%"],
  ["an escape that is none", "%zz"],
  ["an escape as of scripts", "%u0000"],
  ["a slash", "%2f"],
  ["a backslash", "%5c..%5c"],
  ["a folder above", "..%2f..%2fetc%2fpasswd"],
  ["dots", "%2e%2e"],
  ["a line break", "%0d%0aX-A:%201"],
  ["a change of direction", "%E2%80%AE"],
  ["a long name", "a".repeat(5000)],
  ["a name that no request may have", "a".repeat(20_000)],
] as const;

/** Sends a bare address; the answer's status and errors. */
async function answerTo(path: string, method = "GET") {
  const { port } = new URL(world.hub.url);
  const sent = { ...operator.sent, "apollo-require-preflight": "1", "content-type": "text/csv" };
  const asked = request({ host: "127.0.0.1", port, path, method, headers: sent, agent: false });
  asked.end(method === "GET" ? undefined : "a");
  const [response] = (await once(asked, "response")) as [IncomingMessage];
  const { errors } = (await json(response)) as { errors: ShownError[] };
  return { status: response.statusCode ?? 0, errors };
}

const addresses: [method: string, address: (part: string) => string][] = [
  ["GET", (part) => `/${part}`],
  ["GET", (part) => `/minutes/${part}`],
  ["GET", (part) => `/minutes/a/${part}`],
  ["GET", (part) => `/files/${part}`],
  ["GET", (part) => `/tables/${part}`],
  ["GET", (part) => `/tables/${part}.csv`],
  ["GET", (part) => `/imports/${part}/rejected.csv`],
  ["PUT", (part) => `/imports/${part}`],
  ["GET", (part) => `/assessments/${part}/workbook.xlsx`],
  ["POST", (part) => `/assessments/${part}/workbook.xlsx`],
  ["POST", (part) => `/assessments/${part}/evidence`],
  ["GET", (part) => `/graphql/${part}`],
  ["GET", (part) => `/health/${part}`],
];

const queries: [method: string, address: (part: string) => string][] = [
  ["GET", (part) => `/minutes/a?language=${part}`],
  ["GET", (part) => `/tables/measurements.csv?indicator=${part}`],
  ["GET", (part) => `/tables/measurements.csv?${part}=1`],
  ["GET", (part) => `/assessments/${newId()}/workbook.xlsx?language=${part}`],
  ["PUT", (part) => `/imports/${newId()}?kind=${part}`],
  ["PUT", (part) => `/imports/${newId()}?kind=MEASUREMENTS&organisation=${part}`],
  ["POST", (part) => `/assessments/${newId()}/evidence?name=${part}`],
  ["GET", (part) => `/graphql?query=${part}`],
  ["GET", (part) => `/graphql?query={viewer{kind}}&variables=${part}`],
  ["GET", (part) => `/graphql?query={viewer{kind}}&operationName=${part}`],
  ["GET", (part) => `/graphql?query={viewer{kind}}&extensions=${part}`],
];

const refusals = [400, 404, 414, 415, 431];

/** The answers at these addresses that are no refusal of the client's request. */
async function othersThanRefusals(of: typeof addresses, part: string) {
  const answers = await Promise.all(
    of.map(async ([method, address]) => {
      const path = address(part);
      const { status, errors } = await answerTo(path, method);
      const headers = new Headers();
      if (refusals.includes(status)) expectClean({ status, headers, errors });
      return refusals.includes(status) && errors.length > 0 ? [] : [[method, path, status]];
    }),
  );
  return answers.flat();
}

describe("An address with what no text has", () => {
  it.each(strange)("in its path, as %s, is refused or finds nothing", async (_, part) => {
    expect(await othersThanRefusals(addresses, part)).toEqual([]);
  });

  it.each(strange)("in its query, as %s, is refused at its place", async (_, part) => {
    expect(await othersThanRefusals(queries, part)).toEqual([]);
  });
});

describe("An address that is not there", () => {
  const at = (accept: string) =>
    fetch(new URL("/salah-ketik", world.hub.url), { headers: { accept, "accept-language": "id" } });

  it("is a page with a way home for a browser, and JSON for all others", async () => {
    const page = await at("text/html,application/xhtml+xml,*/*;q=0.8");
    expect([page.status, page.headers.get("content-type")]).toEqual([
      404,
      "text/html; charset=utf-8",
    ]);
    expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
    const text = await page.text();
    expect(text).toContain("Tidak ada apa pun di alamat ini");
    expect(text).toContain('<a href="/">');
    const json = await at("application/json, */*");
    expect([json.status, json.headers.get("content-type")]).toEqual([
      404,
      "application/json; charset=utf-8",
    ]);
  });
});
