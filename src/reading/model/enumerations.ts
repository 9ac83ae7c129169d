import { registerEnumType } from "type-graphql";
import { enumeration, enumerationText, type MemberOf } from "../../platform/enumeration.js";
import { snake } from "../sql/fragments.js";

export type { MemberOf };

/** An enumeration's name in the API and its type in the database. */
export interface Enumeration {
  name: string;
  columnType: string;
}

const published = new WeakMap<object, Enumeration>();

/** Makes an enumeration of a lower layer a type of the API and of the database. */
export function publishEnum(values: Readonly<Record<string, string>>): void {
  const text = enumerationText(values);
  if (!text) throw new Error("It is no enumeration: declare it with enumeration()");
  const { name, description, meanings } = text;
  const valuesConfig = Object.fromEntries(
    Object.entries(meanings).map(([member, meaning]) => [member, { description: meaning }]),
  );
  registerEnumType(values, { name, description, valuesConfig });
  published.set(values, { name, columnType: snake(name) });
}

/**
 * An enumeration of the API and of the database, each member with its meaning. Their order is their
 * order in Postgres, so sorting by it follows the domain (upstream to downstream), not the alphabet.
 */
export function defineEnum<Meanings extends Readonly<Record<string, string>>>(
  name: string,
  description: string,
  meanings: Meanings,
): { readonly [Member in keyof Meanings & string]: Member } {
  const values = enumeration(name, description, meanings);
  publishEnum(values);
  return values;
}

/** The name and database type of a published enumeration. */
export function enumerationOf(values: object): Enumeration {
  const found = published.get(values);
  if (!found) throw new Error("The enumeration is not published: declare it with defineEnum()");
  return found;
}

/** Tells a published enumeration from other types. */
export const isEnumeration = (type: unknown): boolean =>
  typeof type === "object" && type !== null && published.has(type);
