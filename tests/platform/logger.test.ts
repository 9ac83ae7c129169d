import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { HubError } from "../../src/platform/errors.js";
import { makeLogger } from "../../src/platform/logger.js";
import { runInRequest } from "../../src/platform/request-scope.js";

/** A log in memory: each line parsed, and all lines as written. */
const keptLog = (logLevel: "info" | "warn" = "info") => {
  const written: string[] = [];
  const log = makeLogger(
    { logLevel, environment: "test" },
    { write: (line) => void written.push(line) },
  );
  const lines = () => written.map((line) => JSON.parse(line) as Record<string, unknown>);
  return { log, lines, text: () => written.join("") };
};

const jwt = "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJzM2NyM3QifQ.c2lnbmF0dXJlLXMzY3IzdA";

/** Log lines that hold the given secret, by the form in which they hold it. */
const secretsOf = (secret: string): Record<string, unknown> => ({
  headers: { authorization: `Basic ${secret}`, cookie: `session=${secret}; theme=${secret}` },
  rawHeaders: ["Host", "hub.example", "Authorization", secret, "Cookie", `session=${secret}`],
  entries: [["set-cookie", `session=${secret}; HttpOnly`]],
  nested: { tokens: [secret], accessToken: secret, refresh_token: secret, "id-token": secret },
  keys: [{ apiKey: secret, api_key: secret, "x-api-key": secret, privateKey: { d: secret } }],
  database: { password: secret, connectionString: secret, DATABASE_URL: secret },
  oidc: { client_secret: secret, credentials: { user: "hub", value: secret } },
  address: `connecting to postgres://hub:${secret}@db.example/rembuk?sslmode=on`,
  oddAddress: `postgresql://hub:${secret}/x@${secret}@db.example`,
  bearer: `sent Bearer ${secret}, then left`,
  key: `rbk_0123456789AB_${secret}`,
  query: `/graphql?access_token=${secret}&api_key=${secret}`,
  setting: `host=db password='${secret} ${secret}' user=hub`,
  header: `GET / HTTP/1.1\nauthorization: Digest ${secret}\ncookie: a=${secret}; b=${secret}`,
  body: JSON.stringify({ password: `${secret} "${secret}"`, token: secret }),
  url: new URL(`https://hub:${secret}@hub.example/`),
  number: { password: 90_210_771 },
});

describe("the log", () => {
  it("is one JSON object a line, with ISO time, level, service and message", () => {
    const { log, lines, text } = keptLog();
    log.info({ plan: "pkk-kawasan" }, "plan %s opened", "pkk");
    expect(text()).toMatch(/^\{.*\}\n$/);
    expect(lines()).toEqual([
      {
        level: "info",
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
        service: "rembuk",
        environment: "test",
        pid: process.pid,
        hostname: expect.any(String),
        plan: "pkk-kawasan",
        msg: "plan pkk opened",
      },
    ]);
  });

  it("omits lines that are less severe than its level", () => {
    const { log, lines } = keptLog("warn");
    log.info("quiet");
    log.warn("loud");
    expect(lines().map(({ msg }) => msg)).toEqual(["loud"]);
  });

  it("names the current request, also after it awaited something", async () => {
    const { log, lines } = keptLog();
    const work = (requestId: string) =>
      runInRequest({ requestId, language: "id" }, async () => {
        await new Promise(setImmediate);
        log.child({ part: "ledger" }).info(requestId);
      });
    await Promise.all([work("first"), work("second")]);
    log.info("outside");
    expect(lines().map(({ msg, requestId }) => [msg, requestId])).toEqual([
      ["first", "first"],
      ["second", "second"],
      ["outside", undefined],
    ]);
  });

  it("goes to standard output in full, even if the process ends at once", () => {
    const module = new URL("../../src/platform/logger.js", import.meta.url);
    const script = `
      const { makeLogger } = await import(${JSON.stringify(fileURLToPath(module))});
      const log = makeLogger({ logLevel: "info", environment: "development" });
      for (let i = 1; i <= 500; i++) log.info({ i }, "line");
      process.exit(0);`;
    const { stdout } = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
      encoding: "utf8",
    });
    const numbers = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line).i);
    expect(numbers).toEqual(Array.from({ length: 500 }, (_, i) => i + 1));
  });
});

describe("a secret", () => {
  it.each(Object.keys(secretsOf("")))("is never in a line that holds it as %s", (way) => {
    const secret = "s3cr3t-Zx9";
    const holder = secretsOf(secret)[way];
    const { log, lines, text } = keptLog();
    log.info({ [way]: holder }, "in the object");
    log.info({ deep: [{ er: { still: [[{ [way]: holder }]] } }] }, "deep in the object");
    log.child({ [way]: holder }).info("in a child's bindings");
    log.info(
      `in the message: ${typeof holder === "string" ? holder : JSON.stringify({ [way]: holder })}`,
    );
    log.info("as an argument: %s %j %o", holder, { [way]: holder }, { [way]: holder });
    expect(lines()).toHaveLength(5);
    expect(text()).not.toMatch(/s3cr3t|90210771/);
    expect(text().match(/\[redacted\]/g)?.length).toBeGreaterThanOrEqual(5);
  });

  it("is never in a line, whatever its form and depth", () => {
    const key = fc.constantFrom("password", "Authorization", "cookie", "apiToken", "DATABASE_URL");
    const marked = fc.string().map((any) => `s3cr3t${any}s3cr3t`);
    const holder = fc.letrec((tie) => ({
      node: fc.oneof(
        { maxDepth: 6 },
        fc.dictionary(key, marked, { minKeys: 1 }),
        fc.dictionary(fc.string(), tie("node"), { minKeys: 1, maxKeys: 3 }),
        fc.array(tie("node"), { minLength: 1, maxLength: 3 }),
      ),
    })).node;
    fc.assert(
      fc.property(holder, (held) => {
        const { log, text } = keptLog();
        log.info({ held }, "held");
        expect(text()).not.toContain("s3cr3t");
      }),
      { numRuns: 300 },
    );
  });

  it("is redacted in an error's message, stack, causes and fields", () => {
    const { log, text, lines } = keptLog();
    const cause = Object.assign(new Error("connect postgres://hub:s3cr3t@db/x"), {
      config: { password: "s3cr3t" },
    });
    const many = new AggregateError([new Error("token=s3cr3t"), new Error("Bearer s3cr3t")], jwt);
    const error = Object.assign(new Error(`refused ${jwt}`, { cause }), { errors: [many] });
    log.error(error);
    log.info({ err: error });
    log.error({ err: error }, "with words");
    log.error({ failure: error }, "under another name");
    log.child({ err: error }).error("in a child's bindings");
    log.error("as an argument: %s", error);
    expect(text()).not.toMatch(/s3cr3t|c2lnbmF0dXJl/);
    expect(
      lines()
        .slice(0, 3)
        .map(({ msg }) => msg),
    ).toEqual(["refused [redacted]", "refused [redacted]", "with words"]);
  });

  it("is searched without delay in a megabyte that a requester chose", () => {
    const { log } = keptLog();
    const hostile = [
      "a",
      "token",
      "eyJ-",
      "a://",
      "a://@",
      'token:"',
      "bearer ",
      "cookie=",
      "\\",
      "rbk_",
    ];
    for (const part of hostile) log.info({ text: part.repeat(1_000_000 / part.length) }, "token");
  });

  it("leaves the rest of its line unchanged", () => {
    const { log, lines } = keptLog();
    const rest = {
      plan: "p",
      figures: [1, null, true],
      limits: { tokens: 4000 },
      at: { x: "é\n" },
    };
    log.info({ ...rest, token: "s3cr3t" }, "Bearer s3cr3t came from portal.example");
    expect(lines()).toEqual([
      expect.objectContaining({
        ...rest,
        token: "[redacted]",
        msg: "Bearer [redacted] came from portal.example",
      }),
    ]);
  });
});

describe("an error", () => {
  it("is logged with its type, message, stack, code and causes", () => {
    const { log, lines } = keptLog();
    const refused = Object.assign(new TypeError("refused"), { code: "ECONNREFUSED", port: 5432 });
    log.error({ err: new Error("no database", { cause: refused }) });
    expect(lines()[0]).toMatchObject({
      msg: "no database",
      err: {
        type: "Error",
        message: "no database",
        stack: expect.stringMatching(/^Error: no database\n\s+at .*logger\.test\.[jt]s/),
        causes: [{ type: "TypeError", message: "refused", code: "ECONNREFUSED", port: 5432 }],
      },
    });
  });

  it("of the database is logged without the row's values", () => {
    const { log, lines, text } = keptLog();
    const fields = {
      severity: "ERROR",
      table: "organisation",
      constraint: "organisation_key_unique",
      detail: "Key (email)=(siti@lebak.example) already exists.",
      where: "COPY organisation, line 1: siti@lebak.example",
      internalQuery: "select 'siti@lebak.example'",
      parameters: ["siti@lebak.example"],
    };
    const twice = 'duplicate key value violates unique constraint "organisation_key_unique"';
    log.error(Object.assign(new Error(twice), fields, { code: "23505" }));
    const notUuid = 'invalid input syntax for type uuid: "siti@lebak.example" "x"';
    const badValue = Object.assign(new Error(notUuid), fields, { code: "22P02" });
    log.error(badValue);
    log.error({ cause: badValue }, "failed");
    expect(text()).not.toContain("siti");
    const { severity, table, constraint } = fields;
    expect(lines()).toEqual([
      expect.objectContaining({
        msg: twice,
        err: expect.objectContaining({
          message: twice,
          code: "23505",
          severity,
          table,
          constraint,
        }),
      }),
      expect.objectContaining({ msg: 'invalid input syntax for type uuid: "…"' }),
      expect.objectContaining({
        cause: expect.objectContaining({ message: 'invalid input syntax for type uuid: "…"' }),
      }),
    ]);
  });

  it("is logged with the beginning of a message that quotes a client at length", () => {
    const { log, lines } = keptLog();
    const error = new Error("x".repeat(1_000_000));
    log.error({ err: new Error("failed", { cause: error }) }, "failed");
    expect(JSON.stringify(lines()[0]).length).toBeLessThan(10_000);
  });

  it("of the hub's own is logged with its code", () => {
    const { log, lines } = keptLog();
    log.warn(new HubError("CONFLICT", { en: "Stale.", id: "Basi." }));
    expect(lines()[0]).toMatchObject({
      msg: "Stale.",
      err: { type: "HubError", code: "CONFLICT" },
    });
  });
});
