import type { Block, Page } from "./markdown.js";

/** A command of a page and its printed answer. */
export interface Step {
  page: string;
  command: Block;
  printed?: Block;
  /** Whether it goes on until it is ended, as a watcher does. */
  goesOn: boolean;
}

/** Lines that a watcher of the page has printed when all steps before are done. */
export interface Watched {
  page: string;
  watched: Block;
}

const isCommand = ({ language }: Block): boolean => language === "graphql" || language === "sh";

const isWatched = ({ intro, language }: Block): boolean =>
  language === "text" && /\b(watcher|terminal) (prints|shows)\b/.test(intro);

const goesOn = ({ language, text }: Block): boolean =>
  language === "sh" && /for await|for \(;;\)/.test(text);

/** Whether a block is the answer of the command before it, which stands under the same heading. */
const isAnswer = (block: Block, command: Block): boolean =>
  block.heading === command.heading &&
  !isWatched(block) &&
  (block.language === "json" || (block.language === "text" && command.language === "sh"));

/** The steps of a page, in its order. */
export function stepsOf({ path, blocks }: Page): (Step | Watched)[] {
  return blocks.flatMap((block, at): (Step | Watched)[] => {
    if (isWatched(block)) return [{ page: path, watched: block }];
    if (!isCommand(block)) return [];
    const step: Step = { page: path, command: block, goesOn: goesOn(block) };
    const next = blocks[at + 1];
    if (next && !step.goesOn && isAnswer(next, block)) step.printed = next;
    return [step];
  });
}

/** The person as whom a block is sent, as the prose before it says. */
export const personOf = ({ intro }: Block): string | undefined =>
  [...intro.matchAll(/\bas `([^`\s]+@[^`\s]+)`/gi)].at(-1)?.[1];

/** The language that the prose before a block asks for. */
export const languageOf = ({ intro }: Block): string | undefined =>
  /`Accept-Language: (\w+)`/.exec(intro)?.[1];

/** The name of a block in a test: its place and its first words. */
export const nameOf = (page: string, { line, heading, text }: Block): string => {
  const [first = ""] = text
    .trim()
    .split("\n")
    .filter((row) => !/^(query|mutation)?[ ({]*$/.test(row));
  return `${page}:${line} ${heading}: ${first.trim()}`;
};
