import { setTimeout as delay } from "node:timers/promises";
import {
  type ExportNode,
  expireExports,
  provideExports,
  renewLeases,
  takeExport,
} from "../../domain/exports/index.js";
import { newId } from "../../platform/ids.js";
import { ExportJob, type JobServices } from "./export-job.js";

/** The longest time between two looks for waiting exports, in milliseconds. */
const lookMs = 3_000;

/** The time between two looks for files whose time is over, in milliseconds. */
const expireMs = 60_000;

/** Provides the exporter to the use cases, and makes exports in the background until the hub stops. */
export async function startExportJobs(
  services: JobServices,
  cleanup: AsyncDisposableStack,
): Promise<void> {
  const jobs = new ExportJobs(services);
  const { sources, ledger } = services;
  const { unfinished: mostUnfinished } = services.config.exports;
  provideExports({
    limits: { mostUnfinished },
    checkList: (viewer, request) => sources.checkList(viewer, request),
    checkView: (viewer, view) => sources.checkView(viewer, view),
    changed: jobs.wake,
  });
  ledger.onCommit(jobs.look);
  jobs.start();
  cleanup.defer(() => jobs.stop());
}

/**
 * The exports that this node makes. A row in the database says which node makes which, and until when: the
 * node renews it while it lives, and another takes an export over when it has not. So an export outlives
 * its node, and needs no node that is special.
 */
class ExportJobs {
  private readonly node: ExportNode;
  private readonly running = new Map<string, ExportJob>();
  private readonly stopping = new AbortController();
  private wakeUp = new AbortController();
  /** True where a use case of this process has concerned an export since the last look. */
  private isAwake = false;
  private working: Promise<void> | undefined;
  private expiredAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly services: JobServices) {
    const { leaseSeconds, jobsPerOrganisation } = services.config.exports;
    const leaseMs = leaseSeconds * 1000;
    this.node = { id: newId(), leaseMs, mostOfOrganisation: jobsPerOrganisation };
  }

  start(): void {
    this.working = this.work();
  }

  /** Ends what runs, which other nodes then take over at once. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.look();
    await this.working;
    await Promise.all([...this.running.values()].map((job) => job.stop()));
  }

  /** Has the next commit of this process start a look: it may be an export's. */
  readonly wake = (): void => {
    this.isAwake = true;
  };

  /** Looks at once, if something concerned an export. */
  readonly look = (): void => {
    if (this.isAwake || this.stopping.signal.aborted) this.wakeUp.abort();
  };

  private async work(): Promise<void> {
    const { leaseMs } = this.node;
    const { logger } = this.services;
    while (!this.stopping.signal.aborted) {
      this.isAwake = false;
      this.wakeUp = new AbortController();
      // An outage of the database ends; until then each look fails.
      await this.round().catch((error: unknown) =>
        logger.debug({ err: error }, "exports could not be looked for"),
      );
      const { signal } = this.wakeUp;
      const ms = Math.min(lookMs, leaseMs / 4);
      await delay(ms, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  private async round(): Promise<void> {
    await this.renew();
    await this.expire();
    const { jobs } = this.services.config.exports;
    while (this.running.size < jobs && !this.stopping.signal.aborted) {
      const taken = await takeExport(this.services.database, this.node);
      if (!taken) return;
      const job = new ExportJob(this.services, this.node, taken);
      this.running.set(taken.id, job);
      void job.run().finally(() => {
        this.running.delete(taken.id);
        this.wake();
        this.look();
      });
    }
  }

  /** Holds what runs, and ends what was cancelled or taken over by another node. */
  private async renew(): Promise<void> {
    const ids = [...this.running.keys()];
    if (ids.length === 0) return;
    const held = await renewLeases(this.services.database, this.node, ids);
    for (const id of ids) if (!held.has(id)) void this.running.get(id)?.stop();
  }

  private async expire(): Promise<void> {
    if (performance.now() - this.expiredAt < expireMs) return;
    this.expiredAt = performance.now();
    const { ledger, files } = this.services;
    await expireExports(ledger, files);
  }
}
