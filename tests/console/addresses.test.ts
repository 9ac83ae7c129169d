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

/** What the page loads before it can show anything: its scripts, and those that these import at once. */
function firstScripts(): string[] {
  const page = readFileSync(join(built, "index.html"), "utf8");
  const named = [...page.matchAll(/\/console\/([\w.-]+\.js)/g)].map(([, name = ""]) => name);
  const found = new Set(named);
  for (const name of found) {
    const text = readFileSync(join(built, "console", name), "utf8");
    for (const [, next = ""] of text.matchAll(
      /(?:^|[;}])import(?:[^"'();]*?from)?["']\.\/([\w.-]+\.js)["']/g,
    )) {
      found.add(next);
    }
  }
  return [...found];
}

describe("The console's addresses", () => {
  it("are those of its routes: the hub serves the page at each", () => {
    const first = new Set(consoleRoutes().map((path) => path.split("/")[1] ?? ""));
    first.delete("");
    expect([...first].sort()).toEqual([...consoleAddresses].sort());
  });
});

describe("The console's first load", () => {
  it("has at most 250 kB of compressed script", () => {
    const scripts = firstScripts();
    expect(scripts.length).toBeGreaterThan(0);
    const total = scripts.reduce((sum, name) => sum + sizeOf(name), 0);
    expect(total).toBeLessThanOrEqual(250);
  });
});
