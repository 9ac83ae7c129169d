import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { projectFolder } from "../../src/app/store.js";
import { archivesOf, rowsBy, verifyLedger } from "../../src/ledger/index.js";
import { parseConfig } from "../../src/platform/config.js";
import { openFileStore } from "../../src/platform/files/index.js";
import { TestHub, testFolder } from "../testkit/hub/index.js";
import { runProgram } from "../testkit/hub/run-program.js";
import { organisationInput, write } from "../testkit/ledger/mutations.js";
import { endPartition } from "../testkit/ledger/partitions.js";
import {
  behindTheGuards,
  type Held,
  hold,
  openLedger,
  ownerSettings,
  untilBlocked,
} from "../testkit/postgres/sessions.js";

/** A step at which the command is killed: what holds it there, and how far the archive is then. */
interface Step {
  title: string;
  statements: string[];
  /** What holds it at the step where it is held before already. */
  next?: string[];
  /** True where the step waits for the transaction to end, and not for a lock. */
  isAwaited?: boolean;
  recorded: boolean;
  moved: boolean;
}

const steps: Step[] = [
  {
    title: "before the file is recorded",
    statements: ["lock table ledger_archive in share mode"],
    ...{ recorded: false, moved: false },
  },
  {
    title: "before the horizon moves",
    statements: ["select 1 from ledger_head for update"],
    ...{ recorded: true, moved: false },
  },
  {
    title: "before the partition is detached, while an earlier read goes on",
    statements: ["set transaction isolation level repeatable read", "select 1 from ledger_head"],
    ...{ isAwaited: true, recorded: true, moved: true },
  },
  {
    title: "while the partition is being detached",
    statements: ["lock table change in access share mode"],
    ...{ recorded: true, moved: true },
  },
  {
    title: "while somebody reads the partition by its name",
    statements: ["lock table change_from_1 in access share mode"],
    ...{ recorded: true, moved: true },
  },
  {
    title: "before the partition is dropped",
    statements: ["lock table change in access share mode"],
    next: ["lock table ledger_archive in share mode"],
    ...{ recorded: true, moved: true },
  },
];

describe("an archive of the ledger whose process is killed", () => {
  let hub: TestHub;
  let env: Record<string, string>;

  beforeEach(async () => {
    hub = await TestHub.start("sample");
    env = { NODE_ENV: "test", ...ownerSettings(hub.database.url), REMBUK_DATA: testFolder() };
    await endPartition(hub.database.url, 10);
    await write(await hub.operator, "createOrganisation", organisationInput());
  });
  afterEach(() => hub.stop());

  const single = async (statement: string) => (await hub.sql.query(statement)).rows[0];
  const archive = ["ledger", "archive", "--before", "900000"];

  /** The number of lines in the file store and in the ledger, and whether both are whole. */
  async function known() {
    const { orm, close } = await openLedger(hub.database.url);
    try {
      const files = await openFileStore(parseConfig(env));
      const verdict = await verifyLedger(orm.em.fork(), files);
      return { verdict, archives: await archivesOf(rowsBy(orm.em.getKysely())) };
    } finally {
      await close();
    }
  }

  /** Resolves once the command waits for an earlier read. */
  async function untilAwaited(): Promise<void> {
    for (;;) {
      const { waits } = await single(
        "select count(*)::int as waits from ledger_archive where horizon is not null",
      );
      if (waits > 0) return;
      await single("select pg_sleep(0.005)");
    }
  }

  /** Resolves once the first partition is no part of the ledger. */
  async function untilDetached(): Promise<void> {
    for (;;) {
      const { attached } = await single(
        "select count(*)::int as attached from pg_inherits where inhrelid = 'change_from_1'::regclass",
      );
      if (attached === 0) return;
      await single("select pg_sleep(0.005)");
    }
  }

  /** Kills the command at a step, also what the database still does for it. */
  async function killAt({ statements, next, isAwaited }: Step, held: Held[]): Promise<void> {
    const first = await hold(hub.database.url, ...statements);
    held.push(first);
    const cli = join(projectFolder(), "dist", "src", "cli.js");
    const command = spawn(process.execPath, [cli, ...archive], {
      env: { PATH: process.env.PATH, ...env },
      stdio: "ignore",
    });
    if (isAwaited) await untilAwaited();
    else await untilBlocked(hub.database.url, 1);
    if (next) {
      held.splice(0, 1, await hold(hub.database.url, ...next));
      await first.release();
      await untilDetached();
      await untilBlocked(hub.database.url, 1);
    }
    command.kill("SIGKILL");
    await once(command, "exit");
    await hub.sql.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'rembuk-archive'",
    );
  }

  it.each(steps)("$title loses nothing, and is ended by the next run", async (step) => {
    const { position } = await single("select position::int from ledger_head");
    const held: Held[] = [];
    try {
      await killAt(step, held);
      const then = await known();
      expect(then.verdict).toMatchObject({ whole: true, position });
      expect(then.archives).toHaveLength(step.recorded ? 1 : 0);
      const { moved } = await single("select retained_from > 0 as moved from ledger_head");
      expect(moved).toBe(step.moved);
      // Somebody writes meanwhile, and an id leads to its noun.
      if (!step.statements[0]?.includes("for update")) {
        await write(await hub.operator, "createOrganisation", organisationInput());
      }
    } finally {
      await Promise.all(held.map((one) => one.release()));
    }
    const done = await runProgram("cli", archive, { env });
    expect(done).toMatchObject({ code: 0, stderr: "" });
    const now = await known();
    const last = await single("select position::int from ledger_head");
    expect(now.verdict).toMatchObject({ whole: true, position: last.position });
    expect(now.archives.filter(({ isDropped }) => isDropped)).toHaveLength(now.archives.length);
    expect(now.archives[0]).toMatchObject({ first: 1 });
    const { tables, kept, creations } = await single(`select
      (select count(*)::int from pg_class where relname = 'change_from_1') as tables,
      (select count(*)::int from change_kept where kind = 'CREATED') as kept,
      (select count(distinct entity_id)::int from change_kept where kind = 'CREATED') as creations`);
    expect(tables).toBe(0);
    expect(kept).toBe(creations);
    expect(creations).toBeGreaterThan(100);
  });

  it("archives nothing where a line was altered, and names it", async () => {
    await behindTheGuards(hub.database.url, "update change set actor = 'hub' where position = 17");
    const refused = await runProgram("cli", archive, { env });
    expect(refused).toEqual({ code: 1, stdout: "", stderr: "The change at 17 was altered\n" });
    const { verdict, archives } = await known();
    expect(verdict).toMatchObject({ whole: false, position: 17 });
    expect(archives).toEqual([]);
  });

  it("does not run twice at once", async () => {
    const held: Held[] = [];
    held.push(await hold(hub.database.url, "select pg_advisory_lock(1634886504)"));
    const refused = await runProgram("cli", archive, { env });
    expect(refused).toMatchObject({ code: 1, stdout: "" });
    expect(refused.stderr).toMatch(/^Another process archives the ledger now\./);
    await Promise.all(held.map((one) => one.release()));
  });
});
