import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { documents, LiveWorld, type PlanChange, watch, write } from "./world.js";

describe("probe", () => {
  let world: LiveWorld;
  beforeAll(async () => {
    world = await LiveWorld.start({ STATEMENT_TIMEOUT_MS: "700" });
  });
  afterAll(() => world.stop());

  it("basic", async () => {
    const plan = await world.plan();
    const w = watch(await world.socket(), { after: plan.position - 1 });
    console.log(JSON.stringify(await w.next()));
    const w2 = watch<PlanChange>(
      await world.socket(),
      { id: plan.id, after: plan.position - 1 },
      documents.plan,
    );
    console.log(JSON.stringify(await w2.next()));
    const times: number[] = [];
    let p = plan;
    for (let i = 0; i < 100; i++) {
      p = await world.retitle(p);
      const t = performance.now();
      await w.next();
      times.push(performance.now() - t);
    }
    times.sort((a, b) => a - b);
    console.log("response→frame", times[50], times[98]);
  });

  it("cached page leak", async () => {
    let plan = await world.plan();
    const after = plan.position - 1;
    const a = watch(await world.socket(), { after });
    await a.next();
    plan = await world.retitle(plan);
    await a.next();
    plan = await world.retitle(plan, { visibility: "PARTICIPANTS" });
    const b = watch(await world.socket(), { after });
    const open = await world.plan();
    const seen = await b.upTo(open.position);
    expect(seen.map((c) => c.position)).toEqual([open.position]);
  });

  it("old viewer in a new group", async () => {
    const plan = await world.plan();
    const doc = documents.plan.replace("operation", "user { email } operation");
    const email = "viewer@disnaker-lebak.example";
    const sql = await world.hub.sql.connect();
    await sql.query("begin; lock table programme in access exclusive mode");
    const member = watch<PlanChange>(
      await world.socket(email),
      { id: plan.id, after: plan.position },
      doc,
    );
    // until blocked
    for (;;) {
      const { rows } = await world.hub.sql.query(
        "select 1 from pg_locks where not granted and relation = 'programme'::regclass",
      );
      if (rows.length > 0) break;
    }
    const { rows } = await world.hub.sql.query(
      "select m.id, m.version from membership m join user_account u on u.id = m.user_id where u.email = $1",
      [email],
    );
    await write(world.operator, "removeMember", {
      id: rows[0].id,
      expectedVersion: rows[0].version,
    });
    await sql.query("rollback");
    sql.release();
    const next = await world.retitle(plan);
    console.log(JSON.stringify(await member.next()));
  });

  it("bad where", async () => {
    const w = watch(await world.socket(), { where: { entityId: { eq: "nonsense" } } });
    const r = await Promise.race([
      w.refusal(),
      new Promise((r) => setTimeout(() => r("nothing"), 1000)),
    ]);
    console.log(JSON.stringify(r));
  });

  it("error in the middle", async () => {
    const plan = await world.plan();
    const doc = `subscription P($id: ID!, $after: Position) { actionPlanChanged(id: $id, after: $after) { position actionPlan { programme { owner { region { name } } } lead { region { code name } } } } }`;
    const w = watch(await world.socket(), { id: plan.id, after: plan.position }, doc);
    const sql = await world.hub.sql.connect();
    await sql.query("begin; lock table region in access exclusive mode");
    await world.retitle(plan);
    const f = await (w as any).stream.next().catch((e: unknown) => ["thrown", e]);
    console.log(JSON.stringify(f));
    await sql.query("rollback");
    sql.release();
  });
});
