import names from "../../../schema/clients/member-names.json" with { type: "json" };
import { type Language, useLanguage } from "./language.js";

type Names = typeof names;

/** The enumerations whose members have names in both languages. */
export type Enumeration = keyof Names;

/** The name of a member in a language; the member itself where this console is older than the hub. */
export function memberName(enumeration: Enumeration, member: string, language: Language): string {
  const members: Partial<Record<string, Record<Language, string>>> = names[enumeration];
  return members[member]?.[language] ?? member;
}

/** The function that names members in the reader's language: `name("ActionStatus", status)`. */
export function useMemberName(): (enumeration: Enumeration, member: string) => string {
  const language = useLanguage();
  return (enumeration, member) => memberName(enumeration, member, language);
}

/** The members of an enumeration, in the order of the schema. */
export const membersOf = (enumeration: Enumeration): string[] => Object.keys(names[enumeration]);
