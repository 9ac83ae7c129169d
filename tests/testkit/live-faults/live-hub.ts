import { request } from "node:http";
import { join } from "node:path";
import { json } from "node:stream/consumers";
import { HubProcess } from "../hub/hub-process.js";
import type { Play } from "./live-fault.js";
import type { MutantName } from "./mutants.js";
import type { Held, LoopHeld } from "./preload.js";

const preload = new URL("./preload.js", import.meta.url).href;

/** The hubs that this process has started: each answers at a place of its own. */
let started = 0;

/** What a hub's process is given besides its folder and its mutant. */
export interface LiveHubOptions {
  /** Its database; without it the hub has one of its own. */
  databaseUrl?: string;
  env?: Record<string, string>;
}

/** A hub in a process of its own that can be made faulty, and whose streams can be looked at. */
export class LiveHub {
  private constructor(
    readonly process: HubProcess,
    private readonly figures: string,
  ) {}

  /** Starts a hub; it is killed at the play's end, if it still runs then. */
  static async start(
    { folder, mutant, cleanup }: Pick<Play<unknown>, "folder" | "mutant" | "cleanup">,
    { databaseUrl, env: more }: LiveHubOptions = {},
  ): Promise<LiveHub> {
    started += 1;
    const figures = join(folder, `figures-${started}`);
    const env = {
      ...{ EXPORT_JOBS: "0", WEBHOOK_JOBS: "0", METRICS_PORT: "0", FAULT_FIGURES: figures },
      ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
      ...(mutant ? { FAULT_MUTANT: mutant } : {}),
      ...more,
    };
    const hub = await HubProcess.start(join(folder, "hub"), env, ["--import", preload]);
    cleanup.defer(async () => void (await hub.kill()));
    return new LiveHub(hub, figures);
  }

  /** The address of its GraphQL. */
  get url(): string {
    return this.process.url;
  }

  /** The address of its metrics. */
  get metricsUrl(): string {
    const said = this.process.output.map((line) => JSON.parse(line) as Record<string, string>);
    return said.find(({ msg }) => msg?.startsWith("metrics at"))?.url ?? "";
  }

  /** What it holds now for its streams; there must have been one. */
  async held(): Promise<Held> {
    return (await this.asked("GET", "/")) as Held;
  }

  /** How long its event loop was held since this was last asked. */
  async loopHeld(): Promise<LoopHeld> {
    return (await this.asked("GET", "/loop-held")) as LoopHeld;
  }

  /** Makes it faulty in this way from now on; without a mutant sound again. */
  async become(mutant?: MutantName): Promise<void> {
    await this.asked("PUT", `/mutant/${encodeURIComponent(mutant ?? "")}`);
  }

  /** Has it killed between the commit of this noun's creation and its answer. */
  async killAfter(id: string): Promise<void> {
    await this.asked("PUT", `/kill-after/${id}`);
  }

  private asked(method: string, path: string): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const asked = request({ socketPath: this.figures, method, path }, (answer) => {
        json(answer).then(resolve, reject);
      });
      asked.on("error", reject).end();
    });
  }
}
