import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { FormattedExecutionResult } from "graphql";
import { httpHeadOfResult } from "../../src/app/errors/http-status.js";
import {
  type ShownError,
  type TestDatabase,
  TestHub,
  testDatabase,
  tokenFor,
} from "../testkit/hub/index.js";
import { memberInput, organisationInput } from "../testkit/ledger/mutations.js";
import { DatabaseProxy } from "../testkit/postgres/database-proxy.js";

const query = "{ regions(first: 1) { totalCount } organisations(first: 1) { totalCount } }";
const nullable = "query($id: ID!) { organisation(id: $id) { name } }";
const removal =
  "mutation($id: ID!) { removeMember(input: { id: $id, expectedVersion: 1 }) { position } }";
const json = { "content-type": "application/json" };
const newJson = { ...json, accept: "application/graphql-response+json" };

interface Request {
  path: string;
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

const posted = (document: string, headers: Record<string, string>): Request => {
  const body = JSON.stringify({ query: document, variables: { id: randomUUID() } });
  return { path: "/graphql", method: "POST", headers, body };
};

const got = `/graphql?query=${encodeURIComponent(query)}`;

const requests: [string, Request][] = [
  ["a query", posted(query, json)],
  ["a query for graphql-response+json", posted(query, newJson)],
  ["a query whose only field may be null", posted(nullable, json)],
  ["a mutation", posted(removal, json)],
  ["a query by GET", { path: got, headers: { "apollo-require-preflight": "1" } }],
  ["a page", { path: "/minutes/forum-kenekes" }],
  ["a file", { path: `/files/${randomUUID()}` }],
  ["a table", { path: "/tables/enterprise-groups.csv" }],
  [
    "an upload",
    {
      path: `/imports/${randomUUID()}?kind=measurements`,
      method: "PUT",
      headers: { "content-type": "text/csv" },
      body: "a,b\n",
    },
  ],
];

describe.each(["on", "off"])("an outage of the database, planned reads %s", (PLANNED_READS) => {
  let database: TestDatabase;
  let proxy: DatabaseProxy;
  let hub: TestHub;
  let token: string;

  beforeAll(async () => {
    database = await testDatabase("sample");
    proxy = await DatabaseProxy.to(database.url);
    hub = await TestHub.start("sample", { PLANNED_READS }, { ...database, url: proxy.url });
    token = await tokenFor("operator@rembuk.example");
  });
  afterAll(async () => {
    await hub.stop();
    await proxy.close();
    await database.drop();
  });

  const told = async ({ path, ...init }: Request, credential: Record<string, string>) => {
    proxy.cut();
    const headers = { ...init.headers, ...credential };
    const answer = await fetch(new URL(path, hub.url), { ...init, headers });
    proxy.restore();
    const { errors } = (await answer.json()) as { errors: ShownError[] };
    return [answer.status, answer.headers.get("retry-after"), errors[0]?.extensions.code];
  };

  it.each(requests)("is told by 503 and Retry-After for %s", async (_, request) => {
    const credential = { authorization: `Bearer ${token}` };
    expect(await told(request, credential)).toEqual([503, "5", "UNAVAILABLE"]);
  });

  it("is told to visitors too, and only where the answer depends on the database", async () => {
    expect(await told(posted(query, json), {})).toEqual([503, "5", "UNAVAILABLE"]);
    expect(await told(posted(removal, json), {})).toEqual([200, null, "UNAUTHENTICATED"]);
  });
});

describe("an outage in the middle of a document", () => {
  const unavailable = { message: "later", extensions: { code: "UNAVAILABLE" } };
  const hidden = { message: "no", extensions: { code: "NOT_FOUND" } };

  it("is told by 503 where nothing is answered, and leaves 200 where something is", () => {
    const statusOf = (result: FormattedExecutionResult) => httpHeadOfResult(result)?.status;
    const errors = [unavailable];
    expect(statusOf({ errors })).toBe(503);
    expect(statusOf({ errors, data: null })).toBe(503);
    expect(statusOf({ errors, data: { one: null, two: null } })).toBe(503);
    expect(statusOf({ errors: [hidden, unavailable], data: null })).toBe(503);
    expect(statusOf({ errors, data: { one: { name: "A" }, two: null } })).toBeUndefined();
    expect(statusOf({ errors: [hidden], data: null })).toBeUndefined();
    expect(statusOf({ data: { one: null } })).toBeUndefined();
  });

  it("may leave the first of several mutations done, which can be sent again", async () => {
    const hub = await TestHub.start("sample");
    await hub.sql.query(`
      create function refuse() returns trigger language plpgsql as $$
      begin raise exception 'could not extend file' using errcode = 'disk_full'; end $$;
      create trigger refuse before insert on change
        for each row when (new.entity = 'Membership') execute function refuse()`);
    const operator = await hub.operator;
    const document = `mutation($one: CreateOrganisationInput!, $two: AddMemberInput!) {
      one: createOrganisation(input: $one) { position }
      two: addMember(input: $two) { position }
    }`;
    const inputs = { one: organisationInput(), two: memberInput() };
    expect(await operator.ask(document, inputs)).toMatchObject({ status: 503, data: null });
    await hub.sql.query("drop trigger refuse on change");
    const again = await operator.ask(document, inputs);
    expect(again.errors).toBeUndefined();
    const { rows } = await hub.sql.query(
      "select count(*)::int as n from change where entity_id = any($1)",
      [[inputs.one.id, inputs.two.id]],
    );
    expect(rows).toEqual([{ n: 2 }]);
    await hub.stop();
  });
});
