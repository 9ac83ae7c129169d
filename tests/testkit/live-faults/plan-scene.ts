import type pg from "pg";
import { unlimited } from "../../../bench/live/measure.js";
import { publicPlans } from "../../../bench/live/plan-copies.js";
import type { Plan } from "../../../bench/load/retitle-by-sql.js";
import { cpuOf, cpuOfTree } from "../../../bench/processes.js";
import { testDatabase } from "../hub/index.js";
import { inSession } from "../postgres/sessions.js";
import { LiveHub } from "./live-hub.js";
import type { Resumed } from "./resumption.js";

/** What those who watch a plan follow: all changes, or those of the plan. */
export const followingPlan = {
  changes: `subscription ($after: Position) {
    changes(after: $after) { position kind operation entity entityId fields { name after } }
  }`,
  plan: `subscription ($id: ID!, $after: Position) {
    actionPlanChanged(id: $id, after: $after) {
      position change { kind operation entity } actionPlan { id title status version }
    }
  }`,
};

/** The CPU seconds that the hub and Postgres have used. */
export interface Used {
  hub: number;
  postgres: number;
}

/** A hub in a process of its own on the sample, a public plan, and a session in which it is changed. */
export class PlanScene {
  private constructor(
    readonly hub: LiveHub,
    readonly plan: Plan,
    readonly sql: pg.Client,
    readonly databaseUrl: string,
    private readonly postmaster: number,
  ) {}

  static async run<T>(folder: string, work: (scene: PlanScene) => Promise<T>): Promise<T> {
    await using cleanup = new AsyncDisposableStack();
    const database = await testDatabase("sample");
    cleanup.defer(database.drop);
    const { url: databaseUrl } = database;
    const [plan] = await publicPlans(databaseUrl, 1);
    if (!plan) throw new Error("The sample has no public plan");
    const place = { folder, mutant: undefined, cleanup };
    const hub = await LiveHub.start(place, { databaseUrl, env: unlimited });
    return await inSession(databaseUrl, async (sql) => {
      const file = "select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::int as pid";
      const { rows } = await sql.query<{ pid: number }>(file);
      return work(new PlanScene(hub, plan, sql, databaseUrl, rows[0]?.pid ?? 0));
    });
  }

  /** The address of the hub, without a path. */
  get origin(): string {
    return new URL(this.hub.url).origin;
  }

  /** Who follows after a position; every second one the plan, the others all changes. */
  follower(number: number, after: number): Resumed {
    const { changes, plan } = followingPlan;
    return number % 2 === 0
      ? { query: changes, variables: {}, after }
      : { query: plan, variables: { id: this.plan.id }, after };
  }

  used(): Used {
    const { process } = this.hub;
    return { hub: cpuOf(process.pid) / 1e6, postgres: cpuOfTree(this.postmaster) / 1e6 };
  }
}

/** What was used since. */
export function shownUse(scene: PlanScene, before: Used): string {
  const { hub, postgres } = scene.used();
  return `CPU: hub ${(hub - before.hub).toFixed(1)} s, Postgres ${(postgres - before.postgres).toFixed(1)} s`;
}
