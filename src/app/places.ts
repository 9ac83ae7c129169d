import type { Config } from "../platform/config.js";
import type { Place } from "../platform/ports.js";

/** The place of GraphQL and the files. */
export const hubPlace = ({ host, port }: Pick<Config, "host" | "port">): Place => ({
  ...{ host, port },
  settings: { host: "HOST", port: "PORT" },
});

/** The place of the metrics; none where METRICS_PORT is not set. */
export const metricsPlace = ({
  metricsHost: host,
  metricsPort: port,
}: Pick<Config, "metricsHost" | "metricsPort">): Place | undefined =>
  port === undefined
    ? undefined
    : { host, port, settings: { host: "METRICS_HOST", port: "METRICS_PORT" } };

/** All places at which a hub listens. */
export function placesOf(config: Config): Place[] {
  const metrics = metricsPlace(config);
  return metrics ? [hubPlace(config), metrics] : [hubPlace(config)];
}
