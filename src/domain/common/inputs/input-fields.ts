import {
  ArrayMaxSize,
  ArrayMinSize,
  IsInt,
  IsNumber,
  IsPositive,
  IsUrl,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateBy,
  ValidateNested,
} from "class-validator";
import { Float, ID, Int } from "type-graphql";
import { keyLength, keyPattern } from "../../../platform/slug.js";
import { type Lines, textRules } from "../../../platform/texts.js";
import { webAddress } from "../../../platform/web-address.js";
import { type FieldOptions, inBothLanguages, inputField } from "./presence.js";

// The decorators of input fields. Each gives a field its GraphQL type, its description and its
// rules.

type Decorator = PropertyDecorator;

interface ListOptions extends FieldOptions {
  max: number;
  min?: number;
}

const notBlank = inBothLanguages("must not be blank", "tidak boleh kosong");

/** A value that its type checks: a scalar, an enumeration, or a list of them. */
export const ValueField = (type: () => unknown, options: FieldOptions): Decorator =>
  inputField(type, options);

/** A set of such values, `min` to `max` of them, with further rules. */
export const ValuesField = (
  type: () => unknown,
  options: ListOptions,
  ...rules: Decorator[]
): Decorator =>
  inputField(
    () => [type()],
    { ...options, isSet: true },
    ArrayMinSize(options.min ?? 0),
    ArrayMaxSize(options.max),
    ...rules,
  );

/** The rules of a text's characters, or of each text of a list. */
const characters = (lines: Lines, each = false): Decorator[] =>
  textRules[lines].map(({ name, pattern, message }) => {
    const validate = (value: unknown) => typeof value !== "string" || !pattern.test(value);
    const validator = { validate, defaultMessage: () => message.en };
    return ValidateBy({ name, validator }, { each, ...inBothLanguages(message.en, message.id) });
  });

interface TextOptions extends FieldOptions {
  max: number;
  /** One line unless given. */
  lines?: Lines;
}

/** Text that is not blank, of at most `max` characters. */
export const TextField = ({ lines = "one", ...options }: TextOptions): Decorator =>
  inputField(
    () => String,
    options,
    Matches(/\S/, notBlank),
    MaxLength(options.max),
    ...characters(lines),
  );

/** Several texts of one line that are not blank, at most `max` of at most `length` characters each. */
export const TextsField = (options: FieldOptions & { max: number; length: number }): Decorator =>
  inputField(
    () => [String],
    options,
    ArrayMaxSize(options.max),
    Matches(/\S/, { each: true, ...notBlank }),
    MaxLength(options.length, { each: true }),
    ...characters("one", true),
  );

/** A UUID. */
export const IdField = (options: FieldOptions): Decorator =>
  inputField(() => ID, { ...options, ignoresCase: true }, IsUUID("all"));

/** A set of UUIDs, at most 200. */
export const IdsField = ({ max = 200, ...options }: FieldOptions & { max?: number }): Decorator =>
  inputField(
    () => [ID],
    { ...options, ignoresCase: true, isSet: true },
    ArrayMaxSize(max),
    IsUUID("all", { each: true }),
  );

const keyForm = inBothLanguages(
  "must consist of lower-case letters and digits, with single hyphens between them",
  "harus berupa huruf kecil dan angka, dengan tanda hubung tunggal di antaranya",
);

/** A stable key: lower case, digits, hyphens. */
export const KeyField = (options: FieldOptions): Decorator =>
  inputField(
    () => String,
    options,
    MinLength(2),
    MaxLength(keyLength),
    Matches(keyPattern, keyForm),
  );

/** A whole number in a range. */
export const IntField = (options: FieldOptions & { min: number; max: number }): Decorator =>
  inputField(() => Int, options, IsInt(), Min(options.min), Max(options.max));

/** A number, in a range if one is given, or more than 0. */
export const NumberField = (
  options: FieldOptions & { min?: number; max?: number; positive?: boolean },
): Decorator =>
  inputField(
    () => Float,
    options,
    IsNumber(),
    ...(options.positive ? [IsPositive()] : []),
    ...(options.min === undefined ? [] : [Min(options.min)]),
    ...(options.max === undefined ? [] : [Max(options.max)]),
  );

/** An http or https URL. */
export const UrlField = (options: FieldOptions): Decorator =>
  inputField(() => String, options, MaxLength(2000), IsUrl(webAddress), ...characters("one"));

/** Several http or https URLs, at most `max`. */
export const UrlsField = (options: FieldOptions & { max: number }): Decorator =>
  inputField(
    () => [String],
    options,
    ArrayMaxSize(options.max),
    MaxLength(2000, { each: true }),
    IsUrl(webAddress, { each: true }),
    ...characters("one", true),
  );

/** A nested input, checked by its own rules. */
export const InputField = (type: () => unknown, options: FieldOptions): Decorator =>
  inputField(type, options, ValidateNested());

const inputLists: { type: () => unknown; max: number }[] = [];

/** The most items of any list of inputs of this type, by its name in the schema; undefined without a list. */
export function mostInputs(name: string): number | undefined {
  const own = inputLists.filter(({ type }) => (type() as { name?: string }).name === name);
  return own.length > 0 ? Math.max(...own.map(({ max }) => max)) : undefined;
}

/** A list of nested inputs, `min` to `max` of them, each checked by its own rules. */
export const InputsField = (type: () => unknown, options: ListOptions): Decorator => {
  inputLists.push({ type, max: options.max });
  return inputField(
    () => [type()],
    options,
    ArrayMinSize(options.min ?? 0),
    ArrayMaxSize(options.max),
    ValidateNested({ each: true }),
  );
};

/** The version of the noun that the client saw (rule 5). */
export const ExpectedVersionField = (
  description = "The version that you saw; a stale one gets CONFLICT with the current state.",
): Decorator => IntField({ min: 1, max: 2_147_483_647, description });

/** The id of a new noun, chosen by the client. */
export const NewIdField = (): Decorator =>
  IdField({
    presence: "nullable",
    description:
      "The id of the new noun: a UUID, chosen by the client. The same call sent twice creates it once. Absent: the hub makes an id.",
  });
