import type { EntityManager } from "@mikro-orm/postgresql";
import { sql } from "kysely";
import { plansForValues, sendAhead } from "../platform/database/index.js";
import { type Appended, told, withCommit } from "./append.js";
import { type ChangeLine, canonicalBody } from "./line.js";
import { type Act, recordedOn, type Staging } from "./recorder.js";

/** Number of lines that one statement appends: some tenths of a second, and a part of the statement timeout. */
const chunkLines = 10_000;

/**
 * The lines of a long transaction, in a temporary table until its end. The process does not hold them, and
 * they are made ready to be appended: the ledger's head is locked only while they get their positions.
 */
export class StagedLines implements Staging {
  private count = 0;

  private constructor(private readonly em: EntityManager) {}

  /** Makes the table in the transaction of `em`, whose lines all go there from now on. */
  static async open(em: EntityManager): Promise<StagedLines> {
    await sendAhead(em.getKysely(), sql.raw(plansForValues));
    const table = sql`create temp table staged_line of ledger_line (primary key (place)) on commit drop`;
    await table.execute(em.getKysely());
    const staged = new StagedLines(em);
    recordedOn(em).staged = staged;
    return staged;
  }

  get size(): number {
    return this.count;
  }

  get isEmpty(): boolean {
    return this.count === 0;
  }

  /** Moves the lines that were recorded since the last call into the table. */
  async stage(): Promise<void> {
    const bodies = recordedOn(this.em).lines.splice(0).map(canonicalBody);
    if (bodies.length === 0) return;
    // Elements of a JSON array keep their texts as they are; those of an array of texts would be escaped.
    const insert = sql`insert into staged_line
      select * from ledger_lines(${`[${bodies.join(",")}]`}::json, ${this.count})`;
    this.count += bodies.length;
    await insert.execute(this.em.getKysely());
  }

  /** Adds lines of a caller that wrote by SQL of its own, in the name of the transaction's act. */
  async add(lines: readonly Omit<ChangeLine, keyof Act | "at">[]): Promise<void> {
    const { act } = recordedOn(this.em);
    const at = new Date().toISOString();
    recordedOn(this.em).lines.push(...lines.map((line) => ({ ...line, ...act, at })));
    await this.stage();
  }

  /** Appends the lines to the ledger, whose head stays locked until the commit. */
  async append(): Promise<void> {
    for (let from = 0; from < this.count; from += chunkLines) await this.appendFrom(from, from);
  }

  /**
   * Checks what the transaction has written against its lines, appends these and commits; gives the position
   * of the last one. The ledger's head is locked from the first of them on.
   */
  async appendAndCommit(appended?: Appended): Promise<number> {
    await sql`select ledger_check_staged()`.execute(this.em.getKysely());
    const last = Math.floor((this.count - 1) / chunkLines) * chunkLines;
    for (let from = 0; from < last; from += chunkLines) await this.appendFrom(from, from);
    return withCommit(this.em, last, (given) => told(this.appendFrom(last, given), appended));
  }

  private async appendFrom(from: number, given: unknown): Promise<number> {
    const chunk = sql<{ position: string }>`
      select ledger_append_staged(${given}, ${from + chunkLines}) as position`;
    const { rows } = await chunk.execute(this.em.getKysely());
    return Number(rows[0]?.position);
  }
}
