import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { describe } from "@jest/globals";
import { freePort } from "../../../bench/free-port.js";
import { projectFolder } from "../../../src/app/store.js";

/** Where distributions put nginx. */
const places = ["/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/sbin/nginx"];

/** The nginx of this machine; undefined where there is none. */
export const nginxPath = (): string | undefined =>
  [process.env.NGINX ?? "", ...places].find((path) => path !== "" && existsSync(path));

/** Tests that need nginx; without one they are left out, and say so. */
export function withNginx(name: string, tests: () => void): void {
  if (nginxPath()) describe(name, tests);
  else {
    describe.skip(
      `${name} (NO NGINX: install Debian's package nginx-light, or set NGINX to its path)`,
      tests,
    );
  }
}

/** The configuration in the operators' guide. */
function guided(): string {
  const guide = readFileSync(join(projectFolder(), "docs", "operators.md"), "utf8");
  const [, configuration] = /```nginx\n([\s\S]*?)```/.exec(guide) ?? [];
  if (!configuration) throw new Error("The operators' guide has no configuration of nginx");
  return configuration;
}

function replaced(text: string, changes: readonly (readonly [string, string])[]): string {
  return changes.reduce((changed, [from, to]) => {
    if (!changed.includes(from)) throw new Error(`The configuration lacks ${from}`);
    return changed.replaceAll(from, to);
  }, text);
}

/** Debian's nginx before a hub, with the configuration of the operators' guide. */
export class Nginx {
  private constructor(
    /** The address of GraphQL through nginx. */
    readonly url: string,
    readonly pid: number,
    private readonly child: ChildProcess,
    private readonly folder: string,
  ) {}

  static async start(hubUrl: string, connections = 4096): Promise<Nginx> {
    const folder = mkdtempSync(join(tmpdir(), "rembuk-nginx-"));
    const port = await freePort();
    for (const name of ["cache", "temp"]) mkdirSync(join(folder, name));
    const configuration = replaced(guided(), [
      ["/var/cache/nginx/rembuk", join(folder, "cache")],
      ["listen 80;", `listen 127.0.0.1:${port} backlog=16384;`],
      ["http://127.0.0.1:4000", new URL(hubUrl).origin],
    ]);
    const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
      (name) => `${name}_temp_path ${join(folder, "temp", name)};`,
    );
    const isRoot = process.getuid?.() === 0;
    const text = `${isRoot ? "user root;" : ""}
      worker_processes 1; daemon off; pid ${folder}/nginx.pid; error_log ${folder}/error.log warn;
      events { worker_connections ${connections}; }
      http { access_log off; keepalive_requests 100000; ${temporary.join(" ")}\n${configuration} }`;
    const path = join(folder, "nginx.conf");
    writeFileSync(path, text);
    const args = ["-c", path, "-e", join(folder, "error.log")];
    const child = spawn(nginxPath() ?? "nginx", args, { stdio: ["ignore", "ignore", "inherit"] });
    const origin = `http://127.0.0.1:${port}`;
    while (!(await fetch(`${origin}/health/live`).catch(() => undefined))?.ok) {
      if (child.exitCode !== null) throw new Error(readFileSync(join(folder, "error.log"), "utf8"));
      await delay(5);
    }
    return new Nginx(`${origin}/graphql`, child.pid as number, child, folder);
  }

  /** What nginx complained of. */
  get complaints(): string {
    return readFileSync(join(this.folder, "error.log"), "utf8");
  }

  async stop(): Promise<void> {
    const exit = once(this.child, "exit");
    this.child.kill("SIGTERM");
    await exit;
    rmSync(this.folder, { recursive: true, force: true });
  }
}
