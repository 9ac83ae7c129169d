import { question, questionnaire, words } from "../../testkit/assessments/test-assessment.js";
import { blank, type Case, each, nobody } from "./case.js";

const missing = (mutation: string, field: string): Case => [
  `nothing at ${field}`,
  mutation,
  { [field]: nobody },
  `input.${field}`,
  "NOT_FOUND",
];

/** Faults of an answer to the first question. */
const answers = (values: object[], path: string): Case[] =>
  values.map((value) => [
    `answer ${JSON.stringify(value).slice(0, 40)}`,
    "answerAssessment",
    { answers: [{ question: "a-1", ...value }] },
    `input.answers.0${path}`,
  ]);

/** Faults of a question, beside those of the questionnaire as a whole. */
const questions = (more: object, path: string): Case => [
  `question with ${JSON.stringify(more).slice(0, 40)}`,
  "draftInstrument",
  questionnaire([{ ...question("a-1"), ...more }]),
  `input.sections.0.questions.0${path}`,
];

const inInstruments: Case[] = [
  ...each("draftInstrument", "key", "input.key", ["A", "a_b", "a".repeat(81)]),
  ...each("draftInstrument", "title", "input.title", [{}, null]),
  ...each("draftInstrument", "title", "input.title.id", [{ id: " " }]),
  ...each("draftInstrument", "about", "input.about", [...blank, "a".repeat(2001)]),
  ...each("draftInstrument", "formula", "input.formula", ["SUM", "minimum"]),
  ...each("draftInstrument", "sections", "input.sections", [[], null]),
  missing("draftInstrument", "ownerId"),
  ["no questions", "draftInstrument", sectionsWith([]), "input.sections.0.questions"],
  [
    "too many questions in a section",
    "draftInstrument",
    sectionsWith(Array.from({ length: 201 }, (_, at) => question(`a-${at}`))),
    "input.sections.0.questions",
  ],
  questions({ key: " " }, ".key"),
  questions({ kind: "DATE" }, ".kind"),
  questions({ text: {} }, ".text"),
  questions({ help: {} }, ".help"),
  questions({ weight: 0 }, ".weight"),
  questions({ weight: 1001 }, ".weight"),
  questions({ minimum: "1" }, ".minimum"),
  questions({ options: [{ key: "x", text: words("x"), score: 101 }] }, ".options.0.score"),
  questions({ condition: {} }, ".condition.question"),
  ...each("reviseInstrument", "title", "input.title", [null, {}]),
  ...each("reviseInstrument", "formula", "input.formula", [null]),
  ...each("reviseInstrument", "dimensions", "input.dimensions", [null]),
  ...each("reviseInstrument", "sections", "input.sections", [null, []]),
];

function sectionsWith(all: object[]) {
  return { sections: [{ key: "all", title: words("Semua"), questions: all }] };
}

/** Inputs of instruments' and assessments' mutations, each with one fault. */
export const assessmentCases: Case[] = [
  ...inInstruments,
  ...["assignAssessment", "offerAssessment", "recordAssessment"].flatMap((mutation) => [
    missing(mutation, "instrumentId"),
    missing(mutation, "universityId"),
    missing(mutation, "planId"),
    ...each(mutation, "round", "input.round", ["FIRST", null]),
    ...each(mutation, "dueOn", "input.dueOn", ["2024-02-30", "besok"]),
  ]),
  ["no subject", "offerAssessment", { planId: undefined }, "input.areaId"],
  ["two subjects", "offerAssessment", { areaId: nobody }, "input.areaId"],
  ["another programme", "offerAssessment", { programmeId: nobody }, "input.programmeId"],
  ["no source", "recordAssessment", { sources: [] }, "input.sources"],
  [
    "a score of nothing",
    "recordAssessment",
    { scores: [{ dimension: "B", value: 1 }] },
    "input.scores.0.dimension",
  ],
  [
    "a score given twice",
    "recordAssessment",
    { scores: ["A", "A"].map((dimension) => ({ dimension, value: 1 })) },
    "input.scores.1.dimension",
  ],
  ...[-1, 100.5].map(
    (value): Case => [
      `a score of ${value}`,
      "recordAssessment",
      { scores: [{ dimension: "A", value }] },
      "input.scores.0.value",
    ],
  ),
  [
    "a finding of no words",
    "recordAssessment",
    { findings: [{ text: " " }] },
    "input.findings.0.text",
  ],
  ...each("declareInterests", "interests", "input.interests", [...blank, null, "a".repeat(2001)]),
  ...answers([{ scale: 0 }, { scale: 6 }, { scale: 2.5 }, { scale: "3" }, {}], ".scale"),
  ...answers([{ scale: 3, number: 3 }], ".number"),
  ...answers([{ scale: 3, text: "x" }], ".text"),
  ...answers([{ scale: 3, note: " " }], ".note"),
  ...answers([{ question: "z", scale: 3 }], ".question"),
  [
    "two answers to one question",
    "answerAssessment",
    { answers: [1, 2].map((scale) => ({ question: "a-1", scale })) },
    "input.answers.1.question",
  ],
  ["a question cleared that is none", "answerAssessment", { clear: ["z"] }, "input.clear.0"],
  ["a question cleared twice", "answerAssessment", { clear: ["a-2", "a-2"] }, "input.clear.1"],
  ["a finding of nothing", "addFinding", { actionIds: [nobody] }, "input.actionIds.0", "NOT_FOUND"],
  [
    "a finding of no measurement",
    "addFinding",
    { measurementIds: [nobody] },
    "input.measurementIds.0",
    "NOT_FOUND",
  ],
  ...each("describeInstrument", "sources", "input.sources.0.publisher", [[{}]]),
  missing("describeInstrument", "ownerId"),
  ...["addFinding", "assessAction", "addEvidence", "reviewAssessment", "correctAssessment"].map(
    (mutation) => missing(mutation, "assessmentId"),
  ),
  ...each("addFinding", "text", "input.text", [...blank, null, "a".repeat(5001), "a\u0000"]),
  missing("assessAction", "actionId"),
  ...each("assessAction", "completion", "input.completion", ["DONE", null]),
  missing("replyToFinding", "findingId"),
  ...each("replyToFinding", "text", "input.text", [...blank, null]),
  ...each("addEvidence", "address", "input.address", [
    "x",
    "ftp://a.example",
    "javascript:1",
    null,
  ]),
  ...each("addEvidence", "question", "input.question", ["z"]),
  ...each("addEvidence", "title", "input.title", blank),
  missing("beginReview", "reviewerId"),
  ...each("reviewAssessment", "verdict", "input.verdict", ["MAYBE", null]),
  ["a return without words", "reviewAssessment", { verdict: "RETURN" }, "input.summary"],
  [
    "a comment on nothing",
    "reviewAssessment",
    {
      comments: [
        { question: "a-1", text: "x" },
        { question: "z", text: "x" },
      ],
    },
    "input.comments.1.question",
  ],
  ...each("returnAssessment", "reason", "input.reason", [...blank, null]),
  ...each("withdrawAssessment", "reason", "input.reason", [...blank, null]),
];
