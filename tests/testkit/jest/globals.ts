import { jestExpect } from "@jest/expect";
import type * as globals from "@jest/globals";
import { ModuleMocker } from "jest-mock";

// The module that `@jest/globals` is for test files: see `runner.ts`.

type Functions = Pick<
  typeof globals,
  "afterAll" | "afterEach" | "beforeAll" | "beforeEach" | "describe" | "it"
>;

/** The functions that declare the tests of the file that runs. */
const current: { functions?: Functions } = {};

/** Sets the functions that the exports below call. */
export function useFunctions(functions: Functions): void {
  current.functions = functions;
}

/** A function that calls the running file's one: modules are loaded once, and outlive a test file. */
const ofFile = <K extends keyof Functions>(name: K): Functions[K] =>
  new Proxy((() => undefined) as unknown as Functions[K], {
    apply: (_, self, args) => Reflect.apply(current.functions?.[name] as never, self, args),
    get: (_, key) => Reflect.get(current.functions?.[name] as object, key),
  });

export const afterAll = ofFile("afterAll");
export const afterEach = ofFile("afterEach");
export const beforeAll = ofFile("beforeAll");
export const beforeEach = ofFile("beforeEach");
export const describe = ofFile("describe");
export const it = ofFile("it");
export const expect = jestExpect;
export const jest = new ModuleMocker(globalThis);
