import { ConfigError, parseConfig } from "../../../src/platform/config.js";

/** The faults of a configuration in these environment variables. */
export function faultsOf(env: Record<string, string | undefined>): readonly string[] {
  try {
    parseConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
}
