import { newId, type Party, type World, type Written, write } from "../world/world.js";
import {
  Asesmen,
  beginning,
  publishedInstrument,
  type Setting,
  shortOne,
  universityMutations,
} from "./test-assessment.js";

type Input = Record<string, unknown>;

/** Who plays a part in what is done with assessments. */
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

const writers = [
  ...["draftInstrument", "reviseInstrument", "describeInstrument", "publishInstrument"],
  "retireInstrument",
];
const owners = [
  ...["assignAssessment", "recordAssessment", "beginReview", "returnAssessment"],
  ...["acceptAssessment", "publishAssessment"],
];
const others = ["reviewAssessment", "replyToFinding"];

/** The mutations of instruments and assessments. */
export const assessmentMutations: readonly string[] = [
  ...writers,
  ...universityMutations,
  ...owners,
  ...others,
];

/** What else a creating mutation would create. */
export const otherAssessments: Record<string, Input> = {
  draftInstrument: { about: "Lain" },
  assignAssessment: { dueOn: "2027-01-01" },
  offerAssessment: { dueOn: "2027-01-01" },
  recordAssessment: { interests: "Lain" },
  correctAssessment: { assessmentId: newId() },
  reviewAssessment: { summary: "Lain" },
  addFinding: { text: "Lain" },
  assessAction: { completion: "UNCLEAR" },
  replyToFinding: { text: "Lain" },
  addEvidence: { title: "Lain" },
};

/** How many changes a mutation makes, where it is more than one. */
export const assessmentLines: Record<string, number> = {
  // The assessment, and the answer.
  answerAssessment: 2,
};

/** For each mutation inputs that the hub takes; each call gives one on a subject of its own. */
export class AssessmentInputs {
  private constructor(
    private readonly world: World,
    private readonly cast: AssessmentCast,
    private readonly setting: Setting,
    private readonly action: { id: string },
  ) {}

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

  /** An input of a mutation that is good in all but perhaps the requester. */
  of(mutation: string): Promise<Input> {
    const make = this.inputs[mutation];
    if (!make) throw new Error(`No input of ${mutation}`);
    return make();
  }

  /** Somebody who may do it. */
  whoDoes(mutation: string) {
    const { university, owner, reviewer, lead } = this.cast;
    if (mutation === "reviewAssessment") return this.world.member(reviewer, "ASSESSOR");
    if (mutation === "replyToFinding") return this.world.member(lead, "COORDINATOR");
    if (owners.includes(mutation)) return this.world.member(owner, "COORDINATOR");
    return this.world.member(university, "ASSESSOR");
  }

  private readonly inputs: Record<string, () => Promise<Input>> = {
    draftInstrument: async () => this.draft(),
    reviseInstrument: async () => ({ ...(await this.drafted()), about: this.world.unique("x") }),
    describeInstrument: async () => ({
      id: (await publishedInstrument(this.world, this.cast.university)).id,
      expectedVersion: 2,
      about: this.world.unique("tentang"),
    }),
    publishInstrument: () => this.drafted(),
    retireInstrument: async () => ({
      id: (await publishedInstrument(this.world, this.cast.university)).id,
      expectedVersion: 2,
    }),
    assignAssessment: async () => this.begin(),
    offerAssessment: async () => this.begin(),
    recordAssessment: async () => ({
      ...this.begin(),
      sources: [{ publisher: "Dinas" }],
      scores: [{ dimension: "A", value: 50 }],
      findings: [{ text: "Ditemukan" }],
    }),
    declareInterests: async () => ({ ...(await this.offered()), interests: "Tidak ada" }),
    answerAssessment: async () => ({
      ...(await this.offered()),
      answers: [{ question: "a-1", scale: 4 }],
    }),
    submitAssessment: async () => {
      const asesmen = await this.fresh();
      await asesmen.scales({ "a-1": 3 });
      await asesmen.step("declareInterests", { interests: "Tidak ada" });
      return asesmen.seen();
    },
    withdrawAssessment: async () => ({ ...(await this.offered()), reason: "Tidak jadi" }),
    correctAssessment: async () => ({ assessmentId: (await this.published()).id }),
    beginReview: async () => (await this.submitted()).seen(),
    reviewAssessment: async () => ({
      assessmentId: (await this.inReview()).id,
      verdict: "ACCEPT",
    }),
    returnAssessment: async () => {
      const asesmen = await this.submitted();
      await asesmen.review("RETURN", this.cast.reviewer);
      return { ...(await asesmen.seen()), reason: "Perbaiki" };
    },
    acceptAssessment: async () => {
      const asesmen = await this.submitted();
      await asesmen.review("ACCEPT", this.cast.reviewer);
      return asesmen.seen();
    },
    publishAssessment: async () => {
      const asesmen = await this.submitted();
      await asesmen.review("ACCEPT", this.cast.reviewer);
      await asesmen.step("acceptAssessment");
      return asesmen.seen();
    },
    addFinding: async () => ({ assessmentId: (await this.fresh()).id, text: "Ditemukan" }),
    updateFinding: async () => ({ ...(await this.finding()), text: this.world.unique("Temuan") }),
    removeFinding: () => this.finding(),
    assessAction: async () => ({ assessmentId: (await this.fresh()).id, ...this.assessed() }),
    updateActionFinding: async () => ({ ...(await this.found()), completion: "COMPLETE" }),
    removeActionFinding: () => this.found(),
    replyToFinding: async () => {
      const asesmen = await this.fresh();
      const { id } = await asesmen.add("assessAction", this.assessed());
      await (await asesmen.submitted()).publish();
      return { findingId: id, text: "Kami mencatat" };
    },
    addEvidence: async () => ({ assessmentId: (await this.fresh()).id, ...this.link() }),
    removeEvidence: async () =>
      this.first(await (await this.fresh()).add("addEvidence", this.link())),
  };

  private draft(): Input {
    const { university } = this.cast;
    return { key: this.world.unique("angket"), ownerId: university.id, ...shortOne() };
  }

  private async drafted(): Promise<Input> {
    const writer = await this.world.member(this.cast.university, "ASSESSOR");
    return this.first(await write(writer, "draftInstrument", this.draft()));
  }

  private begin(): Input {
    const { id, ...input } = beginning(this.setting);
    return input;
  }

  private readonly first = ({ id }: Written): Input => ({ id, expectedVersion: 1 });
  private readonly assessed = () => ({ actionId: this.action.id, completion: "LIMITED" });
  private readonly link = () => ({ title: "Foto", address: "https://a.example/1" });

  private fresh(): Promise<Asesmen> {
    return Asesmen.offered(this.world, this.setting);
  }

  private async offered(): Promise<Input> {
    return (await this.fresh()).seen();
  }

  private async submitted(): Promise<Asesmen> {
    return (await this.fresh()).submitted();
  }

  private async inReview(): Promise<Asesmen> {
    const asesmen = await this.submitted();
    await asesmen.step("beginReview", { reviewerId: this.cast.reviewer.id });
    return asesmen;
  }

  private async published(): Promise<Asesmen> {
    return (await this.submitted()).publish(this.cast.reviewer);
  }

  private async finding(): Promise<Input> {
    return this.first(await (await this.fresh()).add("addFinding", { text: "Ditemukan" }));
  }

  private async found(): Promise<Input> {
    return this.first(await (await this.fresh()).add("assessAction", this.assessed()));
  }
}
