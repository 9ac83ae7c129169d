import {
  beginExport,
  type ExportInWork,
  type ExportNode,
  exportInWork,
  failExport,
  finishExport,
  releaseExport,
  reportExport,
  type TakenExport,
} from "../../domain/exports/index.js";
import type { Ledger } from "../../ledger/index.js";
import type { Config } from "../../platform/config.js";
import { HubError, unauthenticated } from "../../platform/errors.js";
import type { FileStore } from "../../platform/files/index.js";
import { languageOfLocale } from "../../platform/locales.js";
import type { Logger } from "../../platform/logger.js";
import { inOwnSpan } from "../../platform/tracing/tracing.js";
import type { Database } from "../../reading/index.js";
import { isUnavailable } from "../errors/database-errors.js";
import type { ExportFormat } from "./export-formats.js";
import type { ExportSources } from "./export-sources.js";

/** What jobs work with. */
export interface JobServices {
  config: Pick<Config, "exports">;
  logger: Logger;
  ledger: Ledger;
  database: Database;
  files: FileStore;
  sources: ExportSources;
}

/** The most times that an export is tried: its node may have ended because of it. */
const mostAttempts = 5;

/** The wait before another attempt after a failure that may be over by then, in milliseconds. */
const againMs = 5_000;

/** The least time and progress between two lines of the ledger. */
const reportMs = 5_000;
const reportPoints = 5;

/** The making of one export on this node. */
export class ExportJob {
  private readonly ending = new AbortController();
  private ended: Promise<void> | undefined;
  private rows = 0;
  private reported = { at: performance.now(), progress: 0 };

  constructor(
    private readonly services: JobServices,
    private readonly node: ExportNode,
    private readonly taken: TakenExport,
  ) {}

  /** Makes the file; never fails, as the export says why it did. */
  run(): Promise<void> {
    const attributes = { "rembuk.export.id": this.taken.id };
    const made = inOwnSpan(
      "export",
      () => ({ attributes }),
      () => this.work(),
    );
    this.ended = made.catch((error: unknown) => {
      this.services.logger.warn({ err: error, export: this.taken.id }, "an export was given up");
    });
    return this.ended;
  }

  /** Ends the making, and the statement that runs for it. */
  async stop(): Promise<void> {
    this.ending.abort();
    await this.ended;
  }

  private async work(): Promise<void> {
    const { database, ledger } = this.services;
    const { id } = this.taken;
    let waitMs = 0;
    try {
      const work = await exportInWork(ledger, database, id, this.node.id);
      await this.make(work).catch((error: unknown) => this.fail(work, error));
    } catch (error) {
      if (!this.ending.signal.aborted) waitMs = againMs;
      throw error;
    } finally {
      await releaseExport(database, this.node, id, waitMs);
    }
  }

  private async make(work: ExportInWork): Promise<void> {
    const { sources, ledger, files, config } = this.services;
    const { jobSeconds, bytes: most, keepHours } = config.exports;
    const { job, viewer } = work;
    if (!viewer) throw noLongerKnown();
    const language = languageOf(work);
    // The cast: the formats of the graph are those of files, in capitals.
    const format = job.format.toLowerCase() as ExportFormat;
    const { signal } = this.ending;
    const form = { format, language };
    const opened = await sources.open(viewer, job.request, form, {
      ...{ mostMs: jobSeconds * 1000, signal, counts: true },
      onRows: (rows) => this.follow(work, rows, opened.total ?? 0),
    });
    const end = () => opened.content.destroy(new Error("The export was ended"));
    signal.addEventListener("abort", end, { once: true });
    if (!(await beginExport(ledger, work, opened.position))) end();
    const { key, size } = await files.put(opened.content, { bytes: most });
    const kept = { fileKey: key, bytes: size, rows: this.rows, keptMs: keepHours * 3_600_000 };
    await finishExport(ledger, work, files, kept);
  }

  /** Reports how far it is, with a line in the ledger every few seconds at most. */
  private follow(work: ExportInWork, rows: number, total: number): void {
    this.rows = rows;
    const progress = total === 0 ? 0 : Math.min(99, Math.floor((rows / total) * 100));
    const { at, progress: before } = this.reported;
    if (performance.now() - at < reportMs || progress - before < reportPoints) return;
    this.reported = { at: performance.now(), progress };
    const { ledger, logger } = this.services;
    // The file is made on, whether others can see how far it is or not.
    reportExport(ledger, work, progress).catch((error: unknown) =>
      logger.debug({ err: error }, "the progress of an export could not be reported"),
    );
  }

  /** Notes why there is no file. What may be over later is tried again, what was ended is left. */
  private async fail(work: ExportInWork, error: unknown): Promise<void> {
    if (this.ending.signal.aborted) return;
    const isFinal = error instanceof HubError && (error.code !== "UNAVAILABLE" || isTooLong(error));
    const mayHelp = isUnavailable(error) && this.taken.attempts < mostAttempts;
    if (!isFinal && mayHelp) throw error;
    const shown = error instanceof HubError ? error : unexpected();
    if (!isFinal)
      this.services.logger.error({ err: error, export: work.job.id }, "an export failed");
    await failExport(this.services.ledger, work, shown, languageOf(work));
  }
}

const isTooLong = ({ extensions }: HubError): boolean => extensions.reason === "TAKES_TOO_LONG";

const languageOf = ({ job }: ExportInWork) => languageOfLocale(job.locale) ?? "en";

const noLongerKnown = () =>
  unauthenticated({
    en: "The API key with which it was started is expired or revoked.",
    id: "Kunci API yang memulainya kedaluwarsa atau dicabut.",
  });

const unexpected = () =>
  new HubError("UNAVAILABLE", {
    en: "The hub could not make the file; start the export again, or tell the hub's operator its id.",
    id: "Hub tidak dapat membuat berkas ini; mulai ekspor lagi, atau sampaikan id-nya kepada operator hub.",
  });
