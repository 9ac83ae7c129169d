import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { projectFolder } from "../../src/app/store.js";
import { nodeFault } from "../../src/platform/node-version.js";

describe("a Node that is too old", () => {
  it("is refused with its version, the needed one and what to do", () => {
    expect(nodeFault("v22.17.0", "npm start")).toBe(
      "This is Node v22.17.0, and the hub needs Node 24 or newer: run `npm start`, which brings its own, or start it by a newer Node.",
    );
    expect(nodeFault("v20.19.2", "npm start")).toMatch(/^This is Node v20\.19\.2, /);
    expect(nodeFault("v24.0.0", "npm start")).toBeUndefined();
    expect(nodeFault("v100.1.0", "npm start")).toBeUndefined();
    expect(nodeFault(process.version, "npm start")).toBeUndefined();
  });

  // The version is set before the program is loaded, as the machine may have one Node only.
  it.each(["main.js", "cli.js"])("ends %s with one line, before any library is loaded", (name) => {
    const program = join(projectFolder(), "dist", "src", name);
    const script = `Object.defineProperty(process, "version", { value: "v20.19.2" });
      const { createRequire } = await import("node:module");
      await import(${JSON.stringify(program)});
      console.log(Object.keys(createRequire(import.meta.url).cache).length);`;
    const ended = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
      encoding: "utf8",
    });
    expect(ended.stderr).toMatch(/^This is Node v20\.19\.2, and the hub needs Node 24 .*\n$/);
    expect(ended.stderr.trim().split("\n")).toHaveLength(1);
    expect(ended.stdout).toBe("0\n");
    expect(ended.status).toBe(1);
  });
});
