import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { HubProcess } from "../testkit/hub/hub-process.js";
import {
  GraphqlClient,
  type TestDatabase,
  testDatabase,
  testFolder,
} from "../testkit/hub/index.js";
import { runProgram } from "../testkit/hub/run-program.js";

// What somebody meets who has just cloned the project and has two terminals. What the programs decide
// is tested in this process beside it: each program takes a second to start.

const person = "coordinator@disnaker-lebak.example";

/** A place for everything, which also keeps the hubs of other tests out of sight. */
let place: string;
let database: TestDatabase;
let hub: HubProcess;

const settings = () => ({ NODE_ENV: "development", TMPDIR: place });

beforeAll(async () => {
  place = mkdtempSync(join(testFolder(), "minutes-"));
  // As root the hub becomes another user.
  chmodSync(place, 0o777);
  database = await testDatabase("sample");
  const more = { DATABASE_URL: database.url, REMBUK_SAMPLE: "on" };
  hub = await HubProcess.start(join(place, "the data"), { ...settings(), ...more }, tellsTraces);
});
afterAll(async () => {
  await hub.stop();
  await database.drop();
  rmSync(place, { recursive: true });
});

/** Runs a program from a folder of its own, as in another terminal. */
const run = (program: string, args: readonly string[], env: Record<string, string> = {}) =>
  runProgram(program, args, { cwd: place, env: { ...settings(), ...env } });

/** Has Node tell on standard error of each file of OpenTelemetry that a process loads, besides its API, which prom-client has. */
const hook = `import { registerHooks } from "node:module";
registerHooks({
  load(url, about, next) {
    if (/@opentelemetry\\/(?!api\\/)/.test(url)) console.error("loaded " + url);
    return next(url, about);
  },
});`;
const tellsTraces = ["--import", `data:text/javascript,${encodeURIComponent(hook)}`];

describe("Without a collector of traces", () => {
  it("a hub loads nothing of OpenTelemetry's SDK", async () => {
    await new GraphqlClient(hub.url, {}).data("{ regions(first: 1) { nodes { code } } }");
    expect(hub.output.filter((line) => line.startsWith("loaded "))).toEqual([]);
    const otlp = new URL("../../src/platform/tracing/otlp.js", import.meta.url);
    const { stderr } = spawnSync(process.execPath, [...tellsTraces, fileURLToPath(otlp)], {
      encoding: "utf8",
    });
    expect(stderr).toMatch(/^loaded .*@opentelemetry\/sdk-trace/m);
  });
});

describe("Beside a running hub", () => {
  it("the token command finds the hub's data, and says which they are", async () => {
    const { code, stdout, stderr } = await run("cli", ["token", person]);
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: `These are the data of the hub at ${hub.url}: ${hub.dataFolder}\n`,
    });
    const client = new GraphqlClient(hub.url, { authorization: `Bearer ${stdout.trim()}` });
    expect((await client.ask("{ viewer { kind } }")).status).toBe(200);
  });

  it("the log's hint names the data, so that it can be copied", () => {
    const hint = `to act as a coordinator: REMBUK_DATA='${hub.dataFolder}' npm run -s rembuk -- token ${person}`;
    expect(hub.output.map((line) => JSON.parse(line).msg)).toContain(hint);
  });

  it("a second hub at its port is told so before any work is done", async () => {
    const data = join(place, "others");
    const { port } = new URL(hub.url);
    const { code, stdout, stderr } = await run("main", [], { PORT: port, REMBUK_DATA: data });
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: `The hub cannot start. Port ${port} of 127.0.0.1 is taken by another program: set PORT to another port, or to 0 for any free one. The hub of process ${hub.pid} has it, with the data in ${hub.dataFolder}.\n`,
    });
    expect(stdout).not.toMatch(/migrated|Postgres/);
    expect(existsSync(join(data, "postgres"))).toBe(false);
  });

  it("a second hub on a server that cannot be reached is told so, without a stack", async () => {
    const env = { DATABASE_URL: "postgres://a:hush@127.0.0.1:1/x", PORT: "0" };
    expect((await run("main", [], { ...env, REMBUK_DATA: join(place, "others") })).stderr).toBe(
      "The hub cannot start. The server of DATABASE_URL does not take the hub: connect ECONNREFUSED 127.0.0.1:1. Check the address, the role and the database.\n",
    );
  });

  it("its data are not deleted", async () => {
    const { code, stderr } = await run("cli", ["reset", "--yes"], { REMBUK_DATA: hub.dataFolder });
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: `The hub at ${hub.url} (process ${hub.pid}) uses ${hub.dataFolder}: stop it first.\n`,
    });
    expect(existsSync(join(hub.dataFolder, "development-issuer.json"))).toBe(true);
  });
});
