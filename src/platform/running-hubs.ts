import { createHash } from "node:crypto";
import { lstatSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * A running hub, as it announces itself to the commands of its checkout. A hub and a command are started
 * from different terminals: the command cannot know the settings of the hub.
 */
export interface RunningHub {
  pid: number;
  url: string;
  dataFolder: string;
  /** The issuer whose tokens it takes; null for its own development issuer. */
  issuer: string | null;
  /** True where its database is that of `DATABASE_URL`. */
  hasServer: boolean;
}

interface Announcement extends RunningHub {
  /** When the process began, by which it is told from a later one with its id. */
  began: string;
}

const prefixOf = (project: string): string =>
  `rembuk-hub-${createHash("sha256").update(project).digest("hex").slice(0, 12)}-`;

/** When a process began, in ticks since the machine did; undefined where there is none. */
function beginOf(pid: number): string | undefined {
  try {
    // The name of the program, in brackets, may hold anything.
    const [, fields = ""] = readFileSync(`/proc/${pid}/stat`, "utf8").split(/\) (?=[^)]*$)/);
    return fields.split(" ")[19];
  } catch {
    return undefined;
  }
}

/** Announces a hub of this process; gives the function that takes the announcement back. */
export function announceHub(project: string, hub: Omit<RunningHub, "pid">): () => void {
  const { pid } = process;
  const file = join(tmpdir(), `${prefixOf(project)}${pid}.json`);
  const text = JSON.stringify({ ...hub, pid, began: beginOf(pid) ?? "" } satisfies Announcement);
  const remove = () => rmSync(file, { force: true });
  try {
    remove();
    // Not over a link that somebody else has put there.
    writeFileSync(file, text, { flag: "wx", mode: 0o644 });
    return remove;
  } catch {
    // Without a folder for it, commands use the settings that they are given.
    return () => undefined;
  }
}

/** The announcement in a file; undefined for one that is not trusted, or whose process has ended. */
function readAnnouncement(file: string, trusted: readonly number[]): RunningHub | undefined {
  try {
    const { uid } = lstatSync(file);
    if (!trusted.includes(uid)) return undefined;
    const { began, ...hub } = JSON.parse(readFileSync(file, "utf8")) as Announcement;
    return beginOf(hub.pid) === began ? hub : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The hubs of a checkout that run on this machine, by their addresses: those of this user, of root, and of
 * `users`. What others write in the folder for temporary files is not believed.
 */
export function runningHubs(project: string, users: readonly number[] = []): RunningHub[] {
  const trusted = [process.geteuid?.() ?? 0, 0, ...users];
  const prefix = prefixOf(project);
  return readdirSync(tmpdir())
    .filter((name) => name.startsWith(prefix))
    .flatMap((name) => readAnnouncement(join(tmpdir(), name), trusted) ?? [])
    .sort((one, other) => one.url.localeCompare(other.url));
}
