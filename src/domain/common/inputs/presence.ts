import { IsDefined, ValidateIf } from "class-validator";
import { Field } from "type-graphql";

/**
 * The presence of an input field:
 * - `required`: it must be present;
 * - `optional`: it may be absent, but not null;
 * - `defaulted`: like optional, but on creation null also means absent;
 * - `nullable`: it may be absent or null; on a change, null empties it.
 */
export type Presence = "required" | "optional" | "defaulted" | "nullable";

export interface FieldOptions {
  description: string;
  /** `required` unless given. */
  presence?: Presence;
}

/** A field of an input class. It can be declared on another class with another presence. */
export interface InputFieldDeclaration {
  name: string;
  presence: Presence;
  declare(prototype: object, presence: Presence): void;
}

/** A validator's options for a message in both languages. */
export const inBothLanguages = (en: string, id: string) => ({ context: { text: { en, id } } });

const notNull = IsDefined(inBothLanguages("must not be null", "tidak boleh null"));
const isGiven = ValidateIf((_, value) => value !== undefined);
const isPresent = ValidateIf((_, value) => value !== undefined && value !== null);

// The rules of presence. A rule skips an absent field. It refuses an explicit null unless null has
// a meaning, because class-validator lets null pass every rule but `notNull`.
const presenceRules: Readonly<Record<Presence, readonly PropertyDecorator[]>> = {
  required: [],
  optional: [isGiven, notNull],
  defaulted: [isPresent],
  nullable: [isPresent],
};

const declarations = "rembuk:input-fields";

/** The fields of an input class, including those of its super classes. */
export const inputFieldsOf = (prototype: object): readonly InputFieldDeclaration[] =>
  Reflect.getMetadata(declarations, prototype) ?? [];

/** A field with its GraphQL type, its description and its rules. */
export function inputField(
  type: () => unknown,
  { description, presence = "required" }: FieldOptions,
  ...rules: PropertyDecorator[]
): PropertyDecorator {
  const declare = (prototype: object, name: string, as: Presence): void => {
    Field(type as () => never, { description, nullable: as !== "required" })(prototype, name);
    for (const rule of [...presenceRules[as], ...rules]) rule(prototype, name);
  };
  return (prototype, key) => {
    const name = String(key);
    declare(prototype, name, presence);
    const field: InputFieldDeclaration = {
      name,
      presence,
      declare: (other, as) => declare(other, name, as),
    };
    Reflect.defineMetadata(declarations, [...inputFieldsOf(prototype), field], prototype);
  };
}
