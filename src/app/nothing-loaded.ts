import { HubError } from "../platform/errors.js";

/** The most faults of a file that a command prints. */
const mostFaults = 20;

/** The error of a command whose file was refused, with a line for each fault; every other error as it is. */
export function nothingLoaded(error: unknown): unknown {
  if (!(error instanceof HubError)) return error;
  const { text, faults } = error;
  const lines = faults
    .slice(0, mostFaults)
    .map(({ path, message }) => `${path}: ${message.en}`)
    // The error of one fault says it already.
    .filter((line) => !text.en.includes(line));
  return new Error([`Nothing was loaded. ${text.en}`, ...lines].join("\n"));
}
