import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { developmentIssuer } from "../../../src/access/development-issuer.js";
import { projectFolder } from "../../../src/app/store.js";
import { GraphqlClient } from "./client.js";
import { unreachedRates } from "./test-hub.js";

/** The program of a hub whose checkout, compiled, lies in a folder. */
const programIn = (folder: string) => join(folder, "dist", "src", "main.js");

/** Whether a process with this id exists. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** A hub in a process of its own, as an operator starts it. */
export class HubProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly dataFolder: string,
    /** Where GraphQL is served. */
    readonly url: string,
    /** Resolves with the exit code, null when a signal ended it. */
    readonly exit: Promise<number | null>,
    /** The lines of its log and of its standard error, as they come. */
    readonly output: readonly string[],
  ) {}

  /**
   * Starts a hub on a data folder and waits until it is ready; throws what it said when it ends. `flags` are
   * Node's, before the program; `checkout` is where another version lies.
   */
  static async start(
    dataFolder: string,
    env: Record<string, string> = {},
    flags: readonly string[] = [],
    checkout = projectFolder(),
  ): Promise<HubProcess> {
    const program = programIn(checkout);
    const child = spawn(process.execPath, ["--enable-source-maps", ...flags, program], {
      env: {
        PATH: process.env.PATH,
        NODE_ENV: "test",
        PORT: "0",
        REMBUK_DATA: dataFolder,
        REMBUK_SAMPLE: "off",
        ...unreachedRates,
        ...env,
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const output: string[] = [];
    const exit = once(child, "exit").then(([code]) => code as number | null);
    createInterface({ input: child.stderr }).on("line", (line) => output.push(line));
    const ready = new Promise<string>((resolve) => {
      createInterface({ input: child.stdout }).on("line", (line) => {
        output.push(line);
        const { msg = "", url } = JSON.parse(line);
        if (msg.startsWith("ready at")) resolve(url);
      });
    });
    const ended = exit.then((code) => {
      throw new Error(`The hub ended with ${code}:\n${output.join("\n")}`);
    });
    const url = await Promise.race([ready, ended]);
    ended.catch(() => undefined);
    return new HubProcess(child, dataFolder, url, exit, output);
  }

  /** Its process id. */
  get pid(): number {
    return this.child.pid as number;
  }

  /** A client with the operator's token, or with a person's. */
  async as(email = "operator@rembuk.example"): Promise<GraphqlClient> {
    const issuer = await developmentIssuer(this.dataFolder);
    const operator = email === "operator@rembuk.example";
    const token = await issuer.sign({ email, operator });
    return new GraphqlClient(this.url, { authorization: `Bearer ${token}` });
  }

  /** The address of its embedded Postgres, as written down for other processes. */
  get databaseUrl(): string {
    const lock = join(this.dataFolder, "postgres", "hub.lock");
    return JSON.parse(readFileSync(lock, "utf8")).url;
  }

  /** The process id of its embedded Postgres. */
  get postgresPid(): number {
    const claim = join(this.dataFolder, "postgres", "data", "postmaster.pid");
    return Number.parseInt(readFileSync(claim, "utf8"), 10);
  }

  /** Asks it to stop, as a service manager does; gives the exit code. */
  stop(): Promise<number | null> {
    this.child.kill("SIGTERM");
    return this.exit;
  }

  /** Ends it as a crash would. */
  kill(): Promise<number | null> {
    this.child.kill("SIGKILL");
    return this.exit;
  }
}
