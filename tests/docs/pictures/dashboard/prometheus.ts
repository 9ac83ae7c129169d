import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** A series of an answer: its labels, and its values by time. */
export interface Series {
  metric: Record<string, string>;
  values: [seconds: number, value: string][];
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

/** A real Prometheus that scrapes one hub every second. */
export class Prometheus {
  private constructor(
    private readonly child: ChildProcess,
    private readonly folder: string,
    private readonly url: string,
  ) {}

  static async start(target: string): Promise<Prometheus> {
    const folder = await mkdtemp(join(tmpdir(), "rembuk-prometheus-"));
    const config = `global: { scrape_interval: 1s }
scrape_configs: [{ job_name: rembuk, static_configs: [{ targets: ["${target}"] }] }]
`;
    await writeFile(join(folder, "prometheus.yml"), config);
    const port = await freePort();
    const args = [
      `--config.file=${join(folder, "prometheus.yml")}`,
      `--storage.tsdb.path=${join(folder, "data")}`,
      `--web.listen-address=127.0.0.1:${port}`,
    ];
    const child = spawn("prometheus", args, { stdio: ["ignore", "ignore", "pipe"] });
    await new Promise<void>((resolve, reject) => {
      child.once("error", reject);
      child.once("exit", (code) => reject(new Error(`Prometheus ended with ${code}`)));
      createInterface({ input: child.stderr }).on("line", (line) => {
        if (line.includes("Server is ready")) resolve();
      });
    });
    return new Prometheus(child, folder, `http://127.0.0.1:${port}`);
  }

  /** What an expression gave in the last `seconds`. */
  async range(query: string, seconds: number, step: number): Promise<Series[]> {
    const end = Math.floor(Date.now() / 1000);
    const asked = { query, start: String(end - seconds), end: String(end), step: String(step) };
    const response = await fetch(`${this.url}/api/v1/query_range?${new URLSearchParams(asked)}`);
    const { status, error, data } = (await response.json()) as {
      status: string;
      error?: string;
      data?: { result: Series[] };
    };
    if (status !== "success" || !data) throw new Error(`${query}: ${error}`);
    return data.result;
  }

  async stop(): Promise<void> {
    this.child.removeAllListeners("exit");
    const ended = once(this.child, "exit");
    this.child.kill("SIGTERM");
    await ended;
    await rm(this.folder, { recursive: true, force: true });
  }
}
