import type {
  OperatorProgrammeFragment,
  PovertyStrategy,
  Sector,
  UpdateProgrammeInput,
} from "../../generated/graphql.js";
import type { Language } from "../../language/language.js";

/** The fields of a programme as texts, in the order of the form; members of lists stand between spaces. */
export const programmePaths = [
  ...(["indonesian", "english", "startsOn", "endsOn", "reportEveryMonths"] as const),
  ...(["legalBasis", "policy", "scope", "chain", "sectors", "strategies"] as const),
] as const;

export type ProgrammePath = (typeof programmePaths)[number];
export type ProgrammeValues = Record<ProgrammePath, string>;

export const emptyProgramme = Object.fromEntries(
  programmePaths.map((path) => [path, ""]),
) as ProgrammeValues;

export const listOf = (text: string): string[] => text.split(" ").filter(Boolean);

const textOf = (value: unknown): string =>
  Array.isArray(value) ? value.join(" ") : String(value ?? "");

/** The programme that the page shows. */
export const valuesOf = (programme: OperatorProgrammeFragment): ProgrammeValues => ({
  ...emptyProgramme,
  ...Object.fromEntries(
    Object.entries(programme)
      .filter(([path]) => path in emptyProgramme)
      .map(([path, value]) => [path, textOf(value)]),
  ),
  indonesian: programme.name.indonesian ?? "",
  english: programme.name.english ?? "",
});

/** The programme in the state that the hub sends with a CONFLICT: its name in the reader's language alone. */
export const valuesIn =
  (seen: ProgrammeValues, language: Language) =>
  (current: Readonly<Record<string, unknown>>): ProgrammeValues => ({
    ...(Object.fromEntries(
      programmePaths.map((path) => [path, textOf(current[path])]),
    ) as ProgrammeValues),
    ...{ indonesian: seen.indonesian, english: seen.english },
    [language === "id" ? "indonesian" : "english"]: textOf(current.title),
  });

type Given = Omit<UpdateProgrammeInput, "id" | "expectedVersion">;

/** What was written, as the hub takes it; `name` has both languages, as a name is given whole. */
export function programmeInput(
  changed: Partial<ProgrammeValues>,
  name: Pick<ProgrammeValues, "indonesian" | "english">,
): Given {
  const { indonesian, english, sectors, strategies, reportEveryMonths, ...texts } = changed;
  const isNamed = indonesian !== undefined || english !== undefined;
  const months = reportEveryMonths ? Number(reportEveryMonths) : null;
  return {
    ...Object.fromEntries(Object.entries(texts).map(([path, text]) => [path, text || null])),
    ...(isNamed
      ? { name: { indonesian: name.indonesian || null, english: name.english || null } }
      : {}),
    ...(sectors === undefined ? {} : { sectors: listOf(sectors) as Sector[] }),
    ...(strategies === undefined ? {} : { strategies: listOf(strategies) as PovertyStrategy[] }),
    ...(reportEveryMonths === undefined ? {} : { reportEveryMonths: months }),
  };
}
