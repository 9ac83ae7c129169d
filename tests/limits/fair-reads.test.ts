import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type GraphqlClient, TestHub } from "../testkit/hub/index.js";
import { organisationInput, write } from "../testkit/ledger/mutations.js";
import { hold, untilBlocked } from "../testkit/postgres/sessions.js";

/** A read that waits for as long as a test holds the table of programmes, and one that does not. */
const slow = "{ programmes { totalCount } }";
const quick = "{ areas { totalCount } }";
const lock = "lock table programme in access exclusive mode";
const answered = { areas: { totalCount: expect.any(Number) } };

// By plans all connections are for reads; of the ORM's, which resolvers use, three quarters are.
describe.each([
  { PLANNED_READS: "on", half: 4, visitors: 6, all: 8 },
  { PLANNED_READS: "off", half: 3, visitors: 4, all: 6 },
])("Slow reads, planned reads $PLANNED_READS", ({ PLANNED_READS, half, visitors, all }) => {
  let hub: TestHub;
  let url: string;

  beforeAll(async () => {
    hub = await TestHub.start("sample", {
      PLANNED_READS,
      RESPONSE_CACHE_BYTES: "0",
      DATABASE_POOL_SIZE: "8",
      TRUSTED_PROXIES: "loopback",
      VISITOR_STATEMENT_TIMEOUT_MS: "60000",
      STATEMENT_TIMEOUT_MS: "60000",
    });
    url = hub.database.url;
  });
  afterAll(() => hub.stop());

  const from = (address: string): GraphqlClient => hub.visitor.with({ "x-forwarded-for": address });

  /** Runs `meanwhile` while these clients' slow reads hold all the connections that they may. */
  async function flooded(
    clients: readonly GraphqlClient[],
    blocked: number,
    meanwhile: () => Promise<void>,
  ): Promise<void> {
    const held = await hold(url, lock);
    const slowly = clients.map((client) => client.ask(slow));
    try {
      await untilBlocked(url, blocked);
      await meanwhile();
      // What was answered meanwhile left the flood no further connection.
      await untilBlocked(url, blocked);
    } finally {
      await held.release();
    }
    for (const { data } of await Promise.all(slowly)) {
      expect(data).toEqual({ programmes: { totalCount: expect.any(Number) } });
    }
  }

  const flood = (client: GraphqlClient) => Array.from({ length: 3 * all }, () => client);

  it("of one visitor leave half of the connections to others", async () => {
    await flooded(flood(from("203.0.113.1")), half, async () => {
      expect((await from("203.0.113.2").ask(quick)).data).toEqual(answered);
      expect((await from("2001:db8::1").ask(quick)).data).toEqual(answered);
      expect((await (await hub.operator).ask(quick)).data).toEqual(answered);
    });
  });

  it("of many visitors leave a quarter to those who have signed in", async () => {
    const many = Array.from({ length: 3 * all }, (_, at) => from(`203.0.113.${at}`));
    await flooded(many, visitors, async () => {
      expect((await (await hub.operator).ask(quick)).data).toEqual(answered);
    });
  });

  it("of one person, with several tokens, leave half to others", async () => {
    const tokens = await Promise.all(
      Array.from({ length: 3 }, () => hub.as("siti@disnaker-lebak.example")),
    );
    await flooded(tokens.flatMap(flood), half, async () => {
      expect((await hub.visitor.ask(quick)).data).toEqual(answered);
    });
  });

  it("block no write, and no answer to it", async () => {
    const operator = await hub.operator;
    const people = [from("203.0.113.1"), from("203.0.113.2"), await hub.as("x@y.example")];
    await flooded(people.flatMap(flood), all, async () => {
      const input = organisationInput();
      const written = await write(operator, "createOrganisation", input);
      expect(written.noun).toEqual({ id: input.id, version: 1 });
    });
  });

  it("of visitors end sooner than those of others", async () => {
    const impatient = await TestHub.start(
      "sample",
      { PLANNED_READS, VISITOR_STATEMENT_TIMEOUT_MS: "100", STATEMENT_TIMEOUT_MS: "60000" },
      hub.database,
    );
    const held = await hold(url, lock);
    const refused = async () => {
      const [error] = (await impatient.visitor.ask(slow)).errors ?? [];
      expect(error?.extensions.code).toBe("UNAVAILABLE");
    };
    try {
      await refused();
      // On the connection that ran the visitor's statement.
      const patient = (await impatient.operator).ask(slow);
      await untilBlocked(url, 1);
      await refused();
      await untilBlocked(url, 1);
      await held.release();
      expect((await patient).data).toEqual({ programmes: { totalCount: expect.any(Number) } });
    } finally {
      await impatient.stop();
    }
  });
});
