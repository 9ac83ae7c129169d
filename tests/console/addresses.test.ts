import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { consoleAddresses } from "../../src/app/console/addresses.js";
import { projectFolder } from "../../src/app/store.js";
import { consoleRoutes } from "../testkit/console/routes.js";

const built = join(projectFolder(), "dist", "console");

/** The size of a file of the build as browsers get it, in kB. */
const sizeOf = (name: string): number => {
  const files = new Set(readdirSync(join(built, "console")));
  const sent = files.has(`${name}.br`) ? `${name}.br` : name;
  return readFileSync(join(built, "console", sent)).length / 1000;
};

const textOf = (name: string): string => readFileSync(join(built, "console", name), "utf8");

/** Files of scripts, with those that they import at once. */
function withImports(names: readonly string[]): string[] {
  const found = new Set(names);
  for (const name of found) {
    for (const [, next = ""] of textOf(name).matchAll(
      /(?:^|[;}])import(?:[^"'();]*?from)?["']\.\/([\w.-]+\.js)["']/g,
    )) {
      found.add(next);
    }
  }
  return [...found];
}

/** What every page loads: the scripts that the page of HTML names. */
function shellScripts(): string[] {
  const page = readFileSync(join(built, "index.html"), "utf8");
  return withImports([...page.matchAll(/\/console\/([\w.-]+\.js)/g)].map(([, name = ""]) => name));
}

/** What a page loads beside the shell. */
function pageScripts(page: string): string[] {
  const names = readdirSync(join(built, "console"));
  return withImports(
    names.filter((name) => name.startsWith(`${page}-page-`) && name.endsWith(".js")),
  );
}

const sizeOfAll = (names: readonly string[]): number =>
  names.reduce((sum, name) => sum + sizeOf(name), 0);

describe("The console's addresses", () => {
  it("are those of its routes: the hub serves the page at each", () => {
    const first = new Set(consoleRoutes().map((path) => path.split("/")[1] ?? ""));
    first.delete("");
    expect([...first].sort()).toEqual([...consoleAddresses].sort());
  });
});

describe("The console's first load", () => {
  it("has at most 130 kB of compressed script, and 150 kB with the home page", () => {
    const shell = shellScripts();
    expect(shell.length).toBeGreaterThan(0);
    expect(sizeOfAll(shell)).toBeLessThanOrEqual(130);
    const home = pageScripts("home");
    expect(home.length).toBeGreaterThan(0);
    expect(sizeOfAll([...new Set([...shell, ...home])])).toBeLessThanOrEqual(150);
  });

  it("is few files: each is a request", () => {
    expect(new Set([...shellScripts(), ...pageScripts("home")]).size).toBeLessThanOrEqual(6);
  });

  it("has the documents of its pages only", () => {
    const text = [...shellScripts(), ...pageScripts("home")].map(textOf).join("\n");
    const operations = [...text.matchAll(/`\s*(?:query|mutation|subscription) (\w+)/g)];
    const names = operations.map(([, name = ""]) => name);
    expect(names).toContain("HomeOverview");
    expect(names.filter((name) => !/^(?:Home|Console|Provinces$)/.test(name))).toEqual([]);
  });
});
