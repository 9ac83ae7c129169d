import type { Language } from "../../../../platform/errors.js";
import { noonOf, timeZone } from "../../../../platform/jakarta.js";
import { dateIn, ianaNames, TimeZone } from "../../../regions/index.js";

const locales: Record<Language, string> = { id: "id-ID", en: "en-GB" };

/** The formats of dates and times in minutes, in one language and of one zone. */
export interface MinutesDates {
  /** `3 Juli 2023`, `3 July 2023`; `Juli 2023` and `2023` for a less exact date. */
  date(date: string): string;
  /** `Senin, 3 Juli 2023`, `Monday, 3 July 2023`. */
  weekday(date: string): string;
  /** One day or several: `9–11 Agustus 2023`. */
  period(from: string, to: string): string;
  /** The date of an instant in the zone, as `2023-07-03`. */
  dayOf(instant: string): string;
  /** The time of an instant in the zone: `09.30`, `09:30`. */
  time(instant: string): string;
}

function formatsOf(language: Language, zone: TimeZone): MinutesDates {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locales[language], { timeZone, ...options });
  const day = format({ day: "numeric", month: "long", year: "numeric" });
  const month = format({ month: "long", year: "numeric" });
  const weekday = format({ weekday: "long", day: "numeric", month: "long", year: "numeric" });
  const time = format({
    ...{ hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
    timeZone: ianaNames[zone],
  });
  const date = (text: string) => {
    if (text.length < 7) return text;
    return text.length < 10 ? month.format(noonOf(`${text}-01`)) : day.format(noonOf(text));
  };
  return {
    date,
    weekday: (text) => weekday.format(noonOf(text)),
    period: (from, to) => (from === to ? date(from) : day.formatRange(noonOf(from), noonOf(to))),
    dayOf: (instant) => dateIn(zone, new Date(instant)),
    time: (instant) => time.format(new Date(instant)),
  };
}

const inZones = (language: Language): Record<TimeZone, MinutesDates> => ({
  WIB: formatsOf(language, TimeZone.WIB),
  WITA: formatsOf(language, TimeZone.WITA),
  WIT: formatsOf(language, TimeZone.WIT),
});

/** The formats of dates and times in minutes, by language and zone. */
export const minutesDates: Record<Language, Record<TimeZone, MinutesDates>> = {
  id: inZones("id"),
  en: inZones("en"),
};
