import { describe, expect, it } from "@jest/globals";
import { Lag } from "../../src/app/replicas/lag.js";

/** A follower of a ledger, and whether it is late after each step at a time in milliseconds. */
function following(mostMs: number) {
  let at = 0;
  const lag = new Lag(mostMs, () => at);
  return (ms: number, position: number, head: number): boolean => {
    at = ms;
    lag.note(position, head);
    return lag.isLate;
  };
}

describe("who follows the ledger", () => {
  it("is late once a head was not reached in time", () => {
    const isLate = following(100);
    expect([isLate(0, 5, 5), isLate(50, 5, 6), isLate(150, 5, 9), isLate(151, 5, 9)]).toEqual([
      false,
      false,
      false,
      true,
    ]);
  });

  it("is not late while it reaches each head in time, however far it always is behind", () => {
    const isLate = following(100);
    for (let step = 0; step < 100; step += 1) {
      expect(isLate(step * 50, step, step + 2)).toBe(false);
    }
  });

  it("stays late until it reaches a head in time, or the end", () => {
    const isLate = following(100);
    isLate(0, 1, 5);
    expect(isLate(101, 1, 9)).toBe(true);
    // It has the head of the beginning, far too late; the next one counts from now on.
    expect(isLate(500, 5, 20)).toBe(true);
    expect(isLate(700, 20, 30)).toBe(true);
    expect(isLate(790, 30, 40)).toBe(false);
    expect(isLate(900, 30, 40)).toBe(true);
    expect(isLate(2000, 40, 40)).toBe(false);
  });
});
