// Jest runs what tsc emitted: TypeScript 7 has no JavaScript API for a transform, and none is needed.
import { availableParallelism } from "node:os";

export default {
  rootDir: "dist/tests",
  testEnvironment: "node",
  transform: {},
  testMatch: ["**/*.test.js"],
  globalSetup: "<rootDir>/testkit/postgres/global-setup.js",
  globalTeardown: "<rootDir>/testkit/postgres/global-teardown.js",
  testTimeout: 30_000,
  // Jest leaves a core free; the suites wait for Postgres and for sockets often enough.
  maxWorkers: Math.min(4, availableParallelism()),
  // A test that fails midway may leave a socket open; the run must end and tell it all the same.
  forceExit: true,
};
