import { parse } from "graphql";
import type { Question } from "../testkit/random-documents/questions.js";

/** A document that the two paths answered differently once. */
interface KnownDifference {
  document: string;
  /** Who asked it, in turn; a visitor by default. */
  viewers?: string[];
  /** With which variables, in turn. */
  turns?: Record<string, unknown>[];
  isRefused?: boolean;
}

/** By what was wrong. */
export const differences: Record<string, KnownDifference> = {
  "a page of whose info only the type's name is asked": {
    document: `{ regions(first: 2) { pageInfo { __typename } }
      programmes { nodes { children { pageInfo { __typename } } } } }`,
  },
  "a page of whose info only what is known beforehand is asked": {
    document: `{ regions(last: 2) { pageInfo { hasNextPage } }
      indicators { nodes { measurements(first: 2) { pageInfo { hasPreviousPage } } } } }`,
  },
  "a wrong condition on a page of which no row is asked": {
    document: `{ regions(where: { within: "nowhere" }) { pageInfo { __typename } } }`,
    isRefused: true,
  },
  "a wrong condition on a page of which all is left out": {
    document: `{ instruments(where: { eq: null }) { nodes @skip(if: true) { id } pageInfo { endCursor @include(if: false) } } }`,
    isRefused: true,
  },
  "a wrong condition on a list that is left out, beside its type's name": {
    document: `{ regions(where: { within: "nowhere" }) { __typename nodes @skip(if: true) { id } } }`,
    isRefused: true,
  },
  "the first cursor of a page that is read backwards": {
    document: `{ region(code: "36.02") { children(last: 2) { nodes { code } pageInfo { startCursor } } } }`,
  },
  "a text in the language of another request, of a column and of a structure": {
    document: `query ($language: TextLanguage!) {
      programmes { nodes { name { text(language: $language) other: text(language: EN) } } }
      instruments { nodes { sections { questions { help { text(language: $language) } } } } } }`,
    viewers: ["visitor", "visitor"],
    turns: [{ language: "ID" }, { language: "EN" }],
  },
};

/** What is asked of both paths. */
export function questionOf({
  document,
  viewers = ["visitor"],
  turns = [{}],
}: KnownDifference): Question {
  return { document: parse(document), viewers, turns, language: "en" };
}
