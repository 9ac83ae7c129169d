import { existsSync, readFileSync, statSync } from "node:fs";
import { totalmem } from "node:os";
import { dirname, join } from "node:path";
import { getHeapStatistics } from "node:v8";
import { nodeFault } from "../../platform/node-version.js";
import { type Check, fault, ok, type Place, warning } from "./check.js";

const MB = 1024 * 1024;

/** The least free space, in bytes: below it Postgres and uploads soon fail. */
const leastFree = 256 * MB;

/** What a hub needs of memory beside its heap, in bytes: buffers, code, threads. */
const besideHeap = 400 * MB;

/** Files that a hub opens beside sockets. */
const besideSockets = 300;

/** A file of the kernel; undefined where it cannot be read. */
function textOf(...path: string[]): string | undefined {
  try {
    return readFileSync(join(...path), "utf8");
  } catch {
    return undefined;
  }
}

/** The process that is looked at: that of the running hub, else this one, which has the same limits. */
const processOf = ({ hub, system }: Place, file: string): string | undefined =>
  textOf(system.proc, hub ? String(hub.pid) : "self", file);

/** The limit of the heap in bytes: as the hub was told, else as this process has it. */
function heapLimit(place: Place): number {
  const told = place.hub && processOf(place, "cmdline");
  const [, megabytes] = /--max[-_]old[-_]space[-_]size=(\d+)/.exec(told ?? "") ?? [];
  return megabytes ? Number(megabytes) * MB : getHeapStatistics().heap_size_limit;
}

/** The memory that the processes here may use together, in bytes. */
function memoryLimit({ system }: Place): number {
  const text =
    textOf(system.cgroup, "memory.max") ?? textOf(system.cgroup, "memory", "memory.limit_in_bytes");
  const limit = Number(text);
  return Number.isFinite(limit) && limit > 0 ? Math.min(limit, totalmem()) : totalmem();
}

const inMB = (bytes: number): string => `${Math.round(bytes / MB)} MB`;

/** The folder itself, or the nearest above it that is there. */
function existing(folder: string): string {
  let at = folder;
  while (!existsSync(at)) at = dirname(at);
  return at;
}

/** Files of secrets that exist, by the settings that name them. */
const secretFiles = ({ config: { dataFolder, nats } }: Place): string[] =>
  [
    ...["development-issuer.json", "webhook-key"].map((name) => join(dataFolder, name)),
    ...(nats.credentialsFile ? [nats.credentialsFile] : []),
    ".env",
  ].filter((file) => existsSync(file));

/** The machine, and the process that the hub is. */
export const machineChecks: readonly Check<Place>[] = [
  {
    id: "machine.node",
    title: "the version of Node",
    run: ({ system }) => {
      const reason = nodeFault(system.node, "npm run rembuk");
      return reason ? fault(reason, "Install a newer Node.") : ok(`Node ${system.node}`);
    },
  },
  {
    id: "machine.user",
    title: "the running hub is not root",
    run: (place) => {
      if (!place.hub) return ok("no hub of these data runs here");
      const [, uid] = /^Uid:\s+(\d+)/m.exec(processOf(place, "status") ?? "") ?? [];
      return uid === "0"
        ? warning(
            "the hub runs as root",
            "Start it as a user of its own; its log says why it could not give up root.",
          )
        : ok(`the hub runs as user ${uid}`);
    },
  },
  {
    id: "machine.files",
    title: "the limit of open files against the sockets that one client may open",
    run: (place) => {
      const { limits, databasePoolSize } = place.config;
      const [, soft] =
        /^Max open files\s+(\d+|unlimited)/m.exec(processOf(place, "limits") ?? "") ?? [];
      const limit = soft === "unlimited" ? Number.POSITIVE_INFINITY : Number(soft ?? Number.NaN);
      if (Number.isNaN(limit)) return ok("not known on this system");
      const needed = limits.socketsPerClient + 4 * databasePoolSize + besideSockets;
      return limit >= needed
        ? ok(`${soft} files may be open`)
        : warning(
            `${soft} files may be open, and one client may open ${limits.socketsPerClient} sockets`,
            `Raise the limit to ${needed} or more (LimitNOFILE of systemd, ulimits of a container), or lower LIMIT_SOCKETS_PER_CLIENT.`,
          );
    },
  },
  {
    id: "machine.memory",
    title: "the limit of memory against Node's heap",
    run: (place) => {
      const [heap, memory] = [heapLimit(place), memoryLimit(place)];
      const says = `the heap may have ${inMB(heap)} of ${inMB(memory)}`;
      return heap + besideHeap <= memory
        ? ok(says)
        : warning(
            `${says}: the hub may be killed before it collects garbage`,
            `Start Node with --max-old-space-size=${Math.max(256, Math.floor((memory - besideHeap) / MB))} or less, or give it more memory.`,
          );
    },
  },
  {
    id: "machine.disk",
    title: "free space at the data folder: files, uploads, the embedded database",
    run: async ({ config: { dataFolder, limits }, system }) => {
      const { bavail, bsize, blocks } = await system.space(existing(dataFolder));
      const [free, part] = [bavail * bsize, blocks === 0 ? 1 : bavail / blocks];
      const says = `${inMB(free)} are free at ${dataFolder}`;
      if (free < leastFree) return fault(says, "Free some space now: writes fail soon.");
      return free < limits.spoolBytes || part < 0.05
        ? warning(
            `${says}; uploads alone may take ${inMB(limits.spoolBytes)} (LIMIT_SPOOL_BYTES)`,
            "Free some space, or move REMBUK_DATA.",
          )
        : ok(says);
    },
  },
  {
    id: "machine.secrets",
    title: "files with secrets are for their owner alone",
    run: (place) => {
      const [own, given] = [secretFiles(place), place.config.secretFiles];
      const mayBe = (file: string, bits: number) => (statSync(file).mode & bits) !== 0;
      // A group may read what was mounted: so Kubernetes gives it to a user other than root.
      const open = [
        ...own.filter((file) => mayBe(file, 0o077)),
        ...given.filter((file) => mayBe(file, 0o007)),
      ];
      const all = [...own, ...given];
      return open.length === 0
        ? ok(all.length === 0 ? "there are none" : all.join(", "))
        : warning(
            `others may read ${open.join(", ")}`,
            `Give them to the hub's user and take all rights from others, as by chmod 400; a mounted one where it comes from: ${open.join(" ")}`,
          );
    },
  },
];
