import { execFile, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "@jest/globals";
import { parse, print } from "graphql";
import { projectFolder } from "../../src/app/store.js";
import { type Block, readPage } from "../testkit/docs/markdown.js";
import { TestHub, tokenFor } from "../testkit/hub/index.js";

// What the pages of clients show and their reader cannot run: other tests run the rest of these pages.

const run = promisify(execFile);
const page = (name: string) => readPage(`docs/reference/portals/clients/${name}.md`);
const blockOf = (name: string, language: string): Block => {
  const block = page(name).blocks.find((one) => one.language === language);
  if (!block) throw new Error(`${name}.md has no block of ${language}`);
  return block;
};

const relayFolders = [
  ["docs/examples/relay", "actions.js"],
  ["tests/relay-compiler", "titles.js"],
] as const;

describe.each(relayFolders)("The documents for Relay in %s", (name, file) => {
  const folder = join(projectFolder(), name);
  const made = join(folder, "__generated__");
  const modules = () => readdirSync(made).map((one) => readFileSync(join(made, one), "utf8"));

  it("are those that are compiled", () => {
    const source = readFileSync(join(folder, file), "utf8");
    const texts = [...source.matchAll(/graphql`([^`]*)`/g)].map(([, text = ""]) => text);
    // The compiler writes the hash of each document, as graphql-js prints it, into its module.
    const hashOf = (text: string) =>
      createHash("md5")
        .update(print(parse(text)))
        .digest("hex");
    const compiled = modules().map((text) => /node\.hash = "(\w+)"/.exec(text)?.[1]);
    expect(compiled.sort()).toEqual(texts.map(hashOf).sort());
  });

  const bin = join(projectFolder(), "tests", "relay-compiler", "node_modules", ".bin");
  const compiles = existsSync(bin)
    ? "are compiled to the same modules by relay-compiler"
    : "are not compiled anew: `npm ci --prefix tests/relay-compiler` was not run";

  it(`${compiles}`, async () => {
    if (!existsSync(bin)) return;
    const before = modules();
    await run(join(bin, "relay-compiler"), ["--validate"], { cwd: folder });
    expect(modules()).toEqual(before);
  });
});

it("Relay's page shows the documents that are compiled for it", () => {
  const source = readFileSync(join(projectFolder(), "docs/examples/relay/actions.js"), "utf8");
  expect(blockOf("relay", "js").text).toBe(source);
});

describe("The program of Python's page", () => {
  const hasGql = spawnSync("python3", ["-c", "import gql"]).status === 0;
  const prints = hasGql
    ? "prints what the page says"
    : "is not run: python3 has no module gql (pip install 'gql[aiohttp,websockets]>=4,<5')";

  it(`${prints}`, async () => {
    if (!hasGql) return;
    const hub = await TestHub.start();
    try {
      const program = blockOf("python", "python").text.replaceAll(
        "http://127.0.0.1:4000/graphql",
        hub.url,
      );
      const TOKEN = await tokenFor("coordinator@pemkot-jambi.example");
      const { stdout } = await run("python3", ["-c", program], { env: { ...process.env, TOKEN } });
      expect(stdout).toBe(blockOf("python", "text").text);
    } finally {
      await hub.stop();
    }
  });
});
