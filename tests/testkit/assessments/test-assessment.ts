import type { CheckedClient } from "../hub/checked-client.js";
import { refused, type Written, write } from "../mutations/documents.js";
import { newId, type Party, type World } from "../world/world.js";

type Input = Record<string, unknown>;

/** A text in both languages. */
export const words = (english: string) => ({ english, indonesian: `${english} (id)` });

/** A question of a questionnaire; on a scale of 1 to 5 and counted in A unless named otherwise. */
export const question = (key: string, more: Input = {}): Input => ({
  key,
  kind: "SCALE",
  text: words(key),
  dimension: "A",
  ...more,
});

/** What a question that is not scored lacks. */
export const unscored = { dimension: null };

const dimensionsOf = (questions: readonly Input[]): string[] => [
  ...new Set(questions.flatMap(({ dimension }) => (dimension ? [String(dimension)] : []))),
];

/** A questionnaire of these questions in one section, with the dimensions that they name. */
export const questionnaire = (questions: readonly Input[], more: Input = {}): Input => ({
  title: words("Angket"),
  dimensions: dimensionsOf(questions).map((key) => ({ key, title: words(key) })),
  sections: [{ key: "all", title: words("Semua"), questions }],
  ...more,
});

/** The shortest questionnaire: two questions of which the first is required. */
export const shortOne = (): Input =>
  questionnaire([question("a-1"), question("a-2", { required: false })]);

/** Drafts and publishes a questionnaire for its owner. */
export async function publishedInstrument(
  world: World,
  owner: Party,
  content: Input = shortOne(),
): Promise<{ id: string; key: string }> {
  const writer = await world.member(owner, "ASSESSOR");
  const key = world.unique("angket");
  const input = { id: newId(), key, ownerId: owner.id, ...content };
  const { id } = await write(writer, "draftInstrument", input);
  await write(writer, "publishInstrument", { id, expectedVersion: 1 });
  return { id, key };
}

/** What an assessment is about: an area, with the programme where the area has none, or a plan. */
export type Subject = { areaId: string; programmeId?: string } | { planId: string };

/** Who makes an assessment, who answers for it, with what, and of what. */
export interface Setting {
  university: Party;
  /** Owns the programme. */
  owner: Party;
  instrument: { id: string };
  subject: Subject;
  round?: string;
}

/** What a university does; the rest is done by the programme's coordinators. */
export const universityMutations: readonly string[] = [
  ...["offerAssessment", "declareInterests", "answerAssessment", "submitAssessment"],
  ...["withdrawAssessment", "correctAssessment", "addFinding", "updateFinding", "removeFinding"],
  ...["assessAction", "updateActionFinding", "removeActionFinding", "addEvidence"],
  "removeEvidence",
];

/** One assessment of a test, played through the public API by those who may. */
export class TestAssessment {
  private constructor(
    readonly world: World,
    readonly id: string,
    readonly setting: Setting,
  ) {}

  /** Offers an assessment, AD_HOC unless named otherwise, so that a university may make several. */
  static async offered(world: World, setting: Setting, more: Input = {}): Promise<TestAssessment> {
    const assessor = await world.member(setting.university, "ASSESSOR");
    return new TestAssessment(
      world,
      (await write(assessor, "offerAssessment", beginning(setting, more))).id,
      setting,
    );
  }

  /** As `offered`, assigned by the programme's coordinator. */
  static async assigned(world: World, setting: Setting, more: Input = {}): Promise<TestAssessment> {
    const coordinator = await world.member(setting.owner, "COORDINATOR");
    return new TestAssessment(
      world,
      (await write(coordinator, "assignAssessment", beginning(setting, more))).id,
      setting,
    );
  }

  /** One that is there already, as a correction. */
  static of(world: World, { id }: { id: string }, setting: Setting): TestAssessment {
    return new TestAssessment(world, id, setting);
  }

  get assessor(): Promise<CheckedClient> {
    return this.world.member(this.setting.university, "ASSESSOR");
  }

  get coordinator(): Promise<CheckedClient> {
    return this.world.member(this.setting.owner, "COORDINATOR");
  }

  /** Who does it, where several may. */
  whoDoes(mutation: string): Promise<CheckedClient> {
    return universityMutations.includes(mutation) ? this.assessor : this.coordinator;
  }

  /** The id and version of a thing, as an input names what it changes. */
  async seen(table = "assessment", id = this.id): Promise<{ id: string; expectedVersion: number }> {
    const { version } = await this.world.seen(table, id);
    return { id, expectedVersion: version };
  }

  /** A step, at the version that it has. */
  async step(mutation: string, more: Input = {}): Promise<Written> {
    return write(await this.whoDoes(mutation), mutation, { ...(await this.seen()), ...more });
  }

  /** Tries a step as a client who may, and is refused; the ledger stays where it was. */
  async cannot(mutation: string, more: Input = {}) {
    const client = await this.whoDoes(mutation);
    const input = { ...(await this.seen()), ...more };
    return this.world.unchangedBy(() => refused(client, mutation, input));
  }

  answer(...answers: Input[]): Promise<Written> {
    return this.step("answerAssessment", { answers });
  }

  /** Answers questions on scales. */
  scales(values: Record<string, number>): Promise<Written> {
    const answers = Object.entries(values).map(([key, scale]) => ({ question: key, scale }));
    return this.answer(...answers);
  }

  /** Adds what belongs to it, as a finding. */
  async add(mutation: string, input: Input): Promise<Written> {
    return write(await this.assessor, mutation, { id: newId(), assessmentId: this.id, ...input });
  }

  /** Declares interests and hands it in. */
  async submit(): Promise<Written> {
    await this.step("declareInterests", { interests: "Tidak ada" });
    return this.step("submitAssessment");
  }

  /** Answers what the short questionnaire asks, and hands it in. */
  async submitted(values: Record<string, number> = { "a-1": 3 }): Promise<this> {
    await this.scales(values);
    await this.submit();
    return this;
  }

  /** The programme's owner gives the second reading, unless another is named. */
  async review(verdict = "ACCEPT", reviewer?: Party, more: Input = {}): Promise<Written> {
    const { rows } = await this.world.hub.sql.query("select status from assessment where id = $1", [
      this.id,
    ]);
    if (rows[0].status === "SUBMITTED") {
      await this.step("beginReview", reviewer ? { reviewerId: reviewer.id } : {});
    }
    const reader = await this.world.member(reviewer ?? this.setting.owner, "COORDINATOR");
    const input = { id: newId(), assessmentId: this.id, verdict, summary: "Ulasan", ...more };
    return write(reader, "reviewAssessment", input);
  }

  /** From handed in to published. */
  async publish(reviewer?: Party): Promise<this> {
    await this.review("ACCEPT", reviewer);
    await this.step("acceptAssessment");
    await this.step("publishAssessment");
    return this;
  }

  /** From handed in to returned. */
  async returned(): Promise<this> {
    await this.review("RETURN");
    await this.step("returnAssessment", { reason: "Perbaiki" });
    return this;
  }

  /** Begins a correction of it. */
  async correct(): Promise<TestAssessment> {
    const input = { id: newId(), assessmentId: this.id };
    const { payload } = await write(await this.assessor, "correctAssessment", input);
    return TestAssessment.of(this.world, payload.assessment as Written, this.setting);
  }

  /** What a client sees of it, null where it sees nothing; its assessor unless another is named. */
  async shown<T extends object = Record<string, unknown>>(
    fields: string,
    client?: CheckedClient,
  ): Promise<T | null> {
    const requester = client ?? (await this.assessor);
    const { assessment } = await requester.data<{ assessment: T | null }>(
      `query ($id: ID!) { assessment(id: $id) { ${fields} } }`,
      { id: this.id } as never,
    );
    return assessment;
  }
}

/** The input with which an assessment begins. */
export const beginning = (setting: Setting, more: Input = {}): Input => ({
  id: newId(),
  instrumentId: setting.instrument.id,
  universityId: setting.university.id,
  round: setting.round ?? "AD_HOC",
  ...setting.subject,
  ...more,
});
