import { Field, InputType, ObjectType } from "type-graphql";
import { badField } from "../../../platform/errors.js";
import { defineEnum, type MemberOf, type Sql, sql } from "../../../reading/index.js";
import { TextField } from "../inputs/input-fields.js";

/** The languages of the hub's texts. */
export const TextLanguage = defineEnum("TextLanguage", "A language of the hub's texts.", {
  ID: "Indonesian (bahasa Indonesia).",
  EN: "English.",
});
export type TextLanguage = MemberOf<typeof TextLanguage>;

/**
 * A text in both languages. A missing one falls back to the other, and `missing` names it (rule 9).
 */
@ObjectType({
  description:
    "A text in both languages. A missing language shows the text of the other, and `missing` names it.",
})
export class TranslatedText {
  @Field(() => String, {
    description: "The text in Indonesian; the English text if there is none.",
  })
  id!: string;
  @Field(() => String, {
    description: "The text in English; the Indonesian text if there is none.",
  })
  en!: string;
  @Field(() => [TextLanguage], {
    description: "The languages that show the text of the other language.",
  })
  missing!: TextLanguage[];
}

/** The stored form of a translated text: at least one language. */
export interface StoredText {
  id?: string;
  en?: string;
}

@InputType({ description: "A text in one or both languages; at least one is needed." })
export class TranslatedTextInput {
  @TextField({ max: 300, presence: "nullable", description: "In Indonesian." })
  id?: string | null;
  @TextField({ max: 300, presence: "nullable", description: "In English." })
  en?: string | null;
}

/**
 * The stored form of an input, in the key order of jsonb; BAD_USER_INPUT when no language is given.
 */
export function storedText({ id, en }: TranslatedTextInput, path: string): StoredText {
  if (!id && !en) {
    throw badField(path, "needs at least one language", "memerlukan sedikitnya satu bahasa");
  }
  return { ...(en ? { en } : {}), ...(id ? { id } : {}) };
}

/** The text for lists: in English, or else in Indonesian. */
export const listedText = ({ en, id }: StoredText): string => en ?? id ?? "";

/** The SQL of each member of TranslatedText, made from a stored text. */
export const shownText = (stored: Sql): Record<string, Sql> => ({
  id: sql`coalesce(${stored}->>'id', ${stored}->>'en')`,
  en: sql`coalesce(${stored}->>'en', ${stored}->>'id')`,
  missing: sql`case when ${stored}->>'id' is null then '["ID"]'::jsonb
    when ${stored}->>'en' is null then '["EN"]'::jsonb else '[]'::jsonb end`,
});
