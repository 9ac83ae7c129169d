import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { startMetricsServer } from "../../src/app/http/metrics-server.js";
import { Metrics } from "../../src/app/metrics.js";
import { describedMetrics } from "../../src/app/metrics-reference.js";
import { types, uploadFile } from "../testkit/files/transfers.js";
import { answerBytes } from "../testkit/metrics/answer-bytes.js";
import { Collector } from "../testkit/observing/collector.js";
import { newId, World } from "../testkit/world/world.js";

/** What Prometheus 3 sends. */
const ofPrometheus =
  "application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.5,text/plain;version=0.0.4;q=0.3,*/*;q=0.1";

const read = async (url: string, accept: string) => {
  const answer = await fetch(url, { headers: { accept } });
  return { type: answer.headers.get("content-type"), text: await answer.text() };
};

const typesIn = (text: string) => [...text.matchAll(/^# TYPE (\w+) /gm)].map(([, name]) => name);

describe("the metrics of a hub that traces", () => {
  let collector: Collector;
  let world: World;
  beforeAll(async () => {
    collector = await Collector.start();
    world = await World.start(collector.settings);
  });
  afterAll(async () => {
    await world.stop();
    await collector.stop();
  });

  const open = () => read(world.hub.metricsUrl, ofPrometheus);

  it("lead from a duration to a trace, for those who take OpenMetrics", async () => {
    const traceId = "4bf92f3577b34da6a3ce929d0e0e4736";
    const client = (await world.operator).with({
      traceparent: `00-${traceId}-00f067aa0ba902b7-01`,
    });
    await client.data(
      "mutation Traced($input: CreateAreaInput!) { createArea(input: $input) { position } }",
      { input: { name: world.unique("Kawasan"), regions: ["36.02"] } },
    );
    const { type, text } = await open();
    expect(type).toBe("application/openmetrics-text; version=1.0.0; charset=utf-8");
    expect(text).toMatch(/\n# EOF\n$/);
    const exemplar = `# \\{trace_id="${traceId}",span_id="[0-9a-f]{16}"\\} [0-9.e-]+ [0-9.]+$`;
    const duration = 'rembuk_operation_duration_seconds_bucket\\{.*operation="Traced".*\\} 1';
    expect(text).toMatch(new RegExp(`^${duration} ${exemplar}`, "m"));
    expect(text).toMatch(new RegExp(`^rembuk_ledger_append_seconds_bucket.* ${exemplar}`, "m"));
    // A trace that the client does not record leads nowhere.
    await client
      .with({ traceparent: `00-${traceId.replace("4", "5")}-00f067aa0ba902b7-00` })
      .data("query Untraced { regions(first: 1) { nodes { code } } }");
    expect((await open()).text).not.toMatch(/operation="Untraced".* # /);
  });

  it("have their names in both formats, however often each is read", async () => {
    for (let round = 0; round < 2; round += 1) {
      const { text } = await open();
      const described = describedMetrics().map(({ name, type }) =>
        type === "counter" ? name.replace(/_total$/, "") : name,
      );
      expect(typesIn(text)).toEqual(described);
      expect(text).toMatch(/^rembuk_cache_hits_total\{cache="responses"\} \d+$/m);
      const plain = await read(world.hub.metricsUrl, "text/plain");
      expect(plain.type).toMatch(/^text\/plain/);
      expect(typesIn(plain.text)).toEqual(describedMetrics().map(({ name }) => name));
      expect(plain.text).not.toContain("trace_id");
    }
  });

  it("count the bytes of answers by what gave them", async () => {
    const bytes = () => answerBytes(world.hub.metricsUrl, "resolver");
    const before = await bytes();
    const answer = await fetch(world.hub.url, {
      method: "POST",
      headers: { "content-type": "application/json", "accept-encoding": "identity" },
      body: JSON.stringify({ query: '{ __type(name: "Query") { name } }' }),
    });
    expect((await bytes()) - before).toBe((await answer.bytes()).length);
  });

  it("tell imports by their kind and by what came of them", async () => {
    const party = await world.organisation();
    const admin = await world.member(party, "ADMIN");
    const table = "indicator,period,value,region\nnone,2024,1,36.02\n";
    const address = (more: string) =>
      `/imports/${newId()}?kind=measurements&organisation=${party.id}${more}`;
    for (const more of ["", "&mode=valid", "&check=true"]) {
      await uploadFile(admin, ["PUT", address(more)], table, { "content-type": types.csv });
    }
    const { text } = await open();
    const results = text.matchAll(
      /^rembuk_import_duration_seconds_count\{kind="MEASUREMENTS",result="(\w+)"\} 1$/gm,
    );
    expect([...results].map(([, result]) => result).sort()).toEqual([
      ...["checked", "failed", "imported"],
    ]);
  });
});

describe("the metrics of a hub that does not trace", () => {
  it("come in the format of Prometheus, whatever is accepted", async () => {
    const settings = { host: "METRICS_HOST", port: "METRICS_PORT" };
    const place = { host: "127.0.0.1", port: 0, settings };
    const server = await startMetricsServer(place, new Metrics());
    const { type, text } = await read(server.url, ofPrometheus);
    await server.close();
    expect(type).toBe("text/plain; version=0.0.4; charset=utf-8");
    expect(text).not.toContain("# EOF");
  });
});
