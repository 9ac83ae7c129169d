import type { Input } from "../mutations/documents.js";
import { type GoodMutation, MutationInputs } from "../mutations/mutation-inputs.js";
import type { AssessmentMutation } from "../mutations/mutation-names.js";
import { newId, type Party, type World } from "../world/world.js";
import {
  beginning,
  publishedInstrument,
  type Setting,
  shortOne,
  TestAssessment,
} from "./test-assessment.js";

/** The parts in what is done with assessments. */
export interface AssessmentCast {
  /** Assesses, and writes instruments. */
  university: Party;
  /** Owns the programme. */
  owner: Party;
  /** Gives the second reading. */
  reviewer: Party;
  /** Leads the plan and its action. */
  lead: Party;
}

/** The mutations of instruments and assessments. */
export class AssessmentInputs extends MutationInputs<AssessmentMutation> {
  private constructor(
    world: World,
    private readonly cast: AssessmentCast,
    private readonly setting: Setting,
    private readonly action: { id: string },
  ) {
    super(world);
  }

  /** `more` are further fields of the plan that is assessed. */
  static async make(
    world: World,
    cast: AssessmentCast,
    more: Input = {},
  ): Promise<AssessmentInputs> {
    const { university, owner, lead } = cast;
    const programme = await world.programme(owner);
    // The university sees a hidden plan as one that extends it, which leaves it independent.
    const participants = [{ organisationId: university.id, role: "EXTENDING" }];
    const plan = await world.plan(programme, lead, { participants, ...more });
    const action = await world.action(lead, plan);
    const instrument = await publishedInstrument(world, university);
    const setting = { university, owner, instrument, subject: { planId: plan.id } };
    return new AssessmentInputs(world, cast, setting, action);
  }

  private readonly assessor = () => this.world.member(this.cast.university, "ASSESSOR");
  private readonly owner = () => this.world.member(this.cast.owner, "COORDINATOR");
  private readonly reviewer = () => this.world.member(this.cast.reviewer, "ASSESSOR");
  private readonly lead = () => this.world.member(this.cast.lead, "COORDINATOR");

  protected readonly table: Record<AssessmentMutation, GoodMutation> = {
    draftInstrument: { by: this.assessor, input: () => this.draft(), other: { about: "Lain" } },
    reviseInstrument: {
      by: this.assessor,
      input: async () => ({
        ...(await this.fresh("draftInstrument")),
        about: this.world.unique("x"),
      }),
    },
    describeInstrument: {
      by: this.assessor,
      input: async () => ({ ...(await this.instrument()), about: this.world.unique("tentang") }),
    },
    publishInstrument: { by: this.assessor, input: () => this.fresh("draftInstrument") },
    retireInstrument: { by: this.assessor, input: () => this.instrument() },
    assignAssessment: {
      by: this.owner,
      input: () => this.begin(),
      other: { dueOn: "2027-01-01" },
    },
    offerAssessment: {
      by: this.assessor,
      input: () => this.begin(),
      other: { dueOn: "2027-01-01" },
    },
    recordAssessment: {
      by: this.owner,
      input: () => ({
        ...this.begin(),
        sources: [{ publisher: "Dinas" }],
        scores: [{ dimension: "A", value: 50 }],
        findings: [{ text: "Ditemukan" }],
      }),
      other: { interests: "Lain" },
    },
    declareInterests: {
      by: this.assessor,
      input: async () => ({ ...(await this.offered()), interests: "Tidak ada" }),
    },
    answerAssessment: {
      by: this.assessor,
      input: async () => ({
        ...(await this.offered()),
        answers: [{ question: "a-1", scale: 4 }],
      }),
      // The assessment, and the answer.
      changes: 2,
    },
    submitAssessment: {
      by: this.assessor,
      input: async () => {
        const assessment = await this.atWork();
        await assessment.scales({ "a-1": 3 });
        await assessment.step("declareInterests", { interests: "Tidak ada" });
        return assessment.seen();
      },
    },
    withdrawAssessment: {
      by: this.assessor,
      input: async () => ({ ...(await this.offered()), reason: "Tidak jadi" }),
    },
    correctAssessment: {
      by: this.assessor,
      input: async () => ({ assessmentId: (await this.published()).id }),
      other: { assessmentId: newId() },
    },
    beginReview: { by: this.owner, input: async () => (await this.submitted()).seen() },
    reviewAssessment: {
      by: this.reviewer,
      input: async () => ({ assessmentId: (await this.inReview()).id, verdict: "ACCEPT" }),
      other: { summary: "Lain" },
    },
    returnAssessment: {
      by: this.owner,
      input: async () => {
        const assessment = await this.submitted();
        await assessment.review("RETURN", this.cast.reviewer);
        return { ...(await assessment.seen()), reason: "Perbaiki" };
      },
    },
    acceptAssessment: {
      by: this.owner,
      input: async () => {
        const assessment = await this.submitted();
        await assessment.review("ACCEPT", this.cast.reviewer);
        return assessment.seen();
      },
    },
    publishAssessment: {
      by: this.owner,
      input: async () => {
        const assessment = await this.submitted();
        await assessment.review("ACCEPT", this.cast.reviewer);
        await assessment.step("acceptAssessment");
        return assessment.seen();
      },
    },
    addFinding: {
      by: this.assessor,
      input: async () => ({ assessmentId: (await this.atWork()).id, text: "Ditemukan" }),
      other: { text: "Lain" },
    },
    updateFinding: {
      by: this.assessor,
      input: async () => ({
        ...(await this.fresh("addFinding")),
        text: this.world.unique("Temuan"),
      }),
    },
    removeFinding: { by: this.assessor, input: () => this.fresh("addFinding") },
    assessAction: {
      by: this.assessor,
      input: async () => ({ assessmentId: (await this.atWork()).id, ...this.assessed() }),
      other: { completion: "UNCLEAR" },
    },
    updateActionFinding: {
      by: this.assessor,
      input: async () => ({ ...(await this.fresh("assessAction")), completion: "COMPLETE" }),
    },
    removeActionFinding: { by: this.assessor, input: () => this.fresh("assessAction") },
    replyToFinding: {
      by: this.lead,
      input: async () => {
        const assessment = await this.atWork();
        const { id } = await assessment.add("assessAction", this.assessed());
        await (await assessment.submitted()).publish();
        return { findingId: id, text: "Kami mencatat" };
      },
      other: { text: "Lain" },
    },
    addEvidence: {
      by: this.assessor,
      input: async () => ({
        ...{ assessmentId: (await this.atWork()).id, title: "Foto" },
        address: "https://a.example/1",
      }),
      other: { title: "Lain" },
    },
    removeEvidence: { by: this.assessor, input: () => this.fresh("addEvidence") },
  };

  private async instrument(): Promise<Input> {
    const { id } = await publishedInstrument(this.world, this.cast.university);
    return { id, expectedVersion: 2 };
  }

  private draft(): Input {
    const { university } = this.cast;
    return { key: this.world.unique("angket"), ownerId: university.id, ...shortOne() };
  }

  private begin(): Input {
    const { id, ...input } = beginning(this.setting);
    return input;
  }

  private readonly assessed = () => ({ actionId: this.action.id, completion: "LIMITED" });

  private atWork(): Promise<TestAssessment> {
    return TestAssessment.offered(this.world, this.setting);
  }

  private async offered(): Promise<Input> {
    return (await this.atWork()).seen();
  }

  private async submitted(): Promise<TestAssessment> {
    return (await this.atWork()).submitted();
  }

  private async inReview(): Promise<TestAssessment> {
    const assessment = await this.submitted();
    await assessment.step("beginReview", { reviewerId: this.cast.reviewer.id });
    return assessment;
  }

  private async published(): Promise<TestAssessment> {
    return (await this.submitted()).publish(this.cast.reviewer);
  }
}
