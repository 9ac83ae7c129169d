import "reflect-metadata";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { developmentIssuer } from "../src/access/development-issuer.js";
import { projectFolder } from "../src/app/store.js";
import { startHubPostgres } from "../src/platform/hub-postgres.js";
import { benchLogger, hubEnvironment } from "./bench-database.js";
import { type Plan, retitleBySql } from "./load/retitle-by-sql.js";
import { during, type ServerProcess, serve } from "./processes.js";
import { percentile, rounded } from "./statistics.js";

// Webhooks: how many deliveries a second a backlog gets, of one webhook and of several, and how long after its
// commit a change is received where nothing waits. `npm run webhooks -- 2000 8` says how many changes the
// backlog has, and how many webhooks there are at most.

const [backlog = 2000, most = 8] = process.argv.slice(2).map(Number);
const folder = join(projectFolder(), ".rembuk", "webhooks");

/** A receiver that answers at once; it notes when it has had each position. */
class Receiver {
  count = 0;
  readonly at = new Map<number, number>();
  private readonly server = createServer((request, response) => this.take(request, response));

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/`;
  }

  async until(count: number): Promise<void> {
    while (this.count < count) await delay(5);
  }

  stop(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  private take(request: IncomingMessage, response: ServerResponse): void {
    const position = Number(String(request.headers["webhook-id"]).split(".")[1]);
    request.resume().once("end", () => {
      this.count += 1;
      this.at.set(position, performance.now());
      response.writeHead(204).end();
    });
  }
}

/** What the measurements work with. */
interface Bench {
  ask<T>(query: string, variables: object): Promise<T>;
  client: pg.Client;
  plan: Plan;
  organisationId: string;
}

async function askerOf(hub: ServerProcess): Promise<Bench["ask"]> {
  const issuer = await developmentIssuer(folder);
  const token = await issuer.sign({ email: "admin@disnaker-lebak.example" });
  const headers = { "content-type": "application/json", authorization: `Bearer ${token}` };
  return async (query, variables) => {
    const body = JSON.stringify({ query, variables });
    const answer = await fetch(`${hub.origin}/graphql`, { method: "POST", headers, body });
    const { data, errors } = (await answer.json()) as { data: never; errors?: unknown };
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  };
}

async function planOf(client: pg.Client): Promise<Plan> {
  const { rows } = await client.query<Plan>(
    `select plan.id, 'Rencana' as title, programme_id as programme, area_id as area, lead_id as lead
     from action_plan plan where visibility = 'PUBLIC' order by id limit 1`,
  );
  const [plan] = rows;
  if (!plan) throw new Error("The sample has no public plan");
  return plan;
}

/** Makes so many changes of the plan; gives the position before the first. */
async function changes({ client, plan }: Bench, count: number): Promise<number> {
  let first = 0;
  for (let at = 0; at < count; at += 1) {
    const position = await retitleBySql(client, plan, `Rencana ${at} ${performance.now()}`);
    if (at === 0) first = position - 1;
  }
  return first;
}

/** Makes webhooks of the plan's changes after a position; gives the way to remove them. */
async function webhooks({ ask, organisationId, plan }: Bench, count: number, more: object) {
  const create =
    "mutation ($input: CreateWebhookInput!) { createWebhook(input: $input) { webhook { id } } }";
  const where = { plan: { id: { eq: plan.id } } };
  const made: string[] = [];
  for (let at = 0; at < count; at += 1) {
    const input = { organisationId, name: `bench ${at}`, where, ...more };
    const { createWebhook } = await ask<{ createWebhook: { webhook: { id: string } } }>(create, {
      input,
    });
    made.push(createWebhook.webhook.id);
  }
  const remove = "mutation ($input: RemovalInput!) { removeWebhook(input: $input) { position } }";
  return async () => {
    for (const id of made) await ask(remove, { input: { id, expectedVersion: 1 } });
  };
}

/** The deliveries a second of a backlog to so many webhooks. */
async function throughput(bench: Bench, after: number, count: number): Promise<string> {
  const receiver = new Receiver();
  const address = await receiver.start();
  const started = performance.now();
  const remove = await webhooks(bench, count, { address, after });
  await receiver.until(count * backlog);
  const seconds = (performance.now() - started) / 1000;
  await remove();
  receiver.stop();
  const all = count * backlog;
  return `${count} webhooks: ${all} deliveries in ${seconds.toFixed(1)} s, ${rounded(all / seconds)}/s, ${rounded(backlog / seconds)}/s each`;
}

/** How long after its commit a change is received, where nothing waits. */
async function latency(bench: Bench): Promise<string> {
  const receiver = new Receiver();
  const remove = await webhooks(bench, 1, { address: await receiver.start() });
  const waits: number[] = [];
  for (let at = 0; at < 200; at += 1) {
    const position = await retitleBySql(bench.client, bench.plan, `Sendiri ${at}`);
    const committed = performance.now();
    while (!receiver.at.has(position)) await delay(1);
    waits.push(Math.max(0, (receiver.at.get(position) ?? 0) - committed));
    await delay(20);
  }
  await remove();
  receiver.stop();
  const [half, worst] = [percentile(waits, 0.5), percentile(waits, 0.99)].map(rounded);
  return `a change alone: received ${half} ms after its commit at the median, p99 ${worst} ms`;
}

async function measure(hub: ServerProcess, client: pg.Client): Promise<void> {
  const ask = await askerOf(hub);
  const asked = '{ organisation(key: "disnaker-lebak") { id } }';
  const { organisation } = await ask<{ organisation: { id: string } }>(asked, {});
  const organisationId = organisation.id;
  const bench: Bench = { ask, client, plan: await planOf(client), organisationId };
  console.log(await latency(bench));
  const after = await changes(bench, backlog);
  for (const count of [...new Set([1, most])]) console.log(await throughput(bench, after, count));
}

const postgres = await startHubPostgres({
  folder: join(folder, "postgres"),
  logger: benchLogger(),
});
const env = { ...hubEnvironment(postgres.url), REMBUK_DATA: folder, REMBUK_SAMPLE: "on" };
const settings = { ...env, WEBHOOK_PRIVATE_HOSTS: "127.0.0.1", WEBHOOK_PER_ORGANISATION: "1000" };
const hub = await serve("../src/main.js", "/health/ready", settings);
const client = new pg.Client(postgres.url);
await client.connect();
await during(hub, () => measure(hub, client));
await client.end();
await postgres.stop();
