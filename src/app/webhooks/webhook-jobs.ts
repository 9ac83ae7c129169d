import {
  provideWebhooks,
  releaseWebhook,
  removeOldDeliveries,
  removeOldSecrets,
  renewWebhooks,
  takeWebhooks,
  type WebhookNode,
} from "../../domain/webhooks/index.js";
import type { Config } from "../../platform/config.js";
import { FairSlots, unboundedWait } from "../../platform/fair-slots.js";
import { newId } from "../../platform/ids.js";
import type { Logger } from "../../platform/logger.js";
import { bareHost } from "../../platform/public-host.js";
import type { Sealing } from "../../platform/sealing.js";
import { Looks } from "../looks.js";
import { Sender } from "./sender.js";
import { openSealing, sealStored } from "./webhook-keys.js";
import { checkFollowed } from "./webhook-pages.js";
import { type RunnerServices, WebhookRunner } from "./webhook-runner.js";

type Services = Omit<RunnerServices, "sender" | "slots" | "node" | "sealing"> & {
  config: Pick<Config, "webhooks" | "dataFolder" | "environment">;
  logger: Logger;
};

/** The longest time between two looks for webhooks, in milliseconds. */
const lookMs = 1_000;

/** The wait before a webhook is taken again after the database failed, in milliseconds. */
const againMs = 5_000;

/** The time between two removals of old deliveries, in milliseconds. */
const removeMs = 60_000;

/** The most webhooks that a node takes at a look: the others of a crowd are for other nodes. */
const mostTaken = 50;

/** Provides what the use cases need, and delivers in the background until the hub stops. */
export async function startWebhooks(
  services: Services,
  cleanup: AsyncDisposableStack,
): Promise<void> {
  const { config, database, logger } = services;
  const { privateHosts, perOrganisation, jobs } = config.webhooks;
  const sealing = await openSealing(config, logger);
  await sealStored(database, sealing, logger);
  const work = jobs > 0 ? new WebhookJobs(services, sealing) : undefined;
  provideWebhooks({
    mostOfOrganisation: perOrganisation,
    privateHosts: privateHosts.map(bareHost),
    seal: (secret, webhook) => sealing.seal(secret, webhook),
    checkFilter: (where) => checkFollowed(services, where),
    changed: () => work?.looks.wake(),
  });
  if (!work) return;
  services.ledger.onCommit(work.looks.look);
  work.looks.start();
  cleanup.defer(() => work.stop());
}

/**
 * The webhooks that this node delivers. A row in the database says which node delivers which, and until when;
 * the node renews it while it lives, and another takes a webhook over when it has not.
 */
class WebhookJobs {
  private readonly runners = new Map<string, WebhookRunner>();
  readonly looks: Looks;
  private readonly services: RunnerServices & { logger: Logger };
  private removedAt = Number.NEGATIVE_INFINITY;
  private renewedAt = performance.now();

  constructor(services: Services, sealing: Sealing) {
    const { leaseSeconds, jobs, timeoutSeconds, privateHosts } = services.config.webhooks;
    const node: WebhookNode = { id: newId(), leaseMs: leaseSeconds * 1000, keys: sealing.ids };
    const timeoutMs = timeoutSeconds * 1000;
    const sender = new Sender({ privateHosts: privateHosts.map(bareHost), timeoutMs });
    const slots = new FairSlots({ slots: jobs, ...unboundedWait });
    this.services = { ...services, node, sender, slots, sealing };
    this.looks = new Looks({
      round: () => this.round().finally(() => this.endUnrenewed()),
      everyMs: Math.min(lookMs, node.leaseMs / 4),
      failed: (err) => services.logger.debug({ err }, "webhooks could not be looked for"),
    });
  }

  /** Ends what runs, which other nodes then take over at once. */
  async stop(): Promise<void> {
    await this.looks.stop();
    const { database, node, sender } = this.services;
    await Promise.all([...this.runners.values()].map((runner) => runner.stop()));
    const given = [...this.runners.keys()].map((id) => releaseWebhook(database, node, id, 0));
    await Promise.allSettled(given);
    sender.close();
  }

  private async round(): Promise<void> {
    await this.renew();
    if (this.looks.isStopping) return;
    const { database, node } = this.services;
    for (const held of await takeWebhooks(database, node, mostTaken)) this.run(held);
    await this.removeOld();
  }

  /** Ends the runners whose leases are over where the database could not be reached to renew them. */
  private async endUnrenewed(): Promise<void> {
    const { leaseMs } = this.services.node;
    if (performance.now() - this.renewedAt < leaseMs) return;
    await Promise.all([...this.runners.values()].map((runner) => runner.stop()));
  }

  /** Holds what runs. Ends what other nodes have taken over, and begins anew where a use case came first. */
  private async renew(): Promise<void> {
    const { database, node } = this.services;
    const began = performance.now();
    const held = await renewWebhooks(database, node);
    this.renewedAt = began;
    for (const [id, runner] of this.runners) {
      const generation = held.get(id);
      if (generation === runner.held.generation) continue;
      this.runners.delete(id);
      await runner.stop();
      if (generation !== undefined) this.run({ id, generation });
    }
  }

  private run(held: { id: string; generation: number }): void {
    const { database, node, logger } = this.services;
    const runner = new WebhookRunner(this.services, held);
    this.runners.set(held.id, runner);
    const end = async (waitMs: number) => {
      if (this.runners.get(held.id) !== runner) return;
      this.runners.delete(held.id);
      await releaseWebhook(database, node, held.id, waitMs).catch(() => undefined);
    };
    void runner.run().then(
      () => end(0),
      (error: unknown) => {
        logger.warn(
          { err: error, webhook: held.id },
          "a webhook's deliveries stopped; trying again",
        );
        return end(againMs);
      },
    );
  }

  private async removeOld(): Promise<void> {
    if (performance.now() - this.removedAt < removeMs) return;
    this.removedAt = performance.now();
    const { database, config } = this.services;
    const { keepHours, keepDeliveries: most } = config.webhooks;
    await removeOldSecrets(database);
    await removeOldDeliveries(database, { keptMs: keepHours * 3_600_000, most });
  }
}
