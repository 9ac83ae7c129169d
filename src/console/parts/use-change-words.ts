import { type Formats, useFormats } from "../language/formats.js";
import { type Language, useLanguage } from "../language/language.js";
import { memberName } from "../language/members.js";
import { enumerationOf, fieldNames, nouns } from "./change-words.js";

/** A field of a change, as the ledger holds it. */
export interface ChangedField {
  name: string;
  before: unknown;
  after: unknown;
}

/** A field of a change in the reader's words. */
export interface SaidField {
  name: string;
  before: string | null;
  after: string | null;
}

const isId = /^[0-9a-f]{8}-[0-9a-f]{4}-/;
const isDay = /^\d{4}-\d{2}-\d{2}$/;
const isInstant = /^\d{4}-\d{2}-\d{2}T/;

/** A text in both languages, as the ledger holds it: the reader's, else the one that is there. */
function ownText(value: object, language: Language): string | null {
  const { id, en, indonesian, english } = value as Record<string, unknown>;
  const [indonesianText, englishText] = [id ?? indonesian, en ?? english];
  const text =
    language === "id" ? (indonesianText ?? englishText) : (englishText ?? indonesianText);
  return typeof text === "string" ? text : null;
}

function say(
  entity: string,
  field: string,
  value: unknown,
  { language, formats }: { language: Language; formats: Formats },
): string | null {
  if (value === null || value === undefined || value === "") return null;
  if (typeof value === "number") {
    return field === "progress" ? formats.percent(value) : formats.number(value);
  }
  if (typeof value === "object") return ownText(value, language);
  const text = String(value);
  if (isId.test(text)) return null;
  if (isDay.test(text)) return formats.date(text);
  if (isInstant.test(text)) return formats.time(text);
  if (field === "amount") return formats.money(text);
  const enumeration = enumerationOf(entity, field);
  return enumeration ? memberName(enumeration, text, language) : text;
}

/** The words of changes in the reader's language: a noun's name, and the fields that have words. */
export function useChangeWords() {
  const language = useLanguage();
  const formats = useFormats();
  return {
    noun: (entity: string): string => nouns[entity]?.[language] ?? entity,
    fields: (entity: string, fields: readonly ChangedField[]): SaidField[] =>
      fields.flatMap(({ name, before, after }) => {
        const label = fieldNames[name]?.[language];
        const said = {
          before: say(entity, name, before, { language, formats }),
          after: say(entity, name, after, { language, formats }),
        };
        if (!label || (said.before === null && said.after === null)) return [];
        return [{ name: label, ...said }];
      }),
  };
}
