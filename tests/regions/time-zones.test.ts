import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import {
  dateIn,
  ianaNames,
  provincesOf,
  TimeZone,
  zoneOf,
} from "../../src/domain/regions/index.js";

/** The codes of all provinces, as the package of regions has them. */
async function provinceCodes(): Promise<string[]> {
  const folder = dirname(dirname(createRequire(import.meta.url).resolve("idn-area-data")));
  const text = await readFile(join(folder, "data", "provinces.csv"), "utf8");
  return [...text.matchAll(/^(\d{2}),/gm)].map(([, code]) => code as string);
}

describe("The time zone of a region", () => {
  it("is one for each of the 38 provinces, and for no other code", async () => {
    const known = Object.values(provincesOf).flat();
    const codes = await provinceCodes();
    expect(codes).toHaveLength(38);
    expect(known.toSorted()).toEqual(codes.toSorted());
    expect(zoneOf("99.01")).toBeUndefined();
  });

  it.each([
    ["36.02.27.2010", "WIB", "Lebak"],
    ["62.01", "WIB", "Central Kalimantan"],
    ["63", "WITA", "South Kalimantan"],
    ["65.71", "WITA", "Tarakan, in the province made of East Kalimantan in 2012"],
    ["51", "WITA", "Bali"],
    ["82", "WIT", "North Maluku"],
    ["91.71", "WIT", "Jayapura"],
    ["93", "WIT", "South Papua, made in 2022"],
    ["94.04", "WIT", "Mimika, in Central Papua, made in 2022"],
    ["95", "WIT", "Highland Papua, made in 2022"],
    ["96.71", "WIT", "Sorong, in Southwest Papua, made in 2022"],
  ])("%s is in %s: %s", (code, zone) => {
    expect(zoneOf(code)).toBe(zone);
  });

  it("is an hour ahead of the zone west of it", () => {
    const at = Date.parse("2026-11-10T15:30:00Z");
    const hour = (zone: TimeZone) =>
      new Intl.DateTimeFormat("en-GB", { timeZone: ianaNames[zone], timeStyle: "short" }).format(
        at,
      );
    expect(Object.values(TimeZone).map(hour)).toEqual(["22:30", "23:30", "00:30"]);
    const dates = Object.values(TimeZone).map((zone) => dateIn(zone, at));
    expect(dates).toEqual(["2026-11-10", "2026-11-10", "2026-11-11"]);
  });
});
