import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { projectFolder } from "../../src/app/store.js";
import type { Check } from "./image-checks.js";
import type { Scene } from "./scene.js";

/** The services that stay, by the user of their process. */
const users = { hub: 1000, "hub-2": 1000, "hub-3": 1000, nats: 65534 };
const ofPostgres = ["postgres", "replica-1", "replica-2"];

/** The values of the first process' state, by their names. */
async function stateOf(scene: Scene, service: string): Promise<Map<string, string>> {
  const { stdout } = await scene.inside(service, "cat /proc/1/status");
  return new Map(
    stdout.split("\n").map((line) => {
      const [name = "", value = ""] = line.split(":\t");
      return [name, value.trim()] as const;
    }),
  );
}

interface HostConfig {
  Memory: number;
  NanoCpus: number;
  PidsLimit: number;
  ReadonlyRootfs: boolean;
  LogConfig: { Type: string; Config: Record<string, string> };
}

interface Organisation {
  organisation: { name: string } | null;
}

const id = "0b9d7f6e-5a54-4d6c-8f1e-0d9a2f6b7c11";
const created = `mutation { createOrganisation(input: { id: "${id}", name: "Of the image", sector: NGO })
  { organisation { name } } }`;
const found = `{ organisation(id: "${id}") { name } }`;

/** The organisation that the first check makes is there, whatever was started anew. */
export async function isKept(scene: Scene): Promise<void> {
  const { organisation } = await scene.ask<Organisation>(found);
  assert.deepEqual(organisation, { name: "Of the image" });
}

/** The names of the tried services. */
export const services = [...Object.keys(users), ...ofPostgres];

/** Checks of the compose file as it is. */
export const composeChecks: Record<string, Check> = {
  "hub and Postgres become healthy, and the preparation ends": async (scene) => {
    await scene.up();
    for (const service of ["hub", "postgres"]) {
      assert.equal(await scene.inspected(service, ".State.Health.Status"), "healthy");
    }
    assert.equal(await scene.inspected("prepare", ".State.ExitCode"), 0);
  },

  "it answers and writes at the published port, with the provider's tokens": async (scene) => {
    const { regions } = await scene.ask<{ regions: { totalCount: number } }>(
      "{ regions(first: 1) { totalCount } }",
    );
    assert.ok(regions.totalCount > 90_000);
    await scene.ask(created);
    await isKept(scene);
  },

  "the metrics are at a port that is not published": async (scene) => {
    const ports = await scene.inspected<Record<string, { HostIp: string }[] | null>>(
      ...(["hub", ".NetworkSettings.Ports"] as const),
    );
    const published = Object.entries(ports).filter(([, hosts]) => hosts?.length);
    assert.deepEqual(
      published.map(([port]) => port),
      ["4000/tcp"],
    );
    assert.deepEqual(
      published.flatMap(([, hosts]) => hosts?.map(({ HostIp }) => HostIp)),
      ["127.0.0.1"],
    );
    const asked = `node --eval 'fetch("http://hub:4001/metrics").then((r) => r.text()).then(console.log)'`;
    assert.match((await scene.inside("hub", asked)).stdout, /^rembuk_/m);
  },

  "three hubs, two replicas and NATS start beside them": async (scene) => {
    await scene.writeSettings({ NATS_URL: "nats://nats:4222" });
    await scene.up("replicas", "nodes");
    for (const service of services) {
      assert.equal(await scene.inspected(service, ".State.Health.Status"), "healthy", service);
    }
    await isKept(scene);
  },

  "no process is root's or has or can gain a right": async (scene) => {
    for (const service of services) {
      const state = await stateOf(scene, service);
      const [uid] = (state.get("Uid") ?? "0").split("\t");
      if (service in users) assert.equal(Number(uid), users[service as keyof typeof users]);
      assert.notEqual(uid, "0", service);
      assert.match(state.get("CapEff") ?? "", /^0+$/, service);
      assert.equal(state.get("NoNewPrivs"), "1", service);
      // 2: the system calls are filtered.
      assert.equal(state.get("Seccomp"), "2", service);
      if (service !== "postgres") assert.match(state.get("CapBnd") ?? "", /^0+$/, service);
    }
  },

  "the root file systems are read-only; /data and /tmp of a hub are not": async (scene) => {
    for (const service of services.filter((name) => name !== "nats")) {
      const { stderr, code } = await scene.inside(service, "touch /hub/x || touch /x");
      assert.notEqual(code, 0, service);
      assert.match(stderr, /Read-only file system/, service);
    }
    assert.equal(await scene.inspected("nats", ".HostConfig.ReadonlyRootfs"), true);
    const written = await scene.inside(
      "hub",
      "for each in /data /tmp; do echo 1 > $each/x && rm $each/x; done",
    );
    assert.equal(written.code, 0, written.stderr);
  },

  "memory, processors, processes and logs are bounded": async (scene) => {
    for (const service of services) {
      const host = await scene.inspected<HostConfig>(service, ".HostConfig");
      assert.ok(host.Memory > 0 && host.NanoCpus > 0 && host.PidsLimit > 0, service);
      assert.deepEqual(host.LogConfig, {
        Type: "json-file",
        Config: { "max-file": "5", "max-size": "10m" },
      });
    }
    const limit =
      "cat /sys/fs/cgroup/memory.max /sys/fs/cgroup/memory/memory.limit_in_bytes 2>/dev/null";
    assert.equal((await scene.inside("hub", limit)).stdout.trim(), String(2560 * 1024 * 1024));
  },

  "a hub has neither the superuser's nor the owner's password": async (scene) => {
    const { POSTGRES_PASSWORD = "", OWNER_PASSWORD = "", HUB_PASSWORD = "" } = scene.settings;
    const shown = await scene.inspected<string[]>("hub", ".Config.Env");
    const has = (password: string) => shown.some((line) => line.includes(password));
    assert.deepEqual([POSTGRES_PASSWORD, OWNER_PASSWORD, HUB_PASSWORD].map(has), [
      false,
      false,
      true,
    ]);
  },

  "every setting of the reference is passed through, and an empty one has its default": async (
    scene,
  ) => {
    const shown = await scene.inspected<string[]>("hub", ".Config.Env");
    const names = shown.map((line) => line.slice(0, line.indexOf("=")));
    const page = join(projectFolder(), "docs/reference/operators/configuration.md");
    const listed = [...(await readFile(page, "utf8")).matchAll(/^\| `([A-Z0-9_]+)` \|/gm)];
    // What belongs to the container, to the embedded Postgres, or to the preparation alone.
    const others = /^(HOST|REMBUK_USER|POSTGRES_RESTARTS|DATABASE_(ADMIN|OWNER)_URL)$/;
    const missing = listed.map(([, name]) => name ?? "").filter((name) => !names.includes(name));
    assert.deepEqual(
      missing.filter((name) => !others.test(name)),
      [],
    );
  },

  "the hubs with replicas read from both": async (scene) => {
    for (const port of ["HUB_2_PORT", "HUB_3_PORT"] as const) {
      const answer = await fetch(new URL("/health/ready", scene.url(port)));
      const { replicas } = (await answer.json()) as { replicas: { state: string }[] };
      assert.deepEqual(
        replicas.map(({ state }) => state),
        ["ready", "ready"],
      );
      const { organisation } = await scene.ask<Organisation>(found, scene.url(port));
      assert.deepEqual(organisation, { name: "Of the image" });
    }
  },

  "the doctor finds no fault, and the ledger is whole": async (scene) => {
    const doctor = await scene.inside("hub", "node dist/src/cli.js doctor");
    assert.match(doctor.stdout, /faults: 0/, doctor.stdout);
    const verified = await scene.inside("hub", "node dist/src/cli.js verify");
    assert.equal(verified.code, 0, verified.stderr);
    assert.match(verified.stdout, /^whole: /);
  },

  "the ledger can be archived as the page says": async (scene) => {
    const page = await readFile(
      join(projectFolder(), "docs/reference/operators/container.md"),
      "utf8",
    );
    const [, command] = /docker compose run --rm prepare "([^"]+)"/.exec(page) ?? [];
    const { code, stdout, stderr } = await scene.ran(
      "run",
      "--rm",
      "--no-TTY",
      "prepare",
      command ?? "",
    );
    assert.equal(code, 0, stderr + stdout);
  },
};
