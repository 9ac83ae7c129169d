import type { CheckedClient } from "../hub/checked-client.js";
import { type Input, type Written, write } from "../mutations/documents.js";
import { type GoodMutation, MutationInputs } from "../mutations/mutation-inputs.js";
import type { PlanMutation } from "../mutations/mutation-names.js";
import type { Party, RoleName, World } from "../world/world.js";

/** The parts in what is done with organisations, programmes, areas and plans. */
export interface PlanCast {
  /** Leads the plan; the organisation in question, where one is. */
  lead: Party;
  /** Owns the programme. */
  owner: Party;
  /** Takes part in the plan, and gives contributions. */
  giver: Party;
  /** Leads the action. */
  actionLead: Party;
}

const nextMonth = () => new Date(Date.now() + 30 * 86_400_000).toISOString();

/** The mutations of organisations, programmes, areas and plans. */
export class PlanInputs extends MutationInputs<PlanMutation> {
  private constructor(
    world: World,
    readonly cast: PlanCast,
    readonly programme: Written,
    /** Fields of each plan. */
    private readonly fields: Input,
    /** From 1 January to 31 December 2024. */
    readonly plan: Written,
    /** From 1 February to 30 November 2024. */
    readonly action: Written,
  ) {
    super(world);
  }

  /** `more` are further fields of each plan. */
  static async make(
    world: World,
    cast: PlanCast,
    { programme, ...more }: { programme?: Written } & Input = {},
  ): Promise<PlanInputs> {
    const { lead, owner, giver, actionLead } = cast;
    const participants = [{ organisationId: giver.id, role: "FUNDING" }];
    const fields = { endsOn: "2024-12-31", participants, ...more };
    const within = programme ?? (await world.programme(owner));
    const plan = await world.plan(within, lead, fields);
    const period = { startsOn: "2024-02-01", endsOn: "2024-11-30" };
    const action = await world.action(lead, plan, { ...period, leadId: actionLead.id });
    return new PlanInputs(world, cast, within, fields, plan, action);
  }

  private readonly operator = (): Promise<CheckedClient> => this.world.operator;
  private readonly admin = () => this.member("lead", "ADMIN");
  private readonly coordinator = () => this.member("lead", "COORDINATOR");
  private readonly owner = () => this.member("owner", "COORDINATOR");
  private readonly giving = () => this.member("giver", "COORDINATOR");
  private readonly leading = () => this.member("actionLead", "COORDINATOR");
  private readonly maker = () => {
    const { lead, owner, giver } = this.cast;
    const named = this.fields.participants as readonly { organisationId: string }[];
    const parts = named.map(({ organisationId }) => organisationId);
    return this.world.joint(lead.id, owner.id, giver.id, ...parts);
  };
  private readonly giver = () => this.member("giver", "CONTRIBUTOR");

  private member(party: keyof PlanCast, role: RoleName): Promise<CheckedClient> {
    return this.world.member(this.cast[party], role);
  }

  protected readonly table: Record<PlanMutation, GoodMutation> = {
    createOrganisation: {
      by: this.operator,
      input: () => ({ name: this.world.unique("Lembaga"), sector: "NGO" }),
      other: { sector: "UNIVERSITY" },
    },
    updateOrganisation: {
      by: this.operator,
      input: async () => ({
        ...(await this.versioned("organisation", this.cast.lead.id)),
        note: this.world.unique("catatan"),
      }),
    },
    addMember: {
      by: this.admin,
      input: () => ({
        ...{ organisationId: this.cast.lead.id, email: `${this.world.unique("p")}@a.example` },
        role: "VIEWER",
      }),
      other: { role: "CONTRIBUTOR" },
    },
    removeMember: { by: this.admin, input: () => this.fresh("addMember") },
    issueApiKey: {
      by: this.admin,
      input: () => ({
        ...{ organisationId: this.cast.lead.id, name: "k", scopes: ["READ"] },
        expiresAt: nextMonth(),
      }),
      other: { scopes: ["CONTRIBUTE"] },
    },
    revokeApiKey: { by: this.admin, input: () => this.fresh("issueApiKey") },
    createWebhook: {
      by: this.admin,
      input: () => ({
        ...{ organisationId: this.cast.lead.id, name: "portal" },
        address: "https://portal.example/rembuk",
      }),
      other: { name: "other" },
    },
    updateWebhook: {
      by: this.admin,
      input: async () => ({ ...(await this.fresh("createWebhook")), name: "n" }),
    },
    pauseWebhook: { by: this.admin, input: () => this.fresh("createWebhook") },
    resumeWebhook: {
      by: this.admin,
      input: async () => {
        const { id, version } = await this.do("pauseWebhook");
        return { id, expectedVersion: version };
      },
    },
    rotateWebhookSecret: { by: this.admin, input: () => this.fresh("createWebhook") },
    redeliver: { by: this.admin, input: () => this.delivered() },
    removeWebhook: { by: this.admin, input: () => this.fresh("createWebhook") },
    createProgramme: {
      by: this.operator,
      input: () => ({
        ...{ name: { english: this.world.unique("Programme") }, ownerId: this.cast.owner.id },
        startsOn: "2024-01-01",
      }),
      other: { name: { english: "Other", indonesian: "Lain" } },
    },
    updateProgramme: {
      by: this.operator,
      input: async () => ({
        ...(await this.versioned("programme", this.programme.id)),
        policy: this.world.unique("kebijakan"),
      }),
    },
    createArea: {
      by: this.operator,
      input: () => ({
        ...{ name: this.world.unique("Kawasan"), regions: ["36.02", "33.25"] },
        programmeId: this.programme.id,
      }),
      other: { regions: ["36.02"] },
    },
    updateArea: {
      by: this.operator,
      input: async () => ({ ...(await this.fresh("createArea")), theme: "t" }),
    },
    createActionPlan: {
      by: this.maker,
      input: () => ({
        ...{ title: this.world.unique("Rencana"), programmeId: this.programme.id },
        ...{ leadId: this.cast.lead.id, startsOn: "2024-01-01", ...this.fields },
      }),
      other: { participants: [{ organisationId: this.cast.owner.id, role: "EXTENDING" }] },
    },
    updateActionPlan: {
      by: this.coordinator,
      input: async () => ({
        ...(await this.versioned("action_plan", this.plan.id)),
        title: this.world.unique("judul"),
      }),
    },
    acceptActionPlan: { by: this.owner, input: () => this.proposed() },
    refuseActionPlan: { by: this.owner, input: () => this.proposed() },
    acceptPlanLead: { by: this.coordinator, input: () => this.namedLead() },
    declinePlanLead: { by: this.coordinator, input: () => this.namedLead() },
    changeActionPlanStatus: {
      by: this.coordinator,
      input: async () => {
        const plan = await this.fresh("createActionPlan");
        await this.do("addAction", { planId: plan.id, leadId: this.cast.actionLead.id });
        return { ...plan, status: "PROPOSED" };
      },
    },
    addParticipant: {
      by: this.coordinator,
      input: async () => ({
        ...{ planId: this.plan.id, organisationId: (await this.world.organisation("NGO")).id },
        role: "EXTENDING",
      }),
      other: { role: "FUNDING" },
    },
    removeParticipant: { by: this.coordinator, input: () => this.fresh("addParticipant") },
    acceptParticipation: { by: this.giving, input: () => this.invited() },
    declineParticipation: { by: this.giving, input: () => this.invited() },
    leaveParticipation: {
      by: this.giving,
      input: async () => {
        const part = await this.invited();
        await this.do("acceptParticipation", part);
        return { ...part, expectedVersion: 2 };
      },
    },
    acceptActionLead: { by: this.leading, input: () => this.namedActionLead() },
    declineActionLead: { by: this.leading, input: () => this.namedActionLead() },
    addAction: {
      by: this.coordinator,
      input: () => ({ planId: this.plan.id, title: "Kegiatan", stage: "MARKETING" }),
      other: { endsOn: "2024-05-05" },
    },
    updateAction: {
      by: this.coordinator,
      input: async () => ({
        ...(await this.versioned("action", this.action.id)),
        title: this.world.unique("judul"),
      }),
    },
    changeActionStatus: {
      by: this.coordinator,
      input: async () => ({
        ...(await this.ledAction()),
        status: "IN_PROGRESS",
      }),
    },
    addMilestone: {
      by: this.coordinator,
      input: () => ({ actionId: this.action.id, title: "Tonggak", dueOn: "2024-05-05" }),
      other: { dueOn: "2024-05-06" },
    },
    updateMilestone: {
      by: this.coordinator,
      input: async () => ({ ...(await this.fresh("addMilestone")), title: "Lain" }),
    },
    completeMilestone: { by: this.coordinator, input: () => this.fresh("addMilestone") },
    reportProgress: {
      by: this.coordinator,
      input: async () => {
        const { id, ...version } = await this.versioned("action", this.action.id);
        return { actionId: id, ...version, progress: 40, evidence: ["https://a.example/1"] };
      },
      other: { progress: 6 },
    },
    pledgeContribution: {
      by: this.coordinator,
      input: () => ({
        ...{ actionId: this.action.id, kind: "FUNDS", amount: "250000" },
        ...{ quantity: 2, unit: "paket" },
      }),
      other: { amount: "6" },
    },
    commitContribution: { by: this.giver, input: () => this.pledged() },
    deliverContribution: {
      by: this.giver,
      input: async () => {
        const goods = { kind: "EQUIPMENT", amount: null, quantity: 2, unit: "set" };
        const { id } = await this.do("commitContribution", await this.pledged(goods));
        return { id, expectedVersion: 2 };
      },
    },
    withdrawContribution: { by: this.giver, input: () => this.pledged() },
    correctContribution: {
      by: this.giver,
      input: async () => ({ ...(await this.pledged()), amount: "90", reason: "Salah ketik" }),
    },
    addFunding: {
      by: this.giver,
      input: async () => ({
        contributionId: (await this.pledged()).id,
        sourceId: (await this.source()).id,
        amount: "60",
      }),
      other: { amount: "61" },
    },
    correctFunding: {
      by: this.giver,
      input: async () => ({ ...(await this.linked()), amount: "50" }),
    },
    removeFunding: { by: this.giver, input: () => this.linked() },
    confirmFunding: { by: this.coordinator, input: () => this.linked() },
    refuseFunding: { by: this.coordinator, input: () => this.linked() },
    recordPayment: {
      by: this.giver,
      input: async () => ({
        contributionId: (await this.committed()).id,
        ...{ amount: "40", paidOn: "2024-03-01" },
      }),
      other: { amount: "41" },
    },
    reversePayment: {
      by: this.giver,
      input: async () => {
        const { id } = await this.do("recordPayment");
        return { paymentId: id, reason: "Salah catat" };
      },
      other: { reason: "Lain" },
    },
    addComment: {
      by: this.coordinator,
      input: () => ({ actionId: this.action.id, body: "Kapan pelatihan dimulai?" }),
      other: { body: "Lain" },
    },
    takeBackComment: { by: this.coordinator, input: () => this.fresh("addComment") },
    saveView: {
      by: this.coordinator,
      input: () => ({
        titleText: { indonesian: this.world.unique("Tampilan") },
        ...{ kind: "TABLE", dataset: "ACTIONS", columns: ["title", "weight"] },
      }),
      other: { columns: ["title"] },
    },
    updateView: {
      by: this.coordinator,
      input: async () => ({ ...(await this.fresh("saveView")), pageSize: 10 }),
    },
    shareView: {
      by: this.coordinator,
      input: async () => ({ ...(await this.fresh("saveView")), audience: "ORGANISATION" }),
    },
    removeView: { by: this.coordinator, input: () => this.fresh("saveView") },
    starView: {
      by: this.coordinator,
      input: async () => ({ viewId: await this.openView() }),
      other: { viewId: this.plan.id },
    },
    unstarView: { by: this.coordinator, input: () => this.fresh("starView") },
  };

  /** The id of a view that everybody sees. */
  private async openView(): Promise<string> {
    const { id } = await this.do("saveView");
    const input = { id, expectedVersion: 1, audience: "PUBLIC" };
    return (await write(await this.coordinator(), "shareView", input)).id;
  }

  /** A delivery that a webhook keeps. */
  private async delivered(): Promise<Input> {
    const { id } = await this.do("createWebhook");
    await this.world.hub.sql.query(
      `insert into webhook_delivery (message_id, webhook_id, position, status, attempts,
        first_attempt_at, last_attempt_at) values ($1::uuid || '.1', $1::uuid, 1, 'FAILED', 1, now(), now())`,
      [id],
    );
    return { id, position: 1 };
  }

  /** A plan that waits for the yes of the programme's owner, as an input names it. */
  private async proposed(): Promise<Input> {
    const input = await this.of("createActionPlan");
    const { id } = await write(await this.coordinator(), "createActionPlan", input);
    return { id, expectedVersion: 1 };
  }

  /** A plan whose lead the programme's owner named. */
  private async namedLead(): Promise<Input> {
    const input = await this.of("createActionPlan");
    const { id } = await write(await this.owner(), "createActionPlan", input);
    return { id, expectedVersion: 1 };
  }

  /** A part to which the plan's lead invites the giver. */
  private async invited(): Promise<Input> {
    const plan = await this.fresh("createActionPlan", { participants: [] });
    const part = { planId: plan.id, organisationId: this.cast.giver.id, role: "EXTENDING" };
    return this.fresh("addParticipant", part);
  }

  /** An action whose lead the plan's lead named. */
  private namedActionLead(): Promise<Input> {
    return this.fresh("addAction", { leadId: this.cast.actionLead.id });
  }

  /** An action whose lead has accepted to lead it. */
  private async ledAction(): Promise<Input> {
    const { lead, actionLead } = this.cast;
    const { id } = await this.world.action(lead, this.plan, { leadId: actionLead.id });
    return { id, expectedVersion: 1 };
  }

  /** A contribution that the giver pledged. */
  private async pledged(more: Input = {}): Promise<Input> {
    const { id } = await this.world.pledge(this.cast.giver, this.action, more);
    return { id, expectedVersion: 1 };
  }

  /** One that the giver committed. */
  private async committed(): Promise<Written> {
    return this.do("commitContribution", await this.pledged());
  }

  /** A contribution of the plan's lead, whose money may be passed on. */
  private source(): Promise<Written> {
    return this.world.pledge(this.cast.lead, this.action);
  }

  /** A link by which the giver passes money of the plan's lead on, without an answer. */
  private linked(): Promise<Input> {
    return this.fresh("addFunding");
  }
}
