import { defineEnum, type MemberOf, type Sql, sql } from "../../reading/index.js";

// The official times of Indonesia: Keputusan Presiden 41/1987, which names provinces. A province that was
// made of one of those since keeps its time (East Kalimantan's north in 2012, and what were Papua and West
// Papua in 2022).

/** Indonesia's three official times. */
export const TimeZone = defineEnum(
  "TimeZone",
  "One of Indonesia's three official times, by province (Keppres 41/1987). Zona waktu.",
  {
    WIB: "UTC+7: Sumatra, Java, West and Central Kalimantan. Waktu Indonesia Barat.",
    WITA: "UTC+8: South, East and North Kalimantan, Bali, Nusa Tenggara, Sulawesi. Waktu Indonesia Tengah.",
    WIT: "UTC+9: Maluku, Papua. Waktu Indonesia Timur.",
  },
);
export type TimeZone = MemberOf<typeof TimeZone>;

/** The zone of the hub's users, where no region says another. */
export const hubZone: TimeZone = TimeZone.WIB;

/** The provinces of each zone, by their codes. */
export const provincesOf: Readonly<Record<TimeZone, readonly string[]>> = {
  WIB: [
    ...["11", "12", "13", "14", "15", "16", "17", "18", "19", "21"],
    ...["31", "32", "33", "34", "35", "36", "61", "62"],
  ],
  WITA: ["51", "52", "53", "63", "64", "65", "71", "72", "73", "74", "75", "76"],
  WIT: ["81", "82", "91", "92", "93", "94", "95", "96"],
};

/** The names of the zones in the IANA database. */
export const ianaNames: Readonly<Record<TimeZone, string>> = {
  WIB: "Asia/Jakarta",
  WITA: "Asia/Makassar",
  WIT: "Asia/Jayapura",
};

const zones = Object.values(TimeZone);

/** The zone in which a region lies, by its code; undefined if its province is not known. */
export const zoneOf = (regionCode: string): TimeZone | undefined =>
  zones.find((zone) => provincesOf[zone].includes(regionCode.slice(0, 2)));

/** The same in SQL; null if the province is not known. */
export function zoneSql(regionCode: Sql): Sql {
  const provinces = (zone: TimeZone) => sql.join(provincesOf[zone].map((code) => sql.lit(code)));
  const branches = zones.map(
    (zone) => sql`when left(${regionCode}, 2) in (${provinces(zone)}) then ${sql.lit(zone)}`,
  );
  return sql`(case ${sql.join(branches, sql` `)} end)`;
}

const days = Object.fromEntries(
  zones.map((zone) => [zone, new Intl.DateTimeFormat("en-CA", { timeZone: ianaNames[zone] })]),
) as Record<TimeZone, Intl.DateTimeFormat>;

/** The calendar date of an instant in a zone, as `2023-07-03`. */
export const dateIn = (zone: TimeZone, instant: Date | number): string =>
  days[zone].format(instant);
