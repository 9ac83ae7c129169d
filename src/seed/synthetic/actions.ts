import { Visibility } from "../../domain/common/index.js";
import { type ActionStage, ActionStatus } from "../../domain/plans/index.js";
import { PovertyStrategy } from "../../domain/programmes/index.js";
import { type Course, courses, type Gift, titles } from "./action-facts.js";
import { national, type Scene } from "./scene.js";
import { change, create, report, type Step } from "./steps.js";
import { coordinatorOf, labelled, organisationId, syntheticSources } from "./terms.js";

/**
 * Who leads an action beside the plan's lead: the company, which carries the plan out, the foundation, which
 * has accepted, the village, which has not answered, or a company that has declined.
 */
type Lead = "company" | "foundation" | "village" | "declined";

/** An action of a plan: its stage, its course, and who leads it. */
export interface ActionFacts {
  stage: ActionStage;
  course: keyof typeof courses;
  lead?: Lead;
}

/** The organisation that gives, by its part in the plan. */
const giverOf = (scene: Scene, from: Gift["from"]): string =>
  from === "ministry" ? national.ministry : scene.organisations[from];

/** The actions of one plan, with everything on them. Each is made by the plan's coordinator. */
export class PlanActions {
  constructor(
    private readonly scene: Scene,
    private readonly plan: string,
    /** The key of the organisation that leads the plan. */
    private readonly planLead: string,
  ) {}

  id(stage: ActionStage): string {
    return this.scene.id("action", `${this.plan}/${stage}`);
  }

  private reportId(stage: ActionStage, at: number): string {
    return this.scene.id("progress", `${this.plan}/${stage}/${at}`);
  }

  giftId(stage: ActionStage, at: number): string {
    return this.scene.id("contribution", `${this.plan}/${stage}/${at}`);
  }

  steps(facts: ActionFacts): Step[] {
    const { stage } = facts;
    const course: Course = courses[facts.course];
    const begins = course.after ? [ActionStatus.IN_PROGRESS] : [];
    return [
      this.action(facts, course),
      ...this.answer(facts),
      ...this.milestones(stage, course),
      ...course.gifts.flatMap((gift, at) => this.gift(stage, gift, at, course.gifts[at - 1])),
      ...this.statuses(stage, begins),
      ...this.reports(facts, course),
      ...this.statuses(stage, course.after ?? course.instead ?? []),
    ];
  }

  private get coordinator(): string {
    return coordinatorOf(this.planLead);
  }

  private leadOf({ lead }: ActionFacts): string | null {
    if (!lead) return null;
    return lead === "declined" ? national.stateCompany : this.scene.organisations[lead];
  }

  private action(facts: ActionFacts, { from, to }: Course): Step {
    const { stage } = facts;
    const { scene } = this;
    const strategies = Object.values(PovertyStrategy);
    const lead = this.leadOf(facts);
    return create(this.coordinator, "addAction", {
      id: this.id(stage),
      planId: scene.id("plan", this.plan),
      title: scene.titled(titles[stage]),
      description: labelled(`${titles[stage]} untuk warga kawasan`),
      stage,
      strategy: strategies[scene.draw(`strategy/${stage}`, strategies.length)] as PovertyStrategy,
      leadId: lead && organisationId(lead),
      startsOn: scene.date(from, `${this.plan}/${stage}/from`),
      endsOn: scene.date(to, `${this.plan}/${stage}/to`),
      sources: syntheticSources,
    });
  }

  /** The answer of a lead that the plan's coordinator named; who carries the plan out has given it before. */
  private answer(facts: ActionFacts): Step[] {
    const lead = this.leadOf(facts);
    if (!lead || facts.lead === "company" || facts.lead === "village") return [];
    const answer = facts.lead === "declined" ? "declineActionLead" : "acceptActionLead";
    return [change(coordinatorOf(lead), answer, { id: this.id(facts.stage) })];
  }

  private milestones(stage: ActionStage, { milestones }: Course): Step[] {
    return milestones.flatMap(({ due, done }, at) => {
      const { scene } = this;
      const name = `${this.plan}/${stage}/${at}`;
      const id = scene.id("milestone", name);
      const add = create(this.coordinator, "addMilestone", {
        id,
        actionId: this.id(stage),
        title: labelled(`Tahap ${at + 1}: ${titles[stage].toLowerCase()}`),
        dueOn: scene.date(due, name),
      });
      if (done === undefined) return [add];
      const completedOn = scene.date(done, `${name}/done`);
      return [add, change(this.coordinator, "completeMilestone", { id, completedOn })];
    });
  }

  private gift(stage: ActionStage, gift: Gift, at: number, before: Gift | undefined): Step[] {
    const { scene } = this;
    const giver = giverOf(scene, gift.from);
    const id = this.giftId(stage, at);
    const { kind, unit, visibility } = gift;
    const amount = this.amount(stage, gift, at);
    const measure =
      amount === undefined
        ? { quantity: 5 + scene.draw(this.giftName(stage, at), 50), unit: unit ?? null }
        : { amount: String(amount) };
    const step = {
      commit: "commitContribution",
      deliver: "deliverContribution",
      withdraw: "withdrawContribution",
    } as const;
    const by = coordinatorOf(giver);
    return [
      create(by, "pledgeContribution", {
        ...{
          id,
          actionId: this.id(stage),
          organisationId: organisationId(giver),
          kind,
          ...measure,
        },
        note: labelled(`Kontribusi untuk ${titles[stage].toLowerCase()}`),
        visibility: visibility ?? Visibility.PUBLIC,
        sources: syntheticSources,
      }),
      ...this.passedOn(stage, gift, at, before),
      ...gift.steps.map((next) => change(by, step[next], { id })),
      ...this.payments(stage, gift, at),
    ];
  }

  private giftName(stage: ActionStage, at: number): string {
    return `${this.plan}/${stage}/${at}`;
  }

  /** The rupiah of a gift; undefined for one of things. */
  private amount(stage: ActionStage, { most }: Gift, at: number): number | undefined {
    if (!most) return undefined;
    return (most / 2 + this.scene.draw(this.giftName(stage, at), most / 2)) * 1_000_000;
  }

  /** The link to the gift before, and the answer of who gave that. */
  private passedOn(stage: ActionStage, gift: Gift, at: number, before: Gift | undefined): Step[] {
    const { scene } = this;
    if (!gift.passes || !before) return [];
    const id = scene.id("funding", this.giftName(stage, at));
    const add = create(coordinatorOf(giverOf(scene, gift.from)), "addFunding", {
      ...{ id, contributionId: this.giftId(stage, at), sourceId: this.giftId(stage, at - 1) },
      amount: String((this.amount(stage, gift, at) ?? 0) / 4),
      sources: syntheticSources,
    });
    if (gift.passes === "nothing yet") return [add];
    return [
      add,
      change(coordinatorOf(giverOf(scene, before.from)), `${gift.passes}Funding`, { id }),
    ];
  }

  private payments(stage: ActionStage, gift: Gift, at: number): Step[] {
    const { scene } = this;
    const whole = this.amount(stage, gift, at) ?? 0;
    return (gift.payments ?? []).map(({ on, share }, place) => {
      const name = `${this.giftName(stage, at)}/${place}`;
      return create(coordinatorOf(giverOf(scene, gift.from)), "recordPayment", {
        ...{ id: scene.id("payment", name), contributionId: this.giftId(stage, at) },
        ...{ amount: String((whole * share) / 100), paidOn: scene.date(on, name) },
        note: labelled(`Pembayaran ${place + 1}`),
        sources: syntheticSources,
      });
    });
  }

  /** The reports of the action's lead. */
  private reports(facts: ActionFacts, { reports, to }: Course): Step[] {
    const { scene } = this;
    const { stage } = facts;
    const lead = facts.lead === "declined" ? this.planLead : (this.leadOf(facts) ?? this.planLead);
    return reports.map(({ progress, obstacle, corrects, visibility }, at) => {
      const isLast = at > 0 && at === reports.length - 1;
      const drawn = progress === 100 ? 100 : progress + scene.draw(`${stage}/${at}`, 10);
      return report(coordinatorOf(lead), {
        id: this.reportId(stage, at),
        actionId: this.id(stage),
        organisationId: organisationId(lead),
        progress: drawn,
        note: labelled(`Laporan ${at + 1}: kegiatan berjalan, ${drawn} persen selesai`),
        obstacle: obstacle ? labelled("Alat datang terlambat karena jalan rusak") : null,
        evidence: isLast ? [`https://sintetis.example/bukti/${stage.toLowerCase()}-${to}`] : [],
        visibility: visibility ?? Visibility.PUBLIC,
        correctsId: corrects ? this.reportId(stage, at - 1) : null,
      });
    });
  }

  private statuses(stage: ActionStage, statuses: readonly ActionStatus[]): Step[] {
    return statuses.map((status) =>
      change(this.coordinator, "changeActionStatus", { id: this.id(stage), status }),
    );
  }
}
