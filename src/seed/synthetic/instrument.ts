import { QuestionKind, ScoreFormula } from "../../domain/assessments/index.js";
import { national, questionnaire } from "./scene.js";
import { type Chapter, change, create, type Step } from "./steps.js";
import { bothLabelled, idOf, organisationId, personOf, remark, syntheticSources } from "./terms.js";

const { BOOLEAN, CHOICE, MONEY, MULTI_CHOICE, NUMBER, PERCENT, SCALE, TEXT } = QuestionKind;

const option = (key: string, score: number, id: string, en: string) => ({
  ...{ key, score },
  text: bothLabelled(id, en),
});

const options = [
  option("desa", 20, "Desa", "Village"),
  option("kota", 60, "Kota", "Town"),
  option("luar", 100, "Luar provinsi", "Other provinces"),
];

/** A question of each kind, in two dimensions. */
const sections = [
  {
    key: "usaha",
    title: bothLabelled("Usaha", "Businesses"),
    questions: [
      {
        ...{ key: "pasar", kind: CHOICE, dimension: "USAHA", options },
        text: bothLabelled("Ke mana hasil dijual?", "Where are the products sold?"),
      },
      {
        ...{ key: "saluran", kind: MULTI_CHOICE, dimension: "USAHA", options },
        text: bothLabelled("Saluran mana yang dipakai?", "Which channels are used?"),
      },
      {
        ...{ key: "omzet", kind: MONEY, dimension: "USAHA", minimum: 0, maximum: 100_000_000 },
        text: bothLabelled("Berapa omzet bulanan kelompok?", "What does a group earn in a month?"),
      },
      {
        ...{ key: "koperasi", kind: BOOLEAN, dimension: "USAHA" },
        text: bothLabelled("Apakah ada koperasi?", "Is there a cooperative?"),
      },
    ],
  },
  {
    key: "warga",
    title: bothLabelled("Warga", "People"),
    questions: [
      {
        ...{ key: "keterampilan", kind: SCALE, dimension: "WARGA", weight: 2 },
        text: bothLabelled("Seberapa terampil warga?", "How skilled are people?"),
      },
      {
        ...{ key: "bekerja", kind: PERCENT, dimension: "WARGA" },
        text: bothLabelled("Berapa persen warga bekerja?", "What share of people works?"),
      },
      {
        ...{ key: "peserta", kind: NUMBER, dimension: "WARGA", minimum: 0, maximum: 500 },
        text: bothLabelled("Berapa orang dilatih?", "How many people were trained?"),
      },
      {
        ...{ key: "catatan", kind: TEXT, required: false },
        text: bothLabelled("Apa lagi yang perlu diketahui?", "What else is to be known?"),
      },
    ],
  },
];

/** The formulas of the editions, in their order. */
const formulas = [
  ScoreFormula.MINIMUM,
  ScoreFormula.WEIGHTED_MEAN,
  ScoreFormula.WEIGHTED_GEOMETRIC_MEAN,
];

/** The id of an edition of the questionnaire. */
export const editionId = (edition: number): string => idOf("instrument", `${edition}`);

/** The edition that is in use. */
export const currentEdition = editionId(2);

/** The questionnaire in three editions: retired, in use, in preparation. */
export function instrumentChapter(): Chapter {
  const by = personOf("assessor", national.university);
  const draft = (edition: number): Step =>
    create(by, "draftInstrument", {
      ...{ id: editionId(edition), key: questionnaire, about: remark, sections },
      formula: formulas[edition - 1] as ScoreFormula,
      title: bothLabelled("Survei kawasan", "Survey of an area"),
      dimensions: [
        { key: "USAHA", title: bothLabelled("Usaha", "Businesses") },
        { key: "WARGA", title: bothLabelled("Warga", "People") },
      ],
      ownerId: organisationId(national.university),
      sources: syntheticSources,
    });
  return {
    name: "instrument",
    steps: [
      draft(1),
      change(by, "publishInstrument", { id: editionId(1) }),
      draft(2),
      change(by, "publishInstrument", { id: editionId(2) }),
      change(by, "retireInstrument", { id: editionId(1) }),
      draft(3),
    ],
  };
}
