import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  chownSync,
  copyFileSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import pg from "pg";
import { pino } from "pino";
import {
  EmbeddedPostgresLocked,
  startEmbeddedPostgres,
} from "../../src/platform/embedded-postgres/index.js";

const moduleFolder = fileURLToPath(
  new URL("../../src/platform/embedded-postgres", import.meta.url),
);
const packageName = `@embedded-postgres/${process.platform}-${process.arch}`;
const packageFolder = dirname(dirname(createRequire(import.meta.url).resolve(packageName)));

const isRoot = process.geteuid?.() === 0;
/** The user that Postgres runs as, and the ordinary user of the tests that root runs. */
const nobody = 65534;
const postgresUser = isRoot ? { uid: nobody, gid: nobody } : {};
/** Only root can make another user's files and start as another user. */
const asRoot = isRoot ? it : it.skip;

const logger = pino({ level: "silent" });
const settings = { fsync: "off" };
const program = {
  name: "rembuk",
  title: "hub",
  folderSetting: "REMBUK_DATA",
  serverSetting: "DATABASE_URL",
};
const start = (folder: string) => startEmbeddedPostgres({ folder, program, logger, settings });

/** The program of a hub in its own process: it starts, reports, and runs until it is ended. */
const hubProgram = (module: string, folder: string): string => `
  import { startEmbeddedPostgres } from ${JSON.stringify(module)};
  const print = (value) => console.log(JSON.stringify(value));
  const logger = new Proxy({}, { get: () => () => {} });
  const settings = { fsync: "off" };
  try {
    const folder = ${JSON.stringify(folder)};
    const program = ${JSON.stringify(program)};
    const { url, pid, stop } = await startEmbeddedPostgres({ folder, program, logger, settings });
    process.on("SIGTERM", () => stop().then(() => process.exit()));
    process.on("SIGINT", () => print({ interrupted: true }));
    setInterval(() => {}, 1e6);
    print({ url, pid });
  } catch (error) {
    print({ error: error.message });
    process.exit(1);
  }
`;

interface Report {
  url: string;
  pid: number;
  error?: string;
  interrupted?: boolean;
}

interface HubProcess {
  process: ChildProcess;
  /** Its next report. */
  next(): Promise<Report>;
  stop(): Promise<void>;
  kill(): Promise<void>;
}

const hubs: HubProcess[] = [];

function spawnHub(
  folder: string,
  { module = join(moduleFolder, "index.js"), node = process.execPath, identity = {} } = {},
): HubProcess {
  const child = spawn(node, ["--input-type=module", "-e", hubProgram(module, folder)], {
    ...identity,
    cwd: "/",
    detached: true,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ended = once(child, "exit");
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await ended;
  };
  const hub: HubProcess = {
    process: child,
    next: async () => JSON.parse(String((await lines.next()).value)),
    stop: () => end("SIGTERM"),
    kill: () => end("SIGKILL"),
  };
  hubs.push(hub);
  return hub;
}

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await delay(2);
}

let root: string;
/** A database that most tests share; each leaves it stopped and intact. */
let folder: string;
/** A checkout with the tested folder alone, Node, and the package as npm leaves it without install scripts. */
let checkout: string;

function makeCheckout(): void {
  cpSync(moduleFolder, join(checkout, "postgres"), { recursive: true });
  cpSync(packageFolder, join(checkout, "node_modules", packageName), {
    recursive: true,
    filter: (source) => !lstatSync(source).isSymbolicLink(),
  });
  writeFileSync(join(checkout, "package.json"), '{ "type": "module" }');
  copyFileSync(process.execPath, join(checkout, "node"));
}

const spawnHubOfCheckout = (folder: string, identity = {}): HubProcess =>
  spawnHub(folder, {
    identity,
    module: join(checkout, "postgres", "index.js"),
    node: join(checkout, "node"),
  });

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "rembuk-test-"));
  chmodSync(root, 0o755);
  folder = join(root, "shared");
  checkout = join(root, "checkout");
  makeCheckout();
});

afterAll(async () => {
  await Promise.all(hubs.map((hub) => hub.kill()));
  rmSync(root, { recursive: true });
});

describe("the embedded Postgres", () => {
  it("makes its database at the first start and keeps its content for the next", async () => {
    const first = await start(folder);
    await query(first.url, "create table village as select 'Cikapek' as name");
    await Promise.all([first.stop(), first.stop()]);
    await first.stop();
    expect(lives(first.pid)).toBe(false);

    const second = await start(folder);
    expect(await query(second.url, "select name from village")).toEqual([{ name: "Cikapek" }]);
    expect(second.url).toBe(first.url);
    await second.stop();
  });

  it("orders texts by code point, and recognises letters beyond ASCII", async () => {
    const postgres = await start(folder);
    const [row] = await query(
      postgres.url,
      `select current_setting('server_version') as version, current_setting('timezone') as zone,
              current_setting('data_checksums') as checksums, lower('ÉLAN') as lower,
              'Z' < 'a' and 'z' < 'é' as ordered`,
    );
    await query(postgres.url, "create extension pg_trgm");
    const [trigrams] = await query(postgres.url, "select show_trgm('é') <> '{}' as known");
    await postgres.stop();
    expect(row).toEqual({
      version: "18.4",
      zone: "UTC",
      checksums: "on",
      lower: "élan",
      ordered: true,
    });
    expect(trigrams).toEqual({ known: true });
  });

  it("refuses a second hub on the same folder, naming the process and its database", async () => {
    const hub = spawnHub(folder);
    const { url } = await hub.next();
    const refused = await start(folder).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(EmbeddedPostgresLocked);
    expect(refused).toMatchObject({ folder, pid: hub.process.pid, url });
    expect((refused as Error).message).toContain(
      `Another hub (process ${hub.process.pid}) already uses ${folder}`,
    );
    expect(await query(url, "select 1 as alive")).toEqual([{ alive: 1 }]);
    await hub.kill();
  });

  it("refuses a second start within one hub too", async () => {
    const postgres = await start(folder);
    await expect(start(folder)).rejects.toThrow(`process ${process.pid}`);
    await postgres.stop();
  });

  it("stops by itself when the hub is killed", async () => {
    const hub = spawnHub(folder);
    const { pid } = await hub.next();
    expect(lives(pid)).toBe(true);
    await hub.kill();
    await until(() => !lives(pid));
  });

  it("waits for the Postgres of a killed hub, then starts with everything that was committed", async () => {
    const hub = spawnHub(folder);
    const { url, pid } = await hub.next();
    const client = new pg.Client({ connectionString: url });
    client.on("error", () => {});
    await client.connect();
    await client.query("create table pledge (amount int)");
    await client.query("insert into pledge values (1)");
    await client.query("begin");
    await client.query("insert into pledge values (2)");
    process.kill(pid, "SIGSTOP");
    await hub.kill();
    const messages = new Writable({
      write: (line, _encoding, done) => {
        if (String(line).includes("Waiting for the Postgres")) process.kill(pid, "SIGCONT");
        done();
      },
    });
    const waiting = startEmbeddedPostgres({ folder, program, settings, logger: pino(messages) });
    const next = await waiting.finally(() => lives(pid) && process.kill(pid, "SIGCONT"));
    expect(lives(pid)).toBe(false);
    expect(await query(next.url, "select amount from pledge")).toEqual([{ amount: 1 }]);
    await next.stop();
  });

  it("starts again after Postgres itself was killed, although another program has its process id", async () => {
    const before = await start(folder);
    const { socketFolder } = before;
    await before.stop();
    const stranger = spawn("sleep", ["600"], { ...postgresUser, cwd: "/" });
    const claims = [
      join(folder, "data", "postmaster.pid"),
      join(socketFolder, ".s.PGSQL.5432.lock"),
    ];
    mkdirSync(socketFolder, { mode: 0o700 });
    for (const claim of claims) writeFileSync(claim, `${stranger.pid}\n${folder}/data\n`);
    const after = await start(folder).finally(() => stranger.kill());
    expect(await query(after.url, "select 1 as alive")).toEqual([{ alive: 1 }]);
    await after.stop();
  });

  it("leaves no incomplete database when the hub is killed while it makes one", async () => {
    const unlucky = join(root, "unlucky");
    const hub = spawnHub(unlucky);
    await until(() => existsSync(join(unlucky, "data.new", "global", "pg_control")));
    await hub.kill();
    expect(existsSync(join(unlucky, "data"))).toBe(false);
    const next = await start(unlucky);
    expect(await query(next.url, "select current_database() as name")).toEqual([
      { name: "rembuk" },
    ]);
    expect(existsSync(join(unlucky, "data.new"))).toBe(false);
    await next.stop();
  });

  it("keeps Postgres running when Ctrl-C reaches the hub, which may drain first", async () => {
    const hub = spawnHub(folder);
    const { url } = await hub.next();
    const client = new pg.Client({ connectionString: url });
    client.on("error", () => {});
    await client.connect();
    process.kill(-(hub.process.pid as number), "SIGINT");
    expect(await hub.next()).toEqual({ interrupted: true });
    expect((await client.query("select 1 as alive")).rows).toEqual([{ alive: 1 }]);
    await client.end();
    await hub.kill();
  });

  it("survives a signal that a service manager sends to all processes, but not the hub's end", async () => {
    const hub = spawnHub(folder);
    const { url, pid } = await hub.next();
    const supervisor = Number(readFileSync(`/proc/${pid}/stat`, "utf8").split(" ")[3]);
    process.kill(supervisor, "SIGTERM");
    expect(await query(url, "select 1 as alive")).toEqual([{ alive: 1 }]);
    expect(lives(supervisor)).toBe(true);
    await hub.kill();
    await (await start(folder)).stop();
  });

  it("reports why Postgres did not start, and releases the folder", async () => {
    const bad = { ...settings, shared_buffers: "much" };
    const failed = startEmbeddedPostgres({ folder, program, logger, settings: bad });
    await expect(failed).rejects.toThrow(`The last lines of ${folder}/postgres.log:`);
    await expect(failed).rejects.toThrow('invalid value for parameter "shared_buffers"');
    await (await start(folder)).stop();
  });

  it("refuses data of another Postgres version, and leaves it as it is", async () => {
    const old = join(root, "old", "data");
    mkdirSync(old, { recursive: true, mode: 0o700 });
    writeFileSync(join(old, "PG_VERSION"), "17\n");
    if (isRoot) chownSync(old, nobody, nobody);
    await expect(start(dirname(old))).rejects.toThrow("was made by Postgres 17");
    expect(readFileSync(join(old, "PG_VERSION"), "utf8")).toBe("17\n");
  });

  it("refuses a socket folder that others can write in", async () => {
    const { socketFolder, stop } = await start(folder);
    await stop();
    expect(existsSync(socketFolder)).toBe(false);
    mkdirSync(socketFolder);
    chmodSync(socketFolder, 0o777);
    await expect(start(folder)).rejects.toThrow(`${socketFolder} is not a private folder`);
    rmdirSync(socketFolder);
  });

  asRoot("refuses a socket folder of another user (made by root)", async () => {
    const { socketFolder, stop } = await start(folder);
    await stop();
    mkdirSync(socketFolder, { mode: 0o700 });
    chownSync(socketFolder, 1, 1);
    await expect(start(folder)).rejects.toThrow("(user 1, mode 700)");
    rmdirSync(socketFolder);
  });

  asRoot("runs for an ordinary user from a read-only checkout (started by root)", async () => {
    const own = join(root, "ordinary");
    mkdirSync(own, { mode: 0o700 });
    chownSync(own, nobody, nobody);
    for (const start of ["first", "second"]) {
      const hub = spawnHubOfCheckout(join(own, "postgres"), postgresUser);
      const { url, error } = await hub.next();
      expect(error).toBeUndefined();
      await query(url, `create table ${start} ()`);
      const tables = await query(
        url,
        "select tablename as name from pg_tables where schemaname = 'public' order by 1",
      );
      expect(tables).toHaveLength(start === "first" ? 1 : 2);
      await hub.stop();
    }
  });

  it("starts two hubs at once from a package whose install script did not run", async () => {
    const pair = ["left", "right"].map((name) => spawnHubOfCheckout(join(root, name)));
    const reports = await Promise.all(pair.map((hub) => hub.next()));
    for (const { url, error } of reports) {
      expect(error).toBeUndefined();
      expect(await query(url, "select 1 as alive")).toEqual([{ alive: 1 }]);
    }
    await Promise.all(pair.map((hub) => hub.stop()));
  });

  asRoot("keeps the database under /var/lib when root's folder bars Postgres' user", async () => {
    chmodSync(checkout, 0o700);
    const barred = join(checkout, "data");
    const note = join(barred, "THE-DATABASE-IS-ELSEWHERE.txt");
    const first = spawnHubOfCheckout(barred);
    const { url, error } = await first.next();
    const home = /\/var\/lib\/rembuk\/[0-9a-f]{16}/.exec(readFileSync(note, "utf8"))?.[0] ?? "";
    try {
      expect(error).toBeUndefined();
      await query(url, "create table kept as select 7 as number");
      const refused = await spawnHubOfCheckout(barred).next();
      expect(refused.error).toContain(`Another hub (process ${first.process.pid})`);
      await first.stop();
      chmodSync(checkout, 0o755);
      const second = spawnHubOfCheckout(barred);
      const again = await second.next();
      expect(await query(again.url, "select number from kept")).toEqual([{ number: 7 }]);
      await second.stop();
    } finally {
      rmSync(home, { recursive: true });
    }
  });
});
