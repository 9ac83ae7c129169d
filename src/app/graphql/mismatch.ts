import type { Fault, Text } from "../../platform/errors.js";

/** How one of graphql-js's messages reads in Indonesian. */
interface Wording {
  pattern: RegExp;
  id: string;
  /** Which group of the pattern names the field, below the value at fault, that is meant. */
  child?: number;
}

/** graphql-js 16 says why a value does not fit its type in these words, and in English alone. */
const wordings: readonly Wording[] = [
  {
    pattern: /^Expected non-nullable type "(.+)" not to be null/,
    id: 'Nilai bertipe "$1" tidak boleh null.',
  },
  { pattern: /^Expected type "(.+)" to be an object/, id: 'Nilai harus berupa objek "$1".' },
  {
    pattern: /^Field "(?:\w+\.)?(\w+)" of required type "(.+)" was not provided/,
    id: 'Isian wajib bertipe "$2" tidak diberikan.',
    child: 1,
  },
  {
    pattern: /^Field "(\w+)" is not defined by type "(\w+)"/,
    id: 'Isian ini tidak dikenal pada tipe "$2".',
    child: 1,
  },
  {
    pattern: /^(?:OneOf Input Object|Exactly one key must be specified for OneOf type) "(\w+)"/,
    id: 'Isi tepat satu isian dari "$1".',
  },
  { pattern: /^Field "(?:\w+\.)?(\w+)" must be non-null/, id: 'Isian "$1" tidak boleh null.' },
  {
    pattern: /^Value "([\s\S]*)" does not exist in "(\w+)" enum/,
    id: 'Nilai "$1" tidak ada dalam enum "$2".',
  },
  {
    pattern: /^Enum "(\w+)" cannot represent non-\w+ value: ([\s\S]*?)\.?$/,
    id: 'Nilai $2 bukan anggota enum "$1".',
  },
  {
    pattern: /^(\w+) cannot represent [^:]*value: ([\s\S]*?)\.?$/,
    id: 'Nilai $2 tidak cocok dengan tipe "$1".',
  },
  {
    pattern: /^Expected value of type "([^"]+)", found ([\s\S]*?)\.?$/,
    id: 'Diharapkan nilai bertipe "$1", bukan $2.',
  },
  { pattern: /^Expected type "(\w+)"/, id: 'Nilai tidak cocok dengan tipe "$1".' },
];

const unreadable: Wording = { pattern: /^[\s\S]*$/, id: "Nilai tidak cocok dengan tipenya." };

/** A refused value may be a megabyte; its message repeats no more than this of it. */
const longestMessage = 300;

const isText = (value: unknown): value is Text =>
  typeof value === "object" &&
  value !== null &&
  typeof (value as Partial<Text>).en === "string" &&
  typeof (value as Partial<Text>).id === "string";

/** The text in both languages that an error carries, as the hub's own scalars' errors do. */
export function bilingualTextOf(error: unknown): Text | undefined {
  if (typeof error !== "object" || error === null || !("text" in error)) return undefined;
  return isText(error.text) ? error.text : undefined;
}

/** The fault that graphql-js's or a scalar's `error` tells of the value at `path`. */
export function mismatchFault(error: Error, path: readonly (string | number)[]): Fault {
  const cause = "originalError" in error ? error.originalError : undefined;
  const own = bilingualTextOf(error) ?? bilingualTextOf(cause);
  if (own) return { path: path.join("."), message: own };
  const en = error.message.slice(0, longestMessage);
  const wording = wordings.find(({ pattern }) => pattern.test(en)) ?? unreadable;
  const match = wording.pattern.exec(en) ?? [];
  const child = wording.child === undefined ? undefined : match[wording.child];
  const id = wording.id.replace(/\$(\d)/g, (_, group: string) => match[Number(group)] ?? "");
  const at = child === undefined ? path : [...path, child];
  return { path: at.join("."), message: { en, id } };
}
