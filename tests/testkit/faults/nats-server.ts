import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { freePort } from "../../../bench/free-port.js";
import { speaks } from "../../../src/platform/nats/probe.js";

const program = process.env.NATS_SERVER ?? "nats-server";

/** What is said where tests of NATS cannot run. */
export const noNats =
  "NO NATS: tests of several nodes by NATS are left out. Install Debian's package `nats-server`, or set NATS_SERVER to its path.";

/** True where a server of NATS is installed. */
export const hasNats = spawnSync(program, ["--version"]).status === 0;

/** A real server of NATS on a port of its own, in memory. */
export class NatsServer {
  private child: ChildProcess | undefined;

  private constructor(
    readonly port: number,
    private readonly flags: readonly string[],
  ) {}

  /** Starts one; `flags` as `nats-server` takes them. */
  static async start(flags: readonly string[] = []): Promise<NatsServer> {
    const server = new NatsServer(await freePort(), flags);
    await server.restart();
    return server;
  }

  get url(): string {
    return `nats://127.0.0.1:${this.port}`;
  }

  /** Starts it again at the same address; resolves when it takes connections. */
  async restart(): Promise<void> {
    const place = ["-a", "127.0.0.1", "-p", String(this.port)];
    const child = spawn(program, [...place, ...this.flags], { stdio: "ignore" });
    this.child = child;
    const late = AbortSignal.timeout(300_000);
    while (!(await speaks(`127.0.0.1:${this.port}`, late))) {
      if (child.exitCode !== null || late.aborted) throw new Error("nats-server does not start");
    }
  }

  /** Stops it in the middle of everything: connections stay open, and nothing answers. */
  freeze(): void {
    this.child?.kill("SIGSTOP");
  }

  /** Has it go on after `freeze`. */
  thaw(): void {
    this.child?.kill("SIGCONT");
  }

  /** Ends it as a crash would. */
  async kill(): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill("SIGKILL");
    await ended;
  }
}
