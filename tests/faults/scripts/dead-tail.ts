import { setTimeout as delay } from "node:timers/promises";
import { createClient } from "graphql-ws";
import { WebSocket } from "ws";
import { subscribe } from "../../testkit/hub/index.js";
import { organisationInput, write } from "../../testkit/ledger/mutations.js";
import { above, type Fault, readiness } from "./fault.js";
import { proxied } from "./silence.js";

const noticeMs = 3_500;
const longestMs = 40_000;

/** The connection that reads the ledger's head goes dead; another node writes on. */
export const deadTail: Fault = {
  name: "dead-tail",
  async run(surroundings) {
    const { random, say } = surroundings;
    const { postgres, proxy, start, close } = await proxied(surroundings);
    const near = await start(proxy.url);
    const far = await start(postgres.url);
    const writer = await far.as();
    const socket = createClient({
      url: near.url.replace(/^http/, "ws"),
      webSocketImpl: WebSocket,
      retryAttempts: 0,
    });
    const { position } = await write(writer, "createOrganisation", organisationInput());
    const document = "subscription($after: Position) { changes(after: $after) { position } }";
    const stream = subscribe<{ changes: { position: number } }>(socket, document, {
      after: position - 1,
    });
    await stream.next();
    await delay(1_000 + random() * 2_000);
    const began = performance.now();
    const dead = proxy.silenceWhere((sent) => /ledger_head\b/.test(sent));
    const written = await write(writer, "createOrganisation", organisationInput());
    const seen = stream.next().then(({ data }) => data?.changes.position);
    const came = await Promise.race([seen, delay(longestMs, undefined)]);
    const ms = performance.now() - began;
    const ready = await readiness(near.url);
    const what = came === written.position ? "came" : "did NOT come";
    say(`${dead} dead: the change ${what} after ${Math.round(ms)} ms; ready ${ready}`);
    proxy.cut();
    await socket.dispose();
    await Promise.all([near.stop(), far.stop()]);
    await close();
    return above("the change", ms, noticeMs);
  },
};
