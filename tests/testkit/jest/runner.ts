// Decorated classes need it, whichever of them a test file imports first.
import "reflect-metadata";
import { createRequire, registerHooks } from "node:module";
import { pathToFileURL } from "node:url";
import { costsOf } from "./costs.js";
import { useFunctions } from "./globals.js";

// A test runner for Jest that has Node load the test files (docs/adr/0003). Jest's own loader gives each
// test file a copy of every module: the hub with all its libraries would be loaded and compiled again for
// every file. Node loads it once for all files of a worker.

/** The part of Jest's runtime that loads a test file and hands it its functions. */
interface Loader {
  setGlobalsForRuntime(functions: Parameters<typeof useFunctions>[0]): void;
  unstable_shouldLoadAsEsm(file: string): boolean;
  unstable_importModule(file: string): Promise<unknown>;
}

type Settings = [globalConfig: unknown, config: unknown, environment: unknown];
type Runner = (...args: [...Settings, runtime: Loader, ...file: unknown[]]) => Promise<object>;

const require = createRequire(import.meta.url);
const { default: circus } = require("jest-circus/runner") as { default: Runner };
const globals = new URL("./globals.js", import.meta.url).href;

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === "@jest/globals" ? { url: globals, shortCircuit: true } : next(specifier, context),
});

/** Runs one test file; the result says what it cost. */
const run: Runner = async (globalConfig, config, environment, runtime, ...file) => {
  runtime.setGlobalsForRuntime = useFunctions;
  runtime.unstable_shouldLoadAsEsm = () => true;
  runtime.unstable_importModule = (path) => import(pathToFileURL(path).href);
  const [result, costs] = await costsOf(() =>
    circus(globalConfig, config, environment, runtime, ...file),
  );
  return { ...result, costs };
};

export default run;
