import type { Input, Written } from "../mutations/documents.js";
import { type GoodMutation, MutationInputs } from "../mutations/mutation-inputs.js";
import type { DeliberationMutation } from "../mutations/mutation-names.js";
import { newId, type Party, type World } from "../world/world.js";
import { type Stance, TestDeliberation } from "./test-deliberation.js";

/** The parts in what is done with a deliberation. */
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

/** The mutations of deliberations. The cast is of one sector, so that one position makes a quorum. */
export class DeliberationInputs extends MutationInputs<DeliberationMutation> {
  private constructor(
    world: World,
    private readonly cast: DeliberationCast,
    private readonly more: Input,
    /** A deliberation in session to which all came. */
    private readonly session: TestDeliberation,
    /** A deliberation that was held without the hub. */
    private readonly record: TestDeliberation,
    private readonly action: { id: string },
  ) {
    super(world);
  }

  /** `more` are further fields of each deliberation; the action is one of the planner's. */
  static async make(
    world: World,
    cast: DeliberationCast,
    action: { id: string },
    more: Input = {},
  ): Promise<DeliberationInputs> {
    const { convener, invited, proposer } = cast;
    const session = await TestDeliberation.inSession(world, convener, [invited, proposer], more);
    const held = { heldFrom: "2024-05-05", recorded: true, sources: [{ publisher: "Dinas" }] };
    const nobody = { ...more, ...held, present: [] };
    const record = await TestDeliberation.inSession(world, convener, [invited, proposer], nobody);
    return new DeliberationInputs(world, cast, more, session, record, action);
  }

  private readonly convener = () => this.world.member(this.cast.convener, "COORDINATOR");
  private readonly invited = () => this.world.member(this.cast.invited, "COORDINATOR");
  private readonly planner = () => this.world.member(this.cast.planner, "COORDINATOR");

  protected readonly table: Record<DeliberationMutation, GoodMutation> = {
    conveneDeliberation: {
      by: this.convener,
      input: () => ({
        ...{ kind: "LOCAL", title: this.world.unique("Rembuk"), convenerId: this.cast.convener.id },
        ...{ heldFrom: "2026-11-01", ...this.more },
        invitations: [{ organisationId: this.cast.invited.id, delegates: ["Ketua"] }],
      }),
      other: { kind: "NATIONAL" },
    },
    updateDeliberation: {
      by: this.convener,
      input: async () => ({
        ...(await this.session.seen("deliberation", this.session.id)),
        summary: this.world.unique("ringkasan"),
      }),
    },
    scheduleDeliberation: { by: this.convener, input: () => this.after() },
    cancelDeliberation: { by: this.convener, input: () => this.after() },
    openDeliberation: { by: this.convener, input: () => this.after("scheduleDeliberation") },
    closeDeliberation: {
      by: this.convener,
      input: () => this.after("scheduleDeliberation", "openDeliberation"),
      // The deliberation, and its minutes.
      changes: 2,
    },
    inviteOrganisation: {
      by: this.convener,
      input: async () => ({
        deliberationId: (await this.convened()).id,
        organisationId: (await this.world.organisation()).id,
      }),
      other: { delegates: ["Ketua"] },
    },
    withdrawInvitation: {
      by: this.convener,
      input: async () => (await this.convened()).invitation(this.cast.invited),
    },
    nameDelegates: {
      by: this.convener,
      input: async () => ({
        ...(await this.session.invitation(this.cast.invited)),
        delegates: [this.world.unique("wakil")],
      }),
    },
    recordArrival: {
      by: this.convener,
      input: async () => (await this.opened([])).invitation(this.cast.invited),
    },
    recordDeparture: {
      by: this.convener,
      input: async () => {
        const { invited } = this.cast;
        return (await this.opened([invited])).invitation(invited);
      },
    },
    proposeOutcome: {
      by: this.invited,
      input: () => ({
        ...{ deliberationId: this.session.id, organisationId: this.cast.invited.id },
        text: "Usul",
      }),
      other: { text: "Usul lain" },
    },
    recordOutcome: {
      by: this.convener,
      input: () => ({
        ...{ deliberationId: this.record.id, text: "Disepakati" },
        sources: [{ publisher: "Dinas" }],
      }),
      other: { dueOn: "2027-01-01" },
    },
    amendOutcome: {
      by: this.convener,
      input: async () => ({ ...(await this.outcome()), text: "Lain", reason: "agar jelas" }),
      // The outcome, and its new text.
      changes: 2,
    },
    takePosition: {
      by: this.invited,
      input: async () => this.session.stance(this.cast.invited, await this.proposed(), "OBJECT"),
      other: { stance: "AGREE" },
    },
    changePosition: {
      by: this.invited,
      input: async () => {
        const { id } = await this.session.position(this.cast.invited, await this.proposed());
        return { id, expectedVersion: 1, stance: "ABSTAIN" };
      },
    },
    agreeOutcome: { by: this.convener, input: () => this.outcome("AGREE") },
    openVote: { by: this.convener, input: () => this.outcome("OBJECT") },
    closeVote: {
      by: this.convener,
      input: async () => {
        const outcome = await this.outcome("OBJECT");
        await this.session.decide("openVote", outcome);
        return this.session.seen("outcome", outcome.id);
      },
    },
    deferOutcome: {
      by: this.convener,
      input: async () => ({ ...(await this.outcome()), reason: "belum matang" }),
    },
    rejectOutcome: {
      by: this.convener,
      input: async () => ({ ...(await this.outcome()), reason: "tidak perlu" }),
    },
    acknowledgeMinutes: {
      by: this.invited,
      input: () => this.minutes(),
      other: { sha256: "0".repeat(64) },
    },
    adoptOutcome: {
      by: this.planner,
      input: async () => ({ outcomeId: await this.agreed(), actionId: this.action.id }),
      other: { actionId: newId() },
    },
    removeAdoption: { by: this.planner, input: () => this.fresh("adoptOutcome") },
  };

  private convened(): Promise<TestDeliberation> {
    const { convener, invited, proposer } = this.cast;
    return TestDeliberation.convened(this.world, convener, [invited, proposer], this.more);
  }

  /** A deliberation as it is after some steps. */
  private async after(...steps: string[]): Promise<Input> {
    const deliberation = await this.convened();
    for (const step of steps) await deliberation.step(step);
    return deliberation.seen("deliberation", deliberation.id);
  }

  private opened(present: Party[]): Promise<TestDeliberation> {
    const { convener, invited, proposer } = this.cast;
    return TestDeliberation.inSession(this.world, convener, [invited, proposer], {
      ...this.more,
      present,
    });
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
    const deliberation = await this.opened([this.cast.invited]);
    await deliberation.step("closeDeliberation");
    const { rows } = await this.world.hub.sql.query(
      "select id, sha256 from minutes where deliberation_id = $1",
      [deliberation.id],
    );
    const [{ id: minutesId, sha256 }] = rows;
    return { minutesId, sha256, organisationId: this.cast.invited.id };
  }
}
