import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { ChangeKind, canonicalBody } from "../../src/ledger/index.js";
import { cpuOf, cpuOfTree, work } from "../processes.js";
import { LightSocket } from "./light-socket.js";

/** The rembuk that is watched. */
export interface Rembuk {
  id: string;
  convener: string;
}

/** People who watch one rembuk, each with their own credential. */
export interface EyesJob {
  /** The address of the hub, its process, and that of its Postgres. */
  origin: string;
  pid: number;
  postgresPid: number;
  /** The address of the database, where changes are committed. */
  url: string;
  rembuk: Rembuk;
  tokens: string[];
  document: string;
}

export interface EyesResult {
  /** The time from a commit to the receipt of each frame, and to that of the last one of each change. */
  latenciesMs: number[];
  lastMs: number[];
  /** CPU for one change. */
  hubCpuMs: number;
  postgresCpuMs: number;
  frameBytes: number;
}

/** Changes before the measure, the most that are measured, the time for those, and the pause between them. */
const warmUp = 3;
const mostMeasured = 40;
const measuredMs = 15_000;
const pauseMs = 100;

const append = "select ledger_append($1::text[])::float8 as position";

/** Changes the rembuk's agenda without the hub; gives the position once the commit is acknowledged. */
async function change(client: pg.Client, { id, convener }: Rembuk, number: number) {
  const body = canonicalBody({
    at: new Date().toISOString(),
    ...{ actor: "hub", organisation: convener, operation: "updateDeliberation" },
    ...{ entity: "Deliberation", entityId: id, kind: ChangeKind.UPDATED },
    diff: { agenda: { before: `Agenda ${number}`, after: `Agenda ${number + 1}` } },
    ...{ deliberation: id, owner: convener },
  });
  // The sample's rembuk may be closed.
  await client.query("begin; set local session_replication_role = replica");
  await client.query("update deliberation set version = version + 1 where id = $1", [id]);
  const { rows } = await client.query<{ position: number }>(append, [[body]]);
  await client.query("commit");
  return { position: rows[0]?.position ?? Number.NaN, at: performance.now() };
}

/** The watchers' sockets, and when each frame came, by its position. */
class Eyes {
  readonly received = new Map<number, number[]>();
  frameBytes = 0;
  private readonly sockets: LightSocket[];
  private waiting: { position: number; resolve: () => void } | undefined;

  constructor(private readonly job: EyesJob) {
    const { origin, document: query, rembuk, tokens } = job;
    this.sockets = tokens.map((token) => {
      const connectionParams = { authorization: `Bearer ${token}` };
      const variables = { id: rembuk.id };
      return new LightSocket({ origin, query, variables, connectionParams }, this.note);
    });
  }

  async open(): Promise<void> {
    for (const { ready } of this.sockets) await ready;
  }

  /** Resolves when everybody has the frame of a position. */
  reached(position: number): Promise<void> {
    return new Promise((resolve) => {
      this.waiting = { position, resolve };
      this.check();
    });
  }

  close(): void {
    for (const socket of this.sockets) socket.close();
  }

  private readonly note = (frame: Buffer): void => {
    const at = frame.indexOf('"position":');
    if (at < 0) throw new Error(`Not a change: ${frame}`);
    const position = Number.parseInt(frame.toString("latin1", at + 11, at + 27), 10);
    const times = this.received.get(position) ?? [];
    this.received.set(position, times);
    times.push(performance.now());
    this.frameBytes = frame.length;
    this.check();
  };

  private check(): void {
    if (!this.waiting) return;
    const { position, resolve } = this.waiting;
    if (this.received.get(position)?.length !== this.job.tokens.length) return;
    this.waiting = undefined;
    resolve();
  }
}

work<EyesJob, EyesResult>(async (job) => {
  const client = new pg.Client({ connectionString: job.url });
  await client.connect();
  const eyes = new Eyes(job);
  await eyes.open();
  let number = 0;
  const next = async () => {
    number += 1;
    return change(client, job.rembuk, number);
  };
  // Subscriptions have started when everybody gets the same change, which may take a slow hub long.
  let isStarted = false;
  for (let waitMs = 2000; !isStarted; waitMs *= 2) {
    const { position } = await next();
    isStarted = await Promise.race([eyes.reached(position).then(() => true), delay(waitMs, false)]);
  }
  for (let turn = 0; turn < warmUp; turn += 1) await eyes.reached((await next()).position);
  const latenciesMs: number[] = [];
  const lastMs: number[] = [];
  const [hubBefore, postgresBefore] = [cpuOf(job.pid), cpuOfTree(job.postgresPid)];
  const began = performance.now();
  while (lastMs.length < mostMeasured && performance.now() - began < measuredMs) {
    await delay(pauseMs);
    const { position, at } = await next();
    await eyes.reached(position);
    const taken = (eyes.received.get(position) ?? []).map((time) => time - at);
    latenciesMs.push(...taken);
    lastMs.push(Math.max(...taken));
  }
  const each = 1000 * lastMs.length;
  const hubCpuMs = (cpuOf(job.pid) - hubBefore) / each;
  const postgresCpuMs = (cpuOfTree(job.postgresPid) - postgresBefore) / each;
  const { frameBytes } = eyes;
  eyes.close();
  await client.end();
  return { latenciesMs, lastMs, hubCpuMs, postgresCpuMs, frameBytes };
});
