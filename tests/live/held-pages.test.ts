import { describe, expect, it } from "@jest/globals";
import { HeldPages, PageMemory } from "../../src/live/held-pages.js";

const bytesOf = ({ bytes }: { bytes: number }) => bytes;

describe("The pages of a group", () => {
  it("are held for later subscribers, and dropped with the last one", async () => {
    const memory = new PageMemory();
    const pages = new HeldPages(memory, bytesOf);
    const page = Promise.resolve({ bytes: 7 });
    pages.hold("1", page, () => true);
    await page;
    expect([pages.get("1"), memory.bytes, memory.count]).toEqual([page, 7, 1]);
    pages.close();
    expect([pages.get("1"), memory.bytes, memory.count]).toEqual([undefined, 0, 0]);
  });

  it("are not held when their read begins after the last subscriber has left", async () => {
    const memory = new PageMemory();
    const pages = new HeldPages(memory, bytesOf);
    pages.close();
    const page = Promise.resolve({ bytes: 0 });
    pages.hold("1", page, () => true);
    await page;
    expect([pages.get("1"), memory.count]).toEqual([undefined, 0]);
  });
});
