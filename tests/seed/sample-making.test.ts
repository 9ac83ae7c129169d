import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { EntityManager, MikroORM } from "@mikro-orm/postgresql";
import pg from "pg";
import { type Act, Ledger, type Recorded, verifyLedger } from "../../src/ledger/index.js";
import cases from "../../src/seed/cases.json" with { type: "json" };
import { sampleId } from "../../src/seed/records.js";
import { seedSample } from "../../src/seed/seed.js";
import { type TestDatabase, TestHub, testDatabase, testFolder } from "../testkit/hub/index.js";
import { openDatabase } from "../testkit/seed/opened-database.js";

type Row = Record<string, unknown>;

/** A ledger that dies, as its process might, after so many transactions. */
class MortalLedger extends Ledger {
  private done = 0;

  constructor(
    orm: MikroORM,
    private readonly life: number,
  ) {
    super(orm);
  }

  override transact<T>(
    act: Act,
    work: (em: EntityManager, act: Act) => Promise<T>,
  ): Promise<Recorded<T>> {
    if (this.done === this.life) return Promise.reject(new Error("died"));
    this.done += 1;
    return super.transact(act, work);
  }
}

/** Runs `rembuk seed` in a process of its own. */
function runSeed({ url }: TestDatabase) {
  const cli = fileURLToPath(new URL("../../src/cli.js", import.meta.url));
  const env = { NODE_ENV: "test", DATABASE_URL: url, REMBUK_DATA: testFolder() };
  const child = spawn(process.execPath, [cli, "seed"], { env, stdio: ["ignore", "pipe", "pipe"] });
  const [stdout, stderr, exit] = [text(child.stdout), text(child.stderr), once(child, "close")];
  const ended = async () => {
    const [code] = await exit;
    return { code, stdout: await stdout, stderr: await stderr };
  };
  return { child, ended: ended() };
}

/** What happened, in order; without the ids that the hub makes anew each time. */
async function storyOf(orm: MikroORM): Promise<Row[]> {
  return orm.em.getConnection().execute(`
    select operation, entity, kind, actor, organisation_id, request,
      case when entity not in ('User', 'Participant', 'OutcomeVersion', 'Minutes')
        then entity_id end as entity_id
    from change order by position`);
}

const outcomes = cases.deliberations.flatMap(({ outcomes = [] }) => outcomes);

const recordsBeforeDeliberations =
  cases.organisations.length * 5 +
  cases.organisations.filter(({ sector }) => sector === "UNIVERSITY").length +
  cases.programmes.length +
  cases.areas.length +
  cases.plans.flatMap(({ actions }) => [1, ...actions]).length;

/** Indicators with their figures, and groups: each made in one step. */
const results =
  cases.enterpriseGroups.length +
  cases.indicators.flatMap(({ series, targets = [] }) => [1, ...series, ...targets]).length;

const recordsInAll =
  recordsBeforeDeliberations +
  cases.assessments.length +
  cases.deliberations.length +
  cases.deliberations.flatMap(({ attending = [] }) => attending).length +
  outcomes.flatMap(({ becomes }) => (becomes ? [1, becomes] : [1])).length +
  results;

/**
 * Two further steps take each plan up; two complete the one action that is; three end in a deliberation's minutes; one shows
 * who looks after the questionnaire that the hub published before.
 */
const stepsOfPlans = cases.plans.length * 2 + 2;
const stepsBeforeDeliberations = recordsBeforeDeliberations + stepsOfPlans;
const stepsInAll =
  recordsInAll + stepsOfPlans + cases.deliberations.length * 3 + cases.instruments.length;

describe("making the sample data", () => {
  const open: (() => Promise<void>)[] = [];
  const start = async (template: "regions" | "sample") => {
    const database = await testDatabase(template);
    const opened = await openDatabase(database);
    open.push(opened.close, database.drop);
    return { database, ...opened };
  };
  const startHub = async (template: "regions" | "sample") => {
    const hub = await TestHub.start(template);
    const { orm, ledger, close } = await openDatabase(hub.database);
    open.push(close, () => hub.stop());
    return { hub, orm, ledger };
  };
  let story: Row[];

  beforeAll(async () => {
    story = await storyOf((await start("sample")).orm);
  });
  afterAll(async () => {
    for (const close of open) await close();
  });

  it("is in the ledger, whole, and done once", async () => {
    const { orm, ledger } = await start("regions");
    expect(await seedSample(ledger)).toEqual({ made: recordsInAll, leftOut: [] });
    expect(await storyOf(orm)).toEqual(story);
    const position = await ledger.position();
    expect(await seedSample(ledger)).toEqual({ made: 0, leftOut: [] });
    expect(await verifyLedger(orm.em.fork())).toMatchObject({ whole: true, position });
  });

  it("goes on where it died, wherever that was", async () => {
    const { orm, ledger } = await start("regions");
    let deaths = 0;
    const live = () => seedSample(new MortalLedger(orm, 1)).then(() => true);
    const die = (error: Error) => {
      expect(error.message).toBe("died");
      deaths += 1;
      return false;
    };
    while (!(await live().catch(die))) expect(deaths).toBeLessThan(stepsInAll);
    // Each life made one record, or took one of those with a lifecycle a step on; the last did not die.
    expect(deaths).toBe(stepsInAll - 1);
    expect(await storyOf(orm)).toEqual(story);
    expect(await seedSample(ledger)).toEqual({ made: 0, leftOut: [] });
  });

  it("survives kill -9 and is completed by the next `rembuk seed`", async () => {
    const { database, orm } = await start("regions");
    const listener = new pg.Client({ connectionString: database.url });
    await listener.connect();
    await listener.query("listen rembuk_change");
    const killed = runSeed(database);
    let commits = 0;
    listener.on("notification", () => {
      commits += 1;
      if (commits === 60) killed.child.kill("SIGKILL");
    });
    const end = await killed.ended;
    await listener.end();
    expect(end).toEqual({ code: null, stdout: "", stderr: "" });
    expect((await storyOf(orm)).length).toBeLessThan(story.length);
    const stdout = expect.stringMatching(/^made: \d+ records\n$/);
    expect(await runSeed(database).ended).toEqual({ code: 0, stdout, stderr: "" });
    expect(await storyOf(orm)).toEqual(story);
  });

  it("is done once by nodes that start together", async () => {
    const { database, orm, prepared } = await start("regions");
    const second = await openDatabase(database);
    open.unshift(second.close);
    const seedings = await Promise.all([prepared(), second.prepared()]);
    expect(seedings.map(({ made }) => made).sort((a, b) => a - b)).toEqual([0, recordsInAll]);
    expect(await storyOf(orm)).toEqual(story);
  });

  it("leaves alone what people changed or removed", async () => {
    const { hub, ledger } = await startHub("sample");
    const coordinator = await hub.as("coordinator@disnaker-lebak.example");
    const title = "Training services matched to need";
    await coordinator.data(
      "mutation ($input: ChangeActionStatusInput!) { changeActionStatus(input: $input) { position } }",
      {
        input: {
          id: sampleId("action", `kasepuhan-plan/${title}`),
          status: "IN_PROGRESS",
          expectedVersion: 1,
        },
      },
    );
    const admin = await hub.as("admin@ipb.example");
    await admin.data(
      "mutation ($input: UpdateOrganisationInput!) { updateOrganisation(input: $input) { position } }",
      { input: { id: sampleId("organisation", "ipb"), name: "IPB", expectedVersion: 1 } },
    );
    await admin.data(
      "mutation ($input: RemovalInput!) { removeMember(input: $input) { position } }",
      { input: { id: sampleId("membership", "viewer@ipb.example"), expectedVersion: 1 } },
    );
    const { rows } = await hub.sql.query(
      "select id from adoption where action_id = $1 order by created_at limit 1",
      [sampleId("action", `kasepuhan-plan/${title}`)],
    );
    await coordinator.data(
      "mutation ($input: RemovalInput!) { removeAdoption(input: $input) { position } }",
      { input: { id: rows[0].id, expectedVersion: 1 } },
    );
    const position = await ledger.position();
    expect(await seedSample(ledger)).toEqual({ made: 0, leftOut: [] });
    expect(await ledger.position()).toBe(position);
  });

  it("leaves open a deliberation that people went on with after a killed run", async () => {
    const { hub, orm, ledger } = await startHub("regions");
    // The first one has no outcomes and is closed; the second is in session.
    const life = stepsBeforeDeliberations + 4 + 3;
    await expect(seedSample(new MortalLedger(orm, life))).rejects.toThrow("died");
    const [, second] = cases.deliberations;
    const id = sampleId("deliberation", String(second?.key));
    const coordinator = await hub.as("coordinator@kemnaker.example");
    await coordinator.data(
      "mutation ($input: UpdateDeliberationInput!) { updateDeliberation(input: $input) { position } }",
      { input: { id, place: "Pendopo Kabupaten Lebak", expectedVersion: 3 } },
    );
    const rest = recordsInAll - recordsBeforeDeliberations - 2;
    expect(await seedSample(ledger)).toEqual({ made: rest, leftOut: [] });
    const { deliberation } = await hub.visitor.data(
      `query ($id: ID!) { deliberation(id: $id) {
        status place minutes { id } outcomes { totalCount } } }`,
      { id },
    );
    expect(deliberation).toEqual({
      ...{ status: "IN_SESSION", place: "Pendopo Kabupaten Lebak", minutes: null },
      outcomes: { totalCount: second?.outcomes?.length },
    });
  });

  it("leaves out, by name, what people have taken the key of, and makes the rest", async () => {
    const { hub, ledger } = await startHub("regions");
    await (await hub.operator).data(
      "mutation ($input: CreateAreaInput!) { createArea(input: $input) { position } }",
      { input: { key: "klaten", name: "Klaten", regions: ["33.10"] } },
    );
    const { made, leftOut } = await seedSample(ledger);
    expect(leftOut).toEqual([
      "area klaten: input.key: is taken",
      "plan klaten-plan: Area not found.",
      ...cases.plans
        .filter(({ key }) => key === "klaten-plan")
        .flatMap(({ key, actions }) =>
          actions.map(({ title }) => `action ${title} of ${key}: ActionPlan not found.`),
        ),
      "deliberation klaten-2023: Area not found.",
      "attendance of kemenkop-ukm at klaten-2023: Deliberation not found.",
      "attendance of pemkab-klaten at klaten-2023: Deliberation not found.",
      "minutes of klaten-2023: Deliberation not found.",
    ]);
    // The minutes are of the deliberation that counts already.
    expect(made).toBe(recordsInAll - leftOut.length + 1);
    expect(await seedSample(ledger)).toEqual({ made: 0, leftOut });
  });
});
