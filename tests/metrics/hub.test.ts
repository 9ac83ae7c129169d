import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { describedMetrics } from "../../src/app/metrics-reference.js";
import { subscribe, TestHub } from "../testkit/hub/index.js";
import { documents, organisationInput } from "../testkit/ledger/mutations.js";
import { untilCached } from "../testkit/reading/read-counts.js";

const counted = `query Counted { regions(where: { level: { eq: PROVINCE } }) { totalCount } }`;
const followed = "subscription Followed($after: Position) { changes(after: $after) { entityId } }";

describe("the metrics of a hub", () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await TestHub.start("sample");
  });
  afterAll(() => hub.stop());

  const shown = async () => (await fetch(hub.metricsUrl)).text();
  /** The figure of a series; undefined where it is not shown. */
  const figure = (text: string, series: string): number | undefined => {
    const line = text.split("\n").find((one) => one.startsWith(`${series} `));
    return line === undefined ? undefined : Number(line.slice(series.length + 1));
  };
  const paths = (text: string, name: string) =>
    [...text.matchAll(/^rembuk_operation_duration_seconds_count\{(.*)\} \d/gm)]
      .filter(([, labels]) => labels?.includes(`operation="${name}"`))
      .map(([, labels]) => /path="(\w+)"/.exec(labels ?? "")?.[1])
      .sort();

  it("say by which path each operation was answered", async () => {
    await untilCached(hub, () => hub.visitor.data(counted));
    await hub.visitor.data(
      'query Inspected { __type(name: "Query") { name } regions { totalCount } }',
    );
    const input = organisationInput();
    const operator = await hub.operator;
    await operator.data(documents.createOrganisation, { input });
    await hub.visitor.data("query Earlier @asOf(position: 1) { organisations { totalCount } }");
    const refused =
      "mutation Refused($input: CreateOrganisationInput!) { createOrganisation(input: $input) { position } }";
    await hub.visitor.ask(refused, { input: organisationInput() });
    const text = await shown();
    expect(paths(text, "Counted")).toEqual(["cached", "planned"]);
    expect(paths(text, "Inspected")).toEqual(["resolver"]);
    expect(paths(text, "Earlier")).toEqual(["past"]);
    expect(paths(text, "Refused")).toEqual(["refused"]);
    expect(figure(text, 'rembuk_cache_hits_total{cache="responses"}')).toBeGreaterThan(0);
    expect(figure(text, 'rembuk_cache_bytes{cache="responses"}')).toBeGreaterThan(0);
    expect(figure(text, 'rembuk_cache_misses_total{cache="plans"}')).toBeGreaterThan(0);
    expect(figure(text, 'rembuk_cache_entries{cache="documents"}')).toBeGreaterThan(0);
    expect(figure(text, "rembuk_ledger_append_seconds_count")).toBeGreaterThan(0);
    expect(figure(text, 'rembuk_pool_size_connections{pool="read"}')).toBeGreaterThan(0);
    expect(figure(text, 'rembuk_pool_wait_seconds_count{pool="write"}')).toBeGreaterThan(0);
    const graphql = 'rembuk_http_requests_total{route="/graphql",method="POST",status="200"}';
    expect(figure(text, graphql)).toBeGreaterThan(0);
  });

  it("count the frames of a subscription, and how late they are after the commit", async () => {
    const stream = subscribe(hub.socket(), followed);
    // A change that was committed before the stream ran says nothing about delivery: so until one has come.
    const operator = await hub.operator;
    let text = await shown();
    while (!figure(text, "rembuk_frame_lag_seconds_count")) {
      await operator.data(documents.createOrganisation, { input: organisationInput() });
      text = await shown();
    }
    expect(figure(text, "rembuk_subscriptions")).toBe(1);
    expect(figure(text, "rembuk_live_groups")).toBe(1);
    expect(figure(text, "rembuk_frames_total")).toBeGreaterThan(0);
    expect(figure(text, "rembuk_frame_bytes_total")).toBeGreaterThan(0);
    await stream.stop();
  });

  it("are the described ones, and no other", async () => {
    const names = [...(await shown()).matchAll(/^# TYPE (\w+) /gm)].map(([, name]) => name);
    expect(names).toEqual(describedMetrics().map(({ name }) => name));
  });

  it("know the ledger's head, and the work in the background", async () => {
    let text = await shown();
    while (figure(text, "rembuk_jobs_age_seconds") === undefined) text = await shown();
    const { rows } = await hub.sql.query("select position::int from ledger_head");
    expect(figure(text, "rembuk_ledger_lag_changes")).toBeDefined();
    expect(figure(text, "rembuk_ledger_head_position")).toBeLessThanOrEqual(rows[0].position);
    expect(figure(text, "rembuk_ledger_partitions")).toBeGreaterThan(0);
    expect(figure(text, "rembuk_ledger_archives")).toBe(0);
    expect(figure(text, "rembuk_webhook_backlog_changes")).toBe(0);
  });
});
