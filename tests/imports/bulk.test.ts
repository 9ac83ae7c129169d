import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { verdictOf } from "../testkit/files/transfers.js";
import { ImportWorld } from "../testkit/imports/import-world.js";
import { write } from "../testkit/mutations/documents.js";
import { holdHead, untilBlocked } from "../testkit/postgres/sessions.js";

let tables: ImportWorld;
beforeAll(async () => {
  tables = await ImportWorld.start();
});
afterAll(() => tables.stop());

const header = "indicator,period,value,region,area,numerator,baseline,disaggregation,action,note";

/** A measurement and its line in the ledger, without what is its own. */
async function recorded(period: string, region: string | null) {
  const { rows } = await tables.world.hub.sql.query(
    `select to_jsonb(m) - array['id', 'created_at', 'accepted_at', 'region_id', 'area_id'] as stored,
       accepted_at is null as open, c.kind, c.organisation_id, c.programme_id, c.plan_id, c.area_id, c.owner,
       c.diff #- '{acceptedAt,after}' #- '{region,after}' #- '{area,after}' as diff,
       c.diff->'acceptedAt'->'after' = to_jsonb(to_char(m.accepted_at at time zone 'UTC',
         'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) as told
     from measurement m join change c on c.entity_id = m.id
     where m.period = $1 and m.region_id is not distinct from $2`,
    [period, region],
  );
  expect(rows).toHaveLength(1);
  return rows[0];
}

describe("A table of measurements", () => {
  it("leaves the same rows and lines as measurements that are recorded one by one", async () => {
    const { keeper, indicator, inputs } = tables;
    const counts = [{ by: "SEX", value: "women", count: 3 }];
    const cases = [
      { cells: ["", "", "", "", "", ""], input: {} },
      {
        cells: ["", "", "yes", "SEX women=3", "", "catatan"],
        input: { isBaseline: true, disaggregation: counts, note: "catatan" },
      },
      {
        cells: ["", "8", "", "", inputs.action.id, ""],
        input: { numerator: 8, actionId: inputs.action.id },
      },
    ];
    for (const [at, { cells, input }] of cases.entries()) {
      const period = String(1900 + at);
      const row = [indicator, period, "12", "36.02", ...cells].join(",");
      const answer = await tables.send("measurements", `${header}\n${row}\n`);
      expect(answer).toMatchObject({ status: 200, body: { taken: 1 } });
      const { id } = inputs.indicator;
      const common = { indicatorId: id, period, regionCode: "36.03", value: 12 };
      await write(keeper, "recordMeasurement", { ...common, ...input });
      expect(await recorded(period, "36.02")).toEqual(await recorded(period, "36.03"));
    }
    expect(await verdictOf(tables.world)).toMatchObject({ whole: true });
  });

  it("checks what it has written before it waits for the ledger's head", async () => {
    const { world, partner, indicator } = tables;
    const { sql, database } = world.hub;
    await sql.query(`create function smuggle() returns trigger language plpgsql as $$ begin
      update organisation set note = 'smuggled' where id = '${partner.id}'; return null; end $$`);
    await sql.query(
      "create trigger smuggles after insert on measurement for each row execute function smuggle()",
    );
    const held = await holdHead(database.url);
    // An import that waits for the head is told that it is busy, after the time that a lock is waited for.
    const table = `${header}\n${indicator},1950,1,36.02\n`;
    const code = await tables.send("measurements", table).then(
      () => "taken",
      (error) => String(error),
    );
    await held.release();
    await sql.query("drop trigger smuggles on measurement; drop function smuggle()");
    const { rows } = await sql.query(
      `select note from organisation where id = $1
       union all select period from measurement where period = '1950'`,
      [partner.id],
    );
    expect({ code, rows }).toEqual({
      code: expect.stringContaining("the status 500"),
      rows: [{ note: null }],
    });
  });

  it("waits for the head with all but its positions: its lines come after those of who was first", async () => {
    const { world, indicator } = tables;
    const held = await holdHead(world.hub.database.url);
    const rows = Array.from({ length: 30 }, (_, at) => `${indicator},${1960 + at},1,36.02`);
    const sending = tables.send("measurements", `${header}\n${rows.join("\n")}\n`);
    const [pid] = await untilBlocked(world.hub.database.url, 1);
    const waiting = await world.hub.sql.query("select query from pg_stat_activity where pid = $1", [
      pid,
    ]);
    await held.release();
    expect(waiting.rows[0].query).toContain("ledger_append_staged");
    const { status, body } = await sending;
    expect(status).toBe(200);
    const lines = await world.hub.sql.query(
      "select entity from change where position > $1 order by position",
      [body.position - 31],
    );
    expect(lines.rows.map(({ entity }) => entity)).toEqual([
      ...Array.from({ length: 30 }, () => "Measurement"),
      "Import",
    ]);
  });
});
