import type { Block, Page } from "./markdown.js";

/** A command of a page and its printed answer. */
export interface Step {
  page: string;
  command: Block;
  /** The variables of a GraphQL document, in the block behind it. */
  variables?: Block;
  printed?: Block;
  /** Whether it goes on until it is ended, as a watcher does. */
  goesOn: boolean;
}

/** Lines that a watcher of the page has printed when all steps before are done. */
export interface Watched {
  page: string;
  watched: Block;
}

/** A block that the page marks as not run, with the reason that the page gives. */
export interface Marked {
  page: string;
  marked: Block;
  reason: string;
}

/** The blocks of a page, each in its role. */
export interface Examples {
  steps: (Step | Watched)[];
  marked: Marked[];
  /** Drawings of lifecycles and the like, which are no examples. */
  diagrams: Block[];
  /** Blocks without a role: they would be left out silently. */
  stray: Block[];
}

const commands = new Set(["graphql", "sh", "js"]);

const isCommand = ({ language }: Block): boolean => commands.has(language);

const isWatched = ({ intro, language }: Block): boolean =>
  language === "text" && /\b(watcher|terminal) (prints|shows)\b|\bmencetak\b/.test(intro);

const goesOn = ({ language, text }: Block): boolean =>
  language === "sh" && /for await|for \(;;\)/.test(text);

/** The reason for which a block is not run: the paragraph before it says it. */
const reasonOf = ({ intro }: Block): string | undefined => {
  const last = intro.trim().split("\n\n").at(-1) ?? "";
  return /^\*(?:Not run by the tests|Tidak dijalankan dalam pengujian): (\S.*)\.\*$/.exec(
    last,
  )?.[1];
};

const areVariables = ({ intro, language }: Block): boolean =>
  language === "json" && /\b[Vv]aria(bles|bel)[^\n]*:\s*$/.test(intro.trim());

/** Whether a block is the answer of the command before it, which stands under the same heading. */
const isAnswer = (block: Block, command: Block): boolean =>
  block.heading === command.heading &&
  !isWatched(block) &&
  reasonOf(block) === undefined &&
  (block.language === "json" || (block.language === "text" && command.language !== "graphql"));

/** A page's blocks in their roles, in its order. */
export function examplesOf({ path, blocks }: Page): Examples {
  const examples: Examples = { steps: [], marked: [], diagrams: [], stray: [] };
  const rest = [...blocks];
  for (let block = rest.shift(); block; block = rest.shift()) {
    const reason = reasonOf(block);
    const takeNext = (is: (next: Block) => boolean) =>
      rest[0] && is(rest[0]) ? rest.shift() : undefined;
    const command = block;
    if (reason !== undefined) {
      examples.marked.push({ page: path, marked: block, reason });
      if (isCommand(block)) takeNext((next) => isAnswer(next, command));
    } else if (isWatched(block)) {
      examples.steps.push({ page: path, watched: block });
    } else if (isCommand(block)) {
      const variables = block.language === "graphql" ? takeNext(areVariables) : undefined;
      const going = goesOn(block);
      const printed = going ? undefined : takeNext((next) => isAnswer(next, command));
      examples.steps.push({
        ...{ page: path, command, goesOn: going },
        ...(variables ? { variables } : {}),
        ...(printed ? { printed } : {}),
      });
    } else if (block.language === "diagram") {
      examples.diagrams.push(block);
    } else {
      examples.stray.push(block);
    }
  }
  return examples;
}

/** The person as whom a block is sent, as the prose before it says. */
export const personOf = ({ intro }: Block): string | undefined =>
  [...intro.matchAll(/\b(?:as|sebagai) `([^`\s]+@[^`\s]+)`/gi)].at(-1)?.[1];

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
