import type { EntityProperty } from "@mikro-orm/core";
import type { MikroORM } from "@mikro-orm/postgresql";
import canonicalize from "canonicalize";
import type pg from "pg";

// The ledger, replayed: what its lines alone say that there is, against what there is.

interface Line {
  position: number;
  entity: string;
  id: string;
  kind: "CREATED" | "UPDATED" | "DELETED";
  diff: Record<string, { before: unknown; after: unknown }>;
}

/** A subject as the ledger has it: each field that ever changed, with its last value. */
export type Fields = Record<string, unknown>;

/** The subjects of the ledger, by their types and ids. */
export class Replay {
  private readonly subjects = new Map<string, Map<string, Fields>>();

  of(entity: string): Map<string, Fields> {
    const known = this.subjects.get(entity) ?? new Map<string, Fields>();
    this.subjects.set(entity, known);
    return known;
  }

  /** The types of its subjects. */
  get entities(): string[] {
    return [...this.subjects.keys()].sort();
  }

  /** Takes a line; what it says was before must be what the lines before it said. */
  apply({ position, entity, id, kind, diff }: Line): void {
    const known = this.of(entity);
    const now = known.get(id);
    if ((kind === "CREATED") !== (now === undefined)) {
      throw new Error(`Line ${position}: ${entity} ${id} is ${kind} at the wrong time`);
    }
    const next = { ...now };
    for (const [name, { before, after }] of Object.entries(diff)) {
      if (JSON.stringify(before) !== JSON.stringify(now?.[name] ?? null)) {
        const was = JSON.stringify([before, now?.[name]]);
        throw new Error(`Line ${position}: ${entity}.${name} was not what it says: ${was}`);
      }
      next[name] = after;
    }
    if (kind === "DELETED") known.delete(id);
    else known.set(id, { ...next, version: ((now?.version as number) ?? 0) + 1 });
  }
}

/** Every line of the ledger, in order. */
export async function linesOf(client: pg.Pool): Promise<Line[]> {
  const { rows } = await client.query<Line>(
    `select position::int, entity, entity_id as id, kind, diff from change order by position`,
  );
  return rows;
}

/** What no line holds: who it is, and when the database first saw it. */
const unrecorded = new Set(["id", "createdAt"]);

/** A column's value as the ledger writes it. */
const shown: Record<string, (value: unknown) => unknown> = {
  "timestamp with time zone": (value) => value && new Date(String(value)).toISOString(),
  numeric: (value) => value && String(value),
  bigint: (value) => value && String(value),
};

/** What is in a noun's table that the ledger does not say, and the other way round; in words. */
export async function differences(
  orm: MikroORM,
  client: pg.Pool,
  entity: string,
  replayed: ReadonlyMap<string, Fields>,
): Promise<string[]> {
  const { tableName, properties } = orm.getMetadata().getByClassName<object>(entity);
  const types = await typesOf(client, tableName);
  const { rows } = await client.query<{ row: Record<string, unknown> }>(
    `select to_jsonb(t) as row from "${tableName}" t`,
  );
  const stored = new Map(rows.map(({ row }) => [String(row.id), row]));
  const missing = [...replayed.keys()].filter((id) => !stored.has(id));
  const wrong = missing.map((id) => `${entity} ${id} is told and not there`);
  for (const [id, row] of stored) {
    const says = replayed.get(id);
    if (!says) wrong.push(`${entity} ${id} is there and not told`);
    for (const { name, fieldNames } of Object.values<EntityProperty>(properties)) {
      const [column = ""] = fieldNames ?? [];
      if (!(column in row) || unrecorded.has(name)) continue;
      const held = (shown[types.get(column) ?? ""] ?? ((same) => same))(row[column]);
      const value = says?.[name];
      if (value === "(secret)" || sameJson(value, held)) continue;
      wrong.push(`${entity} ${id} ${name}: ${JSON.stringify([value, held])}`);
    }
  }
  return wrong;
}

async function typesOf(client: pg.Pool, table: string): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; type: string }>(
    "select column_name as name, data_type as type from information_schema.columns where table_name = $1",
    [table],
  );
  return new Map(rows.map(({ name, type }) => [name, type]));
}

/** Whether two values are the same JSON, whatever the order of their keys; nothing is null. */
const sameJson = (one: unknown, other: unknown): boolean =>
  canonicalize(one ?? null) === canonicalize(other ?? null);

/** A decision of a line, and whether the lines before it allow it. */
export interface Judged {
  method: string;
  status: string;
  object: number;
  /** Whether enough attended, and each sector spoke that was to; as the lines before it say. */
  quorumMet: boolean;
  /** Whether somebody who attended objected. */
  isObjected: boolean;
  /** Whether more agreed than objected. */
  isCarried: boolean;
}

/** Replays the ledger, and judges each decision on an outcome as of the moment when it was made. */
export function replay(lines: readonly Line[]): { replayed: Replay; judged: Judged[] } {
  const replayed = new Replay();
  const judged: Judged[] = [];
  for (const line of lines) {
    const { entity, id, diff } = line;
    const decision = diff.decision?.after as { method: string; object: number } | null | undefined;
    // Judged before the line is taken: the positions stand as they stood.
    if (entity === "Outcome" && decision) {
      const status = String(diff.status?.after);
      judged.push({ ...decision, status, ...judge(replayed, id) });
    }
    replayed.apply(line);
  }
  return { replayed, judged };
}

type Interval = { leftAt: string | null };

function judge(replayed: Replay, id: string) {
  const outcome = replayed.of("Outcome").get(id) ?? {};
  const rule = replayed.of("Deliberation").get(String(outcome.deliberation)) ?? {};
  const of = (entity: string) =>
    [...replayed.of(entity).values()].filter((one) => one.deliberation === outcome.deliberation);
  const invited = of("Invitation");
  const there = invited.filter(
    ({ attendance }) => (attendance as Interval[]).at(-1)?.leftAt === null,
  );
  const attends = (organisation: unknown) => there.some((one) => one.organisation === organisation);
  const counted = of("OutcomePosition").filter(
    (one) =>
      one.outcome === id && one.textVersion === outcome.textVersion && attends(one.organisation),
  );
  const spoke = new Set(counted.map(({ organisation }) => organisation));
  const voices = there.filter(({ organisation }) => spoke.has(organisation));
  const sectors = new Set(invited.map(({ sector }) => sector));
  const heard = new Set(voices.map(({ sector }) => sector));
  const enough = there.length * 100 >= invited.length * Number(rule.quorumShare);
  const having = (...stances: string[]) =>
    counted.filter(({ stance }) => stances.includes(String(stance))).length;
  return {
    quorumMet: enough && (!rule.everySector || heard.size === sectors.size),
    isObjected: having("OBJECT") > 0,
    isCarried: having("AGREE", "AGREE_WITH_RESERVATION") > having("OBJECT"),
  };
}
