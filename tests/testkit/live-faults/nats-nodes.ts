import { NatsProxy } from "../faults/nats-proxy.js";
import { NatsServer } from "../faults/nats-server.js";
import type { GraphqlClient } from "../hub/client.js";
import { emptyDatabase, type Play } from "./live-fault.js";
import { LiveHub } from "./live-hub.js";
import type { MutantName } from "./mutants.js";

/** A node, and its way to NATS. */
export interface NatsNode {
  hub: LiveHub;
  client: GraphqlClient;
  proxy: NatsProxy;
}

/** What nodes are started with. */
type Place = Pick<Play<unknown>, "cleanup" | "folder" | "random">;

/** The nodes of plays that follow one another, by what ends them. */
const lastingNodes = new WeakMap<AsyncDisposableStack, Promise<NatsNodes>>();

/** Three nodes on one database with NATS, each behind a proxy. Plays that follow one another share them. */
export class NatsNodes {
  private constructor(
    readonly nats: NatsServer,
    readonly nodes: readonly [NatsNode, NatsNode, NatsNode],
    readonly databaseUrl: string,
  ) {}

  /** The nodes for a play. */
  static of({ lasting, ...play }: Play<unknown>): Promise<NatsNodes> {
    if (!lasting) return NatsNodes.start(play);
    const nodes = lastingNodes.get(lasting) ?? NatsNodes.start({ ...play, cleanup: lasting });
    lastingNodes.set(lasting, nodes);
    return nodes;
  }

  private static async start({ cleanup, folder, random }: Place): Promise<NatsNodes> {
    const { url: databaseUrl } = await emptyDatabase({ cleanup });
    const nats = await NatsServer.start();
    cleanup.defer(() => nats.kill());
    const node = async () => {
      const proxy = await NatsProxy.to(nats.port, random);
      cleanup.defer(() => proxy.close());
      const options = { databaseUrl, env: { NATS_URL: proxy.url } };
      const hub = await LiveHub.start({ cleanup, folder, mutant: undefined }, options);
      return { hub, client: await hub.process.as(), proxy };
    };
    return new NatsNodes(nats, [await node(), await node(), await node()], databaseUrl);
  }

  /** Ends the trouble of a play before, and makes the nodes faulty in this way; without a mutant sound. */
  async begin(mutant?: MutantName): Promise<void> {
    for (const { proxy } of this.nodes) proxy.restore();
    // What was silent stays dead until its connection ends, and what is frozen answers nothing.
    await this.nats.kill();
    await this.nats.restart();
    for (const { hub } of this.nodes) await hub.become(mutant);
  }
}
