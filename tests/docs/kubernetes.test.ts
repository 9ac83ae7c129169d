import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, normalize } from "node:path";
import { describe, expect, it } from "@jest/globals";
import fastify from "fastify";
import { addHealth } from "../../src/app/http/health.js";
import { describedMetrics } from "../../src/app/metrics-reference.js";
import { projectFolder } from "../../src/app/store.js";
import { configSchema } from "../../src/platform/config-schema.js";
import { fileVariable } from "../../src/platform/secret-files.js";
import { variablesOf } from "../../src/platform/variables.js";
import {
  containersOf,
  files,
  folder,
  manifests,
  ofKind,
  readTrees,
  type Tree,
  workloads,
} from "../testkit/docs/manifests.js";
import { faultsOf } from "../testkit/hub/config-faults.js";

const repositoryFile = (path: string) => readFileSync(join(projectFolder(), path), "utf8");

const named = (trees: Tree[]): [string, Tree][] =>
  trees.map((tree) => [`${tree.kind} ${tree.metadata.name}`, tree]);

/** The hub's Deployment. */
const hub = workloads.find(
  ({ kind, metadata }) => kind === "Deployment" && metadata.name === "rembuk",
);
const [hubContainer] = containersOf(hub);

const variables = [...variablesOf(configSchema("production")).values()];
const names = variables.map(({ name }) => name);
const secrets = variables.filter(({ isSecret }) => isSecret).map(({ name }) => name);

const envOf = (kind: string, name: string): Record<string, string> => {
  const found = workloads.find((tree) => tree.kind === kind && tree.metadata.name === name);
  return Object.fromEntries(
    containersOf(found).flatMap(({ env }) =>
      env.map((one: { name: string; value: string }) => [one.name, one.value]),
    ),
  );
};

const settings: Record<string, string> = Object.fromEntries(
  readFileSync(join(folder, "settings.env"), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]),
);

/** Values for the secrets' files, as the page says how to make them. */
const examples: Record<string, string> = {
  DATABASE_URL: "postgres://rembuk_user:secret@rembuk-db-rw:5432/rembuk?sslmode=verify-full",
  DATABASE_OWNER_URL: "postgres://rembuk_owner:secret@rembuk-db-rw:5432/rembuk?sslmode=verify-full",
  S3_SECRET_ACCESS_KEY: "secret",
  WEBHOOK_KEYS: Buffer.alloc(32, 7).toString("base64"),
  NATS_URL: "nats://secret@rembuk-nats:4222",
};

/** The faults that a container's environment has, once its secrets' files are there. */
function faultsWith(env: Record<string, string>): readonly string[] {
  const place = mkdtempSync(join(tmpdir(), "rembuk-kubernetes-"));
  try {
    const given = Object.entries(env)
      .filter(([name]) => name !== "NODE_EXTRA_CA_CERTS")
      .map(([name]) => {
        const path = join(place, name);
        writeFileSync(path, `${examples[name.replace(/_FILE$/, "")]}\n`);
        return [name, path];
      });
    return faultsOf({ NODE_ENV: "production", ...settings, ...Object.fromEntries(given) });
  } finally {
    rmSync(place, { recursive: true });
  }
}

const mebibytes = (quantity: string): number =>
  Number.parseInt(quantity, 10) * (quantity.endsWith("Gi") ? 1024 : 1);

describe("the manifests for Kubernetes", () => {
  it("are all listed in a kustomization, and each listed one exists", () => {
    const listing = manifests.filter(({ tree }) => tree.kind && /^(Kustom|Comp)/.test(tree.kind));
    const listed = listing.flatMap(({ file, tree }) =>
      [...(tree.resources ?? []), ...(tree.patches ?? []).map(({ path }: Tree) => path)].map(
        (path: string) => normalize(join(dirname(file), path)),
      ),
    );
    const apart = ["monitoring/prometheus-adapter.yaml", ...listing.map(({ file }) => file)];
    expect([...listed, ...apart].sort()).toEqual([...files].sort());
    const main = readFileSync(join(folder, "kustomization.yaml"), "utf8");
    const offered = [...main.matchAll(/^# {3}- (\w+)$/gm)].map(([, name]) => name);
    const components = listing.filter(({ tree }) => tree.kind === "Component");
    expect(components.map(({ file }) => dirname(file)).sort()).toEqual(offered.sort());
  });

  it("hold no secret", () => {
    expect(ofKind("Secret")).toEqual([]);
    expect(secrets.filter((name) => name in settings)).toEqual([]);
    const inline = manifests
      .filter(({ tree }) => tree.spec?.template)
      .flatMap(({ tree }) => containersOf(tree).flatMap(({ env = [] }) => env))
      .filter(({ name }) => secrets.includes(name));
    expect(inline).toEqual([]);
  });

  it.each(named(workloads))("%s runs restricted, with bounded memory", (_, { spec }) => {
    const pod = spec.template.spec;
    expect(pod).toMatchObject({
      automountServiceAccountToken: false,
      // With them, names like REMBUK_PORT are in the environment, which the hub refuses.
      enableServiceLinks: false,
      securityContext: { runAsNonRoot: true, seccompProfile: { type: "RuntimeDefault" } },
    });
    expect(pod.securityContext.runAsUser).toBeGreaterThan(0);
    for (const container of containersOf({ spec })) {
      expect(container.securityContext).toEqual({
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ["ALL"] },
      });
      const { requests, limits } = container.resources;
      expect(Object.keys(requests).sort()).toEqual(["cpu", "memory"]);
      expect(mebibytes(limits.memory)).toBeGreaterThanOrEqual(mebibytes(requests.memory));
    }
  });

  it.each(named(workloads))(
    "%s mounts what it has, and volumes that its group may read",
    (_, { spec }) => {
      const { volumes = [], containers } = spec.template.spec;
      const mounted = containers.flatMap(({ volumeMounts = [] }: Tree) => volumeMounts);
      expect(mounted.map(({ name }: Tree) => name).sort()).toEqual(
        volumes.map(({ name }: Tree) => name).sort(),
      );
      for (const { secret } of volumes) if (secret) expect(secret.defaultMode).toBe(0o440);
    },
  );

  it("select the pods that they mean", () => {
    const pods = workloads.map(({ spec }) => spec.template.metadata.labels);
    const selectors = [
      ...workloads
        .filter(({ kind }) => kind !== "Job")
        .map(({ spec }) => spec.selector.matchLabels),
      ...ofKind("Service").map(({ spec }) => spec.selector),
      ...[...ofKind("PodDisruptionBudget"), ...ofKind("PodMonitor")].map(
        ({ spec }) => spec.selector.matchLabels,
      ),
      ...ofKind("NetworkPolicy").map(({ spec }) => spec.podSelector.matchLabels ?? {}),
      ...hub.spec.template.spec.topologySpreadConstraints.map(
        ({ labelSelector }: Tree) => labelSelector.matchLabels,
      ),
    ].filter((labels) => !("cnpg.io/cluster" in labels));
    expect(selectors.length).toBeGreaterThan(10);
    for (const labels of selectors) expect(pods).toContainEqual(expect.objectContaining(labels));
    // The service and the budget are of the hub alone, and not of the migration.
    const [service] = ofKind("Service").filter(({ metadata }) => metadata.name === "rembuk");
    const [budget] = ofKind("PodDisruptionBudget");
    expect(service.spec.selector).toEqual(hub.spec.selector.matchLabels);
    expect(budget.spec.selector.matchLabels).toEqual(hub.spec.selector.matchLabels);
    expect(hub.spec.template.metadata.labels).toEqual(hub.spec.selector.matchLabels);
  });
});

describe("the hub on Kubernetes", () => {
  const grace = hub.spec.template.spec.terminationGracePeriodSeconds;

  it("takes the settings as they are given, and the secrets from files", () => {
    const patches = manifests
      .filter(({ file, tree }) => tree.kind === "Deployment" && /^(nats|cloud)/.test(file))
      .flatMap(({ tree }) => containersOf(tree).flatMap(({ env }) => env));
    const added = Object.fromEntries(patches.map(({ name, value }: Tree) => [name, value]));
    expect(Object.keys(added).sort()).toEqual(["NATS_URL_FILE", "NODE_EXTRA_CA_CERTS"]);
    expect(faultsWith(envOf("Deployment", "rembuk"))).toEqual([]);
    expect(faultsWith({ ...envOf("Deployment", "rembuk"), ...added })).toEqual([]);
    expect(faultsWith(envOf("Job", "rembuk-migrate"))).toEqual([]);
    // The hub itself refuses unknown names with its prefix only.
    const known = [...names, ...secrets.map(fileVariable), "NODE_EXTRA_CA_CERTS"];
    const given = { ...settings, ...envOf("Job", "rembuk-migrate"), ...added };
    const all = Object.keys({ ...given, ...envOf("Deployment", "rembuk") });
    expect(all.filter((name) => !known.includes(name))).toEqual([]);
  });

  it("has not the owner's address, which the migration has", () => {
    const owners = workloads
      .filter(({ spec }) =>
        (spec.template.spec.volumes ?? []).some(
          ({ secret }: Tree) => secret?.secretName === "rembuk-owner",
        ),
      )
      .map(({ metadata }) => metadata.name);
    expect(owners).toEqual(["rembuk-migrate"]);
    expect(envOf("Deployment", "rembuk")).not.toHaveProperty("DATABASE_OWNER_URL_FILE");
    expect(envOf("Job", "rembuk-migrate")).toHaveProperty("DATABASE_OWNER_URL_FILE");
  });

  it("is probed at addresses that it answers, for which it has longer than it takes", async () => {
    const app = fastify({ exposeHeadRoutes: false });
    const whyNotReady = async () => undefined;
    addHealth(app, { lifecycle: { isStopping: false }, whyNotReady, details: () => ({}) });
    const probes = ["startupProbe", "readinessProbe", "livenessProbe"].map(
      (name) => hubContainer[name],
    );
    for (const { httpGet } of probes) {
      const { statusCode } = await app.inject({ url: httpGet.path });
      expect([httpGet.path, statusCode, httpGet.port]).toEqual([httpGet.path, 200, "http"]);
    }
    await app.close();
    // The database decides on requests, and never on a restart.
    expect(probes.map(({ httpGet }) => httpGet.path)).toEqual([
      "/health/live",
      "/health/ready",
      "/health/live",
    ]);
    const [, checkMs] = /checkMs = ([\d_]+)/.exec(repositoryFile("src/app/readiness.ts")) ?? [];
    const seconds = Number(checkMs?.replaceAll("_", "")) / 1000;
    expect(hubContainer.readinessProbe.timeoutSeconds).toBeGreaterThan(seconds);
  });

  it("is left the time to stop in an orderly way", () => {
    const [, stopMs] = /stopTimeoutMs = ([\d_]+)/.exec(repositoryFile("src/serve.ts")) ?? [];
    const pause = hubContainer.lifecycle.preStop.sleep.seconds;
    expect(grace).toBeGreaterThan(pause + Number(stopMs?.replaceAll("_", "")) / 1000);
  });

  it("listens on the ports that are named, and has room beside Node's heap", () => {
    const docker = repositoryFile("Dockerfile");
    const ports = Object.fromEntries(
      hubContainer.ports.map(({ name, containerPort }: Tree) => [name, String(containerPort)]),
    );
    expect(ports).toEqual({
      http: /^EXPOSE (\d+)$/m.exec(docker)?.[1],
      metrics: settings.METRICS_PORT,
    });
    expect(hub.spec.template.metadata.annotations["prometheus.io/port"]).toBe(ports.metrics);
    const heap = Number(/--max-old-space-size=(\d+)/.exec(docker)?.[1]);
    expect(mebibytes(hubContainer.resources.limits.memory)).toBeGreaterThanOrEqual(2 * heap);
    expect(docker).toContain(`USER ${hub.spec.template.spec.securityContext.runAsUser}:`);
  });

  it("is scaled by a metric that it has, within the connections of its database", () => {
    const [scaler] = ofKind("HorizontalPodAutoscaler");
    const metric = scaler.spec.metrics[0].pods.metric.name;
    const [adapter] = readTrees("monitoring/prometheus-adapter.yaml");
    const [rule] = adapter.rules.custom;
    expect(describedMetrics().map(({ name }) => name)).toContain(metric);
    expect([rule.name.as, rule.seriesQuery.split("{")[0]]).toEqual([metric, metric]);
    expect(scaler.spec.minReplicas).toBeGreaterThanOrEqual(3);
    expect(hub.spec.replicas).toBeUndefined();
    const [cluster] = ofKind("Cluster");
    const pods = scaler.spec.maxReplicas + hub.spec.strategy.rollingUpdate.maxSurge;
    // LIMIT_EXPORTS, EXPORT_JOBS and one more for files, and one for the hub itself.
    const each = 3 * Number(settings.DATABASE_POOL_SIZE) + 2 + 2 + 1 + 1;
    const most = Number(cluster.spec.postgresql.parameters.max_connections);
    expect(most).toBeGreaterThan(pods * each);
  });

  it("is replaced without a pod less, and never evicted whole", () => {
    expect(hub.spec.strategy.rollingUpdate.maxUnavailable).toBe(0);
    expect(ofKind("PodDisruptionBudget")[0].spec.maxUnavailable).toBe(1);
    const policies = ofKind("NetworkPolicy").filter(({ spec }) => !spec.podSelector.matchLabels);
    expect(policies.map(({ spec }) => [spec.policyTypes, spec.ingress, spec.egress])).toEqual([
      [["Ingress", "Egress"], undefined, undefined],
    ]);
  });
});
