import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { setTimeout as delay } from "node:timers/promises";
import { projectFolder } from "../../../src/app/store.js";

/** `curl`, as far as the pages use it, for a machine that has none. */
const curl = `
import { readFileSync, writeFileSync } from "node:fs";
const args = process.argv.slice(2);
let [url, method, body, output, format] = ["", undefined, undefined, undefined, ""];
const headers = {};
const sent = (data) => (data.startsWith("@") ? readFileSync(data.slice(1)) : data);
while (args.length > 0) {
  const arg = args.shift();
  if (arg === "-s") continue;
  else if (arg === "-X") method = args.shift();
  else if (arg === "-o") output = args.shift();
  else if (arg === "-w") format = args.shift();
  else if (arg === "-d") body = args.shift();
  else if (arg === "--data-binary") body = sent(args.shift());
  else if (arg === "-H") {
    const header = args.shift();
    headers[header.slice(0, header.indexOf(":"))] = header.slice(header.indexOf(":") + 1).trim();
  } else if (arg.startsWith("-")) throw new Error("curl of the tests does not know " + arg);
  else url = arg;
}
const response = await fetch(url, { method: method ?? (body ? "POST" : "GET"), headers, body });
const content = Buffer.from(await response.arrayBuffer());
if (output) writeFileSync(output, content);
else process.stdout.write(content);
process.stdout.write(format.replaceAll("%{http_code}", response.status).replaceAll("\\\\n", "\\n"));
`;

const compiled = (path: string): string => new URL(`../../../src/${path}`, import.meta.url).href;

/** `psql <address> -c <statement>`, as far as the pages use it. */
const psql = `
import pg from "pg";
const [connectionString, , statement] = process.argv.slice(2);
const client = new pg.Client({ connectionString });
await client.connect();
const printed = await client.query(statement).then(
  ({ command, rowCount }) => command + " " + rowCount,
  ({ message, where }) => "ERROR:  " + message + "\\nCONTEXT:  " + where,
);
console.log(printed);
await client.end();
`;

/** `npm run -s rembuk -- …` on compiled code; a token without all the rest, as the pages need many. */
const npm = `
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
const [run, silent, script, dashes, ...args] = process.argv.slice(2);
if ([run, silent, script, dashes].join(" ") !== "run -s rembuk --") throw new Error("only rembuk is run here");
if (args[0] === "token") {
  const { developmentIssuer } = await import("${compiled("access/development-issuer.js")}");
  const issuer = await developmentIssuer(process.env.REMBUK_DATA);
  console.log(await issuer.sign({ email: args[1], operator: args[1].startsWith("operator@") }));
} else {
  const cli = fileURLToPath("${compiled("cli.js")}");
  process.exitCode = spawnSync(process.execPath, [cli, ...args], { stdio: "inherit" }).status;
}
`;

/** Stands at the end of a block's output. */
const mark = "the-block-has-ended";

/** For a block that hangs; on a busy machine a good one may take fifty times as long as on a quiet one. */
const hangsMs = 300_000;
const pauseMs = 50;

/** A program that a block leaves running, and whose lines the page prints bit by bit. */
export class Watcher {
  private shown = 0;

  constructor(private readonly file: string) {}

  private async lines(): Promise<string[]> {
    const text = await readFile(this.file, "utf8").catch(() => "");
    return text.split("\n").slice(0, -1);
  }

  /** The next `count` lines; fewer where no more come. */
  async next(count: number): Promise<string[]> {
    for (let left = hangsMs / pauseMs; left > 0; left -= 1) {
      if ((await this.lines()).length >= this.shown + count) break;
      await delay(pauseMs);
    }
    const lines = (await this.lines()).slice(this.shown, this.shown + count);
    this.shown += lines.length;
    return lines;
  }
}

/** One shell in a folder of its own, which runs a page's blocks one after another, as a reader does. */
export class Shell {
  private output = "";
  private watchers = 0;

  private constructor(
    readonly folder: string,
    private readonly child: ChildProcess,
  ) {
    child.stdout?.on("data", (chunk: Buffer) => {
      this.output += chunk.toString();
    });
  }

  static async start(env: Record<string, string>): Promise<Shell> {
    const folder = await mkdtemp(join(tmpdir(), "rembuk-docs-"));
    for (const name of ["node_modules", "docs", "schema"]) {
      await symlink(join(projectFolder(), name), join(folder, name));
    }
    if (spawnSync("curl", ["--version"]).status !== 0) await command(folder, "curl", curl);
    await command(folder, "npm", npm);
    await command(folder, "psql", psql);
    const PATH = [folder, dirname(process.execPath), process.env.PATH].join(delimiter);
    const child = spawn("sh", [], {
      cwd: folder,
      env: { ...env, PATH, LC_ALL: "C.UTF-8" },
      stdio: ["pipe", "pipe", "inherit"],
      detached: true,
    });
    return new Shell(folder, child);
  }

  /** Runs a block, and gives what it prints. */
  async run(text: string): Promise<string> {
    this.output = "";
    const signal = AbortSignal.timeout(hangsMs);
    this.child.stdin?.write(`{\n${text}\n} </dev/null 2>&1\nprintf '\\n${mark}\\n'\n`);
    for (;;) {
      const end = this.output.indexOf(`\n${mark}\n`);
      if (end >= 0) return this.output.slice(0, end);
      await once(this.child.stdout as Readable, "data", { signal });
    }
  }

  /** Begins a block that goes on until it is ended. */
  async watch(text: string): Promise<Watcher> {
    this.watchers += 1;
    const file = join(this.folder, `watcher-${this.watchers}.out`);
    await this.run(`{\n${text}\n} > ${file} 2>&1 &`);
    return new Watcher(file);
  }

  /** Ends the shell and all that it left running. */
  async stop(): Promise<void> {
    if (this.child.pid) process.kill(-this.child.pid, "SIGKILL");
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** Writes a command of Node's into a folder of the path. */
async function command(folder: string, name: string, text: string): Promise<void> {
  await writeFile(join(folder, `${name}.mjs`), text);
  const file = join(folder, name);
  await writeFile(file, `#!/bin/sh\nexec "${process.execPath}" "${join(folder, name)}.mjs" "$@"\n`);
  await chmod(file, 0o755);
}
