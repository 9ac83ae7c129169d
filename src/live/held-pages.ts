/** Bytes of payloads that all groups of the process hold together for subscribers that come later. */
const mostBytes = 67_108_864;
/** Number of pages that one group holds; a subscriber further behind reads its own. */
const mostPages = 4;

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

/** The pages that a group holds for those of its subscribers that come to them later. */
export class HeldPages<T extends object> {
  private readonly pages = new Map<string, Promise<T>>();
  private isClosed = false;

  constructor(
    private readonly memory: PageMemory,
    private readonly bytesOf: (page: T) => number,
  ) {}

  get(key: string): Promise<T> | undefined {
    return this.pages.get(key);
  }

  /**
   * Holds a page that is being read. One whose read fails, or that `isKept` refuses, is dropped. After `close`
   * nothing is held.
   */
  hold(key: string, page: Promise<T>, isKept: (page: T) => boolean): void {
    if (this.isClosed) return;
    this.pages.set(key, page);
    const [oldest] = this.pages;
    if (this.pages.size > mostPages && oldest) this.drop(...oldest);
    const drop = () => this.drop(key, page);
    page.then((read) => {
      if (this.pages.get(key) !== page) return;
      if (isKept(read)) this.memory.add(page, this.bytesOf(read), drop);
      else drop();
    }, drop);
  }

  /** Drops this page, unless another is held under its key by now. */
  drop(key: string, page: Promise<T>): void {
    if (this.pages.get(key) !== page) return;
    this.pages.delete(key);
    this.memory.remove(page);
  }

  /** Drops all pages: the group has no subscribers any more. A read for one that has just left may still begin. */
  close(): void {
    this.isClosed = true;
    for (const [key, page] of [...this.pages]) this.drop(key, page);
  }
}
