import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { parseConfig } from "../../src/platform/config.js";
import { configSchema } from "../../src/platform/config-schema.js";
import { variablesOf } from "../../src/platform/variables.js";
import { faultsOf } from "../testkit/hub/config-faults.js";

describe("the configuration", () => {
  it("takes each secret from a file, without its last line end", () => {
    const folder = mkdtempSync(join(tmpdir(), "rembuk-secrets-"));
    const key = Buffer.alloc(32, 7).toString("base64");
    const secrets = {
      DATABASE_URL: "postgres://hub:a b@db.example/x",
      DATABASE_OWNER_URL: "postgres://owner@db.example/x",
      DATABASE_ADMIN_URL: "postgres://admin@db.example/x",
      DATABASE_READ_URLS: "postgres://one.example/x",
      S3_SECRET_ACCESS_KEY: "s3cret",
      BACKUP_S3_SECRET_ACCESS_KEY: "s3cret",
      WEBHOOK_KEYS: key,
      OTEL_EXPORTER_OTLP_HEADERS: "api-key=s3cret",
      NATS_URL: "nats://t0ken@nats.example",
    };
    const files = Object.entries(secrets).map(([name, value], at) => {
      const file = join(folder, name);
      writeFileSync(file, `${value}${["", "\n", "\r\n"][at % 3]}`);
      return [`${name}_FILE`, file] as const;
    });
    const store = {
      ...{ S3_ENDPOINT: "https://s3.example", S3_BUCKET: "files", S3_ACCESS_KEY_ID: "id" },
      OTEL_EXPORTER_OTLP_ENDPOINT: "http://collector:4318",
      ...{ BACKUP_S3_ENDPOINT: "https://s3.example", BACKUP_S3_ACCESS_KEY_ID: "id" },
    };
    try {
      const given = parseConfig({ ...store, ...Object.fromEntries(files) });
      const paths = files.map(([, file]) => file);
      expect({ ...given, secretFiles: [...given.secretFiles].sort() }).toEqual({
        ...parseConfig({ ...store, ...secrets }),
        secretFiles: paths.sort(),
      });
      const described = [...variablesOf(configSchema("production")).values()];
      const names = described.filter(({ isSecret }) => isSecret).map(({ name }) => name);
      expect(names.sort()).toEqual(Object.keys(secrets).sort());
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("refuses a file of a secret that it cannot use, by the file's variable and without its content", () => {
    const folder = mkdtempSync(join(tmpdir(), "rembuk-secrets-"));
    const file = (name: string, text: string) => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    };
    const absent = join(folder, "absent");
    try {
      const faults = faultsOf({
        DATABASE_URL_FILE: absent,
        DATABASE_READ_URLS_FILE: file("empty", " \n"),
        NATS_URL: "nats://nats.example",
        NATS_URL_FILE: file("nats", "nats://other.example"),
        WEBHOOK_KEYS_FILE: file("large", "k".repeat(65_537)),
        DATABASE_OWNER_URL_FILE: folder,
        DATABASE_ADMIN_URL_FILE: file("wrong", "hunter2"),
      });
      expect([...faults].sort()).toEqual([
        expect.stringMatching(/^DATABASE_ADMIN_URL: given a value that is not shown; allowed: /),
        `DATABASE_OWNER_URL_FILE: the file ${folder} cannot be read (EISDIR)`,
        `DATABASE_READ_URLS_FILE: the file ${join(folder, "empty")} is empty`,
        `DATABASE_URL_FILE: the file ${absent} cannot be read (ENOENT)`,
        "NATS_URL_FILE: given beside NATS_URL; give one of them",
        `WEBHOOK_KEYS_FILE: the file ${join(folder, "large")} has more than 65536 bytes`,
      ]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
