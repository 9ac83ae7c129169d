import { badUserInput, type Fault } from "../../../platform/errors.js";

/** One fault at one path, for rules that return all faults. */
export const fault = (path: string, en: string, id: string): Fault => ({
  path,
  message: { en, id },
});

/** Throws BAD_USER_INPUT with all faults, if there are any. */
export function refuseFaults(faults: readonly Fault[]): void {
  if (faults.length > 0) throw badUserInput(faults);
}
