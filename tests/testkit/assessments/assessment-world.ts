import { type Input, type Written } from "../mutations/documents.js";
import { type Party, World } from "../world/world.js";
import { publishedInstrument, type Setting, TestAssessment } from "./test-assessment.js";

/** A university that assesses plans of one programme. */
export class AssessmentWorld {
  private constructor(
    readonly world: World,
    readonly university: Party,
    /** Owns the programme. */
    readonly owner: Party,
    /** Leads the plans. */
    readonly lead: Party,
    readonly programme: Written,
    readonly instrument: { id: string },
  ) {}

  static async start(): Promise<AssessmentWorld> {
    const world = await World.start();
    const university = await world.organisation();
    const owner = await world.organisation();
    const lead = await world.organisation();
    const programme = await world.programme(owner);
    const instrument = await publishedInstrument(world, university);
    return new AssessmentWorld(world, university, owner, lead, programme, instrument);
  }

  /** A plan of its own to assess. */
  async planned(more: Input = {}): Promise<Setting & { plan: Written }> {
    const { world, university, owner, lead, programme, instrument } = this;
    const plan = await world.plan(programme, lead, more);
    return { university, owner, instrument, subject: { planId: plan.id }, plan };
  }

  async offered(): Promise<TestAssessment> {
    return TestAssessment.offered(this.world, await this.planned());
  }
}
