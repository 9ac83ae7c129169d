import { afterEach, describe, expect, it } from "@jest/globals";
import { type MetricsServer, startMetricsServer } from "../../src/app/http/metrics-server.js";
import { Metrics } from "../../src/app/metrics.js";
import { metricsPlace } from "../../src/app/places.js";
import {
  type Answered,
  configOf,
  startTinyHub,
  type TinyHub,
} from "../testkit/protocol/tiny-hub.js";

describe("metrics", () => {
  const open: { close(): Promise<void> }[] = [];
  afterEach(async () => {
    for (const server of open.splice(0)) await server.close();
  });

  async function serve(metrics: Metrics, settings: Record<string, string>): Promise<MetricsServer> {
    const place = metricsPlace(configOf(settings));
    if (!place) throw new Error("no metrics are served");
    const server = await startMetricsServer(place, metrics);
    open.push(server);
    return server;
  }

  async function hub(): Promise<TinyHub> {
    const tiny = await startTinyHub({ METRICS_PORT: "0" });
    open.push(tiny);
    return tiny;
  }

  it("are served to Prometheus on a port of their own", async () => {
    const tiny = await hub();
    await tiny.ask('{ fail(kind: "forbidden") }');
    const { url } = await serve(tiny.metrics, { METRICS_PORT: "0" });
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/metrics$/);
    const response = await fetch(url);
    expect(response.headers.get("content-type")).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(await response.text()).toMatch(/^rembuk_errors_total\{code="FORBIDDEN"\} 1$/m);
  });

  it("are absent from the public port", async () => {
    const tiny = await hub();
    const response = await fetch(new URL("/metrics", tiny.url));
    expect(response.status).toBe(404);
    expect(await response.text()).not.toMatch(/rembuk_|process_cpu/);
  });

  it("are not served unless their port is set, so that two hubs start on one machine", () => {
    expect(metricsPlace(configOf())).toBeUndefined();
  });

  it("have nothing beside them, and are only read", async () => {
    const { url } = await serve(new Metrics(), { METRICS_PORT: "0" });
    const status = async (path: string, method: string) =>
      (await fetch(new URL(path, url), { method })).status;
    expect(await status("/metrics", "HEAD")).toBe(200);
    expect(await status("/metrics", "POST")).toBe(405);
    const { errors } = (await (await fetch(new URL("/", url))).json()) as Answered;
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(["NOT_FOUND"]);
    expect(await status("/", "GET")).toBe(404);
    expect(await status("/graphql", "POST")).toBe(404);
  });

  it("reject a port that is taken", async () => {
    const { url } = await serve(new Metrics(), { METRICS_PORT: "0" });
    const taken = serve(new Metrics(), { METRICS_PORT: new URL(url).port });
    await expect(taken).rejects.toThrow(/^Port \d+ of .* is taken .*: set METRICS_PORT /);
  });
});
