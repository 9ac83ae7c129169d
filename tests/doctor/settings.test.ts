import { once } from "node:events";
import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { production, settingFaults } from "../testkit/doctor/faults.js";
import { levelOf, type Unlike } from "../testkit/doctor/places.js";
import { S3Fake } from "../testkit/files/s3-fake.js";
import { testFolder } from "../testkit/hub/index.js";

describe("the checks of settings", () => {
  it.each([...new Set(settingFaults.map(({ id }) => id))])(
    "%s is content with a good hub",
    async (id) => {
      expect(await levelOf(id, production)).toBe("ok");
    },
  );

  it.each(settingFaults)("$id is a $level with $env", async ({ id, level, env }) => {
    expect(await levelOf(id, { ...production, ...env })).toBe(level);
  });

  it("find a port that another program has", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    expect(await levelOf("configuration.ports", { ...production, PORT: String(port) })).toBe(
      "fault",
    );
    server.close();
    expect(await levelOf("configuration.ports", production)).toBe("ok");
  });
});

describe("the checks of the machine", () => {
  const folder = mkdtempSync(join(testFolder(), "doctor-"));
  const hub = {
    pid: 77,
    url: "http://127.0.0.1:1/graphql",
    dataFolder: folder,
    issuer: null,
    hasServer: false,
  };

  /** A machine as the kernel would show it. */
  function machine(files: Record<string, string>): Unlike {
    const root = mkdtempSync(join(folder, "kernel-"));
    mkdirSync(join(root, "77"));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text);
    return { hub, system: { proc: root, cgroup: root } };
  }

  it("look at the version of Node", async () => {
    expect(await levelOf("machine.node", production)).toBe("ok");
    const old = { system: { node: "v20.1.0" } };
    expect(await levelOf("machine.node", production, old)).toBe("fault");
  });

  it("look at the user, the open files and the memory of the running hub", async () => {
    const good = machine({
      "77/status": "Name:\tnode\nUid:\t1000\t1000\t1000\t1000\n",
      "77/limits":
        "Max open files            65536                65536                files     \n",
      "77/cmdline": "node\0--max-old-space-size=300\0main.js\0",
      "memory.max": "1073741824\n",
    });
    const bad = machine({
      "77/status": "Name:\tnode\nUid:\t0\t0\t0\t0\n",
      "77/limits":
        "Max open files            1024                 1024                 files     \n",
      "77/cmdline": "node\0--max-old-space-size=1024\0main.js\0",
      "memory.max": "1073741824\n",
    });
    for (const id of ["machine.user", "machine.files", "machine.memory"]) {
      expect([id, await levelOf(id, production, good)]).toEqual([id, "ok"]);
      expect([id, await levelOf(id, production, bad)]).toEqual([id, "warning"]);
    }
  });

  it("look at the free space, also of a folder that is not there yet", async () => {
    const at = { ...production, REMBUK_DATA: "/dev/shm/rembuk-nowhere/data" };
    const free = (bytes: number) => ({
      system: { space: async () => ({ bavail: bytes, bsize: 1, blocks: 2 * bytes }) },
    });
    expect(await levelOf("machine.disk", at, free(1e10))).toBe("ok");
    expect(await levelOf("machine.disk", at, free(1e9))).toBe("warning");
    expect(await levelOf("machine.disk", at, free(1e8))).toBe("fault");
    // This machine has less than a terabyte of memory.
    const large = { ...at, LIMIT_SPOOL_BYTES: String(1024 ** 4) };
    expect(await levelOf("machine.disk", large)).not.toBe("ok");
  });

  it("look at who may read files with secrets", async () => {
    const data = mkdtempSync(join(folder, "data-"));
    const key = join(data, "webhook-key");
    writeFileSync(key, "", { mode: 0o600 });
    const at = { ...production, REMBUK_DATA: data };
    expect(await levelOf("machine.secrets", at)).toBe("ok");
    chmodSync(key, 0o644);
    expect(await levelOf("machine.secrets", at)).toBe("warning");
  });

  it("look at who may read the files that settings name in place of secrets", async () => {
    const data = mkdtempSync(join(folder, "data-"));
    const file = join(data, "webhook-keys");
    writeFileSync(file, Buffer.alloc(32, 7).toString("base64"));
    const at = { ...production, REMBUK_DATA: data, WEBHOOK_KEYS: "", WEBHOOK_KEYS_FILE: file };
    for (const mode of [0o400, 0o440]) {
      chmodSync(file, mode);
      expect(await levelOf("machine.secrets", at)).toBe("ok");
    }
    chmodSync(file, 0o444);
    expect(await levelOf("machine.secrets", at)).toBe("warning");
  });
});

describe("the checks of the identity provider", () => {
  let server: Server;
  let issuer: string;
  let keys: object[];

  beforeAll(async () => {
    server = createServer((req, res) => {
      const path = req.url ?? "";
      const discovery = { issuer, jwks_uri: `${issuer}/keys` };
      res.end(JSON.stringify(path === "/keys" ? { keys } : discovery));
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    keys = [{ kty: "RSA" }];
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const env = (more = {}) => ({ ...production, OIDC_ISSUER: issuer, ...more });

  it("read its keys", async () => {
    expect(await levelOf("provider.keys", env())).toBe("ok");
    expect(await levelOf("configuration.issuer", env())).toBe("ok");
  });

  it("find an issuer of another name, one without keys, and one that is away", async () => {
    expect(await levelOf("provider.keys", env({ OIDC_ISSUER: `${issuer}/` }))).toBe("fault");
    keys = [];
    expect(await levelOf("provider.keys", env())).toBe("fault");
    const away = env({ OIDC_ISSUER: "http://127.0.0.1:1" });
    expect(await levelOf("provider.keys", away)).toBe("fault");
    expect(await levelOf("provider.clock", away)).toBe("warning");
  });

  it("compare its clock with this machine's", async () => {
    expect(await levelOf("provider.clock", env())).toBe("ok");
    const ahead = { system: { now: () => Date.now() + 172_800_000 } };
    expect(await levelOf("provider.clock", env(), ahead)).toBe("warning");
  });
});

describe("the checks of services", () => {
  const data = mkdtempSync(join(testFolder(), "doctor-"));
  const at = { ...production, REMBUK_DATA: data };

  it("write, read and remove a few bytes in a bucket", async () => {
    const s3 = await S3Fake.start();
    const { config } = s3;
    const env = {
      ...at,
      S3_ENDPOINT: config.endpoint,
      S3_BUCKET: config.bucket,
      S3_REGION: config.region,
      S3_ACCESS_KEY_ID: config.accessKeyId,
      S3_SECRET_ACCESS_KEY: config.secretAccessKey,
    };
    expect(await levelOf("services.files", env)).toBe("ok");
    expect(s3.objects.size).toBe(0);
    expect(await levelOf("services.files", { ...env, S3_SECRET_ACCESS_KEY: "wrong" })).toBe(
      "fault",
    );
    await s3.stop();
  });

  it("find a folder of files that cannot be one", async () => {
    expect(await levelOf("services.files", at)).toBe("ok");
    // Root may write in every folder, and in a file's place nobody may.
    writeFileSync(join(data, "files"), "", { mode: 0o000 });
    expect(await levelOf("services.files", at)).toBe("fault");
  });

  it("find NATS that does not answer", async () => {
    expect(await levelOf("services.nats", at)).toBe("ok");
    expect(await levelOf("services.nats", { ...at, NATS_URL: "nats://127.0.0.1:1" })).toBe(
      "warning",
    );
  });

  it("ask the running hub whether it is ready", async () => {
    let status = 200;
    const server = createServer((_, res) => res.writeHead(status).end()).listen(0, "127.0.0.1");
    await once(server, "listening");
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
    const hub = { pid: 1, url, dataFolder: data, issuer: null, hasServer: true };
    expect(await levelOf("services.hub", at, { hub })).toBe("ok");
    status = 503;
    expect(await levelOf("services.hub", at, { hub })).toBe("fault");
    server.closeAllConnections();
    server.close();
    await once(server, "close");
    expect(await levelOf("services.hub", at, { hub })).toBe("fault");
  });
});
