import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { EventSource } from "eventsource";
import { WebSocket } from "ws";
import { projectFolder } from "../../src/app/store.js";
import { CutLine } from "../testkit/clients/cut-line.js";
import { projectModule } from "../testkit/clients/project-module.js";
import { LiveWorld, type Refusal } from "../testkit/live/live-world.js";
import type { Written } from "../testkit/mutations/documents.js";

// The files in docs/examples/streams, as the documentation shows them: each client goes on after its
// connection was cut, and gets errors that it can read.

type Data = Record<string, { position: number }>;

interface Client {
  open(query: unknown, variables: object, show: (data: Data) => void): Promise<void>;
  close(): unknown;
}

interface Options {
  url: string;
  webSocketImpl: unknown;
  connectionParams(): object;
  headers(): object;
}

interface Following {
  open(after: number, show: (data: Data) => void): Promise<void>;
  after: number;
  take(data: Data): void;
  signal: AbortSignal;
  pauseMs: number;
}

const examples = "docs/examples/streams";
const query = `subscription ($id: ID!, $after: Position) {
  actionPlanChanged(id: $id, after: $after) { position actionPlan { title } }
}`;

/** The clients, with the function of their example that connects them. */
const clients = [
  ["graphql-ws", "graphql-ws.js", "connect"],
  ["graphql-sse", "graphql-sse.js", "connect"],
  ["Apollo Client", "apollo.js", "connect"],
  ["urql", "urql.js", "connect"],
  ["Relay over WebSockets", "relay.js", "connect"],
  ["Relay over Server-Sent Events", "relay.js", "connectSse"],
] as const;

const isSse = (name: string) => /sse|Server-Sent/.test(name);

let world: LiveWorld;
let line: CutLine;
let plan: Written;
let follow: (following: Following) => Promise<void>;

beforeAll(async () => {
  world = await LiveWorld.start({ LIVE_PING_SECONDS: "0.2" });
  ({ follow } = await projectModule<{ follow: typeof follow }>(`${examples}/follow.js`));
});
afterAll(() => world.stop());
beforeEach(async () => {
  line = await CutLine.to(world.hub.url);
  plan = await world.plan();
});
afterEach(() => line.close());

/** Changes the plan so often; gives the positions. */
async function retitled(times: number): Promise<number[]> {
  const positions: number[] = [];
  for (let time = 0; time < times; time += 1) {
    plan = await world.retitle(plan);
    positions.push(plan.position);
  }
  return positions;
}

/** Positions that have come; a test waits for their number. */
class Came {
  readonly positions: number[] = [];
  private wake = () => {};

  readonly take = (data: Data): void => {
    for (const { position } of Object.values(data)) this.positions.push(position);
    this.wake();
  };

  async until(count: number): Promise<void> {
    while (this.positions.length < count) await new Promise<void>((wake) => (this.wake = wake));
  }
}

/** Changes come, the line is cut, others are made meanwhile, and the line is restored. */
async function cutBetween(came: Came): Promise<number[]> {
  const expected = await retitled(2);
  await came.until(2);
  line.cut();
  expected.push(...(await retitled(2)));
  line.restore();
  await came.until(4);
  expected.push(...(await retitled(1)));
  await came.until(5);
  return expected;
}

/** What Relay's compiler made of such a document, or the document. */
const documentFor = async (name: string): Promise<unknown> => {
  if (!name.startsWith("Relay")) return query;
  const compiled = "docs/examples/relay/__generated__/actionsLiveSubscription.graphql.js";
  return (await projectModule<{ default: unknown }>(compiled)).default;
};

async function connected(file: string, how: string, credential = {}): Promise<Client> {
  const module = await projectModule<Record<string, (options: Options) => Client>>(
    `${examples}/${file}`,
  );
  const connect = module[how];
  if (!connect) throw new Error(`${file} has no ${how}`);
  const given = () => credential;
  return connect({
    url: line.url,
    webSocketImpl: WebSocket,
    connectionParams: given,
    headers: given,
  });
}

describe.each(clients)("%s", (name, file, how) => {
  const following = async (client: Client, after: number, take: (data: Data) => void) => {
    const document = await documentFor(name);
    const ending = new AbortController();
    const ended = follow({
      open: (from, show) => client.open(document, { id: plan.id, after: from }, show),
      ...{ after, take, signal: ending.signal, pauseMs: 20 },
    });
    return { ended, end: () => ending.abort() };
  };

  it("goes on after its connection was cut, without loss or doubles", async () => {
    const came = new Came();
    const client = await connected(file, how);
    const { ended, end } = await following(client, await world.position(), came.take);
    const failed = ended.then(() => {
      throw new Error("It ended");
    });
    const expected = await Promise.race([cutBetween(came), failed]);
    expect(came.positions).toEqual(expected);
    end();
    await client.close();
    await ended;
    await expect(failed).rejects.toThrow("It ended");
  });

  it("reads why a subscription is refused: the code, the field and the words", async () => {
    const client = await connected(file, how);
    const { ended } = await following(client, 999_999_999, () => undefined);
    const refusal = await ended.catch((reason: unknown) => reason);
    const { message, extensions } = refusal as { message: string; extensions: Refusal };
    expect(message).toMatch(/is beyond the end of the ledger/);
    expect(extensions).toMatchObject({ code: "BAD_USER_INPUT", fields: [{ path: "after" }] });
    await client.close();
  });

  it("reads why its credential is refused", async () => {
    const client = await connected(file, how, { authorization: "Bearer nothing" });
    const { ended } = await following(client, 0, () => undefined);
    const refusal = await ended.catch((reason: unknown) => reason);
    expect(refusal).toMatchObject(
      isSse(name)
        ? { status: 401, extensions: { code: "UNAUTHENTICATED" } }
        : { code: 4403, reason: expect.stringMatching(/token|key/) },
    );
    await client.close();
  });
});

describe("A plain EventSource", () => {
  interface Watched {
    url: string;
    query: string;
    variables: object;
    take(data: Data): void;
    failed(error: { message: string; extensions: Refusal }): void;
    EventSource: typeof EventSource;
  }
  const watch = async (variables: object, more: Pick<Watched, "take" | "failed">) => {
    const module = await projectModule<{ watch(watched: Watched): EventSource }>(
      `${examples}/event-source.js`,
    );
    return module.watch({ url: line.url, query, variables, EventSource, ...more });
  };

  it("goes on by itself after its connection was cut, without loss or doubles", async () => {
    const came = new Came();
    const failed = (error: object) => came.positions.push(Number.NaN, JSON.stringify(error).length);
    const after = await world.position();
    const source = await watch({ id: plan.id, after }, { take: came.take, failed });
    expect(await cutBetween(came)).toEqual(came.positions);
    source.close();
  });

  it("reads why it is refused, and does not reconnect", async () => {
    const { promise, resolve } = Promise.withResolvers<{ extensions: Refusal }>();
    const variables = { id: plan.id, after: 999_999_999 };
    const source = await watch(variables, { take: () => undefined, failed: resolve });
    const completed = once(source as never, "complete").catch(() => undefined);
    expect((await promise).extensions).toMatchObject({ code: "BAD_USER_INPUT" });
    await completed;
    expect(source.readyState).toBe(EventSource.CLOSED);
  });
});

describe("curl", () => {
  const curl = (variables: object) =>
    spawn("sh", [
      join(projectFolder(), examples, "curl.sh"),
      ...[line.url, query.replaceAll(/\s+/g, " "), JSON.stringify(variables)],
    ]);

  it("goes on after its connection was cut, without loss or doubles", async () => {
    const came = new Came();
    const child = curl({ id: plan.id, after: await world.position() });
    createInterface(child.stdout).on("line", (text) => came.take(JSON.parse(text).data));
    expect(await cutBetween(came)).toEqual(came.positions);
    const exited = once(child, "exit");
    child.kill();
    line.cut();
    await exited;
  });

  it("prints why it is refused, and ends", async () => {
    const child = curl({ id: plan.id, after: 999_999_999 });
    const lines: string[] = [];
    createInterface(child.stdout).on("line", (text) => lines.push(text));
    const [code] = await once(child, "close");
    expect(code).toBe(0);
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? "").errors[0].extensions.code).toBe("BAD_USER_INPUT");
  });
});
