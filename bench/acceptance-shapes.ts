import type pg from "pg";
import { documents, type Shape, type ShapeRequest } from "./shape.js";

const one = (name: string, value: string): ShapeRequest => ({
  variables: { [name]: value },
  values: [value],
});

/** The first 1,000 keys of a table, in an order of no meaning. */
async function keysOf(pool: pg.Pool, rows: string): Promise<string[]> {
  const found = await pool.query<{ key: string }>(
    `select key from ${rows} order by md5(key) limit 1000`,
  );
  return found.rows.map(({ key }) => key);
}

/** The acceptance queries of meetings and assessments, for every meeting, programme, area and plan in turn. */
export async function acceptanceShapes(
  pool: pg.Pool,
  plans: readonly { id: string }[],
): Promise<Shape[]> {
  const meetings = await keysOf(
    pool,
    "deliberation where key like 'synthetic-rembuk-%' and visibility = 'PUBLIC'",
  );
  const programmes = await keysOf(pool, "programme where key like 'synthetic-%'");
  const areas = await keysOf(pool, "area where key like 'synthetic-%'");
  return [
    {
      name: "rembuk",
      title: "meeting: a rembuk with what came of it",
      ...documents("rembuk"),
      requests: meetings.map((key) => one("key", key)),
    },
    {
      name: "holes",
      title: "holes: what is missing in a programme",
      ...documents("holes"),
      requests: programmes.map((key) => one("programme", key)),
    },
    {
      name: "areaAssessments",
      title: "area: what universities found in it",
      ...documents("area-assessments"),
      requests: areas.map((key) => one("area", key)),
    },
    {
      name: "twoVoices",
      title: "voices: what leads and universities say of a plan",
      ...documents("two-voices"),
      requests: plans.map(({ id }) => one("plan", id)),
    },
  ];
}
