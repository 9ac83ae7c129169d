import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import pg from "pg";
import {
  addressAs,
  missingRights,
  RoleFault,
  setUpRoles,
  sqlOn,
  verifierOf,
} from "../../src/platform/database/index.js";
import { type TestDatabase, TestHub, testDatabase, testFolder } from "../testkit/hub/index.js";
import { runProgram } from "../testkit/hub/run-program.js";
import { attacked, attacks, attacksOn } from "../testkit/postgres/attacks.js";
import { asSuperuser, inSession, ownerSettings, testPool } from "../testkit/postgres/sessions.js";

describe("the role that the hub runs as", () => {
  let database: TestDatabase;
  let hub: TestHub;
  let user: pg.Client;

  beforeAll(async () => {
    database = await testDatabase("sample");
    hub = await TestHub.start("sample", {}, database);
    user = new pg.Client({ connectionString: database.url });
    await user.connect();
  });
  afterAll(async () => {
    await user.end();
    await hub.stop();
    await database.drop();
  });

  it.each(attacks)("may not: %s", async (attack) => {
    expect(await attacked(user, attack)).toBeUndefined();
  });

  it("may alter, replace, empty or drop nothing that there is", async () => {
    const all = await inSession(database.url, attacksOn);
    expect(all.length).toBeGreaterThan(500);
    const successes: string[] = [];
    for (const attack of all) {
      const success = await attacked(user, attack);
      if (success) successes.push(success);
    }
    expect(successes).toEqual([]);
  });

  it("has its rights on every table, view and sequence, and no others", async () => {
    const { DATABASE_OWNER_URL } = ownerSettings(database.url);
    const owner = new pg.Client({ connectionString: DATABASE_OWNER_URL });
    await owner.connect();
    try {
      const run = sqlOn(owner);
      expect(await missingRights(run, "rembuk_user")).toEqual([]);
      await run("begin");
      await run("create table later (id int, name text)");
      await run("grant truncate on action to rembuk_user");
      await run("grant update (retained_from) on ledger_head to rembuk_user");
      await run("grant execute on function ledger_recognise to public");
      expect(await missingRights(run, "rembuk_user")).toEqual([
        'revoke all on "action" from "rembuk_user"',
        'grant SELECT, INSERT, UPDATE, DELETE on "action" to "rembuk_user"',
        'revoke all on "later" from "rembuk_user"',
        'grant SELECT, INSERT, UPDATE, DELETE on "later" to "rembuk_user"',
        'revoke all on "ledger_head" from "rembuk_user"',
        'grant SELECT on "ledger_head" to "rembuk_user"',
        'grant update ("position", "hash", "at") on "ledger_head" to "rembuk_user"',
        'revoke all on function ledger_recognise(bigint) from public, "rembuk_user"',
        'grant execute on function ledger_recognise(bigint) to "rembuk_user"',
      ]);
      await run("rollback");
    } finally {
      await owner.end();
    }
  });

  it("calls few functions of the owner, whose names are not looked up elsewhere, and makes partitions by one", async () => {
    const { rows } = await hub.sql.query(
      `select proname as name, proowner::regrole::text as owner, proconfig as settings from pg_proc
       where prosecdef and pronamespace = 'public'::regnamespace order by proname`,
    );
    const settings = ["search_path=public, pg_temp"];
    const names = ["ledger_make_partitions", "ledger_new_epoch", "ledger_recognise"];
    expect(rows).toEqual(names.map((name) => ({ name, owner: "rembuk_owner", settings })));
    await user.query("begin");
    await user.query("select ledger_make_partitions(made_to + 1) from ledger_partitioning");
    const made = await user.query(
      "select relowner::regrole::text as owner, relacl from pg_class where relname like 'change\\_from\\_%' order by oid desc limit 1",
    );
    await user.query("rollback");
    expect(made.rows).toEqual([{ owner: "rembuk_owner", relacl: null }]);
  });

  it("archives nothing, and says what is missing", async () => {
    const env = { NODE_ENV: "test", DATABASE_URL: database.url, REMBUK_DATA: testFolder() };
    const args = ["ledger", "archive", "--before", "1"];
    const { code, stderr } = await runProgram("cli", args, { env });
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr:
        "An archive of the ledger drops its lines from the database, which only its owner may: set DATABASE_OWNER_URL.\n",
    });
  });
});

describe("a database of one role", () => {
  const id = randomUUID().slice(0, 8);
  const [solo, admin] = [`solo_${id}`, `admin_${id}`];
  let database: TestDatabase;
  let env: Record<string, string>;
  const rembuk = (...args: string[]) => runProgram("cli", args, { env });

  beforeAll(async () => {
    database = await testDatabase("regions");
    await setUpRoles(asSuperuser(database.url), { owner: { name: solo }, user: { name: admin } });
    await inSession(database.url, (client) =>
      client.query("revoke all on all tables in schema public from rembuk_user"),
    );
    env = {
      NODE_ENV: "test",
      DATABASE_URL: addressAs(database.url, solo),
      REMBUK_DATA: testFolder(),
    };
  });
  afterAll(async () => {
    await database.drop();
    await inSession(process.env.REMBUK_TEST_POSTGRES ?? "", (client) =>
      client.query(`drop role ${solo}; drop role ${admin}`),
    );
  });

  it("goes on working with that role alone, with a warning", async () => {
    const { code, stdout, stderr } = await rembuk("migrate");
    expect({ code, stdout }).toEqual({ code: 0, stdout: "nothing to apply\n" });
    expect(stderr).toContain(`THE HUB'S ROLE ${solo} CAN ALTER THE LEDGER`);
    const hub = await TestHub.start("regions", { DATABASE_URL: env.DATABASE_URL ?? "" }, database);
    await hub.stop();
  });

  it("gets two roles by `rembuk roles`, and their rights by `rembuk migrate`", async () => {
    const DATABASE_ADMIN_URL = asSuperuser(database.url);
    env = { ...env, ...ownerSettings(database.url), DATABASE_ADMIN_URL };
    const made = {
      code: 0,
      stderr: "",
      stdout:
        "rembuk_owner owns the database, and rembuk_user is its user: rembuk migrate gives it its rights\n",
    };
    expect(await rembuk("roles")).toEqual(made);
    expect(await rembuk("roles")).toEqual(made);
    const unready = TestHub.start("regions", {}, database);
    await expect(unready).rejects.toThrow(RoleFault);
    await expect(unready).rejects.toThrow("run `rembuk migrate` with DATABASE_OWNER_URL");
    const migrated = await rembuk("migrate");
    expect(migrated).toEqual({ code: 0, stdout: "nothing to apply\n", stderr: "" });
    const pool = testPool(database.url, { max: 1 });
    const { rows } = await pool.query(
      `select count(*)::int as others from pg_class where relnamespace = 'public'::regnamespace
         and relowner <> 'rembuk_owner'::regrole`,
    );
    await pool.end();
    expect(rows).toEqual([{ others: 0 }]);
    const hub = await TestHub.start("regions", {}, database);
    await hub.stop();
  });

  it("gets them by an administrator that is no superuser, where that owns the database", async () => {
    const [owner, user, other] = [`owner_${id}`, `user_${id}`, `other_${id}`];
    const own = await testDatabase("regions");
    const name = new URL(own.url).pathname.slice(1);
    await setUpRoles(asSuperuser(own.url), { owner: { name: admin }, user: { name: other } });
    await inSession(own.url, (client) => client.query(`alter role ${admin} createrole createdb`));
    await setUpRoles(addressAs(own.url, admin), { owner: { name: owner }, user: { name: user } });
    await inSession(own.url, async (client) => {
      const { rows } = await client.query(
        `select datdba::regrole::text as database, relowner::regrole::text as ledger,
           pg_has_role('${owner}', '${user}', 'USAGE') as "seesUser"
         from pg_database, pg_class where datname = '${name}' and relname = 'change'`,
      );
      expect(rows).toEqual([{ database: owner, ledger: owner, seesUser: true }]);
    });
    await own.drop();
    await inSession(process.env.REMBUK_TEST_POSTGRES ?? "", (client) =>
      client.query(`drop role ${owner}; drop role ${user}; drop role ${other}`),
    );
  });

  it("gives its roles no superuser, and not one role twice", async () => {
    const to = (owner: string, user: string) =>
      setUpRoles(asSuperuser(database.url), { owner: { name: owner }, user: { name: user } });
    await expect(to("rembuk", "rembuk_user")).rejects.toThrow("The role rembuk is a superuser");
    await expect(to("rembuk_user", "rembuk_user")).rejects.toThrow("name two");
  });

  it("has the password of a role as Postgres itself stores it", async () => {
    await inSession(database.url, async (client) => {
      await client.query(`alter role ${solo} password 'rahasia-é-1'`);
      const { rows } = await client.query(
        "select rolpassword as stored from pg_authid where rolname = $1",
        [solo],
      );
      const [, salt = ""] = /:([^$]+)\$/.exec(rows[0].stored) ?? [];
      expect(verifierOf("rahasia-é-1", Buffer.from(salt, "base64"))).toBe(rows[0].stored);
    });
  });
});
