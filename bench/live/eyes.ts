import { loadavg } from "node:os";
import { join, resolve } from "node:path";
import pg from "pg";
import { developmentIssuer } from "../../src/access/development-issuer.js";
import { type BenchDatabase, dataFolder } from "../bench-database.js";
import { during, Worker } from "../processes.js";
import { startHub } from "../servers.js";
import { median, percentile, rounded } from "../statistics.js";
import type { EyesJob, EyesResult, Rembuk } from "./eyes-worker.js";
import { unlimited } from "./measure.js";

/** What to measure. */
export interface EyesOptions {
  /** The number of organisations, each with a person who watches the same rembuk. */
  eyes: number;
  /** How often both hubs are measured, in turns. */
  pairs: number;
  /** The `dist` of another build; without it, the hub that reads each payload by resolvers. */
  against?: string | undefined;
}

/** What one hub does in one turn. */
export interface EyesFigures {
  hub: string;
  eyes: number;
  /** From the commit of a change to a frame's receipt. */
  p50Ms: number;
  p99Ms: number;
  /** To the receipt of the last frame of each change. */
  lastP50Ms: number;
  hubCpuMs: number;
  postgresCpuMs: number;
  frameBytes: number;
  /** The load of the machine, over the last minute. */
  load: number;
}

/** The subscription of all: the rembuk as a room of it shows it. */
const document = `subscription Watch($id: ID!) {
  deliberationChanged(id: $id) {
    position
    change { kind operation entity entityId fields { name before after } }
    deliberation {
      id title status quorum { met sectorsMissing } invitations { isPresent organisation { name } }
      outcomes { nodes { id number text status tally { agree object } quorum { met } } }
    }
  }
}`;

/** The roles of the watchers, in turn: scopes of three shapes. */
const roles = ["VIEWER", "COORDINATOR", "ADMIN"];

/** Rows made of the first row of a table, with other values. */
const copies = (table: string, values: string) => `
  insert into ${table} select (jsonb_populate_record(one, ${values})).*
  from ${table} as one, generate_series(1, $1::int) as n
  where one.id = (select id from ${table} order by id limit 1)`;

/** One in so many organisations is invited to the rembuk. */
const invitedOf = 5;

/** Makes so many organisations with a person each, without the hub. */
async function makeEyes(client: pg.Client, rembuk: Rembuk, count: number): Promise<void> {
  await client.query("begin; set local session_replication_role = replica");
  const id = (kind: string) => `md5('${kind}' || n)::uuid`;
  await client.query(
    copies("organisation", `jsonb_build_object('id', ${id("o")}, 'key', 'eye-' || n)`),
    [count],
  );
  await client.query(
    copies(
      "user_account",
      `jsonb_build_object('id', ${id("u")}, 'email', 'eye-' || n || '@eyes.example')`,
    ),
    [count],
  );
  const role = `(array['${roles.join("','")}'])[1 + n % ${roles.length}]`;
  const ids = `'id', ${id("m")}, 'organisation_id', ${id("o")}, 'user_id', ${id("u")}`;
  await client.query(copies("membership", `jsonb_build_object(${ids}, 'role', ${role})`), [count]);
  const invited = `'id', ${id("i")}, 'organisation_id', md5('o' || n * ${invitedOf})::uuid`;
  await client.query(
    copies("invitation", `jsonb_build_object(${invited}, 'deliberation_id', '${rembuk.id}')`),
    [Math.floor(count / invitedOf)],
  );
  await client.query("commit; analyze");
}

/** The public rembuk with the most outcomes. */
async function rembukOf(client: pg.Client): Promise<Rembuk> {
  const { rows } = await client.query<Rembuk>(
    `select id, convener_id as convener from deliberation where visibility = 'PUBLIC'
     order by (select count(*) from outcome where deliberation_id = deliberation.id) desc, key limit 1`,
  );
  return rows[0] as Rembuk;
}

async function credentials(count: number): Promise<string[]> {
  const issuer = await developmentIssuer(dataFolder);
  return Promise.all(
    Array.from({ length: count }, (_, at) =>
      issuer.sign({ email: `eye-${at + 1}@eyes.example`, operator: false }),
    ),
  );
}

const shown = ({ latenciesMs, lastMs, ...found }: EyesResult) => ({
  ...{ p50Ms: rounded(median(latenciesMs)), p99Ms: rounded(percentile(latenciesMs, 0.99)) },
  ...{ lastP50Ms: rounded(median(lastMs)), frameBytes: found.frameBytes },
  ...{ hubCpuMs: rounded(found.hubCpuMs), postgresCpuMs: rounded(found.postgresCpuMs) },
});

/** A hub that is measured: its settings, and its program where it is another build. */
interface Measured {
  hub: string;
  settings?: Record<string, string> | undefined;
  program?: string | undefined;
}

/** Measures both hubs in turns. */
export async function measureEyes(
  database: BenchDatabase,
  { eyes, pairs, against }: EyesOptions,
): Promise<EyesFigures[]> {
  const other: Measured = against
    ? { hub: "the other build", program: join(resolve(against), "src", "main.js") }
    : { hub: "by resolvers", settings: { PLANNED_READS: "off" } };
  const { url, postgresPid = 0 } = database;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const rembuk = await rembukOf(client);
  await makeEyes(client, rembuk, eyes).finally(() => client.end());
  const tokens = await credentials(eyes);
  const figures: EyesFigures[] = [];
  for (let turn = 0; turn < 2 * pairs; turn += 1) {
    const { hub, settings, program }: Measured = turn % 2 === 0 ? other : { hub: "the hub" };
    const started = await startHub(database, { program, settings: { ...unlimited, ...settings } });
    const found = await during(started, ({ origin, pid }) =>
      during(new Worker<EyesJob, EyesResult>("live/eyes-worker.js"), (worker) =>
        worker.run({ origin, pid, postgresPid, url, rembuk, tokens, document }),
      ),
    );
    figures.push({ hub, eyes, ...shown(found), load: rounded(loadavg()[0] ?? Number.NaN) });
  }
  return figures;
}

/** The figures as a table of Markdown. */
export function eyesTable(figures: readonly EyesFigures[]): string {
  const heads = ["hub", "eyes", "p50 ms", "p99 ms", "last frame p50 ms", "hub CPU ms a change"];
  const rows = figures.map((one) => [
    ...[one.hub, one.eyes, one.p50Ms, one.p99Ms, one.lastP50Ms, one.hubCpuMs],
    ...[one.postgresCpuMs, one.frameBytes, one.load],
  ]);
  const all = [
    [...heads, "Postgres CPU ms a change", "bytes", "load"],
    Array(9).fill("---"),
    ...rows,
  ];
  return all.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
