import {
  type ExportNode,
  expireExports,
  provideExports,
  renewLeases,
  takeExport,
} from "../../domain/exports/index.js";
import { newId } from "../../platform/ids.js";
import { Looks } from "../looks.js";
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
    changed: jobs.looks.wake,
  });
  ledger.onCommit(jobs.looks.look);
  jobs.looks.start();
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
  readonly looks: Looks;
  private expiredAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly services: JobServices) {
    const { leaseSeconds, jobsPerOrganisation } = services.config.exports;
    const leaseMs = leaseSeconds * 1000;
    this.node = { id: newId(), leaseMs, mostOfOrganisation: jobsPerOrganisation };
    this.looks = new Looks({
      round: () => this.round(),
      everyMs: Math.min(lookMs, leaseMs / 4),
      failed: (err) => services.logger.debug({ err }, "exports could not be looked for"),
    });
  }

  /** Ends what runs, which other nodes then take over at once. */
  async stop(): Promise<void> {
    await this.looks.stop();
    await Promise.all([...this.running.values()].map((job) => job.stop()));
  }

  private async round(): Promise<void> {
    await this.renew();
    await this.expire();
    const { jobs } = this.services.config.exports;
    while (this.running.size < jobs && !this.looks.isStopping) {
      const taken = await takeExport(this.services.database, this.node);
      if (!taken) return;
      const job = new ExportJob(this.services, this.node, taken);
      this.running.set(taken.id, job);
      void job.run().finally(() => {
        this.running.delete(taken.id);
        this.looks.wake();
        this.looks.look();
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
