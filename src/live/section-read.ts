import type { AccessScope } from "../access/index.js";
import { type ChangeOutline, isRetained } from "../ledger/index.js";
import type { PlanSession } from "../reading/index.js";
import type { Following } from "./change-source.js";
import type { FoundAhead } from "./found-ahead.js";
import {
  type Candidates,
  endOf,
  type Frame,
  nextBatch,
  type PageReader,
  type Section,
  sectionLength,
  type Wanted,
} from "./page-reader.js";
import { lengthOf } from "./payload.js";
import type { RecentChanges } from "./recent-changes.js";

/** The changes that a group wants, so that groups that want the same can look for it together. */
export interface CohortWanted extends Wanted {
  /** The same for groups of a cohort that want the same. */
  key: string;
  /** The condition for any viewer of the cohort. */
  of: Following["condition"];
  /** What the database has found of it; absent where that may change. */
  readonly ahead?: FoundAhead | undefined;
}

/** A group's request of the section after a position. */
export interface Asking {
  scope: AccessScope;
  after: number;
  wanted: CohortWanted;
  /** Reads for the group alone. */
  reader: PageReader;
  /** Takes the section. */
  give(section: Section): void;
}

/** The section of one group in the making, beside those of others. */
export class SectionRead {
  /** The changes that may be wanted; undefined where they are not known yet. */
  candidates: readonly ChangeOutline[] | undefined;
  readonly frames: Frame[] = [];
  /** True where it is to be read alone: only resolvers can make one of its frames, or say that it cannot be had. */
  isRefused: boolean;
  /** The changes that were found to be visible and to meet the condition. */
  private readonly found: ChangeOutline[] = [];
  private length = 0;
  private lookedUpTo: number;
  private readonly readAt: number;

  constructor(
    readonly asking: Asking,
    { position: readAt, held }: Pick<PlanSession, "position" | "held">,
    recent: RecentChanges,
  ) {
    const { after, wanted } = asking;
    this.isRefused = !isRetained(after, held);
    this.readAt = readAt;
    // Not beyond what is known: who reads holds a connection, and must not wait for another.
    this.lookedUpTo = Math.min(readAt, recent.knownUpTo);
    const known = recent.held(after, this.lookedUpTo);
    const found = known ? undefined : wanted.ahead?.after(after);
    if (known) this.keep({ changes: known, upTo: this.lookedUpTo });
    // Its end may be of a past that a restore has lost.
    else if (found && found.upTo <= readAt && isRetained(found.upTo, held)) this.keep(found);
  }

  private keep({ changes, upTo }: Candidates): void {
    const { wanted } = this.asking;
    this.lookedUpTo = upTo;
    this.candidates = changes.filter((one) => one.position <= upTo && wanted.concerns(one));
  }

  /** Notes a candidate that was found. */
  note(change: ChangeOutline): void {
    this.found.push(change);
  }

  /** Lets the database find the candidates, where they are not known. */
  async findCandidates(session: PlanSession): Promise<void> {
    if (this.candidates) return;
    const { reader, after, wanted } = this.asking;
    const found = await reader.candidates(session, after, wanted);
    wanted.ahead?.hold(after, found);
    this.keep(found);
  }

  /** The next changes to make frames of, at most so many; the first are as many as are expected to fit. */
  next(most: number, expected: number): readonly ChangeOutline[] {
    const made = this.frames.length;
    return this.found.slice(made, made + Math.min(most, Math.max(expected, nextBatch(made))));
  }

  take(frame: Frame): void {
    this.frames.push(frame);
    this.length += lengthOf(frame.payload);
  }

  /** Gives the group its section where that has all that it is to have; what it has, where it is late. */
  giveIfDone(isLate: boolean): boolean {
    const { asking, found, frames, readAt, lookedUpTo } = this;
    const isWhole = frames.length === found.length || this.length > sectionLength;
    if (!isWhole && !(isLate && frames.length > 0)) return false;
    const upTo = endOf(found, found.length, frames, { after: asking.after, lookedUpTo });
    asking.give({ frames, upTo, readAt });
    return true;
  }
}
