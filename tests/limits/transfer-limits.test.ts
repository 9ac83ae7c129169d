import { describe, expect, it } from "@jest/globals";
import { TransferLimits } from "../../src/app/files/transfer-limits.js";
import { Shares } from "../../src/app/limits/index.js";

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
  const limits = new TransferLimits(
    { uploads: 2, uploadBodies: 8, exports: 2, spoolBytes: 1000 },
    1,
  );
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
