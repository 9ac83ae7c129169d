import { z } from "zod";
import { AssessmentRound, assetPentagon } from "../domain/assessments/index.js";
import type { StoredText } from "../domain/common/index.js";
import { DeliberationKind } from "../domain/deliberations/index.js";
import { IndicatorDirection, IndicatorUnit } from "../domain/indicators/index.js";
import { ActionStage, ActionStatus, ParticipantRole } from "../domain/plans/index.js";
import { AreaCharacter, PovertyStrategy } from "../domain/programmes/index.js";
import { Sector } from "../domain/stakeholders/index.js";
import type { Language } from "../platform/errors.js";
import { languageMembers } from "../reading/index.js";
import file from "./cases.json" with { type: "json" };

// Strict where the hub has fields for the facts: a new fact in the file that nobody maps is an error, not
// a silent loss. Parts of the file without a noun in the hub are ignored.

const sourced = { sources: z.array(z.string()).min(1) };
const period = { startsOn: z.string(), endsOn: z.string().optional() };

const source = z.strictObject({ publisher: z.string(), date: z.string(), about: z.string() });

const organisation = z.strictObject({
  key: z.string(),
  name: z.string(),
  parent: z.string().optional(),
  sector: z.enum(Sector),
  region: z.string().optional(),
  note: z.string().optional(),
  ...sourced,
});

const programme = z.strictObject({
  key: z.string(),
  name: z.strictObject({ id: z.string(), en: z.string() }),
  owner: z.string(),
  parent: z.string().optional(),
  legalBasis: z.string().optional(),
  policy: z.string().optional(),
  scope: z.string().optional(),
  sectors: z.array(z.enum(Sector)).optional(),
  chain: z.string().optional(),
  strategies: z.array(z.enum(PovertyStrategy)).optional(),
  reportEveryMonths: z.int().optional(),
  reportTo: z.array(z.string()).optional(),
  reportCopyTo: z.array(z.string()).optional(),
  ...period,
  ...sourced,
});

const area = z.strictObject({
  key: z.string(),
  name: z.string(),
  regions: z.array(z.string()),
  year: z.int(),
  theme: z.string().optional(),
  character: z.array(z.enum(AreaCharacter)).optional(),
  programme: z.string().optional(),
  ...sourced,
});

const action = z.strictObject({
  title: z.string(),
  stage: z.enum(ActionStage),
  strategy: z.enum(PovertyStrategy).optional(),
  startsOn: z.string().optional(),
  endsOn: z.string().optional(),
  status: z.literal(ActionStatus.COMPLETED).optional(),
});

const plan = z.strictObject({
  key: z.string(),
  title: z.string(),
  summary: z.string().optional(),
  programme: z.string(),
  area: z.string().optional(),
  lead: z.string(),
  participants: z.array(
    z.strictObject({ organisation: z.string(), role: z.enum(ParticipantRole) }),
  ),
  actions: z.array(action),
  ...period,
  ...sourced,
});

const outcome = z.strictObject({
  text: z.string(),
  /** The action that it became: the plan's key and the action's title. */
  becomes: z.tuple([z.string(), z.string()]).optional(),
});

const deliberation = z.strictObject({
  key: z.string(),
  kind: z.enum(DeliberationKind),
  title: z.string(),
  programme: z.string().optional(),
  area: z.string().optional(),
  heldFrom: z.string(),
  heldTo: z.string(),
  place: z.string().optional(),
  region: z.string().optional(),
  convener: z.string(),
  /** The organisations that attended, as the sources say. */
  attending: z.array(z.string()).optional(),
  outcomes: z.array(outcome).optional(),
  ...sourced,
});

const instrument = z.strictObject({
  key: z.literal(assetPentagon.key),
  title: z.string(),
  dimensions: z.array(z.string()),
  about: z.string(),
  by: z.string(),
  ...sourced,
});

const assessment = z.strictObject({
  instrument: z.string(),
  area: z.string(),
  university: z.string(),
  round: z.enum(AssessmentRound),
  finding: z.string(),
  ...sourced,
});

/** A region's code, null for the whole country, or an area. */
const place = { region: z.string().nullable().optional(), area: z.string().optional() };

const indicator = z.strictObject({
  key: z.string(),
  title: z.string(),
  unit: z.enum(IndicatorUnit),
  direction: z.enum(IndicatorDirection),
  series: z.array(
    z.strictObject({
      ...place,
      period: z.string(),
      value: z.number(),
      /** The number of people that the figure is about. */
      people: z.int().optional(),
      ...sourced,
    }),
  ),
  targets: z
    .array(z.strictObject({ ...place, period: z.string(), value: z.number(), ...sourced }))
    .optional(),
});

const enterpriseGroup = z.strictObject({ name: z.string(), area: z.string() });

/** The facts about all groups together. */
const enterpriseGroupFacts = z.strictObject({
  kind: z.string(),
  groups: z.int(),
  membersEach: z.int(),
  membersTotal: z.int(),
  products: z.array(z.string()),
  ...sourced,
});

const shape = z.object({
  sources: z.record(z.string(), source),
  organisations: z.array(organisation),
  programmes: z.array(programme),
  areas: z.array(area),
  plans: z.array(plan),
  deliberations: z.array(deliberation),
  instruments: z.array(instrument),
  assessments: z.array(assessment),
  indicators: z.array(indicator),
  enterpriseGroups: z.array(enterpriseGroup),
  enterpriseGroupFacts,
  translations: z.strictObject({
    about: z.string(),
    id: z.record(z.string(), z.string()),
    en: z.record(z.string(), z.string()),
  }),
});

/** Press reports of five real programmes, as far as the hub has fields for them. */
export type Cases = z.infer<typeof shape>;

// The parts of the cases, by the noun that each of them describes.

export type OrganisationCase = Cases["organisations"][number];
export type ProgrammeCase = Cases["programmes"][number];
export type AreaCase = Cases["areas"][number];
export type PlanCase = Cases["plans"][number];
export type ActionCase = PlanCase["actions"][number];
export type DeliberationCase = Cases["deliberations"][number];
export type InstrumentCase = Cases["instruments"][number];
export type AssessmentCase = Cases["assessments"][number];
export type IndicatorCase = Cases["indicators"][number];
export type FigureCase = IndicatorCase["series"][number];
export type OutcomeCase = z.infer<typeof outcome>;

/** A text of the cases in both languages, where they translate it; else in the language that it is in. */
export function bothLanguages(
  { translations }: Pick<Cases, "translations">,
  text: string,
  language: Language,
): StoredText {
  const [indonesian, english] = [translations.id[text], translations.en[text]];
  if (indonesian !== undefined) return { english: text, indonesian };
  if (english !== undefined) return { english, indonesian: text };
  return { [languageMembers[language]]: text };
}

/** Reads and checks the cases. Throws when the file has a fact that the hub would lose. */
export const readCases = (): Cases => shape.parse(file);
