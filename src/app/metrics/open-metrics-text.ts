import { type Metric, type OpenMetricsContentType, Registry } from "prom-client";

/** The media type of OpenMetrics, as Prometheus lists it in `Accept`. */
export const openMetricsType = "application/openmetrics-text";

// The cast: the type of a registry has its format, which prom-client lets change.
const inOpenMetrics = (registry: Registry) =>
  registry as unknown as Registry<OpenMetricsContentType>;

/** A registry to which metrics are added until `isWhole`. prom-client takes exemplars into one of OpenMetrics only. */
export function newRegistry(): Registry {
  const registry = new Registry();
  inOpenMetrics(registry).setContentType(Registry.OPENMETRICS_CONTENT_TYPE);
  return registry;
}

/** Has a registry write the format of Prometheus, from when it has all of its metrics. */
export const isWhole = (registry: Registry): void =>
  registry.setContentType(Registry.PROMETHEUS_CONTENT_TYPE);

/**
 * The metrics of a registry in OpenMetrics, the format that has exemplars. prom-client takes `_total` from the
 * names of counters when it writes them so, and for good: it is given objects that take their place.
 */
export class OpenMetricsText {
  private readonly registry = new Registry<OpenMetricsContentType>();
  readonly contentType = Registry.OPENMETRICS_CONTENT_TYPE;

  constructor(private readonly shown: Registry) {
    this.registry.setContentType(this.contentType);
  }

  text(): Promise<string> {
    this.registry.clear();
    // The cast: Registry gives the descriptions of metrics, which are the metrics.
    const metrics = this.shown.getMetricsAsArray() as unknown as Metric[];
    for (const metric of metrics) this.registry.registerMetric(Object.create(metric));
    return this.registry.metrics();
  }
}
