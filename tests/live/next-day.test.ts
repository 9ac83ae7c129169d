import { expect, it } from "@jest/globals";
import { dayNumber, NextDay } from "../../src/live/next-day.js";
import { HandClock } from "../testkit/live/hand-clock.js";

it("begins the next day a minute after midnight in Jakarta, by one timer for all who wait", () => {
  const clock = new HandClock(Date.parse("2024-06-30T16:59:00Z"));
  const next = new NextDay(clock);
  const today = dayNumber(clock.now());
  const waits = [next.await(), next.await()];
  expect(clock.running).toBe(1);
  clock.go(119_999);
  expect(waits.map(({ signal }) => signal.aborted)).toEqual([false, false]);
  clock.go(1);
  expect(waits.map(({ signal }) => signal.aborted)).toEqual([true, true]);
  expect(dayNumber(clock.now())).toBe(today + 1);
  for (const { leave } of waits) leave();
  const later = next.await();
  expect(later.signal.aborted).toBe(false);
  clock.go(86_400_000);
  expect(later.signal.aborted).toBe(true);
  later.leave();
  expect(clock.running).toBe(0);
});
