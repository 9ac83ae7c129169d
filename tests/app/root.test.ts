import { spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { writeXlsx } from "hucre/xlsx";
import { pino } from "pino";
import { developmentIssuer } from "../../src/access/development-issuer.js";
import { projectFolder } from "../../src/app/store.js";
import { startHubPostgres } from "../../src/platform/hub-postgres.js";
import { HubProcess } from "../testkit/hub/hub-process.js";
import { testDatabase } from "../testkit/hub/index.js";

const isRoot = process.geteuid?.() === 0;
/** What root gives up can be seen only where the tests run as root. */
const asRoot = isRoot ? it : it.skip;

const nobody = 65534;
const project = projectFolder();
const compiled = (path: string) => join(project, "dist", "src", `${path}.js`);

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "rembuk-root-"));
  chmodSync(root, 0o755);
});
afterAll(() => rmSync(root, { recursive: true }));

let serial = 0;
function folder(mode = 0o755): string {
  serial += 1;
  const path = join(root, `data-${serial}`);
  mkdirSync(path);
  chmodSync(path, mode);
  return path;
}

/** The settings of a hub, and what it finds once it has given up root. */
interface Attempt {
  dataFolder: string;
  program?: string;
  user?: { uid: number; gid: number };
  port?: number;
  metricsPort?: number;
  /** The user that starts it, where that is not the test's own. */
  startedAs?: number;
  /** Code that runs afterwards; its value is reported. */
  after?: string;
}

interface Report {
  outcome?: { became?: { uid: number }; keptBecause?: string };
  user: [uid: number, gid: number, groups: number[]];
  value?: unknown;
  error?: string;
}

/** Gives up root in a process of its own. */
function attempt({
  program = project,
  startedAs,
  after = "undefined",
  ...config
}: Attempt): Report {
  const settings = { user: { uid: nobody, gid: nobody }, port: 0, ...config };
  const script = `
    const { giveUpRoot } = await import(${JSON.stringify(compiled("platform/give-up-root"))});
    const outcome = giveUpRoot(${JSON.stringify(settings)}, ${JSON.stringify(program)});
    const user = [process.geteuid(), process.getegid(), process.getgroups()];
    let value, error;
    try { value = await (async () => (${after}))(); } catch (thrown) { error = thrown.stack; }
    console.log(JSON.stringify({ outcome, user, value, error }));`;
  serial += 1;
  const file = join(root, `attempt-${serial}.mjs`);
  writeFileSync(file, script);
  const flags = ["--enable-source-maps", file];
  const { stdout, stderr } = spawnSync(process.execPath, flags, {
    ...(isRoot && startedAs !== undefined && { uid: startedAs, gid: startedAs }),
    cwd: "/",
    encoding: "utf8",
  });
  expect(stderr).toBe("");
  return JSON.parse(stdout);
}

const ownerOf = (path: string): number => statSync(path).uid;

/** The owners of a folder and of all that is in it, each once. */
const ownersIn = (path: string): number[] => {
  const inside = readdirSync(path, { recursive: true, encoding: "utf8" });
  return [...new Set([path, ...inside.map((name) => join(path, name))].map(ownerOf))].sort();
};

/** A copy of the few files by which the hub tells whether a user can read its program. */
function programIn(place: string): string {
  const files = [
    ...["package.json", "dist/src/serve.js", "dist/src/platform/tables/xlsx-worker.js"],
    ...["node_modules/fastify/package.json", "schema/typed/persisted-documents.json"],
  ];
  for (const file of files) {
    mkdirSync(dirname(join(place, file)), { recursive: true });
    cpSync(join(project, file), join(place, file));
  }
  return place;
}

describe("A hub that is started as root", () => {
  const stays = (report: Report, reason: RegExp) => {
    expect(report.outcome?.keptBecause).toMatch(reason);
    expect(report.user[0]).toBe(0);
  };

  asRoot("becomes user 65534 with no group but its own, for good", () => {
    const dataFolder = folder();
    const report = attempt({ dataFolder, after: "process.setuid(0)" });
    expect(report.outcome).toEqual({ became: { uid: nobody, gid: nobody } });
    expect(report.user).toEqual([nobody, nobody, [nobody]]);
    expect(report.error).toMatch(/EPERM/);
    expect(ownerOf(dataFolder)).toBe(nobody);
  });

  asRoot("becomes the user of REMBUK_USER", () => {
    const { user } = attempt({ dataFolder: folder(), user: { uid: 1234, gid: 1235 } });
    expect(user).toEqual([1234, 1235, [1235]]);
  });

  asRoot("serves as before on a folder that root used before, and so do the commands", async () => {
    const dataFolder = folder(0o700);
    await developmentIssuer(dataFolder);
    mkdirSync(join(dataFolder, "files", "ab"), { recursive: true, mode: 0o700 });
    const database = await testDatabase("regions");
    const env = { GRAPHIQL: "on", METRICS_PORT: "0", DATABASE_URL: database.url };
    const compiledCode = folder();
    const hub = await HubProcess.start(dataFolder, { ...env, NODE_COMPILE_CACHE: compiledCode });
    try {
      // Kept while it was root, in a folder that is root's.
      const kept = readdirSync(compiledCode, { recursive: true });
      expect(kept.length).toBeGreaterThan(1000);
      expect(readFileSync(`/proc/${hub.pid}/status`, "utf8")).toMatch(/^Uid:(\t65534){4}$/m);
      const asked = (await hub.as()).data<{ viewer: { email: string } }>("{ viewer { email } }");
      expect((await asked).viewer.email).toBe("operator@rembuk.example");
      const page = await (await fetch(hub.url, { headers: { accept: "text/html" } })).text();
      const [, asset = ""] = /"(\/graphiql-assets\/[^"]+)"/.exec(page) ?? [];
      expect((await fetch(new URL(asset, hub.url))).status).toBe(200);
      expect(await command(env, dataFolder, "verify")).toMatch(/^whole: /);
      expect(ownersIn(dataFolder)).toEqual([nobody]);
    } finally {
      await hub.stop();
      await database.drop();
    }
  });

  asRoot("starts the database that root made, and root starts it again", async () => {
    const dataFolder = folder();
    const postgres = { folder: join(dataFolder, "postgres"), settings: { fsync: "off" } };
    const logger = pino({ level: "silent" });
    const start = () => startHubPostgres({ ...postgres, logger });
    await (await start()).stop();
    expect(ownersIn(dataFolder)).toEqual([0, nobody]);
    const program = JSON.stringify(compiled("platform/hub-postgres"));
    const log = "new Proxy({}, { get: () => () => {} })";
    const report = attempt({
      dataFolder,
      after: `(await (await import(${program})).startHubPostgres({ ...${JSON.stringify(postgres)}, logger: ${log} })).stop()`,
    });
    expect(report.error).toBeUndefined();
    expect(ownersIn(dataFolder)).toEqual([nobody]);
    await (await start()).stop();
    rmSync(postgres.folder, { recursive: true });
  });

  asRoot(
    "stays root where root made its database elsewhere, as the folder was barred",
    async () => {
      const dataFolder = folder(0o700);
      const database = join(dataFolder, "postgres");
      const logger = pino({ level: "silent" });
      const settings = { fsync: "off" };
      await (await startHubPostgres({ folder: database, settings, logger })).stop();
      chmodSync(dataFolder, 0o755);
      const note = readFileSync(join(database, "THE-DATABASE-IS-ELSEWHERE.txt"), "utf8");
      const [, home = ""] = /kept in (\/var\/lib\/rembuk\/\w+),/.exec(note) ?? [];
      try {
        stays(attempt({ dataFolder }), /^its database was made outside of .*, where it stays$/);
        expect(ownersIn(dataFolder)).toEqual([0]);
      } finally {
        rmSync(home, { recursive: true });
      }
    },
  );

  asRoot(
    "still loads its worker for spreadsheets, and shows the lines of its sources",
    async () => {
      const dataFolder = folder();
      mkdirSync(join(dataFolder, "files"));
      const file = join(dataFolder, "files", "one.xlsx");
      writeFileSync(file, await writeXlsx({ sheets: [{ name: "One", rows: [["a", 1]] }] }));
      chmodSync(file, 0o600);
      const reader = JSON.stringify(compiled("platform/tables/workbook-reader"));
      const read = attempt({
        dataFolder,
        after: `[...(await (await import(${reader})).readWorkbook(${JSON.stringify(file)})).keys()]`,
      });
      expect(read.error).toBeUndefined();
      expect(read.value).toEqual(["One"]);
      const errors = JSON.stringify(compiled("platform/errors"));
      const failed = attempt({ dataFolder, after: `(await import(${errors})).badUserInput(null)` });
      expect(failed.error).toMatch(/platform\/errors\.ts:\d+/);
    },
  );

  asRoot("stays root where its program is in a folder that others may not enter", () => {
    const barred = folder(0o700);
    const program = programIn(join(barred, "checkout"));
    stays(
      attempt({ dataFolder: folder(), program }),
      /^user 65534 cannot read .*checkout\/package\.json: move the hub/,
    );
    chmodSync(barred, 0o755);
    expect(attempt({ dataFolder: folder(), program }).user[0]).toBe(nobody);
    chmodSync(join(program, "dist", "src", "serve.js"), 0o600);
    stays(attempt({ dataFolder: folder(), program }), /cannot read .*serve\.js/);
  });

  asRoot("stays root where its data folder is below one, and gives nothing away", () => {
    const barred = folder(0o700);
    stays(
      attempt({ dataFolder: join(barred, "data") }),
      /^user 65534 cannot enter .*data: set REMBUK_DATA$/,
    );
    expect(ownerOf(join(barred, "data"))).toBe(0);
  });

  asRoot("stays root where the folder has what is not the hub's, or is another user's", () => {
    const wrong = folder();
    mkdirSync(join(wrong, "www"));
    mkdirSync(join(wrong, "files"));
    stays(attempt({ dataFolder: wrong }), /has "www" in it, which is not the hub's/);
    expect([wrong, join(wrong, "files")].map(ownerOf)).toEqual([0, 0]);
    const others = folder();
    chownSync(others, 1234, 1234);
    stays(attempt({ dataFolder: others }), /belongs to user 1234: give it to user 65534$/);
  });

  asRoot("gives away no file that a link leads to", () => {
    const dataFolder = folder();
    const outside = join(root, "outside");
    writeFileSync(outside, "root's");
    mkdirSync(join(dataFolder, "files"));
    symlinkSync(outside, join(dataFolder, "files", "link"));
    expect(attempt({ dataFolder }).user[0]).toBe(nobody);
    expect(ownerOf(outside)).toBe(0);
  });

  asRoot("stays root for a port that is root's, and where REMBUK_USER says so", () => {
    const first = Number(readFileSync("/proc/sys/net/ipv4/ip_unprivileged_port_start", "utf8"));
    const port = first - 1;
    if (port > 0) {
      stays(attempt({ dataFolder: folder(), port }), new RegExp(`^port ${port} is root's`));
      stays(attempt({ dataFolder: folder(), metricsPort: port }), /^port \d+ is root's/);
    }
    expect(attempt({ dataFolder: folder(), port: Math.max(first, 1) }).user[0]).toBe(nobody);
    stays(attempt({ dataFolder: folder(), user: { uid: 0, gid: 0 } }), /^REMBUK_USER says so$/);
  });
});

describe("A hub that an ordinary user starts", () => {
  it("stays that user, and gives nothing away", () => {
    const dataFolder = folder();
    const ordinary = isRoot ? 1234 : Number(process.geteuid?.());
    const report = attempt({ dataFolder, startedAs: ordinary });
    expect(report.outcome).toBeUndefined();
    expect(report.user[0]).toBe(ordinary);
    expect(ownerOf(dataFolder)).toBe(process.geteuid?.());
  });
});

async function command(
  env: Record<string, string>,
  dataFolder: string,
  ...args: string[]
): Promise<string> {
  const { stdout, stderr } = spawnSync(process.execPath, [compiled("cli"), ...args], {
    env: { PATH: process.env.PATH, NODE_ENV: "test", ...env, REMBUK_DATA: dataFolder },
    encoding: "utf8",
  });
  return stdout || stderr;
}
