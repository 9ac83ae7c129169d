import { newId } from "../../testkit/world/world.js";

/** An input that is good but for one thing, and where the hub finds it. */
export type Case = [
  fault: string,
  mutation: string,
  changes: Record<string, unknown>,
  path: string,
  code?: string,
];

/** Cases that differ in the value alone. */
export const each = (mutation: string, field: string, path: string, values: unknown[]): Case[] =>
  values.map((value) => {
    const fault = JSON.stringify(value).slice(0, 40);
    return [`${field} ${fault}`, mutation, { [field]: value }, path];
  });

/** An id that nothing has. */
export const nobody = newId();

export const blank = ["", "   ", "\t\n", "\u00a0"];

export const notDates = [
  ...["2024-02-30", "2023-02-29", "2024-13-01", "01-02-2024", "2024-1-1", "0000-01-01"],
];
