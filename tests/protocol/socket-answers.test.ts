import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  it,
  jest,
} from "@jest/globals";
import { print } from "graphql";
import { ReadBounds } from "../../src/app/limits/index.js";
import { CloseCode } from "../../src/app/sockets/close-code.js";
import { TestHub, tokenFor } from "../testkit/hub/index.js";
import { organisationInput } from "../testkit/ledger/mutations.js";
import { documentOf } from "../testkit/mutations/documents.js";
import { hold, untilBlocked } from "../testkit/postgres/sessions.js";
import { type SocketPayload, TextSocket } from "../testkit/protocol/text-socket.js";
import { RawSocket, startTinyHub } from "../testkit/protocol/tiny-hub.js";
import { queries, variablesOf } from "../testkit/reading/portal-documents.js";
import { readPaths } from "../testkit/reading/read-counts.js";

/** Who asks; undefined for a visitor. */
const people = [undefined, "coordinator@disnaker-lebak.example", "operator@rembuk.example"];

/** What a visitor sees less of than others. */
const mixed = `{ actionPlans { totalCount nodes { key status } } assessments { totalCount }
  changes(last: 5) { nodes { position entity fields { name after } } } viewer { kind email } }`;

/** A read that waits for as long as a test holds the table of programmes. */
const slow = { query: "{ programmes { totalCount } }" };
const lock = "lock table programme in access exclusive mode";

const settings = {
  RESPONSE_CACHE_BYTES: "0",
  STATEMENT_TIMEOUT_MS: "60000",
  VISITOR_STATEMENT_TIMEOUT_MS: "60000",
};

let hub: TestHub;
const sockets: TextSocket[] = [];
beforeAll(async () => {
  hub = await TestHub.start("sample", settings);
});
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.close();
});
afterAll(() => hub.stop());

const bearerOf = async (email: string | undefined) =>
  email ? { authorization: `Bearer ${await tokenFor(email)}` } : {};

async function socketOf(email?: string, of = hub): Promise<TextSocket> {
  const socket = await TextSocket.open(of, await bearerOf(email));
  sockets.push(socket);
  return socket;
}

/** The body of the answer over HTTP. */
async function overHttp(payload: SocketPayload, email?: string, of = hub): Promise<string> {
  const response = await fetch(of.url, {
    method: "POST",
    headers: { "content-type": "application/json", ...(await bearerOf(email)) },
    body: JSON.stringify(payload),
  });
  return (await response.text()).trimEnd();
}

/** The operations of all sockets that have not ended. */
async function running(): Promise<number> {
  const figures = await (await fetch(hub.metricsUrl)).text();
  return Number(/^rembuk_socket_operations (\d+)$/m.exec(figures)?.[1]);
}

describe("A query over a WebSocket", () => {
  it.each(queries)("is answered by its plan, byte for byte as over HTTP: $name", async (query) => {
    const { document, operation } = query;
    const payload = {
      query: print(document),
      variables: variablesOf(operation),
      operationName: operation.name?.value,
    };
    for (const email of people) {
      const socket = await socketOf(email);
      const expected = await overHttp(payload, email);
      let text = "";
      const ask = async () => {
        text = await socket.answer(payload);
      };
      expect(await readPaths(hub, ask)).toEqual(["planned"]);
      expect(text).toBe(expected);
    }
  });

  it("shows each viewer what they may see, also while others ask on other sockets", async () => {
    const expected = await Promise.all(people.map((email) => overHttp({ query: mixed }, email)));
    expect(new Set(expected).size).toBe(people.length);
    const opened = await Promise.all(people.map((email) => socketOf(email)));
    const rounds = Array.from({ length: 5 }, () =>
      Promise.all(opened.map((socket) => socket.answer({ query: mixed }))),
    );
    for (const round of rounds) expect(await round).toEqual(expected);
  });

  it("is answered beside others of the same socket, each with its own answer", async () => {
    const socket = await socketOf();
    const asked = Array.from({ length: 40 }, (_, at) => ({
      query: "query ($first: Int!) { regions(first: $first) { nodes { code name } } }",
      variables: { first: at + 1 },
    }));
    const answers = await Promise.all(asked.map((payload) => socket.answer(payload)));
    for (const [at, payload] of asked.entries()) {
      expect(answers[at]).toBe(await overHttp(payload));
    }
  });

  it.each([
    ["a document that does not parse", { query: "{ regions" }],
    ["a document that is not valid", { query: "{ nothing }" }],
    ["a field that needs a role", { query: "{ apiKeys { nodes { id } } }" }],
    ["a bad argument", { query: '{ programmes(after: "x") { totalCount } }' }],
    ["a bad variable", { query: "query ($n: Int!) { regions(first: $n) { totalCount } }" }],
    ["a position that is to come", { query: "{ programmes(asOf: 999999) { totalCount } }" }],
    ["what lies in the past", { query: "{ programmes(asOf: 20) { totalCount } }" }],
    ["what no statement answers", { query: "{ __schema { queryType { name } } }" }],
  ])("has the answer or the errors that HTTP shows: %s", async (_, payload) => {
    const socket = await socketOf();
    expect(await socket.answer(payload)).toBe(await overHttp(payload));
  });

  it("ends when its statement takes too long, with the error that HTTP shows", async () => {
    const short = { ...settings, VISITOR_STATEMENT_TIMEOUT_MS: "200" };
    const other = await TestHub.start("sample", short, hub.database);
    const socket = await socketOf(undefined, other);
    const held = await hold(hub.database.url, lock);
    const [text, expected] = await Promise.all([
      socket.answer(slow),
      overHttp(slow, undefined, other),
    ]);
    await held.release();
    await other.stop();
    const [shown, http] = [text, expected].map((one) => JSON.parse(one).errors[0]);
    expect(http.extensions.code).toBe("UNAVAILABLE");
    expect(shown).toEqual({ message: http.message, extensions: http.extensions });
  });

  it("sends nothing once its client has completed it, and ends", async () => {
    const socket = await RawSocket.ready(hub);
    const held = await hold(hub.database.url, lock);
    socket.run("1", slow.query);
    await untilBlocked(hub.database.url, 1);
    socket.say({ id: "1", type: "complete" });
    await held.release();
    while ((await running()) > 0);
    // Answered after all that the socket was sent before.
    socket.run("2", "{ __typename }");
    expect(await socket.next()).toMatchObject({ id: "2", payload: { data: {} } });
    socket.socket.terminate();
  });
});

describe("A mutation over a WebSocket", () => {
  const query = documentOf("createOrganisation");
  const runAnswer = jest.spyOn(ReadBounds.prototype, "runAnswer");
  const openSession = jest.spyOn(ReadBounds.prototype, "openSession");
  beforeEach(() => {
    runAnswer.mockClear();
    openSession.mockClear();
  });
  afterAll(() => void jest.restoreAllMocks());

  it("is performed once, and its payload is read by a plan", async () => {
    const socket = await socketOf("operator@rembuk.example");
    const { data, extensions } = JSON.parse(
      await socket.answer({ query, variables: { input: organisationInput() } }),
    );
    expect([runAnswer.mock.calls.length, openSession.mock.calls.length]).toEqual([1, 0]);
    const { position, organisation } = data.createOrganisation;
    expect(extensions.position).toBe(position);
    const { rows } = await hub.sql.query(
      "select version, (select count(*)::int from change where entity_id = id) as changes from organisation where id = $1",
      [organisation.id],
    );
    expect(rows).toEqual([{ version: organisation.version, changes: 1 }]);
  });

  it("is performed in its order beside others of its document, by resolvers", async () => {
    const socket = await socketOf("operator@rembuk.example");
    const two = `mutation ($a: CreateOrganisationInput!, $b: CreateOrganisationInput!) {
      a: createOrganisation(input: $a) { position } b: createOrganisation(input: $b) { position } }`;
    const variables = { a: organisationInput(), b: organisationInput() };
    const { data } = JSON.parse(await socket.answer({ query: two, variables }));
    expect(data.b.position).toBe(data.a.position + 1);
  });

  it.each([
    ["of a visitor", undefined, organisationInput()],
    ["with bad input", "operator@rembuk.example", { ...organisationInput(), name: "" }],
  ])("is refused with the errors that HTTP shows: %s", async (_, email, input) => {
    const payload = { query, variables: { input } };
    const text = await (await socketOf(email)).answer(payload);
    expect(text).toBe(await overHttp(payload, email));
    expect(JSON.parse(text).errors).toHaveLength(1);
  });
});

describe("A message", () => {
  it("closes its socket where it is nested too deeply, and others are served on", async () => {
    const roomy = await startTinyHub();
    const [socket, other] = [await RawSocket.ready(roomy), await RawSocket.ready(roomy)];
    const levels = 120_000;
    const variables = `{"a":${"[".repeat(levels)}${"]".repeat(levels)}}`;
    const payload = `{"query":"{ hello }","variables":${variables}}`;
    socket.socket.send(`{"id":"1","type":"subscribe","payload":${payload}}`);
    const { code, reason } = await socket.closed;
    expect([code, reason]).toEqual([CloseCode.badMessage, "A message is nested too deeply"]);
    other.run("1", "{ hello }");
    expect(await other.next()).toMatchObject({ id: "1", type: "next" });
    other.socket.terminate();
    await roomy.close();
  });
});
