import { describe, expect, it } from "@jest/globals";
import { HeldPages, PageMemory } from "../../src/live/held-pages.js";

interface Page {
  upTo: number;
  bytes: number;
}

const any = () => true;

/** The pages of a group, and a clock that the test sets. */
function world() {
  const memory = new PageMemory();
  const clock = { ms: 0 };
  const pages = new HeldPages<Page>(
    memory,
    ({ bytes }) => bytes,
    () => clock.ms,
  );
  const hold = async (after: number, upTo: number, bytes = 1) => {
    const page = Promise.resolve({ upTo, bytes });
    pages.hold({ kind: "", after }, page);
    await page;
    // In a list, as the caller awaits this.
    return [page] as const;
  };
  const find = (after: number, isUsable: (page: Page) => boolean = any) =>
    pages.find({ kind: "", after }, isUsable);
  return { memory, clock, pages, hold, find };
}

describe("The pages of a group", () => {
  it("are held for later subscribers, and dropped with the last one", async () => {
    const { memory, pages, hold, find } = world();
    const [page] = await hold(1, 9, 7);
    expect([find(1), memory.bytes, memory.count]).toEqual([page, 7, 1]);
    pages.close();
    expect([find(1), memory.bytes, memory.count]).toEqual([undefined, 0, 0]);
  });

  it("are not held when their read begins after the last subscriber has left", async () => {
    const { memory, pages, hold, find } = world();
    pages.close();
    await hold(1, 9);
    expect([find(1), memory.count]).toEqual([undefined, 0]);
  });

  it("serve those who come to the middle of one, of the same kind, and whom it serves", async () => {
    const { pages, hold, find } = world();
    const [page] = await hold(10, 20);
    expect([find(9), find(10), find(19), find(20)]).toEqual([undefined, page, page, undefined]);
    expect(pages.find({ kind: "another", after: 15 }, any)).toBeUndefined();
    expect(find(15, () => false)).toBeUndefined();
  });

  it("are not given when they are old, as what was hidden since is in them", async () => {
    const { clock, hold, find } = world();
    const [page] = await hold(1, 9);
    clock.ms = 5000;
    expect(find(1)).toBe(page);
    clock.ms = 5001;
    expect(find(1)).toBeUndefined();
  });

  it("are few, and more while subscribers catch up, within a bound of bytes", async () => {
    const { memory, pages, hold } = world();
    for (let after = 0; after < 10; after += 1) await hold(after, after + 1);
    expect(memory.count).toBe(4);
    pages.countBehind(1);
    for (let after = 10; after < 30; after += 1) await hold(after, after + 1);
    expect(memory.count).toBe(24);
    await hold(30, 31, 16_777_215);
    expect(memory.count).toBe(2);
    pages.countBehind(-1);
    expect(memory.count).toBe(2);
  });
});
