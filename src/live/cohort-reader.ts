import { LRUCache } from "lru-cache";
import type { AccessScope } from "../access/index.js";
import { type ChangeOutline, outlineColumns } from "../ledger/index.js";
import type { Repeated } from "../platform/database/index.js";
import { TimeSlice } from "../platform/time-slice.js";
import {
  allOf,
  type Class,
  type Database,
  type EventLane,
  type EventPlan,
  type EventRow,
  type Lane,
  type LaneStatement,
  Lanes,
  nounOf,
  type PlanSession,
  rowOf,
  sql,
} from "../reading/index.js";
import { sectionLength, sectionMs, sectionSize } from "./page-reader.js";
import { type Payload, payloadOf } from "./payload.js";
import type { RecentChanges } from "./recent-changes.js";
import { type Asking, SectionRead } from "./section-read.js";

/** The parts that the groups of a cohort have in common. */
export interface CohortSpec {
  database: Database;
  changes: Class;
  recent: RecentChanges;
  /** The statement that reads payloads. */
  plan: EventPlan;
  /** A scope of nobody, of the shape that those of the cohort have. */
  planned: AccessScope;
  /** The id of the row that is followed, if one is. */
  followed: string | undefined;
  /** The most bytes of a frame's data. */
  answerBytes: number;
}

/** The most groups for which one statement looks, and the most changes that it looks at for all of them. */
const mostLanes = 100;
const mostCandidates = 2000;

/** The most payloads of one statement, and the milliseconds that one should take: it has fewer otherwise. */
const mostPayloads = 500;
const statementMs = 100;
/** How fast the expected length of payloads follows what statements give. */
const lengthWeight = 0.2;

/** A viewer for whom changes are looked for. */
interface LookingLane extends Lane {
  positions: string;
}

const lookingColumns = {
  positions: { type: "bigint[]", text: ({ positions }: LookingLane) => positions },
};

let looks = 0;
const nextLook = (): number => {
  looks += 1;
  return looks;
};

/** Changes of a section whose payloads are read. */
interface Batch {
  read: SectionRead;
  changes: readonly ChangeOutline[];
  /** For each change, the key of the lane that reads its payload. */
  keys: readonly string[];
}

/** The work of one statement: the lanes by their keys. */
interface Reading {
  batches: readonly Batch[];
  lanes: ReadonlyMap<string, EventLane>;
}

/** What Postgres wrote, and the payloads that are made of it. */
interface Taking {
  rows: ReadonlyMap<string, EventRow>;
  known: Map<string, Payload>;
  slice: TimeSlice;
}

/** Reads the sections of many groups in one snapshot: each statement serves many of them. */
export class CohortReader {
  /** The number of payloads of the next statement. */
  private payloads = mostPayloads / 10;
  /** The length of a payload as of the last statements; undefined before the first. */
  private length: number | undefined;

  private readonly looks = new LRUCache<string, Repeated>({ max: 10 });

  constructor(private readonly spec: CohortSpec) {}

  /**
   * Gives the groups their sections, some before others are read. Returns those that resolvers must read;
   * some others have none after the time for which a snapshot is held, or after an error.
   */
  async read<A extends Asking>(session: PlanSession, askings: readonly A[]): Promise<A[]> {
    const until = performance.now() + sectionMs;
    const isLate = () => performance.now() > until;
    const { recent } = this.spec;
    const reads = askings.map((asking) => new SectionRead(asking, session, recent));
    const retained = reads.filter(({ isRefused }) => !isRefused);
    await this.find(session, retained);
    const queue = retained.filter((read) => !read.giveIfDone(false));
    for (let isFirst = true; queue.length > 0 && (isFirst || !isLate()); isFirst = false) {
      const reading = this.next(queue);
      await this.makeFrames(session, reading);
      for (const { read } of reading.batches) {
        if (!read.isRefused && !read.giveIfDone(isLate())) queue.push(read);
      }
    }
    for (const read of queue) read.giveIfDone(true);
    return askings.filter((_, at) => reads[at]?.isRefused);
  }

  /** Finds the visible changes that each group wants. */
  private async find(session: PlanSession, reads: readonly SectionRead[]): Promise<void> {
    for (const read of reads) await read.findCandidates(session);
    const some = reads.filter(({ candidates }) => candidates && candidates.length > 0);
    for (const same of Map.groupBy(some, ({ asking }) => asking.wanted.key).values()) {
      for (const part of lookedForTogether(same)) await this.look(session, part);
    }
  }

  private async look(session: PlanSession, reads: readonly SectionRead[]): Promise<void> {
    const statement = this.looking(reads);
    const lanes = reads.map(({ asking: { scope }, candidates = [] }) => ({
      scope,
      positions: `{${candidates.map(({ position }) => position)}}`,
    }));
    const values = statement.values(lanes);
    const rows = await session.run<ChangeOutline & { lane: number }>(this.kept(statement), values);
    for (const { lane, ...change } of rows) reads[lane - 1]?.note(change);
  }

  /** The statement under its name: the same text comes again with the next change of the same nouns. */
  private kept({ sql: text }: LaneStatement<LookingLane>): Repeated {
    const known = this.looks.get(text) ?? { name: `look_${nextLook()}`, sql: text, runs: 0 };
    this.looks.set(text, known);
    return known;
  }

  /** The statement that looks for the changes of groups that want the same. */
  private looking(reads: readonly SectionRead[]): LaneStatement<LookingLane> {
    const { changes, planned, database } = this.spec;
    const noun = nounOf(changes);
    const change = rowOf(changes);
    const candidates = reads.flatMap((read) => read.candidates ?? []);
    const entities = new Set(candidates.map(({ entity }) => entity));
    const visible = noun.visibleAmong?.(planned, change, entities) ?? noun.visible(planned, change);
    const wanted = reads[0]?.asking.wanted.of(planned, change) ?? sql`true`;
    const lanes = new Lanes(change.statement, lookingColumns);
    const position = change.column("position");
    const isCandidate = sql`${position} = any(${lanes.row.column("positions")})`;
    return lanes.compile(
      sql`select ${lanes.number}::int as lane, found.* from ${lanes.source} cross join lateral (
          select ${outlineColumns} from ${change.source}
          where ${allOf([isCandidate, wanted, visible])}
          order by ${position} limit ${sql.lit(sectionSize)}) as found
        order by lane, position`,
      database,
      planned,
    );
  }

  /** The number of payloads that are expected to fill half of a section. */
  private get expected(): number {
    return this.length ? Math.floor(sectionLength / 2 / this.length) : 1;
  }

  /** Takes the changes of the next statement from the queue. */
  private next(queue: SectionRead[]): Reading {
    const batches: Batch[] = [];
    const lanes = new Map<string, EventLane>();
    while (lanes.size < this.payloads) {
      const read = queue.shift();
      if (!read) break;
      const changes = read.next(this.payloads - lanes.size, this.expected);
      const keys = changes.map((change) => this.addLane(lanes, read, change));
      batches.push({ read, changes, keys });
    }
    return { batches, lanes };
  }

  /** Viewers who agree in what the statement reads of a scope are one lane. */
  private addLane(
    lanes: Map<string, EventLane>,
    { asking: { scope } }: SectionRead,
    { position }: ChangeOutline,
  ): string {
    const { plan, followed } = this.spec;
    const key = `${position} ${plan.reads(scope)}`;
    if (!lanes.has(key)) lanes.set(key, { scope, position, followed });
    return key;
  }

  /** Reads payloads in one statement. It may give fewer than all, by their length, but one at least. */
  private async makeFrames(session: PlanSession, { batches, lanes }: Reading): Promise<void> {
    const rows = await this.rowsOf(session, lanes);
    const known = new Map<string, Payload>();
    const slice = new TimeSlice();
    for (const batch of batches) await this.take(batch, { rows, known, slice });
  }

  /** What Postgres wrote for each lane, by its key. */
  private async rowsOf(
    session: PlanSession,
    lanes: ReadonlyMap<string, EventLane>,
  ): Promise<Map<string, EventRow>> {
    const { plan } = this.spec;
    const keys = [...lanes.keys()];
    const began = performance.now();
    const rows = await session.run<EventRow>(plan, plan.values([...lanes.values()]));
    this.adapt(keys.length, performance.now() - began);
    for (const { bytes } of rows) {
      this.length = (this.length ?? bytes) * (1 - lengthWeight) + bytes * lengthWeight;
    }
    return new Map(rows.map((row) => [keys[row.number - 1] ?? "", row]));
  }

  /** The number of payloads follows from what the last took; the first runs are those that Postgres plans. */
  private adapt(made: number, ms: number): void {
    if (this.spec.plan.runs <= 2) return;
    if (ms > statementMs) this.payloads = Math.max(1, Math.floor(made / 2));
    else if (made === this.payloads) this.payloads = Math.min(2 * made, mostPayloads);
  }

  /** Gives a section its frames, as far as Postgres wrote them. Those with the same text are the same. */
  private async take(
    { read, changes, keys }: Batch,
    { rows, known, slice }: Taking,
  ): Promise<void> {
    for (const [index, change] of changes.entries()) {
      if (slice.isOver) await slice.pause();
      const { data = null, bytes = 0 } = rows.get(keys[index] ?? "") ?? {};
      if (data === null && bytes <= this.spec.answerBytes) return;
      const payload = data === null ? undefined : this.knownPayload(data, known);
      // As JSON it may be shorter than as Postgres writes it.
      if (!payload) read.isRefused = true;
      else read.take({ change, payload });
      if (!payload) return;
    }
  }

  private knownPayload(data: string, known: Map<string, Payload>): Payload | undefined {
    const payload = known.get(data) ?? this.payloadOf(data);
    if (payload) known.set(data, payload);
    return payload;
  }

  /** The payload of what Postgres wrote, as resolvers would write it; undefined where only they can make it. */
  private payloadOf(written: string): Payload | undefined {
    const { plan, answerBytes } = this.spec;
    let data: Record<string, unknown>;
    try {
      data = JSON.parse(plan.finish(written));
    } catch {
      // A value that code computes has failed: resolvers say where.
      return undefined;
    }
    return payloadOf({ data }, answerBytes);
  }
}

/** Sections that one statement looks for. */
function lookedForTogether(reads: readonly SectionRead[]): SectionRead[][] {
  const parts: SectionRead[][] = [];
  let candidates = mostCandidates;
  for (const read of reads) {
    const own = read.candidates?.length ?? 0;
    const last = parts.at(-1);
    if (last && last.length < mostLanes && candidates + own <= mostCandidates) {
      last.push(read);
      candidates += own;
    } else {
      parts.push([read]);
      candidates = own;
    }
  }
  return parts;
}
