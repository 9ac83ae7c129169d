import { join, relative } from "node:path";
import type { Config } from "../platform/config.js";
import type { RunningHub } from "../platform/running-hubs.js";
import { projectFolder } from "./store.js";

/** A text as a word of a shell's command. */
const shellWord = (text: string): string =>
  /^[\w./:@+-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;

/** The data folder of a command that is run by npm without REMBUK_DATA. */
const usualFolder = (): string => join(projectFolder(), ".rembuk");

/** A command of `rembuk` for the data in a folder, as somebody can copy it. */
export function commandFor(dataFolder: string, words: string): string {
  const command = `npm run -s rembuk -- ${words}`;
  return relative(usualFolder(), dataFolder) === ""
    ? command
    : `REMBUK_DATA=${shellWord(dataFolder)} ${command}`;
}

/** The data that a command works on. */
export interface CommandData {
  dataFolder: string;
  /** The running hub of the data, where one is known. */
  hub?: RunningHub;
  /** What the command's user should know about the choice. */
  note?: string;
}

const listed = (hubs: readonly RunningHub[]): string =>
  hubs.map(({ url, dataFolder }) => `  ${url}: REMBUK_DATA=${shellWord(dataFolder)}`).join("\n");

/**
 * The data of a command: those of REMBUK_DATA where it is given (`isNamed`), else those of the hub that
 * runs, else those in the usual folder. Throws where several hubs run, of which none has the usual folder.
 */
export function dataOf(
  { dataFolder }: Pick<Config, "dataFolder">,
  isNamed: boolean,
  hubs: readonly RunningHub[],
): CommandData {
  const own = hubs.find((hub) => hub.dataFolder === dataFolder);
  if (own) return { dataFolder, hub: own };
  const [hub, ...others] = hubs;
  if (!hub) return { dataFolder };
  if (isNamed) {
    const note = `No hub runs on the data in ${dataFolder}. These run, and a token of ${dataFolder} is refused by them:\n${listed(hubs)}`;
    return { dataFolder, note };
  }
  if (others.length > 0) {
    throw new Error(
      `Several hubs run, and none on the data in ${dataFolder}. Set REMBUK_DATA to choose one:\n${listed(hubs)}`,
    );
  }
  const note = `These are the data of the hub at ${hub.url}: ${hub.dataFolder}`;
  return { dataFolder: hub.dataFolder, hub, note };
}
