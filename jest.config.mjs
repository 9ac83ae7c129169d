// Jest runs what tsc emitted, with no transform, and Node loads it: docs/adr/0003.
import { availableParallelism } from "node:os";

export default {
  rootDir: "dist/tests",
  testEnvironment: "node",
  transform: {},
  testRunner: "<rootDir>/testkit/jest/runner.js",
  testSequencer: "<rootDir>/testkit/jest/sequencer.js",
  testMatch: ["**/*.test.js"],
  globalSetup: "<rootDir>/testkit/postgres/global-setup.js",
  globalTeardown: "<rootDir>/testkit/postgres/global-teardown.js",
  // For a test that hangs; on a busy machine a good one may take fifty times as long as on a quiet one.
  testTimeout: 600_000,
  // One more than there are cores: tests often wait for Postgres, sockets and processes.
  maxWorkers: Math.min(4, availableParallelism() + 1),
  // A test that fails midway may leave a socket open; the run must end all the same.
  forceExit: true,
};
