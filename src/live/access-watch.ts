import { type ReadSession, sql } from "../reading/index.js";

/** The nouns whose changes can change what somebody may see. */
const accessNouns = ["Membership", "ApiKey", "User"];

/**
 * Knows where the ledger last told of a change of anybody's access, so that a stream asks again who
 * its subscriber is only then. Each stretch of the ledger is searched once, not once a stream.
 */
export class AccessWatch {
  private last = 0;

  /** What was changed up to `searched` is of no interest: nobody was asked who they are before it. */
  constructor(private searched: number) {}

  /** The position of the last change of access in this snapshot or before; 0 when there was none. */
  async lastIn(session: ReadSession): Promise<number> {
    if (session.position <= this.searched) return this.last;
    const [found] = await session.rows<{ position: number | null }>(sql`
      select max(position)::float8 as position from change
      where position > ${this.searched} and entity = any(${accessNouns})`);
    this.last = Math.max(this.last, found?.position ?? 0);
    this.searched = Math.max(this.searched, session.position);
    return this.last;
  }
}
