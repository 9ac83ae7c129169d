import { describe, expect, it } from "@jest/globals";
import { newSealingKey, Sealing } from "../../src/platform/sealing.js";

const [first, second] = [newSealingKey(), newSealingKey()];

/** A sealed text with one bit of its packed bytes turned over. */
function altered(sealed: string, at: number): string {
  const [id, packed = ""] = sealed.split(".");
  const bytes = Buffer.from(packed, "base64");
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  return `${id}.${bytes.toString("base64")}`;
}

describe("Sealing", () => {
  it("opens what it sealed for the same owner, and seals the same text differently each time", () => {
    const sealing = new Sealing([first]);
    const sealed = sealing.seal("rahasia ü", "a");
    expect(sealed).not.toContain("rahasia");
    expect(sealing.seal("rahasia ü", "a")).not.toBe(sealed);
    expect(sealing.open(sealed, "a")).toBe("rahasia ü");
  });

  it("opens nothing for another owner, and nothing that was altered in any byte or cut short", () => {
    const sealing = new Sealing([first]);
    const sealed = sealing.seal("rahasia", "a");
    const bytes = Buffer.from(sealed.split(".")[1] ?? "", "base64").length;
    expect(() => sealing.open(sealed, "b")).toThrow();
    for (let at = 0; at < bytes; at += 1) {
      expect(() => sealing.open(altered(sealed, at), "a")).toThrow();
    }
    const [id, packed = ""] = sealed.split(".");
    const cut = Buffer.from(packed, "base64").subarray(0, 20).toString("base64");
    expect(() => sealing.open(`${id}.${cut}`, "a")).toThrow();
  });

  it("encrypts by its first key, and opens by each", () => {
    const before = new Sealing([first]);
    const both = new Sealing([second, first]);
    const old = before.seal("rahasia", "a");
    const renewed = both.seal(both.open(old, "a"), "a");
    expect(both.canOpen(old)).toBe(true);
    expect(renewed.startsWith(`${both.current}.`)).toBe(true);
    const after = new Sealing([second]);
    expect(after.open(renewed, "a")).toBe("rahasia");
    expect([after.canOpen(old), before.canOpen(renewed)]).toEqual([false, false]);
    expect(() => after.open(old, "a")).toThrow(/is not here/);
  });
});
