import { randomUUID } from "node:crypto";
import { link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

/**
 * The text of a file that only its owner may read. Where there is none it is made, with its folder; of
 * several processes that make it at once the first wins for all. Throws where it can be neither read nor
 * made.
 */
export async function madeOnce(file: string, make: () => string): Promise<string> {
  return readFile(file, "utf8").catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error;
    await mkdir(dirname(file), { recursive: true });
    await store(file, make());
    return readFile(file, "utf8");
  });
}

/** Writes a temporary file and links it: a link fails where the file is there. */
async function store(file: string, text: string): Promise<void> {
  const temporary = `${file}.${randomUUID()}`;
  try {
    await writeFile(temporary, text, { mode: 0o600, flag: "wx", flush: true });
    await link(temporary, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
  } finally {
    await rm(temporary, { force: true });
  }
}
