import { describe } from "@jest/globals";
import { hasNats, noNats } from "./nats-server.js";

/** `describe` where there is a server of NATS; without one its tests are skipped, and that is said loudly. */
export function describeWithNats(name: string, tests: () => void): void {
  if (hasNats) {
    describe(name, tests);
    return;
  }
  process.stderr.write(`${noNats}\n`);
  describe.skip(name, tests);
}
