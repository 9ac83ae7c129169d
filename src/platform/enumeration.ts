/** The name of an enumeration, with descriptions of it and of its members. */
export interface EnumerationText<Member extends string = string> {
  name: string;
  description: string;
  meanings: Readonly<Record<Member, string>>;
}

/** The members of an enumeration, as a type. */
export type MemberOf<E> = E[keyof E];

const text = Symbol("enumeration");

/**
 * An enumeration: an object whose members are their own names, as `{ DRAFT: "DRAFT" }`. Each member
 * is written once, with its meaning, in the order in which the domain lists them.
 */
export function enumeration<Meanings extends Readonly<Record<string, string>>>(
  name: string,
  description: string,
  meanings: Meanings,
): { readonly [Member in keyof Meanings & string]: Member } {
  const values = Object.fromEntries(Object.keys(meanings).map((member) => [member, member]));
  // Under a symbol, which is not among the members.
  Object.defineProperty(values, text, { value: { name, description, meanings } });
  // The cast: Object.fromEntries forgets which key has which value.
  return values as never;
}

/** The texts of an enumeration; undefined for any other object. */
export const enumerationText = (values: object): EnumerationText | undefined =>
  (values as { [text]?: EnumerationText })[text];
