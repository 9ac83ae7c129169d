import type { Language } from "../../../../platform/errors.js";
import { dateOf, noonOf, timeZone } from "../../../../platform/jakarta.js";

const locales: Record<Language, string> = { id: "id-ID", en: "en-GB" };

/** The formats of dates and times in minutes, in one language. */
export interface MinutesDates {
  /** `3 Juli 2023`, `3 July 2023`; `Juli 2023` and `2023` for a less exact date. */
  date(date: string): string;
  /** `Senin, 3 Juli 2023`, `Monday, 3 July 2023`. */
  weekday(date: string): string;
  /** One day or several: `9–11 Agustus 2023`. */
  period(from: string, to: string): string;
  /** The date of an instant in Jakarta, as `2023-07-03`. */
  dayOf(instant: string): string;
  /** `09.30`, `09:30`. */
  time(instant: string): string;
}

function inLanguage(language: Language): MinutesDates {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locales[language], { timeZone, ...options });
  const day = format({ day: "numeric", month: "long", year: "numeric" });
  const month = format({ month: "long", year: "numeric" });
  const weekday = format({ weekday: "long", day: "numeric", month: "long", year: "numeric" });
  const time = format({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const date = (text: string) => {
    if (text.length < 7) return text;
    return text.length < 10 ? month.format(noonOf(`${text}-01`)) : day.format(noonOf(text));
  };
  return {
    date,
    weekday: (text) => weekday.format(noonOf(text)),
    period: (from, to) => (from === to ? date(from) : day.formatRange(noonOf(from), noonOf(to))),
    dayOf: (instant) => dateOf(new Date(instant)),
    time: (instant) => time.format(new Date(instant)),
  };
}

/** The formats of dates and times in minutes, by language. */
export const minutesDates: Record<Language, MinutesDates> = {
  id: inLanguage("id"),
  en: inLanguage("en"),
};
