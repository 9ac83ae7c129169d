import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from "@jest/globals";
import { Tail } from "../../src/ledger/index.js";
import { type GraphqlClient, TestHub, tokenFor } from "../testkit/hub/index.js";
import { write } from "../testkit/mutations/documents.js";
import { TextSocket } from "../testkit/protocol/text-socket.js";

const future = "999999";
const header = { "rembuk-position": future };

const beyond = jest.spyOn(Tail.prototype, "beyond");
afterEach(() => {
  beyond.mockClear();
});

/** The waits for a position since the last test. */
const waitsFor = (position: number): number =>
  beyond.mock.calls.filter(([after]) => after === position - 1).length;

let hub: TestHub;
beforeAll(async () => {
  hub = await TestHub.start("regions", { POSITION_TIMEOUT_MS: "1" });
});
afterAll(async () => {
  beyond.mockRestore();
  await hub.stop();
});

const message = `The hub has not reached position ${future} yet; try again.`;
const error = {
  message,
  extensions: { code: "UNAVAILABLE", fields: [{ path: "Rembuk-Position", message }] },
};

describe("A position that the ledger does not reach", () => {
  it.each([
    ["a planned read", "{ regions { totalCount } }", "regions"],
    ["a read by resolvers", "{ viewer { kind } }", "viewer"],
    ["a read without data", "{ __typename }", "__typename"],
    [
      "a document with several root fields",
      "{ regions { totalCount } viewer { kind } }",
      "regions",
    ],
    ["a field with another name", "{ all: regions { totalCount } }", "all"],
    [
      "a field of a fragment",
      "query { ... on Query { ...A } } fragment A on Query { viewer { kind } }",
      "viewer",
    ],
  ])("is waited for once by %s, and is one error with its path", async (_, query, field) => {
    const { status, headers, data, errors } = await hub.visitor.with(header).ask(query);
    expect([status, headers.get("retry-after"), data]).toEqual([503, "5", null]);
    expect(errors).toEqual([{ ...error, path: [field], locations: expect.anything() }]);
    expect(waitsFor(Number(future))).toBe(1);
  });

  it("is waited for once by a GET too, in the language of the request", async () => {
    const headers = { ...header, "accept-language": "id" };
    const answer = await fetch(`${hub.url}?query={viewer{kind}}`, { headers });
    expect(answer.status).toBe(503);
    const message = `Hub belum mencapai posisi ${future}; coba lagi.`;
    const { errors } = (await answer.json()) as { errors: object[] };
    expect(errors).toMatchObject([{ message, path: ["viewer"] }]);
    expect(waitsFor(Number(future))).toBe(1);
  });

  it.each(["/tables/regions.csv", "/minutes/rembuk", "/files/rembuk"])(
    "is waited for once by %s",
    async (path) => {
      const answer = await fetch(new URL(path, hub.url), { headers: header });
      expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "5"]);
      expect(await answer.json()).toEqual({ errors: [error] });
      expect(waitsFor(Number(future))).toBe(1);
    },
  );

  it("is waited for once by an upload, before its body is taken", async () => {
    const authorization = `Bearer ${await tokenFor("operator@rembuk.example")}`;
    const answer = await fetch(new URL("/imports/0f5c2b7a-3d1e-4b8f-9a60-7e4d2c1b5a90", hub.url), {
      method: "PUT",
      headers: { ...header, authorization, "content-type": "text/csv" },
      body: "a\n1\n",
    });
    expect([answer.status, await answer.json()]).toEqual([503, { errors: [error] }]);
    expect(waitsFor(Number(future))).toBe(1);
  });

  it("is waited for before a mutation, which then changes nothing", async () => {
    const operator = await hub.operator;
    await expect(createOrganisation(operator.with(header), "too-early")).rejects.toThrow(message);
    const { data } = await operator.ask('{ organisation(key: "too-early") { name } }');
    expect(data).toEqual({ organisation: null });
  });

  it.each(["{ regions { totalCount } }", "{ viewer { kind } }"])(
    "is waited for once over a WebSocket, by its message: %s",
    async (query) => {
      const socket = await TextSocket.open(hub, {});
      const extensions = { position: Number(future) };
      expect(JSON.parse(await socket.answer({ query, extensions }))).toEqual({ errors: [error] });
      expect(waitsFor(Number(future))).toBe(1);
      const reached = { position: 1 };
      const { data } = JSON.parse(await socket.answer({ query, extensions: reached }));
      expect(data).toEqual(await hub.visitor.data(query));
      socket.close();
    },
  );

  it.each([-1, 1.5, "x", null, {}])("is refused where it is none: %j", async (position) => {
    const socket = await TextSocket.open(hub, {});
    const asked = { query: "{ viewer { kind } }", extensions: { position } };
    const { errors } = JSON.parse(await socket.answer(asked));
    expect(errors[0].extensions).toMatchObject({
      code: "BAD_USER_INPUT",
      fields: [{ path: "extensions.position" }],
    });
    socket.close();
  });

  it("is waited for by no request whose document is refused", async () => {
    const { status } = await hub.visitor.with(header).ask("{ nothing }");
    expect([status, waitsFor(Number(future))]).toEqual([400, 0]);
  });
});

describe("A position that the ledger reaches while it is waited for", () => {
  it("is answered then", async () => {
    const waits = await TestHub.start("regions", { POSITION_TIMEOUT_MS: "60000" }, hub.database);
    try {
      const operator = await hub.operator;
      const { position } = await createOrganisation(operator, "first");
      const waiting = new Promise<void>((resolve) => {
        beyond.mockImplementationOnce(function (this: Tail, ...given) {
          resolve();
          return this.beyond(...given);
        });
      });
      const query = '{ organisation(key: "second") { name } }';
      const asked = waits.visitor.with({ "rembuk-position": String(position + 1) }).ask(query);
      await waiting;
      await createOrganisation(operator, "second");
      expect(await asked).toMatchObject({
        status: 200,
        data: { organisation: { name: "second" } },
        extensions: { position: position + 1 },
      });
    } finally {
      await waits.stop();
    }
  });
});

const createOrganisation = (client: GraphqlClient, key: string) =>
  write(client, "createOrganisation", { key, name: key, sector: "NGO" });
