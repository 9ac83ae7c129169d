import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { developmentIssuer } from "../../src/access/development-issuer.js";
import { projectFolder } from "../../src/app/store.js";
import { testFolder } from "../testkit/index.js";

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, "close");
  return port;
}

/** A hub in a process of its own, with its own Postgres and the sample, as `npm start` runs it. */
export class HubProcess {
  private child: ChildProcess | undefined;

  private constructor(
    private readonly folder: string,
    private readonly port: number,
  ) {}

  static async prepare(): Promise<HubProcess> {
    return new HubProcess(await mkdtemp(join(testFolder(), "hub-")), await freePort());
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/graphql`;
  }

  /** A development token of this hub. */
  async token(email: string): Promise<string> {
    const issuer = await developmentIssuer(this.folder);
    return issuer.sign({ email, operator: false });
  }

  /** Starts it, again after a kill too; resolves when it answers. */
  async start(): Promise<void> {
    const env = {
      PATH: process.env.PATH,
      NODE_ENV: "test",
      PORT: String(this.port),
      REMBUK_DATA: this.folder,
      REMBUK_SAMPLE: "on",
    };
    const main = join(projectFolder(), "dist", "src", "main.js");
    const child = spawn(process.execPath, [main], { env, stdio: ["ignore", "pipe", "inherit"] });
    this.child = child;
    for await (const line of createInterface({ input: child.stdout })) {
      if (line.includes("ready at")) break;
    }
    child.stdout.resume();
    if (child.exitCode !== null) throw new Error(`The hub ended with ${child.exitCode}`);
  }

  /** Ends it without a word; its Postgres notices. */
  async kill(): Promise<void> {
    this.child?.kill("SIGKILL");
    if (this.child) await once(this.child, "exit");
  }

  async stop(): Promise<void> {
    this.child?.kill("SIGTERM");
    if (this.child) await once(this.child, "exit");
  }
}
