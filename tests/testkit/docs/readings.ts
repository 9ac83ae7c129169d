import { join, normalize } from "node:path/posix";
import type { Template } from "../postgres/templates.js";
import { type Page, pagePaths, readPage } from "./markdown.js";
import { examplesOf, type Step } from "./steps.js";

/** Pages that are followed at one hub, one after another, and the template of its database. */
export interface Reading {
  pages: string[];
  template: Template;
}

/** A page with examples, as far as it concerns where they begin. */
interface Place {
  path: string;
  /** The page whose examples it continues. */
  continued?: string;
  template: Template;
  writes: boolean;
}

/** What a page says where its examples continue those of another page. */
const continues = /continues the (?:examples|made-up meeting) of \[[^\]]*\]\((\S+?\.md)\)/;

/** What a page says where its examples need a hub without the sample. */
const withoutSample = /examples? begins? with an empty hub/;

const isWrite = ({ command: { language, text } }: Step): boolean =>
  /\bmutation\b|createClient/.test(text) ||
  (language === "sh" && /-X (PUT|POST)|--data-binary|rembuk -- seed/.test(text));

/** The page whose examples a page continues, as it says. */
export function continuedBy({ path, text }: Page): string | undefined {
  const [, target] = continues.exec(text) ?? [];
  return target === undefined ? undefined : normalize(join(path, "..", target));
}

/** The pages whose examples a page continues, the first of them first. */
export function pagesBefore(path: string): string[] {
  const continued = continuedBy(readPage(path));
  return continued === undefined ? [] : [...pagesBefore(continued), continued];
}

function placeOf(page: Page): Place | undefined {
  const { steps } = examplesOf(page);
  if (steps.length === 0) return undefined;
  const continued = continuedBy(page);
  return {
    path: page.path,
    ...(continued ? { continued } : {}),
    template: withoutSample.test(page.text) ? "regions" : "sample",
    writes: steps.some((step) => "command" in step && isWrite(step)),
  };
}

/**
 * The pages with examples, by the hubs at which they are followed. A page begins with a new hub and its
 * sample, so that pages can be followed in any order; a page that continues another one says so, and is
 * followed behind it. Pages that only read share one hub.
 */
export function readings(): Reading[] {
  const places = pagePaths().flatMap((path) => placeOf(readPage(path)) ?? []);
  const behind = (path: string): string[] =>
    places
      .filter(({ continued }) => continued === path)
      .flatMap((next) => [next.path, ...behind(next.path)]);
  const first = places.filter(({ continued }) => continued === undefined);
  const alone = ({ path, writes, template }: Place) =>
    writes || template !== "sample" || behind(path).length > 0;
  const reading = first.filter((place) => !alone(place)).map(({ path }) => path);
  return [
    ...first
      .filter(alone)
      .map(({ path, template }) => ({ pages: [path, ...behind(path)], template })),
    ...(reading.length > 0 ? [{ pages: reading, template: "sample" as const }] : []),
  ];
}
