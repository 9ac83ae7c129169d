import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type pg from "pg";
import { NewerDatabase } from "../../src/platform/database/index.js";
import { type TestDatabase, TestHub, testDatabase, testFolder } from "../testkit/hub/index.js";
import { runProgram } from "../testkit/hub/run-program.js";
import { organisationInput, write } from "../testkit/ledger/mutations.js";
import { testPool } from "../testkit/postgres/sessions.js";

const fromTheFuture = "20991231000000_of_a_newer_version";

describe("A database that a newer version has migrated, without support for this one", () => {
  let database: TestDatabase;
  let pool: pg.Pool;

  beforeAll(async () => {
    database = await testDatabase("regions");
    pool = testPool(database.url, { max: 1 });
    await pool.query("insert into schema_migration (name) values ($1)", [fromTheFuture]);
    await pool.query("update schema_support set oldest = $1", [fromTheFuture]);
  });
  afterAll(async () => {
    await pool.end();
    await database.drop();
  });

  const written = async () => {
    const { rows } = await pool.query(
      "select (select position from ledger_head), array(select name from schema_migration order by id)",
    );
    return rows;
  };

  it("is refused by a hub, which writes nothing to it", async () => {
    const before = await written();
    const start = TestHub.start("regions", { REMBUK_SAMPLE: "on" }, database);
    await expect(start).rejects.toThrow(NewerDatabase);
    await expect(start).rejects.toThrow(fromTheFuture);
    expect(await written()).toEqual(before);
  });

  it("is refused by the commands, in a line", async () => {
    const before = await written();
    const { code, stdout, stderr } = await runProgram("cli", ["verify"], {
      env: {
        NODE_ENV: "test",
        REMBUK_DATA: testFolder(),
        DATABASE_URL: database.url,
        LOG_LEVEL: "error",
      },
    });
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(new RegExp(`^.*${fromTheFuture}.*\n$`));
    expect(await written()).toEqual(before);
  });

  it("is used by a hub that the newer version still supports, which loads nothing into it", async () => {
    await pool.query("update schema_support set oldest = '20261201010100_cheaper_writes'");
    const [before] = await written();
    const hub = await TestHub.start("regions", { REMBUK_SAMPLE: "on" }, database);
    expect(await written()).toEqual([before]);
    const { position } = await write(await hub.operator, "createOrganisation", organisationInput());
    expect(position).toBe(Number(before.position) + 1);
    await hub.stop();
  });
});
