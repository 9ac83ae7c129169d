import { describe, expect, it } from "@jest/globals";
import { TransferLimits } from "../../src/app/files/transfer-limits.js";
import { FairSlots, Shares } from "../../src/app/limits/index.js";

const forEver = 1_000_000;

describe("Fair slots", () => {
  it("leave half of themselves to others, however much one party wants", async () => {
    const slots = new FairSlots(4);
    const started: string[] = [];
    for (const party of ["a", "a", "a", "a", "b", "c"]) {
      void slots.take(party, forEver).then(() => started.push(party));
    }
    await Promise.resolve();
    expect(started).toEqual(["a", "a", "b", "c"]);
  });

  it("go to the waiting party that holds the fewest, then to the first", async () => {
    const slots = new FairSlots(2);
    const started: string[] = [];
    const take = async (party: string, name: string) => {
      const release = await slots.take(party, forEver);
      started.push(name);
      return release;
    };
    const first = await take("a", "a1");
    const other = await take("b", "b1");
    for (const name of ["a2", "a3", "c1", "b2"]) void take(name.charAt(0), name);
    other?.();
    await Promise.resolve();
    first?.();
    await Promise.resolve();
    expect(started.slice(2)).toEqual(["c1", "a2"]);
  });

  it("are given back once, and not held by who no longer waits", async () => {
    const slots = new FairSlots(1);
    const first = await slots.take("a", forEver);
    expect(await slots.take("b", 1)).toBeUndefined();
    first?.();
    first?.();
    const second = await slots.take("c", forEver);
    expect(second).toBeDefined();
    expect(await slots.take("d", 1)).toBeUndefined();
  });
});

describe("Shares", () => {
  it("know who lacks what", () => {
    const shares = new Shares(10, 6);
    const release = shares.take("a", 6);
    expect([shares.lacking("a"), shares.lacking("b", 4), shares.lacking("b", 5)]).toEqual([
      "own",
      undefined,
      "total",
    ]);
    release();
    expect([shares.of("a"), shares.lacking("b", 6)]).toEqual([0, undefined]);
  });
});

describe("The limits of transfers", () => {
  const limits = new TransferLimits({ uploads: 2, uploadBodies: 8, exports: 2, spoolBytes: 1000 });
  const refusal = (work: () => unknown): unknown => {
    try {
      return work();
    } catch (error) {
      return (error as { code: string }).code;
    }
  };

  it("admit a quarter of the bodies for a client, and half for an organisation", () => {
    const admit = (organisation: string, client: string) =>
      refusal(() => limits.admit({ organisation, client }, 1));
    const release = [admit("o", "a"), admit("o", "a"), admit("o", "b"), admit("o", "b")];
    expect(release.filter((one) => typeof one === "function")).toHaveLength(4);
    expect([admit("p", "a"), admit("o", "c")]).toEqual(["RATE_LIMITED", "RATE_LIMITED"]);
    const others = ["c", "c", "d", "d"].map((client) => admit("p", client));
    expect(admit("q", "e")).toBe("UNAVAILABLE");
    for (const one of [...release, ...others]) (one as () => void)();
    expect(admit("q", "e")).toBeInstanceOf(Function);
  });

  it("leave half of the disk, and of the making of tables, to others", () => {
    const [mine, yours] = [limits.space("a"), limits.space("b")];
    mine.grow(300);
    mine.grow(200);
    expect(refusal(() => mine.grow(1))).toBe("RATE_LIMITED");
    yours.grow(500);
    expect(refusal(() => limits.space("c").grow(1))).toBe("UNAVAILABLE");
    expect(refusal(() => limits.admit({ organisation: "c", client: "c" }, 1))).toBe("UNAVAILABLE");
    mine.release();
    yours.release();
    limits.space("c").grow(500);
    const made = limits.admitMaking("a");
    expect(refusal(() => limits.admitMaking("a"))).toBe("RATE_LIMITED");
    limits.admitMaking("b");
    expect(refusal(() => limits.admitMaking("c"))).toBe("UNAVAILABLE");
    made();
    limits.admitMaking("c");
  });
});
