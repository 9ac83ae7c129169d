import { chmod, mkdtemp } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import pg from "pg";
import { developmentIssuer } from "../../src/access/development-issuer.js";
import { startHubPostgres } from "../../src/platform/hub-postgres.js";
import { makeLogger } from "../../src/platform/logger.js";
import cases from "../../src/seed/cases.json" with { type: "json" };
import { type TestDatabase, testDatabase, testFolder } from "../testkit/hub/index.js";
import { runProgram } from "../testkit/hub/run-program.js";
import { asSuperuser } from "../testkit/postgres/sessions.js";

/** Runs `rembuk` as its user does. */
const rembuk = (args: readonly string[], env: Record<string, string> = {}) =>
  runProgram("cli", args, { env: { NODE_ENV: "test", REMBUK_DATA: testFolder(), ...env } });

const oneLine = (pattern: string) => expect.stringMatching(new RegExp(`^${pattern}\n$`));

describe("rembuk token", () => {
  const verified = async (...args: string[]) => {
    const { code, stdout, stderr } = await rembuk(["token", ...args]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    const issuer = await developmentIssuer(testFolder());
    return issuer.verify(stdout.trim());
  };

  it("prints a token of the person and nothing else", async () => {
    const email = "coordinator@disnaker-lebak.example";
    expect(await verified(email)).toMatchObject({ email, operator: false });
  });

  it("makes the platform's operator one, and others on demand", async () => {
    expect(await verified("operator@rembuk.example")).toMatchObject({ operator: true });
    expect(await verified("admin@ipb.example", "--operator")).toMatchObject({ operator: true });
  });

  it("lets the token live as long as its option says", async () => {
    const before = Date.now();
    const { expiresAt } = await verified("admin@ipb.example", "--expires-in", "60");
    expect(expiresAt.getTime()).toBeGreaterThan(before + 58_000);
    expect(expiresAt.getTime()).toBeLessThan(Date.now() + 61_000);
  });

  it("refuses what is no address and no number, and to sign beside a configured issuer", async () => {
    const oidc = { OIDC_ISSUER: "https://id.example/", OIDC_AUDIENCE: "rembuk" };
    const answers = await Promise.all([
      rembuk(["token", "nobody"]),
      rembuk(["token", "admin@ipb.example", "--expires-in", "soon"]),
      rembuk(["token", "admin@ipb.example"], oidc),
    ]);
    const reasons = [
      "nobody is not an e-mail address\\.",
      "error: .*'soon' is invalid\\. It is a whole number of seconds\\.",
      "Tokens come from https://id\\.example/ \\(OIDC_ISSUER\\).*",
    ];
    for (const [at, reason] of reasons.entries()) {
      expect(answers[at]).toEqual({ code: 1, stdout: "", stderr: oneLine(reason) });
    }
  });
});

describe("rembuk on a database", () => {
  let database: TestDatabase;
  let env: Record<string, string>;

  beforeAll(async () => {
    database = await testDatabase("sample");
    // On a busy machine the log may warn that Postgres has not answered yet.
    env = { DATABASE_URL: database.url, LOG_LEVEL: "error" };
  });
  afterAll(() => database.drop());

  /** What somebody can do who owns the database: the ledger's guards do not hold them. */
  const asItsOwner = async (statement: string) => {
    const client = new pg.Client({ connectionString: asSuperuser(database.url) });
    await client.connect();
    try {
      await client.query("set session_replication_role = replica");
      return (await client.query(statement)).rows;
    } finally {
      await client.end();
    }
  };

  it("finds nothing to migrate and nothing to seed where a hub has run", async () => {
    const nothing = { code: 0, stderr: "" };
    expect(await rembuk(["migrate"], env)).toEqual({ ...nothing, stdout: "nothing to apply\n" });
    expect(await rembuk(["seed"], env)).toEqual({ ...nothing, stdout: "made: 0 records\n" });
  });

  /** What `rembuk verify` says of the chain and of the sample's minutes while nobody has touched them. */
  const wholeChain = async () => {
    const [head] = await asItsOwner("select position, hash from ledger_head");
    return `whole: ${head.position} changes, ${head.hash}\n`;
  };
  const count = cases.deliberations.length;
  const filesHold = "files: 0 of 0 hold\n";
  const allHold = `minutes: ${count} of ${count} hold\n${filesHold}`;

  it("verifies the chain and all minutes, and names the first minutes that were altered", async () => {
    const whole = await wholeChain();
    const stdout = whole + allHold;
    expect(await rembuk(["verify"], env)).toEqual({ code: 0, stdout, stderr: "" });
    const set = "update minutes set document =";
    const altered = await asItsOwner(`${set} document || ' ' where id in
      (select id from minutes order by closed_at desc limit 2) returning id, closed_at`);
    const [first] = altered.sort((a, b) => a.closed_at - b.closed_at);
    const broken = `${whole}minutes: ${count - 2} of ${count} hold\nminutes ${first.id} do not hold: their hash is not that of their document\n${filesHold}`;
    expect(await rembuk(["verify"], env)).toEqual({ code: 1, stdout: broken, stderr: "" });
    await asItsOwner(`${set} rtrim(document)`);
  });

  it("looks whether all is well, with an exit code of its own for words that it does not know", async () => {
    const [found, unknown] = await Promise.all([
      rembuk(["doctor", "--json"], env),
      rembuk(["doctor", "--nonsense"], env),
    ]);
    const report = JSON.parse(found.stdout);
    const of = (id: string) =>
      report.checks.find((check: { id: string }) => check.id === id)?.level;
    expect([of("ledger.chain"), of("schema.migrations")]).toEqual(["ok", "ok"]);
    // The server of the tests keeps nothing.
    expect([found.code, report.level, of("server.durability")]).toEqual([1, "fault", "fault"]);
    expect([unknown.code, unknown.stdout]).toEqual([2, ""]);
  });

  it("names the first change that was altered, whatever the minutes are", async () => {
    await asItsOwner("update change set actor = 'hub' where position in (17, 40)");
    const broken = `broken at position 17: was altered\n${allHold}`;
    expect(await rembuk(["verify"], env)).toEqual({ code: 1, stdout: broken, stderr: "" });
  });

  it("says in a line why it cannot work, and leaves with 1", async () => {
    const elsewhere = { DATABASE_URL: "postgres://rembuk:hush@127.0.0.1:1/rembuk" };
    const [unreachable, misconfigured] = await Promise.all([
      rembuk(["verify"], elsewhere),
      rembuk(["verify"], { PORT: "many" }),
    ]);
    expect(unreachable).toEqual({ code: 1, stdout: "", stderr: oneLine(".*ECONNREFUSED.*") });
    expect(misconfigured).toMatchObject({ code: 1, stdout: "" });
    expect(misconfigured?.stderr).toMatch(/PORT: /);
  });

  it("works on the embedded Postgres of a running hub", async () => {
    const data = await mkdtemp(join(testFolder(), "shared-"));
    // As root Postgres runs as another user, who must be able to pass through.
    await chmod(data, 0o755);
    const postgres = await startHubPostgres({
      folder: join(data, "postgres"),
      logger: makeLogger({ logLevel: "silent", environment: "test" }),
      settings: { fsync: "off" },
    });
    const here = { REMBUK_DATA: data };
    const early = await rembuk(["verify"], here);
    const reason = oneLine("The database is not at this version: migrate it first\\.");
    expect(early).toEqual({ code: 1, stdout: "", stderr: reason });
    const stdout = oneLine("applied: \\d+_initial, .*");
    expect(await rembuk(["migrate"], here)).toEqual({ code: 0, stdout, stderr: "" });
    const empty = `whole: 0 changes, ${"0".repeat(64)}\nminutes: 0 of 0 hold\nfiles: 0 of 0 hold\n`;
    expect(await rembuk(["verify"], here)).toMatchObject({ code: 0, stdout: empty });
    await postgres.stop();
  });
});
