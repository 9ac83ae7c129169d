import type { EntityManager } from "@mikro-orm/postgresql";
import { sql } from "kysely";
import { type ChangeLine, canonicalBody } from "./line.js";
import { type Act, recordedOn } from "./recorder.js";

/** Number of lines that one statement appends. */
const chunkLines = 5000;

/**
 * The lines of a long transaction, in a temporary table until its end. The process does not hold them,
 * and the ledger's head is locked only while they are appended.
 */
export class StagedLines {
  private constructor(private readonly em: EntityManager) {}

  /** Makes the table in the transaction of `em`. */
  static async open(em: EntityManager): Promise<StagedLines> {
    const table = sql`create temp table staged_line (
      number bigint generated always as identity primary key, body text not null) on commit drop`;
    await table.execute(em.getKysely());
    return new StagedLines(em);
  }

  /** Moves the lines that were recorded since the last call into the table. */
  async stage(): Promise<void> {
    const bodies = recordedOn(this.em).lines.splice(0).map(canonicalBody);
    if (bodies.length === 0) return;
    // Numbered in the order in which they were made.
    const insert = sql`insert into staged_line (body)
      select line.body from unnest(${bodies}::text[]) with ordinality as line(body, place) order by place`;
    await insert.execute(this.em.getKysely());
  }

  /** Adds lines of a caller that wrote by SQL of its own, in the name of the transaction's act. */
  async add(lines: readonly Omit<ChangeLine, keyof Act | "at">[]): Promise<void> {
    const { act } = recordedOn(this.em);
    const at = new Date().toISOString();
    recordedOn(this.em).lines.push(...lines.map((line) => ({ ...line, ...act, at })));
    await this.stage();
  }

  /** Appends the lines to the ledger. Call it last: the ledger's head is locked until the commit. */
  async append(): Promise<void> {
    const kysely = this.em.getKysely();
    const count = sql<{ last: string | null }>`select max(number) as last from staged_line`;
    const last = Number((await count.execute(kysely)).rows[0]?.last ?? 0);
    for (let from = 0; from < last; from += chunkLines) {
      await sql`select ledger_append(array(select body from staged_line
        where number > ${from} and number <= ${from + chunkLines} order by number))`.execute(
        kysely,
      );
    }
  }
}
