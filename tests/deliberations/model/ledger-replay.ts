import type { EntityProperty } from "@mikro-orm/core";
import type { MikroORM } from "@mikro-orm/postgresql";
import canonicalize from "canonicalize";
import type pg from "pg";
import { type Stance, Voices } from "./voices.js";

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
      // A removal says when the row was first stored, which no line says before.
      if (unrecorded.has(name)) continue;
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

/** A decision of a line, or the opening of a vote, and whether the lines before it allow it. */
export interface Judged {
  method: string;
  status: string;
  object: number;
  /** Whether enough attended, and each sector spoke that was to; as the lines before it say. */
  quorumMet: boolean;
  /** Whether an objection stood. */
  isObjected: boolean;
  /** Whether at least half agreed. */
  isHalf: boolean;
  /** Whether more agreed than objected. */
  isCarried: boolean;
  /** Whether those may vote who attended as voices when the vote was opened, or whose objection stood. */
  isElectorate: boolean;
}

interface OpenedVote {
  electorate: string[];
}

/** Replays the ledger, and judges each decision on an outcome as of the moment when it was made. */
export function replay(lines: readonly Line[]): { replayed: Replay; judged: Judged[] } {
  const replayed = new Replay();
  const judged: Judged[] = [];
  for (const line of lines) {
    const { entity, id, diff } = line;
    const decision = diff.decision?.after as { method: string; object: number } | null | undefined;
    const vote = diff.vote?.after as OpenedVote | null | undefined;
    // Judged before the line is taken: the positions stand as they stood.
    if (entity === "Outcome" && decision) {
      const status = String(diff.status?.after);
      judged.push({ ...decision, status, ...judge(replayed, id) });
    }
    if (entity === "Outcome" && vote) {
      const opening = { method: "OPENING", status: "PROPOSED", object: 0 };
      judged.push({ ...opening, ...judge(replayed, id, vote) });
    }
    replayed.apply(line);
  }
  return { replayed, judged };
}

type Interval = { leftAt: string | null };

function judge(replayed: Replay, id: string, opened?: OpenedVote) {
  const outcome = replayed.of("Outcome").get(id) ?? {};
  const rule = replayed.of("Deliberation").get(String(outcome.deliberation)) ?? {};
  const of = (entity: string) =>
    [...replayed.of(entity).values()].filter((one) => one.deliberation === outcome.deliberation);
  const seats = of("Invitation").map(({ organisation, sector, partOf, attendance }) => {
    const isPresent = (attendance as Interval[]).at(-1)?.leftAt === null;
    const seat = { sector: String(sector), above: partOf as string[], isPresent };
    return [String(organisation), seat] as const;
  });
  const voices = new Voices(new Map(seats));
  const positions = of("OutcomePosition")
    .filter((one) => one.outcome === id && one.textVersion === outcome.textVersion)
    .map(({ organisation, stance }) => ({
      party: String(organisation),
      stance: stance as Stance,
    }));
  const vote = outcome.votingSince ? (outcome.vote as OpenedVote) : undefined;
  const tally = voices.tally(
    vote ? voices.votes(positions, vote.electorate) : voices.counted(positions),
  );
  const { everySector, quorumShare } = rule as { everySector: boolean; quorumShare: number };
  const spoke = new Set(positions.map(({ party }) => party));
  const quorum = voices.quorum({ everySector, share: quorumShare }, (party) => spoke.has(party));
  const electorate = voices.electorate(positions).sort();
  return {
    quorumMet: quorum?.met ?? false,
    isObjected: tally.OBJECT > 0,
    isHalf: voices.halfAgrees(tally),
    isCarried: tally.AGREE + tally.AGREE_WITH_RESERVATION > tally.OBJECT,
    isElectorate:
      !opened || JSON.stringify([...opened.electorate].sort()) === JSON.stringify(electorate),
  };
}
