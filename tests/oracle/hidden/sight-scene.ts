import type pg from "pg";
import type { CheckedClient } from "../../testkit/hub/checked-client.js";
import { insertion } from "../../testkit/postgres/noun-tables.js";
import { testPool } from "../../testkit/postgres/sessions.js";
import { SeededRandom } from "../../testkit/random/seeded-random.js";
import { type Party, type RoleName, World } from "../../testkit/world/world.js";
import { type Made, parameters, recordRows } from "../data.js";
import { rowFactories } from "../row-factories.js";
import { allColumns, KnownRows, RowMaker, type TableColumn, type TableRow } from "../tables.js";

/** How visible the things of a scene are, by the letter that the table shows. */
export const states = {
  P: { visibility: "PUBLIC", isPublished: true },
  S: { visibility: "PARTICIPANTS", isPublished: true },
  O: { visibility: "ORGANISATION", isPublished: true },
  U: { visibility: "PUBLIC", isPublished: false },
} as const;

export type State = keyof typeof states;

/** The organisations of the scene, by where they stand to its things. */
export const standings = [
  "unrelated",
  "participant",
  "recorder",
  "lead",
  "owner",
  "university",
  "reviewer",
] as const;

type Standing = (typeof standings)[number];

/** Where the organisation of a column stands, by the column or by its table too. */
const holders: Record<string, Standing> = {
  lead_id: "lead",
  convener_id: "lead",
  owner_id: "owner",
  "instrument.owner_id": "university",
  university_id: "university",
  reviewer_id: "reviewer",
  "participant.organisation_id": "participant",
  "invitation.organisation_id": "participant",
  organisation_id: "recorder",
};

/** Tables of which the recorder has a row too: it takes part, as does the participant. */
const shared = ["participant", "invitation"];

/** What the things that are not published yet have as their status. */
const unpublished: Record<string, string> = {
  action_plan: "DRAFT",
  deliberation: "DRAFT",
  instrument: "DRAFT",
  assessment: "DRAFT",
  measurement: "PROPOSED",
};

/** The same of those that are. */
const published: Record<string, string> = {
  action_plan: "ACTIVE",
  deliberation: "IN_SESSION",
  instrument: "PUBLISHED",
  assessment: "PUBLISHED",
  measurement: "ACCEPTED",
};

const roles: RoleName[] = ["VIEWER", "CONTRIBUTOR", "COORDINATOR", "ASSESSOR", "ADMIN"];

/** Somebody who looks, and the column of the table in which they stand. */
export interface Looker {
  column: string;
  name: string;
  client: CheckedClient;
}

/** One thing of each kind in each state, and everybody who looks at them. */
export class SightScene {
  readonly made: (Made & { state: State })[] = [];
  readonly lookers: Looker[] = [];
  private parties!: Record<Standing, Party>;
  /** The action of the public plan. */
  private open: TableRow | undefined;

  private constructor(readonly world: World) {}

  static async make(): Promise<SightScene> {
    const scene = new SightScene(await World.start());
    const { world } = scene;
    const made = standings.map(async (name) => [name, await world.organisation()] as const);
    scene.parties = Object.fromEntries(await Promise.all(made)) as Record<Standing, Party>;
    await scene.invite();
    await scene.fill();
    return scene;
  }

  private async invite(): Promise<void> {
    const { world, parties } = this;
    const add = (column: string, name: string, client: CheckedClient) =>
      this.lookers.push({ column, name, client });
    add("visitor", "visitor", world.visitor());
    add("visitor", "stranger", await world.as("nobody@elsewhere.example"));
    add("operator", "operator", await world.operator);
    for (const standing of standings) {
      for (const role of roles) {
        const client = await world.member(parties[standing], role);
        add(columnOf(standing, role), `${standing} ${role}`, client);
      }
    }
    for (const scope of ["READ", "COORDINATE"]) {
      for (const standing of ["participant", "owner"] as const) {
        const role = scope === "READ" ? "VIEWER" : "COORDINATOR";
        const client = await world.key(parties[standing], scope);
        add(columnOf(standing, role), `${standing}'s key to ${scope}`, client);
      }
    }
  }

  /** Puts a row of each table there for each state, behind the use cases: they would take long. */
  private async fill(): Promise<void> {
    const pool = testPool(this.world.hub.database.url, { max: 1 });
    const columns = await allColumns(pool);
    const client = await pool.connect();
    await client.query("begin");
    await client.query("set local session_replication_role = replica");
    for (const state of Object.keys(states) as State[]) {
      const draw = new SeededRandom(state.charCodeAt(0));
      const known = await KnownRows.read(pool, []);
      await this.fillState(client, { state, draw, known, columns });
    }
    await client.query("commit");
    client.release();
    await pool.end();
  }

  private async fillState(
    client: pg.PoolClient,
    scene: { state: State; draw: SeededRandom; known: KnownRows; columns: Columns },
  ): Promise<void> {
    const { state, draw, known, columns } = scene;
    known.of("region").push({ code: "36", id: "36" });
    const organisations = Object.values(this.parties).map(({ id }) => ({ id }));
    known.of("organisation").push(...organisations);
    const { rows: people } = await client.query("select * from user_account order by email");
    known.of("user_account").push(...people);
    const maker = new RowMaker(draw, known, columns);
    const made: Made[] = [];
    for (const table of Object.keys(rowFactories).filter((name) => !ready.includes(name))) {
      const holding = shared.includes(table) ? (["participant", "recorder"] as const) : [undefined];
      for (const holder of holding) {
        const row = this.row(maker, table, scene, holder);
        // The minutes of the sample are not there; nobody reads the text of these.
        if (table !== "minutes") rowFactories[table]?.agree?.(row, { draw, known });
        // A view or a star of nobody here: what is private is tried beside the views.
        if ("holder" in row) Object.assign(row, { holder: row.id, user_id: null });
        if (table === "assessment") Object.assign(row, ofPlan(known));
        if (table === "comment") Object.assign(row, ofAction(known));
        if (narrowed.includes(table) && this.open) Object.assign(row, this.open);
        if (table === "action" && !this.open)
          this.open = { action_id: row.id, plan_id: row.plan_id };
        await client.query(...insertion(table, parameters(row, columns.get(table) ?? [])));
        known.of(table).push(row);
        made.push({ table, row });
      }
    }
    await recordRows(client, { draw, known }, made);
    this.made.push(...made.map((one) => ({ ...one, state })));
  }

  private row(
    maker: RowMaker,
    table: string,
    { state, known, columns }: { state: State; known: KnownRows; columns: Columns },
    holder: Standing | undefined,
  ): TableRow {
    const { visibility, isPublished } = states[state];
    const row = maker.make(table, state.charCodeAt(0) + (holder === "recorder" ? 1 : 0));
    for (const column of columns.get(table) ?? []) {
      const { name, parent } = column;
      const standing = holder ?? holders[`${table}.${name}`] ?? holders[name];
      if (parent === "organisation" && standing) row[name] = this.parties[standing].id;
      else if (parent && parent !== table) row[name] = known.ids(parent)[0] ?? null;
      else if (parent) row[name] = null;
      if (name === "visibility" || name === "audience") row[name] = visibility;
      if (name === "key") row[name] = `${String(row[name])}-${state.toLowerCase()}`;
    }
    const status = (isPublished ? published : unpublished)[table];
    if (status) row.status = status;
    // Everybody who is named has said yes; who sees what waits for it is tried beside the plans.
    if (table === "participant") row.status = "ACCEPTED";
    for (const name of ["acceptance", "lead_status"]) if (name in row) row[name] = "ACCEPTED";
    return row;
  }
}

type Columns = Map<string, TableColumn[]>;

/** What may be narrower than its plan: in each state it is part of the public one. */
const narrowed = ["contribution", "progress_update"];

/** A comment is about an action, an outcome or an assessment, and seen with it. */
const ofAction = (known: KnownRows): TableRow => ({
  ...{ action_id: known.ids("action")[0], outcome_id: null, assessment_id: null, view_id: null },
});

/** An assessment is about a plan or an area; only the plan may be hidden. */
const ofPlan = (known: KnownRows): TableRow => {
  const [plan] = known.of("action_plan");
  return { plan_id: plan?.id, programme_id: plan?.programme_id, area_id: null };
};

/** Tables whose rows are there by the API. */
const ready = [
  ...["organisation", "user_account", "membership", "api_key"],
  ...["webhook", "webhook_delivery"],
];

/** The column of the table for a role of an organisation: only an owner's coordinators see more. */
function columnOf(standing: Standing, role: RoleName): string {
  if (standing !== "owner") return standing;
  return ["COORDINATOR", "ADMIN"].includes(role) ? "owner's coordinators" : "owner's others";
}
