import type { AccessScope } from "../access/index.js";
import { type ChangeOutline, isRetained } from "../ledger/index.js";
import type { PlanSession } from "../reading/index.js";
import type { Following } from "./change-source.js";
import {
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
  /** The changes that may be wanted; undefined where not all are known. */
  readonly candidates: readonly ChangeOutline[] | undefined;
  readonly frames: Frame[] = [];
  /** True where it is to be read alone: only resolvers can make one of its frames, or say that it cannot be had. */
  isRefused: boolean;
  /** The changes that were found to be visible and to meet the condition. */
  private found: ChangeOutline[] = [];
  private due: readonly ChangeOutline[] = [];
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
    this.candidates = recent
      .held(after, this.lookedUpTo)
      ?.filter((change) => change.position <= this.lookedUpTo && wanted.concerns(change));
  }

  /** Notes a candidate that was found. */
  note(change: ChangeOutline): void {
    this.found.push(change);
    this.due = this.found;
  }

  /** Lets the database look for changes that are not known. */
  async findAlone(session: PlanSession): Promise<void> {
    const { reader, after, wanted } = this.asking;
    const own = { condition: wanted.condition, concerns: wanted.concerns };
    this.found = await reader.found(session, after, own);
    this.due = this.found.filter(wanted.concerns);
    this.lookedUpTo = this.readAt;
  }

  /** The next changes to make frames of, at most so many. */
  next(most: number): readonly ChangeOutline[] {
    const made = this.frames.length;
    return this.due.slice(made, made + Math.min(most, nextBatch(made)));
  }

  take(frame: Frame): void {
    this.frames.push(frame);
    this.length += lengthOf(frame.payload);
  }

  /** Gives the group its section where that has all that it is to have; what it has, where it is late. */
  giveIfDone(isLate: boolean): boolean {
    const { asking, found, due, frames, readAt, lookedUpTo } = this;
    const isWhole = frames.length === due.length || this.length > sectionLength;
    if (!isWhole && !(isLate && frames.length > 0)) return false;
    const upTo = endOf(found, due.length, frames, { after: asking.after, lookedUpTo });
    asking.give({ frames, upTo, readAt });
    return true;
  }
}
