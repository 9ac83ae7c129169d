import { type Creation, canonicalText, contentHash } from "../../../ledger/index.js";
import type { Class } from "../../../reading/index.js";
import { contentOf } from "../inputs/input-content.js";
import { inputFieldsOf } from "../inputs/presence.js";

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

/** What a creation stored for an input field, where the noun has a field of its name. */
const storedFor = ({ diff }: Creation, name: string): unknown =>
  (diff[name] ?? diff[name.replace(/Id$/, "")])?.after;

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
  const chosen = inputFieldsOf(useCase.input.prototype)
    .filter(({ name, presence }) => presence === "defaulted" && name in content)
    .map(({ name }) => name)
    .filter((name) => canonicalText([content[name]]) === canonicalText([storedFor(first, name)]));
  return selectionsOf(chosen).some((left) => {
    const said = Object.entries(content).filter(([name]) => !left.includes(name));
    return contentHash({ ...Object.fromEntries(said), id }) === first.request;
  });
}
