import { InputType } from "type-graphql";
import { badField, type Language } from "../../../platform/errors.js";
import { writtenLanguage } from "../../../platform/request-scope.js";
import { languageMembers } from "../../../reading/index.js";
import type { StoredText } from "../nouns/translated-text.js";
import { InputField, TextField } from "./input-fields.js";
import type { FieldOptions } from "./presence.js";

@InputType({ description: "A text in one or both languages; at least one is needed." })
export class TranslatedTextInput {
  @TextField({ max: 300, presence: "nullable", description: "In Indonesian." })
  indonesian?: string | null;
  @TextField({ max: 300, presence: "nullable", description: "In English." })
  english?: string | null;
}

/** A text of an input: plain, in the language of the request, or by language. */
interface GivenTexts {
  /** The name of the input's plain field, and of that by language. */
  names: readonly [plain: string, byLanguage: string];
  plain: string | null | undefined;
  byLanguage: TranslatedTextInput | null | undefined;
  /** The path of the input. */
  path?: string;
}

/** A text without its absent languages, in the key order of jsonb. */
const stored = ({ english, indonesian }: TranslatedTextInput): StoredText => ({
  ...(english ? { english } : {}),
  ...(indonesian ? { indonesian } : {}),
});

/**
 * The stored form of an input, on top of the `present` text: an absent language stays, null empties it.
 * BAD_USER_INPUT when it names no language, or when none is left.
 */
export function storedText(
  { indonesian, english }: TranslatedTextInput,
  path: string,
  present: StoredText = {},
): StoredText {
  const text = stored({
    english: english === undefined ? present.english : english,
    indonesian: indonesian === undefined ? present.indonesian : indonesian,
  });
  const isEmpty = indonesian === undefined && english === undefined;
  if (isEmpty || (!text.indonesian && !text.english)) {
    throw badField(path, "needs at least one language", "memerlukan sedikitnya satu bahasa");
  }
  return text;
}

/** The stored form of a plain text that names no language: it is in the request's. */
const inLanguage = (text: string, language: Language): TranslatedTextInput => ({
  [languageMembers[language]]: text,
});

/**
 * The text that an input gives, plain or by language, on top of the `present` one. BAD_USER_INPUT where it
 * gives both, or none for a text that does not exist yet.
 */
export function givenText(
  { names: [plainName, byName], plain, byLanguage, path = "input" }: GivenTexts,
  present?: StoredText,
): StoredText {
  if (plain && byLanguage) {
    throw badField(
      `${path}.${byName}`,
      `is given beside ${plainName}; give one of the two`,
      `diberikan bersama ${plainName}; berikan salah satu`,
    );
  }
  if (plain)
    return storedText(inLanguage(plain, writtenLanguage()), `${path}.${plainName}`, present);
  if (byLanguage) return storedText(byLanguage, `${path}.${byName}`, present);
  if (present) return present;
  throw badField(`${path}.${plainName}`, `is needed, or ${byName}`, `wajib diisi, atau ${byName}`);
}

/** A title that an input gives, on top of the present one, if there is one. */
export const givenTitle = (
  { title, titleText }: { title?: string; titleText?: TranslatedTextInput },
  present?: StoredText,
  path?: string,
): StoredText =>
  givenText(
    {
      names: ["title", "titleText"],
      plain: title,
      byLanguage: titleText,
      ...(path ? { path } : {}),
    },
    present,
  );

/** The words about a plain text of an input, whose language nothing else says. */
const plainWords = (byName: string): string =>
  `In the language of the request's \`Accept-Language\`, in Indonesian without one; \`${byName}\` names the languages. One of the two is needed for a new one; the text in the other language stays as it is.`;

/** The plain field of a text in two languages, which `byName` takes by language. */
export const PlainTextField = ({
  byName,
  description,
  ...options
}: FieldOptions & { max: number; byName: string; lines?: "several" }): PropertyDecorator =>
  TextField({
    ...options,
    presence: "optional",
    description: `${description} ${plainWords(byName)}`,
  });

/** The field of a text by language. */
export const TranslatedField = (
  description: string,
  type: () => unknown = () => TranslatedTextInput,
): PropertyDecorator =>
  InputField(type, {
    presence: "optional",
    description: `${description} An absent language stays as it is; null empties it.`,
  });
