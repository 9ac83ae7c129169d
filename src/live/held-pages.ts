/** Bytes of payloads that all groups of the process hold together for subscribers that come later. */
const mostBytes = 67_108_864;
/** Number of pages that one group holds; a subscriber further behind reads its own. */
const mostPages = 4;
/** The same while subscribers of the group catch up, who come to the same pages one after another; and their bytes. */
const mostPagesBehind = 32;
const mostBytesBehind = 16_777_216;
/** The age up to which a page is given, in milliseconds: what was hidden since is in it. */
const mostAgeMs = 5000;
/** A page that is being read is waited for by those up to so many positions after its begin, whom it may serve. */
const likelyReach = 100;

/** The bytes of the pages that all groups hold. Above the limit those that were read first are dropped. */
export class PageMemory {
  bytes = 0;
  private readonly pages = new Map<object, { bytes: number; drop(): void }>();

  constructor(private readonly most = mostBytes) {}

  /** Number of pages. */
  get count(): number {
    return this.pages.size;
  }

  add(page: object, bytes: number, drop: () => void): void {
    this.pages.set(page, { bytes, drop });
    this.bytes += bytes;
    for (const oldest of this.pages.values()) {
      if (this.bytes <= this.most) return;
      oldest.drop();
    }
  }

  remove(page: object): void {
    this.bytes -= this.pages.get(page)?.bytes ?? 0;
    this.pages.delete(page);
  }
}

/** Where a page begins: after a position, for subscribers of a kind. */
export interface PageStart {
  kind: string;
  after: number;
}

interface Held<T> extends PageStart {
  page: Promise<T>;
  begunAt: number;
  /** The page and its bytes, once it is read. */
  read?: { page: T; bytes: number };
}

/** The pages that a group holds for those of its subscribers that come to them later. */
export class HeldPages<T extends { upTo: number }> {
  /** The oldest first. */
  private held: Held<T>[] = [];
  private behind = 0;
  private isClosed = false;

  constructor(
    private readonly memory: PageMemory,
    private readonly bytesOf: (page: T) => number,
    private readonly now = () => performance.now(),
  ) {}

  /** Counts subscribers who catch up: while there are some, more pages are held. */
  countBehind(change: 1 | -1): void {
    this.behind += change;
    if (this.behind === 0) this.trim();
  }

  /**
   * The newest page that takes a subscriber on from its position and that `isUsable` accepts; or one that is being
   * read and may be such a page.
   */
  find({ kind, after }: PageStart, isUsable: (page: T) => boolean): Promise<T> | undefined {
    const oldest = this.now() - mostAgeMs;
    const found = this.held.findLast((one) => {
      if (one.kind !== kind || one.after > after || one.begunAt < oldest) return false;
      if (!one.read) return after < one.after + likelyReach;
      return after < one.read.page.upTo && isUsable(one.read.page);
    });
    return found?.page;
  }

  /** Holds a page that is being read. One whose read fails, or that takes nobody on, is dropped. After `close`
   * nothing is held. */
  hold(start: PageStart, page: Promise<T>): void {
    if (this.isClosed) return;
    const { kind, after } = start;
    for (const one of this.held) if (one.kind === kind && one.after === after) this.drop(one);
    const held: Held<T> = { kind, after, page, begunAt: this.now() };
    this.held.push(held);
    this.trim();
    page.then(
      (read) => this.keep(held, read),
      () => this.drop(held),
    );
  }

  /** Drops all pages: the group has no subscribers any more. A read for one that has just left may still begin. */
  close(): void {
    this.isClosed = true;
    for (const one of this.held) this.drop(one);
  }

  private keep(held: Held<T>, page: T): void {
    if (!this.held.includes(held)) return;
    if (page.upTo === held.after) {
      this.drop(held);
      return;
    }
    held.read = { page, bytes: this.bytesOf(page) };
    this.memory.add(held, held.read.bytes, () => this.drop(held));
    this.trim();
  }

  /** Drops the oldest above what a group may hold. */
  private trim(): void {
    const most = this.behind > 0 ? mostPagesBehind : mostPages;
    let bytes = this.held.reduce((sum, { read }) => sum + (read?.bytes ?? 0), 0);
    for (const one of this.held) {
      if (this.held.length <= most && bytes <= mostBytesBehind) return;
      bytes -= one.read?.bytes ?? 0;
      this.drop(one);
    }
  }

  private drop(held: Held<T>): void {
    // Another array: it may be gone through now.
    this.held = this.held.filter((one) => one !== held);
    this.memory.remove(held);
  }
}
