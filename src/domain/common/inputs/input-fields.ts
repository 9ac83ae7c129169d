import {
  ArrayMaxSize,
  ArrayMinSize,
  IsDefined,
  IsInt,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateIf,
  ValidateNested,
} from "class-validator";
import { Field, ID, Int } from "type-graphql";
import { keyLength, keyPattern } from "../../../platform/slug.js";

// Inputs are checked when a value is there: an absent optional field is left alone, while an explicit
// null is refused unless the field is clearable, so that null never slips past a rule.

type Decorator = (prototype: object, name: string) => void;

interface FieldOptions {
  description: string;
  nullable?: boolean;
  /** An explicit null is taken: it empties the field on updates, and means absent on creation. */
  clearable?: boolean;
}

const says = (en: string, id: string) => ({ context: { text: { en, id } } });

/** An explicit null is refused. Use it with a ValidateIf that lets absent values pass. */
export const NotNull = (): Decorator =>
  IsDefined(says("must not be null", "tidak boleh null")) as Decorator;

const present = ({ nullable, clearable }: FieldOptions): Decorator[] => {
  if (!nullable) return [];
  if (clearable) {
    return [ValidateIf((_, value) => value !== undefined && value !== null) as Decorator];
  }
  // class-validator passes a null by every rule but this one.
  return [ValidateIf((_, value) => value !== undefined) as Decorator, NotNull()];
};

const all =
  (...decorators: Decorator[]): Decorator =>
  (prototype, name) => {
    for (const decorate of decorators) decorate(prototype, name);
  };

const shown = (type: () => unknown, { description, nullable = false }: FieldOptions): Decorator =>
  Field(type as () => never, { description, nullable }) as Decorator;

/** Text that is not blank, of at most `max` characters. */
export const TextField = (options: FieldOptions & { max: number }): Decorator =>
  all(
    shown(() => String, options),
    ...present(options),
    Matches(/\S/, says("must not be blank", "tidak boleh kosong")) as Decorator,
    MaxLength(options.max) as Decorator,
  );

/** Several texts that are not blank, at most `max` of at most `length` characters each. */
export const TextsField = (options: FieldOptions & { max: number; length: number }): Decorator =>
  all(
    shown(() => [String], options),
    ...present(options),
    ArrayMaxSize(options.max) as Decorator,
    Matches(/\S/, { each: true, ...says("must not be blank", "tidak boleh kosong") }) as Decorator,
    MaxLength(options.length, { each: true }) as Decorator,
  );

/** A UUID. */
export const IdField = (options: FieldOptions): Decorator =>
  all(
    shown(() => ID, options),
    ...present(options),
    IsUUID("all") as Decorator,
  );

/** Several UUIDs, at most 200. */
export const IdsField = (options: FieldOptions): Decorator =>
  all(
    shown(() => [ID], options),
    ...present(options),
    ArrayMaxSize(200) as Decorator,
    IsUUID("all", { each: true }) as Decorator,
  );

const keyForm = says(
  "must be lower-case letters and digits with single hyphens between them",
  "harus berupa huruf kecil dan angka, dengan tanda hubung tunggal di antaranya",
);

/** A stable key: lower case, digits, hyphens. */
export const KeyField = (options: FieldOptions): Decorator =>
  all(
    shown(() => String, options),
    ...present(options),
    MinLength(2) as Decorator,
    MaxLength(keyLength) as Decorator,
    Matches(keyPattern, keyForm) as Decorator,
  );

/** A whole number in a range. */
export const IntField = (options: FieldOptions & { min: number; max: number }): Decorator =>
  all(
    shown(() => Int, options),
    ...present(options),
    IsInt() as Decorator,
    Min(options.min) as Decorator,
    Max(options.max) as Decorator,
  );

/** A list of nested inputs, `min` to `max` of them, each checked by its own rules. */
export const NestedField = (
  type: () => unknown,
  options: FieldOptions & { max: number; min?: number },
): Decorator =>
  all(
    shown(() => [type()], options),
    ...present(options),
    ArrayMinSize(options.min ?? 0) as Decorator,
    ArrayMaxSize(options.max) as Decorator,
    ValidateNested({ each: true }) as Decorator,
  );

/** An optional field of any type that may be absent, but not null. */
export const GivenField = (
  type: () => unknown,
  { description }: { description: string },
): Decorator =>
  all(shown(type, { description, nullable: true }), ...present({ description, nullable: true }));

/** The version of the noun that the client saw (rule 5). */
export const ExpectedVersionField = (): Decorator =>
  IntField({
    min: 1,
    max: 2_147_483_647,
    description: "The version that you saw; a stale one gets CONFLICT with the current state.",
  });

/** The id of what a creating mutation makes, made by the client. */
export const NewIdField = (): Decorator =>
  IdField({
    nullable: true,
    clearable: true,
    description:
      "The id of what is created, made by the client (UUID): sent twice with the same content, it is created once. The hub makes one when absent.",
  });
