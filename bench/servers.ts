import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "../src/app/store.js";
import { type Served, serve } from "./processes.js";
import { hubEnvironment, type Site } from "./site.js";

/** Starts the hub on the data, as a process of its own. */
export const startHub = ({ url }: Site, execArgv: string[] = []): Promise<Served> =>
  serve("../src/main.js", "/health/ready", hubEnvironment(url), execArgv);

/** Starts the limit: hand-written SQL over node:http. */
export const startHandWritten = ({ url }: Site): Promise<Served> =>
  serve("hand-written.js", "/", hubEnvironment(url));

/** How `npm start` bounds the hub's memory. */
export function shippedMemory(): string[] {
  const text = readFileSync(join(projectFolder(), "package.json"), "utf8");
  const { scripts } = JSON.parse(text) as { scripts: { start: string } };
  return scripts.start.match(/--max-\S+/g) ?? [];
}
