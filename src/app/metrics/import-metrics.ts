import { Histogram, type Registry } from "prom-client";
import { exemplarIds } from "../../platform/tracing/tracing.js";

/** The metrics of tables that were received whole, by what they hold. */
export class ImportMetrics {
  private readonly duration: Histogram;

  constructor(registry: Registry) {
    this.duration = new Histogram({
      name: "rembuk_import_duration_seconds",
      help: "Seconds of imports from the end of the upload to the answer, by kind of table and result: imported, checked (a dry run), or failed (nothing was written)",
      labelNames: ["kind", "result"],
      buckets: [0.05, 0.25, 1, 5, 15, 60, 300, 1200],
      enableExemplars: true,
      registers: [registry],
    });
  }

  /** Runs an import, and counts it when it has ended. */
  async counted<T>(
    kind: string,
    result: "imported" | "checked",
    work: () => Promise<T>,
  ): Promise<T> {
    const started = performance.now();
    const observe = (ended: string) => {
      const value = (performance.now() - started) / 1000;
      const labels = { kind, result: ended };
      this.duration.observe({ labels, value, exemplarLabels: exemplarIds() });
    };
    try {
      const made = await work();
      observe(result);
      return made;
    } catch (error) {
      observe("failed");
      throw error;
    }
  }
}
