import { readFile, stat } from "node:fs/promises";
import type { EntityManager } from "@mikro-orm/postgresql";
import {
  boundaryContent,
  boundaryTag,
  isBoundaryLevel,
  type LoadedBoundaries,
  loadBoundaries,
} from "../domain/regions/index.js";
import type { Logger } from "../platform/logger.js";
import { nothingLoaded } from "./nothing-loaded.js";
import type { BoundaryFiles } from "./port.js";
import type { Store } from "./store.js";

/** The most bytes of a file of boundaries: it is read whole, and takes several times as much memory. */
const mostBytes = 128 * 1024 * 1024;

const kilobytes = (bytes: number): string => `${Math.ceil(bytes / 1024)} kB`;

/** How many codes of regions without a boundary are named. */
const mostNamed = 10;

function words({ level, regions, missing, bytes, compressed }: LoadedBoundaries): string {
  const named = missing.slice(0, mostNamed).join(", ");
  const more = missing.length > mostNamed ? ` and ${missing.length - mostNamed} more` : "";
  const without = missing.length === 0 ? "" : `; without a boundary: ${named}${more}`;
  return `loaded: ${regions} of level ${level}, ${kilobytes(bytes)} (${kilobytes(compressed)} compressed)${without}`;
}

/** Loads a GeoJSON file of boundaries; gives a line for each level of what is loaded now. */
export async function loadGeometry(
  { orm }: Pick<Store, "orm">,
  logger: Logger,
  { path, codeProperty }: { path: string; codeProperty: string | undefined },
): Promise<string> {
  const { size } = await stat(path);
  if (size > mostBytes) {
    throw new Error(
      `Nothing was loaded. ${path} has ${kilobytes(size)}, more than ${kilobytes(mostBytes)}: simplify it first, as by mapshaper.`,
    );
  }
  const em = orm.em.fork() as EntityManager;
  try {
    const loaded = await loadBoundaries(em, await readFile(path, "utf8"), codeProperty);
    const levels = loaded.map(({ level, regions }) => ({ level, regions }));
    // At the level of warnings, which every command logs: every map changes.
    logger.warn({ file: path, levels }, "the boundaries of regions were replaced");
    return loaded.map(words).join("\n");
  } catch (error) {
    throw nothingLoaded(error);
  }
}

/** The boundaries of a hub's database, as files for maps. */
export const boundaryFiles = ({ orm }: Pick<Store, "orm">): BoundaryFiles => {
  const em = () => orm.em.fork() as EntityManager;
  return {
    tag: async (level) => (isBoundaryLevel(level) ? boundaryTag(em(), level) : null),
    content: async (level, isBrotli) =>
      isBoundaryLevel(level) ? boundaryContent(em(), level, isBrotli) : undefined,
  };
};
