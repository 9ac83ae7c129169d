import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync, readFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { isInstalled, output, type Ran, type RunOptions, ran } from "./commands.js";

/** What this machine lacks for images to be built and run on it. */
export class NoDocker extends Error {}

/** The time in which a daemon that can start has started, in milliseconds. */
const startTimeoutMs = 120_000;

const programs = ["docker", "dockerd", "debootstrap"];

/** A Docker of the tests' own: images, containers and networks of another one are not touched. */
export class Docker {
  private constructor(
    /** What its images are kept in between two runs, and its programs. */
    readonly folder: string,
    private readonly address: string,
    private readonly stopDaemon: () => Promise<void>,
  ) {}

  /** Starts it; as root, where Docker and debootstrap are installed. */
  static async start(folder: string): Promise<Docker> {
    if (process.geteuid?.() !== 0)
      throw new NoDocker("it needs root, to start a Docker of its own");
    for (const program of programs) {
      if (await isInstalled(program)) continue;
      throw new NoDocker(`\`${program}\` is not installed (Debian: docker.io, debootstrap)`);
    }
    await mkdir(join(folder, "images"), { recursive: true });
    const socket = join(folder, "docker.sock");
    const logFile = join(folder, "dockerd.log");
    const log = openSync(logFile, "w");
    const places = ["--data-root", join(folder, "images"), "--exec-root", join(folder, "run")];
    const reached = ["--host", `unix://${socket}`, "--pidfile", join(folder, "dockerd.pid")];
    const child = spawn("dockerd", [...places, ...reached], { stdio: ["ignore", log, log] });
    closeSync(log);
    const ended = once(child, "exit");
    const docker = new Docker(folder, `unix://${socket}`, async () => {
      child.kill("SIGTERM");
      await ended;
    });
    const late = AbortSignal.timeout(startTimeoutMs);
    while ((await docker.ran("version")).code !== 0) {
      const isOver = await Promise.race([ended, delay(100)]);
      if (!isOver && !late.aborted) continue;
      child.kill("SIGKILL");
      throw new NoDocker(`dockerd does not start: ${lastLine(logFile)}`);
    }
    return docker;
  }

  /** Runs `docker` with these arguments. */
  ran(...args: string[]): Promise<Ran> {
    return ran(["docker", ...args], this.options());
  }

  /** Runs `docker`, which must succeed; gives what it prints. */
  output(...args: string[]): Promise<string> {
    return output(["docker", ...args], this.options());
  }

  /** A field of an image or a container, as `docker inspect` gives it. */
  async inspected<T>(name: string, path: string): Promise<T> {
    return JSON.parse(await this.output("inspect", "--format", `{{json ${path}}}`, name)) as T;
  }

  /** The address of this machine in the containers' default network. */
  gateway(): Promise<string> {
    return this.output(
      ...["network", "inspect", "bridge", "--format", "{{(index .IPAM.Config 0).Gateway}}"],
    );
  }

  /** How a command reaches it. */
  options(env: Readonly<Record<string, string>> = {}): RunOptions {
    const reached = { DOCKER_HOST: this.address, DOCKER_CONFIG: join(this.folder, "client") };
    return { env: { ...reached, ...env } };
  }

  stop(): Promise<void> {
    return this.stopDaemon();
  }
}

const lastLine = (file: string): string =>
  readFileSync(file, "utf8").trim().split("\n").at(-1) ?? "";
