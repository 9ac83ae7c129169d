import { canonicalText } from "../../../ledger/index.js";
import type { Class } from "../../../reading/index.js";
import { type InputFieldDeclaration, inputFieldsOf } from "./presence.js";

type Content = Record<string, unknown>;

const isStructure = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isEmpty = (content: unknown): boolean =>
  content === undefined ||
  (Array.isArray(content) && content.length === 0) ||
  (isStructure(content) && Object.keys(content).length === 0);

const isEqual = (one: unknown, other: unknown): boolean =>
  canonicalText([one]) === canonicalText([other]);

/** One value, or one item of a list. */
function valueContent(value: unknown, field: InputFieldDeclaration | undefined): unknown {
  if (typeof value === "string") {
    const text = field?.sameness.ignoresCase ? value.toLowerCase() : value;
    // Canonically equivalent texts are the same text, as systems write it in either form.
    return text.normalize("NFC");
  }
  if (!isStructure(value)) return value ?? undefined;
  const type = field?.type();
  return contentOf(value, typeof type === "function" ? (type as Class) : undefined);
}

function listContent(values: readonly unknown[], field: InputFieldDeclaration | undefined) {
  const items = values.map((value) => valueContent(value, field) ?? null);
  if (!field?.sameness.isSet) return items;
  return [...new Map(items.map((item) => [canonicalText([item]), item])).entries()]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, item]) => item);
}

/** What a field says; undefined where it says what leaving it out would say. */
function fieldContent(value: unknown, field: InputFieldDeclaration | undefined, input: object) {
  const content = Array.isArray(value) ? listContent(value, field) : valueContent(value, field);
  if (isEmpty(content)) return undefined;
  const { initial } = field?.sameness ?? {};
  const usual = typeof initial === "function" ? initial(input) : initial;
  return isEqual(content, usual ?? null) ? undefined : content;
}

/**
 * The content of an input that creates something: equal for inputs that mean the same. What is null, an
 * empty list or the field's initial value is left out, ids are in lower case, sets in one order, and texts
 * in Unicode's composed form. It is compared and hashed, never stored.
 */
export function contentOf(input: object, of: Class | undefined): Content {
  const fields = new Map(of ? inputFieldsOf(of.prototype).map((field) => [field.name, field]) : []);
  const entries = Object.entries(input).map(([name, value]) => [
    name,
    fieldContent(value, fields.get(name), input),
  ]);
  return Object.fromEntries(entries.filter(([, content]) => content !== undefined));
}
