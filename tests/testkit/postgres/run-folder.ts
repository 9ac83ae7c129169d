import {
  accessSync,
  chmodSync,
  constants,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
} from "node:fs";
import { freemem, tmpdir } from "node:os";
import { join } from "node:path";

/** Where Linux keeps files in memory. */
const memory = "/dev/shm";

/** What a run's files need at most, with as much again for what else is in memory: bytes. */
const needed = 4 * 2 ** 30;

/** The bytes of memory that programs may still take. */
function availableMemory(): number {
  try {
    const [, kilobytes] =
      /^MemAvailable: +(\d+) kB$/m.exec(readFileSync("/proc/meminfo", "utf8")) ?? [];
    return kilobytes ? Number(kilobytes) * 1024 : freemem();
  } catch {
    return freemem();
  }
}

/** True where files in memory have room, and programs among them may run. */
function hasRoomInMemory(): boolean {
  try {
    accessSync(memory, constants.W_OK);
    const { bavail, bsize } = statfsSync(memory);
    const mounts = readFileSync("/proc/mounts", "utf8").split("\n");
    const mount = mounts.findLast((line) => line.split(" ")[1] === memory);
    const isProgramPlace = !mount?.split(" ")[3]?.split(",").includes("noexec");
    return isProgramPlace && Math.min(bavail * bsize, availableMemory()) >= needed;
  } catch {
    return false;
  }
}

/** Whether a run's process is there still, perhaps another user's. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as { code?: unknown }).code === "EPERM";
  }
}

/** Removes what this user's runs have left that were killed: it would take memory for good. */
function removeLeft(place: string): void {
  for (const name of readdirSync(place)) {
    const [, pid] = /^rembuk-tests-(\d+)-/.exec(name) ?? [];
    if (!pid || isRunning(Number(pid))) continue;
    try {
      rmSync(join(place, name), { recursive: true, force: true });
    } catch {
      // It is another user's.
    }
  }
}

/**
 * Makes the folder of a run: the data of its Postgres and of its hubs. In memory where there is room: a
 * database of a test file is a thousand files, whose copy costs four times as much on a disk.
 */
export function makeRunFolder(): string {
  const place = hasRoomInMemory() ? memory : tmpdir();
  removeLeft(place);
  const folder = mkdtempSync(join(place, `rembuk-tests-${process.pid}-`));
  // As root Postgres runs as another user, who must be able to pass through.
  chmodSync(folder, 0o755);
  return folder;
}
