import assert from "node:assert/strict";
import { chmod, chown, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { projectFolder } from "../../src/app/store.js";
import { isKept } from "./compose-checks.js";
import type { Check } from "./image-checks.js";
import type { Scene } from "./scene.js";

/** Resolves when a hub says that it is ready. */
async function untilReady(scene: Scene): Promise<void> {
  for (;;) {
    const answer = await fetch(new URL("/health/ready", scene.url())).catch(() => undefined);
    if (answer?.ok) return;
    await delay(100);
  }
}

/** Ends the first process of a service as a fault would, and waits until Docker has started it anew. */
async function killed(scene: Scene, service: string): Promise<void> {
  const before = await scene.inspected<number>(service, ".RestartCount");
  process.kill(await scene.inspected<number>(service, ".State.Pid"), "SIGKILL");
  while ((await scene.inspected<number>(service, ".RestartCount")) === before) await delay(100);
}

/** The file that the page on containers says to lay over the compose file, with the operator's own folder. */
async function secretsOverride(folder: string): Promise<string> {
  const page = await readFile(
    join(projectFolder(), "docs/reference/operators/container.md"),
    "utf8",
  );
  const [, block = ""] = /```yaml\n(# docker-compose.override.yml\n[^`]+)```/.exec(page) ?? [];
  return block.replaceAll("./secrets/", `${folder}/`);
}

/** Checks of what happens to running containers. */
export const faultChecks: Record<string, Check> = {
  "a hub that is killed is started anew": async (scene) => {
    await killed(scene, "hub");
    await untilReady(scene);
    await isKept(scene);
  },

  "a Postgres that is killed is started anew, and the hub goes on": async (scene) => {
    await killed(scene, "postgres");
    await untilReady(scene);
    await isKept(scene);
  },

  "SIGTERM stops a hub in order": async (scene) => {
    await scene.output("stop", "hub");
    assert.equal(await scene.inspected("hub", ".State.ExitCode"), 0);
  },

  "secrets come from files, and are in no setting": async (scene) => {
    const folder = join(scene.folder, "secrets");
    await mkdir(folder);
    const { HUB_PASSWORD = "" } = scene.settings;
    const reached = `postgres://rembuk_user:${HUB_PASSWORD}@postgres:5432/rembuk`;
    await writeFile(join(folder, "database-url"), `${reached}\n`);
    await writeFile(join(folder, "webhook-keys"), `${Buffer.alloc(32, 7).toString("base64")}\n`);
    for (const name of ["database-url", "webhook-keys"]) {
      await chown(join(folder, name), 1000, 1000);
      await chmod(join(folder, name), 0o400);
    }
    await scene.override(await secretsOverride(folder));
    await scene.up();
    assert.equal(await scene.inspected("hub", ".State.Health.Status"), "healthy");
    const shown = await scene.inspected<string[]>("hub", ".Config.Env");
    assert.deepEqual(
      shown.filter((line) => line.includes(HUB_PASSWORD)),
      [],
    );
    const log = await scene.output("logs", "--no-log-prefix", "hub");
    assert.ok(!log.includes(HUB_PASSWORD));
    await isKept(scene);
  },

  "what was written is there after all containers were made anew": async (scene) => {
    await scene.output("down");
    await scene.up();
    await isKept(scene);
  },
};
