import "reflect-metadata";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { developmentIssuer } from "../src/access/development-issuer.js";
import { projectFolder } from "../src/app/store.js";
import { startHubPostgres } from "../src/platform/hub-postgres.js";
import { benchLogger, hubEnvironment } from "./bench-database.js";
import { during, type ServerProcess, serve } from "./processes.js";

// Exports of long lists, made in the background: how many rows a second, and how much memory the hub takes.
// `npm run exports -- 1000000 100000` says how many rows there are, and how many of them go to a workbook.

const [rows = 1_000_000, sheetRows = 100_000] = process.argv.slice(2).map(Number);
const folder = join(projectFolder(), ".rembuk", "exports");

/** Columns of each kind: texts along references, numbers, dates, instants. */
const columns = [
  ...["id", "indicator.key", "indicator.title", "region.name", "organisation.name"],
  ...["period", "startsOn", "value", "isBaseline", "status", "note", "createdAt"],
];

/** Fills the list of measurements, behind the ledger, with copies of one that differ in value and note. */
async function fill(url: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  const { rows: found } = await client.query("select count(*)::int as count from measurement");
  const missing = rows - found[0].count;
  if (missing > 0) {
    const unique = await client.query(`select indexrelid::regclass::text as name from pg_index
      where indrelid = 'measurement'::regclass and indisunique and not indisprimary`);
    for (const { name } of unique.rows) await client.query(`drop index ${name}`);
    await client.query("set session_replication_role = replica");
    await client.query(
      `insert into measurement select made.* from generate_series(1, ${missing}) n,
        (select * from measurement where region_id is not null order by id limit 1) one,
        lateral jsonb_populate_record(null::measurement, to_jsonb(one) || jsonb_build_object('id', uuidv7(),
          'value', n, 'note', 'Laporan capaian nomor ' || n)) made`,
    );
    await client.query("vacuum analyze measurement");
  }
  await client.end();
}

/** The most memory that a process has had, in MiB. */
const peakOf = ({ pid }: ServerProcess): number =>
  Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024;

/** Makes one export, and says how long it took from its start to its end, and how large it is. */
async function measure(hub: ServerProcess, token: string, input: object): Promise<string> {
  const ask = async (query: string, variables: object) => {
    const headers = { "content-type": "application/json", authorization: `Bearer ${token}` };
    const body = JSON.stringify({ query, variables });
    const answer = await fetch(`${hub.origin}/graphql`, { method: "POST", headers, body });
    const { data, errors } = (await answer.json()) as { data: never; errors?: unknown };
    if (errors) throw new Error(JSON.stringify(errors));
    return data as Record<string, Record<string, never>>;
  };
  const started = performance.now();
  const { startExport } = await ask(
    "mutation ($input: StartExportInput!) { startExport(input: $input) { export { id } } }",
    { input: { list: "measurements", columns, ...input } },
  );
  const { id } = (startExport as unknown as { export: { id: string } }).export;
  for (;;) {
    const { export: job } = await ask(
      "query ($id: ID!) { export(id: $id) { status rows bytes failure } }",
      { id },
    );
    const { status, rows: made, bytes, failure } = job as unknown as Record<string, number>;
    if (String(status) === "FAILED") throw new Error(String(failure));
    if (String(status) === "DONE") {
      const seconds = (performance.now() - started) / 1000;
      const each = Math.round(Number(made) / seconds);
      const size = Math.round(Number(bytes) / 2 ** 20);
      return `${made} rows, ${size} MiB, ${seconds.toFixed(1)} s, ${each} rows/s; peak ${Math.round(peakOf(hub))} MiB`;
    }
    await delay(100);
  }
}

const postgres = await startHubPostgres({
  folder: join(folder, "postgres"),
  logger: benchLogger(),
});
const env = { ...hubEnvironment(postgres.url), REMBUK_DATA: folder, EXPORT_JOBS: "1" };
const flags = ["--max-old-space-size=1024", "--max-semi-space-size=16"];
const start = (more: Record<string, string> = {}) =>
  serve("../src/main.js", "/health/ready", { ...env, ...more }, flags);
await during(await start({ REMBUK_SAMPLE: "on" }), async () => undefined);
await fill(postgres.url);
const issuer = await developmentIssuer(folder);
const token = await issuer.sign({ email: "operator@rembuk.example", operator: true });
const few = { value: { lte: sheetRows } };
for (const [name, input] of [
  ["CSV", { format: "CSV", locale: "id-ID" }],
  ["NDJSON", { format: "NDJSON" }],
  ["XLSX", { format: "XLSX", where: few }],
] as const) {
  // A hub of its own for each, whose peak is its own.
  const shown = await during(await start(), (hub) => measure(hub, token, input));
  console.log(`${name}: ${shown}`);
}
await postgres.stop();
