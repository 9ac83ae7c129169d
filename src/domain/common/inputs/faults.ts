import { badUserInput, type Fault } from "../../../platform/errors.js";

/** One fault at one path, for rules that give all that they find. */
export const fault = (path: string, en: string, id: string): Fault => ({
  path,
  message: { en, id },
});

/** Passes when nothing is wrong; else BAD_USER_INPUT with all that is. */
export function refuseFaults(faults: readonly Fault[]): void {
  if (faults.length > 0) throw badUserInput(faults);
}
