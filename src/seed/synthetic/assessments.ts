import { AssessmentRound, Completion, Verdict } from "../../domain/assessments/index.js";
import { type AssessmentFacts, assessments, type Subject } from "./assessment-facts.js";
import { currentEdition } from "./instrument.js";
import { areasOf } from "./organisations.js";
import { mainActions, mainPlanId, mainStages } from "./plans.js";
import { national, type Scene } from "./scene.js";
import { attach, change, create, type Step } from "./steps.js";
import {
  coordinatorOf,
  labelled,
  organisationId,
  personOf,
  remark,
  syntheticSources,
} from "./terms.js";

const owner = coordinatorOf(national.ministry);

/** The subject of an assessment, as an input names it. */
function subjectOf(scene: Scene, subject: Subject): { areaId: string } | { planId: string } {
  const { first, second } = areasOf(scene);
  if (subject === "plan") return { planId: mainPlanId(scene) };
  return { areaId: subject === "first area" ? first : second };
}

/** The mutations of one assessment. */
class AssessmentSteps {
  private readonly id: string;
  private readonly university: string;
  private readonly by: string;

  constructor(
    private readonly scene: Scene,
    private readonly facts: AssessmentFacts,
  ) {
    this.id = scene.id("assessment", facts.key);
    this.university =
      facts.university === "local" ? scene.organisations.university : national.university;
    this.by = personOf("assessor", this.university);
  }

  /** All of them, up to its progress. */
  all(): Step[] {
    const { progress } = this.facts;
    if (progress === "withdrawn") return [this.begin(), this.withdraw()];
    const filled = [this.begin(), ...this.fill()];
    if (progress === "draft") return filled;
    return [...filled, ...this.judgements(), this.submit(), ...this.review()];
  }

  private begin(): Step {
    const { scene, facts } = this;
    const isOffer = facts.university === "national";
    return create(isOffer ? this.by : owner, isOffer ? "offerAssessment" : "assignAssessment", {
      ...{
        id: this.id,
        ...subjectOf(scene, facts.subject),
        round: facts.round,
        instrumentId: currentEdition,
      },
      universityId: organisationId(this.university),
      dueOn: scene.date(facts.due, facts.key),
      sources: syntheticSources,
    });
  }

  private withdraw(): Step {
    return change(owner, "withdrawAssessment", {
      id: this.id,
      reason: labelled("Putaran ditunda"),
    });
  }

  /** Its answers, interests, evidence and findings; a draft lacks some answers. */
  private fill(): Step[] {
    const { facts, id, by } = this;
    const answers = this.answers();
    const isDraft = facts.progress === "draft";
    return [
      change(by, "answerAssessment", { id, answers: isDraft ? answers.slice(0, 4) : answers }),
      change(by, "declareInterests", {
        id,
        interests: labelled("Universitas tidak menerima dana dari rencana ini"),
      }),
      ...this.file(),
      ...(facts.progress === "published" ? this.grounds() : []),
    ];
  }

  /** A link among its evidence, and a finding. */
  private grounds(): Step[] {
    const { scene, facts, id, by } = this;
    return [
      create(by, "addEvidence", {
        ...{ id: scene.id("evidence", facts.key), assessmentId: id, question: "pasar" },
        title: labelled("Catatan kunjungan"),
        address: `https://sintetis.example/kunjungan/${facts.key}`,
      }),
      create(by, "addFinding", {
        ...{ id: scene.id("finding", facts.key), assessmentId: id },
        text: labelled("Kelompok menjual lebih jauh daripada tahun lalu"),
        recommendation: labelled("Perkuat pembukuan kelompok"),
        actionIds: [mainActions(scene).id(mainStages.completed)],
        measurementIds: [scene.id("measurement", "quarter/1")],
      }),
    ];
  }

  /** A file among the evidence of the first assessment. */
  private file(): Step[] {
    const { scene, facts, id, by } = this;
    if (facts.key !== "awal") return [];
    const input = {
      ...{ id: scene.id("evidence", "file"), assessmentId: id, question: "peserta" },
      ...{ title: labelled("Daftar kunjungan"), fileName: "kunjungan-sintetis.txt" },
    };
    return [attach(by, `${labelled("Daftar kunjungan")}\n${remark}\n`, input)];
  }

  /** Later rounds and the local university find somewhat better figures. */
  private answers() {
    const { scene, facts } = this;
    const later = facts.round === AssessmentRound.BASELINE ? 0 : 1;
    const draw = (name: string, below: number) => scene.draw(`${facts.key}/${name}`, below);
    const choices = ["desa", "kota", "luar"];
    return [
      { question: "pasar", choice: choices[later + draw("pasar", 2)] as string },
      { question: "saluran", choices: choices.slice(0, 1 + later + draw("saluran", 2)) },
      { question: "omzet", money: String((20 + 30 * later + draw("omzet", 20)) * 1_000_000) },
      { question: "koperasi", boolean: draw("koperasi", 3) > 0 },
      { question: "keterampilan", scale: 2 + later + draw("keterampilan", 2) },
      { question: "bekerja", percent: 50 + 15 * later + draw("bekerja", 20) },
      { question: "peserta", number: 40 + 120 * later + draw("peserta", 60) },
      { question: "catatan", text: remark },
    ];
  }

  /** What it found on the main plan's actions, which differs from some leads' own reports. */
  private judgements(): Step[] {
    const found = {
      completed: Completion.COMPLETE,
      running: Completion.LIMITED,
      late: Completion.SUBSTANTIAL,
      blocked: Completion.UNCLEAR,
      planned: Completion.NOT_STARTED,
    };
    return (this.facts.judges ?? []).map((stage) =>
      create(this.by, "assessAction", {
        ...{ id: this.scene.id("actionFinding", stage), assessmentId: this.id },
        actionId: mainActions(this.scene).id(mainStages[stage]),
        completion: found[stage],
        note: labelled("Menurut kunjungan dan wawancara"),
      }),
    );
  }

  private submit(): Step {
    return change(this.by, "submitAssessment", { id: this.id });
  }

  /** The second reading by the programme's owner, up to the assessment's progress. */
  private review(): Step[] {
    const { id, facts } = this;
    if (facts.progress === "submitted") return [];
    const begun = change(owner, "beginReview", { id });
    if (facts.progress === "inReview") return [begun];
    const reason = labelled("Jelaskan jumlah peserta");
    if (facts.progress === "returned") {
      const returned = change(owner, "returnAssessment", { id, reason });
      return [begun, this.verdict(Verdict.RETURN), returned];
    }
    const accepted = [
      begun,
      this.verdict(Verdict.ACCEPT),
      change(owner, "acceptAssessment", { id }),
    ];
    if (facts.progress === "accepted") return accepted;
    return [...accepted, change(owner, "publishAssessment", { id })];
  }

  private verdict(verdict: Verdict): Step {
    return create(owner, "reviewAssessment", {
      ...{ id: this.scene.id("review", this.facts.key), assessmentId: this.id, verdict },
      summary: labelled("Telaah contoh"),
      comments: [{ question: "peserta", text: labelled("Sebutkan sumber angkanya") }],
    });
  }
}

/** A reply to a published judgement, a correction in preparation, and an assessment made without the hub. */
function further(scene: Scene): Step[] {
  const { company, university } = scene.organisations;
  return [
    create(coordinatorOf(company), "replyToFinding", {
      ...{ id: scene.id("reply", "running"), findingId: scene.id("actionFinding", "running") },
      text: labelled("Pelatihan kedua baru selesai setelah kunjungan"),
    }),
    create(personOf("assessor", university), "correctAssessment", {
      ...{ id: scene.id("assessment", "koreksi"), assessmentId: scene.id("assessment", "awal") },
    }),
    create(owner, "recordAssessment", {
      ...{
        id: scene.id("assessment", "tercatat"),
        instrumentId: currentEdition,
        round: AssessmentRound.ENDLINE,
      },
      planId: scene.id("plan", "selesai"),
      universityId: organisationId(university),
      scores: [{ dimension: "USAHA", value: 61 }],
      findings: [
        { id: scene.id("finding", "tercatat"), text: labelled("Peserta pelatihan bekerja") },
      ],
      sources: syntheticSources,
    }),
  ];
}

/** The assessments of a province, with answers, evidence, findings, reviews and replies. */
export const assessmentSteps = (scene: Scene): Step[] => [
  ...assessments.flatMap((facts) => new AssessmentSteps(scene, facts).all()),
  ...further(scene),
];
