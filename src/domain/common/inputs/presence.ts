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

/** The rules by which two values of a field count as the same (see `contentOf`). */
interface Sameness {
  /**
   * The value of a creation that leaves the field out, where it is a constant or follows from the other
   * fields of the input.
   */
  initial?: unknown | ((input: never) => unknown);
  /** True where upper and lower case are the same, as in ids. */
  ignoresCase?: boolean;
  /** True for a list whose order says nothing. */
  isSet?: boolean;
}

export interface FieldOptions extends Sameness {
  description: string;
  /** `required` unless given. */
  presence?: Presence;
  /** Why clients should no longer send it, since when, and what instead. */
  deprecationReason?: string;
}

/** A field of an input class. It can be declared on another class with another presence. */
export interface InputFieldDeclaration {
  name: string;
  presence: Presence;
  sameness: Sameness;
  /** The type of its values, or of its items; the class of a nested input. */
  type(): unknown;
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
  { description, presence = "required", deprecationReason, ...sameness }: FieldOptions,
  ...rules: PropertyDecorator[]
): PropertyDecorator {
  const declare = (prototype: object, name: string, as: Presence): void => {
    const shown = { description, nullable: as !== "required" };
    Field(type as () => never, { ...shown, ...(deprecationReason ? { deprecationReason } : {}) })(
      prototype,
      name,
    );
    for (const rule of [...presenceRules[as], ...rules]) rule(prototype, name);
    const field: InputFieldDeclaration = {
      ...{ name, presence: as, sameness, type: () => [type()].flat()[0] },
      declare: (other, presence) => declare(other, name, presence),
    };
    Reflect.defineMetadata(declarations, [...inputFieldsOf(prototype), field], prototype);
  };
  return (prototype, key) => declare(prototype, String(key), presence);
}
