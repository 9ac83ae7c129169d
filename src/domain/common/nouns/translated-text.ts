import { Field, InputType, ObjectType } from "type-graphql";
import { badField, type Language } from "../../../platform/errors.js";
import { ChosenMember, defineEnum, type MemberOf, type Sql, sql } from "../../../reading/index.js";
import { TextField } from "../inputs/input-fields.js";

/** The languages of the hub's texts. */
export const TextLanguage = defineEnum("TextLanguage", "A language of the hub's texts.", {
  ID: "Indonesian (bahasa Indonesia).",
  EN: "English.",
});
export type TextLanguage = MemberOf<typeof TextLanguage>;

/** The member of a text that is in a language. */
const memberOf = { ID: "indonesian", EN: "english" } as const;

/**
 * A text in both languages. A missing one falls back to the other, and `missing` names it (rule 9). No
 * member is named `id`: normalised caches would take the text for the identity of an object.
 */
@ObjectType({
  description:
    "A text in both languages. A missing language shows the text of the other, and `missing` names it.",
})
export class TranslatedText {
  @Field(() => String, {
    description: "The text in Indonesian; the English text if there is none.",
  })
  indonesian!: string;
  @Field(() => String, {
    description: "The text in English; the Indonesian text if there is none.",
  })
  english!: string;
  @Field(() => [TextLanguage], {
    description: "The languages that show the text of the other language.",
  })
  missing!: TextLanguage[];
  @ChosenMember<{ language: TextLanguage }>(
    () => String,
    {
      description: "The text in one language; the text of the other language if there is none.",
      args: { language: { type: () => TextLanguage, description: "The language of the text." } },
    },
    ({ language }) => memberOf[language],
  )
  text!: never;
}

/** A text as the hub holds it: its stored members, without those that an argument chooses. */
export type HeldText = Omit<TranslatedText, "text">;

/** The stored form of a translated text: at least one language. */
export interface StoredText {
  indonesian?: string;
  english?: string;
}

@InputType({ description: "A text in one or both languages; at least one is needed." })
export class TranslatedTextInput {
  @TextField({ max: 300, presence: "nullable", description: "In Indonesian." })
  indonesian?: string | null;
  @TextField({ max: 300, presence: "nullable", description: "In English." })
  english?: string | null;
}

/**
 * The stored form of an input, in the key order of jsonb; BAD_USER_INPUT when no language is given.
 */
export function storedText({ indonesian, english }: TranslatedTextInput, path: string): StoredText {
  if (!indonesian && !english) {
    throw badField(path, "needs at least one language", "memerlukan sedikitnya satu bahasa");
  }
  return { ...(english ? { english } : {}), ...(indonesian ? { indonesian } : {}) };
}

/** The text for lists: in English, or else in Indonesian. */
export const listedText = ({ english, indonesian }: StoredText): string =>
  english ?? indonesian ?? "";

/** The text in a language of the hub's messages. */
export const textIn = (text: HeldText, language: Language): string =>
  language === "en" ? text.english : text.indonesian;

/** The SQL of each member of TranslatedText, made from a stored text. */
export const shownText = (stored: Sql): Record<string, Sql> => ({
  indonesian: sql`coalesce(${stored}->>'indonesian', ${stored}->>'english')`,
  english: sql`coalesce(${stored}->>'english', ${stored}->>'indonesian')`,
  missing: sql`case when ${stored}->>'indonesian' is null then '["ID"]'::jsonb
    when ${stored}->>'english' is null then '["EN"]'::jsonb else '[]'::jsonb end`,
});
