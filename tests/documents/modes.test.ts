import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Answered, TinyHub } from "../testkit/protocol/tiny-hub.js";
import { liveClient, RawSocket, startTinyHub } from "../testkit/protocol/tiny-hub.js";
import { idOf, manifestOf, sha256, wireForms } from "../testkit/protocol/wire-forms.js";

const trustedQuery = "query Greet($name: String!) { hello(name: $name) }";
const trustedMutation = 'mutation { report(input: { id: "1", progress: 1 }) }';
const trustedStream = "subscription { ticks }";
const manifest = manifestOf(trustedQuery, trustedMutation, trustedStream);
const other = "{ language }";

const json = { "content-type": "application/json", accept: "application/json" };

async function send(hub: TinyHub, [search, init]: [string, RequestInit]): Promise<Answered> {
  const response = await fetch(`${hub.url}${search}`, init);
  const { status, headers } = response;
  return { status, headers, ...((await response.json()) as object) };
}

const post = (hub: TinyHub, body: object): Promise<Answered> =>
  send(hub, ["", { method: "POST", headers: json, body: JSON.stringify(body) }]);

const get = (hub: TinyHub, parameters: Record<string, string>): Promise<Answered> =>
  send(hub, [`?${new URLSearchParams(parameters)}`, { headers: json }]);

const codeOf = ({ errors }: Answered) => errors?.[0]?.extensions.code;
const variables = { name: "Lebak" };
const greeting = { hello: "hello Lebak kept" };

describe("A hub that takes trusted documents only", () => {
  let hub: TinyHub;
  beforeAll(async () => {
    hub = await startTinyHub({ DOCUMENTS: "trusted" }, { manifest });
  });
  afterAll(() => hub.close());

  it("runs a document of the manifest by its id, by GET and by POST", async () => {
    const documentId = idOf(trustedQuery);
    expect((await post(hub, { documentId, variables })).data).toEqual(greeting);
    const asked = { documentId, variables: JSON.stringify(variables) };
    expect((await get(hub, asked)).data).toEqual(greeting);
    expect((await post(hub, { documentId: sha256(trustedQuery), variables })).data).toEqual(
      greeting,
    );
    expect((await post(hub, { documentId: idOf(trustedMutation) })).data).toEqual({ report: "1" });
  });

  it("runs it by the hash that Apollo's extension carries, and by its exact text", async () => {
    for (const sha256Hash of [sha256(trustedQuery), idOf(trustedQuery)]) {
      const extensions = { persistedQuery: { version: 1, sha256Hash } };
      expect((await post(hub, { extensions, variables })).data).toEqual(greeting);
      const asked = {
        extensions: JSON.stringify(extensions),
        variables: JSON.stringify(variables),
      };
      expect((await get(hub, asked)).data).toEqual(greeting);
      expect((await post(hub, { query: trustedQuery, extensions, variables })).data).toEqual(
        greeting,
      );
    }
    expect((await post(hub, { query: trustedQuery, variables })).data).toEqual(greeting);
    expect((await hub.ask(trustedQuery, { variables })).data).toEqual(greeting);
  });

  it("refuses every other text, however it is sent", async () => {
    const reported = hub.seen.reported;
    const refused = [
      await post(hub, { query: other }),
      await get(hub, { query: other }),
      await post(hub, { query: `${trustedQuery} ` }),
      await post(hub, { query: "mutation { report(input: { id: 2, progress: 1 }) }" }),
      await post(hub, { query: "{ broken" }),
      await post(hub, { query: "{ __schema { types { name } } }" }),
    ];
    for (const answer of refused) {
      expect(answer.status).toBe(400);
      expect(codeOf(answer)).toBe("DOCUMENT_NOT_TRUSTED");
      expect(answer).not.toHaveProperty("data");
    }
    expect(hub.seen.reported).toBe(reported);
  });

  it("refuses a text that comes with the id of another", async () => {
    const byId = await post(hub, { query: other, documentId: idOf(trustedQuery), variables });
    expect(byId.errors?.[0]?.extensions).toMatchObject({
      code: "BAD_USER_INPUT",
      fields: [{ path: "documentId" }],
    });
    const sha256Hash = sha256(trustedQuery);
    const byHash = await post(hub, {
      query: other,
      extensions: { persistedQuery: { version: 1, sha256Hash } },
    });
    expect(byHash.errors?.[0]?.extensions.fields?.[0]?.path).toBe(
      "extensions.persistedQuery.sha256Hash",
    );
  });

  it("takes no text in the place of an id's, in whatever way the parameters are repeated", async () => {
    const twice = `?documentId=${idOf(trustedMutation)}&documentId=${idOf(trustedQuery)}`;
    expect((await send(hub, [twice, { headers: json }])).status).toBe(400);
    const texts = new URLSearchParams([
      ["query", trustedQuery],
      ["query", other],
    ]);
    expect((await send(hub, [`?${texts}`, { headers: json }])).status).toBe(400);
    expect((await post(hub, { query: { kind: "Document", definitions: [] } })).status).toBe(400);
    expect((await post(hub, [{ query: other }])).status).toBe(400);
    expect((await post(hub, { query: "" })).status).toBe(400);
  });

  it("answers an unknown id with 404, and an unknown hash as Apollo's clients understand it", async () => {
    const unknown = await post(hub, { documentId: idOf(other) });
    expect(unknown.status).toBe(404);
    expect(codeOf(unknown)).toBe("PERSISTED_QUERY_NOT_FOUND");
    expect(unknown.headers.get("cache-control")).toBe("no-store");
    expect((await get(hub, { documentId: "../../etc/passwd" })).status).toBe(404);
    for (const { hashed, whole } of wireForms) {
      const first = await send(hub, hashed(other));
      expect(first.status).toBe(200);
      expect(first.errors).toEqual([
        {
          message: "PersistedQueryNotFound",
          extensions: { code: "PERSISTED_QUERY_NOT_FOUND" },
        },
      ]);
      expect(codeOf(await send(hub, whole(other)))).toBe("DOCUMENT_NOT_TRUSTED");
      expect(codeOf(await send(hub, hashed(other)))).toBe("PERSISTED_QUERY_NOT_FOUND");
    }
  });

  it("names the fault of an extension that is malformed", async () => {
    const fault = async (persistedQuery: unknown) => {
      const { status, errors } = await post(hub, { extensions: { persistedQuery } });
      return [status, errors?.[0]?.extensions.fields?.[0]?.path];
    };
    const hash = "extensions.persistedQuery.sha256Hash";
    expect(await fault({ version: 1, sha256Hash: "abc" })).toEqual([400, hash]);
    expect(await fault({ version: 1, sha256Hash: 7 })).toEqual([400, hash]);
    expect(await fault({ version: 2, sha256Hash: sha256(other) })).toEqual([
      400,
      "extensions.persistedQuery",
    ]);
    expect(await fault("an id")).toEqual([400, "extensions.persistedQuery"]);
  });

  it("executes no mutation by GET", async () => {
    const { status, headers } = await get(hub, { documentId: idOf(trustedMutation) });
    expect([status, headers.get("allow")]).toEqual([405, "POST"]);
  });

  it("keeps the limits for documents of the manifest too", async () => {
    const costly =
      "query { plans(first: 200) { nodes { children(first: 200) { nodes { id } } } } }";
    const limited = await startTinyHub(
      { DOCUMENTS: "trusted", LIMIT_COST: "1000" },
      { manifest: manifestOf(costly) },
    );
    try {
      const answer = await post(limited, { documentId: idOf(costly) });
      expect([answer.status, codeOf(answer)]).toEqual([400, "QUERY_TOO_COMPLEX"]);
    } finally {
      await limited.close();
    }
  });

  it("does the same over sockets: by id with an empty text, by id alone, and by text", async () => {
    const raw = await RawSocket.ready(hub);
    const next = async (payload: object, id: string) => {
      raw.say({ id, type: "subscribe", payload });
      const message = await raw.next();
      if (message.type === "next") while ((await raw.next()).type !== "complete");
      return message;
    };
    const extensions = { persistedQuery: { version: 1, sha256Hash: sha256(trustedStream) } };
    const taken = [
      { query: "", documentId: idOf(trustedStream) },
      { documentId: idOf(trustedStream) },
      { query: "", extensions },
      { extensions },
      { query: trustedStream },
    ];
    for (const [at, payload] of taken.entries()) {
      expect(await next(payload, `taken-${at}`)).toMatchObject({
        type: "next",
        payload: { data: { ticks: 1 } },
      });
    }
    const refused: [object, string][] = [
      [{ query: "subscription { silent }" }, "DOCUMENT_NOT_TRUSTED"],
      [{ query: other }, "DOCUMENT_NOT_TRUSTED"],
      [{ documentId: idOf(other) }, "PERSISTED_QUERY_NOT_FOUND"],
      [{ query: other, documentId: idOf(trustedStream) }, "BAD_USER_INPUT"],
    ];
    for (const [at, [payload, code]] of refused.entries()) {
      expect(await next(payload, `refused-${at}`)).toMatchObject({
        type: "error",
        payload: [{ extensions: { code } }],
      });
    }
    raw.socket.close();
  });

  it("takes ids from a client of graphql-ws", async () => {
    const client = liveClient(hub);
    const documentId = idOf(trustedStream);
    const ticks: unknown[] = [];
    // The library's type requires a text, and passes every other member on.
    const payload = { query: "", documentId };
    for await (const { data } of client.iterate(payload)) ticks.push(data?.ticks);
    expect(ticks).toEqual([1, 2, 3]);
    await client.dispose();
  });
});

describe("A hub that keeps what clients register", () => {
  it.each(wireForms)("lets $name save the text after its first request", async (form) => {
    const hub = await startTinyHub({ DOCUMENTS: "apq" });
    try {
      expect(codeOf(await send(hub, form.hashed(other)))).toBe("PERSISTED_QUERY_NOT_FOUND");
      expect((await send(hub, form.whole(other))).data).toEqual({ language: "en" });
      expect((await send(hub, form.hashed(other))).data).toEqual({ language: "en" });
      expect((await post(hub, { documentId: idOf(other) })).data).toEqual({ language: "en" });
    } finally {
      await hub.close();
    }
  });

  describe("and any text", () => {
    let hub: TinyHub;
    beforeAll(async () => {
      hub = await startTinyHub({ DOCUMENTS: "apq" }, { manifest });
    });
    afterAll(() => hub.close());

    it("runs documents of the manifest by their ids, and texts without a hash, which it does not keep", async () => {
      expect((await post(hub, { documentId: idOf(trustedQuery), variables })).data).toEqual(
        greeting,
      );
      expect((await post(hub, { query: other })).data).toEqual({ language: "en" });
      expect(codeOf(await post(hub, { documentId: idOf(other) }))).toBe(
        "PERSISTED_QUERY_NOT_FOUND",
      );
    });

    it("keeps no text under a wrong hash, and none that is not valid", async () => {
      const registered = (query: string, sha256Hash = sha256(query)) =>
        post(hub, { query, extensions: { persistedQuery: { version: 1, sha256Hash } } });
      const wrong = await registered(other, sha256("another"));
      expect([wrong.status, codeOf(wrong)]).toEqual([400, "BAD_USER_INPUT"]);
      expect(codeOf(await registered("{ nothing }"))).toBe("GRAPHQL_VALIDATION_FAILED");
      expect(codeOf(await registered("{ broken"))).toBe("GRAPHQL_PARSE_FAILED");
      for (const text of ["another", "{ nothing }", "{ broken", other]) {
        expect((await post(hub, { documentId: idOf(text) })).status).toBe(404);
      }
    });

    it("forgets the least recently used above its limit of characters", async () => {
      const long = (at: number) => `{ hello(name: "${String(at).padEnd(90_000, "x")}") }`;
      const register = (query: string) =>
        post(hub, {
          query,
          extensions: { persistedQuery: { version: 1, sha256Hash: sha256(query) } },
        });
      for (let at = 0; at < 90; at += 1) {
        expect((await register(long(at))).status).toBe(200);
      }
      expect((await post(hub, { documentId: idOf(long(0)) })).status).toBe(404);
      expect((await post(hub, { documentId: idOf(long(89)) })).status).toBe(200);
    });
  });
});

describe("A hub that takes any document", () => {
  it("tells clients not to send hashes, and runs documents of the manifest by their ids", async () => {
    const hub = await startTinyHub({}, { manifest });
    try {
      for (const { hashed, whole } of wireForms) {
        const { status, errors } = await send(hub, hashed(other));
        expect([status, errors?.[0]?.message]).toEqual([200, "PersistedQueryNotSupported"]);
        expect((await send(hub, whole(other))).data).toEqual({ language: "en" });
        expect(codeOf(await send(hub, hashed(other)))).toBe("PERSISTED_QUERY_NOT_SUPPORTED");
      }
      expect((await post(hub, { documentId: idOf(trustedQuery), variables })).data).toEqual(
        greeting,
      );
      expect((await post(hub, { documentId: idOf(other) })).status).toBe(404);
    } finally {
      await hub.close();
    }
  });
});
