import { registerEnumType } from "type-graphql";
import { snake } from "../sql/fragments.js";

/** An enumeration of the API and of the database. */
export interface Enumeration {
  name: string;
  columnType: string;
}

const enumerations = new Map<object, Enumeration>();

/**
 * Registers an enumeration with a description of every value. Its declared order is its order in
 * Postgres, so sorting by it follows the domain (upstream to downstream), not the alphabet.
 */
export function defineEnum<E extends Record<string, string>>(
  values: E,
  name: string,
  description: string,
  meanings: { [V in keyof E]: string },
): void {
  const valuesConfig = Object.fromEntries(
    Object.entries(meanings).map(([value, meaning]) => [value, { description: meaning }]),
  ) as { [V in keyof E]: { description: string } };
  registerEnumType(values, { name, description, valuesConfig });
  enumerations.set(values, { name, columnType: snake(name) });
}

/** The registered enumeration of an enum object. */
export function enumerationOf(values: object): Enumeration {
  const found = enumerations.get(values);
  if (!found) throw new Error("The enum is not registered: call defineEnum beside it");
  return found;
}
