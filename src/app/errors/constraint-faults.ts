import type { GraphQLError } from "graphql";
import { Kind } from "graphql";
import type { Fault, Text } from "../../platform/errors.js";
import { bilingualTextOf, maxFaults } from "./input-texts.js";

/** The part of class-validator's ValidationError that the hub reads: the faults of one property. */
export interface PropertyFault {
  property: string;
  constraints?: Record<string, string>;
  contexts?: Record<string, unknown>;
  children?: PropertyFault[];
}

type Numbers = readonly string[];

/** The Indonesian message of each constraint, made from the numbers in class-validator's message. */
const indonesian: Record<string, (numbers: Numbers) => string> = {
  maxLength: ([most]) => `paling banyak ${most} karakter`,
  minLength: ([least]) => `paling sedikit ${least} karakter`,
  isLength: ([least, most]) => `harus ${least} sampai ${most ?? least} karakter`,
  isNotEmpty: () => "tidak boleh kosong",
  isUuid: () => "harus berupa UUID",
  min: ([least]) => `tidak boleh kurang dari ${least}`,
  max: ([most]) => `tidak boleh lebih dari ${most}`,
  isInt: () => "harus berupa bilangan bulat",
  isNumber: () => "harus berupa bilangan",
  isPositive: () => "harus lebih dari 0",
  isString: () => "harus berupa teks",
  isBoolean: () => "harus berupa true atau false",
  isArray: () => "harus berupa daftar",
  isEnum: () => "harus salah satu nilai yang dikenal",
  isIn: () => "harus salah satu nilai yang dikenal",
  arrayMaxSize: ([most]) => `paling banyak ${most} butir`,
  arrayMinSize: ([least]) => `paling sedikit ${least} butir`,
  arrayNotEmpty: () => "harus berisi paling sedikit satu butir",
  arrayUnique: () => "tidak boleh memuat butir yang sama dua kali",
  matches: () => "bentuknya tidak sesuai",
  isEmail: () => "harus berupa alamat surel",
  isUrl: () => "harus berupa alamat web",
  whitelistValidation: () => "tidak dikenal",
};

function textOf(fault: PropertyFault, constraint: string, message: string): Text {
  const context = fault.contexts?.[constraint];
  const own = bilingualTextOf(context);
  if (own) return own;
  const words = message.startsWith(`${fault.property} `)
    ? message.slice(fault.property.length + 1)
    : message;
  const numbers = words.match(/-?\d+(?:\.\d+)?/g) ?? [];
  return { en: words, id: indonesian[constraint]?.(numbers) ?? "tidak memenuhi syarat isian ini" };
}

function faultsOf(fault: PropertyFault, above: readonly string[]): Fault[] {
  const path = [...above, fault.property];
  const own = Object.entries(fault.constraints ?? {}).map(([constraint, message]) => ({
    path: path.join("."),
    message: textOf(fault, constraint, message),
  }));
  return [...own, ...(fault.children ?? []).flatMap((child) => faultsOf(child, path))];
}

/**
 * The name of the argument that held the validated object, as a path. type-graphql does not give it:
 * an argument class has the arguments as its own properties and needs no prefix; else it is the
 * field's only argument, or the `input` that every mutation has.
 */
function argumentOf(error: GraphQLError, properties: readonly string[]): string[] {
  const node = error.nodes?.[0];
  const given = node?.kind === Kind.FIELD ? (node.arguments ?? []) : [];
  const names = given.map((argument) => argument.name.value);
  if (properties.some((property) => names.includes(property))) return [];
  if (names.length === 1) return names;
  return names.includes("input") ? ["input"] : [];
}

/** The faults of type-graphql's ArgumentValidationError, each at its path; none for others. */
export function constraintFaults(error: GraphQLError): Fault[] {
  const found = error.extensions.validationErrors;
  if (!Array.isArray(found)) return [];
  const properties = found as PropertyFault[];
  const prefix = argumentOf(
    error,
    properties.map(({ property }) => property),
  );
  return properties.flatMap((fault) => faultsOf(fault, prefix)).slice(0, maxFaults);
}
