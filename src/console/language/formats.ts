import { type Language, useLanguage } from "./language.js";

const locale = (language: Language): string => (language === "id" ? "id-ID" : "en-GB");

/** How numbers, money and times are written in a language; times in the reader's own zone. */
export interface Formats {
  number(value: number): string;
  percent(value: number): string;
  /** Rupiah, from the decimal text of the contract; short for large amounts: `Rp1,2 miliar`. */
  money(value: string | number): string;
  shortMoney(value: string | number): string;
  /** A calendar date, which no zone moves. */
  date(value: string): string;
  /** An instant, with the time. */
  time(value: string, zone?: string): string;
  /** What the clock of a place shows at an instant: the date too where the reader has another; null where all is the same. */
  placeTime(value: string, zone: string): string | null;
  /** How long ago, or how far ahead. */
  relative(value: string, now?: number): string;
}

const steps = [
  ["year", 31_557_600],
  ["month", 2_629_800],
  ["week", 604_800],
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
] as const;

function relativeTo(formatter: Intl.RelativeTimeFormat, value: string, now: number): string {
  const seconds = (Date.parse(value) - now) / 1000;
  const step = steps.find(([, size]) => Math.abs(seconds) >= size);
  if (!step) return formatter.format(0, "second");
  return formatter.format(Math.round(seconds / step[1]), step[0]);
}

/** The zones of Indonesia by the names that its people use, which browsers know in Indonesian only. */
const zoneNames: Readonly<Record<string, string>> = {
  "Asia/Jakarta": "WIB",
  "Asia/Makassar": "WITA",
  "Asia/Jayapura": "WIT",
};

/** Writes an instant: in the reader's zone, or in a named one with its name. */
function timeFormat(tag: string): Formats["time"] {
  const form = { dateStyle: "medium", timeStyle: "short" } as const;
  return (value, timeZone) => {
    const zone = timeZone ? { timeZone } : {};
    const text = new Intl.DateTimeFormat(tag, { ...form, ...zone }).format(new Date(value));
    return timeZone ? `${text} ${zoneNames[timeZone] ?? timeZone}` : text;
  };
}

/** Writes what differs at a place from what the reader's own clock shows. */
function placeTimeFormat(tag: string): Formats["placeTime"] {
  return (value, timeZone) => {
    const at = new Date(value);
    const partOf = (part: "dateStyle" | "timeStyle", zone: object) =>
      new Intl.DateTimeFormat(tag, { [part]: "short", ...zone }).format(at);
    const isSame = (part: "dateStyle" | "timeStyle") =>
      partOf(part, {}) === partOf(part, { timeZone });
    const whole = timeFormat(tag)(value, timeZone);
    if (!isSame("dateStyle")) return whole;
    if (isSame("timeStyle")) return null;
    return `${partOf("timeStyle", { timeZone })} ${zoneNames[timeZone] ?? timeZone}`;
  };
}

function formatsOf(language: Language): Formats {
  const tag = locale(language);
  const number = new Intl.NumberFormat(tag, { maximumFractionDigits: 2 });
  const percent = new Intl.NumberFormat(tag, { style: "percent", maximumFractionDigits: 0 });
  const rupiah = { style: "currency", currency: "IDR", maximumFractionDigits: 0 } as const;
  const money = new Intl.NumberFormat(tag, rupiah);
  const short = new Intl.NumberFormat(tag, {
    ...rupiah,
    ...{ notation: "compact", compactDisplay: "long", maximumFractionDigits: 1 },
  });
  const day = new Intl.DateTimeFormat(tag, { dateStyle: "medium", timeZone: "UTC" });
  const ago = new Intl.RelativeTimeFormat(tag, { numeric: "auto" });
  return {
    number: (value) => number.format(value),
    percent: (value) => percent.format(value / 100),
    money: (value) => money.format(Number(value)),
    shortMoney: (value) => short.format(Number(value)),
    date: (value) => day.format(new Date(`${value}T00:00:00Z`)),
    time: timeFormat(tag),
    placeTime: placeTimeFormat(tag),
    relative: (value, now = Date.now()) => relativeTo(ago, value, now),
  };
}

const known: Readonly<Record<Language, Formats>> = { id: formatsOf("id"), en: formatsOf("en") };

/** The formats of the reader's language. */
export const useFormats = (): Formats => known[useLanguage()];
