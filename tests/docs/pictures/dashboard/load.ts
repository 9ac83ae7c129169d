import { setTimeout as delay } from "node:timers/promises";
import { print } from "graphql";
import { createClient } from "graphql-ws";
import { WebSocket } from "ws";
import type { HubProcess } from "../../../testkit/hub/hub-process.js";
import { GraphqlClient } from "../../../testkit/hub/index.js";
import { documents, organisationInput } from "../../../testkit/ledger/mutations.js";
import { queries, variablesOf } from "../../../testkit/reading/portal-documents.js";

/** The requests at once of each kind, and the rest between two of one client, in milliseconds. */
const readers = { clients: 6, restMs: 20 };
const writers = { clients: 2, restMs: 150 };
const strangers = { clients: 1, restMs: 700 };
const watchers = 40;

const followed = `subscription Follow($after: Position) {
  changes(after: $after) { position operation entity entityId organisation { key } }
}`;

/** What no statement can answer, and addresses beside GraphQL's. */
const inspection = `query Inspection { __type(name: "Query") { name } regions { totalCount } }`;
const addresses = ["/health/ready", "/schema.graphql", "/lists/regions.csv", "/nothing"];

/** A crowd of portals, coordinators and watchers, until it is stopped. */
export class Load {
  private readonly stopping = new AbortController();
  private readonly sockets: ReturnType<typeof createClient>[] = [];
  private readonly running: Promise<void>[] = [];

  constructor(private readonly hub: HubProcess) {}

  async start(): Promise<void> {
    const [visitor, operator] = [new GraphqlClient(this.hub.url, {}), await this.hub.as()];
    const stranger = visitor.with({ authorization: "Bearer nobody" });
    this.watch();
    this.repeat(readers, (turn) => {
      const { operation, document } = queries[(turn * turn) % queries.length] ?? queries[0]!;
      return visitor.ask(print(document), variablesOf(operation), operation.name?.value);
    });
    this.repeat(writers, () =>
      operator.ask(documents.createOrganisation, { input: organisationInput() }),
    );
    this.repeat(strangers, () => visitor.ask(inspection));
    this.repeat(strangers, (turn) =>
      fetch(new URL(addresses[turn % addresses.length] ?? "/", this.hub.url)),
    );
    this.repeat(strangers, (turn) =>
      turn % 2
        ? stranger.ask("query Stranger { regions { totalCount } }")
        : operator.ask(documents.createOrganisation, {
            input: { ...organisationInput(), name: "" },
          }),
    );
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    for (const socket of this.sockets) await socket.dispose();
    await Promise.all(this.running);
  }

  private watch(): void {
    const url = this.hub.url.replace(/^http/, "ws");
    for (let at = 0; at < watchers; at += 1) {
      const socket = createClient({ url, webSocketImpl: WebSocket, retryAttempts: 0 });
      this.sockets.push(socket);
      const ignored = () => undefined;
      socket.subscribe({ query: followed }, { next: ignored, error: ignored, complete: ignored });
    }
  }

  private repeat(
    { clients, restMs }: typeof readers,
    ask: (turn: number) => Promise<unknown>,
  ): void {
    const { signal } = this.stopping;
    const work = async (from: number) => {
      for (let turn = from; !signal.aborted; turn += 1) {
        await ask(turn).catch(() => undefined);
        await delay(restMs, undefined, { signal }).catch(() => undefined);
      }
    };
    for (let at = 0; at < clients; at += 1) this.running.push(work(at * 7));
  }
}
