import { newId, type Party, type World, type Written, write } from "../world/world.js";
import { Rembuk, type Stance } from "./test-deliberation.js";

type Input = Record<string, unknown>;

/** Who plays a part in what is done with a deliberation. */
export interface DeliberationCast {
  /** Convenes. */
  convener: Party;
  /** Is invited; the organisation in question, where one is. */
  invited: Party;
  /** Is invited and proposes outcomes. */
  proposer: Party;
  /** Leads the plan into which outcomes are adopted. */
  planner: Party;
}

const conveners = [
  ...["conveneDeliberation", "updateDeliberation", "scheduleDeliberation", "openDeliberation"],
  ...["cancelDeliberation", "closeDeliberation", "inviteOrganisation", "withdrawInvitation"],
  ...["nameDelegates", "recordArrival", "recordDeparture", "recordOutcome", "amendOutcome"],
  ...["agreeOutcome", "openVote", "closeVote", "deferOutcome", "rejectOutcome"],
];
const speakers = ["proposeOutcome", "takePosition", "changePosition", "acknowledgeMinutes"];
const planners = ["adoptOutcome", "removeAdoption"];

/** The mutations of deliberations. */
export const deliberationMutations: readonly string[] = [...conveners, ...speakers, ...planners];

/** A part that may do it, where several may. */
export function partFor(mutation: string): keyof DeliberationCast {
  if (speakers.includes(mutation)) return "invited";
  return planners.includes(mutation) ? "planner" : "convener";
}

/**
 * For each mutation of deliberations inputs that the hub takes. Each call gives one on a subject of its
 * own, where what is done to the subject could not be done again. The cast is of one sector, so that
 * one position makes a quorum.
 */
export class DeliberationInputs {
  private constructor(
    private readonly world: World,
    private readonly cast: DeliberationCast,
    private readonly more: Input,
    /** A deliberation in session to which all came. */
    private readonly session: Rembuk,
    /** A deliberation that was held without the hub. */
    private readonly record: Rembuk,
    private readonly action: { id: string },
  ) {}

  /** `more` are further fields of each deliberation; the action is one of the planner's. */
  static async make(
    world: World,
    cast: DeliberationCast,
    action: { id: string },
    more: Input = {},
  ): Promise<DeliberationInputs> {
    const { convener, invited, proposer } = cast;
    const session = await Rembuk.inSession(world, convener, [invited, proposer], more);
    const held = { heldFrom: "2024-05-05", recorded: true, sources: [{ publisher: "Dinas" }] };
    const nobody = { ...more, ...held, present: [] };
    const record = await Rembuk.inSession(world, convener, [invited, proposer], nobody);
    return new DeliberationInputs(world, cast, more, session, record, action);
  }

  /** An input of a mutation that is good in all but perhaps the requester. */
  of(mutation: string): Promise<Input> {
    const make = this.inputs[mutation];
    if (!make) throw new Error(`No input of ${mutation}`);
    return make();
  }

  private readonly inputs: Record<string, () => Promise<Input>> = {
    conveneDeliberation: async () => ({
      ...{ kind: "LOCAL", title: this.world.unique("Rembuk"), convenerId: this.cast.convener.id },
      ...{ heldFrom: "2026-11-01", ...this.more },
      invitations: [{ organisationId: this.cast.invited.id, delegates: ["Ketua"] }],
    }),
    updateDeliberation: async () => ({
      ...(await this.session.seen("deliberation", this.session.id)),
      summary: this.world.unique("ringkasan"),
    }),
    scheduleDeliberation: () => this.convened(),
    cancelDeliberation: () => this.convened(),
    openDeliberation: () => this.convened("scheduleDeliberation"),
    closeDeliberation: () => this.convened("scheduleDeliberation", "openDeliberation"),
    inviteOrganisation: async () => ({
      deliberationId: (await this.fresh()).id,
      organisationId: (await this.world.organisation()).id,
    }),
    withdrawInvitation: async () => (await this.fresh()).invitation(this.cast.invited),
    nameDelegates: async () => ({
      ...(await this.session.invitation(this.cast.invited)),
      delegates: [this.world.unique("wakil")],
    }),
    recordArrival: async () => (await this.opened([])).invitation(this.cast.invited),
    recordDeparture: async () =>
      (await this.opened([this.cast.invited])).invitation(this.cast.invited),
    proposeOutcome: async () => ({
      ...{ deliberationId: this.session.id, organisationId: this.cast.invited.id, text: "Usul" },
    }),
    recordOutcome: async () => ({
      ...{ deliberationId: this.record.id, text: "Disepakati", sources: [{ publisher: "Dinas" }] },
    }),
    amendOutcome: async () => ({ ...(await this.outcome()), text: "Lain", reason: "agar jelas" }),
    takePosition: async () =>
      this.session.stance(this.cast.invited, await this.proposed(), "OBJECT"),
    changePosition: async () => {
      const { id } = await this.session.position(this.cast.invited, await this.proposed());
      return { id, expectedVersion: 1, stance: "ABSTAIN" };
    },
    agreeOutcome: () => this.outcome("AGREE"),
    openVote: () => this.outcome("OBJECT"),
    closeVote: async () => {
      const outcome = await this.outcome("OBJECT");
      await this.session.decide("openVote", outcome);
      return this.session.seen("outcome", outcome.id);
    },
    deferOutcome: async () => ({ ...(await this.outcome()), reason: "belum matang" }),
    rejectOutcome: async () => ({ ...(await this.outcome()), reason: "tidak perlu" }),
    acknowledgeMinutes: () => this.minutes(),
    adoptOutcome: async () => ({ outcomeId: await this.agreed(), actionId: this.action.id }),
    removeAdoption: async () => {
      const id = newId();
      const planner = await this.world.member(this.cast.planner, "COORDINATOR");
      const input = { outcomeId: await this.agreed(), actionId: this.action.id };
      await write(planner, "adoptOutcome", { id, ...input });
      return { id, expectedVersion: 1 };
    },
  };

  private fresh(): Promise<Rembuk> {
    const { convener, invited, proposer } = this.cast;
    return Rembuk.convened(this.world, convener, [invited, proposer], this.more);
  }

  /** A deliberation as it is after some steps. */
  private async convened(...steps: string[]): Promise<Input> {
    const rembuk = await this.fresh();
    for (const step of steps) await rembuk.step(step);
    return rembuk.seen("deliberation", rembuk.id);
  }

  private opened(present: Party[]): Promise<Rembuk> {
    const { convener, invited, proposer } = this.cast;
    return Rembuk.inSession(this.world, convener, [invited, proposer], { ...this.more, present });
  }

  private proposed(): Promise<Written> {
    return this.session.propose(this.cast.proposer);
  }

  /** An outcome, on which the invited organisation took the stance if one is named. */
  private async outcome(stance?: Stance): Promise<{ id: string; expectedVersion: number }> {
    const outcome = await this.proposed();
    if (stance) await this.session.position(this.cast.invited, outcome, stance);
    return this.session.seen("outcome", outcome.id);
  }

  private async agreed(): Promise<string> {
    const outcome = await this.outcome("AGREE");
    await this.session.decide("agreeOutcome", outcome);
    return outcome.id;
  }

  private async minutes(): Promise<Input> {
    const rembuk = await this.opened([this.cast.invited]);
    await rembuk.step("closeDeliberation");
    const { rows } = await this.world.hub.sql.query(
      "select id, sha256 from minutes where deliberation_id = $1",
      [rembuk.id],
    );
    const [{ id: minutesId, sha256 }] = rows;
    return { minutesId, sha256, organisationId: this.cast.invited.id };
  }
}
