import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { Traffic } from "../../testkit/faults/traffic.js";
import { HubProcess } from "../../testkit/hub/hub-process.js";
import type { Fault, Surroundings } from "./fault.js";
import { proxied } from "./silence.js";

/** How long the database is away, in milliseconds. */
const outageMs = 20_000;
/** The most that a hub may log meanwhile. */
const mostBytes = 200_000;

interface LogLine {
  level: string;
  time: string;
  msg?: string;
  err?: { message?: string; code?: string; stack?: string };
}

/** A hub that writes every line, to compare with. */
const lines = new URL("../../../src/platform/log-repeats.js", import.meta.url).href;
const everyLine = `data:text/javascript,${encodeURIComponent(
  `import { RepeatedLines } from ${JSON.stringify(lines)};
   RepeatedLines.prototype.take = (line) => line.write(line.given);`,
)}`;

/** What a hub logs while its database is away and clients go on. */
async function logged(surroundings: Surroundings, flags: readonly string[]): Promise<string[]> {
  const { proxy, close } = await proxied(surroundings);
  const hub = await HubProcess.start(
    join(surroundings.folder, `hub-${flags.length}`),
    { DATABASE_URL: proxy.url },
    flags,
  );
  const traffic = new Traffic(await hub.as());
  await delay(1_000);
  const before = hub.output.length;
  proxy.cut();
  await delay(outageMs);
  const output = hub.output.slice(before);
  proxy.restore();
  await traffic.stop();
  await hub.stop();
  await close();
  surroundings.say(
    `${flags.length > 0 ? "every line" : "counted"}: ${output.join("\n").length} bytes in ${output.length} lines, ${traffic.figures.unavailable} requests refused`,
  );
  return output;
}

/** The kinds of which more lines were written than seconds have passed, or more than one stack. */
function repeated(output: readonly string[]): string[] {
  const written = new Map<string, number>();
  const stacks = new Map<string, number>();
  for (const line of output) {
    const { level, msg, err } = JSON.parse(line) as LogLine;
    const kind = [level, msg, err?.code, err?.message].join(" ");
    written.set(kind, (written.get(kind) ?? 0) + 1);
    if (err?.stack) stacks.set(err.stack, (stacks.get(err.stack) ?? 0) + 1);
  }
  // The same words may come from several places, each of which is a kind.
  const most = 3 * (outageMs / 1000 + 2);
  return [
    ...[...written]
      .filter(([, count]) => count > most)
      .map(([kind, count]) => `${count} x ${kind}`),
    ...[...stacks].filter(([, count]) => count > 1).map(([stack, count]) => `${count} x ${stack}`),
  ];
}

/** The database is cut off while clients go on: the log says so, and does not fill the disk. */
export const outageLog: Fault = {
  name: "outage-log",
  async run(surroundings) {
    const output = await logged(surroundings, []);
    const bytes = output.join("\n").length;
    await logged(surroundings, ["--import", everyLine]);
    return [
      ...(bytes <= mostBytes ? [] : [`${bytes} bytes were logged, more than ${mostBytes}`]),
      ...repeated(output),
    ];
  },
};
