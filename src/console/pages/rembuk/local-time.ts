import type { Meeting } from "./room-model.js";

/** The hours by which each zone is ahead of UTC; none has summer time. */
const ahead: Readonly<Record<Meeting["timeZone"], number>> = { WIB: 7, WITA: 8, WIT: 9 };

const hourMs = 3_600_000;

/** An instant as the clock of the place shows it, as `2026-12-01T09:00`. */
export const clockOf = (instant: string, zone: Meeting["timeZone"]): string =>
  new Date(Date.parse(instant) + ahead[zone] * hourMs).toISOString().slice(0, 16);

/** The instant at which the clock of the place shows a time. */
export const instantOf = (clock: string, zone: Meeting["timeZone"]): string =>
  new Date(Date.parse(`${clock}:00Z`) - ahead[zone] * hourMs).toISOString();
