import { AssessmentInputs } from "../assessments/assessment-inputs.js";
import { DeliberationInputs } from "../deliberations/deliberation-inputs.js";
import type { CheckedClient } from "../hub/checked-client.js";
import { IndicatorInputs, indicatorCast } from "../indicators/indicator-inputs.js";
import { PlanInputs } from "../plans/plan-inputs.js";
import type { World } from "../world/world.js";
import type { Input, Written } from "./documents.js";
import { mutationNames } from "./documents.js";
import type { GoodMutation, MutationInputs } from "./mutation-inputs.js";

type Inputs = MutationInputs<string>;

/** Every mutation of the schema with an input that the hub takes, and a client who may send it. */
export class EveryMutation {
  private constructor(
    readonly plans: PlanInputs,
    readonly deliberations: DeliberationInputs,
    readonly assessments: AssessmentInputs,
    readonly indicators: IndicatorInputs,
  ) {}

  /**
   * The tables in a world, on things of their own. `beside` gives the organisations and the programme of its
   * plans, `visibility` is that of plans, deliberations and groups.
   */
  static async make(
    world: World,
    { beside, visibility = "PUBLIC" }: { beside?: EveryMutation; visibility?: string } = {},
  ): Promise<EveryMutation> {
    const party = () => world.organisation();
    const known = beside?.plans.cast;
    const { lead, owner, giver, actionLead } = known ?? {
      lead: await party(),
      owner: await party(),
      giver: await party(),
      actionLead: await party(),
    };
    const programme = beside ? { programme: beside.plans.programme } : {};
    const named = { lead, owner, giver, actionLead };
    const plans = await PlanInputs.make(world, named, { ...programme, visibility });
    const [invited, proposer] = [await party(), await party()];
    const cast = { convener: owner, invited, proposer, planner: lead };
    const more = { visibility };
    const assessing = { university: invited, owner, reviewer: proposer, lead };
    const every = new EveryMutation(
      plans,
      await DeliberationInputs.make(world, cast, plans.action, more),
      await AssessmentInputs.make(world, assessing, more),
      await IndicatorInputs.make(world, await indicatorCast(world), more),
    );
    const missing = mutationNames.filter((name) => !every.groups.some((group) => group.has(name)));
    if (missing.length > 0) throw new Error(`There is no good input of ${missing.join(", ")}`);
    return every;
  }

  private get groups(): Inputs[] {
    return [this.plans, this.deliberations, this.assessments, this.indicators] as Inputs[];
  }

  private groupOf(mutation: string): Inputs {
    const group = this.groups.find((one) => one.has(mutation));
    if (!group) throw new Error(`There is no mutation ${mutation}`);
    return group;
  }

  good(mutation: string): GoodMutation {
    return this.groupOf(mutation).good(mutation);
  }

  /** A client who may send it. */
  clientFor(mutation: string): Promise<CheckedClient> {
    return this.good(mutation).by();
  }

  /** A new input; of a subject of its own where the same could not be done twice. */
  of(mutation: string, more: Input = {}): Promise<Input> {
    return this.groupOf(mutation).of(mutation, more);
  }

  /** Sends it. */
  do(mutation: string, more: Input = {}): Promise<Written> {
    return this.groupOf(mutation).do(mutation, more);
  }
}
