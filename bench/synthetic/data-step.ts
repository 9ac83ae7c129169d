import type { Scale } from "./scale.js";

/** A statement that makes rows, with a title for them. */
export interface DataStep {
  title: string;
  sql: string;
}

/** The statements of a part of the data at a size. */
export type StepsOf = (scale: Scale) => readonly DataStep[];

/** The number of the regency in which the area with a number lies. */
export const regencyOf = (area: string): string => `((${area} - 1) % 514 + 1)`;

/** The number of the area of the plan with a number. */
export const areaOf = (plan: string): string => `((${plan} - 1) / 4 + 1)`;

/** A text in two languages, of which it has the English one. */
export const inEnglish = (text: string): string => `jsonb_build_object('english', ${text})`;

/** What each row says of itself. */
export const note = "Synthetic: made for measuring; no such thing exists.";
