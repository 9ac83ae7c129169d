import {
  type Creation,
  canonicalText,
  contentHash,
  type KeptLines,
} from "../../../ledger/index.js";
import { type Class, sql } from "../../../reading/index.js";
import { contentOf } from "../inputs/input-content.js";
import { inputFieldsOf } from "../inputs/presence.js";
import type { UseCaseTable } from "./use-case.js";

/** The part of a creating use case that decides which requests are the same. */
export interface Comparing<Input extends object> {
  input: Class<Input>;
  /** The part of the input that makes two requests the same; the whole input unless given. */
  request?(input: Input): object;
}

const comparable = <Input extends object>(useCase: Comparing<Input>, input: Input) =>
  contentOf(useCase.request?.(input) ?? input, useCase.request ? undefined : useCase.input);

/** The hash of a creation's request, by which a retry is recognised. */
export const requestHash = <Input extends object>(
  useCase: Comparing<Input>,
  input: Input,
  id: string,
): string => contentHash({ ...comparable(useCase, input), id });

/** The names that a noun may have for an input field. */
const storedNames = (name: string): string[] => [name, name.replace(/Id$/, "")];

/** What a creation stored for an input field, where the noun has a field of its name. */
const storedFor = ({ diff }: Creation, name: string): unknown =>
  storedNames(name).flatMap((stored) => diff[stored] ?? [])[0]?.after;

/** The fields of an input that the hub chooses where a request leaves them out. */
const defaultedFields = (input: Class): string[] =>
  inputFieldsOf(input.prototype)
    .filter(({ presence }) => presence === "defaulted")
    .map(({ name }) => name);

/** The lines by which a retry of a creation is known. */
export const linesOfCreations = (tables: readonly UseCaseTable[]): KeptLines => ({
  lines: sql`kind = 'CREATED'`,
  fields: tables
    .flatMap((table) => Object.values(table))
    .flatMap(({ input }) => defaultedFields(input).flatMap(storedNames)),
});

/** Every selection of these names, the empty one first. */
const selectionsOf = (names: readonly string[]): string[][] =>
  Array.from({ length: 2 ** names.length }, (_, bits) =>
    names.filter((_name, at) => (bits >> at) % 2 === 1),
  );

/**
 * True if a retry asks for what the first request created: with the same content, or with values that
 * the first left to the hub, as its organisation or its key, and that the hub has stored.
 */
export function isSameRequest<Input extends object>(
  useCase: Comparing<Input>,
  input: Input,
  id: string,
  first: Creation,
): boolean {
  const content: Record<string, unknown> = comparable(useCase, input);
  const chosen = defaultedFields(useCase.input)
    .filter((name) => name in content)
    .filter((name) => canonicalText([content[name]]) === canonicalText([storedFor(first, name)]));
  return selectionsOf(chosen).some((left) => {
    const said = Object.entries(content).filter(([name]) => !left.includes(name));
    return contentHash({ ...Object.fromEntries(said), id }) === first.request;
  });
}
