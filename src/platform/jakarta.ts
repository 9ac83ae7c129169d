/** The time zone of the hub's users: western Indonesian time (WIB). */
export const timeZone = "Asia/Jakarta";

/** Its offset from UTC, the whole year: there is no daylight saving time. */
const utcOffset = "+07:00";

/** The same offset in milliseconds. */
export const utcOffsetMs = 7 * 60 * 60 * 1000;

const isoDate = new Intl.DateTimeFormat("en-CA", { timeZone });

/** The calendar date of an instant in Jakarta, as `2023-07-03`. */
export const dateOf = (instant: Date): string => isoDate.format(instant);

/** Today in Jakarta by this process's clock, as `2023-07-03`. */
export const today = (): string => dateOf(new Date());

/** Noon of a calendar date in Jakarta: an hour that no conversion moves to another day. */
export const noonOf = (date: string): Date => new Date(`${date}T12:00:00${utcOffset}`);
