import type { Text } from "../../platform/errors.js";

/** The number of faults that one answer lists at most. */
export const maxFaults = 100;

const isText = (value: unknown): value is Text =>
  typeof value === "object" &&
  value !== null &&
  typeof (value as Partial<Text>).en === "string" &&
  typeof (value as Partial<Text>).id === "string";

/** The text in both languages that an error carries, as the errors of the hub's own scalars do. */
export function bilingualTextOf(error: unknown): Text | undefined {
  if (typeof error !== "object" || error === null || !("text" in error)) return undefined;
  return isText(error.text) ? error.text : undefined;
}
