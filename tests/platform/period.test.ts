import { describe, expect, it } from "@jest/globals";
import { periodDates } from "../../src/platform/period.js";

describe("a period", () => {
  it.each([
    ["2023", "2023-01-01", "2023-12-31"],
    ["2023-S1", "2023-01-01", "2023-06-30"],
    ["2023-S2", "2023-07-01", "2023-12-31"],
    ["2023-Q1", "2023-01-01", "2023-03-31"],
    ["2023-Q4", "2023-10-01", "2023-12-31"],
    ["2023-02", "2023-02-01", "2023-02-28"],
    ["2024-02", "2024-02-01", "2024-02-29"],
    ["0001-12", "0001-12-01", "0001-12-31"],
    ["9999-12", "9999-12-01", "9999-12-31"],
  ])("%s lasts from %s to %s", (period, startsOn, endsOn) => {
    expect(periodDates(period)).toEqual({ startsOn, endsOn });
  });

  it.each([
    "0000",
    "23",
    "2023-1",
    "2023-00",
    "2023-13",
    "2023-S3",
    "2023-Q0",
    "2023-q1",
    "2023 ",
    "",
  ])("is not %j", (text) => {
    expect(periodDates(text)).toBeUndefined();
  });
});
