import { Visibility } from "../../domain/common/index.js";
import { ActionPlanStatus, ActionStage, ParticipantRole } from "../../domain/plans/index.js";
import { type ActionFacts, PlanActions } from "./actions.js";
import { areasOf } from "./organisations.js";
import { national, programmes, type Scene } from "./scene.js";
import { change, create, type Step } from "./steps.js";
import { coordinatorOf, idOf, organisationId, remark, syntheticSources } from "./terms.js";

const { ACTIVE, CANCELLED, COMPLETED, PROPOSED, SUSPENDED } = ActionPlanStatus;

/** The key of a province's main plan. */
const mainPlan = "utama";

/** A plan of a province. */
interface PlanFacts {
  key: string;
  title: string;
  programme: keyof typeof programmes;
  area: 0 | 1;
  lead: "province" | "regency" | "office";
  /** The lead's answer; it gave none if absent. A plan that the lead makes itself needs none. */
  answer?: "acceptPlanLead" | "declinePlanLead";
  /** The organisation that makes it: the programme's owner, or its lead. */
  by: "owner" | "lead";
  visibility: Visibility;
  from: number;
  to: number;
  statuses: readonly ActionPlanStatus[];
  /** The status after its actions. */
  last?: ActionPlanStatus;
  actions?: readonly ActionFacts[];
}

const main: ActionFacts[] = [
  { stage: ActionStage.POTENTIAL_MAPPING, course: "completed" },
  { stage: ActionStage.COMPETENCY_TRAINING, course: "running", lead: "company" },
  { stage: ActionStage.CAPITAL_AND_EQUIPMENT, course: "late" },
  { stage: ActionStage.LABOUR_INTENSIVE_WORKS, course: "blocked", lead: "foundation" },
  { stage: ActionStage.MARKETING, course: "planned", lead: "declined" },
  { stage: ActionStage.SOCIAL_PROTECTION, course: "cancelled" },
];

const second: ActionFacts[] = [
  { stage: ActionStage.PARTNERSHIP_AND_INSTITUTIONS, course: "running" },
  { stage: ActionStage.ENTREPRENEURSHIP_TRAINING, course: "completed" },
  { stage: ActionStage.FINANCING_ACCESS, course: "late" },
  { stage: ActionStage.PRODUCTIVITY, course: "running" },
  { stage: ActionStage.PLACEMENT, course: "planned", lead: "village" },
];

const done: ActionFacts[] = [
  { stage: ActionStage.COMPETENCY_TRAINING, course: "completed" },
  { stage: ActionStage.ENTREPRENEURSHIP_TRAINING, course: "cancelled" },
];

/** The plans of a province: each status, proposals of others that wait and that were refused, and a late one. */
const plans: PlanFacts[] = [
  {
    ...{ key: mainPlan, title: "Rencana kerja kawasan pertama", programme: "main", area: 0 },
    ...{ lead: "regency", answer: "acceptPlanLead", by: "owner", visibility: Visibility.PUBLIC },
    ...{ from: -400, to: 300, statuses: [PROPOSED, ACTIVE], actions: main },
  },
  {
    ...{ key: "kedua", title: "Rencana kerja kawasan kedua", programme: "main", area: 1 },
    ...{ lead: "province", answer: "acceptPlanLead", by: "owner", visibility: Visibility.PUBLIC },
    ...{ from: -350, to: -5, statuses: [PROPOSED, ACTIVE], actions: second },
  },
  {
    ...{ key: "selesai", title: "Rencana pelatihan tahun lalu", programme: "part", area: 0 },
    ...{ lead: "regency", answer: "acceptPlanLead", by: "owner", visibility: Visibility.PUBLIC },
    ...{ from: -700, to: -20, statuses: [PROPOSED, ACTIVE], last: COMPLETED, actions: done },
  },
  {
    ...{ key: "jeda", title: "Rencana pemasaran", programme: "main", area: 1 },
    ...{ lead: "province", answer: "acceptPlanLead", by: "owner" },
    ...{ visibility: Visibility.PARTICIPANTS, from: -200, to: 100 },
    statuses: [PROPOSED, ACTIVE, SUSPENDED],
  },
  {
    ...{ key: "usulan", title: "Rencana koperasi pemuda", programme: "part", area: 1 },
    ...{ lead: "province", answer: "acceptPlanLead", by: "owner", visibility: Visibility.PUBLIC },
    ...{ from: 30, to: 400, statuses: [PROPOSED] },
  },
  {
    ...{ key: "rancangan", title: "Rencana rintisan", programme: "part", area: 0 },
    ...{ lead: "office", by: "owner", visibility: Visibility.ORGANISATION },
    ...{ from: 60, to: 500, statuses: [] },
  },
  {
    ...{ key: "batal", title: "Rencana yang dibatalkan", programme: "main", area: 0 },
    ...{ lead: "office", answer: "declinePlanLead", by: "owner", visibility: Visibility.PUBLIC },
    ...{ from: -100, to: 200, statuses: [CANCELLED] },
  },
  {
    ...{ key: "menunggu", title: "Usulan rencana kabupaten", programme: "main", area: 0 },
    ...{ lead: "regency", by: "lead", visibility: Visibility.PUBLIC, from: 20, to: 380 },
    statuses: [],
  },
  {
    ...{ key: "ditolak", title: "Usulan rencana yang ditolak", programme: "main", area: 0 },
    ...{ lead: "regency", by: "lead", visibility: Visibility.PUBLIC, from: -30, to: 330 },
    statuses: [],
  },
];

const owner = coordinatorOf(national.ministry);

function planStep(scene: Scene, facts: PlanFacts): Step {
  const areas = areasOf(scene);
  const lead = scene.organisations[facts.lead];
  return create(facts.by === "owner" ? owner : coordinatorOf(lead), "createActionPlan", {
    id: scene.id("plan", facts.key),
    key: scene.key(`rencana-${facts.key}`),
    title: scene.titled(facts.title),
    summary: remark,
    programmeId: idOf("programme", programmes[facts.programme]),
    areaId: facts.area === 0 ? areas.first : areas.second,
    leadId: organisationId(lead),
    visibility: facts.visibility,
    startsOn: scene.date(facts.from, facts.key),
    endsOn: scene.date(facts.to, facts.key),
    sources: syntheticSources,
  });
}

type Answer = "acceptParticipation" | "declineParticipation" | "leaveParticipation";

/** An organisation's part in a plan, with its answers; `everywhere` is false for parts in the main plan alone. */
interface PartFacts {
  organisation: string;
  role: ParticipantRole;
  answers: readonly Answer[];
  everywhere: boolean;
}

/** The parts in a plan at work: in the main plan each role and each answer. */
function partsIn({ organisations }: Scene): PartFacts[] {
  const { ACCOUNTABLE, EXTENDING, FUNDING, IMPLEMENTING } = ParticipantRole;
  const part = (
    organisation: string,
    role: ParticipantRole,
    everywhere: boolean,
    ...answers: Answer[]
  ) => ({ organisation, role, everywhere, answers });
  return [
    part(national.ministry, FUNDING, true, "acceptParticipation"),
    part(organisations.province, ACCOUNTABLE, true, "acceptParticipation"),
    part(organisations.company, IMPLEMENTING, true, "acceptParticipation"),
    part(organisations.foundation, EXTENDING, true, "acceptParticipation"),
    part(organisations.university, EXTENDING, true, "acceptParticipation"),
    part(organisations.group, IMPLEMENTING, false, "acceptParticipation"),
    part(national.stateCompany, FUNDING, false, "declineParticipation"),
    part(organisations.village, IMPLEMENTING, false),
    part(organisations.office, IMPLEMENTING, false, "acceptParticipation", "leaveParticipation"),
  ];
}

function partSteps(scene: Scene, plan: string, lead: string): Step[] {
  const parts = partsIn(scene).filter(({ everywhere }) => everywhere || plan === mainPlan);
  return parts.flatMap(({ organisation, role, answers }) => {
    const id = scene.id("participant", `${plan}/${organisation}`);
    const planId = scene.id("plan", plan);
    const by = coordinatorOf(organisation);
    return [
      create(coordinatorOf(lead), "addParticipant", {
        ...{ id, planId, organisationId: organisationId(organisation), role },
      }),
      // A part that the lead gives itself is accepted at once.
      ...(organisation === lead ? [] : answers.map((answer) => change(by, answer, { id }))),
    ];
  });
}

function stepsOf(scene: Scene, facts: PlanFacts): Step[] {
  const { key, answer, statuses, last, actions = [] } = facts;
  const id = scene.id("plan", key);
  const lead = scene.organisations[facts.lead];
  const work = new PlanActions(scene, key, lead);
  const to = (status: ActionPlanStatus) => change(owner, "changeActionPlanStatus", { id, status });
  return [
    planStep(scene, facts),
    ...(answer ? [change(coordinatorOf(lead), answer, { id })] : []),
    ...statuses.map(to),
    ...(actions.length > 0 ? partSteps(scene, key, lead) : []),
    ...actions.flatMap((action) => work.steps(action)),
    ...(last ? [to(last)] : []),
  ];
}

/** The plans of a province with their actions, milestones, contributions and reports. */
export const planSteps = (scene: Scene): Step[] => [
  ...plans.flatMap((facts) => stepsOf(scene, facts)),
  change(owner, "refuseActionPlan", { id: scene.id("plan", "ditolak") }),
];

/** The actions of the province's main plan, to which other records refer. */
export const mainActions = (scene: Scene): PlanActions =>
  new PlanActions(scene, mainPlan, scene.organisations.regency);

/** The stages of the main plan's actions, by their course. */
export const mainStages = {
  completed: ActionStage.POTENTIAL_MAPPING,
  running: ActionStage.COMPETENCY_TRAINING,
  late: ActionStage.CAPITAL_AND_EQUIPMENT,
  blocked: ActionStage.LABOUR_INTENSIVE_WORKS,
  planned: ActionStage.MARKETING,
} as const;

/** The id of the province's main plan. */
export const mainPlanId = (scene: Scene): string => scene.id("plan", mainPlan);
