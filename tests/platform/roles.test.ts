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
import { asSuperuser, inSession, ownerSettings, testPool } from "../testkit/postgres/sessions.js";

const forbidden = "42501";

/** What would switch off the ledger's guards, or take its lines. */
const attacks = [
  "alter table change disable trigger all",
  "alter table ledger_head disable trigger all",
  "alter table change_from_1 disable trigger all",
  "alter table action add column remark text",
  "alter table change detach partition change_from_1",
  "drop trigger change_is_append_only on change",
  "drop trigger action_has_change on action",
  "create trigger mine before insert on change for each row execute function ledger_refuse()",
  "alter function ledger_guard() security definer",
  "create or replace function ledger_guard() returns trigger language plpgsql as 'begin return null; end'",
  "create or replace function ledger_refuse() returns trigger language plpgsql as 'begin return null; end'",
  "drop function ledger_append(text[])",
  "create function mine() returns int language sql as 'select 1'",
  "create table mine (id int)",
  "create schema mine",
  "drop table change",
  "drop table change_from_1",
  "drop table action cascade",
  "truncate change",
  "truncate change_from_1",
  "truncate action cascade",
  "truncate ledger_archive",
  "update change set actor = 'hub'",
  "update change_from_1 set actor = 'hub'",
  "delete from change",
  "delete from change_from_1",
  "select from change for update",
  "insert into change_from_1 select * from change",
  "update ledger_head set retained_from = 10",
  "update ledger_head set forks = '[]'",
  "delete from ledger_head",
  "insert into ledger_head values (false, 0, '', 0)",
  "update ledger_partitioning set made_to = 0",
  "insert into ledger_archive default values",
  "update ledger_archive set dropped_at = now()",
  "delete from change_kept",
  "delete from schema_migration",
  "update schema_migration set name = 'other'",
  "set session_replication_role = replica",
  "select set_config('session_replication_role', 'replica', true)",
  "set role rembuk_owner",
  "set role rembuk",
  "set session authorization rembuk",
  "grant rembuk_owner to rembuk_user",
  "alter role rembuk_user superuser",
  "create role mine superuser",
  "reassign owned by rembuk_owner to rembuk_user",
  "copy change to program 'cat'",
];

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
    await user.query("begin");
    // What owns an object is said in other words than what has no right; both are one state.
    await expect(user.query(attack)).rejects.toMatchObject({ code: forbidden });
    await user.query("rollback");
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
