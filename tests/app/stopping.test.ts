import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { expect, it } from "@jest/globals";
import { projectFolder } from "../../src/app/store.js";
import { testDatabase, testFolder } from "../testkit/hub/index.js";

/** A folder whose `npm start` is the project's, without its build: that would write what other tests load. */
async function startable(): Promise<string> {
  const folder = await mkdtemp(join(testFolder(), "npm-start-"));
  await chmod(folder, 0o755);
  const { scripts } = JSON.parse(await readFile(join(projectFolder(), "package.json"), "utf8"));
  const start = scripts.start.replace("node src/build.mjs", "true");
  await writeFile(join(folder, "package.json"), JSON.stringify({ scripts: { start } }));
  await symlink(join(projectFolder(), "dist"), join(folder, "dist"));
  return folder;
}

/** The time after which a hub counts as one that is not stopped, in milliseconds: a stop takes 25 seconds at most. */
const neverMs = 120_000;

it("a hub that was started by `npm start` stops in order when npm is asked to stop", async () => {
  const [folder, database] = [await startable(), await testDatabase("regions")];
  const settings = { NODE_ENV: "test", DATABASE_URL: database.url, PORT: "0", LOG_LEVEL: "info" };
  const npm = spawn("npm", ["start"], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder, ...settings, REMBUK_DATA: join(folder, "data") },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const said: { msg: string; pid: number }[] = [];
  // npm may end before the hub. A hub that the signal did not come to would stay.
  const stays = setTimeout(() => process.kill(said.at(-1)?.pid ?? 0, "SIGKILL"), neverMs);
  for await (const line of createInterface(npm.stdout)) {
    if (!line.startsWith("{")) continue;
    said.push(JSON.parse(line));
    if (said.at(-1)?.msg.startsWith("ready at")) npm.kill("SIGTERM");
  }
  clearTimeout(stays);
  expect(said.at(-1)?.msg).toBe("stopped");
  await database.drop();
  await rm(folder, { recursive: true });
});

it("a hub that is asked to stop before it has started ends at once, and says so", async () => {
  // A database that takes connections and says nothing: the start waits for it.
  const database = createServer();
  await once(database.listen(0, "127.0.0.1"), "listening");
  const { port } = database.address() as AddressInfo;
  const DATABASE_URL = `postgres://rembuk@127.0.0.1:${port}/rembuk`;
  const REMBUK_DATA = await mkdtemp(join(testFolder(), "stopping-"));
  const hub = spawn(process.execPath, [join(projectFolder(), "dist", "src", "main.js")], {
    env: { PATH: process.env.PATH, NODE_ENV: "test", PORT: "0", DATABASE_URL, REMBUK_DATA },
    stdio: ["ignore", "pipe", "inherit"],
  });
  database.once("connection", () => hub.kill("SIGTERM"));
  const closed = once(hub, "close");
  expect(await text(hub.stdout)).toMatch(/"msg":"stopping before the hub has started"/);
  expect(await closed).toEqual([143, null]);
  database.close();
  await rm(REMBUK_DATA, { recursive: true });
});
