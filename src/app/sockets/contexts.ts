import { charge } from "../limits/index.js";
import type { Client, HubContext, Requester, TransportOptions } from "../port.js";

/** Opens the contexts of sockets, and counts costs for their clients. */
export class SocketContexts<C extends HubContext> {
  constructor(private readonly options: TransportOptions<C>) {}

  /** Opens a context and counts a cost for its client. */
  async open(requester: Requester, cost: number): Promise<C> {
    const context = await this.options.openContext(requester);
    try {
      await this.count(context.client, cost);
      return context;
    } catch (error) {
      await context.close();
      throw error;
    }
  }

  /** Counts a cost for a client; throws RATE_LIMITED when its rate is used up. */
  async count(client: Client | undefined, cost: number): Promise<void> {
    if (client) await charge(this.options.rates, client, cost);
  }

  /** Ends a context; a failure goes to the log. */
  release(context: C): Promise<void> {
    return context.close().catch((err: unknown) => this.options.logger.error({ err }));
  }
}
