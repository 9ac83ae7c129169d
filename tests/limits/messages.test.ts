import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { badField, badUserInput, HubError } from "../../src/platform/errors.js";
import { TestHub } from "../testkit/hub/index.js";
import { subscribe } from "../testkit/hub/subscriptions.js";

let hub: TestHub;
beforeAll(async () => {
  hub = await TestHub.start("sample", {
    DATABASE_POOL_SIZE: "2",
    LIMIT_DOCUMENT_BYTES: "20000",
    LIMIT_ANSWER_BYTES: "30000",
    LIMIT_FRAME_BYTES: "3000000",
    INTROSPECTION: "on",
  });
});
afterAll(() => hub.stop());

const long = (characters: number) => "n".repeat(characters);
const repeat = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at));

/** The answer's text and status to a body, whatever they are. */
async function answerTo(body: object): Promise<{ status: number; text: string }> {
  const response = await fetch(hub.url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return { status: response.status, text: await response.text() };
}

/** The errors of a subscription or query over a WebSocket. */
const overSocket = (query: string, variables = {}): Promise<unknown> =>
  subscribe(hub.socket(), query, variables)
    .next()
    .then(
      (delivered) => delivered.errors,
      (errors: unknown) => errors,
    );

describe("A document's text", () => {
  it("has at most LIMIT_DOCUMENT_BYTES, by POST, by GET and over sockets", async () => {
    const within = (bytes: number) => `{ __typename } #${long(bytes - 16)}`;
    expect((await hub.visitor.ask(within(20_000))).errors).toBeUndefined();
    const refusal = { code: "QUERY_TOO_COMPLEX", measure: "bytes", figure: 20_001, limit: 20_000 };
    const { status, errors } = await hub.visitor.ask(within(20_001));
    expect([status, errors]).toEqual([400, [expect.objectContaining({ extensions: refusal })]]);
    expect(await overSocket(within(20_001))).toMatchObject([{ extensions: refusal }]);
    // Counted in bytes: a letter of Javanese has three.
    const javanese = `{ __typename } #${"ꦗ".repeat(7000)}`;
    expect((await hub.visitor.error(javanese)).extensions.code).toBe("QUERY_TOO_COMPLEX");
  });

  it("has names of at most 256 characters", async () => {
    for (const document of [
      (name: string) => `query ${name} { __typename }`,
      (name: string) => `{ ${name}: __typename }`,
      (name: string) => `query ($${name}: Int) { ${name} }`,
      (name: string) => `{ ...${name} } fragment ${name} on Query { __typename }`,
      (name: string) => `{ __typename @${name} }`,
    ]) {
      const { extensions } = await hub.visitor.error(document(long(257)));
      const measure = "longest name in characters";
      expect(extensions).toEqual({ code: "QUERY_TOO_COMPLEX", measure, figure: 257, limit: 256 });
    }
    expect((await hub.visitor.ask(`query ${long(256)} { __typename }`)).errors).toBeUndefined();
    const text = `{ organisations(where: { name: { eq: "${long(600)}" } }) { totalCount } }`;
    expect((await hub.visitor.ask(text)).errors).toBeUndefined();
  });
});

describe("The messages of a refusal", () => {
  it("are ten at most, however many faults a document has", async () => {
    const unused = repeat(100, (at) => `$${long(60)}${at}: Int`).join(" ");
    const { errors = [] } = await hub.visitor.ask(`query ${long(200)}(${unused}) { __typename }`);
    expect(errors).toHaveLength(10);
    for (const { extensions } of errors) expect(extensions.code).toBe("GRAPHQL_VALIDATION_FAILED");
  });

  // The client's text is 1 MB or more, the answer never more than some kilobytes.
  const name = long(1_000_000);
  const where = "query ($where: ActionFilter) { actions(where: $where) { totalCount } }";
  const bodies: [string, object][] = [
    ["an operation's name", { query: "{ __typename }", operationName: name }],
    ["a syntax error", { query: `{ "${long(19_000)}` }],
    ["a token that is not expected", { query: `{ a(b: c "${long(19_000)}") }` }],
    ["an unknown field", { query: where, variables: { where: { [name]: 1 } } }],
    ["an unknown enum value", { query: where, variables: { where: { stage: { eq: name } } } }],
    ["a number as text", { query: where, variables: { where: { progress: { eq: name } } } }],
    ["a date", { query: where, variables: { where: { endsOn: { gte: name } } } }],
    ["an id", { query: where, variables: { where: { id: { eq: name } } } }],
    ["a list of ids", { query: where, variables: { where: { in: [name] } } }],
    [
      "many long faults",
      { query: where, variables: { where: { in: repeat(1000, () => long(1000)) } } },
    ],
    [
      "many unknown fields",
      {
        query: where,
        variables: { where: Object.fromEntries(repeat(20_000, (at) => [`${long(50)}${at}`, 1])) },
      },
    ],
    ["a name inside JSON", { query: where, variables: { where: { and: [{ [name]: name }] } } }],
    ["a region's code", { query: `{ region(code: "${long(19_000)}") { name } }` }],
    ["a key", { query: `{ area(key: "${long(19_000)}") { name } }` }],
    ["a cursor", { query: `{ areas(after: "${long(19_000)}") { totalCount nodes { id } } }` }],
    [
      "a literal",
      { query: `{ actions(where: { stage: { eq: ${"[".repeat(20)}"x" } }) { totalCount } }` },
    ],
    ["a persisted query", { extensions: { persistedQuery: { version: 1, sha256Hash: name } } }],
  ];

  it.each(bodies)("cut what they quote: %s", async (_, body) => {
    const { status, text } = await answerTo(body);
    expect(status).toBeLessThan(500);
    expect(text).not.toContain("INTERNAL_SERVER_ERROR");
    expect(text.length).toBeLessThan(150_000);
    expect(text).not.toContain(long(1100));
  });
});

describe("An error of the hub's own", () => {
  it("quotes a client's text cut, in its message and in each fault", () => {
    const text = { en: long(1_000_000), id: "😀".repeat(500_000) };
    const faults = repeat(20, () => ({ path: long(1_000_000), message: text }));
    for (const error of [
      new HubError("CONFLICT", text, {}, faults),
      badUserInput(faults),
      badField(long(1_000_000), text.en, text.id),
    ]) {
      for (const language of ["en", "id"] as const) {
        const shown = JSON.stringify([error.message, error.text, error.extensionsIn(language)]);
        expect(shown.length).toBeLessThan(60_000);
        expect(shown).toBe(shown.toWellFormed());
      }
    }
  });
});

describe("An answer", () => {
  const refusal = (extensions: object | undefined) =>
    expect(extensions).toMatchObject({
      code: "QUERY_TOO_COMPLEX",
      measure: "answer in bytes",
      limit: 30_000,
    });
  // The regions of a country by name: 200 names are some 3 kB.
  const lists = (count: number, more = "") =>
    `{ ${repeat(count, (at) => `r${at}: regions(first: 200) { nodes { name ${more} } }`).join(" ")} }`;

  it("has at most LIMIT_ANSWER_BYTES of data, as text of a plan", async () => {
    expect((await hub.visitor.ask(lists(2))).errors).toBeUndefined();
    for (const times of [1, 2]) {
      const { data, errors, status } = await hub.visitor.ask(lists(9));
      expect({ times, data, status }).toEqual({ times, data: null, status: 200 });
      expect(errors).toHaveLength(1);
      refusal(errors?.[0]?.extensions);
    }
  });

  it("is bounded the same where resolvers make it, and over sockets", async () => {
    const resolved = lists(9, "").replace("{", "{ __schema { __typename }");
    const { data, errors } = await hub.visitor.ask(resolved);
    expect(data).toBeNull();
    refusal(errors?.[0]?.extensions);
    for (const document of [lists(9), resolved]) {
      const [error] = (await overSocket(document)) as { extensions: object }[];
      refusal(error?.extensions);
    }
  });

  it("is bounded in a frame of a subscription, which goes on", async () => {
    const aliases = (count: number) =>
      repeat(count, (at) => `s${at}: fields { name before after }`).join(" ");
    const document = `subscription { changes(after: 0) { position ${aliases(50)} } }`;
    const stream = subscribe<{ changes: { position: number } }>(hub.socket(), document);
    const seen: ("data" | "refused")[] = [];
    while (!(seen.includes("data") && seen.includes("refused")) && seen.length < 200) {
      const { errors } = await stream.next();
      if (errors) refusal(errors[0]?.extensions);
      seen.push(errors ? "refused" : "data");
    }
    expect(new Set(seen)).toEqual(new Set(["data", "refused"]));
    await stream.stop();
  });

  it("counts long texts by their length in its cost", async () => {
    const costOf = async (query: string) => (await hub.visitor.ask(query)).extensions?.cost ?? 0;
    const actions = (fields: string) => `{ actions(first: 3) { nodes { ${fields} } } }`;
    const one = await costOf(actions("id title"));
    const described = await costOf(actions("id description"));
    expect(described).toBeGreaterThan(one);
    expect((await costOf(actions("id a: description b: description"))) - one).toBe(
      2 * (described - one),
    );
    const aliases = repeat(59, (at) => `a${at}: document`).join(" ");
    const minutes = `{ deliberations(first: 1) { nodes { minutes { ${aliases} } } } }`;
    const { extensions } = await hub.visitor.error(minutes);
    expect(extensions).toMatchObject({ code: "QUERY_TOO_COMPLEX", measure: "cost" });
  });
});
